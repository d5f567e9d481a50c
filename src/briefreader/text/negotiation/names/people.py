"""Whose people are: the body whose name stands beside a person's title, or whom the person serves or speaks for."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names.finder import Name
from briefreader.text.negotiation.sentence.reading import Line

BEFORE, AFTER, SPOKEN_FOR, OF, LEADS = 6, 9, 6, 3, 12


def owner_of(line: Line, person: Name, names: Sequence[Name], book: Codebook) -> Name | None:
    """Give the body that a person leads, serves or speaks for in this sentence; ``None`` where the sentence does not say."""
    low = line.words.low
    # A ministry's people are its country's.
    bodies = [name for name in names if not word_list("state_organs") & set(name.name.lower().split()[-1:])]
    earlier = [name for name in bodies if name.kind != "person" and name.last < person.first]
    later = [name for name in names if name.kind != "person" and name.first > person.last]
    apposition = low[person.last + 1 : person.last + 2] == [","]
    owner = None
    if person.title in book.lists["leader_titles"] or person.title in book.lists["role_nouns"]:
        owner = _beside(low, person, earlier) or _in_apposition(person, later if apposition else [])
    if owner is None and earlier and _serves(low, person):
        owner = earlier[-1]
    if owner is None and person.title in book.lists["state_titles"]:
        owner = next((name for name in reversed(earlier) if name.kind == "listed" and not name.leader), None)
    if owner is None and apposition and _speaks_for(low[person.last + 2 : person.last + 4]):
        owner = next((name for name in later if name.first - person.last <= SPOKEN_FOR), None)
    return owner or _whose(line, person, earlier, later)


def unnamed_office(line: Line, names: Sequence[Name], book: Codebook) -> str | None:
    """The body whose officer speaks without a name: "the Ostland foreign ministry spokesman said"."""
    low = line.words.low
    for at in range(1, len(low) - 1):
        if low[at] in book.lists["role_nouns"] and low[at + 1] in book.grammar["say"]:
            owners = [name for name in names if name.kind != "person" and 0 < at - name.last <= BEFORE]
            return owners[-1].name if owners else None
    return None


def is_speaker(line: Line, person: Name, book: Codebook) -> bool:
    """Whether a sentence gives a person's words: "Roe added", "the remarks by Roe"."""
    low = line.words.low
    after = low[person.last + 1 : person.last + 2]
    return bool(set(after) & book.grammar["say"]) or low[max(0, person.first - 2) : person.first] in (
        ["remarks", "by"], ["comments", "by"], ["statement", "by"], ["remarks", "of"],
    )  # fmt: skip


def _whose(line: Line, person: Name, earlier: Sequence[Name], later: Sequence[Name]) -> Name | None:
    """The body in "Ostland's Jane Roe", "Jane Roe of the Millers' Union", "Roe's Green Party", "Roe leads the Ostland team"."""
    if line.words.possessive[person.last] and later and later[0].first == person.last + 1:
        return later[0]
    leads = next((at for at, word in enumerate(line.words.low) if at > person.last and word in word_list("leads")), None)
    if leads and leads - person.last <= LEADS:
        led = next((name for name in later if 0 < name.first - leads <= OF), None)
        if led:
            return led
    if earlier and earlier[-1].last == person.first - 1 and line.words.possessive[earlier[-1].last]:
        return earlier[-1]
    if line.words.low[person.last + 1 : person.last + 2] == ["of"]:
        return next((name for name in later if name.first - person.last <= OF), None)
    return None


def _speaks_for(after_comma: list[str]) -> bool:
    """Whether an apposition says whom a person speaks for or leads: ", speaking for", ", who heads"."""
    leads = after_comma[:1] == ["who"] and bool(word_list("leads") & set(after_comma))
    return leads or bool(word_list("speaks_for") & set(after_comma))


def _beside(low: list[str], person: Name, earlier: Sequence[Name]) -> Name | None:
    """The body in "Ostland's foreign minister, Jane Roe"."""
    near = [name for name in earlier if person.first - name.last <= BEFORE and not name.leader]
    if word_list("sent_titles") & set((person.title or "").split()):
        # "The League's envoy for Norland, Jane Roe," is not Norland's.
        near = [name for name in near if low[name.first - 1] not in {"for", "to", "on"}]
        if len(near) > 1 and near[-2].last == near[-1].first - 1:
            # "Ostland's Norland envoy, Jane Roe," is Ostland's.
            return near[-2]
    return next((name for name in reversed(near) if "," not in low[name.last + 1 : person.first - 1]), None)


def _in_apposition(person: Name, later: Sequence[Name]) -> Name | None:
    """The body in "Jane Roe, head of the Ostland delegation,"."""
    return next((name for name in later if name.first - person.last <= AFTER and not name.leader), None)


def _serves(low: list[str], person: Name) -> bool:
    """Whether a person is somebody's: "his aide Jane Roe", "a delegation led by Roe"."""
    before = low[max(0, person.first - 3) : person.first]
    led = before[-2:] in (["led", "by"], ["headed", "by"])
    return led or bool(person.title and {"his", "her", "its", "their"} & set(before))


def full_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names without repetitions, and without a last name alone beside the full one."""
    return tuple(name for name in dict.fromkeys(names) if not any(other.endswith(" " + name) for other in names))

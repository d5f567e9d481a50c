"""One to three sentences for a person, made from the fields: who, what, where it sticks, what comes next.

The sentences are in data/summaries.tsv; here the one is chosen whose fields are all known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from string import Formatter

from briefreader.model import Obstacle, Party, Stage, Step
from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.tables import data, lines_of

_STUCK: frozenset[Stage] = frozenset({"rejected", "stalled", "suspended", "under_way", "called_for"})
_WAITING: frozenset[Stage] = frozenset({"rejected", "stalled", "suspended"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What a summary may say. ``kind`` is the deciding event's, ``noun`` the class of its noun, ``actor`` who did it."""

    stage: Stage
    kind: str
    noun: str | None
    actor: str | None
    parties: Sequence[Party]
    venue: Sequence[str]
    obstacles: Sequence[Obstacle]
    next_step: Step | None


@dataclass(slots=True)
class _Sentences:
    by_stage: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    things: dict[str, tuple[str, str, str]] = field(default_factory=dict)


@cache
def _sentences() -> _Sentences:
    found = _Sentences()
    for _, cells in lines_of(data("summaries.tsv")):
        if cells[0] == "thing":
            found.things[cells[1]] = (cells[2], cells[3], cells[4])
        else:
            found.by_stage.setdefault(cells[0], []).append((cells[1], cells[2]))
    return found


def summary_of(facts: Facts) -> str:
    """Give the summary: where it stands, and, where they are known, what it sticks on and the next date."""
    sentences = [_first_sentence(facts)]
    if facts.obstacles and facts.stage in _STUCK:
        sentences.append(f"In the way: “{facts.obstacles[0].text.strip(' ,;')}”.")
    if facts.next_step and facts.next_step.date:
        sentences.append(f"The next date named is {_day(facts.next_step.date)}.")
    elif facts.stage in _WAITING and not facts.next_step:
        sentences.append("No next step is named.")
    return " ".join(sentences)


def _first_sentence(facts: Facts) -> str:
    known = _fields(facts)
    for kind, template in _sentences().by_stage[facts.stage]:
        needed = [name for _, name, _, _ in Formatter().parse(template) if name]
        if kind in {"*", facts.kind} and all(known.get(name) for name in needed):
            text = template.format(**known)
            return text[0].upper() + text[1:] + "."
    raise ValueError(f"data/summaries.tsv has no sentence for {facts.stage} that needs nothing")


def _fields(facts: Facts) -> dict[str, str]:
    names = [party.name for party in facts.parties]
    who = facts.actor if facts.actor in names else None
    other = next((name for name in names if name != who), None)
    sides = _list([told(name) for name in names])
    a_thing, the_thing, link = _sentences().things.get(facts.noun or "", ("an agreement", "the agreement", "with"))
    between = (f"between {sides}" if len(names) > 1 else f"with {sides}") if names else ""
    return {
        "who": told(who) if who else "",
        "other": told(other) if other else "",
        "sides": sides,
        "two": sides if len(names) > 1 else "",
        "between": between,
        "what": a_thing,
        "the": the_thing,
        "what_of_other": f"{a_thing} {link} {told(other)}" if other else "",
        "where": f"in {facts.venue[0]}" if facts.venue else "",
    }


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def told(name: str) -> str:
    """A party's name as it stands in a sentence: the union, the United States, Norland."""
    return f"the {name}" if name in word_list("with_article") or name[:1].islower() else name


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"

"""Whose position a sentence tells: its subject, by name, description or pronoun, or who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.fields.parties import Cast
from briefreader.text.negotiation.names.finder import Name, NameFinder
from briefreader.text.negotiation.sentence.reading import Line

PRONOUN_REACH, FIRST_PERSON_REACH = 3, 6
SPEAKER_BEFORE, SPEAKER_AFTER = 6, 4


class Holders:
    """Who holds the positions of an article's sentences, read in order: a pronoun goes back to the sentence before."""

    def __init__(self, finder: NameFinder, cast: Cast, book: Codebook) -> None:
        self._finder = finder
        self._cast = cast
        self._parties = {party.name for party in cast.parties}
        self._led_by = {leader: party.name for party in cast.parties for leader in party.leaders}
        self._saying = book.grammar["say"] | word_list("saying")
        self._before: str | None = None
        self._now: str | None = None

    def begin(self, line: Line) -> None:
        """Go on to the next sentence."""
        self._before = self._now
        of_him = self._before if line.words.low[:1] and line.words.low[0] in word_list("third_person") else None
        self._now = of_him or self._first_party(line) or self._before

    def is_party(self, name: str | None) -> bool:
        """Whether the name is a party's."""
        return name in self._parties

    def of_condition(self, line: Line, at: int) -> str | None:
        """Whose a condition is: not theirs who are to meet it ("provided that Sudia leaves"), unless nobody else is named."""
        names = self._finder.names(line.words)
        return self._nearest(line, names, at) or self._adjective(line, names, at) or self._speaker(line, at)

    def of_demand(self, line: Line, at: int, *, of_speaker: bool) -> str | None:
        """Whose the position is whose words stand at a place: the speaker's, the subject's, else the one that is named."""
        low = line.words.low
        if of_speaker or word_list("first_person") & set(low[max(0, at - FIRST_PERSON_REACH) : at]):
            goes_on = _is_quoted(low, at) or (low[0] in word_list("third_person") and word_list("telling") & set(low[:4]))
            return self._speaker(line, at) or (self._before if goes_on else None)
        if low[at - 1 : at] == [","] and low[at].endswith("ing"):
            # "The front denied it, insisting that …": the subject's.
            return self._first_party(line)
        names = self._finder.names(line.words)
        beside = next((self._called(name) for name in names if name.last == at - 1), None)
        if beside in self._parties:
            # "The union said the mill's offer …", "despite a Sudian demand": whose name it bears.
            return beside
        if word_list("third_person") & set(low[max(0, at - PRONOUN_REACH) : at]):
            return self._nearest(line, names, at) or (None if self._another_speaks(low, at) else self._before)
        return self._nearest(line, names, at) or self._agent_after(names, at) or self._adjective(line, names, at)

    def is_mediator(self, name: str | None) -> bool:
        """Whether the name is a mediator's, who has no position."""
        return name in self._cast.mediators

    def other_than(self, name: str | None) -> str | None:
        """The other one of two parties."""
        others = self._parties - {name}
        return others.pop() if len(self._parties) == 2 and len(others) == 1 else None

    def _called(self, name: Name) -> str:
        """The party that a name means: its own, a leader's, or one with that alias; else the name itself."""
        led = self._led_by.get(name.name) if name.kind == "person" else None
        return led or self._cast.by_any_name(name.name) or name.name

    def _first_party(self, line: Line) -> str | None:
        called = (self._called(name) for name in self._finder.names(line.words) if not name.adjective)
        return next((name for name in called if name in self._parties), None)

    def _speaker(self, line: Line, before: int) -> str | None:
        """The party whose words the sentence gives: the one beside the verb of saying, or the subject of its clause."""
        low = line.words.low
        named = (name for name in self._finder.names(line.words) if self._called(name) in self._parties)
        # Who is named within a quotation does not speak it.
        names = [name for name in named if not _is_quoted(low, name.first)]
        for at in range(len(low) - 1, -1, -1):
            if low[at] in self._saying:
                for name in names:
                    if at - SPEAKER_BEFORE <= name.last < at or at < name.first <= at + SPEAKER_AFTER:
                        return self._called(name)
                if at < before:
                    return next((self._called(name) for name in names if name.last < at), None)
        return None

    def _nearest(self, line: Line, names: Sequence[Name], at: int) -> str | None:
        """The nearest name before that may be the subject: a party rather than another."""
        before = [name for name in names if name.last < at and not name.adjective]
        if before and before[-1].name in self._cast.mediators:
            return before[-1].name
        subjects = [name for name in before if may_be_subject(line, name.first)]
        party = next((self._called(name) for name in reversed(subjects) if self._called(name) in self._parties), None)
        if party:
            return party
        others = [name for name in subjects if name.kind != "person" and name.name != "government"]
        return others[-1].name if others else None

    def _another_speaks(self, low: Sequence[str], at: int) -> bool:
        """Whether a pronoun stands for somebody within its sentence: "Hotels said that they had no rooms"."""
        says = next((place for place, word in enumerate(low[:at]) if word in self._saying), None)
        return says is not None and not word_list("third_person") & set(low[:says])

    def _agent_after(self, names: Sequence[Name], at: int) -> str | None:
        """The party in "a demand by Ostland", and in "…," said Ostland."""
        after = (self._called(name) for name in names if name.first > at)
        return next((name for name in after if name in self._parties), None)

    def _adjective(self, line: Line, names: Sequence[Name], at: int) -> str | None:
        """The party in "Ostlandic demands", "Ostland's demands"."""
        owners = (name for name in reversed(names) if name.adjective or line.words.possessive[name.last])
        return next((name.name for name in owners if name.last < at and name.name in self._parties), None)


def may_be_subject(line: Line, first: int) -> bool:
    """Whether a name stands where a subject stands, not right after a verb or a preposition."""
    if not first:
        return True
    before = line.words.low[first - 1]
    if before == "of" and first > 1 and line.words.low[first - 2] in word_list("told_with_the") | word_list("heads"):
        # "The board of Borea Mills said …".
        return True
    return not before[0].isalpha() or before in word_list("before_subjects") or line.words.surface[first - 1][0].isupper()


def _is_quoted(low: Sequence[str], at: int) -> bool:
    """Whether a word stands inside a quotation, or in a sentence that only ends one."""
    before = [word for word in low[:at] if word in {'"', "“", "”"}]
    after = [word for word in low[at:] if word in {'"', "“", "”"}]
    if before:
        return before[-1] == "“" or (before[-1] == '"' and len(before) % 2 == 1)
    return bool(after) and (after[0] == "”" or (after[0] == '"' and len(after) % 2 == 1))

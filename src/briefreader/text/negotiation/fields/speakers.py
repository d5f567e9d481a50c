"""Whose words a sentence gives: the subject of its verb of saying."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names.finder import Name, NameFinder
from briefreader.text.negotiation.sentence.reading import Line

BEFORE, AFTER, AFTER_ACCORDING = 5, 2, 4
OPENING = 3
"""Words of a sentence before its subject, at most."""


def speaker_of(line: Line, finder: NameFinder, book: Codebook) -> str | None:
    """The name beside the last verb of saying that has one; ``None`` where the sentence is the reporter's own."""
    low = line.words.low
    names = finder.names(line.words)
    for at in range(len(low) - 1, -1, -1):
        if low[at] in book.grammar["say"]:
            told = None if low[at] == "according" else _before(line, names, at)
            speaker = told or _after(low, names, at)
            if speaker:
                return speaker.leader or speaker.name
    return None


def _before(line: Line, names: Sequence[Name], at: int) -> Name | None:
    """The name in "Roe said"; in "Roe called for talks with Ostland, and said that …" the one at the beginning."""
    subjects = [name for name in names if name.last < at and not _hangs_on_a_preposition(line, name)]
    near = next((name for name in subjects if at - BEFORE <= name.last), None)
    goes_on = line.words.low[at - 1 : at] == ["and"] and not line.words.low[0].endswith("ing")
    return next((name for name in subjects if goes_on and name.first <= OPENING), near)


def _after(low: Sequence[str], names: Sequence[Name], at: int) -> Name | None:
    """The name in "…, said Roe" and "according to Roe"."""
    reach = AFTER_ACCORDING if low[at] == "according" else AFTER
    return next((name for name in names if at < name.first <= at + reach), None)


def _hangs_on_a_preposition(line: Line, name: Name) -> bool:
    """Whether it stands in "over the Tessin valley"; but the president of Ostland speaks for it."""
    low = line.words.low
    before = name.first - 1 - (low[max(0, name.first - 1)] in word_list("articles"))
    return before >= 0 and low[before] in word_list("prepositions") - {"of"}

"""Turns that say which way things go without an event of their own: hope, fear, fighting, release (data/moods.tsv)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefreader.text.negotiation.codebook import Codebook, Idiom
from briefreader.text.negotiation.sentence.matching import find_idioms
from briefreader.text.negotiation.sentence.reading import Line
from briefreader.text.negotiation.stage.weighing import line_weight

TOP = 3
"""The mood of the news stands in the headline, the standfirst and the sentences down to this rank."""
NEGATED_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Sign:
    """Something for better (``weight`` above 0) or for worse, told in our words; ``of_the_stage`` is what decides the stage."""

    weight: float
    told: str
    of_the_stage: bool = False


def moods_of(lines: Sequence[Line], book: Codebook) -> list[Sign]:
    """Give the moods told at an article's top, each weighed by its line's place."""
    return [
        Sign(line_weight(line) * idiom.weight, idiom.event)
        for line in lines
        if line.rank <= TOP
        for idiom in _turns(line, book)
    ]


def _turns(line: Line, book: Codebook) -> Iterator[Idiom]:
    """The turns of a line: of those that overlap the longest, and none that is negated."""
    found = sorted(find_idioms(line.words, line.matches, book.moods), key=lambda turn: turn[1] - turn[2])
    taken: set[int] = set()
    for idiom, first, last, _ in found:
        covered = set(range(first, last + 1))
        if not covered & taken and not book.grammar["negation"] & set(line.words.low[max(0, first - NEGATED_WITHIN) : first]):
            yield idiom
        taken |= covered

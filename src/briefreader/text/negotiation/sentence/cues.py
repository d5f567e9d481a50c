"""Turns of phrase that fill a field: what a side wants, what stands in the way, what comes next (data/cues.tsv)."""

from __future__ import annotations

from briefreader.text.negotiation.codebook import Codebook, Idiom
from briefreader.text.negotiation.sentence.matching import find_idioms
from briefreader.text.negotiation.sentence.reading import Line


def cues_in(line: Line, book: Codebook, names: tuple[str, ...]) -> list[tuple[Idiom, int, int]]:
    """The cues of the given fields in the line, with their first and last word."""
    if line.cues is None:
        line.cues = [(cue, first, last) for cue, first, last, _ in find_idioms(line.words, line.matches, book.cues)]
    return [found for found in line.cues if found[0].event in names]

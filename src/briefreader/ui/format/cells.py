"""Text measured in terminal cells: an ideograph or an emoji takes two, a combining mark none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size

from briefreader.safety import one_line
from briefreader.ui.format.lines import Line, Piece, Target

ELLIPSIS = "…"
_WORD = re.compile(r"\S+(?: (?:\[\d{1,3}\]|×\d{1,3})(?!\S))*")
"""A word, and the numbers of sentences and outlets behind it: ``deal. [2] ×3`` is not parted."""


def shorten(text: str, width: int) -> str:
    """Give ``text`` on one line in at most ``width`` cells, with an ellipsis where something was cut."""
    text = one_line(text)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS if width > 1 else ELLIPSIS[:width]


def shorten_to_words(text: str, width: int) -> str:
    """The same, cut after a whole word, unless that leaves less than half of the width."""
    text = one_line(text)
    cut = shorten(text, width)
    if cut == text:
        return text
    whole = cut.removesuffix(ELLIPSIS).rpartition(" ")[0]
    return f"{whole} {ELLIPSIS}" if cell_len(whole) >= width // 2 else cut


def shorten_before_end(text: str, width: int) -> str:
    """The same, but what stands behind the last ``·`` is kept whole, unless it takes more than half of the width."""
    text = one_line(text)
    begin, dot, end = text.rpartition(" · ")
    kept = cell_len(dot + end)
    return shorten(begin, width - kept) + dot + end if 2 * kept <= width else shorten(text, width)


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Give ``text`` in exactly ``width`` cells, to the left or to the right."""
    text = shorten(text, width)
    space = " " * (width - cell_len(text))
    return space + text if right else text + space


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Give the offsets of each line of ``text`` when it is wrapped at ``width`` cells; a newline always ends a line."""
    begin = 0
    for paragraph in text.split("\n"):
        yield from _wrap_paragraph(text, begin, begin + len(paragraph), max(width, 2))
        begin += len(paragraph) + 1


def _wrap_paragraph(text: str, begin: int, stop: int, width: int) -> Iterator[tuple[int, int]]:
    start = end = begin
    used = 0
    for word in _WORD.finditer(text, begin, stop):
        size = cell_len(word[0])
        gap = word.start() - end
        if used and used + gap + size > width:
            yield start, end
            start, used, gap = word.start(), 0, 0
        end, used = word.end(), used + gap + size
        while used > width:
            cut = start + _characters_in(text[start:end], width)
            yield start, cut
            start, used = cut, cell_len(text[cut:end])
    yield start, end


def _characters_in(text: str, width: int) -> int:
    """How many characters of ``text`` fill at most ``width`` cells; at least one."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return max(index, 1)
    return len(text)


def wrap_pieces(
    pieces: Sequence[Piece], width: int, *, first: str = "", rest: str = "", target: Target | None = None
) -> list[Line]:
    """Wrap pieces as one paragraph, ``first`` before the first line and ``rest`` before the others; all lead to ``target``."""
    text = "".join(piece.text for piece in pieces)
    lines = []
    for number, (start, end) in enumerate(wrap(text, width - max(cell_len(first), cell_len(rest)))):
        lead = rest if number else first
        inside = tuple(_between(pieces, start, end))
        lines.append(Line((Piece(lead, "muted"), *inside) if lead else inside, target, more=number > 0))
    return lines


def wrap_facts(facts: Sequence[str], width: int, role: str) -> list[Line]:
    """Give facts separated by ``·``, none of them broken where it has room on a line of its own."""
    rows: list[str] = []
    for fact in facts:
        longer = f"{rows[-1]} · {fact}" if rows else fact
        if rows and cell_len(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(fact)
    return [part for row in rows for part in wrap_pieces([Piece(row, role)], width)]


def _between(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """The parts of the pieces between two offsets of their joined text."""
    offset = 0
    for piece in pieces:
        stop = offset + len(piece.text)
        if stop > start and offset < end:
            yield Piece(piece.text[max(start - offset, 0) : end - offset], piece.role)
        offset = stop

"""A table of an article in the width that there is: columns shrink from the widest, cells wrap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len

from briefreader.safety import one_line
from briefreader.ui.format.cells import fit, wrap
from briefreader.ui.format.lines import Line, Piece, line

_GAP = " │ "
_NARROWEST = 3


def table_lines(rows: Sequence[Sequence[str]], width: int) -> list[Line]:
    """Give the rows as lines of at most ``width`` cells; the first row is the head. A table of more columns than fit is cut."""
    most = max(1, (width + len(_GAP)) // (_NARROWEST + len(_GAP)))
    cells = [[one_line(cell) for cell in row[:most]] for row in rows if row]
    if not cells:
        return []
    columns = max(len(row) for row in cells)
    widths = [max((cell_len(row[index]) for row in cells if index < len(row)), default=0) or 1 for index in range(columns)]
    room = width - len(_GAP) * (columns - 1)
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    lines: list[Line] = []
    for number, row in enumerate(cells):
        lines += _row_lines(row, widths, "heading" if number == 0 else "")
        if number == 0:
            lines.append(line(Piece("─┼─".join("─" * size for size in widths), "muted")))
    return lines


def _row_lines(row: Sequence[str], widths: Sequence[int], role: str) -> list[Line]:
    padded = [*row, *[""] * (len(widths) - len(row))]
    wrapped = [[cell[start:end] for start, end in wrap(cell, size)] for cell, size in zip(padded, widths, strict=True)]
    return [
        line(*_with_gaps([Piece(fit(text, size), role) for text, size in zip(texts, widths, strict=True)]))
        for texts in zip_longest(*wrapped, fillvalue="")
    ]


def _with_gaps(pieces: Sequence[Piece]) -> list[Piece]:
    spaced: list[Piece] = []
    for piece in pieces:
        spaced += [Piece(_GAP, "muted"), piece] if spaced else [piece]
    return spaced

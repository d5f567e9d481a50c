"""The columns of a printed page: its lines in the order in which they are read.

A page comes as a grid of characters, each piece of text where it stands on paper. A column begins where many rows begin anew
after a gap; a row that runs across such a place spans the page and parts what is above it from what is below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

_PIECE = re.compile(r"\S+(?: \S+)*")
_FEWEST_ROWS, _SHARE_OF_ROWS = 4, 0.25  # in which a column begins at the same place
_NARROWEST = 18  # characters of a column; the cells of a table are narrower
_MOST_COLUMNS = 5
_WHITE, _FEW_TOGETHER = 2, 4  # rows


def reading_order(rows: Sequence[str]) -> list[str]:
    """The lines of a page's rows: column by column between the rows that span the page. Blank lines part what stands apart."""
    starts = _column_starts(rows)
    if not starts:
        return [row.rstrip() for row in rows]
    alone = _rows_alone(rows)
    lines: list[str] = []
    band: list[str] = []
    for number, row in enumerate(rows):
        if number in alone or any(_crosses(row, start) for start in starts):
            lines += [*_unfolded(band, starts), row.rstrip()]
            band = []
        else:
            band.append(row)
    return lines + _unfolded(band, starts)


def _rows_alone(rows: Sequence[str]) -> set[int]:
    """The few rows that stand together with white above and below and hold no lines of two columns: titles, heads and feet."""
    alone: set[int] = set()
    together: list[int] = []
    blank = _WHITE
    for number, row in enumerate([*rows, *[""] * _WHITE]):
        blank = 0 if row.strip() else blank + 1
        if row.strip():
            together.append(number)
        elif blank == _WHITE:
            if len(together) <= _FEW_TOGETHER and not any(_has_columns(rows[other]) for other in together):
                alone.update(together)
            together = []
    return alone


def _has_columns(row: str) -> bool:
    return sum(len(found[0]) >= _NARROWEST for found in _PIECE.finditer(row)) > 1


def _column_starts(rows: Sequence[str]) -> list[int]:
    """Where columns begin, but for the first: places at which many rows begin anew, far enough apart to hold lines of text."""
    pieces = [(found.start(), len(found[0])) for row in rows for found in _PIECE.finditer(row)]
    filled = sum(bool(row.strip()) for row in rows)
    begins = Counter(start for start, _ in pieces)
    wanted = max(_FEWEST_ROWS, _SHARE_OF_ROWS * filled)
    starts: list[int] = []
    for start, _ in sorted(begins.items()):
        near = sum(begins[start + shift] for shift in (-1, 0, 1))
        if near < wanted or begins[start] < max(begins[start - 1], begins[start + 1]):
            continue
        if starts and start - starts[-1] < _NARROWEST:
            continue
        starts.append(start)
    if not 1 < len(starts) <= _MOST_COLUMNS:
        return []
    ends = [*starts[1:], max(map(len, rows)) + 2]
    wide = all(
        median(length for begin, length in pieces if start - 1 <= begin < end - 1) >= _NARROWEST
        for start, end in zip(starts, ends, strict=True)
    )
    return starts[1:] if wide else []


def _crosses(row: str, start: int) -> bool:
    """Whether one piece of text runs over the place where a column begins."""
    return any(found.start() < start - 1 and found.end() > start for found in _PIECE.finditer(row))


def _unfolded(band: Sequence[str], starts: Sequence[int]) -> list[str]:
    """The columns of rows that have them, one under the other; blank rows alone stay."""
    if not any(map(str.strip, band)):
        return list(band)
    edges = [0, *(start - 1 for start in starts), None]
    lines: list[str] = []
    for left, right in pairwise(edges):
        column = [row[left:right].rstrip() for row in band]
        if any(column):
            lines += column
    return lines

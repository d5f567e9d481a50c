"""HTML tables: which hold data, and their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.safety import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_CELLS = 20_000
_LONGEST_CELL = 60  # words on average; above that the table only lays the page out

_DAYS = frozenset(str(day) for day in range(1, 29))
_MOST_IN_A_CALENDAR = 60  # cells: the days, their names, the neighbouring months


def data_rows(table: HtmlElement) -> tuple[tuple[str, ...], ...] | None:
    """The rows of a table that holds data, or ``None`` for one that lays out a page. A spanned column gives empty cells."""
    if table.get("role") == "presentation" or table.find(".//table") is not None:
        return None
    rows: list[tuple[str, ...]] = []
    cells = 0
    for row in table.iter("tr"):
        texts: list[str] = []
        for cell in row.iterchildren("td", "th"):
            texts.append(_cell_text(cell))
            texts.extend([""] * (_span(cell) - 1))
        cells += len(texts)
        if cells > _MAX_CELLS:
            return None
        if any(texts):
            rows.append(tuple(texts))
    if len(rows) < 2 or sum(len(row) >= 2 for row in rows) * 2 < len(rows):
        return None
    words = sum(len(text.split()) for row in rows for text in row)
    return tuple(rows) if words <= _LONGEST_CELL * max(1, cells) and words else None


def is_calendar(rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a table shows the days of a month and nothing else."""
    cells = [cell for row in rows for cell in row if cell]
    days = {cell for cell in cells if cell.isdecimal()}
    return days >= _DAYS and len(cells) <= _MOST_IN_A_CALENDAR


def _cell_text(cell: HtmlElement) -> str:
    return one_line(" ".join(cell.itertext()))


def _span(cell: HtmlElement) -> int:
    written = (cell.get("colspan") or "1").strip()
    return min(20, int(written)) if written.isdecimal() and len(written) < 4 and int(written) else 1

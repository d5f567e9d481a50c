"""A line of the story list: marks, stage, direction, title, outlets, age; exactly as wide as the list."""

from __future__ import annotations

from datetime import datetime

from rich.cells import cell_len

from briefreader.store.records import StoryRow
from briefreader.ui.format.cells import fit, shorten
from briefreader.ui.format.lines import Piece
from briefreader.ui.format.moments import age
from briefreader.ui.format.stages import NO_STAGE_WORD, STAGES, WAITING_WORD, arrow

WATCHED = "◎"
_STAGE_WIDTH = 6
_AGE_WIDTH = 8
_OUTLET_WIDTH = 12
_ROOM_FOR_OUTLETS = 70
_ROOM_FOR_COUNT = 40


def story_pieces(
    row: StoryRow, width: int, now: datetime, *, selected: bool = False, watched: bool = False, cursor: bool = False
) -> tuple[Piece, ...]:
    """Give the row in ``width`` cells: ``▌★● STALL ↘ Title …   3 outlets   3h``; before a watched title stands ``◎``."""
    outlets = _outlets(row, width)
    moment = f"  {age(row.last, now)}" if width < _ROOM_FOR_OUTLETS else fit(age(row.last, now), _AGE_WIDTH, right=True)
    star = Piece("★", "star") if row.starred else Piece(" ")
    lead = (_bar(selected=selected, cursor=cursor), star, _unread(row), Piece(" "), _stage(row), _arrow(row))
    taken = sum(cell_len(piece.text) for piece in lead) + cell_len(outlets) + cell_len(moment)
    title = fit(f"{WATCHED} {row.title}" if watched else row.title, max(width - taken, 1))
    role = "done" if row.done else "unread" if row.unread else "read"
    return (*lead, Piece(title, role), Piece(outlets, "muted"), Piece(moment, "muted"))


def _bar(*, selected: bool, cursor: bool) -> Piece:
    return Piece("+", "star") if selected else Piece("▌" if cursor else " ", "cursor")


def _unread(row: StoryRow) -> Piece:
    if row.done:
        return Piece("✓", "good")
    return Piece("●", "unread-mark") if row.unread else Piece(" ")


def _stage(row: StoryRow) -> Piece:
    if row.stage:
        look = STAGES[row.stage]
        return Piece(fit(look.word, _STAGE_WIDTH), look.tone)
    return Piece(fit(NO_STAGE_WORD if row.briefed else WAITING_WORD, _STAGE_WIDTH), "muted")


def _arrow(row: StoryRow) -> Piece:
    mark, role = arrow(row.direction)
    return Piece(f"{mark} ", role)


def _outlets(row: StoryRow, width: int) -> str:
    """The outlet of a single source, the number of several; where room is short only the number."""
    if width >= _ROOM_FOR_OUTLETS:
        words = f"{row.sites} outlets" if row.sites > 1 else row.site or ""
        return f" {shorten(words, _OUTLET_WIDTH)}" if words else ""
    if width >= _ROOM_FOR_COUNT:
        return f" ×{row.sites}" if row.sites > 1 else ""
    return ""

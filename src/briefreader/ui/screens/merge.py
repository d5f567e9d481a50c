"""The dialog that finds the story to merge with: the neighbours in the list, or any by what is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from briefreader.errors import UsageError
from briefreader.safety import one_line
from briefreader.store.library import Library
from briefreader.store.records import StoryRow
from briefreader.ui.format.lines import Choice, Line, Piece, Target, line
from briefreader.ui.format.row import story_pieces
from briefreader.ui.reading.view import ALL, View
from briefreader.ui.screens.typed_list import TypedList

_MOST_FOUND = 50


class MergeScreen(TypedList[int | None]):
    """Gives the list id of the story that the reader chose."""

    def __init__(self, library: Library, row: StoryRow, neighbours: Sequence[int], now: Callable[[], datetime]) -> None:
        """``neighbours`` are offered until something is typed."""
        title = f"Merge “{one_line(row.title)}” with …"
        super().__init__(title, hint="words of the other story", choosing="Merge", shape="-tall -broad")
        self._library, self._row, self._neighbours, self._now = library, row, neighbours, now
        self._found: list[StoryRow] = []

    def find(self, words: str) -> None:
        try:
            query = View("Search", ALL.base, text=words).query(self._now())
        except UsageError:  # a query that is not typed to its end: what was found before stays
            return
        ids = self._library.story_ids(query, limit=_MOST_FOUND) if words else self._neighbours[:_MOST_FOUND]
        self._found = self._library.story_rows([story_id for story_id in ids if story_id != self._row.id])

    def found_lines(self, width: int) -> list[Line]:
        now, here = self._now(), self.pane.cursor
        rows = [
            line(*story_pieces(row, width, now, cursor=number == here), target=Choice(row.id))
            for number, row in enumerate(self._found)
        ]
        return rows or [line(Piece("No other story is found", "muted"))]

    def choose(self, target: Target) -> None:
        if isinstance(target, Choice) and isinstance(target.value, int):
            self.dismiss(target.value)

"""The dialog that finds the story to merge with: the neighbours in the list, or any by what is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from briefreader.errors import UsageError
from briefreader.safety import one_line
from briefreader.store.library import Library
from briefreader.store.records import StoryRow
from briefreader.ui.bindings import bindings_of
from briefreader.ui.commands import Where
from briefreader.ui.format.lines import Choice, Line, Piece, line
from briefreader.ui.format.row import story_pieces
from briefreader.ui.reading.view import ALL, View
from briefreader.ui.screens.dialog import OneAnswer
from briefreader.ui.widgets.footer import CommandFooter
from briefreader.ui.widgets.line_pane import LinePane

_MOST_FOUND = 50


class MergeScreen(ModalScreen[int | None], OneAnswer[int | None]):
    """Gives the list id of the story that the reader chose."""

    HEARS: ClassVar[tuple[Where, ...]] = ("merge",)
    BINDINGS = bindings_of("merge")

    def __init__(self, library: Library, row: StoryRow, neighbours: Sequence[int], now: Callable[[], datetime]) -> None:
        """``neighbours`` are offered until something is typed."""
        super().__init__()
        self._library, self._row, self._neighbours, self._now = library, row, neighbours, now
        self._found: list[StoryRow] = []

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -tall -broad") as box:
            box.border_title = Content(f"Merge “{one_line(self._row.title)}” with …")
            yield Input(placeholder="words of the other story")
            yield LinePane(id="others")
            yield CommandFooter("merge")

    def on_mount(self) -> None:
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()
        self._list(self._neighbours)

    @on(Input.Changed)
    def _search(self, message: Input.Changed) -> None:
        if not message.value.strip():
            self._list(self._neighbours)
            return
        try:
            query = View("Search", ALL.base, text=message.value).query(self._now())
        except UsageError:
            return
        self._list(self._library.story_ids(query, limit=_MOST_FOUND))

    def _list(self, story_ids: Sequence[int]) -> None:
        ids = [story_id for story_id in story_ids[:_MOST_FOUND] if story_id != self._row.id]
        self._found = self._library.story_rows(ids)
        self.query_one(LinePane).show(self._lines)

    def _lines(self, width: int) -> list[Line]:
        now, here = self._now(), self.query_one(LinePane).cursor
        rows = [
            line(*story_pieces(row, width, now, cursor=number == here), target=Choice(row.id))
            for number, row in enumerate(self._found)
        ]
        return rows or [line(Piece("No other story is found", "muted"))]

    @on(Input.Submitted)
    def _take(self) -> None:
        self.action_merge_choose()

    @on(LinePane.Chosen)
    def _choose(self, message: LinePane.Chosen) -> None:
        if isinstance(message.target, Choice) and isinstance(message.target.value, int):
            self.dismiss(message.target.value)

    def action_merge_choose(self) -> None:
        self.query_one(LinePane).action_choose()

    def action_merge_down(self) -> None:
        self._move(1)

    def action_merge_up(self) -> None:
        self._move(-1)

    def _move(self, lines: int) -> None:
        """Move the cursor; its bar shows where it is, since the words that are typed have the focus."""
        pane = self.query_one(LinePane)
        pane.move(lines)
        pane.show(self._lines, keep_place=True)

    def action_merge_close(self) -> None:
        self.dismiss(None)

"""The dialog in which the reader takes articles out of a story."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from briefreader.safety import one_line
from briefreader.ui.bindings import bindings_of
from briefreader.ui.commands import Where
from briefreader.ui.format.lines import Line, Piece
from briefreader.ui.reading.open_story import OpenStory
from briefreader.ui.screens.articles import article_list_lines, article_of
from briefreader.ui.screens.dialog import OneAnswer
from briefreader.ui.widgets.footer import CommandFooter
from briefreader.ui.widgets.line_pane import LinePane

_TICK_WIDTH = 4


class SplitScreen(ModalScreen[list[int] | None], OneAnswer[list[int] | None]):
    """Gives the ids of the articles that are to leave the story: the ticked ones, or the one under the cursor."""

    HEARS: ClassVar[tuple[Where, ...]] = ("split", "moving", "app")
    BINDINGS = bindings_of("split")

    def __init__(self, story: OpenStory, now: datetime) -> None:
        super().__init__()
        self._story, self._now = story, now
        self._ticked: set[int] = set()

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -tall -broad") as box:
            box.border_title = Content(f"Split off · {one_line(self._story.story.title)}")
            yield LinePane(id="articles")
            yield CommandFooter("moving", "split", "app")

    def on_mount(self) -> None:
        pane = self.query_one(LinePane)
        pane.show(self._lines)
        pane.focus()
        pane.cursor = self._story.shown

    def _lines(self, width: int) -> list[Line]:
        rows = article_list_lines(self._story, width - _TICK_WIDTH, self._now)
        return [replace(row, pieces=(Piece(self._tick(row), "key"), *row.pieces)) for row in rows]

    def _tick(self, row: Line) -> str:
        if row.more:
            return " " * _TICK_WIDTH
        return "[x] " if article_of(row.target) in self._ticked else "[ ] "

    @on(LinePane.Chosen)
    def _split(self, message: LinePane.Chosen) -> None:
        chosen = article_of(message.target)
        numbers = sorted(self._ticked) or ([chosen] if chosen is not None else [])
        self.dismiss([self._story.articles[number].id for number in numbers])

    def action_split_off(self) -> None:
        self.query_one(LinePane).action_choose()

    def action_split_tick(self) -> None:
        pane = self.query_one(LinePane)
        here = article_of(pane.target)
        self._ticked ^= {here} if here is not None else set()
        pane.show(self._lines, keep_place=True)
        pane.move(1)

    def action_split_close(self) -> None:
        self.dismiss(None)

"""The dialog in which the reader takes articles out of a story."""

from __future__ import annotations

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
from briefreader.ui.format.lines import Choice, Line, Piece
from briefreader.ui.reading.open_story import OpenStory
from briefreader.ui.screens.articles import article_list_lines
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
        return [
            Line((Piece("[x] " if number in self._ticked else "[ ] ", "key"), *row.pieces), row.target)
            for number, row in enumerate(rows)
        ]

    @on(LinePane.Chosen)
    def _split(self, message: LinePane.Chosen) -> None:
        chosen = message.target.value if isinstance(message.target, Choice) else None
        numbers = sorted(self._ticked) or ([chosen] if isinstance(chosen, int) else [])
        self.dismiss([self._story.articles[number].id for number in numbers])

    def action_split_off(self) -> None:
        self.query_one(LinePane).action_choose()

    def action_split_tick(self) -> None:
        pane = self.query_one(LinePane)
        self._ticked ^= {pane.cursor}
        pane.show(self._lines, keep_place=True)
        pane.move(1)

    def action_split_close(self) -> None:
        self.dismiss(None)

"""The time line of a story; an entry opens its article at the sentence that decided it."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from briefreader.model import Story
from briefreader.safety import one_line
from briefreader.ui.bindings import bindings_of
from briefreader.ui.commands import Where
from briefreader.ui.format.lines import Target
from briefreader.ui.format.timeline import timeline_lines
from briefreader.ui.screens.dialog import OneAnswer
from briefreader.ui.widgets.footer import CommandFooter
from briefreader.ui.widgets.line_pane import LinePane


class TimeLineScreen(ModalScreen[Target | None], OneAnswer[Target | None]):
    """Gives the passage that the reader chose."""

    HEARS: ClassVar[tuple[Where, ...]] = ("time line", "moving", "app")
    BINDINGS = bindings_of("time line")

    def __init__(self, story: Story, now: datetime) -> None:
        super().__init__()
        self._story, self._now = story, now

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -tall -broad") as box:
            box.border_title = Content(f"Time line · {one_line(self._story.title)}")
            yield LinePane(id="time-line")
            yield CommandFooter("moving", "time line", "app")

    def on_mount(self) -> None:
        pane = self.query_one(LinePane)
        pane.show(lambda width: timeline_lines(self._story, width, self._now))
        pane.focus()

    @on(LinePane.Chosen)
    def _choose(self, message: LinePane.Chosen) -> None:
        self.dismiss(message.target)

    def action_close(self) -> None:
        self.dismiss(None)

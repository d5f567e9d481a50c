"""The articles of a story, oldest first; Enter shows one."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from briefreader.links import shown_host
from briefreader.safety import one_line
from briefreader.ui.bindings import bindings_of
from briefreader.ui.commands import Where
from briefreader.ui.format.cells import fit, shorten
from briefreader.ui.format.lines import Choice, Line, Piece, Target, line
from briefreader.ui.format.moments import clock
from briefreader.ui.format.stages import NO_STAGE_WORD, STAGES
from briefreader.ui.reading.open_story import OpenStory
from briefreader.ui.screens.dialog import OneAnswer
from briefreader.ui.widgets.footer import CommandFooter
from briefreader.ui.widgets.line_pane import LinePane

_STAGE_WIDTH = 7
_ROOMY = 90
"""Cells from which outlet and time stand beside the title."""


class ArticlesScreen(ModalScreen[int | None], OneAnswer[int | None]):
    """Gives the index of the article that the reader chose."""

    HEARS: ClassVar[tuple[Where, ...]] = ("time line", "moving", "app")
    BINDINGS = bindings_of("time line")

    def __init__(self, story: OpenStory, now: datetime) -> None:
        super().__init__()
        self._story, self._now = story, now

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -tall -broad") as box:
            box.border_title = Content(f"Articles · {one_line(self._story.story.title)}")
            yield LinePane(id="articles")
            yield CommandFooter("moving", "time line", "app")

    def on_mount(self) -> None:
        pane = self.query_one(LinePane)
        pane.show(lambda width: article_list_lines(self._story, width, self._now))
        pane.focus()
        pane.cursor = self._story.shown

    @on(LinePane.Chosen)
    def _choose(self, message: LinePane.Chosen) -> None:
        self.dismiss(article_of(message.target))

    def action_close(self) -> None:
        self.dismiss(None)


def article_of(target: Target | None) -> int | None:
    """The index of the article that a line of the list leads to."""
    return target.value if isinstance(target, Choice) and isinstance(target.value, int) else None


def article_list_lines(story: OpenStory, width: int, now: datetime) -> list[Line]:
    """An article's unread mark, its own stage, title, outlet, when: in one line, or in two where the title needs the room."""
    lines: list[Line] = []
    for index, (row, brief) in enumerate(zip(story.articles, story.story.briefs, strict=True)):
        look = STAGES[brief.negotiation.stage] if brief.negotiation else None
        mark = Piece("  " if row.read else "● ", "unread-mark")
        stage = Piece(fit(look.word if look else NO_STAGE_WORD, _STAGE_WIDTH), look.tone if look else "muted")
        title, role = brief.article.name, "read" if row.read else "unread"
        outlet = brief.article.site or shown_host(brief.article.url)
        when = clock(brief.article.published, now) or "undated"
        target, room = Choice(index), width - 2 - _STAGE_WIDTH
        if width >= _ROOMY:
            facts = Piece(fit(outlet, 20, right=True) + fit(when, 14, right=True), "muted")
            lines.append(line(mark, stage, Piece(fit(title, room - 34), role), facts, target=target))
        else:
            lines.append(line(mark, stage, Piece(shorten(title, room), role), target=target))
            below = shorten(f"{outlet} · {when}" if outlet else when, room)
            lines.append(line(" " * (2 + _STAGE_WIDTH), Piece(below, "muted"), target=target, more=True))
    return lines

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
from briefreader.ui.format.cells import fit
from briefreader.ui.format.lines import Choice, Line, Piece, line
from briefreader.ui.format.moments import clock
from briefreader.ui.format.stages import NO_STAGE_WORD, STAGES
from briefreader.ui.open_story import OpenStory
from briefreader.ui.screens.dialog import OneAnswer
from briefreader.ui.widgets.line_pane import LinePane


class ArticlesScreen(ModalScreen[int | None], OneAnswer[int | None]):
    """Gives the index of the article that the reader chose."""

    HEARS: ClassVar[tuple[Where, ...]] = ("moving", "time line", "app")
    BINDINGS = bindings_of("time line")

    def __init__(self, story: OpenStory, now: datetime) -> None:
        super().__init__()
        self._story, self._now = story, now

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -tall -broad") as box:
            box.border_title = Content(f"Articles · {one_line(self._story.story.title)}")
            yield LinePane(id="articles")

    def on_mount(self) -> None:
        pane = self.query_one(LinePane)
        pane.show(lambda width: article_list_lines(self._story, width, self._now))
        pane.focus()
        pane.cursor = self._story.shown

    @on(LinePane.Chosen)
    def _choose(self, message: LinePane.Chosen) -> None:
        self.dismiss(
            message.target.value if isinstance(message.target, Choice) and isinstance(message.target.value, int) else None
        )

    def action_close(self) -> None:
        self.dismiss(None)


def article_list_lines(story: OpenStory, width: int, now: datetime) -> list[Line]:
    """One line an article: unread mark, its own stage, title, outlet, when; below it why it belongs to the story."""
    lines: list[Line] = []
    for index, (row, brief) in enumerate(zip(story.articles, story.story.briefs, strict=True)):
        look = STAGES[brief.negotiation.stage] if brief.negotiation else None
        outlet = fit(brief.article.site or shown_host(brief.article.url), 16, right=True)
        when = fit(clock(brief.article.published, now) or "undated", 14, right=True)
        title = fit(brief.article.title or brief.article.source, max(width - 9 - 30, 10))
        lines.append(
            line(
                Piece("  " if row.read else "● ", "unread-mark"),
                Piece(fit(look.word if look else NO_STAGE_WORD, 7), look.tone if look else "muted"),
                Piece(title, "read" if row.read else "unread"),
                Piece(outlet + when, "muted"),
                target=Choice(index),
            )
        )
    return lines

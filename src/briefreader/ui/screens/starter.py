"""Feeds to begin with, by topic, to tick."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from briefreader.ui.bindings import bindings_of
from briefreader.ui.commands import Where
from briefreader.ui.format.cells import fit, shorten
from briefreader.ui.format.lines import Choice, Line, Piece, line
from briefreader.ui.screens.dialog import OneAnswer
from briefreader.ui.widgets.footer import CommandFooter
from briefreader.ui.widgets.line_pane import LinePane


@dataclass(frozen=True, slots=True)
class StarterFeed:
    topic: str
    title: str
    address: str


def starter_feeds() -> list[StarterFeed]:
    """The packaged list, in its order."""
    text = resources.files("briefreader.ui").joinpath("starter-feeds.toml").read_text(encoding="utf-8")
    topics: dict[str, dict[str, str]] = tomllib.loads(text)
    return [StarterFeed(topic, title, address) for topic, feeds in topics.items() for title, address in feeds.items()]


class StarterScreen(ModalScreen[list[StarterFeed] | None], OneAnswer[list[StarterFeed] | None]):
    """Gives the feeds that the reader ticked."""

    HEARS: ClassVar[tuple[Where, ...]] = ("starter", "moving", "app")
    BINDINGS = bindings_of("starter")

    def __init__(self) -> None:
        super().__init__()
        self._feeds = starter_feeds()
        self._ticked: set[int] = set()

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -tall") as box:
            box.border_title = Content("Feeds to begin with")
            yield LinePane(id="feeds")
            yield CommandFooter("moving", "starter", "app")

    def on_mount(self) -> None:
        pane = self.query_one(LinePane)
        pane.show(self._lines)
        pane.focus()

    def _lines(self, width: int) -> list[Line]:
        lines: list[Line] = []
        topic = ""
        for number, feed in enumerate(self._feeds):
            if feed.topic != topic:
                topic = feed.topic
                lines += [line()] if lines else []
                lines.append(line(Piece(topic, "heading")))
            mark = "[x] " if number in self._ticked else "[ ] "
            title = fit(feed.title, min(28, width // 2)) + " "
            address = shorten(feed.address, width - len(mark) - cell_len(title))
            lines.append(line(Piece(mark, "key"), Piece(title), Piece(address, "muted"), target=Choice(number)))
        return lines

    @on(LinePane.Chosen)
    def _toggle(self, message: LinePane.Chosen) -> None:
        if isinstance(message.target, Choice) and isinstance(message.target.value, int):
            self._ticked ^= {message.target.value}
            self.query_one(LinePane).show(self._lines, keep_place=True)

    def action_starter_tick(self) -> None:
        self.query_one(LinePane).action_choose()

    def action_starter_add(self) -> None:
        self.dismiss([self._feeds[number] for number in sorted(self._ticked)])

    def action_starter_back(self) -> None:
        self.dismiss(None)

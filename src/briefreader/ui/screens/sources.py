"""The sources screen: each subscription and how it is; renaming, tagging, pausing, removing, with undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult

from briefreader.config import Settings
from briefreader.sources.address import mask
from briefreader.store.library import Library
from briefreader.store.records import Source
from briefreader.ui.bindings import bindings_of
from briefreader.ui.commands import Where
from briefreader.ui.format import steps
from briefreader.ui.format.lines import Choice, Piece
from briefreader.ui.format.sources import source_lines
from briefreader.ui.reading.rules import tomorrow
from briefreader.ui.screens.add_source import AddSourceScreen
from briefreader.ui.screens.ask import AskScreen
from briefreader.ui.screens.dialog import OneAnswer
from briefreader.ui.screens.saying import SayingScreen
from briefreader.ui.widgets.bar import Bar, Button
from briefreader.ui.widgets.footer import CommandFooter
from briefreader.ui.widgets.line_pane import LinePane

if TYPE_CHECKING:
    from briefreader.ui.app import BriefreaderApp


class SourcesScreen(SayingScreen[str | None], OneAnswer[str | None]):
    """Every change is one step of the library's undo. Gives the address of a source that is to be refreshed, if any."""

    HEARS: ClassVar[tuple[Where, ...]] = ("sources", "moving", "app")
    BINDINGS = bindings_of("sources")

    def __init__(self, library: Library, settings: Settings, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._library, self._settings, self._now = library, settings, now
        self._sources: list[Source] = []
        self._pane = LinePane("Sources", id="sources")
        self._header = Bar(id="header")

    def compose(self) -> ComposeResult:
        yield self._header
        yield self._pane
        yield CommandFooter("moving", "sources", "app")

    @property
    def reader(self) -> BriefreaderApp:
        return cast("BriefreaderApp", self.app)

    def on_mount(self) -> None:
        self._pane.focus()

    def on_screen_resume(self) -> None:
        """The screen opens, or a dialog before it has closed."""
        self._show()

    def _show(self) -> None:
        self._sources = self._library.sources()
        self.show_header()
        addresses = [mask(source.address) for source in self._sources]
        self._pane.show(lambda width: source_lines(self._sources, width, self._now(), addresses), keep_place=True)

    def show_header(self) -> None:
        failing = sum(bool(source.last_error) for source in self._sources)
        words = f" · {failing} failing" if failing else ""
        name, count = Piece(" briefreader ", "title"), Piece(f" ▸ Sources · {len(self._sources)}")
        self._header.show([Button((name, count, Piece(words, "warn")))], self.said)

    @property
    def source(self) -> Source | None:
        """The source under the cursor."""
        target = self._pane.target
        wanted = target.value if isinstance(target, Choice) else None
        return next((source for source in self._sources if source.id == wanted), None)

    # -- commands
    def action_sources_add(self) -> None:
        self.app.push_screen(AddSourceScreen(self._settings), lambda words: self.reader.tell(words) if words else None)

    def action_sources_rename(self) -> None:
        source = self.source
        if source:
            self.app.push_screen(
                AskScreen("Another name for the source", source.title or ""),
                lambda name: self._change(source, title=name) if name else None,
            )

    def action_sources_tag(self) -> None:
        source = self.source
        if source:
            self.app.push_screen(
                AskScreen(
                    "Tags of the source", " ".join(source.tags), "Words with spaces between · Enter keeps them · Esc closes"
                ),
                lambda words: self._change(source, tags=words.replace("#", " ").split()) if words is not None else None,
            )

    def action_sources_pause(self) -> None:
        if self.source:
            self._change(self.source, paused=not self.source.paused)

    def action_sources_hide(self) -> None:
        if self.source:
            hidden = self.source.hidden_until and self.source.hidden_until > self._now()
            words = self._library.hide_source(self.source.id, None if hidden else tomorrow(self._now()))
            self.reader.tell(steps.done(words))
            self._show()

    def action_sources_remove(self) -> None:
        if self.source:
            words = self._library.remove_source(self.source.id)
            self.reader.tell(steps.done(words))
            self._show()

    def action_sources_undo(self) -> None:
        words = self._library.undo()
        self.reader.tell(steps.undone(words))
        self._show()

    def action_sources_refresh(self) -> None:
        self.dismiss(self.source.address if self.source else None)

    def action_sources_back(self) -> None:
        self.dismiss(None)

    def _change(
        self, source: Source, *, title: str | None = None, tags: list[str] | None = None, paused: bool | None = None
    ) -> None:
        self._library.change_source(source.id, title=title, tags=tags, paused=paused)
        self._show()

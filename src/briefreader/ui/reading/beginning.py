"""Beginning: what an empty library offers, and adding sources."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from briefreader.ui.processes import see_ended
from briefreader.ui.reading.by_hand import ByHand

if TYPE_CHECKING:
    from briefreader.ui.screens.starter import StarterFeed

Answer = TypeVar("Answer")


class Beginning(ByHand):
    """Brings the first sources in."""

    def offer_beginnings(self) -> None:
        from briefreader.ui.screens.first_run import FirstRunScreen

        self.app.push_screen(FirstRunScreen(), self._begin_with)

    def _begin_with(self, offer: str | None) -> None:
        from briefreader.ui.screens.add_source import AddSourceScreen
        from briefreader.ui.screens.first_run import ImportScreen
        from briefreader.ui.screens.starter import StarterScreen

        if offer == "demo":
            self.run_worker(self._run_demo(), exclusive=True)
        elif offer == "add":
            self.app.push_screen(AddSourceScreen(self.settings), self._or_offer_again(self._source_added))
        elif offer == "starter":
            self.app.push_screen(StarterScreen(), self._or_offer_again(self._add_feeds))
        elif offer == "opml":
            self.app.push_screen(ImportScreen(self.settings), self._or_offer_again(self._imported))

    def _or_offer_again(self, begin: Callable[[Answer], None]) -> Callable[[Answer | None], None]:
        """Begin with what was answered; closed without an answer, the dialog leads back to the offers."""
        return lambda answer: begin(answer) if answer else self.offer_beginnings()

    async def _run_demo(self) -> None:
        """The demo as a program of its own; when the reader quits it, the offers come back."""
        with self.app.suspend():
            demo = await asyncio.create_subprocess_exec(sys.executable, "-m", "briefreader", "demo")
            try:
                await demo.wait()
            finally:
                if demo.returncode is None:
                    demo.terminate()
                await see_ended(demo)
        self.offer_beginnings()

    def _add_feeds(self, feeds: list[StarterFeed]) -> None:
        for feed in feeds:
            self.library.add_source(feed.address, "feed", now=self.now(), title=feed.title, tags=[feed.topic.lower()])
        self.refresh_sources()

    def _imported(self, words: str) -> None:
        self.reader.tell(words)
        self.refresh_sources()

    def action_add_source(self) -> None:
        from briefreader.ui.screens.add_source import AddSourceScreen

        if self.reader.in_memory:
            self.reader.tell("These articles are only in memory: 'briefreader add' subscribes in your library")
        else:
            self.app.push_screen(AddSourceScreen(self.settings), self._source_added)

    def _source_added(self, words: str | None) -> None:
        if words:
            self.reader.tell(words)
            self.relist()
            self.brief_what_waits()

    def brief_what_waits(self) -> None:
        raise NotImplementedError

    def refresh_sources(self, *addresses: str) -> None:
        raise NotImplementedError

"""The command palette: every command of the table that has a title there, and every theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from briefreader.ui.commands import COMMANDS


class CommandFinder(Provider):
    """Finds commands by name."""

    async def discover(self) -> Hits:
        for title, run, text in self._entries():
            yield DiscoveryHit(Content(title), run, text=title, help=text)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for title, run, text in self._entries():
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, Content.from_text(matcher.highlight(title), markup=False), run, text=title, help=text)

    def _entries(self) -> Iterator[tuple[str, IgnoreReturnCallbackType, str]]:
        for command in COMMANDS:
            name = "action_" + command.action.partition("(")[0]
            node = next((node for node in (self.screen, self.app) if hasattr(node, name)), None)
            if command.palette and node:
                yield command.palette, partial(node.run_action, command.action), command.help
        for name in sorted(self.app.available_themes):
            yield f"Theme: {name}", partial(setattr, self.app, "theme", name), "Change the colours until the program ends"

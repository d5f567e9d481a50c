"""The command palette: every command that can be done where the reader is, and every theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.errors import NoWidget
from textual.events import Click
from textual.types import IgnoreReturnCallbackType

from briefreader.ui.commands import Where, commands_of
from briefreader.ui.keymap import shown_keys
from briefreader.ui.theme_preview import ChooseTheme

if TYPE_CHECKING:
    from briefreader.ui.app import BriefreaderApp


class Palette(CommandPalette):
    """Textual's palette; a click where a smaller window has no widget any more does no harm."""

    def _on_click(self, event: Click) -> None:  # type: ignore[override]  # as Textual's own
        event.prevent_default()  # or Textual's own is called as well
        with suppress(NoWidget):
            super()._on_click(event)


class CommandFinder(Provider):
    """Finds commands by name."""

    async def discover(self) -> Hits:
        for title, run, text, keys in self._entries():
            yield DiscoveryHit(_with_keys(Content(title), keys), run, text=title, help=text)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for title, run, text, keys in self._entries():
            score = matcher.match(title)
            if score > 0:
                found = Content.from_text(matcher.highlight(title), markup=False)
                yield Hit(score, _with_keys(found, keys), run, text=title, help=text)

    def _entries(self) -> Iterator[tuple[str, IgnoreReturnCallbackType, str, str]]:
        changes = cast("BriefreaderApp", self.app).key_changes
        heard: Sequence[Where] = getattr(type(self.screen), "HEARS", ("app",))
        for command in commands_of(*heard):
            name = "action_" + command.action.partition("(")[0]
            nodes = (self.screen, self.app, *([self.screen.focused] if self.screen.focused else []))
            node = next((node for node in nodes if hasattr(node, name)), None)
            if node and command.id != "palette":
                run = partial(self.app.run_action, command.action, node)
                yield command.palette or command.label, run, command.help, shown_keys(command, changes)
        for name in sorted(self.app.available_themes):
            yield f"Theme: {name}", ChooseTheme(self.app, name), "Change the colours until the program ends", ""


def _with_keys(title: Content, keys: str) -> Content:
    """The keys stand beside the title, where nothing parses them: ``[`` is one."""
    return title.append(f"   {keys}") if keys else title

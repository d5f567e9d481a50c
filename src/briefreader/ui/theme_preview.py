"""The palette's themes: the screen shows the one under the cursor at once, and keeps it only if it is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from textual import on
from textual.app import App
from textual.command import Command, CommandPalette


@dataclass(frozen=True)
class ChooseTheme:
    """The palette's command that takes a theme for the rest of the program."""

    app: App[Any]
    name: str

    def __call__(self) -> None:
        self.app.theme = self.name


class ThemePreview(App[int]):
    """An application whose palette previews themes."""

    _own_theme = ""

    @on(CommandPalette.Opened)
    def _note_the_theme(self) -> None:
        self._own_theme = self.theme

    @on(CommandPalette.OptionHighlighted)
    def _preview(self, event: CommandPalette.OptionHighlighted) -> None:
        command = cast("Command", event.highlighted_event.option).hit.command
        self.theme = command.name if isinstance(command, ChooseTheme) else self._own_theme

    @on(CommandPalette.Closed)
    def _leave_it(self, event: CommandPalette.Closed) -> None:
        if not event.option_selected:
            self.theme = self._own_theme

"""A screen that takes no size but the terminal's, and says that it has copied what the mouse has marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from textual import events
from textual.screen import Screen

if TYPE_CHECKING:
    from briefreader.ui.app import BriefreaderApp

Result = TypeVar("Result")


class SteadyScreen(Screen[Result]):
    """Laid out for the terminal's present size only.

    Textual tells a screen of each layout that it was given, too, and lays it out again: after two quick changes of the
    terminal's size, the one would call the other back for ever.
    """

    async def _on_resize(self, event: events.Resize) -> None:
        if event.size != self.app.size:
            event.stop()
            event.prevent_default()

    def action_copy_text(self) -> None:
        super().action_copy_text()
        cast("BriefreaderApp", self.app).tell("Copied the marked text")

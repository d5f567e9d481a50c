"""A screen that takes no size but the terminal's, and says that it has copied what the mouse has marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from textual import events
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from briefreader.ui.app import BriefreaderApp

Result = TypeVar("Result")


class SteadyScreen(Screen[Result]):
    """Laid out for the terminal's present size only, and painted where something has changed.

    Textual tells a screen of each layout that it was given, too, and lays it out again: after two quick changes of the
    terminal's size, the one would call the other back for ever. And it paints the whole screen anew whenever the focus moves
    (the two widgets that it concerns do so themselves) or a dialog opens before it, and the dialog with it. A screen that opens
    it lays out and paints twice: at once, while the widgets do not know their sizes yet, and when they do.
    """

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    async def _on_resize(self, event: events.Resize) -> None:
        is_laid_out = self.is_modal and event.size == self.outer_size  # a dialog has no breakpoints to look after
        if event.size != self.app.size or is_laid_out:
            event.stop()
            event.prevent_default()

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        if not self._size:
            self._size = self.app.size  # nothing is laid out at once for a size that it has already

    def on_screen_suspend(self) -> None:
        self._repaint_required = False

    def action_copy_text(self) -> None:
        super().action_copy_text()
        cast("BriefreaderApp", self.app).tell("Copied the marked text")

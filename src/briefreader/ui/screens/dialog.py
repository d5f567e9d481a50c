"""What the dialogs share: they answer once; Escape closes them, q too where no text is being typed, and Q quits."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import RenderResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen

from briefreader.ui.commands import commands_of
from briefreader.ui.screens.backdrop import Backdrop
from briefreader.ui.screens.steady import SteadyScreen

Result = TypeVar("Result")


class OneAnswer(SteadyScreen[Result]):
    """A screen that gives its answer once: a key or a click that comes while it closes would close the screen below too.

    A key that comes before the screen is there is too early. Textual keeps the application's keys from a dialog; help, the
    palette and quitting are heard all the same.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(command.keys, f"app.{command.action}", command.label, show=False, id=command.id)
        for command in commands_of("app")
        if not command.first
    ]
    _answered = False
    _answer: Result | None = None

    def render(self) -> RenderResult:  # type: ignore[override]  # a visual will do, as it does for any other widget
        ground = super().render()
        return Backdrop(ground.screen, ground.color) if isinstance(ground, BackgroundScreen) else ground

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        if self._answered or not self.is_mounted:
            return AwaitComplete()
        self._answered, self._answer = True, result
        return self._close_on_top()

    def on_screen_resume(self) -> None:
        if self._answered:
            self._close_on_top()

    def _close_on_top(self) -> AwaitComplete:
        # Textual would take the topmost screen away, whichever it is: with help before it, this one waits for its turn.
        return super().dismiss(self._answer) if self.is_active else AwaitComplete()


class Dialog(ModalScreen[Result], OneAnswer[Result]):
    """Gives ``None`` when it is closed. (ModalScreen stands first: Textual takes the style of the first base alone.)"""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", show=False),
    ]

    def action_close(self) -> None:
        self.dismiss(None)

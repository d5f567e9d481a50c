"""What the dialogs share: they answer once; Escape closes them, q too where no text is being typed, and Q quits."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from briefreader.ui.commands import BY_ID

Result = TypeVar("Result")


class OneAnswer(Screen[Result]):
    """A screen that gives its answer once: a key or a click that comes while it closes would close the screen below too."""

    _answered = False

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        if self._answered:
            return AwaitComplete()
        self._answered = True
        return super().dismiss(result)


class Dialog(ModalScreen[Result], OneAnswer[Result]):
    """Gives ``None`` when it is closed. (ModalScreen stands first: Textual takes the style of the first base alone.)"""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", show=False),
        # Textual keeps the application's keys from a dialog; the reader who wants to quit now is heard all the same.
        Binding(BY_ID["quit"].keys, "app.quit", "Quit", show=False, id="quit"),
    ]

    def action_close(self) -> None:
        self.dismiss(None)

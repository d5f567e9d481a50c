"""What the dialogs share: Escape closes them, q too where no text is being typed, and Q quits."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from briefreader.ui.commands import BY_ID

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """Gives ``None`` when it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", show=False),
        # Textual keeps the application's keys from a dialog; the reader who wants to quit now is heard all the same.
        Binding(BY_ID["quit"].keys, "app.quit", "Quit", show=False, id="quit"),
    ]

    def action_close(self) -> None:
        self.dismiss(None)

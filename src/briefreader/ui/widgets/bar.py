"""One line at the top or the bottom of a screen: pieces to the left, a piece to the right, any of them clickable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from briefreader.ui.format.cells import shorten_before_end
from briefreader.ui.format.lines import Piece
from briefreader.ui.widgets.paint import paint

if TYPE_CHECKING:
    from briefreader.ui.app import BriefreaderApp


@dataclass(frozen=True, slots=True)
class Button:
    """Some pieces, and the action that a click on them does; one that is kept is shown before any other."""

    pieces: tuple[Piece, ...]
    action: str = ""
    kept: bool = False

    @property
    def width(self) -> int:
        return sum(cell_len(piece.text) for piece in self.pieces)


class Bar(Widget):
    """Shows as many of its buttons as fit, and the text on the right before any of them is cut."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._buttons: list[Button] = []
        self._right = Piece("")

    def show(self, buttons: list[Button], right: Piece | None = None) -> None:
        """Show other buttons, and another text on the right."""
        self._buttons, self._right = buttons, right or Piece("")
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        right = Piece(self._right_text(), self._right.role)
        room = width - cell_len(right.text)
        pieces = [piece for button in self._fitting(room) for piece in button.pieces]
        taken = sum(cell_len(piece.text) for piece in pieces)
        roles = cast("BriefreaderApp", self.app).roles
        return paint([*pieces, Piece(" " * (room - taken)), right], width, self.visual_style.rich_style, roles)

    def _right_text(self) -> str:
        """The text on the right, with a blank on either side of it; its end says what to press, so its middle is cut."""
        text = shorten_before_end(self._right.text, max(self.size.width - 2, 1))
        return f" {text} " if text else ""

    def _fitting(self, room: int) -> list[Button]:
        """The buttons up to the first one that does not fit, and those that are kept."""
        room -= sum(button.width for button in self._buttons if button.kept)
        fitting: list[Button] = []
        for button in self._buttons:
            room -= 0 if button.kept else button.width
            if button.kept or room >= 0:
                fitting.append(button)
        return fitting

    async def on_click(self, event: events.Click) -> None:
        x = event.x
        for button in self._fitting(self.size.width - cell_len(self._right_text())):
            if x < button.width:
                await self._do(button.action)
                return
            x -= button.width

    async def _do(self, action: str) -> None:
        """Do it where a key would: in the widget that has the focus, or the nearest one around it that can."""
        name = "action_" + action.partition("(")[0]
        start = self.screen.focused or self
        for node in start.ancestors_with_self:
            if action and hasattr(node, name):
                await self.app.run_action(action, default_namespace=node)
                return

"""The keys that matter where the reader is: from the command table, as many as fit, clickable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from briefreader.ui.commands import BY_ID, COMMANDS, Where, commands_of
from briefreader.ui.format.lines import Piece
from briefreader.ui.keymap import shown_keys
from briefreader.ui.widgets.bar import Bar, Button

if TYPE_CHECKING:
    from briefreader.ui.app import BriefreaderApp

_MOVING = ("down", "up")
_KEPT = {"help", "back", "close"} | {command.id for command in COMMANDS if command.id.endswith(("-back", "-close", "-leave"))}
"""What has its place however narrow the screen is: help, and the way out."""

_OPENS: frozenset[Where] = frozenset({"reading", "time line"})
"""Where Enter on a line opens what stands there."""

Labelled = Sequence[tuple[str, str]]
"""Commands by their ids, each with what it is called in the footer."""


class CommandFooter(Bar):
    """Shows the footer's commands of these places; ``follow`` shows others while something else has the focus."""

    def __init__(self, *places: Where, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._own = footer_of(*places)
        self._shown: Labelled = self._own

    def on_mount(self) -> None:
        self._draw()

    def follow(self, commands: Labelled | None) -> None:
        """Show these commands; ``None`` shows the screen's own."""
        wanted = self._own if commands is None else commands
        if wanted is not self._shown:
            self._shown = wanted
            self._draw()

    def renew(self) -> None:
        """Show the keys as they are now: the reader has changed them."""
        self._draw()

    def _draw(self) -> None:
        changes = cast("BriefreaderApp", self.app).key_changes
        buttons = []
        for name, label in self._shown:
            command = BY_ID[name]
            if name == "down":
                keys = "/".join(shown_keys(BY_ID[each], changes, most=1) for each in _MOVING)
                buttons.append(_button(keys, label))
            else:
                buttons.append(_button(shown_keys(command, changes, most=1), label, command.action, kept=name in _KEPT))
        self.show(buttons)


def footer_of(*places: Where) -> Labelled:
    """The footer's commands of some places, in their order; moving up and down are one entry, opening only where it opens."""
    commands = sorted((command for command in commands_of(*places) if command.footer), key=lambda each: each.footer)
    left_out = {"up"} if _OPENS.intersection(places) else {"up", "choose"}
    return [
        (command.id, "Move" if command.id == "down" else command.label) for command in commands if command.id not in left_out
    ]


def _button(keys: str, label: str, action: str = "", *, kept: bool = False) -> Button:
    return Button((Piece(f" {keys}", "key"), Piece(f" {label} ", "")), action, kept)

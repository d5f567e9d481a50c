"""The keys that matter where the reader is: from the command table, as many as fit, clickable."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from briefreader.ui.commands import BY_ID, Where, commands_of
from briefreader.ui.format.lines import Piece
from briefreader.ui.keymap import shown_keys
from briefreader.ui.widgets.bar import Bar, Button

if TYPE_CHECKING:
    from briefreader.ui.app import BriefreaderApp

_MOVING = ("down", "up")


class CommandFooter(Bar):
    def __init__(self, *places: Where, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._commands = sorted((command for command in commands_of(*places) if command.footer), key=lambda each: each.footer)

    def on_mount(self) -> None:
        changes = cast("BriefreaderApp", self.app).key_changes
        down, up = (shown_keys(BY_ID[name], changes, most=1) for name in _MOVING)
        moves = any(command.id in _MOVING for command in self._commands)
        others = [command for command in self._commands if command.id not in _MOVING]
        self.show(
            [
                *([_button(f"{down}/{up}", "Move")] if moves else []),
                *(_button(shown_keys(command, changes, most=1), command.label, command.action) for command in others),
            ]
        )


def _button(keys: str, label: str, action: str = "") -> Button:
    return Button((Piece(f" {keys}", "key"), Piece(f" {label} ", "")), action)

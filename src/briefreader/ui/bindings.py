"""The command table as Textual's bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from briefreader.ui.commands import Where, commands_of


def bindings_of(*places: Where) -> list[BindingType]:
    """The bindings of the commands heard in these places; each has its command's id, so that a keymap can change it."""
    return [
        Binding(command.keys, command.action, command.label, show=False, priority=command.first, id=command.id)
        for command in commands_of(*places)
    ]

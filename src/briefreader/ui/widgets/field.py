"""A line to type in."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class Field(Input):
    """Does what its own keys say in the order in which they are pressed, and its cursor stands still.

    Textual takes a letter at once, but hears Backspace only when the key has gone up to the application and found its way
    back: of ``zz``, two Backspaces and ``port`` typed in one go it makes ``zzpo``.
    """

    def on_mount(self) -> None:
        self.cursor_blink = False

    async def _on_key(self, event: events.Key) -> None:
        bound = None if event.is_printable else self.screen.active_bindings.get(event.key)
        if bound and bound.node is self and await self.app.run_action(bound.binding.action, self):
            event.stop()
            event.prevent_default()

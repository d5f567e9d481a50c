"""The line in which the reader types a search."""

from __future__ import annotations

from textual.message import Message

from briefreader.ui.bindings import bindings_of
from briefreader.ui.widgets.field import Field


class FindInput(Field):
    """Opens at the bottom of the screen; Enter keeps what was found, Escape takes the search back."""

    BINDINGS = bindings_of("find")

    class GivenUp(Message):
        """The reader takes the search back."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(
            placeholder='words, "a phrase", -not, stage:stalled, party:name, site:, tag:, since:7d, is:unread', id=id
        )

    def open(self, text: str) -> None:
        """Show the line with ``text`` in it and take the focus."""
        with self.prevent(Field.Changed):
            self.value = text
        self.add_class("-open")
        self.screen.set_focus(self)  # at once: the next key may be typed already

    def close(self) -> None:
        """Hide the line."""
        self.remove_class("-open")

    async def action_find_keep(self) -> None:
        await self.action_submit()

    def action_find_leave(self) -> None:
        self.post_message(self.GivenUp())

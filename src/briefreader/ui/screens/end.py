"""The end: nothing is unread. What was kept, and what can be done with it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content

from briefreader.store.library import Library
from briefreader.ui.format.cells import shorten
from briefreader.ui.format.lines import Line, Piece, line
from briefreader.ui.screens.dialog import Dialog
from briefreader.ui.view import KEPT
from briefreader.ui.widgets.line_pane import LinePane

_MOST_SHOWN = 12


class EndScreen(Dialog[None]):
    """Says what was kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "forward('export_kept')", "Export", show=False),
        Binding("u", "forward('undo')", "Undo", show=False),
        Binding("R", "forward('refresh')", "Refresh", show=False),
        Binding("enter,space", "close", "Close", show=False),
    ]

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -medium-high") as box:
            box.border_title = Content("Nothing unread")
            yield LinePane(id="end")

    def on_mount(self) -> None:
        pane = self.query_one(LinePane)
        pane.show(lambda width: end_lines(self._library, width))
        pane.focus()

    async def action_forward(self, action: str) -> None:
        """Close, and do it on the screen below."""
        below = self.app.screen_stack[-2]
        self.dismiss(None)
        await below.run_action(action)


def end_lines(library: Library, width: int) -> list[Line]:
    """What was kept, and the keys that lead on."""
    kept = library.story_ids(KEPT.base)
    counts = library.counts()
    lines = [line(), line(Piece(f"All {counts.stories} stories are read.", "title")), line()]
    if kept:
        lines.append(line(Piece(f"{len(kept)} kept:", "label")))
        lines += [
            line(Piece("★ ", "star"), Piece(shorten(row.title, width - 2))) for row in library.story_rows(kept[:_MOST_SHOWN])
        ]
        lines += [line(Piece(f"… and {len(kept) - _MOST_SHOWN} more", "muted"))] if len(kept) > _MOST_SHOWN else []
        lines.append(line())
    keys = (("e", "Export what was kept"), ("u", "Undo"), ("R", "Refresh"), ("Esc", "Back to the stories"))
    lines += [line(Piece(f" {key:>4} ", "key"), Piece(words)) for key, words in keys if kept or key != "e"]
    return lines

"""The end: nothing is unread. What was kept, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content

from briefreader.store.library import Library
from briefreader.ui.commands import BY_ID
from briefreader.ui.format.cells import shorten
from briefreader.ui.format.lines import Line, Piece, line
from briefreader.ui.keymap import shown_keys
from briefreader.ui.reading.view import KEPT
from briefreader.ui.screens.dialog import Dialog
from briefreader.ui.widgets.line_pane import LinePane

if TYPE_CHECKING:
    from briefreader.ui.app import BriefreaderApp

_MOST_SHOWN = 12


class EndScreen(Dialog[None]):
    """Says what was kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(BY_ID[name].keys, f"forward('{action}')", BY_ID[name].label, show=False, id=name)
            for name, action in (("export", "export_kept"), ("undo", "undo"), ("refresh", "refresh"))
        ),
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
        changes = cast("BriefreaderApp", self.app).key_changes
        pane.show(lambda width: end_lines(self._library, changes, width))
        pane.focus()

    async def action_forward(self, action: str) -> None:
        """Close, and do it on the screen below."""
        below = self.app.screen_stack[-2]
        self.dismiss(None)
        await below.run_action(action)


def end_lines(library: Library, key_changes: Mapping[str, str], width: int) -> list[Line]:
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
    offers = [("export", "Export what was kept"), ("undo", "Undo"), ("refresh", "Refresh"), ("back", "Back to the stories")]
    for name, words in offers if kept else offers[1:]:
        lines.append(line(Piece(f" {shown_keys(BY_ID[name], key_changes, most=1):>4} ", "key"), Piece(words)))
    return lines

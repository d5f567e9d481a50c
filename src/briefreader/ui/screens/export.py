"""The export dialog: what, in which form, where to; with a preview."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import ClassVar, get_args

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from briefreader.errors import BriefreaderError
from briefreader.export.documents import Form, day_document, story_documents
from briefreader.export.files import write_exports
from briefreader.model import Story
from briefreader.safety import clean_text
from briefreader.ui.bindings import bindings_of
from briefreader.ui.commands import Where
from briefreader.ui.format.cells import shorten, wrap_pieces
from briefreader.ui.format.lines import Line, Piece, line
from briefreader.ui.screens.dialog import OneAnswer
from briefreader.ui.widgets.bar import Bar, Button
from briefreader.ui.widgets.field import Field
from briefreader.ui.widgets.footer import CommandFooter
from briefreader.ui.widgets.line_pane import LinePane

_PREVIEWED = 5
"""Files that are named in the preview."""
_NOTHING = "Nothing to export here: s keeps a story"
_FORMS: tuple[Form, ...] = get_args(Form)
_FORM_NAMES: dict[Form, str] = {"md": "Markdown", "html": "HTML", "json": "JSON"}


class ExportScreen(ModalScreen[str | None], OneAnswer[str | None]):
    """Exports one of ``offers`` (a name, and the ids of its stories), one file a story; gives in words what was done."""

    HEARS: ClassVar[tuple[Where, ...]] = ("export", "moving", "app")
    BINDINGS = bindings_of("export")

    def __init__(self, offers: Mapping[str, Sequence[int]], read: Callable[[int], Story], folder: Path, now: datetime) -> None:
        super().__init__()
        self._offers, self._read, self._folder, self._now = offers, cache(read), folder, now
        self._chosen = next((name for name, story_ids in offers.items() if story_ids), [*offers][-1])
        self._form: Form = "md"

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -tall -broad") as box:
            box.border_title = Content("Export")
            yield Bar(id="choices")
            yield Field(str(self._folder), id="folder")
            yield LinePane(id="preview")
            yield CommandFooter("export", "app")

    def on_mount(self) -> None:
        self._show()
        self.query_one(LinePane).focus()

    @property
    def _story_ids(self) -> Sequence[int]:
        return self._offers[self._chosen]

    def _stories(self, most: int | None = None) -> list[Story]:
        """The stories of the offer, read from the library when they are needed."""
        return [self._read(story_id) for story_id in self._story_ids[:most]]

    def _show(self) -> None:
        stories, count = self._stories(_PREVIEWED), len(self._story_ids)
        what = f"{self._chosen} ({count})" if count > 1 else self._chosen
        self.query_one("#choices", Bar).show(
            [
                Button((Piece(" What: ", "label"), Piece(f"{what}  ")), "export_what"),
                Button((Piece("Format: ", "label"), Piece(_FORM_NAMES[self._form])), "export_form"),
            ]
        )
        self.query_one(LinePane).show(lambda width: preview_lines(stories, count, self._form, width))

    def action_export_what(self) -> None:
        names = [*self._offers]
        self._chosen = names[(names.index(self._chosen) + 1) % len(names)]
        self._show()

    def action_export_form(self) -> None:
        self._form = _FORMS[(_FORMS.index(self._form) + 1) % len(_FORMS)]
        self._show()

    def action_export_folder(self) -> None:
        self.query_one(Field).focus()

    @on(Input.Submitted)
    def _leave_folder(self) -> None:
        self.query_one(LinePane).focus()

    def action_export_copy(self) -> None:
        """Copy all of it as one document to the clipboard."""
        stories = self._stories()
        if not stories:
            self.dismiss(_NOTHING)
            return
        self.app.copy_to_clipboard(clean_text(day_document(stories, self._form, self._now.date())))
        self.dismiss("Copied the story" if len(stories) == 1 else f"Copied {len(stories)} stories")

    def action_export_write(self) -> None:
        stories = self._stories()
        if not stories:
            self.dismiss(_NOTHING)
            return
        typed = self.query_one(Field).value.strip() or "."
        folder = Path(os.path.expanduser(typed))  # noqa: PTH111 (Path raises for a strange ~name)
        try:
            paths = write_exports(folder, story_documents(stories, self._form))
        except BriefreaderError as error:
            self.dismiss(str(error))
        else:
            self.dismiss(f"Wrote {paths[0]}" if len(paths) == 1 else f"Wrote {len(paths)} files to {folder}")

    def action_export_close(self) -> None:
        if isinstance(self.focused, Field):
            self.query_one(LinePane).focus()
        else:
            self.dismiss(None)


def preview_lines(stories: list[Story], count: int, form: Form, width: int) -> list[Line]:
    """The files that will be written (the first of ``count``), and the text of the first."""
    if not stories:
        return [line(Piece(_NOTHING, "muted"))]
    documents = story_documents(stories, form)
    names = [line(Piece("→ ", "muted"), Piece(shorten(document.name, width - 2), "key")) for document in documents]
    more = [line(Piece(f"  … and {count - len(stories)} more", "muted"))] if count > len(stories) else []
    text = [row for part in documents[0].text.split("\n") for row in wrap_pieces([Piece(part)], width)]
    return [*names, *more, line(), *text]

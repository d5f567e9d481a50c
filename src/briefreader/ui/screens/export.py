"""The export dialog: what, in which form, where to; with a preview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
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
from briefreader.ui.format.cells import wrap_pieces
from briefreader.ui.format.lines import Line, Piece, line
from briefreader.ui.widgets.bar import Bar, Button
from briefreader.ui.widgets.footer import CommandFooter
from briefreader.ui.widgets.line_pane import LinePane

_FORMS: tuple[Form, ...] = get_args(Form)
_FORM_NAMES: dict[Form, str] = {"md": "Markdown", "html": "HTML", "json": "JSON"}


class ExportScreen(ModalScreen[str | None]):
    """Exports the chosen stories or all kept ones, one file each; gives in words what was done."""

    HEARS: ClassVar[tuple[Where, ...]] = ("export", "moving", "app")
    BINDINGS = bindings_of("export")

    def __init__(self, chosen: list[Story], kept: Callable[[], list[Story]], folder: Path, now: datetime) -> None:
        super().__init__()
        self._chosen, self._kept, self._folder, self._now = chosen, kept, folder, now
        self._keeps = not chosen
        self._form: Form = "md"

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -tall -broad") as box:
            box.border_title = Content("Export")
            yield Bar(id="choices")
            yield Input(str(self._folder), id="folder")
            yield LinePane(id="preview")
            yield CommandFooter("export")

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False
        self._show()
        self.query_one(LinePane).focus()

    @property
    def stories(self) -> list[Story]:
        return self._kept() if self._keeps else self._chosen

    def _show(self) -> None:
        stories = self.stories
        chosen = "the story" if len(self._chosen) == 1 else f"the {len(self._chosen)} selected"
        what = f"all {len(stories)} kept" if self._keeps else chosen
        self.query_one("#choices", Bar).show(
            [
                Button((Piece(" What: ", "label"), Piece(f"{what}  ")), "export_what"),
                Button((Piece("Form: ", "label"), Piece(_FORM_NAMES[self._form])), "export_form"),
            ]
        )
        self.query_one(LinePane).show(lambda width: preview_lines(stories, self._form, width))

    def action_export_what(self) -> None:
        self._keeps = not self._keeps and True
        if not self._keeps and not self._chosen:
            self._keeps = True
        self._show()

    def action_export_form(self) -> None:
        self._form = _FORMS[(_FORMS.index(self._form) + 1) % len(_FORMS)]
        self._show()

    def action_export_folder(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _leave_folder(self) -> None:
        self.query_one(LinePane).focus()

    def action_export_copy(self) -> None:
        """Copy all of it as one document to the clipboard."""
        self.app.copy_to_clipboard(clean_text(day_document(self.stories, self._form, self._now.date())))
        self.dismiss(f"Copied {len(self.stories)} stories")

    def action_export_write(self) -> None:
        stories = self.stories
        if not stories:
            self.dismiss("Nothing is kept yet: s keeps a story")
            return
        folder = Path(self.query_one(Input).value.strip() or ".").expanduser()
        try:
            paths = write_exports(folder, story_documents(stories, self._form))
        except BriefreaderError as error:
            self.dismiss(str(error))
        else:
            self.dismiss(f"Wrote {paths[0]}" if len(paths) == 1 else f"Wrote {len(paths)} files to {folder}")

    def action_export_close(self) -> None:
        if isinstance(self.focused, Input):
            self.query_one(LinePane).focus()
        else:
            self.dismiss(None)


def preview_lines(stories: list[Story], form: Form, width: int) -> list[Line]:
    """The files that will be written, and the text of the first."""
    if not stories:
        return [line(Piece("Nothing is kept yet: s keeps a story", "muted"))]
    documents = story_documents(stories, form)
    names = [line(Piece("→ ", "muted"), Piece(document.name, "key")) for document in documents[:5]]
    more = [line(Piece(f"  … and {len(documents) - 5} more", "muted"))] if len(documents) > 5 else []
    text = [row for part in documents[0].text.split("\n") for row in wrap_pieces([Piece(part)], width)]
    return [*names, *more, line(), *text]

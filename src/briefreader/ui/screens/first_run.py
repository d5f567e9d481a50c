"""The first run: an empty library offers what one can begin with."""

from __future__ import annotations

import os

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static

from briefreader.config import Settings
from briefreader.ui.format.cells import wrap_pieces
from briefreader.ui.format.lines import Choice, Line, Piece, line
from briefreader.ui.screens.dialog import Dialog
from briefreader.ui.widgets.field import Field
from briefreader.ui.widgets.line_pane import LinePane
from briefreader.ui.work import CommandProcess

_OFFERS = (
    ("demo", "Look at the demo stories", "Invented stories to try every key on; needs no network."),
    ("add", "Add a feed, a site or a folder", "Type an address; the feed of a site is found."),
    ("starter", "Choose from well-known news feeds", "World news by topic; tick what you like."),
    ("opml", "Import subscriptions (OPML)", "From another reader's export file."),
    ("nothing", "Begin with an empty library", "S and + are there whenever you want them."),
)


class FirstRunScreen(Dialog[str | None]):
    """Gives the name of the offer that the reader chose."""

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -offers") as box:
            box.border_title = Content("Welcome to briefreader")
            box.border_subtitle = Content("j/k Move · Enter Choose · Esc Close")
            yield LinePane(id="offers")

    def on_mount(self) -> None:
        pane = self.query_one(LinePane)
        pane.show(offer_lines)
        pane.focus()

    @on(LinePane.Chosen)
    def _choose(self, message: LinePane.Chosen) -> None:
        if isinstance(message.target, Choice):
            self.dismiss(str(message.target.value))


def offer_lines(width: int) -> list[Line]:
    """One entry an offer: its name, and what it means."""
    lines = [line(Piece("The library is empty. How do you want to begin?", "title")), line()]
    for name, title, meaning in _OFFERS:
        target = Choice(name)
        lines.append(line(Piece("▸ ", "key"), Piece(title, "unread"), target=target))
        rows = wrap_pieces([Piece(meaning, "muted")], width, first="  ", rest="  ", target=target)
        lines += [line(*row.pieces, target=target, more=True) for row in rows]
        lines.append(line())
    return lines


class ImportScreen(Dialog[str | None]):
    """Asks for an OPML file and imports it; gives in words what was imported."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def compose(self) -> ComposeResult:
        with Container(classes="dialog") as box:
            box.border_title = Content("Import subscriptions")
            yield Field(placeholder="path of an OPML file")
            yield Static("Enter imports · Esc closes", id="said", markup=False)

    def on_mount(self) -> None:
        self.query_one(Field).focus()

    @on(Input.Submitted)
    def _import(self, message: Input.Submitted) -> None:
        if message.value.strip():
            self.run_worker(self._run(message.value.strip()), exclusive=True)

    async def _run(self, path: str) -> None:
        self.query_one("#said", Static).update(Content("Importing …"))
        file = os.path.expanduser(path)  # noqa: PTH111 (Path raises for a strange ~name)
        work = CommandProcess(self._settings, "opml", "import", "--", file)
        async for _ in work.lines():
            pass
        if work.exit_code == 0:
            self.dismiss(work.words or "Imported")
        else:
            self.query_one("#said", Static).update(Content(work.words or "It could not be imported"))

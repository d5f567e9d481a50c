"""Subscribing: an address is typed, ``briefreader add`` finds the feed in a process of its own."""

from __future__ import annotations

import os

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static

from briefreader.config import Settings
from briefreader.ui.screens.dialog import Dialog
from briefreader.ui.widgets.field import Field
from briefreader.ui.work import CommandProcess


class AddSourceScreen(Dialog[str | None]):
    """Gives in words what was added; stays open with the reason if it could not be."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._work: CommandProcess | None = None

    def compose(self) -> ComposeResult:
        with Container(classes="dialog") as box:
            box.border_title = Content("Add a source")
            yield Field(placeholder="address of a feed or site, or a folder, file or glob")
            yield Static("Enter subscribes · words behind the address are tags · Esc closes", id="said", markup=False)

    def on_mount(self) -> None:
        self.query_one(Field).focus()

    @on(Input.Submitted)
    def _add(self, message: Input.Submitted) -> None:
        typed = message.value.strip()
        is_path = os.path.exists(os.path.expanduser(typed))  # noqa: PTH110, PTH111 (Path raises for a strange ~name)
        address, *tags = [typed] if is_path else typed.split() or [""]  # the name of a folder may have blanks
        if address and self._work is None:
            self.run_worker(self._run(address, tags), exclusive=True)

    async def _run(self, address: str, tags: list[str]) -> None:
        said = self.query_one("#said", Static)
        said.update(Content("Looking for the feed …"))
        options = [part for tag in tags for part in ("--tag", tag.removeprefix("#"))]
        work = self._work = CommandProcess(self._settings, "add", *options, "--", address)
        try:
            async for _ in work.lines():
                pass
        except OSError as error:
            work.words = str(error)
        self._work = None
        words = work.words
        if work.exit_code == 0:
            self.dismiss(words or f"Added {address}")
        else:
            said.update(Content(words or "It could not be added"))

    async def on_unmount(self) -> None:
        if self._work:
            await self._work.end()

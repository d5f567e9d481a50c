"""Piping the brief to a command: the reader types it, its output is shown below."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static

from briefreader.safety import clean_text, one_line
from briefreader.ui.format.cells import wrap_pieces
from briefreader.ui.format.lines import Line, Piece
from briefreader.ui.piping import Outcome, run_command
from briefreader.ui.screens.dialog import Dialog
from briefreader.ui.widgets.field import Field
from briefreader.ui.widgets.line_pane import LinePane


class PipeScreen(Dialog[str | None]):
    """Gives in words how a command without output ended; output, or a failure, is shown and can be scrolled."""

    def __init__(self, text: str, what: str, command: str) -> None:
        super().__init__()
        self._text, self._what = text, what
        self.command = command
        self._runs = False

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -tall") as box:
            box.border_title = Content(f"Pipe {one_line(self._what)} to a command")
            yield Field(self.command, placeholder="a program and its arguments: wc -w")
            yield Static("Enter runs it with the brief as its input · Esc closes, and stops it", id="said", markup=False)
            yield LinePane(id="output")

    def on_mount(self) -> None:
        self.query_one(Field).focus()

    @on(Input.Submitted)
    def _run(self, message: Input.Submitted) -> None:
        if message.value.strip() and not self._runs:
            self.command = message.value.strip()
            self.run_worker(self._pipe(), exclusive=True)

    async def _pipe(self) -> None:
        said = self.query_one("#said", Static)
        said.update(Content("Running …"))
        self._runs = True
        outcome = await run_command(self.command, self._text)
        self._runs = False
        if not self.is_attached:
            return
        if outcome.exit_code == 0 and not outcome.output.strip():
            self.dismiss(f"{self.command}: done")
            return
        said.update(Content(one_line(f"{self.command}: {outcome.words} · Esc closes")))
        pane = self.query_one(LinePane)
        pane.show(lambda width: output_lines(outcome, width))
        if outcome.output.strip():
            pane.focus()


def output_lines(outcome: Outcome, width: int) -> list[Line]:
    """What the command printed, cleaned of anything that a terminal could obey."""
    text = clean_text(outcome.output).rstrip().expandtabs(8)
    return [row for part in text.split("\n") for row in wrap_pieces([Piece(part)], width)]

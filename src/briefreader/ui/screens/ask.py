"""Asks for one line of text."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static

from briefreader.safety import one_line
from briefreader.ui.screens.dialog import Dialog
from briefreader.ui.widgets.field import Field


class AskScreen(Dialog[str | None]):
    """Gives what was typed, or ``None``."""

    def __init__(
        self,
        title: str,
        value: str = "",
        hint: str = "Enter keeps it · Esc closes",
        *,
        problem: Callable[[str], str] = lambda text: "",
    ) -> None:
        """``problem`` says why what was typed cannot be taken; "" takes it."""
        super().__init__()
        self._title, self._value, self._hint, self._problem = one_line(title), one_line(value), hint, problem

    def compose(self) -> ComposeResult:
        with Container(classes="dialog") as box:
            box.border_title = Content(self._title)
            yield Field(self._value)
            yield Static(self._hint, markup=False)

    def on_mount(self) -> None:
        self.query_one(Field).focus()

    @on(Input.Submitted)
    def _keep(self, message: Input.Submitted) -> None:
        text = message.value.strip()
        problem = self._problem(text) if text else ""
        if problem:
            self.query_one(Static).update(Content(one_line(problem)))
        else:
            self.dismiss(text)

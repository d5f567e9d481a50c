"""What help, the palette and merging share: a line to type in, and below it the list of what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from briefreader.ui.bindings import bindings_of
from briefreader.ui.commands import Where
from briefreader.ui.format.lines import Line, Target
from briefreader.ui.screens.dialog import OneAnswer
from briefreader.ui.widgets.field import Field
from briefreader.ui.widgets.footer import CommandFooter, footer_of
from briefreader.ui.widgets.line_pane import LinePane

Result = TypeVar("Result")


class TypedList(ModalScreen[Result], OneAnswer[Result]):
    """Subclasses say what is found by the words, how it looks, and what choosing means.

    The words that are typed keep the focus, so a bar of its own (``▌``) shows where in the list the cursor is.
    """

    HEARS: ClassVar[tuple[Where, ...]] = ("typed list",)
    BINDINGS = bindings_of("typed list")

    def __init__(self, title: str, *, hint: str, choosing: str, shape: str = "-tall") -> None:
        """``hint`` stands where nothing is typed yet; ``choosing`` is what the footer calls Enter."""
        super().__init__()
        self._title, self._hint, self._choosing, self._shape = title, hint, choosing, shape
        self.pane = LinePane()

    def compose(self) -> ComposeResult:
        with Container(classes=f"dialog {self._shape}") as box:
            box.border_title = Content(self._title)
            yield Field(placeholder=self._hint)
            yield self.pane
            yield CommandFooter("typed list")

    def on_mount(self) -> None:
        self.query_one(Field).focus()
        labels = {"typed-choose": self._choosing}
        self.query_one(CommandFooter).follow([(name, labels.get(name, label)) for name, label in footer_of("typed list")])
        self._show("")

    # -- what subclasses say
    def find(self, words: str) -> None:
        """Look for what these words find; ``found_lines`` gives it."""
        raise NotImplementedError

    def found_lines(self, width: int) -> Sequence[Line]:
        raise NotImplementedError

    def choose(self, target: Target) -> None:
        raise NotImplementedError

    def moved(self) -> None:
        """The cursor stands on another line."""

    # -- typing, moving, choosing
    @on(Input.Changed)
    def _type(self, message: Input.Changed) -> None:
        self._show(message.value)

    def _show(self, words: str) -> None:
        self.find(words.strip())
        self.pane.show(self.found_lines)
        self.moved()

    @on(Input.Submitted)
    def _take(self) -> None:
        self.action_typed_choose()

    @on(LinePane.Chosen)
    def _choose(self, message: LinePane.Chosen) -> None:
        self.choose(message.target)

    def action_typed_choose(self) -> None:
        self.pane.action_choose()

    def action_typed_down(self) -> None:
        self._move(1)

    def action_typed_up(self) -> None:
        self._move(-1)

    def action_typed_page_down(self) -> None:
        self._move(self.pane.page)

    def action_typed_page_up(self) -> None:
        self._move(-self.pane.page)

    def _move(self, lines: int) -> None:
        self.pane.move(lines)
        self.pane.show(self.found_lines, keep_place=True)
        self.moved()

    def action_typed_close(self) -> None:
        self.dismiss(None)

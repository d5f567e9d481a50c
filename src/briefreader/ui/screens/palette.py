"""The command palette: every command that can be done where the reader is, and every theme, found by letters of its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.dom import DOMNode
from textual.fuzzy import FuzzySearch
from textual.screen import Screen
from textual.widgets import Input

from briefreader.ui.commands import Where, commands_of
from briefreader.ui.format.cells import fit
from briefreader.ui.format.lines import Choice, Line, Piece, Target, line
from briefreader.ui.keymap import shown_keys
from briefreader.ui.screens.dialog import Dialog
from briefreader.ui.widgets.line_pane import LinePane

_TITLE, _KEYS = 34, 12
"""Cells for a title and its keys."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to choose: the command ``action``, done by ``node``, or a theme."""

    title: str
    help: str
    keys: str = ""
    action: str = ""
    node: DOMNode | None = None
    theme: str = ""


class PaletteScreen(Dialog[Entry]):
    """Gives what was chosen. A theme under the cursor is shown at once, and stays only if it is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
    ]

    def __init__(self, below: Screen[Any], key_changes: Mapping[str, str]) -> None:
        super().__init__()
        self._below, self._key_changes = below, key_changes
        self._entries: list[Entry] = []
        self._found: Sequence[Entry] = ()

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -tall") as box:
            box.border_title = Content("Commands")
            yield Input(placeholder="letters of a command's name")
            yield LinePane(id="commands")

    def on_mount(self) -> None:
        self._own_theme = self.app.theme
        themes = [
            Entry(f"Theme: {name}", "Change the colours until the program ends", theme=name)
            for name in sorted(self.app.available_themes)
        ]
        self._entries = [*command_entries(self._below, self._key_changes), *themes]
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()
        self._show("")

    def dismiss(self, result: Entry | None = None) -> AwaitComplete:
        if self.is_mounted and not (result and result.theme):
            self.app.theme = self._own_theme
        return super().dismiss(result)

    @on(Input.Changed)
    def _filter(self, message: Input.Changed) -> None:
        self._show(message.value)

    @on(Input.Submitted)
    def _take(self) -> None:
        self.query_one(LinePane).action_choose()

    @on(LinePane.Chosen)
    def _choose(self, message: LinePane.Chosen) -> None:
        if entry := self._entry(message.target):
            self.dismiss(entry)

    def action_move(self, lines: int) -> None:
        pane = self.query_one(LinePane)
        pane.move(lines)
        pane.show(self._lines, keep_place=True)
        self._preview()

    def _show(self, words: str) -> None:
        self._found = matching(self._entries, words)
        self.query_one(LinePane).show(self._lines)
        self._preview()

    def _preview(self) -> None:
        entry = self._entry(self.query_one(LinePane).target)
        self.app.theme = entry.theme if entry and entry.theme else self._own_theme

    def _entry(self, target: Target | None) -> Entry | None:
        """By its title: the list may have changed since it was pointed at."""
        wanted = target.value if isinstance(target, Choice) else None
        return next((entry for entry in self._entries if entry.title == wanted), None)

    def _lines(self, width: int) -> list[Line]:
        here = self.query_one(LinePane).cursor
        rows = [
            line(
                Piece("▌ " if number == here else "  ", "cursor"),
                Piece(fit(entry.title, _TITLE) + " ", "title" if number == here else ""),
                Piece(fit(entry.keys, _KEYS), "key"),
                Piece(fit(entry.help, max(width - _TITLE - _KEYS - 3, 0)), "muted"),
                target=Choice(entry.title),
            )
            for number, entry in enumerate(self._found)
        ]
        return rows or [line(Piece("No command has these letters", "muted"))]


def command_entries(below: Screen[Any], key_changes: Mapping[str, str]) -> list[Entry]:
    """The commands that the screen below, what has its focus, or the application can do."""
    found = []
    places: Sequence[Where] = getattr(type(below), "HEARS", ("app",))
    for command in commands_of(*places):
        name = "action_" + command.action.partition("(")[0]
        nodes = (below, below.app, *([below.focused] if below.focused else []))
        node = next((node for node in nodes if hasattr(node, name)), None)
        if node and command.id != "palette":
            title = command.palette or command.label
            found.append(Entry(title, command.help, shown_keys(command, key_changes), command.action, node))
    return found


def matching(entries: Sequence[Entry], words: str) -> list[Entry]:
    """The entries whose titles have these letters in this order, the best first; all of them where there are none."""
    words = words.strip()
    if not words:
        return list(entries)
    search = FuzzySearch()
    scored = [(search.match(words, entry.title)[0], entry) for entry in entries]
    return [entry for score, entry in sorted(scored, key=lambda pair: -pair[0]) if score > 0]

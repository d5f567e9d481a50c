"""The command palette: every command that can be done where the reader is, and every theme, found by letters of its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual.await_complete import AwaitComplete
from textual.dom import DOMNode
from textual.fuzzy import FuzzySearch
from textual.screen import Screen

from briefreader.ui.commands import Where, commands_of
from briefreader.ui.format.cells import fit
from briefreader.ui.format.lines import Choice, Line, Piece, Target, line
from briefreader.ui.keymap import shown_keys
from briefreader.ui.screens.typed_list import TypedList

_KEYS = 12
"""Cells for the keys of a command."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to choose: the command ``action``, done by ``node``, or a theme."""

    title: str
    help: str
    keys: str = ""
    action: str = ""
    node: DOMNode | None = None
    theme: str = ""


class PaletteScreen(TypedList[Entry]):
    """Gives what was chosen. A theme under the cursor is shown at once, and stays only if it is chosen."""

    def __init__(self, below: Screen[Any], key_changes: Mapping[str, str]) -> None:
        super().__init__("Commands", hint="letters of a command's name", choosing="Do it")
        self._below, self._key_changes = below, key_changes
        self._entries: list[Entry] = []
        self._found: Sequence[Entry] = ()

    def on_mount(self) -> None:
        self._own_theme = self.app.theme
        # A theme shows on the screens of the stories: what lies behind two dialogs is not drawn anew.
        names = [] if self.app.no_color or self._below.is_modal else sorted(self.app.available_themes)
        themes = [Entry(f"Theme: {name}", "Its colours until you quit", theme=name) for name in names]
        self._entries = [*command_entries(self._below, self._key_changes), *themes]

    def dismiss(self, result: Entry | None = None) -> AwaitComplete:
        if self.is_mounted and not (result and result.theme):
            self.app.theme = self._own_theme
        return super().dismiss(result)

    def find(self, words: str) -> None:
        self._found = matching(self._entries, words)

    def moved(self) -> None:
        entry = self._entry(self.pane.target)
        self.app.theme = entry.theme if entry and entry.theme else self._own_theme

    def choose(self, target: Target) -> None:
        if entry := self._entry(target):
            self.dismiss(entry)

    def _entry(self, target: Target | None) -> Entry | None:
        """By its title: the list may have changed since it was pointed at."""
        wanted = target.value if isinstance(target, Choice) else None
        return next((entry for entry in self._entries if entry.title == wanted), None)

    def found_lines(self, width: int) -> list[Line]:
        here = self.pane.cursor
        title = max((cell_len(entry.title) for entry in self._entries), default=0) + 1
        rows = [
            line(
                Piece("▌ " if number == here else "  ", "cursor"),
                Piece(fit(entry.title, title), "title" if number == here else ""),
                Piece(fit(entry.keys, _KEYS), "key"),
                Piece(fit(entry.help, max(width - title - _KEYS - 2, 0)), "muted"),
                target=Choice(entry.title),
            )
            for number, entry in enumerate(self._found)
        ]
        return rows or [line(Piece("No command has these letters", "muted"))]


def command_entries(below: Screen[Any], key_changes: Mapping[str, str]) -> list[Entry]:
    """The commands that the screen below, what has its focus, or the application can do; the screen's own come first."""
    found = []
    places: Sequence[Where] = getattr(type(below), "HEARS", ("app",))
    for command in (command for place in places for command in commands_of(place)):
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

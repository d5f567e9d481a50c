"""Help: the keys of where the reader is, from the command table, filtered as one types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.screen import Screen

from briefreader.ui.commands import Command, Where, commands_of
from briefreader.ui.format.cells import fit, wrap_pieces
from briefreader.ui.format.lines import Line, Piece, line
from briefreader.ui.keymap import shown_keys
from briefreader.ui.screens.typed_list import TypedList

_HEADINGS: dict[Where, str] = {
    "moving": "Moving",
    "reading": "Reading and triage",
    "app": "Everywhere",
    "find": "While a search is typed",
    "sources": "Sources",
    "rules": "This dialog",
    "correct": "This dialog",
    "typed list": "This dialog",
    "split": "This dialog",
    "time line": "This screen",
    "starter": "This screen",
    "export": "This dialog",
}


class HelpScreen(TypedList[None]):
    """Shows the commands whose keys the screen below hears."""

    def __init__(self, below: Screen[object], key_changes: Mapping[str, str]) -> None:
        super().__init__("Help", hint="type to filter", choosing="To the list")
        self._places: Sequence[Where] = getattr(type(below), "HEARS", ("moving", "app"))
        self._key_changes = key_changes
        self._words = ""

    def find(self, words: str) -> None:
        self._words = words

    def found_lines(self, width: int) -> list[Line]:
        return help_lines(self._places, self._key_changes, self._words, width)

    def action_typed_choose(self) -> None:
        self.pane.focus()


def help_lines(places: Sequence[Where], key_changes: Mapping[str, str], words: str, width: int) -> list[Line]:
    """The commands of these places that have all the words in their keys, name or help, under a heading each."""
    lines: list[Line] = []
    for place in places:
        found = [command for command in commands_of(place) if _matches(command, key_changes, words)]
        if found:
            lines += [line()] if lines else []
            lines.append(line(Piece(_HEADINGS[place], "heading")))
        for command in found:
            keys = fit(shown_keys(command, key_changes), 14)
            rows = wrap_pieces([Piece(command.help)], max(width - 15, 10))
            lines += [line(Piece((keys if not row.more else " " * 14) + " ", "key"), *row.pieces) for row in rows]
    return lines or [line(Piece("No command has these words", "muted"))]


def _matches(command: Command, key_changes: Mapping[str, str], words: str) -> bool:
    text = f"{shown_keys(command, key_changes)} {command.id} {command.label} {command.help}".casefold()
    return all(word in text for word in words.casefold().split())

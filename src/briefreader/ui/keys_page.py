"""``docs/keys.md`` and the README's key table, from the command table.

python -m briefreader.ui.keys_page > docs/keys.md
python -m briefreader.ui.keys_page --table      the README's table
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from briefreader.ui.commands import COMMANDS, Command, Where
from briefreader.ui.keymap import ready_made, shown_keys

_HEADINGS: dict[Where, str] = {
    "moving": "In every list and text",
    "reading": "On the reading screen",
    "find": "While a search is typed",
    "app": "Everywhere",
    "sources": "On the sources screen",
    "rules": "On the rules screen",
    "time line": "In the time line and the list of articles",
    "correct": "While correcting",
    "typed list": "In a list with a line to type in: help, the palette, merging",
    "split": "While splitting a story",
    "export": "In the export dialog",
    "starter": "Choosing feeds to begin with",
}
_NEWSBOAT = "newsboat"


def keys_page() -> str:
    """Give docs/keys.md."""
    changes = ready_made(_NEWSBOAT)
    lines = [
        "# Keys",
        "",
        "Made from the command table (`python -m briefreader.ui.keys_page > docs/keys.md`). A command's name is what stands in",
        '`[keys]` of the configuration: `done = "a,x"` gives it other keys, separated by commas (`ctrl+d`, `alt+1`, `space`).',
        'Keys that two commands want in one place are reported when the screen opens. `keymap = "newsboat"` in `[screen]`',
        "gives the keys of the last column.",
        "",
        "The mouse does what keys do: a click goes to a story and a second one opens it, a click on a claim, a point or a",
        "line of a list does what Enter does, the wheel scrolls, the words of the footer can be clicked. Text that the mouse",
        "has marked is copied with `^C`.",
    ]
    for place, heading in _HEADINGS.items():
        lines += ["", f"## {heading}", "", "| keys | what it does | name | newsboat |", "| --- | --- | --- | --- |"]
        lines += [
            _row(
                shown_keys(command, {}),
                command.help,
                f"`{command.id}`",
                shown_keys(command, changes) if command.id in changes else "",
            )
            for command in COMMANDS
            if command.where == place
        ]
    return "\n".join(lines) + "\n"


def key_table() -> str:
    """Give the README's table: the commands that one needs first."""
    rows = [_row(shown_keys(command, {}), command.help) for command in _first_commands()]
    return "\n".join(["| keys | what it does |", "| --- | --- |", *rows]) + "\n"


def _first_commands() -> Iterator[Command]:
    """What the footer shows, and whatever has a title in the palette."""
    for command in COMMANDS:
        if command.where in ("moving", "reading", "app") and (command.footer or command.palette):
            yield command


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    sys.stdout.write(key_table() if "--table" in sys.argv[1:] else keys_page())

"""Which keys each command has: the table's, changed by a ready-made keymap and by the reader's own configuration."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import resources
from itertools import combinations

from briefreader.ui.commands import BY_ID, COMMANDS, Command, Where

Keys = dict[str, str]
"""Command id → its keys, separated by commas."""

_HEARD_TOGETHER: tuple[frozenset[Where], ...] = (
    frozenset({"app", "moving", "reading"}),
    frozenset({"app", "moving", "sources"}),
    frozenset({"app", "moving", "time line"}),
    frozenset({"app", "moving", "starter"}),
    frozenset({"find"}),
    frozenset({"app", "moving", "correct"}),
    frozenset({"typed list"}),
    frozenset({"app", "split"}),
    frozenset({"app", "rules"}),
    frozenset({"app", "export"}),
)
_MODIFIERS = re.compile(r"^(?:(?:ctrl|alt|shift)\+){1,3}")
_NAMED = {"escape", "enter", "space", "tab", "backspace", "delete", "insert", "up", "down", "left", "right"} | {
    "home",
    "end",
    "pageup",
    "pagedown",
    *(f"f{number}" for number in range(1, 25)),
}
_SHOWN = {"space": "Spc", "escape": "Esc", "enter": "Enter", "pagedown": "PgDn", "pageup": "PgUp", "down": "↓", "up": "↑"} | {
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "shift+tab": "⇧Tab",
}


def chosen_keys(keymap: str, own: Mapping[str, str]) -> Keys:
    """Give the changes to the table's keys: those of a ready-made keymap, then the reader's own."""
    ready = {} if keymap == "default" else ready_made(keymap)
    return {command: keys for command, keys in {**ready, **own}.items() if command in BY_ID}


def ready_made(name: str) -> Keys:
    """The keymap ``name`` that comes with the program."""
    text = resources.files("briefreader.ui").joinpath("keymaps.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)[name])


def all_keys(changes: Mapping[str, str]) -> Keys:
    """Every command with its keys."""
    return {command.id: changes.get(command.id, command.keys) for command in COMMANDS}


def complaints(own: Mapping[str, str], changes: Mapping[str, str]) -> list[str]:
    """What is wrong with the reader's keys, a line each: unknown commands, and keys that two commands want in one place."""
    unknown = [f"[keys] {name}: there is no such command (docs/keys.md lists them)" for name in own if name not in BY_ID]
    misspelt = [
        f"[keys] {name}: there is no key {key}: write a, A, ctrl+x, alt+1, f5, space, enter, escape, pageup …"
        for name, keys in own.items()
        for key in sorted(split_keys(keys))
        if not _is_key(key)
    ]
    return unknown + misspelt + list(_clashes(all_keys(changes)))


def _is_key(key: str) -> bool:
    """Whether a key is called so: a character, or its name, or a key of the keyboard, with ctrl, alt or shift before it."""
    name = _MODIFIERS.sub("", key)
    try:
        return len(name) == 1 or name in _NAMED or bool(unicodedata.lookup(name.replace("_", " ")))
    except KeyError:
        return False


def _clashes(keys: Mapping[str, str]) -> Iterator[str]:
    for first, second in combinations(COMMANDS, 2):
        if any({first.where, second.where} <= together for together in _HEARD_TOGETHER):
            for key in sorted(split_keys(keys[first.id]) & split_keys(keys[second.id])):
                yield f"[keys] {shown_key(key)} is wanted by both {first.id} and {second.id}: give one of them another key"


def split_keys(keys: str) -> set[str]:
    return {key.strip() for key in keys.split(",") if key.strip()}


def shown_keys(command: Command, changes: Mapping[str, str], *, most: int = 9) -> str:
    """A command's keys as a reader would write them: ``j ↓``."""
    keys = changes.get(command.id, command.keys).split(",")
    return " ".join(shown_key(key.strip()) for key in keys[:most])


def shown_key(key: str) -> str:
    """A key as a reader would write it: ``ctrl+d`` is ``^d``, ``space`` is ``Spc``, ``alt+1`` is ``Alt+1``."""
    if key.startswith("alt+"):
        return "Alt+" + shown_key(key.removeprefix("alt+"))
    return "^" + key.removeprefix("ctrl+") if key.startswith("ctrl+") else _SHOWN.get(key, key)

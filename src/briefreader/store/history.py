"""The steps that the reader can take back, newest first, across restarts."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Any

from briefreader.store.codec import pack, unpack

_KEPT_STEPS = 1000


def remember(connection: Connection, words: str, inverse: dict[str, Any]) -> None:
    """Note a step in words, and how to take it back."""
    step = connection.execute("INSERT INTO history (words, inverse) VALUES (?, ?)", (words, pack(inverse))).lastrowid
    assert step is not None
    connection.execute("DELETE FROM history WHERE id <= ?", (step - _KEPT_STEPS,))


def take(connection: Connection) -> tuple[str, dict[str, Any]] | None:
    """Take the newest step out: its words and its inverse."""
    newest = connection.execute("SELECT id, words, inverse FROM history ORDER BY id DESC LIMIT 1").fetchone()
    if newest is None:
        return None
    step, words, inverse = newest
    connection.execute("DELETE FROM history WHERE id = ?", (step,))
    return words, unpack(inverse)

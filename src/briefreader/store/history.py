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


def newest(connection: Connection) -> tuple[str, dict[str, Any]] | None:
    """The newest step: its words and its inverse."""
    found = connection.execute("SELECT words, inverse FROM history ORDER BY id DESC LIMIT 1").fetchone()
    return (found[0], unpack(found[1])) if found else None


def take(connection: Connection) -> tuple[str, dict[str, Any]] | None:
    """Take the newest step out: its words and its inverse."""
    step = newest(connection)
    connection.execute("DELETE FROM history WHERE id = (SELECT max(id) FROM history)")
    return step

"""Bring a library's file to the form that this version works with.

The steps are the files of ``migrations/``; the file's ``user_version`` counts those that were taken. Each step is one
transaction, and a library with anything in it is copied before the first.
"""

from __future__ import annotations

import os
import sqlite3
from importlib.resources import files
from pathlib import Path

from briefreader.errors import LibraryError

APPLICATION_ID = 0x62726965  # "brie": tells our files from other programs' SQLite files


def migrate(connection: sqlite3.Connection, path: Path | None) -> None:
    """Take the steps that are missing; raises ``LibraryError`` if the file is newer than this version, or not a library."""
    steps = _steps()
    version = _number(connection, "user_version")
    if version > len(steps):
        raise LibraryError(
            f"{path}: this library was made by a newer briefreader (form {version}, this one knows {len(steps)}). "
            "It was left as it is: upgrade briefreader, or choose another folder with --data-dir."
        )
    if version == 0 and _number(connection, "schema_version") > 0:
        raise LibraryError(f"{path}: this file belongs to another program. It was left as it is: choose another folder.")
    if version and _number(connection, "application_id") != APPLICATION_ID:
        raise LibraryError(f"{path}: this file belongs to another program. It was left as it is: choose another folder.")
    if version and version < len(steps) and path is not None:
        _copy(connection, path.with_name(f"{path.name}.form-{version}.backup"))
    for number, step in enumerate(steps[version:], start=version + 1):
        _take(connection, step, number)


def is_readable(connection: sqlite3.Connection) -> bool:
    """Whether this is a library of a form that this version knows."""
    return _number(connection, "application_id") == APPLICATION_ID and 0 < _number(connection, "user_version") <= len(_steps())


def _steps() -> list[str]:
    folder = files("briefreader.store") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [(folder / name).read_text("utf-8") for name in names]


def _take(connection: sqlite3.Connection, step: str, number: int) -> None:
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{step}\nPRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {number};\nCOMMIT;"
        )
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600))
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    (number,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    return int(number)

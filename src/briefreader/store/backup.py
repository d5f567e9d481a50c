"""Copies of the library, whole or the reader's marks alone, and the way back."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from briefreader.errors import LibraryError
from briefreader.store import marks
from briefreader.store.faults import told_plainly

_MARKED = """
    SELECT a.url_key, a.url, a.title, m.read, m.starred, m.done,
        (SELECT json_group_array(hex(e.key)) FROM entries e WHERE e.article_id = a.id)
    FROM marks m JOIN articles a ON a.id = m.article_id WHERE m.read OR m.starred OR m.done ORDER BY a.id
"""


def copy_library(connection: Connection, target: Path) -> None:
    """Write the whole library to ``target``, at once or not at all."""
    unfinished = _beside(target)
    try:
        copy = sqlite3.connect(unfinished)
        try:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
        _finish(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def copy_marks(connection: Connection, target: Path) -> None:
    """Write the reader's marks to ``target`` as JSON Lines, each with what tells its article in any library."""
    unfinished = _beside(target)
    try:
        with unfinished.open("w", encoding="utf-8") as lines:
            for address, url, title, read, starred, done, entries in connection.execute(_MARKED):
                record = {
                    "address": address.hex(),
                    "entries": [key.lower() for key in json.loads(entries)],
                    "url": url,
                    "title": title,
                    "read": bool(read),
                    "starred": bool(starred),
                    "done": bool(done),
                }
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
        _finish(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def restore_marks(connection: Connection, origin: Path) -> int:
    """Set the marks that ``copy_marks`` wrote on those of the articles that the library has; gives how many."""
    rows: list[tuple[int, int, int, int]] = []
    with origin.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            rows += _marked_articles(connection, line, f"{origin}, line {number}")
    marks.write(connection, rows)
    return len(rows)


def restore_library(path: Path, origin: Path) -> Path | None:
    """Put the library that ``copy_library`` wrote to ``origin`` in the place of the present one.

    Gives where the present one is kept, or ``None`` if there was none. Raises ``LibraryError`` if ``origin`` is no library;
    then the present one is as it was.
    """
    from briefreader.store.database import Database

    if not origin.is_file():
        raise LibraryError(f"{origin}: there is no such file. Name a file that `briefreader backup` wrote.")
    with told_plainly(origin):
        unfinished = _beside(path)
        try:
            with origin.open("rb") as content, unfinished.open("wb") as copy:
                while piece := content.read(1 << 20):
                    copy.write(piece)
            _check(unfinished, origin)
            kept = _set_aside(path)
            _finish(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
    Database(path).close()  # takes the migrations that an older backup lacks
    return kept


def _set_aside(path: Path) -> Path | None:
    if not path.exists() or path.stat().st_size == 0:
        return None
    from briefreader.store.database import Database

    kept = path.with_name(path.name + ".before-restore")
    try:
        database = Database(path)
    except LibraryError:  # damaged: that may be why it is restored
        path.replace(kept)
        for rest in ("-wal", "-shm"):
            path.with_name(path.name + rest).unlink(missing_ok=True)
        return kept
    with database.alone() as connection:
        copy_library(connection, kept)
    database.close()
    return kept


def _check(copy: Path, origin: Path) -> None:
    connection = sqlite3.connect(copy)
    try:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
    finally:
        connection.close()
    from briefreader.store.migrate import APPLICATION_ID

    if verdict != "ok" or application != APPLICATION_ID:
        raise LibraryError(f"{origin}: this is no whole briefreader library. Nothing was changed.")


def _marked_articles(connection: Connection, line: bytes, where: str) -> list[tuple[int, int, int, int]]:
    try:
        record: dict[str, Any] = json.loads(line)
        address, entries = bytes.fromhex(record["address"]), {bytes.fromhex(key) for key in record["entries"]}
        values = int(record["read"]), int(record["starred"]), int(record["done"])
    except (ValueError, KeyError, TypeError) as error:
        raise LibraryError(f"{where}: this is no mark. Name a file that `briefreader backup --marks` wrote.") from error
    found = []
    for (article_id,) in connection.execute("SELECT id FROM articles WHERE url_key = ?", (address,)):
        keys = {key for (key,) in connection.execute("SELECT key FROM entries WHERE article_id = ?", (article_id,))}
        if not keys or not entries or keys & entries:
            found.append((article_id, *values))
    return found


def _beside(target: Path) -> Path:
    """An empty file next to the target, for its owner alone."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600))
    return unfinished


def _finish(unfinished: Path, target: Path) -> None:
    with unfinished.open("rb+") as whole:
        os.fsync(whole.fileno())
    unfinished.replace(target)

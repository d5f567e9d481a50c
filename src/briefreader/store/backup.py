"""Copies of the library, whole or the reader's marks alone, and the way back."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection
from typing import Any, NamedTuple, get_args

from briefreader.errors import LibraryError
from briefreader.model import CorrectedField
from briefreader.safety import one_line
from briefreader.store import correcting, marks
from briefreader.store.database import Database
from briefreader.store.faults import is_damage, told_plainly
from briefreader.store.migrate import APPLICATION_ID, is_readable, migrate

_MARKED = """
    SELECT a.url_key, a.url, a.title, coalesce(m.read, 0), coalesce(m.starred, 0), coalesce(m.done, 0),
        (SELECT json_group_array(hex(e.key)) FROM entries e WHERE e.article_id = a.id),
        (
            SELECT json_group_array(json_object('field', c.field, 'new', json(c.new), 'at', c.at))
            FROM corrections c WHERE c.article_id = a.id
        ) AS corrections
    FROM articles a LEFT JOIN marks m ON m.article_id = a.id
    WHERE m.read OR m.starred OR m.done OR corrections <> '[]' ORDER BY a.id
"""


_PARTS = ("", "-wal", "-shm")
"""A library's file, its log and the index of that."""
_WRITTEN_AHEAD = 2
"""What the header of a library in use says of its journal; a backup has none."""


class _Marked(NamedTuple):
    """A line of a backup of marks: what tells the article, whether it is read, kept and done, and how it was corrected."""

    address: bytes
    entries: set[bytes]
    values: tuple[int, int, int]
    corrections: list[tuple[CorrectedField, str, str]]


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
            for address, url, title, read, starred, done, entries, corrections in connection.execute(_MARKED):
                record = {
                    "address": address.hex(),
                    "entries": [key.lower() for key in json.loads(entries)],
                    "url": url,
                    "title": title,
                    "read": bool(read),
                    "starred": bool(starred),
                    "done": bool(done),
                    "corrections": json.loads(corrections),
                }
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
        _finish(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def restore_marks(connection: Connection, origin: Path) -> int:
    """Set the marks that ``copy_marks`` wrote, and give how many; those of articles that have not come yet wait for them."""
    rows: list[tuple[int, int, int, int]] = []
    corrections: list[correcting.Row] = []
    number = 0
    _must_be_there(origin)
    with origin.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            marked = _read_mark(line, f"{origin}, line {number}")
            found = _articles(connection, marked.address, marked.entries)
            rows += [(article_id, *marked.values) for article_id in found]
            corrections += [(article_id, *correction) for article_id in found for correction in marked.corrections]
            if not found:
                marks.wait(connection, marked.address, marked.entries, marked.values)
                correcting.wait(connection, marked.address, marked.entries, marked.corrections)
    marks.write(connection, rows)
    correcting.write(connection, corrections)
    return number


def _must_be_there(origin: Path) -> None:
    if not origin.is_file():
        raise LibraryError(f"{origin}: there is no such file. Name a file that `briefreader backup` wrote.")


def restore_library(path: Path, origin: Path) -> Path | None:
    """Give the library at ``path`` the content of the one that ``copy_library`` wrote to ``origin``.

    Gives where the present one is kept, or ``None`` if there was none. Raises ``LibraryError`` if ``origin`` is no library that
    this version knows; then the present one is as it was.
    """
    with told_plainly(origin):
        _must_be_there(origin)
    with told_plainly(origin), closing(sqlite3.connect(f"{origin.absolute().as_uri()}?mode=ro", uri=True)) as source:
        _check(source, origin)
        kept = path.with_name(path.name + ".before-restore") if path.is_file() and path.stat().st_size else None
        try:
            _fill(path, source, kept)
        except LibraryError as error:
            if kept is None or not is_damage(error):
                raise
            with _set_aside(path, kept):  # it may be why it is restored
                _fill(path, source, None)
    return kept


def _fill(path: Path, source: Connection, kept: Path | None) -> None:
    """Give the library at ``path`` the content of ``source``; what it had is copied to ``kept`` before."""
    database = Database(path)
    try:
        with database.alone() as connection:
            if kept is not None:
                for rest in _PARTS:  # of an earlier restore
                    kept.with_name(kept.name + rest).unlink(missing_ok=True)
                copy_library(connection, kept)
            source.backup(connection)  # one transaction: whoever has the library open sees it
            migrate(connection, path)
    finally:
        database.close()


@contextmanager
def _set_aside(path: Path, kept: Path) -> Iterator[None]:
    """Move a library that cannot be read out of the way, with its log; back again if what is done meanwhile fails."""
    moves = [(path.with_name(path.name + rest), kept.with_name(kept.name + rest)) for rest in _PARTS]
    for here, there in moves:
        there.unlink(missing_ok=True)
        if here.exists():
            here.replace(there)
    try:
        yield
    except BaseException:
        for here, there in moves:
            here.unlink(missing_ok=True)
            if there.exists():
                there.replace(here)
        raise


def _check(source: Connection, origin: Path) -> None:
    (verdict,) = source.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok" or not is_readable(source):
        raise LibraryError(f"{origin}: this is no whole briefreader library, or a newer one. Nothing was changed.")


def _read_mark(line: bytes, where: str) -> _Marked:
    try:
        record: dict[str, Any] = json.loads(line)
        return _Marked(
            address=bytes.fromhex(record["address"]),
            entries={bytes.fromhex(key) for key in record["entries"]},
            values=(bool(record["read"]), bool(record["starred"]), bool(record["done"])),
            corrections=[_read_correction(given) for given in record.get("corrections", ())],
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise LibraryError(f"{where}: this is no mark. Name a file that `briefreader backup --marks` wrote.") from error


def _read_correction(given: dict[str, Any]) -> tuple[CorrectedField, str, str]:
    if given["field"] not in get_args(CorrectedField) or not all(isinstance(text, str) for text in given["new"]):
        raise ValueError(given)
    return given["field"], json.dumps([one_line(text) for text in given["new"]], ensure_ascii=False), one_line(str(given["at"]))


def _articles(connection: Connection, address: bytes, entries: set[bytes]) -> list[int]:
    """The articles at an address; where a source brought several there, those with one of the entries' keys."""
    found = []
    for (article_id,) in connection.execute("SELECT id FROM articles WHERE url_key = ?", (address,)).fetchall():
        keys = {key for (key,) in connection.execute("SELECT key FROM entries WHERE article_id = ?", (article_id,))}
        if not keys or not entries or keys & entries:
            found.append(article_id)
    return found


def _beside(target: Path) -> Path:
    """An empty file next to the target, for its owner alone. Raises LibraryError where what is there is no backup of ours."""
    if target.exists() and not target.is_file():
        raise LibraryError(f"{target} is not a file: give another name.")
    if target.exists() and not _is_backup(target):
        raise LibraryError(f"{target} is no backup that may be renewed: give another name, or move it away.")
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600))
    return unfinished


def _is_backup(target: Path) -> bool:
    """Whether what is there is empty, or a backup of ours: no library in use, nor a file beside one, nor anybody else's."""
    with target.open("rb") as file:
        head = file.read(100)  # the header of an SQLite file
    if head.startswith(b"SQLite format 3\0"):
        return head[18] != _WRITTEN_AHEAD and head[68:72] == APPLICATION_ID.to_bytes(4, "big")
    return head.startswith(b'{"address"') or not (head or target.name.endswith(("-wal", "-shm", ".lock")))


def _finish(unfinished: Path, target: Path) -> None:
    with unfinished.open("rb+") as whole:
        os.fsync(whole.fileno())
    unfinished.replace(target)

"""The connections to the library's file, its transactions, and the lock around them.

One connection writes and one reads, so that a reader never waits for a refresh. A library in memory has one for both.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefreader.store.faults import rows_understood, told_plainly
from briefreader.store.lock import WriteLock
from briefreader.store.migrate import migrate

_BUSY_MILLISECONDS = 10_000
_SETTINGS = (
    "page_size = 16384",  # of a new file: our rows are a few kilobytes
    "wal_autocheckpoint = 256",
    "synchronous = FULL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "cache_size = -8000",
)


class Database:
    """Hands out the connection inside a transaction. Usable from several threads."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._write_turn = threading.RLock()
        self._depth = 0
        self._closed = False
        self._lock: WriteLock | None = None
        with told_plainly(path):
            if path is None:
                self._writer = self._reader = _connect(":memory:")
                migrate(self._writer, None)
                self._read_turn = self._write_turn
            else:
                self._lock = _make_room(path)
                try:
                    with self._locked():
                        self._writer, self._reader = _connect_twice(path)
                except BaseException:
                    self._lock.close()
                    raise
                self._read_turn = threading.RLock()

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is on the disk afterwards, or nothing. Inside another one it is a part of that."""
        with self._write_turn, told_plainly(self.path):
            if self._depth:
                yield self._writer
                return
            with self._locked():
                self._writer.execute("BEGIN IMMEDIATE")
                self._depth += 1
                try:
                    yield self._writer
                    self._writer.execute("COMMIT")
                except BaseException:
                    if self._writer.in_transaction:
                        self._writer.execute("ROLLBACK")
                    raise
                finally:
                    self._depth -= 1

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A consistent view of the library; inside ``write`` of the same thread it sees what was written there."""
        if self._writes_here():
            with told_plainly(self.path):
                yield self._writer
            return
        with self._read_turn, told_plainly(self.path):
            if self._reader.in_transaction:
                yield self._reader
                return
            self._reader.execute("BEGIN")
            try:
                with rows_understood(self.path):
                    yield self._reader
            finally:
                self._reader.execute("ROLLBACK")

    def data_version(self) -> int:
        """A number that differs once anything has changed."""
        with self._read_turn, told_plainly(self.path):
            (version,) = self._reader.execute("PRAGMA data_version").fetchone()
            return int(version) << 32 | self._writer.total_changes & 0xFFFF_FFFF

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """The writing connection outside a transaction, for what SQLite does in transactions of its own (VACUUM, backup)."""
        with self._write_turn, self._read_turn, told_plainly(self.path), self._locked():
            yield self._writer

    def close(self) -> None:
        """Fold the log into the library's file and let go of it; a second time does nothing."""
        if self._closed:
            return
        self._closed = True
        with self.alone() as connection:
            if self._lock is not None:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._reader.close()
            connection.close()
        if self._lock is not None:
            self._lock.close()

    def _writes_here(self) -> bool:
        # Only the thread that holds the turn can see a depth and take the turn again without waiting.
        if self._depth and self._write_turn.acquire(blocking=False):
            try:
                return self._depth > 0
            finally:
                self._write_turn.release()
        return False

    @contextmanager
    def _locked(self) -> Iterator[None]:
        if self._lock is None:
            yield
            return
        self._lock.acquire()
        try:
            yield
        finally:
            self._lock.release()


def _connect(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=_BUSY_MILLISECONDS / 1000, isolation_level=None, check_same_thread=False)
    try:
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def _connect_twice(path: Path) -> tuple[sqlite3.Connection, sqlite3.Connection]:
    """A connection that writes and one that only reads, to a library of the present form."""
    writer = _connect(str(path))
    try:
        migrate(writer, path)
        writer.execute("PRAGMA journal_mode = WAL")
        reader = _connect(str(path))
        reader.execute("PRAGMA query_only = ON")
    except BaseException:
        writer.close()
        raise
    return writer, reader


def _make_room(path: Path) -> WriteLock:
    """The folder for its owner alone, and an empty file for its owner alone: SQLite gives its log the same permissions."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    return WriteLock(path.with_name(path.name + ".lock"))

"""What SQLite and the system complain about, in words for a person."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefreader.errors import LibraryError

_WORDS = {
    "SQLITE_FULL": "the disk is full. Free some space; what was saved before is safe.",
    "SQLITE_READONLY": "the library cannot be written. Check that its folder and its disk are not read-only.",
    "SQLITE_CANTOPEN": "the library cannot be opened. Check its folder's permissions.",
    "SQLITE_PERM": "the library cannot be opened. Check its permissions.",
    "SQLITE_BUSY": "another program keeps the library busy. End it, or try again.",
    "SQLITE_LOCKED": "another program keeps the library busy. End it, or try again.",
    "SQLITE_CORRUPT": "the library is damaged. It was left as it is: run `briefreader doctor`, or restore a backup.",
    "SQLITE_NOTADB": "this file is no briefreader library, or it is damaged. It was left as it is.",
    "SQLITE_IOERR": "the disk refused to read or write. Check that it is well and not full; what was saved before is safe.",
}


@contextmanager
def told_plainly(path: Path | None) -> Iterator[None]:
    """Turn every error of SQLite and of the system into a ``LibraryError`` of one line."""
    where = path or "The library in memory"
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        words = next((words for code, words in _WORDS.items() if name.startswith(code)), None)
        raise LibraryError(f"{where}: {words or f'the library failed ({error}). Run `briefreader doctor`.'}") from error
    except OSError as error:
        raise LibraryError(f"{where}: {error.strerror or error}. Check the folder, its permissions and the disk.") from error


@contextmanager
def rows_understood(path: Path | None) -> Iterator[None]:
    """The same where a row that was read makes no sense: damage that SQLite itself does not see."""
    try:
        yield
    except (ValueError, TypeError, LookupError, ArithmeticError, zlib.error) as error:
        words = _WORDS["SQLITE_CORRUPT"]
        raise LibraryError(f"{path or 'The library in memory'}: {words} ({type(error).__name__})") from error


def is_damage(error: BaseException) -> bool:
    """Whether an error of ``told_plainly`` says that the file itself cannot be read, not that it is out of reach or busy."""
    name = getattr(error.__cause__, "sqlite_errorname", "") or ""
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))

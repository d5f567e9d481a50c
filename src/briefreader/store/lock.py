"""One writer at a time, by a lock of the operating system.

SQLite before 3.51.3 can lose committed data of a write-ahead log when two connections write and checkpoint at once, so whoever
writes holds this lock. The system drops it when a process dies: no stale lock, even after ``kill -9``.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from briefreader.errors import LibraryError

PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""
_PAUSE = 0.01


class WriteLock:
    """A lock on a file beside the library. Not for threads: whoever takes it must already be alone in this process."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def acquire(self, patience: float = PATIENCE) -> None:
        """Wait for the lock at most ``patience`` seconds; raises ``LibraryError`` when another process keeps it longer."""
        give_up = time.monotonic() + patience
        while not _try_lock(self._descriptor):
            if time.monotonic() > give_up:
                raise LibraryError("Another briefreader is writing to the library: wait until it is done, or end it.")
            time.sleep(_PAUSE)

    def release(self) -> None:
        _unlock(self._descriptor)

    def close(self) -> None:
        os.close(self._descriptor)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)

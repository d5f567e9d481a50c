"""A child process of ``jobs.workers``: reads a task from its pipe, does it, writes the result, until the pipe closes."""

from __future__ import annotations

import math
import os
import pickle
import signal
import struct
from contextlib import suppress
from typing import IO

from briefreader.errors import BriefreaderError, SourceError

HEADER = struct.Struct("!Q")
"""What stands before each message in either direction: its length."""

_NICENESS = 5
_GRACE = 3


def main(seconds: float, megabytes: int) -> None:
    """Serve until the parent hangs up or dies."""
    tasks, results = _pipes()
    _limit(megabytes)
    with suppress(BrokenPipeError, EOFError, KeyboardInterrupt):
        while request := _next(tasks):
            _watch(seconds)
            result, fit = _do(request)
            results.write(HEADER.pack(len(result)) + result)
            results.flush()
            _watch(0)
            if not fit:
                break


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Take the pipes to the parent for ourselves, so that nothing a library prints can get into them."""
    tasks = os.fdopen(os.dup(0), "rb")
    results = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    return tasks, results


def _limit(megabytes: int) -> None:
    with suppress(OSError, AttributeError):
        os.nice(_NICENESS)
    with suppress(ImportError, OSError, ValueError):  # macOS knows the limit but refuses to set it; Windows knows none
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, megabytes * 1_000_000))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _watch(seconds: float) -> None:
    """Have the system end us a little after the parent should have, in case the parent is no more; 0 calls it off."""
    if hasattr(signal, "alarm"):
        signal.alarm(math.ceil(seconds) + _GRACE if seconds else 0)


def _next(tasks: IO[bytes]) -> bytes:
    header = tasks.read(HEADER.size)
    return tasks.read(HEADER.unpack(header)[0]) if len(header) == HEADER.size else b""


def _do(request: bytes) -> tuple[bytes, bool]:
    """The pickled answer, and whether this process is still fit for another task."""
    fit = True
    result: object
    try:
        function, arguments = pickle.loads(request)  # noqa: S301 (from our own parent)
        result = function(*arguments)
        return pickle.dumps((result, True), pickle.HIGHEST_PROTOCOL), True
    except Exception as error:
        fit = not isinstance(error, MemoryError | RecursionError)
        result = failure(error)
    return pickle.dumps((result, fit), pickle.HIGHEST_PROTOCOL), fit


def failure(error: BaseException) -> Exception:
    """What a task's exception is to the parent: failures of the source as they are, a lack of memory or depth in words."""
    if isinstance(error, BriefreaderError):
        return error
    if isinstance(error, MemoryError):
        return SourceError("needed too much memory")
    if isinstance(error, RecursionError):
        return SourceError("nested too deeply to read")
    return SourceError(f"could not be read ({type(error).__name__})")

"""Where words go: results to standard output, everything else to standard error, both through the gate for foreign text."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from briefreader.errors import BriefreaderError
from briefreader.export.json import json_line
from briefreader.safety import clean_text, one_line


class OutputError(BriefreaderError):
    """Standard output is closed, full or cut off."""


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale says, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def finish_streams() -> None:
    """Flush, and let go of a stream that cannot be: Python would complain of it with a traceback at exit."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except (AttributeError, OSError, ValueError):
            setattr(sys, name, None)


def write(text: str) -> None:
    """Write a line or a document to standard output, at once. Raises OutputError when it cannot be written."""
    if sys.stdout is None:
        raise OutputError("standard output is closed: nothing could be written")
    try:
        sys.stdout.write(clean_text(text).rstrip("\n") + "\n")
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        reason = "the reader of the pipe has gone" if isinstance(error, BrokenPipeError) else str(error)
        raise OutputError(f"cannot write to standard output: {reason}") from error


def write_record(record: Mapping[str, Any]) -> None:
    """Write one object of JSON Lines."""
    write(json_line(record))


def tell(message: str) -> None:
    """Say something on one line of standard error; where that is closed, say nothing."""
    tell_lines(one_line(message))


def tell_lines(message: str) -> None:
    """The same on as many lines as it has."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(clean_text(message).rstrip("\n") + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return


def complain(message: str) -> None:
    """Say what failed."""
    tell(f"briefreader: {message}")


def to_terminal() -> bool:
    """Whether a person watches standard error."""
    return sys.stderr is not None and sys.stderr.isatty()

"""Local inputs: files, folders, globs, standard input, saved feeds and JSON Lines become raw articles, in the order given.

What cannot be read is a value in its place, so that one bad file costs none of the others.
"""

from __future__ import annotations

import errno
import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import IO, Literal

from briefreader.errors import SourceError
from briefreader.model import Raw
from briefreader.safety import one_line
from briefreader.sources.json_lines import read_json_lines
from briefreader.sources.sniff import Kind, kind_of_content

MAX_BYTES = 20_000_000
STDIN = "-"

InputKind = Literal["jsonl"]

# What a suffix says a file is; a folder is searched for these.
SUFFIXES: dict[str, str] = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
    ".eml": "message/rfc822",
    ".pdf": "application/pdf",
    ".xml": "application/xml",
    ".rss": "application/xml",
    ".atom": "application/xml",
    ".rdf": "application/xml",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
}
_BY_CONTENT: dict[Kind, str] = {
    "html": "text/html",
    "xml": "application/xml",
    "json": "application/json",
    "pdf": "application/pdf",
    "mail": "message/rfc822",
    "mhtml": "multipart/related",
    "text": "text/plain",
}
_FEEDS = ("application/xml", "application/json")


@dataclass(frozen=True, slots=True)
class InputError:
    """An input that could not be read, and why, in plain words."""

    source: str
    message: str


def read_inputs(paths: Iterable[str], input_kind: InputKind | None = None) -> Iterator[Raw | InputError]:
    """Read each path, folder, glob, or ``-`` for standard input. ``input_kind`` ``jsonl``: what they hold is JSON Lines."""
    for path in paths:
        if path == STDIN:
            yield from _standard_input(input_kind)
            continue
        found = 0
        for name in expand(path):
            found += 1
            if isinstance(name, InputError):
                yield name
            else:
                yield from read_file(name, input_kind)
        if not found:
            yield InputError(path, "no file that can be read is there")


def read_file(path: str, input_kind: InputKind | None = None) -> Iterator[Raw | InputError]:
    """Read one file: one raw article, or one for each item of a saved feed or line of JSON Lines."""
    try:
        with open_regular(path) as stream:
            media_type = SUFFIXES.get(Path(path).suffix.lower())
            if input_kind == "jsonl" or media_type == "application/jsonl":
                yield from _lines(stream, path)
                return
            content = read_limited(stream)
        yield from _articles(content, path, media_type)
    except SourceError as error:
        yield InputError(path, str(error))


def expand(path: str) -> Iterator[str | InputError]:
    """The files that a path stands for: itself, all readable ones of a folder (sorted, with its subfolders), or of a glob."""
    try:
        path = os.path.expanduser(path)  # noqa: PTH111 (a path is kept as it was typed)
        if os.path.isdir(path):  # noqa: PTH112
            yield from _in_folder(path)
        elif os.path.lexists(path) or not glob.has_magic(path):
            yield path
        else:
            for name in sorted(_matching(path)):
                if not os.path.isdir(name):  # noqa: PTH112
                    yield name
    except (OSError, ValueError) as error:
        yield InputError(one_line(path), _why(error))


def _matching(pattern: str) -> Iterator[str]:
    """The names that a pattern stands for; ``**`` follows no link to a folder: it may lead round in a circle."""
    path = Path(pattern)
    parts = path.relative_to(path.anchor).parts
    if "**" not in parts:
        yield from glob.iglob(pattern)  # noqa: PTH207 (a pattern may be absolute)
        return
    wanted = [part for before, part in pairwise(("", *parts)) if not before == part == "**"]
    wants_hidden = any(part.startswith(".") for part in wanted)
    for name in Path(path.anchor).glob("/".join([*wanted, "*"] if wanted[-1] == "**" else wanted)):
        if wants_hidden or not any(part.startswith(".") for part in name.parts):
            yield str(name)


def read_all_of(path: str) -> tuple[Raw | InputError, ...]:
    """As ``read_file``, all at once: a task for a child process."""
    return tuple(read_file(path))


def open_regular(path: str) -> IO[bytes]:
    """Open a regular file for reading. Anything that could block or never end is refused: a pipe, a device, a socket."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0)
    flags |= getattr(os, "O_BINARY", 0)
    try:
        _only_regular(os.stat(path).st_mode)  # noqa: PTH116 (before it is opened: opening a device can do things)
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise SourceError(_why(error)) from None
    stream = os.fdopen(descriptor, "rb")
    try:
        _only_regular(os.fstat(descriptor).st_mode)
    except SourceError:
        stream.close()
        raise
    return stream


def read_limited(stream: IO[bytes]) -> bytes:
    """All bytes of a stream. Raises ``SourceError`` if there are more than ``MAX_BYTES``."""
    try:
        content = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SourceError(_why(error)) from None
    if len(content) > MAX_BYTES:
        raise SourceError(f"too large: more than {MAX_BYTES // 1_000_000} MB")
    return content


def _only_regular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise SourceError("it is a folder")
    if not stat.S_ISREG(mode):
        raise SourceError("it is not a regular file (a pipe, a device or a socket)")


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "it may not be read: permission denied"
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return "its symbolic links go round in a circle"
    if isinstance(error, OSError) and error.errno is not None:
        return f"it cannot be read: {os.strerror(error.errno)}"
    return "it is not a path"


def _in_folder(folder: str) -> Iterator[str | InputError]:
    """The readable files below a folder. Hidden ones and links that lead out of it are passed over; no folder comes twice."""
    root = os.path.realpath(folder)
    seen: set[tuple[int, int]] = set()

    def walk(directory: str) -> Iterator[str | InputError]:
        status = os.stat(directory)  # noqa: PTH116
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(directory) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
        for name in names:
            path = os.path.join(directory, name)  # noqa: PTH118
            if os.path.commonpath((root, os.path.realpath(path))) != root:
                continue
            if os.path.isdir(path):  # noqa: PTH112
                with suppress(RecursionError):
                    try:
                        yield from walk(path)
                    except OSError as error:
                        yield InputError(path, _why(error))
            elif Path(name).suffix.lower() in SUFFIXES:
                yield path

    yield from walk(folder)


def _standard_input(input_kind: InputKind | None) -> Iterator[Raw | InputError]:
    if sys.stdin is None or sys.stdin.closed:
        yield InputError(STDIN, "standard input is closed")
        return
    stream = sys.stdin.buffer
    try:
        if input_kind == "jsonl":
            yield from _lines(stream, STDIN)
        else:
            yield from _articles(read_limited(stream), STDIN, None)
    except SourceError as error:
        yield InputError(STDIN, str(error))


def _lines(stream: IO[bytes], source: str) -> Iterator[Raw | InputError]:
    for name, record in read_json_lines(stream, source, MAX_BYTES):
        yield InputError(name, str(record)) if isinstance(record, SourceError) else record


def _articles(content: bytes, source: str, declared: str | None) -> Iterator[Raw | InputError]:
    """The articles in a file's content. Where suffix and content contradict each other, the content is believed."""
    kind = kind_of_content(content, media_type=declared)
    if kind == "empty":
        raise SourceError("it is empty")
    if kind == "pdf" or declared is None:
        media_type = _BY_CONTENT.get(kind)
    elif declared in _FEEDS:
        media_type = "text/html" if kind == "html" else declared
    else:
        media_type = declared
    if media_type is None or (kind == "binary" and media_type.startswith("text/")):
        raise SourceError("it is neither text nor a kind of file that can be read")
    if media_type == "application/pdf" and kind != "pdf":
        raise SourceError("it is called a PDF but is none")
    if media_type in _FEEDS:
        yield from _items(content, source)
    else:
        yield Raw(source=source, content=content, media_type=media_type, id=source)


def _items(content: bytes, source: str) -> Iterator[Raw]:
    """The items of a saved feed: each is named after the file and its own id."""
    from briefreader.sources.feeds import parse_feed

    for entry in parse_feed(content).entries:
        yield replace(entry, source=f"{source}#{entry.id}")

"""Exports on the disk: whole or not at all, and never in place of a file that is not ours."""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Iterable
from pathlib import Path

from briefreader.errors import ExportError
from briefreader.export import html
from briefreader.export.documents import NamedText

_FRONT_MATTER = re.compile(r"---\r?\n(.*?)\r?\n---", re.DOTALL)
_MARKED = re.compile(r"""^generator: *["']?briefreader["']? *\r?$""", re.MULTILINE)
_OPML_MARKER = "<!-- briefreader -->"
_RECORD_FIELDS = {"id", "title", "articles", "timeline"}
_LABEL_FIELDS = {"id", "labels", "engine", "engine_version"}


def write_exports(folder: Path, documents: Iterable[NamedText]) -> list[Path]:
    """Write each document into ``folder``, which is made if need be, and give their paths.

    All that can be written is written; then ExportError is raised if any could not.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"cannot make the folder {folder}: {error.strerror}") from error
    written: list[Path] = []
    failures: list[ExportError] = []
    for document in documents:
        path = folder / document.name
        try:
            write_file(path, document.text)
            written.append(path)
        except ExportError as error:
            failures.append(error)
    if failures:
        raise ExportError(f"{len(written)} files were written, {len(failures)} were not: {failures[0]}")
    return written


def write_file(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 to ``path``: to a new file beside it, which then takes its place.

    A file that already holds the same bytes is left alone. Raises ExportError if the path holds anything that is not ours, if
    it is a link, or if the disk refuses.
    """
    content = text.encode("utf-8", "replace")
    try:
        if _holds(path, content):
            return
        _replace(path, content)
    except OSError as error:
        raise ExportError(f"cannot write {path}: {error.strerror or error}") from error


def _holds(path: Path, content: bytes) -> bool:
    """Whether ``path`` already holds ``content``. Raises ExportError where it holds what is not ours to replace."""
    if path.is_symlink():
        raise ExportError(f"{path} is a link, which is not followed: name the file itself or remove the link")
    if not path.exists():
        return False
    if not path.is_file():
        raise ExportError(f"{path} is not a file: give another name")
    present = path.read_bytes()
    if present == content:
        return True
    if present and not _is_ours(present.decode("utf-8", "replace")):
        raise ExportError(f"{path} was not written by briefreader and is left as it is: move it away or give another name")
    return False


def _is_ours(text: str) -> bool:
    """Whether an export carries our marker: in its front matter, its head, or by the fields of its first record."""
    front = _FRONT_MATTER.match(text)
    if front:
        return bool(_MARKED.search(front[1]))
    if text.startswith("{"):
        return _is_record(text.partition("\n")[0])
    return any(marker in text[:1000] for marker in (html.MARKER, _OPML_MARKER))


def _is_record(line: str) -> bool:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and any(record.keys() >= fields for fields in (_RECORD_FIELDS, _LABEL_FIELDS))


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".briefreader-{secrets.token_hex(8)}.tmp")
    # O_EXCL follows no link; the mode is what the user's umask makes of it, for an export is the user's own file.
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

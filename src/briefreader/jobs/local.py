"""Folders, files and globs as sources: only what is new or has changed since the last time is read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefreader.errors import SourceError
from briefreader.jobs.workers import WorkerPool
from briefreader.model import Raw
from briefreader.sources.files import InputError, expand, read_all_of
from briefreader.store.records import Fetched

_TOLD = 3

_State = dict[str, list[int]]
"""Each path with its time of change (in nanoseconds) and size."""


def read_local(address: str, seen: str | None, pool: WorkerPool) -> tuple[Fetched, list[str]]:
    """Give what is new below the path since ``seen`` (the ``etag`` of the last time), and what could not be read, in words.

    Raises ``SourceError`` if nothing is there at all.
    """
    before: _State = json.loads(seen) if seen else {}
    problems: list[str] = []
    now: _State = {}
    for path in expand(address):
        if isinstance(path, InputError):
            problems.append(f"{path.source}: {path.message}")
        else:
            now |= _state(path, problems)
    if not now and problems:
        raise SourceError(in_words(problems) or "")
    changed = [path for path, state in now.items() if before.get(path) != state]
    entries: list[Raw] = []
    for raw in _read(changed, pool):
        if isinstance(raw, Raw):
            entries.append(raw)
        else:
            problems.append(f"{raw.source}: {raw.message}")
            now.pop(raw.source, None)
    return Fetched(entries=tuple(entries), etag=json.dumps(now), unchanged=now == before), problems


def in_words(problems: Sequence[str]) -> str | None:
    """The first few problems on one line; ``None`` if there are none."""
    more = f"; and {len(problems) - _TOLD} more" if len(problems) > _TOLD else ""
    return "; ".join(problems[:_TOLD]) + more if problems else None


def _state(path: str, problems: list[str]) -> _State:
    try:
        status = Path(path).stat()
    except OSError as error:
        problems.append(f"{path}: {error.strerror}")
        return {}
    return {path: [status.st_mtime_ns, status.st_size]}


def _read(paths: list[str], pool: WorkerPool) -> Iterator[Raw | InputError]:
    for path, found in zip(paths, pool.map(read_all_of, paths), strict=True):
        if isinstance(found, SourceError):
            yield InputError(path, str(found))
        else:
            yield from found

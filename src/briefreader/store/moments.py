"""Moments between the world (aware datetimes, ISO 8601 text) and the library (whole seconds since 1970, UTC)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import overload

_EARLIEST, _LATEST = -30_610_224_000, 253_402_214_400
"""From the year 1000 (what is older was written for "no date") to the last day of 9999: so far every time zone can tell."""


def seconds(moment: datetime) -> int:
    return int(moment.timestamp())


@overload
def moment(at: int) -> datetime: ...
@overload
def moment(at: None) -> None: ...
@overload
def moment(at: int | None) -> datetime | None: ...
def moment(at: int | None) -> datetime | None:
    return None if at is None else datetime.fromtimestamp(min(max(at, _EARLIEST), _LATEST), UTC)


def sort_time(published: str | None, now: int) -> int:
    """When an article counts as published: its own date; ``now`` if that is missing, senseless or in the future."""
    if not published:
        return now
    try:
        stated = datetime.fromisoformat(published)
        stated = stated if stated.tzinfo else stated.replace(tzinfo=UTC)
        at = seconds(stated)
    except (ValueError, OverflowError):
        return now
    return min(at, now) if at >= _EARLIEST else now

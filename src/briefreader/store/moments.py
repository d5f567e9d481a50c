"""Moments between the world (aware datetimes, ISO 8601 text) and the library (whole seconds since 1970, UTC)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import overload

_LATEST = 253_402_300_799
"""The last second of the year 9999, which is as far as ``datetime`` goes."""


def seconds(moment: datetime) -> int:
    return int(moment.timestamp())


@overload
def moment(at: int) -> datetime: ...
@overload
def moment(at: None) -> None: ...
@overload
def moment(at: int | None) -> datetime | None: ...
def moment(at: int | None) -> datetime | None:
    return None if at is None else datetime.fromtimestamp(min(at, _LATEST), UTC)


def sort_time(published: str | None, now: int) -> int:
    """When an article counts as published: its own date; ``now`` if that is missing, senseless or in the future."""
    if not published:
        return now
    try:
        stated = datetime.fromisoformat(published)
        stated = stated if stated.tzinfo else stated.replace(tzinfo=UTC)
        return min(seconds(stated), now)
    except (ValueError, OverflowError):
        return now

"""When a source is asked again: as often as it changes, later the longer it fails, and never before it allows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from statistics import median
from zlib import crc32

from briefreader.model import Raw

SOONEST = 15 * 60
LATEST = 24 * 3600
UNKNOWN = 3600
"""Seconds between two visits: the least, the most, and where nothing is known of the source."""
_LOOKED_AT = 20
_FIRST_PAUSE = 5 * 60


def interval_of(entries: Sequence[Raw], now: datetime) -> int:
    """Seconds between visits: half of the usual time between the newest entries, counting the silence since the last."""
    moments = sorted({at for raw in entries if (at := _moment(raw.published)) and at <= now}, reverse=True)[:_LOOKED_AT]
    gaps = [(later - earlier).total_seconds() for later, earlier in zip([now, *moments], moments, strict=False)]
    return round(min(max(median(gaps) / 2, SOONEST), LATEST)) if len(gaps) > 1 else UNKNOWN


def next_visit(address: str, interval: int, now: datetime) -> datetime:
    """After the interval, a tenth more or less by the source's address: sources do not all come due at once."""
    share = (crc32(address.encode("utf-8", "replace")) % 2001 - 1000) / 10_000
    return now + timedelta(seconds=interval * (1 + share))


def next_attempt(address: str, failures: int, retry_after: int | None, now: datetime) -> datetime:
    """After ``failures`` failures in a row (this one included): at once after one, then in 5, 10, 20 minutes, up to a day.

    Never before ``retry_after`` seconds have passed, if the server named them.
    """
    pause = min(_FIRST_PAUSE * 2 ** min(failures - 2, 20), LATEST) if failures > 1 else 0
    return max(next_visit(address, pause, now), now + timedelta(seconds=retry_after or 0))


def _moment(published: str | None) -> datetime | None:
    try:
        stated = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return stated if stated.tzinfo else stated.replace(tzinfo=UTC)

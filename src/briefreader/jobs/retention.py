"""Let go of what is older than the reader wants to keep; what was starred stays for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from briefreader.config import Settings
from briefreader.jobs.grouping import group_new
from briefreader.store.library import Library

_STEP = 100
"""Articles dropped in one transaction: whoever else wants to write waits but a moment."""


def forget_old(library: Library, *, settings: Settings, now: datetime, cancelled: Callable[[], bool] = lambda: False) -> int:
    """Drop the articles that came more than ``keep_days`` ago, never kept ones; gives how many. 0 days keep everything."""
    forgotten = 0
    if settings.keep_days:
        before = now - timedelta(days=settings.keep_days)
        while not cancelled() and (dropped := library.forget(before, _STEP)):
            forgotten += dropped
    if forgotten:
        group_new(library, points=settings.points, cancelled=cancelled)
    return forgotten

"""Moments in words for a reader, always against a ``now`` that is passed in and in its time zone."""

from __future__ import annotations

import re
from datetime import date, datetime

_ISO_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_COUNTED_IN_YEARS = 730
"""Days from which a countdown counts years."""


def age(moment: datetime, now: datetime) -> str:
    """How old something is, in at most six cells: ``now``, ``5m``, ``3h``, ``2d``, ``12 Nov``, ``2019``."""
    seconds = (now - moment).total_seconds()
    if seconds < _MINUTE:
        return "now"
    if seconds < _HOUR:
        return f"{int(seconds // _MINUTE)}m"
    if seconds < _DAY:
        return f"{int(seconds // _HOUR)}h"
    if seconds < 7 * _DAY:
        return f"{int(seconds // _DAY)}d"
    local = moment.astimezone(now.tzinfo)
    return f"{local.day} {local:%b}" if seconds < 300 * _DAY else f"{local:%Y}"


def ahead(moment: datetime, now: datetime) -> str:
    """How far off a moment is: ``now``, ``in 5m``, ``in 3h``, ``in 2d``."""
    seconds = (moment - now).total_seconds()
    for size, unit in ((_DAY, "d"), (_HOUR, "h"), (_MINUTE, "m")):
        if seconds >= size:
            return f"in {int(seconds // size)}{unit}"
    return "now"


def day(text: str | None, now: datetime) -> str | None:
    """An ISO date or date-time as a day: ``Fri 14 Nov``, with the year if it is not this one; ``None`` if it is neither."""
    moment = parse(text, now)
    if moment is None:
        return None
    return f"{moment:%a} {moment.day} {moment:%b}" + ("" if moment.year == now.year else f" {moment.year}")


def with_days(words: str, now: datetime) -> str:
    """The words with each ISO date in them as a day: ``stalled on Fri 14 Nov``."""
    return _ISO_DATE.sub(lambda found: day(found[0], now) or found[0], words)


def clock(text: str | None, now: datetime) -> str | None:
    """The day and, where the text has one and it is recent, the time: ``14:02``, ``12 Nov 14:02``, ``12 Nov 2019``."""
    moment = parse(text, now)
    if moment is None or text is None:
        return None
    has_time = len(text) > len("2000-01-01")
    if has_time and moment.date() == now.date():
        return f"{moment:%H:%M}"
    if moment.year != now.year:
        return f"{moment.day} {moment:%b} {moment.year}"
    return f"{moment.day} {moment:%b}" + (f" {moment:%H:%M}" if has_time else "")


def countdown(text: str | None, now: datetime) -> str | None:
    """How far off a day is: ``today``, ``tomorrow``, ``in 9 days``, ``yesterday``, ``3 days ago``, ``21 years ago``."""
    moment = parse(text, now)
    if moment is None:
        return None
    days = (moment.date() - now.date()).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    far = abs(days)
    span = f"{far // 365} years" if far >= _COUNTED_IN_YEARS else f"{far} days"
    return near.get(days) or (f"in {span}" if days > 0 else f"{span} ago")


def parse(text: str | None, now: datetime) -> datetime | None:
    """An ISO date or date-time in the time zone of ``now``; a date is its midnight there. ``None`` for anything else."""
    if not text:
        return None
    try:
        if len(text) == len("2000-01-01"):
            return datetime.combine(date.fromisoformat(text), datetime.min.time(), now.tzinfo)
        moment = datetime.fromisoformat(text)
        return moment.astimezone(now.tzinfo) if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)
    except (ValueError, OverflowError):
        return None

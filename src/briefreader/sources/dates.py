"""Dates as feeds write them, kept as ISO 8601 with the offset that was written."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FRACTION = re.compile(r"(?<=:\d{2})[.,]\d+")
_SHORT_OFFSET = re.compile(r"([+-]\d{2})$")
_MAX_LENGTH = 80


def moment(text: str | None) -> str | None:
    """Give a date or a moment as ISO 8601, ``None`` if it is none. What has no offset gets none, a day no midnight."""
    text = (text or "").strip()
    if not text or len(text) > _MAX_LENGTH:
        return None
    try:
        return _iso(text) if _DAY.match(text) else parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None if _DAY.match(text) else _uncommon(text)


def _iso(text: str) -> str:
    if _DAY.fullmatch(text):
        return date.fromisoformat(text).isoformat()
    found = datetime.fromisoformat(_SHORT_OFFSET.sub(r"\1:00", _FRACTION.sub("", text.replace(" ", "T", 1).replace(" ", ""))))
    return found.isoformat()


def _uncommon(text: str) -> str | None:
    """The many other forms that feedparser knows; it gives them in UTC."""
    from feedparser.datetimes import _parse_date

    try:
        parsed = _parse_date(text)
        return datetime(*parsed[:6]).isoformat() + "+00:00" if parsed else None  # noqa: DTZ001 (UTC, as the suffix says)
    except (ValueError, TypeError, OverflowError, IndexError, ArithmeticError, AttributeError):
        return None

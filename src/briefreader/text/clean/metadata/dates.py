"""Dates as pages write them, as ISO 8601: with the page's own offset, and never with a time that the page does not give."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from email.utils import parsedate_tz
from functools import cache
from importlib.resources import files

_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)"
    r"(?:[T ]\s?(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?(?!\d)"
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)(?P<zone>Z)?)?$"
)
_YEAR_FIRST = re.compile(r"\b(?P<year>(?:19|20)\d\d)[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)\b")
_DAY_FIRST = re.compile(r"\b(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?(?P<year>(?:19|20)\d\d)\b")
_SLASHES = re.compile(r"\b(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<year>(?:19|20)\d\d)\b")
_EAST_ASIAN = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<month>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일]")
_MONTH_WORD = r"(?P<name>[^\W\d_]{3,12})"
_DAY_MONTH_YEAR = re.compile(
    rf"\b(?P<day>\d\d?)(?:st|nd|rd|th|er|º|\.)?,?\s(?:de\s|of\s)?{_MONTH_WORD}\.?,?\s(?:de\s|del\s)?(?P<year>(?:19|20)\d\d)\b"
)
_MONTH_DAY_YEAR = re.compile(rf"\b{_MONTH_WORD}\.?\s(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)\b")
_WITHIN = 300  # characters; a date line is short, and no pattern should walk a book


def iso_date(claim: str | None) -> str | None:
    """Give the date or date-time that ``claim`` states as ISO 8601, or ``None`` if it states none that can be told for sure.

    The offset is the one that stands there and no time zone is converted. ``03/04/2025`` may be March or April: ``None``.
    """
    text = (claim or "").strip()[:_WITHIN]
    if not any(character.isdigit() for character in text):
        return None
    found = _ISO.search(text) or _COMPACT.match(text)
    if found:
        return _moment(found.groupdict())
    return _rfc_2822(text) or written_date(text)


def written_date(text: str) -> str | None:
    """The first day that a date line such as ``June 4, 2025`` or ``4. Juni 2025`` names, as an ISO date."""
    text = text[:_WITHIN]
    for pattern in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR):
        for found in pattern.finditer(text):
            month = _months().get(found["name"].lower())
            if month:
                return _day(int(found["year"]), month, int(found["day"]))
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _EAST_ASIAN):
        if found_day := pattern.search(text):
            return _day(int(found_day["year"]), int(found_day["month"]), int(found_day["day"]))
    slashes = _SLASHES.search(text)
    return _from_slashes(int(slashes["one"]), int(slashes["two"]), int(slashes["year"])) if slashes else None


def _from_slashes(one: int, two: int, year: int) -> str | None:
    if one > 12 or one == two:
        return _day(year, two, one)
    return _day(year, one, two) if two > 12 else None


def _moment(parts: dict[str, str | None]) -> str | None:
    day = _day(int(parts["year"] or 0), int(parts["month"] or 0), int(parts["day"] or 0))
    if day is None or parts["hour"] is None:
        return day
    hour, minute, second = int(parts["hour"]), int(parts["minute"] or 0), int(parts["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return day
    return f"{day}T{hour:02}:{minute:02}:{second:02}{_offset(parts['zone'])}"


def _offset(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}" if int(digits[:2]) < 24 and int(digits[2:]) < 60 else ""


def _rfc_2822(text: str) -> str | None:
    parsed = parsedate_tz(text) if re.match(r"(?:[A-Za-z]{3,9},?\s)?\d{1,2}[\s-][A-Za-z]{3}", text) and ":" in text else None
    if not parsed:
        return None
    day = _day(parsed[0], parsed[1], parsed[2])
    if day is None or not (parsed[3] < 24 and parsed[4] < 60 and parsed[5] < 60):
        return day
    seconds = parsed[9]
    offset = ""
    if seconds is not None and abs(seconds) < 86400:
        minutes = abs(seconds) // 60
        offset = f"{'-' if seconds < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"
    return f"{day}T{parsed[3]:02}:{parsed[4]:02}:{parsed[5]:02}{offset}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1900 <= year <= 2200 else None
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Month names and their abbreviations in every listed language → 1 to 12."""
    table = tomllib.loads(files("briefreader.text.clean").joinpath("data/months.toml").read_text(encoding="utf-8"))
    return {
        name: number for names in table.values() for number, variants in enumerate(names, start=1) for name in variants.split()
    }

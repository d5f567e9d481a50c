"""Dates in a sentence, resolved against the day on which the article appeared."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT = {month[:3]: number for number, month in enumerate(_MONTHS, 1)} | {"sept": 9}
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = rf"({'|'.join(_MONTHS)}|{'|'.join(_SHORT)})\.?"
_MONTH_DAY = re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (\d{{4}}))?", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}(?: (\d{{4}}))?", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_WEEKDAY = re.compile(rf"\b(next |last )?({'|'.join(_DAYS)})\b", re.IGNORECASE)
_NEAR = re.compile(r"\b(tomorrow|tonight|today)\b", re.IGNORECASE)


def published_day(published: str | None) -> date | None:
    """The day of an ISO 8601 date or moment, or ``None``."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def coming_date(text: str, published: str | None) -> str | None:
    """Give the first day that the text names and that is not before the article's own, as an ISO date.

    "Friday" is the next Friday, "May 3" the next third of May. ``None`` where no day is named, or
    where it takes the article's own day to know which and that is unknown.
    """
    today = published_day(published)
    found: list[tuple[int, date]] = []
    for match in _ISO.finditer(text):
        found += _day(match.start(), int(match[1]), int(match[2]), int(match[3]))
    for match in _MONTH_DAY.finditer(text):
        found += _of_year(match.start(), match[1], match[2], match[3], today)
    for match in _DAY_MONTH.finditer(text):
        found += _of_year(match.start(), match[2], match[1], match[3], today)
    if today:
        for match in _NEAR.finditer(text):
            found.append((match.start(), today + timedelta(days=match[1].lower() == "tomorrow")))
        for match in _WEEKDAY.finditer(text):
            if (match[1] or "").strip().lower() != "last":
                ahead = (_DAYS.index(match[2].lower()) - today.weekday()) % 7
                found.append((match.start(), today + timedelta(days=ahead or (7 if match[1] else 0))))
    coming = [day for _, day in sorted(found) if today is None or day >= today]
    # "Agreed on Wednesday to meet on Friday": the day of the news itself comes last.
    later = [day for day in coming if day != today]
    return (later or coming)[0].isoformat() if coming else None


def _day(place: int, year: int, month: int, day: int) -> list[tuple[int, date]]:
    try:
        return [(place, date(year, month, day))]
    except ValueError:
        return []


def _of_year(place: int, month: str, day: str, year: str | None, today: date | None) -> list[tuple[int, date]]:
    number = _SHORT.get(month[:4].lower()) or _SHORT[month[:3].lower()]
    if year:
        return _day(place, int(year), number, int(day))
    if today is None:
        return []
    this_year = _day(place, today.year, number, int(day))
    # A day long past is next year's; one just past is meant as it stands.
    if this_year and (today - this_year[0][1]).days > 200:
        return _day(place, today.year + 1, number, int(day))
    return this_year

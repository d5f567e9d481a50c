"""Moving the dates in a text by whole weeks, in the forms in which the sample writes them."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_YEAR_OF_SAMPLE = 2026
_FIRST_MONTH_OF_SAMPLE = 3
# 2026-03-02 and 2026/03/02 · 2 March, with or without its year · 02 Mar 2026 in the head of a message or a feed
_NUMBERS = re.compile(r"\b(\d{4})([-/])(\d{2})\2(\d{2})(?!\d)")
_WORDS = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})\b( \d{{4}})?")
_ABBREVIATED = re.compile(rf"\b(\d{{2}}) ({'|'.join(month[:3] for month in _MONTHS)}) (\d{{4}})\b")


def moved(text: str, weeks: int) -> str:
    """Give ``text`` with each of its dates ``weeks`` later. A date without a year is one of the year around March 2026."""
    if not weeks:
        return text
    span = timedelta(weeks=weeks)

    def numbers(match: re.Match[str]) -> str:
        year, mark, month, day = match.groups()
        return f"{date(int(year), int(month), int(day)) + span:%Y{mark}%m{mark}%d}"

    def words(match: re.Match[str]) -> str:
        day, month, year = match.groups()
        number = _MONTHS.index(month) + 1
        later = date(int(year or _year_of(number)), number, int(day)) + span
        return f"{later.day} {_MONTHS[later.month - 1]}" + (f" {later.year}" if year else "")

    def abbreviated(match: re.Match[str]) -> str:
        day, month, year = match.groups()
        number = next(index for index, name in enumerate(_MONTHS, 1) if name.startswith(month))
        later = date(int(year), number, int(day)) + span
        return f"{later.day:02} {_MONTHS[later.month - 1][:3]} {later.year}"

    return _ABBREVIATED.sub(abbreviated, _WORDS.sub(words, _NUMBERS.sub(numbers, text)))


def _year_of(month: int) -> int:
    """The year that the sample means: the autumn before it, or the half year after."""
    return _YEAR_OF_SAMPLE - 1 if month > _FIRST_MONTH_OF_SAMPLE + 6 else _YEAR_OF_SAMPLE

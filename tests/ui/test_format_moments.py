"""Moments in words, against a clock that is passed in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from briefreader.ui.format.moments import age, ahead, clock, countdown, day, with_days

NOW = datetime(2025, 11, 13, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=20), "now"),
        (timedelta(minutes=5), "5m"),
        (timedelta(hours=3), "3h"),
        (timedelta(days=2), "2d"),
        (timedelta(days=20), "24 Oct"),
        (timedelta(days=800), "2023"),
        (timedelta(hours=-2), "now"),
    ],
)
def test_an_age_is_short(before: timedelta, words: str) -> None:
    assert age(NOW - before, NOW) == words


def test_a_day_is_that_of_the_readers_time_zone() -> None:
    east = timezone(timedelta(hours=10))
    assert age(datetime(2025, 10, 20, 20, 0, tzinfo=UTC), NOW.astimezone(east)) == "21 Oct"
    assert clock("2025-11-13T16:00:00+00:00", NOW.astimezone(east)) == "02:00"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-11-13T14:02:00+00:00", "14:02"),
        ("2025-11-12T14:02:00+00:00", "12 Nov 14:02"),
        ("2025-11-12", "12 Nov"),
        ("2019-11-12", "12 Nov 2019"),
        (None, None),
        ("soon", None),
        ("2025-99-99", None),
    ],
)
def test_an_articles_moment(text: str | None, words: str | None) -> None:
    assert clock(text, NOW) == words


def test_a_day_and_how_far_off_it_is() -> None:
    assert day("2025-11-21", NOW) == "Fri 21 Nov"
    assert day("2026-01-02", NOW) == "Fri 2 Jan 2026"
    told = [countdown(f"2025-11-{number}", NOW) for number in (13, 14, 12, 22, 10)]
    assert told == ["today", "tomorrow", "yesterday", "in 9 days", "3 days ago"]
    assert [countdown(f"{year}-11-13", NOW) for year in (2024, 2021, 2028)] == ["365 days ago", "4 years ago", "in 3 years"]
    assert countdown(None, NOW) is None


def test_how_far_off_the_next_try_is() -> None:
    assert [ahead(NOW + timedelta(minutes=minutes), NOW) for minutes in (-5, 0, 5, 300, 3000)] == [
        "now",
        "now",
        "in 5m",
        "in 5h",
        "in 2d",
    ]


def test_dates_in_words_are_days_and_what_only_looks_like_one_stays() -> None:
    words = "in force now; partly agreed on 2025-11-12, 2025-13-99 and 12025-11-120"
    assert with_days(words, NOW) == "in force now; partly agreed on Wed 12 Nov, 2025-13-99 and 12025-11-120"

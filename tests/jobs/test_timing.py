"""When a source is asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from briefreader.jobs.timing import LATEST, SOONEST, UNKNOWN, interval_of, next_attempt, next_visit
from briefreader.model import Raw

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADDRESS = "https://post.example/feed"


def entries(*hours_ago: float) -> list[Raw]:
    raw = Raw(source="a", content=b"", media_type="text/html")
    return [replace(raw, published=(NOW - timedelta(hours=hours)).isoformat()) for hours in hours_ago]


def test_a_source_is_visited_twice_as_often_as_it_changes() -> None:
    assert interval_of(entries(4, 8, 12, 16), NOW) == 2 * 3600


def test_the_busiest_and_the_quietest_have_bounds() -> None:
    assert interval_of(entries(*(minute / 60 for minute in range(20))), NOW) == SOONEST
    assert interval_of(entries(2000, 4000, 8000), NOW) == LATEST


def test_a_source_that_fell_silent_is_visited_less() -> None:
    assert interval_of(entries(100, 101), NOW) > interval_of(entries(1, 2), NOW)


def test_nothing_is_learned_from_missing_senseless_or_future_dates() -> None:
    raw = Raw(source="a", content=b"", media_type="text/html")
    assert interval_of([raw, replace(raw, published="soon"), *entries(-5)], NOW) == UNKNOWN
    assert interval_of([], NOW) == UNKNOWN
    assert interval_of([*entries(4, 8), replace(raw, published="2026-11-22T00:00:00")], NOW) == 2 * 3600


def test_sources_do_not_all_come_due_at_once() -> None:
    visits = {next_visit(f"https://{number}.example/", 3600, NOW) for number in range(50)}
    assert len(visits) > 40
    assert all(NOW + timedelta(seconds=3200) < visit < NOW + timedelta(seconds=4000) for visit in visits)


def test_one_failure_is_forgiven_and_more_wait_longer_and_longer() -> None:
    pauses = [(next_attempt(ADDRESS, failures, None, NOW) - NOW).total_seconds() for failures in range(1, 40)]
    assert pauses[0] == 0
    assert 240 < pauses[1] < 360
    assert pauses == sorted(pauses)
    assert pauses[-1] <= LATEST * 1.1


def test_what_the_server_asks_for_is_obeyed() -> None:
    assert next_attempt(ADDRESS, 1, 7200, NOW) == NOW + timedelta(hours=2)

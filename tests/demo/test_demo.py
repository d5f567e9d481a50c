"""The sample is packaged, complete, invented, and can be moved to the reader's own days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.demo import LAST_DAY, demo_inputs
from briefreader.demo.dates import moved


@pytest.fixture(scope="module")
def as_written() -> Iterator[dict[str, str]]:
    with demo_inputs() as paths:
        yield {Path(path).name: Path(path).read_text(encoding="utf-8") for path in paths}


def test_it_comes_as_a_feed_and_as_files_of_every_common_kind(as_written: dict[str, str]) -> None:
    assert {Path(name).suffix for name in as_written} == {".xml", ".html", ".txt", ".md", ".eml"}
    assert as_written["meridian-wire.xml"].count("<item>") == 8
    assert len(as_written) - 1 + 8 == 23


def test_without_a_day_the_files_are_as_they_were_written(as_written: dict[str, str]) -> None:
    with demo_inputs(LAST_DAY) as paths, demo_inputs(date(2020, 1, 1)) as long_ago:
        for path in (*paths, *long_ago):
            assert Path(path).read_text(encoding="utf-8") == as_written[Path(path).name]


def test_the_files_are_gone_afterwards() -> None:
    with demo_inputs() as paths:
        assert all(Path(path).is_file() for path in paths)
    assert not any(Path(path).exists() for path in paths)


def test_every_address_is_an_invented_one(as_written: dict[str, str]) -> None:
    standards = {"schema.org", "purl.org"}
    for text in as_written.values():
        hosts = set(re.findall(r"https?://([^/\s\"<>)]+)", text))
        assert all(host.endswith(".example") or host in standards for host in hosts)


def test_moved_to_a_later_day_the_latest_article_is_less_than_a_week_old() -> None:
    today = date(2027, 8, 18)
    with demo_inputs(today) as paths:
        feed = next(Path(path).read_text(encoding="utf-8") for path in paths if path.endswith(".xml"))
    assert "<pubDate>Fri, 13 Aug 2027 20:45:00 +0100</pubDate>" in feed
    assert "/2027/08/13/" in feed
    assert "2026" not in feed


@pytest.mark.parametrize(
    ("written", "two_weeks_later"),
    [
        ("on 2 March", "on 16 March"),
        ("since 20 December", "since 3 January"),
        ("by 31 March 2026", "by 14 April 2026"),
        ("Mon, 02 Mar 2026 08:15", "Mon, 16 Mar 2026 08:15"),
        ("2026-03-02T08:15:00", "2026-03-16T08:15:00"),
        ("https://a.example/2026/03/02/x", "https://a.example/2026/03/16/x"),
        ("4.2 billion, 1951, 31 million", "4.2 billion, 1951, 31 million"),
    ],
)
def test_dates_are_moved_in_every_form_that_the_sample_writes(written: str, two_weeks_later: str) -> None:
    assert moved(written, 2) == two_weeks_later


@settings(max_examples=50, deadline=None)
@given(st.dates(date(2026, 3, 2), date(2026, 12, 31)), st.integers(0, 500))
def test_a_moved_date_keeps_its_weekday(day: date, weeks: int) -> None:
    assert date.fromisoformat(moved(day.isoformat(), weeks)).weekday() == day.weekday()

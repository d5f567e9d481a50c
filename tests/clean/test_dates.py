"""Dates as pages write them."""

from __future__ import annotations

import pytest

from briefreader.text.clean.metadata.dates import iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025-06-04", "2025-06-04"),
        ("2025-06-04T10:15:00+02:00", "2025-06-04T10:15:00+02:00"),
        ("2025-06-04T23:30:00-0500", "2025-06-04T23:30:00-05:00"),
        ("2025-06-04T10:15:30.123Z", "2025-06-04T10:15:30+00:00"),
        ("2025-06-04 10:15", "2025-06-04T10:15:00"),
        ("20250604T101530Z", "2025-06-04T10:15:30+00:00"),
        ("Wed, 04 Jun 2025 10:15:00 +0300", "2025-06-04T10:15:00+03:00"),
        ("Jun 4, 2025", "2025-06-04"),
        ("Wednesday, June 4th, 2025 at 3 p.m.", "2025-06-04"),
        ("4 June 2025", "2025-06-04"),
        ("4. Juni 2025", "2025-06-04"),
        ("le 4 juin 2025", "2025-06-04"),
        ("4 de junio de 2025", "2025-06-04"),
        ("4 червня 2025", "2025-06-04"),
        ("4 июня 2025 г.", "2025-06-04"),
        ("04.06.2025, 10:15 Uhr", "2025-06-04"),
        ("2025年6月4日", "2025-06-04"),
        ("25/12/2025", "2025-12-25"),
        ("12/25/2025", "2025-12-25"),
    ],
)
def test_a_date_is_read_with_the_offset_it_was_given(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written", ["", None, "yesterday", "03/04/2025", "2025-13-40", "31 February 2025", "in 2025", "0000-00-00", "٤"]
)
def test_what_is_no_sure_date_is_none(written: str | None) -> None:
    assert iso_date(written) is None


def test_an_impossible_time_leaves_the_day() -> None:
    assert iso_date("2025-06-04T27:99:00Z") == "2025-06-04"

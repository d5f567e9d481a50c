"""Dates as feeds write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.sources.dates import moment


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Mon, 04 Mar 2024 09:30:00 +0100", "2024-03-04T09:30:00+01:00"),
        ("Mon, 04 Mar 2024 09:30:00 GMT", "2024-03-04T09:30:00+00:00"),
        ("Mon, 04 Mar 2024 09:30:00 EST", "2024-03-04T09:30:00-05:00"),
        ("4 Mar 2024 09:30 +0530", "2024-03-04T09:30:00+05:30"),
        ("Mon, 04 Mar 24 09:30:00 Z", "2024-03-04T09:30:00+00:00"),
        ("2024-03-04T09:30:00Z", "2024-03-04T09:30:00+00:00"),
        ("2024-03-04T09:30:00.123456789+01:00", "2024-03-04T09:30:00+01:00"),
        ("2024-03-04T09:30:00+0100", "2024-03-04T09:30:00+01:00"),
        ("2024-03-04T09:30:00+01", "2024-03-04T09:30:00+01:00"),
        ("2024-03-04 09:30:00", "2024-03-04T09:30:00"),
        ("2024-03-04 09:30:00 +01:00", "2024-03-04T09:30:00+01:00"),
        ("2024-03-04T09:30", "2024-03-04T09:30:00"),
        ("2024-03-04", "2024-03-04"),
        ("Monday, March 4, 2024", None),
        ("yesterday", None),
        ("Mon, 99 Mar 2024 09:30:00 GMT", None),
        ("2024-13-45", None),
        ("0000-00-00T00:00:00Z", None),
        ("1" * 10_000, None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_kept_with_its_own_offset_or_not_at_all(written: str | None, kept: str | None) -> None:
    assert moment(written) == kept


@given(st.text(alphabet="0123456789-:TZ+ MonJa,.", max_size=40))
@settings(max_examples=100, deadline=None)
def test_whatever_is_written_gives_a_date_or_nothing(written: str) -> None:
    found = moment(written)
    assert found is None or found[:4].isdigit()

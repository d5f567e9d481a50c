"""Dates are resolved against the day on which the article appeared."""

from __future__ import annotations

import pytest

from briefreader.text.negotiation.sentence.dates import coming_date

MONDAY = "2026-03-02"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("They meet on Friday.", MONDAY, "2026-03-06"),
        ("They meet on Monday.", MONDAY, "2026-03-02"),
        ("They meet next Monday.", MONDAY, "2026-03-09"),
        ("They met last Friday.", MONDAY, None),
        ("They meet tomorrow.", MONDAY, "2026-03-03"),
        ("They meet on May 4.", MONDAY, "2026-05-04"),
        ("They meet on 4 May.", MONDAY, "2026-05-04"),
        ("They meet on the 4th of May 2027.", None, "2027-05-04"),
        ("They meet on Jan. 5.", "2026-12-20", "2027-01-05"),
        ("They met on February 20.", MONDAY, None),
        ("They meet on 2026-04-01.", None, "2026-04-01"),
        ("They meet on 2026-13-45.", None, None),
        ("They meet on February 30.", MONDAY, None),
        ("They meet on Friday.", None, None),
        ("They meet on May 4.", None, None),
        ("They meet on May 4.", "not a date", None),
        ("They will meet.", MONDAY, None),
    ],
)
def test_coming_date(text: str, published: str | None, expected: str | None) -> None:
    assert coming_date(text, published) == expected

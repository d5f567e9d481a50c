"""Bylines as people."""

from __future__ import annotations

import pytest

from briefreader.text.clean.metadata.people import is_person, names_in, people, read_byline


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("by Ann Lee and Bo Chen, Senior Correspondents", ("Ann Lee", "Bo Chen")),
        ("Von Anna Schmidt und Jörg Müller-Lüdenscheidt", ("Anna Schmidt", "Jörg Müller-Lüdenscheidt")),
        ("Par Élodie Martin", ("Élodie Martin",)),
        ("by James Holt Senior News Editor", ("James Holt",)),
        ("by Chief Editor", ()),
        ("By Ann Lee | June 4, 2025", ("Ann Lee",)),
        ("", ()),
        (None, ()),
    ],
)
def test_a_byline_names_persons(byline: str | None, names: tuple[str, ...]) -> None:
    assert people(byline) == names


def test_the_pages_own_data_may_name_desks_and_agencies() -> None:
    assert names_in(["Ann Lee (ale)", "harbour desk", "ann@example.org"]) == ("Ann Lee", "harbour desk")
    assert is_person("Ann Lee")
    assert not is_person("News Desk")


def test_only_a_byline_is_read_as_one() -> None:
    assert read_byline("By Ann Lee") == "Ann Lee"
    assert read_byline("Bygone days of the harbour") is None

"""Which stories a view asks for."""

from __future__ import annotations

import pytest
from ui_sample import NOW

from briefreader.ui.reading.view import ALL, KEPT, UNREAD, View, saved_view, settled


@pytest.mark.parametrize(
    ("typed", "words"),
    [("rail", ("rail*",)), ("rail pay", ("rail", "pay*")), ("rail ", ("rail",)), ('"rail pay"', ("rail pay",)), ("t", ("t",))],
)
def test_the_last_word_of_a_search_may_go_on(typed: str, words: tuple[str, ...]) -> None:
    assert View("Search", UNREAD.base, text=typed).query(NOW).words == words


def test_a_word_of_which_one_letter_is_typed_is_not_searched_for_yet() -> None:
    assert [settled(text) for text in ("t", "ta", "rail t", "rail ta", "港", "is:unread x")] == [
        "",
        "ta",
        "rail ",
        "rail ta",
        "港",
        "is:unread ",
    ]


def test_without_views_of_ones_own_there_are_three() -> None:
    assert [saved_view({}, number, NOW) for number in range(1, 5)] == [UNREAD, ALL, KEPT, None]

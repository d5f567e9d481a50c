"""Headlines that lost their marks on the way through a web address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import known, status

from briefreader.text.negotiation.sentence.headlines import with_marks

HEADLINES = [
    ("Sudia won t renegotiate water pact", "Sudia won't renegotiate water pact"),
    ("U S envoy meets Norland s king", "U.S envoy meets Norland's king"),
    ("Sudia P4 1 hold talks", "Sudia P4+1 hold talks"),
    ("They don't meet Norland s king", "They don't meet Norland s king"),
    ("The U.S. and Norland s king", "The U.S. and Norland s king"),
]


@pytest.mark.parametrize(("lost", "marked"), HEADLINES)
def test_lost_marks_are_put_back_where_no_other_is_left(lost: str, marked: str) -> None:
    assert with_marks(lost) == marked


@given(st.text(st.sampled_from("USKP 145nst'’.won"), max_size=40))
def test_no_letter_moves(headline: str) -> None:
    assert len(with_marks(headline)) == len(headline)


def test_a_refusal_is_seen_in_a_headline_without_apostrophe() -> None:
    found = known(
        status(
            "The Sudian minister said so on Monday of the pact that it signed with Norland in May.",
            title="Sudia won t renegotiate water pact",
        )
    )
    assert found.stage == "rejected"

"""What is packed comes back the same; what is not ours is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.model import Article, Brief, KeyPoint, Negotiation, Removal, Story
from briefreader.store.codec import from_plain, pack, to_plain, unpack
from library_sample import brief_of, entry

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
# A field with a default is left out where it has it, so every kind of value has to come.
st.register_type_strategy(str, TEXT)
# What is no number is not even equal to itself.
st.register_type_strategy(float, st.floats(allow_nan=False))


@settings(max_examples=60, deadline=None)
@given(st.builds(Brief))
def test_a_brief_comes_back_the_same(brief: Brief) -> None:
    assert from_plain(Brief, unpack(pack(to_plain(brief)))) == brief


@settings(max_examples=40, deadline=None)
@given(st.builds(Story, why=st.just(())))
def test_a_story_comes_back_the_same(story: Story) -> None:
    assert from_plain(Story, unpack(pack(to_plain(story)))) == story


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.dictionaries(TEXT, TEXT | st.integers() | st.none()))
def test_what_it_is_packed_against_gives_it_back(like: bytes, plain: dict[str, Any]) -> None:
    assert unpack(pack(plain, like), like) == plain


def test_a_text_that_is_there_already_takes_no_room() -> None:
    text = " ".join(str(number * 7919) for number in range(300))
    assert len(pack({"text": text}, like=text.encode())) < len(pack({"text": text})) / 5


def test_how_a_thing_was_found_is_not_kept() -> None:
    article = Article("a", removed=(Removal("Share", "share"),))
    assert from_plain(Article, to_plain(article)).removed == ()


@pytest.mark.parametrize(
    "change",
    [
        {"negotiation": {"stage": "cancelled"}},
        {"analysed": 1},
        {"analysed": "yes"},
        {"key_points": {}},
        {"key_points": [["a"]]},
        {"article": None},
        {"article": {"source": 5}},
        {"article": {}},
        {"more": 1},
    ],
)
def test_what_is_no_brief_is_refused(change: dict[str, Any]) -> None:
    plain = to_plain(brief_of(entry("a")))
    assert from_plain(Brief, plain)
    with pytest.raises(ValueError, match="is not"):
        from_plain(Brief, plain | change)


@pytest.mark.parametrize("body", [b"", b"nonsense", pack([1])[:-3]])
def test_what_was_not_packed_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"packed|JSON|Expecting|is not"):
        from_plain(Brief, unpack(body))


def test_numbers_and_nothing_keep_their_kind() -> None:
    made = brief_of(entry("a"), stage="stalled")
    assert made.negotiation is not None
    found = from_plain(Negotiation, to_plain(replace(made.negotiation, confidence=1, alternative=None)))
    assert (found.confidence, found.alternative) == (1, None)
    with pytest.raises(ValueError, match="a number"):
        from_plain(Negotiation, to_plain(made.negotiation) | {"confidence": True})
    assert KeyPoint("a", "a", 0, 1, 0) == from_plain(KeyPoint, to_plain(KeyPoint("a", "a", 0, 1, 0, why=(("x", 1.0),))))

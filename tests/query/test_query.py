"""The query language: what a reader types and what it means; nonsense is answered with a remedy."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.errors import UsageError
from briefreader.query import parse_moment, parse_query, parse_rule
from briefreader.store.records import Query

HERE = timezone(timedelta(hours=2))
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=HERE)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        ("  rail  Pay ", Query(words=("rail", "Pay"))),
        ('"pay rise" -football -"free kick"', Query(words=("pay rise",), without=("football", "free kick"))),
        ('"left open', Query(words=("left open",))),
        ("rail*", Query(words=("rail*",))),
        ("twenty-one 10:30 :-)", Query(words=("twenty-one", "10:30"))),
        ("https://post.example/a", Query(words=("https://post.example/a",))),
        ("is:unread", Query(unread=True)),
        ("is:read IS:Starred -is:done", Query(unread=False, starred=True, done=False)),
        ("is:kept", Query(starred=True)),
        ("stage:under-way stage:Stalled stage:none", Query(stages=("under_way", "stalled", "none"))),
        ('party:russia party:"New Mercia"', Query(parties=("russia", "New Mercia"))),
        ("tag:work site:bbc.co.uk", Query(tags=("work",), sites=("bbc.co.uk",))),
        ("since:7d", Query(since=NOW - timedelta(days=7))),
        ("kept:today", Query(kept_since=NOW.replace(hour=0, minute=0))),
        ('-party:"New Mercia"', Query(none_of=(Query(parties=("New Mercia",)),))),
        ("-stage:stalled -site:bbc", Query(none_of=(Query(stages=("stalled",)), Query(sites=("bbc",))))),
        ("-tag:work -since:7d", Query(none_of=(Query(tags=("work",)), Query(since=NOW - timedelta(days=7))))),
        ("-party:!!", Query()),
        ("rail rail pay rail", Query(words=("rail", "pay"))),
        ("caf\udce9 \x1b[2Jx", Query(words=("caf", "[2Jx"))),
        ('— ! "" - -"..."', Query()),
    ],
)
def test_what_a_query_means(text: str, query: Query) -> None:
    assert parse_query(text, NOW) == query


def test_a_rule_looks_for_its_words_in_titles_and_among_parties() -> None:
    assert parse_rule("watch", 'strike "pay rise" stage:stalled', NOW) == Query(
        named=("strike", "pay rise"), stages=("stalled",)
    )
    assert parse_rule("mute", "site:bbc", NOW) == Query(sites=("bbc",), one_outlet=True)
    assert parse_rule("watch", "site:bbc", NOW) == Query(sites=("bbc",))
    with pytest.raises(UsageError, match="every story"):
        parse_rule("mute", "!!", NOW)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("24h", NOW - timedelta(hours=24)),
        ("7D", NOW - timedelta(days=7)),
        ("2w", NOW - timedelta(weeks=2)),
        ("today", datetime(2026, 11, 22, tzinfo=HERE)),
        ("2026-11-01", datetime(2026, 11, 1, tzinfo=HERE)),
        ("2026-11-01T08:00", datetime(2026, 11, 1, 8, tzinfo=HERE)),
        ("2026-11-01T08:00Z", datetime(2026, 11, 1, 8, tzinfo=UTC)),
    ],
)
def test_moments_are_local_where_no_offset_is_given(text: str, moment: datetime) -> None:
    assert parse_moment(text, NOW) == moment


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("is:unred", "did you mean is:unread"),
        ("is:new", "there are is:unread"),
        ("stage:stall", "did you mean stalled"),
        ("stage:", "such as stage:stalled"),
        ('party:""', "such as party:russia"),
        ("sight:bbc", "did you mean site"),
        ("foo:bar", "Put a word with a colon into quotes"),
        ("since:yesterday", "write 24h, 7d"),
        ("since:999999w", "write 24h, 7d"),
        ("since:2026-13-01", "write 24h, 7d"),
        ("-tag:", "such as tag:work"),
        ("a" * 501, "too long: 501 characters, at most 500"),
    ],
)
def test_nonsense_is_answered_with_a_remedy(text: str, remedy: str) -> None:
    with pytest.raises(UsageError, match=remedy) as caught:
        parse_query(text, NOW)
    assert "\n" not in str(caught.value)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_query_or_a_usage_error(text: str) -> None:
    try:
        query = parse_query(text, NOW)
    except UsageError:
        return
    assert all(any(character.isalnum() for character in word) for word in query.words + query.without)

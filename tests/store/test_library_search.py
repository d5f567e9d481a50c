"""Finding: full text, conditions, and words that are never operators."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.query import parse_query
from briefreader.store.records import Mark, Query
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import NOW, brief_all, entry, subscribe


@pytest.fixture
def library() -> Iterator[SqliteLibrary]:
    with open_library(None) as opened:
        _fill(opened)
        yield opened


def _fill(opened: SqliteLibrary) -> None:
    subscribe(
        opened,
        entry("rail", title="Rail pay talks stall", body="The union rejected a two-year settlement for drivers.", day=1),
        entry("comet", title="A comet is seen", body="Astronomers on Mount Ilse saw a comet at dawn.", day=2, outlet="gazette"),
        tags=["work"],
    )
    subscribe(
        opened,
        entry("water", title="Río talks go on", body="Delegations met about the water, and drivers waited.", day=3),
        address="https://other.example/feed",
    )
    brief_all(opened, group=False)


def found(library: SqliteLibrary, text: str) -> list[str]:
    ids = library.story_ids(parse_query(text, NOW))
    return [row.title.split()[0] for row in library.story_rows(ids)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("", ["Río", "A", "Rail"]),
        ("drivers", ["Río", "Rail"]),
        ("DRIVERS rail", ["Rail"]),
        ("rio", ["Río"]),
        ('"pay talks"', ["Rail"]),
        ('"talks pay"', []),
        ("astron*", ["A"]),
        ("talks -rail", ["Río"]),
        ("-talks", ["A"]),
        ("tag:WORK", ["A", "Rail"]),
        ("tag:none", []),
        ("site:gazette", ["A"]),
        ("site:post.example", ["Río", "Rail"]),
        ("since:2026-11-02", ["Río", "A"]),
        ("is:starred", []),
        ("stage:none", ["Río", "A", "Rail"]),
        ("stage:stalled", []),
        ("nothing-like-it", []),
        ("-site:gazette", ["Río", "Rail"]),
        ("-tag:work", ["Río"]),
        ('drivers -site:"post.example"', []),
        ("-stage:none", []),
        ("-since:2026-11-02", ["Rail"]),
    ],
)
def test_a_query_finds(library: SqliteLibrary, text: str, titles: list[str]) -> None:
    assert found(library, text) == titles


def test_states_are_found(library: SqliteLibrary) -> None:
    newest, middle, _ = library.story_ids()
    library.mark(Mark.STARRED, True, story_ids=[newest])
    library.mark(Mark.DONE, True, story_ids=[middle])
    assert found(library, "is:starred") == ["Río"]
    assert found(library, "is:done") == ["A"]
    assert found(library, "-is:done is:unread -is:starred") == ["Rail"]
    assert found(library, "is:read") == ["A"]


def test_parties_and_stages_are_found() -> None:
    with open_library(None) as library:
        subscribe(library, entry("a"))
        brief_all(library, stage="stalled", parties=("New Mercia", "Delta"))
        subscribe(library, entry("b", body="No talks with Mercia at all here."), address="https://b.example/feed")
        brief_all(library, group=False)
        assert found(library, "party:mercia") == ["Talks"]
        assert found(library, 'party:"new mercia" party:delta stage:agreed stage:stalled') == ["Talks"]
        assert found(library, "party:russia") == []
        assert [len(found(library, f"stage:{stages}")) for stages in ("none", "agreed", "stalled stage:none")] == [1, 0, 2]


def test_an_article_is_found_by_its_title_before_it_is_briefed() -> None:
    with open_library(None) as library:
        subscribe(library, entry("a", title="Ferry strike"))
        assert found(library, "ferry") == ["Ferry"]


def test_a_search_can_stop_early_with_the_newest(library: SqliteLibrary) -> None:
    ids = library.story_ids(parse_query("drivers", NOW), limit=1)
    assert [row.title for row in library.story_rows(ids)] == ["Río talks go on"]
    assert len(library.story_ids(limit=2)) == 2


def test_a_stretch_of_the_list_can_be_read_from_either_end(library: SqliteLibrary) -> None:
    every = list(library.story_ids())
    assert len(every) > 2
    assert list(library.story_ids(start=1, limit=2)) == every[1:3]
    assert list(library.story_ids(limit=2, oldest=True)) == every[-2:]
    assert list(library.story_ids(start=1, limit=2, oldest=True)) == every[-3:-1]


def test_the_place_of_a_story_is_how_many_that_match_come_before_it(library: SqliteLibrary) -> None:
    every = list(library.story_ids())
    assert [library.place(Query(), story_id) for story_id in every] == [*range(len(every))]
    without_the_first = Query(none_of=(Query(among=(every[0],)),))
    assert library.place(without_the_first, every[1]) == 0
    assert library.place(without_the_first, every[0]) is None


def test_a_story_that_may_have_no_stage_is_not_lost_where_a_stage_is_not_wanted(library: SqliteLibrary) -> None:
    assert list(library.story_ids(Query(none_of=(Query(stages=("agreed",)),)))) == list(library.story_ids())


def test_hits_show_the_text_around_what_was_found(library: SqliteLibrary) -> None:
    first, second = library.search(parse_query("drivers", NOW))
    assert (first.title, second.site, second.published) == ("Río talks go on", "Post", "2026-11-01T08:00:00+00:00")
    assert "drivers" in first.snippet
    assert second.story == library.story(library.story_ids()[2]).id
    assert len(library.search(parse_query("drivers", NOW), limit=1)) == 1
    assert len(library.search(Query(since=NOW - timedelta(days=365)))) == 3


def test_removed_articles_are_not_found(library: SqliteLibrary) -> None:
    library.remove_source(library.sources()[0].id)
    library.remove_source(library.sources()[0].id)
    assert found(library, "drivers") == []
    assert library.search(parse_query("drivers", NOW)) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_no_word_is_an_operator_of_the_index(words: list[str]) -> None:
    query = Query(words=tuple(words), without=tuple(words[:1]), parties=tuple(words), sites=tuple(words), tags=tuple(words))
    with open_library(None) as library:
        assert list(library.story_ids(query)) == []
        assert library.search(query) == []


@pytest.mark.parametrize(
    "word",
    [
        '"',
        "a AND b",
        "NEAR(a b)",
        "title:x",
        "*",
        "^a",
        "a OR b",
        '"" OR title:talks',
        "{title} : talks",
        "a\0b",
        "--",
        "(",
        "-",
    ],
)
def test_known_operators_are_plain_words(library: SqliteLibrary, word: str) -> None:
    library.story_ids(Query(words=(word,), without=(word,), parties=(word,), sites=(word,)))
    assert library.story_ids(Query(words=('"" OR talks',))) is not None

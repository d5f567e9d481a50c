"""Subscriptions: what is kept of a source, and what becomes of its articles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from briefreader.errors import LibraryError
from briefreader.store.records import Fetched, FetchFailure, Mark
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import FEED, NOW, brief_all, entry, subscribe, titles

OTHER = "https://other.example/feed"


@pytest.fixture
def library() -> Iterator[SqliteLibrary]:
    with open_library(None) as opened:
        yield opened


def test_a_source_is_added_once_and_gathers_tags(library: SqliteLibrary) -> None:
    first = library.add_source(FEED, "feed", now=NOW, tags=["ports"])
    second = library.add_source(FEED, "feed", now=NOW, tags=["work", "ports"])
    assert second.id == first.id
    assert second.tags == ("ports", "work")
    assert second.added == NOW


def test_a_good_fetch_is_noted_with_its_validators(library: SqliteLibrary) -> None:
    source = library.add_source(FEED, "feed", now=NOW)
    later = NOW + timedelta(hours=1)
    fetched = Fetched((entry("a"),), title="The Post", etag='"1"', last_modified="Tue", next_try=later, interval=3600)
    library.save_fetch(source.id, fetched, NOW)
    (kept,) = library.sources()
    assert (kept.title, kept.etag, kept.last_modified) == ("The Post", '"1"', "Tue")
    assert (kept.last_success, kept.next_try, kept.interval) == (NOW, later, 3600)
    assert (kept.articles, kept.unread) == (1, 1)


def test_an_unchanged_fetch_keeps_title_and_validators(library: SqliteLibrary) -> None:
    source = library.add_source(FEED, "feed", now=NOW)
    library.save_fetch(source.id, Fetched(title="The Post", etag='"1"', interval=900), NOW)
    library.save_fetch(source.id, Fetched(unchanged=True), NOW)
    (kept,) = library.sources()
    assert (kept.title, kept.etag, kept.interval) == ("The Post", '"1"', 900)


def test_a_failure_changes_neither_title_nor_articles_and_a_success_clears_it(library: SqliteLibrary) -> None:
    source = subscribe(library, entry("a"))
    library.save_failure(source.id, FetchFailure("connection refused", next_try=NOW))
    library.save_failure(source.id, FetchFailure("connection refused", next_try=NOW))
    (failing,) = library.sources()
    assert (failing.title, failing.last_error, failing.failures) == ("The Post", "connection refused", 2)
    assert titles(library) == ["Talks about a"]
    library.save_fetch(source.id, Fetched(unchanged=True), NOW)
    (well,) = library.sources()
    assert (well.last_error, well.failures) == (None, 0)


def test_gone_is_remembered_until_a_good_fetch(library: SqliteLibrary) -> None:
    source = subscribe(library)
    library.save_failure(source.id, FetchFailure("gone", gone=True))
    library.save_failure(source.id, FetchFailure("no network"))
    assert library.sources()[0].gone
    library.save_fetch(source.id, Fetched(), NOW)
    assert not library.sources()[0].gone


def test_a_permanent_move_is_taken_unless_the_place_is_taken(library: SqliteLibrary) -> None:
    source = subscribe(library)
    library.save_fetch(source.id, Fetched(moved_to="https://post.example/new"), NOW)
    assert library.sources()[0].address == "https://post.example/new"
    library.add_source("https://post.example/other", "feed", now=NOW)
    library.save_fetch(source.id, Fetched(moved_to="https://post.example/other"), NOW)
    assert {each.address for each in library.sources()} == {"https://post.example/new", "https://post.example/other"}


def test_the_readers_name_for_a_source_outlives_the_feeds_own(library: SqliteLibrary) -> None:
    source = subscribe(library)
    library.change_source(source.id, title="My paper", tags=["x"], paused=True)
    library.save_fetch(source.id, Fetched(title="The Post, renamed"), NOW)
    (kept,) = library.sources()
    assert (kept.title, kept.tags, kept.paused) == ("My paper", ("x",), True)
    library.change_source(source.id, title="")
    assert library.sources()[0].title == "The Post, renamed"


def test_a_change_can_be_taken_back(library: SqliteLibrary) -> None:
    source = subscribe(library, tags=["a"])
    library.change_source(source.id, title="My paper", tags=[], paused=True)
    library.undo()
    (kept,) = library.sources()
    assert (kept.title, kept.tags, kept.paused) == ("The Post", ("a",), False)


def test_removing_a_source_hides_all_but_kept_articles(library: SqliteLibrary) -> None:
    source = subscribe(library, entry("a"), entry("b"))
    kept = next(row.id for row in library.story_rows(library.story_ids()) if row.title == "Talks about a")
    library.mark(Mark.STARRED, True, story_ids=[kept])
    assert library.remove_source(source.id) == "removed The Post"
    assert library.sources() == []
    assert titles(library) == ["Talks about a"]


def test_removing_a_source_can_be_taken_back_with_all_marks(library: SqliteLibrary) -> None:
    source = subscribe(library, entry("a"), entry("b"))
    (first, _) = library.story_ids()
    library.mark(Mark.READ, True, story_ids=[first])
    library.remove_source(source.id)
    assert library.undo() == "removed The Post"
    assert len(titles(library)) == 2
    assert [row.unread for row in library.story_rows([first])] == [0]


def test_a_source_that_is_added_again_comes_back_as_it_was(library: SqliteLibrary) -> None:
    source = subscribe(library, entry("a"))
    library.mark(Mark.DONE, True, story_ids=library.story_ids())
    library.remove_source(source.id)
    again = library.add_source(FEED, "feed", now=NOW)
    assert again.id == source.id
    assert [row.done for row in library.story_rows(library.story_ids())] == [True]


def test_an_article_that_another_source_brings_too_stays(library: SqliteLibrary) -> None:
    source = subscribe(library, entry("a"))
    subscribe(library, entry("a"), address=OTHER)
    library.remove_source(source.id)
    assert titles(library) == ["Talks about a"]


def numbers(library: SqliteLibrary) -> dict[str, tuple[int, int]]:
    """How many articles each source brings, and how many of them are unread."""
    return {source.address: (source.articles, source.unread) for source in library.sources()}


def test_each_source_counts_what_it_brings_and_what_of_it_is_unread(library: SqliteLibrary) -> None:
    subscribe(library, entry("a"), entry("b"), entry("c"))
    subscribe(library, entry("a"), entry("d"), address=OTHER)
    library.add_source("https://empty.example/feed", "feed", now=NOW)
    read = next(row.id for row in library.story_rows(library.story_ids()) if row.title == "Talks about a")
    library.mark(Mark.READ, True, story_ids=[read])
    assert numbers(library) == {FEED: (3, 2), OTHER: (2, 1), "https://empty.example/feed": (0, 0)}
    library.mark(Mark.READ, False, story_ids=[read])
    assert numbers(library)[FEED] == (3, 3)


def test_forgotten_articles_are_not_counted(library: SqliteLibrary) -> None:
    subscribe(library, entry("a"), entry("b"))
    brief_all(library)
    assert library.forget(NOW + timedelta(days=1), 10) == 2
    assert numbers(library) == {FEED: (0, 0)}


def test_what_removed_sources_brought_counts_again_when_they_come_back(library: SqliteLibrary) -> None:
    first = subscribe(library, entry("a"), entry("b"))
    second = subscribe(library, entry("b"), entry("c"), address=OTHER)
    library.remove_source(first.id)
    assert numbers(library) == {OTHER: (2, 2)}
    library.remove_source(second.id)
    library.add_source(FEED, "feed", now=NOW)
    assert numbers(library) == {FEED: (2, 2)}
    assert library.undo() == "removed The Post"
    assert numbers(library) == {FEED: (2, 2), OTHER: (2, 2)}


def test_what_is_not_there_is_said(library: SqliteLibrary) -> None:
    with pytest.raises(LibraryError, match="no such source"):
        library.remove_source(99)
    with pytest.raises(LibraryError, match="no such source"):
        library.save_fetch(99, Fetched((entry("a"),)), NOW)

"""Articles: what comes in is stored once, as it came, and is listed at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from briefreader.errors import LibraryError
from briefreader.model import Raw
from briefreader.store.records import Fetched, Mark, Query, StoredBrief
from briefreader.store.sqlite import SqliteLibrary, open_library
from briefreader.text.stories import features
from library_sample import NOW, brief_all, brief_of, entry, subscribe, titles


@pytest.fixture
def library() -> Iterator[SqliteLibrary]:
    with open_library(None) as opened:
        yield opened


def test_an_entry_is_listed_before_it_is_briefed(library: SqliteLibrary) -> None:
    subscribe(library, entry("a", day=3))
    (row,) = library.story_rows(library.story_ids())
    assert (row.title, row.site, row.articles, row.unread, row.briefed) == ("Talks about a", "Post", 1, 1, False)
    story = library.story(row.id)
    assert [brief.article.title for brief in story.briefs] == ["Talks about a"]
    assert library.counts().pending == 1


def test_the_same_entry_is_stored_once(library: SqliteLibrary) -> None:
    source = subscribe(library, entry("a"), entry("b"))
    assert library.save_fetch(source.id, Fetched((entry("b"), entry("c"))), NOW) == [3]
    assert library.counts().articles == 3


def test_what_a_feed_gave_once_never_changes(library: SqliteLibrary) -> None:
    source = subscribe(library, entry("a", body="First."))
    assert library.save_fetch(source.id, Fetched((entry("a", body="Second.", title="Other"),)), NOW) == []
    assert library.raw(1).content == b"<p>First.</p>"
    assert titles(library) == ["Talks about a"]


def test_a_changed_file_is_taken_again_under_the_same_marks(library: SqliteLibrary) -> None:
    source = library.add_source("/notes", "folder", now=NOW)
    note = Raw(source="/notes/a.txt", content=b"Old words", media_type="text/plain", id="/notes/a.txt")
    library.save_fetch(source.id, Fetched((note,)), NOW)
    brief_all(library)
    library.mark(Mark.STARRED, True, article_ids=[1])
    assert library.save_fetch(source.id, Fetched((replace(note, content=b"New words"),)), NOW) == [1]
    assert library.raw(1).content == b"New words"
    assert [each.article_id for each in library.pending(9)] == [1]
    before = library.brief(1)
    assert before is not None
    assert before.article.text == "Old words"
    brief_all(library)
    assert len(library.story_ids(Query(words=("new",)))) == 1
    assert len(library.story_ids(Query(words=("old",)))) == 0
    assert library.story_rows(library.story_ids())[0].starred


def test_an_address_that_two_sources_bring_is_one_article(library: SqliteLibrary) -> None:
    subscribe(library, entry("a"))
    second = subscribe(library, replace(entry("a"), id="otherwise"), address="https://digest.example/feed")
    assert library.counts().articles == 1
    assert [source.articles for source in library.sources()] == [1, 1]
    assert library.save_fetch(second.id, Fetched((replace(entry("a"), id="otherwise"),)), NOW) == []


def test_entries_of_one_feed_that_all_link_to_its_front_page_stay_apart(library: SqliteLibrary) -> None:
    front = "https://post.example/"
    subscribe(library, *(replace(entry(name), url=front) for name in "abc"))
    assert library.counts().articles == 3


def test_a_missing_or_senseless_date_is_the_time_first_seen(library: SqliteLibrary) -> None:
    subscribe(library, entry("a", day=None), replace(entry("b"), published="yesterday-ish"))
    assert {row.last for row in library.story_rows(library.story_ids())} == {NOW}


def test_a_future_date_counts_as_now_for_the_order_only(library: SqliteLibrary) -> None:
    subscribe(library, replace(entry("a"), published="2199-01-01T00:00:00Z"))
    (row,) = library.story_rows(library.story_ids())
    assert row.last == NOW
    assert library.story_articles(row.id)[0].published == "2199-01-01T00:00:00Z"


def test_newest_first_and_in_the_feeds_own_order_where_no_date_decides(library: SqliteLibrary) -> None:
    subscribe(library, entry("first", day=None), entry("second", day=None), entry("old", day=2), entry("older", day=1))
    assert titles(library) == [f"Talks about {name}" for name in ("first", "second", "old", "older")]


@pytest.mark.parametrize(
    "published", ["0001-01-01", "0001-01-01T00:00:00+14:00", "1969-12-31T23:59:59Z", "9999-12-31T23:59:59+14:00", "2026-11-01"]
)
def test_dates_at_the_ends_of_time_are_stored(library: SqliteLibrary, published: str) -> None:
    subscribe(library, replace(entry("a"), published=published))
    last = library.story_rows(library.story_ids())[0].last
    assert last <= NOW
    assert last == NOW or not published.startswith("0001")
    assert last.astimezone(timezone(timedelta(hours=-23)))


def test_an_article_without_a_title_is_listed_by_its_address(library: SqliteLibrary) -> None:
    subscribe(library, replace(entry("a"), title=None))
    assert titles(library) == ["https://post.example/a"]


def test_hostile_strings_are_cleaned_where_they_are_listed(library: SqliteLibrary) -> None:
    subscribe(
        library,
        replace(entry("a"), title="One\x1b]0;two\x07\nthree \ud800" + "x" * 900, site="P\x9bst", url="https://h/\ud800"),
    )
    (row,) = library.story_rows(library.story_ids())
    assert row.title.startswith("One]0;two three x")
    assert len(row.title) == 500
    assert row.site == "Pst"


def test_pending_gives_what_is_on_the_screen_first_then_the_newest(library: SqliteLibrary) -> None:
    subscribe(library, *(entry(name, day=day) for day, name in enumerate("abc", start=1)))
    on_screen = next(row.id for row in library.story_rows(library.story_ids()) if row.title == "Talks about a")
    assert [each.raw.id for each in library.pending(2, first=[on_screen])] == ["a", "c"]
    assert library.pending(1)[0].raw == entry("c", day=3)


def test_a_brief_is_kept_whole_and_shows_what_cleaning_found(library: SqliteLibrary) -> None:
    subscribe(library, entry("a"))
    made = brief_of(entry("a"), stage="stalled", parties=("Union", "Port"))
    made = replace(made, article=replace(made.article, title="A better title", site="Daily Post", published="2026-11-20"))
    library.save_briefs([StoredBrief(1, made, features(made))])
    assert library.brief(1) == made
    assert library.counts().pending == 0
    (row,) = library.story_articles(library.story_ids()[0])
    assert (row.title, row.site, row.published) == ("A better title", "Daily Post", "2026-11-20")


def test_a_brief_for_an_article_that_is_gone_is_let_go(library: SqliteLibrary) -> None:
    made = brief_of(entry("a"))
    library.save_briefs([StoredBrief(77, made, features(made))])
    assert library.brief(77) is None


def test_a_newer_engine_makes_every_brief_again_and_marks_stay(library: SqliteLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    subscribe(library, entry("a"), entry("b"))
    brief_all(library)
    library.mark(Mark.STARRED, True, story_ids=library.story_ids())
    monkeypatch.setattr("briefreader.store.articles.ENGINE_VERSION", 99)
    assert {each.raw.id for each in library.pending(9)} == {"a", "b"}
    brief_all(library, stage="agreed")
    assert library.pending(9) == []
    assert {(row.stage, row.starred) for row in library.story_rows(library.story_ids())} == {("agreed", True)}
    assert library.check() == []


def test_an_opened_file_belongs_to_no_source(library: SqliteLibrary) -> None:
    assert library.save_fetch(None, Fetched((entry("a"), entry("b"))), NOW) == [1, 2] or library.counts().articles == 2
    assert library.sources() == []


def test_old_articles_are_forgotten_in_small_steps_kept_ones_never(library: SqliteLibrary) -> None:
    source = library.add_source("https://news.example/feed", "feed", now=NOW)
    for day, name in enumerate("abcd", start=1):
        library.save_fetch(source.id, Fetched((entry(name, day=day),)), NOW - timedelta(days=20 - day))
    brief_all(library, group=False)
    kept = next(row.id for row in library.story_rows(library.story_ids()) if row.title == "Talks about a")
    library.mark(Mark.STARRED, True, story_ids=[kept])
    before = NOW - timedelta(days=16, hours=12)
    assert [library.forget(before, 1), library.forget(before, 9)] == [1, 1]
    assert library.forget(before, 9) == 0
    assert sorted(titles(library)) == ["Talks about a", "Talks about d"]
    assert library.check() == []
    # They are still in the feed, and do not come back.
    assert library.save_fetch(source.id, Fetched((entry("b", day=2),)), NOW) == []


def test_an_article_that_is_not_there_is_said(library: SqliteLibrary) -> None:
    with pytest.raises(LibraryError, match="no such article"):
        library.raw(5)

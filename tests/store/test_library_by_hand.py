"""What the reader merged or split stays so, through restarts, refreshes, newer engines, retention and the repair pass."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefreader.jobs.grouping import group_new
from briefreader.model import Raw
from briefreader.store.records import Fetched, Mark, StoredBrief
from briefreader.store.sqlite import SqliteLibrary, open_library
from briefreader.text.stories import features
from briefreader.text.version import ENGINE_VERSION
from library_sample import FEED, NOW, brief_all, entry, subscribe

PORT = "Dockers in Varno rejected an offer of extra rest days from the port operator Varno Terminals, the union said."
PORT_AGAIN = "Varno Terminals, the port operator, asked the dockers in Varno to think again about the offer of rest days."
PORT_STILL = "The dockers of Varno and the port operator Varno Terminals are still apart over the offer of rest days."
COMET = "A comet was seen above the observatory on Mount Ilse by three amateur astronomers before dawn."


def port(name: str, body: str, day: int) -> Raw:
    return entry(name, title=f"Varno dockers and rest days: {name}", body=body, day=day)


def comet(name: str, day: int) -> Raw:
    return entry(name, title=f"Comet above Mount Ilse {name}", body=COMET, day=day)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def library(path: Path) -> Iterator[SqliteLibrary]:
    with open_library(path) as opened:
        yield opened


def together(library: SqliteLibrary) -> list[list[str]]:
    """The stories, each as the last words of its articles' titles."""
    return sorted(sorted(row.title.split()[-1] for row in library.story_articles(each)) for each in library.story_ids())


def ids(library: SqliteLibrary, *names: str) -> list[int]:
    rows = [row for story_id in library.story_ids() for row in library.story_articles(story_id)]
    return [row.id for name in names for row in rows if row.title.endswith(f" {name}")]


def everything_that_regroups(path: Path, library: SqliteLibrary) -> None:
    """A restart, a refresh with more on the same matter, every article by a newer engine, retention."""
    library.close()
    with open_library(path) as again:
        source = again.sources()[0]
        again.save_fetch(source.id, Fetched((port("later", PORT_STILL, 4), comet("later", 4))), NOW)
        brief_all(again)
        for article_id in range(1, 7):
            made = again.brief(article_id)
            if made is not None:
                again.save_briefs([StoredBrief(article_id, made, features(made))])
        group_new(again)
        again.forget(datetime(2026, 1, 1, tzinfo=UTC), 100)
        group_new(again)
        assert again.check() == []


def test_a_merge_stays(path: Path, library: SqliteLibrary) -> None:
    subscribe(library, port("one", PORT, 1), port("two", PORT_AGAIN, 2), comet("first", 2))
    brief_all(library)
    assert together(library) == [["first"], ["one", "two"]]
    library.mark(Mark.STARRED, True, article_ids=ids(library, "first"))
    older = min(library.story_ids())
    name = library.story(older).id
    library.merge(library.story_ids())
    everything_that_regroups(path, library)
    with open_library(path) as again:
        rows = {row.title.split()[-1]: row for row in again.story_articles(older)}
        assert {"first", "one", "two"} <= rows.keys()
        assert again.story(older).id == name
        assert [row.title.split()[-1] for row in rows.values() if row.starred] == ["first"]


def test_a_split_stays_and_what_comes_joins_one_side_without_joining_the_two(path: Path, library: SqliteLibrary) -> None:
    subscribe(library, port("one", PORT, 1), port("two", PORT_AGAIN, 2), port("three", PORT_STILL, 3))
    brief_all(library)
    assert together(library) == [["one", "three", "two"]]
    library.mark(Mark.READ, True, article_ids=ids(library, "two"))
    assert library.split(ids(library, "two", "three")) == "split off: Varno dockers and rest days: two and 1 more"
    everything_that_regroups(path, library)
    with open_library(path) as again:
        homes = {name: story for story in together(again) for name in story}
        assert homes["two"] == homes["three"]
        assert homes["one"] != homes["two"]
        rows = [row for story_id in again.story_ids() for row in again.story_articles(story_id)]
        assert [row.title.split()[-1] for row in rows if row.read] == ["two"]


def test_many_new_articles_join_a_story_of_the_readers_own_and_move_nothing_in_it(library: SqliteLibrary) -> None:
    source = subscribe(library, port("one", PORT, 1), comet("first", 2))
    brief_all(library)
    library.merge(library.story_ids())
    library.save_fetch(source.id, Fetched(tuple(port(str(number), PORT_AGAIN, 2) for number in range(5))), NOW)
    brief_all(library)
    assert len(together(library)) == 1


def test_undone_the_stories_are_free_again(library: SqliteLibrary) -> None:
    subscribe(library, port("one", PORT, 1), port("two", PORT_AGAIN, 2))
    brief_all(library)
    library.split(ids(library, "two"))
    library.undo()
    assert together(library) == [["one", "two"]]
    library.regroup([[each] for each in library.around(library.story_ids(), 9)])
    assert together(library) == [["one"], ["two"]]


def test_undo_leaves_what_was_pinned_before_as_it_was(library: SqliteLibrary) -> None:
    subscribe(library, port("one", PORT, 1), port("two", PORT_AGAIN, 2), comet("first", 2))
    brief_all(library)
    library.split(ids(library, "two"))
    library.merge(library.story_ids())
    library.undo()
    library.regroup([library.around(library.story_ids(), 9)])
    homes = {name: story for story in together(library) for name in story}
    assert homes["one"] != homes["two"]


def test_what_changes_nothing_says_so_and_is_no_step(library: SqliteLibrary) -> None:
    subscribe(library, port("one", PORT, 1), port("two", PORT_AGAIN, 2))
    brief_all(library)
    (story_id,) = library.story_ids()
    assert library.merge([story_id, story_id]) == ""
    assert library.split(ids(library, "one", "two")) == ""
    assert library.undo() is None


def test_a_merged_story_that_lost_its_oldest_articles_to_retention_keeps_its_id(library: SqliteLibrary) -> None:
    source = library.add_source(FEED, "feed", now=NOW)
    library.save_fetch(source.id, Fetched((port("one", PORT, 1),)), datetime(2026, 11, 1, tzinfo=UTC))
    library.save_fetch(source.id, Fetched((comet("first", 20),)), datetime(2026, 11, 20, tzinfo=UTC))
    brief_all(library)
    kept = min(library.story_ids())
    library.merge(library.story_ids())
    assert library.forget(datetime(2026, 11, 10, tzinfo=UTC), 9) == 1
    library.save_fetch(source.id, Fetched((comet("later", 21),)), NOW)
    brief_all(library)
    assert list(library.story_ids()) == [kept]


def test_features_of_an_older_engine_serve_until_they_are_made_anew(path: Path, library: SqliteLibrary) -> None:
    subscribe(library, port("one", PORT, 1), port("two", PORT_AGAIN, 2), comet("first", 2))
    brief_all(library)
    before = together(library)
    stale = library.story_features(library.story_ids()[-1])
    library.close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE articles SET engine = ?", (ENGINE_VERSION - 1,))
    connection.close()
    with open_library(path) as again:
        assert again.counts().pending == 3
        assert together(again) == before
        assert again.story_features(again.story_ids()[-1]) == stale
        again.save_fetch(again.sources()[0].id, Fetched((port("three", PORT_STILL, 3),)), NOW)
        first = again.pending(1)
        brief_all(again)
        assert first[0].raw.id == "three"
        assert again.counts().pending == 0
        assert together(again) == [["first"], ["one", "three", "two"]]

"""The reader's marks: set, counted, taken back, across restarts, and never lost when stories change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.store.records import Fetched, Mark
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import NOW, brief_all, entry, subscribe


@pytest.fixture
def library() -> Iterator[SqliteLibrary]:
    with open_library(None) as opened:
        subscribe(opened, entry("a", day=1), entry("b", day=2), entry("c", day=3))
        yield opened


def marks(library: SqliteLibrary) -> dict[str, str]:
    """Each article's marks as letters: r(ead), s(tarred), d(one)."""
    rows = [row for story_id in library.story_ids() for row in library.story_articles(story_id)]
    return {row.title[-1]: "r" * row.read + "s" * row.starred + "d" * row.done for row in rows}


def test_marks_are_set_and_counted(library: SqliteLibrary) -> None:
    newest, middle, oldest = library.story_ids()
    assert library.mark(Mark.READ, True, story_ids=[newest]) == "marked read: Talks about c"
    assert library.mark(Mark.STARRED, True, story_ids=[middle]) == "kept: Talks about b"
    assert library.mark(Mark.DONE, True, story_ids=[middle, oldest]) == "marked done: 2 stories"
    assert marks(library) == {"c": "r", "b": "rsd", "a": "rd"}
    counts = library.counts()
    assert (counts.stories, counts.unread, counts.starred, counts.done) == (3, 0, 1, 2)


def test_a_single_article_can_be_marked(library: SqliteLibrary) -> None:
    assert library.mark(Mark.READ, True, article_ids=[1]) == "marked read: Talks about a"
    assert marks(library) == {"c": "", "b": "", "a": "r"}


def test_undo_takes_back_many_steps_newest_first(library: SqliteLibrary) -> None:
    newest, middle, oldest = library.story_ids()
    library.mark(Mark.READ, True, story_ids=[newest])
    library.mark(Mark.DONE, True, story_ids=[newest, middle, oldest])
    library.mark(Mark.STARRED, True, story_ids=[oldest])
    assert library.undo() == "kept: Talks about a"
    assert library.undo() == "marked done: 3 stories"
    assert marks(library) == {"c": "r", "b": "", "a": ""}
    assert library.undo() == "marked read: Talks about c"
    assert library.undo() is None
    assert marks(library) == {"c": "", "b": "", "a": ""}


def test_the_story_that_the_newest_step_was_about_is_known(library: SqliteLibrary) -> None:
    newest, middle, _ = library.story_ids()
    assert library.last_step_story() is None
    library.mark(Mark.READ, True, story_ids=[newest])
    library.correct(2, "stage", ["agreed"], NOW)
    assert library.last_step_story() == middle
    library.undo()
    assert library.last_step_story() == newest
    library.mark(Mark.DONE, True, story_ids=[newest, middle])
    assert library.last_step_story() is None
    library.merge([newest, middle])
    assert library.last_step_story() == middle


def test_a_mark_that_changes_nothing_is_no_step(library: SqliteLibrary) -> None:
    story_ids = library.story_ids()
    library.mark(Mark.READ, True, story_ids=story_ids)
    library.mark(Mark.READ, True, story_ids=story_ids[:1])
    assert library.undo() == "marked read: 3 stories"
    assert library.undo() is None


def test_marks_of_nothing_do_nothing(library: SqliteLibrary) -> None:
    assert library.mark(Mark.READ, True) == ""
    assert library.mark(Mark.READ, True, story_ids=[99]) == ""
    assert library.undo() is None


def test_undo_works_across_restarts(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with open_library(path) as library:
        source = subscribe(library, entry("a"), entry("b"))
        library.mark(Mark.DONE, True, story_ids=library.story_ids()[:1])
        library.remove_source(source.id)
    with open_library(path) as library:
        assert library.undo() == "removed The Post"
    with open_library(path) as library:
        assert library.undo() == "marked done: Talks about a"
        assert library.undo() is None
        assert set(marks(library).values()) == {""}


def test_marks_follow_their_articles_when_stories_are_grouped(library: SqliteLibrary) -> None:
    library.mark(Mark.STARRED, True, article_ids=[1])
    library.mark(Mark.READ, True, article_ids=[2])
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (story_id,) = library.story_ids()
    assert marks(library) == {"a": "s", "b": "r", "c": ""}
    (row,) = library.story_rows([story_id])
    assert (row.articles, row.unread, row.starred, row.done) == (3, 2, True, False)


def test_undo_finds_the_articles_after_their_story_was_grouped(library: SqliteLibrary) -> None:
    library.mark(Mark.DONE, True, story_ids=library.story_ids()[1:])
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    library.undo()
    assert marks(library) == {"a": "", "b": "", "c": ""}


def test_a_new_article_brings_a_done_story_back(library: SqliteLibrary) -> None:
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (story_id,) = library.story_ids()
    library.mark(Mark.DONE, True, story_ids=[story_id])
    assert library.story_rows([story_id])[0].done
    source = library.sources()[0]
    library.save_fetch(source.id, Fetched((entry("d", day=4),)), NOW)
    brief_all(library, stage="agreed", parties=("Union", "Port"))
    (row,) = library.story_rows(library.story_ids())
    assert (row.done, row.unread, row.articles) == (False, 1, 4)

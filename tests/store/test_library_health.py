"""Doctor's part: what is wrong is named, and mended from articles and marks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.query import parse_query
from briefreader.store.records import Mark
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import NOW, brief_all, entry, subscribe, titles


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteLibrary]:
    with open_library(tmp_path / "library.sqlite") as opened:
        subscribe(opened, entry("a"), entry("b"), entry("c"))
        brief_all(opened, group=False)
        opened.mark(Mark.STARRED, True, story_ids=opened.story_ids()[:1])
        yield opened


def break_it(library: SqliteLibrary, statement: str) -> None:
    with library._database.alone() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(statement)
        connection.execute("PRAGMA foreign_keys = ON")


def test_a_well_library_is_well(library: SqliteLibrary) -> None:
    assert library.check() == []


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("DELETE FROM stories WHERE id = 2", "articles without a story"),
        ("INSERT INTO marks (article_id) VALUES (77)", "marks without an article"),
        ("INSERT INTO corrections VALUES (77, 'stage', '[]', '')", "corrections without an article"),
        *(
            (f"UPDATE stories SET {wrong} WHERE id = 1", "stories with wrong counts")
            for wrong in (
                "articles = 5",
                "unread = 5",
                "starred = 1",
                "done = 1",
                "last = 5",
                "sites = 5",
                "briefed = 0",
                "site = 'x'",
            )
        ),
        ("UPDATE articles SET brief_id = NULL WHERE id = 1", "briefed articles without a brief"),
        ("UPDATE totals SET unread = 99", "The counts of the whole library are wrong"),
        ("UPDATE entries SET article_id = 77 WHERE article_id = 1", "entries without an article"),
    ],
)
def test_what_is_wrong_is_named_and_mended(library: SqliteLibrary, statement: str, named: str) -> None:
    break_it(library, statement)
    (problem, *_) = library.check()
    assert named in problem
    assert "doctor --repair" in problem
    library.repair()
    assert library.check() == []
    assert library.counts().starred == 1
    assert len(titles(library)) == 3


def test_a_lost_original_is_named(library: SqliteLibrary) -> None:
    break_it(library, "DELETE FROM originals WHERE article_id = 1")
    assert library.check()[0].startswith("1 articles without what came in")
    library.repair()
    assert len(titles(library)) == 3


def test_the_search_index_is_built_again(library: SqliteLibrary) -> None:
    break_it(library, "INSERT INTO search (search) VALUES ('delete-all')")
    assert list(library.story_ids(parse_query("talks", NOW))) == []
    library.repair()
    assert len(library.story_ids(parse_query("talks", NOW))) == 3


def test_a_damaged_search_index_is_named(library: SqliteLibrary) -> None:
    break_it(library, "UPDATE search_data SET block = x'00' WHERE id > 100")
    assert any("search index" in problem for problem in library.check())
    library.repair()
    assert library.check() == []

"""Subscribe and unsubscribe: a feed, a site, a folder, a file, a glob, a whole list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.config import Settings
from briefreader.errors import SourceError, UsageError
from briefreader.jobs.subscribe import add, export_opml, import_opml, remove
from briefreader.store.records import Mark, Source
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import NOW, titles
from web_server import WebServer, answer, redirect

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Post</title>
<item><guid>a</guid><title>Talks about a</title><link>https://post.example/a</link></item></channel></rss>"""
SITE = b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>News</body></html>'


@pytest.fixture
def library() -> Iterator[SqliteLibrary]:
    with open_library(None) as opened:
        yield opened


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, config_file=tmp_path / "config.toml")


def subscribe(library: SqliteLibrary, address: str, settings: Settings, *tags: str) -> tuple[Source, int]:
    return add(library, address, tags=tags, now=NOW, settings=settings)


def test_a_feed_is_added_with_one_request(library: SqliteLibrary, server: WebServer, settings: Settings) -> None:
    server.pages["/feed"] = answer(FEED, ETag='"1"')
    source, new = subscribe(library, server.url("/feed"), settings, "ports")
    assert (source.title, source.kind, source.tags, source.etag, new) == ("The Post", "feed", ("ports",), '"1"', 1)
    assert len(server.visits) == 1
    assert titles(library) == ["Talks about a"]


def test_a_sites_feed_is_found_with_one_more(library: SqliteLibrary, server: WebServer, settings: Settings) -> None:
    server.pages["/"] = answer(SITE, Content_Type="text/html")
    server.pages["/feed"] = answer(FEED)
    source, new = subscribe(library, server.url("/"), settings)
    assert (source.address, new) == (server.url("/feed"), 1)
    assert [visit.path for visit in server.visits] == ["/", "/feed"]


def test_a_feed_that_moved_for_good_is_added_where_it_is(library: SqliteLibrary, server: WebServer, settings: Settings) -> None:
    server.pages["/old"] = redirect("/feed", status=301)
    server.pages["/feed"] = answer(FEED)
    source, _ = subscribe(library, server.url("/old"), settings)
    assert source.address == server.url("/feed")


def test_the_same_source_twice_is_one(library: SqliteLibrary, server: WebServer, settings: Settings) -> None:
    server.pages["/feed"] = answer(FEED)
    subscribe(library, server.url("/feed"), settings, "a")
    source, new = subscribe(library, server.url("/feed"), settings, "b")
    assert (source.tags, new, len(library.sources())) == (("a", "b"), 0, 1)


@pytest.mark.parametrize(
    ("body", "words"), [(b"<html><body>No feed</body></html>", "names no feed"), (b"plain words", "not a feed"), (b"\0\1", "")]
)
def test_what_is_no_feed_is_not_added(
    library: SqliteLibrary, server: WebServer, settings: Settings, body: bytes, words: str
) -> None:
    server.pages["/"] = answer(body)
    with pytest.raises(SourceError) as caught:
        subscribe(library, server.url("/"), settings)
    assert words in str(caught.value)
    assert library.sources() == []


def test_a_feed_that_a_site_names_may_be_broken(library: SqliteLibrary, server: WebServer, settings: Settings) -> None:
    server.pages["/"] = answer(SITE, Content_Type="text/html")
    with pytest.raises(SourceError, match="404"):
        subscribe(library, server.url("/"), settings)
    server.pages["/feed"] = answer(SITE, Content_Type="text/html")
    with pytest.raises(SourceError, match="not a feed"):
        subscribe(library, server.url("/"), settings)
    assert library.sources() == []


def test_folders_files_and_globs_are_added(library: SqliteLibrary, settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name in ("a.txt", "b.md"):
        (folder / name).write_text(f"Talks about {name}\n\nThe crews met and agreed on nothing at all.\n")
    kinds = {}
    for address in (str(folder), str(folder / "a.txt"), str(folder / "*.md")):
        source, new = subscribe(library, address, settings)
        kinds[source.kind] = new
    assert kinds == {"folder": 2, "file": 0, "glob": 0}  # the same paths are the same articles
    assert library.counts().articles == 2


def test_a_path_that_is_not_there_is_said(library: SqliteLibrary, settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        subscribe(library, str(tmp_path / "nothing.txt"), settings)
    (tmp_path / "x.pdf").write_bytes(b"no PDF")
    with pytest.raises(SourceError, match="PDF"):
        subscribe(library, str(tmp_path / "x.pdf"), settings)
    assert library.sources() == []


def test_removing_keeps_what_is_kept(library: SqliteLibrary, server: WebServer, settings: Settings) -> None:
    server.pages["/feed"] = answer(FEED)
    subscribe(library, server.url("/feed"), settings)
    library.mark(Mark.STARRED, True, story_ids=library.story_ids())
    assert remove(library, "The Post").title == "The Post"
    assert (library.sources(), titles(library)) == ([], ["Talks about a"])
    with pytest.raises(UsageError, match="not among the sources"):
        remove(library, "The Post")


def test_a_list_of_subscriptions_comes_back_the_same(library: SqliteLibrary) -> None:
    library.add_source("https://a.example/feed", "feed", now=NOW, title="A", tags=["x", "y"])
    library.add_source("https://b.example/feed", "feed", now=NOW)
    written = export_opml(library).encode()
    with open_library(None) as other:
        assert import_opml(other, written) == (2, 0)
        assert [(each.address, each.tags) for each in other.sources()] == [
            (each.address, each.tags) for each in library.sources()
        ]


def test_a_list_skips_what_cannot_be_fetched(library: SqliteLibrary) -> None:
    opml = b'<opml version="2.0"><body><outline text="x" xmlUrl="ftp://a.example/"/><outline xmlUrl="https://b.example/"/></body></opml>'
    assert import_opml(library, opml) == (1, 0)

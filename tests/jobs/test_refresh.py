"""A refresh against a real server: what is stored, what is said, what is asked again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from briefreader.config import Settings
from briefreader.errors import UsageError
from briefreader.jobs.progress import BriefsDone, Progress, RefreshReport, SourceDone, StoriesTold
from briefreader.jobs.refresh import refresh
from briefreader.jobs.subscribe import import_opml
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import NOW, titles
from web_server import Visit, WebServer, answer, redirect

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>"""
ITEM = """<item><guid>{name}</guid><title>Talks about {name}</title><link>https://post.example/{name}</link>
<pubDate>Tue, 10 Nov 2026 0{hour}:00:00 GMT</pubDate><description>The union and the port met about {name} on Tuesday.
They did not agree, and the strike goes on until both sides meet again on Friday.</description></item>"""


def feed(*names: str, title: str = "The Post") -> bytes:
    items = "".join(ITEM.format(name=name, hour=9 - place) for place, name in enumerate(names))
    return FEED.format(title=title, items=items).encode()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteLibrary]:
    with open_library(tmp_path / "library.sqlite") as opened:
        yield opened


class Desk:
    """A reader at the library: refreshes, and keeps what was told."""

    def __init__(self, library: SqliteLibrary, folder: Path) -> None:
        self.library = library
        self.settings = Settings(data_dir=folder, config_file=folder / "config.toml")
        self.told: list[Progress] = []
        self.now = NOW

    def subscribe(self, *addresses: str) -> None:
        for address in addresses:
            self.library.add_source(address, "feed", now=NOW)

    def refresh(self, *sources: str, brief: bool = False, due_only: bool = False, cancel_after: int = 99) -> RefreshReport:
        self.told.clear()
        return refresh(
            self.library,
            sources=sources or None,
            brief=brief,
            now=self.now,
            progress=self.told.append,
            settings=self.settings,
            cancelled=lambda: len(self.told) >= cancel_after,
            due_only=due_only,
        )


@pytest.fixture
def desk(library: SqliteLibrary, tmp_path: Path) -> Desk:
    return Desk(library, tmp_path)


def test_what_is_new_is_stored_listed_and_told(desk: Desk, server: WebServer) -> None:
    server.pages["/feed"] = answer(feed("a", "b"))
    desk.subscribe(server.url("/feed"))
    report = desk.refresh()
    assert desk.told == [SourceDone(server.url("/feed"), 2, None, 1, 1)]
    assert report == RefreshReport(sources=1, failed=0, new=2, briefed=0)
    assert titles(desk.library) == ["Talks about a", "Talks about b"]
    assert desk.library.sources()[0].title == "The Post"
    assert desk.library.counts().pending == 2


def test_briefs_and_stories_follow(desk: Desk, server: WebServer) -> None:
    server.pages["/feed"] = answer(feed("a", "b"))
    desk.subscribe(server.url("/feed"))
    report = desk.refresh(brief=True)
    assert report.briefed == 2
    assert BriefsDone(2, 2) in desk.told
    assert any(isinstance(each, StoriesTold) for each in desk.told)
    assert desk.library.counts().pending == 0
    brief = desk.library.brief(1)
    assert brief is not None
    assert "did not agree" in brief.article.text


def test_the_second_time_is_conditional(desk: Desk, server: WebServer) -> None:
    def page(visit: Visit) -> None:
        known = visit.headers.get("if-none-match") == '"7"'
        (answer(status=304) if known else answer(feed("a"), ETag='"7"'))(visit)

    server.pages["/feed"] = page
    desk.subscribe(server.url("/feed"))
    desk.refresh()
    assert desk.refresh() == RefreshReport(sources=1, failed=0, new=0, briefed=0)
    assert server.visits[1].headers["if-none-match"] == '"7"'
    assert titles(desk.library) == ["Talks about a"]


def test_only_what_is_new_costs(desk: Desk, server: WebServer) -> None:
    server.pages["/feed"] = answer(feed("a"))
    desk.subscribe(server.url("/feed"))
    desk.refresh()
    server.pages["/feed"] = answer(feed("b", "a"))
    assert desk.refresh().new == 1
    assert titles(desk.library) == ["Talks about b", "Talks about a"]


def test_a_failure_is_told_and_costs_no_other_source(desk: Desk, server: WebServer) -> None:
    server.pages["/good"] = answer(feed("a"))
    server.pages["/page"] = answer(b"<html><body>No feed here</body></html>", Content_Type="text/html")
    desk.subscribe(server.url("/good"), server.url("/missing"), server.url("/page"))
    report = desk.refresh()
    assert (report.sources, report.failed, report.new) == (3, 2, 1)
    errors = {each.address: each.error for each in desk.told if isinstance(each, SourceDone)}
    assert errors[server.url("/good")] is None
    assert "404" in str(errors[server.url("/missing")])
    assert "not a feed" in str(errors[server.url("/page")])
    assert {source.last_error is None for source in desk.library.sources()} == {True, False}


def test_a_bad_fetch_changes_nothing_that_is_stored(desk: Desk, server: WebServer) -> None:
    server.pages["/feed"] = answer(feed("a"), ETag='"1"')
    desk.subscribe(server.url("/feed"))
    desk.refresh()
    before = desk.library.sources()[0]
    for broken in (b"", b"\x00\x01\x02", b"<html><title>Hacked</title><p>Buy now", b'{"title": "Hacked"}'):
        server.pages["/feed"] = answer(broken, ETag='"2"')
        assert desk.refresh(server.url("/feed")).failed == 1
    after = desk.library.sources()[0]
    assert (after.title, after.etag, after.last_success) == (before.title, before.etag, before.last_success)
    assert titles(desk.library) == ["Talks about a"]


def test_a_source_that_keeps_failing_is_left_alone_for_a_while_unless_it_is_named(desk: Desk, server: WebServer) -> None:
    desk.subscribe(server.url("/feed"))
    assert [desk.refresh().failed for _ in range(3)] == [1, 1, 0]
    assert len(server.visits) == 2
    assert desk.refresh(server.url("/feed")).failed == 1
    desk.now += timedelta(days=2)
    server.pages["/feed"] = answer(feed("a"))
    assert desk.refresh().new == 1
    assert desk.library.sources()[0].failures == 0


def test_a_server_that_asks_to_wait_is_obeyed(desk: Desk, server: WebServer) -> None:
    server.pages["/feed"] = answer(status=503, Retry_After="3600")
    desk.subscribe(server.url("/feed"))
    assert [desk.refresh().sources for _ in range(2)] == [1, 0]
    desk.now += timedelta(hours=1, seconds=1)
    assert desk.refresh().sources == 1


def test_a_server_that_asks_to_wait_is_obeyed_even_if_the_reader_names_it(desk: Desk, server: WebServer) -> None:
    server.pages["/feed"] = answer(status=429, Retry_After="3600")
    desk.subscribe(server.url("/feed"))
    desk.refresh()
    report = desk.refresh(server.url("/feed"))
    assert (report.failed, len(server.visits)) == (1, 1)
    (told,) = desk.told
    assert isinstance(told, SourceDone)
    assert "asked to be left alone until" in (told.error or "")
    desk.now += timedelta(hours=1, seconds=1)
    server.pages["/feed"] = answer(feed("a"))
    assert desk.refresh(server.url("/feed")).new == 1
    assert desk.library.sources()[0].asked_until is None


def test_what_is_gone_or_paused_is_not_asked(desk: Desk, server: WebServer) -> None:
    server.pages["/gone"] = answer(status=410)
    server.pages["/feed"] = answer(feed("a"))
    desk.subscribe(server.url("/gone"), server.url("/feed"))
    desk.refresh()
    paused = next(source for source in desk.library.sources() if source.address == server.url("/feed"))
    desk.library.change_source(paused.id, paused=True)
    desk.now += timedelta(days=30)
    assert desk.refresh().sources == 0
    assert len(server.visits) == 2


def test_a_permanent_move_is_kept_once_the_new_place_gives_a_feed(desk: Desk, server: WebServer) -> None:
    server.pages["/old"] = redirect("/new", status=301)
    server.pages["/new"] = answer(b"moving house")
    desk.subscribe(server.url("/old"))
    desk.refresh()
    assert desk.library.sources()[0].address == server.url("/old")
    server.pages["/new"] = answer(feed("a"))
    desk.refresh()
    assert desk.library.sources()[0].address == server.url("/new")


def test_on_an_interval_only_what_is_due_is_asked(desk: Desk, server: WebServer) -> None:
    server.pages["/feed"] = answer(feed("a", "b"))
    desk.subscribe(server.url("/feed"))
    desk.refresh(due_only=True)
    assert desk.refresh(due_only=True).sources == 0
    assert desk.refresh().sources == 1
    desk.now += timedelta(days=2)
    assert desk.refresh(due_only=True).sources == 1


def test_sources_are_named_by_address_or_title(desk: Desk, server: WebServer) -> None:
    server.pages["/feed"] = answer(feed("a"))
    server.pages["/other"] = answer(feed("b", title="Other"))
    desk.subscribe(server.url("/feed"), server.url("/other"))
    desk.refresh()
    assert desk.refresh("Other", server.url("/other")).sources == 1
    with pytest.raises(UsageError, match="is not among the sources"):
        desk.refresh("Nobody")


def test_a_refresh_can_be_broken_off(desk: Desk, server: WebServer) -> None:
    for number in range(12):
        server.pages[f"/{number}"] = answer(feed(f"n{number}"))
        desk.subscribe(server.url(f"/{number}"))
    report = desk.refresh(cancel_after=2, brief=True)
    assert 2 <= report.sources < 12
    assert report.briefed == 0
    assert desk.library.check() == []
    assert desk.refresh().sources == 12


def test_nothing_to_do_is_fine(desk: Desk) -> None:
    assert desk.refresh(brief=True).in_words() == "0 sources; 0 new articles, 0 briefed"


def test_a_folder_is_read_again_where_it_changed(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.txt").write_text("Talks about the ferry\n\nThe crews and the owner met on Monday and agreed on nothing.\n")
    (folder / "b.txt").write_text("Talks about the bridge\n\nThe town and the builder met on Monday and agreed on much.\n")
    desk.library.add_source(str(folder), "folder", now=NOW)
    assert desk.refresh(brief=True).new == 2
    assert desk.refresh().new == 0
    (folder / "a.txt").write_text(
        "Talks about the ferry\n\nThe crews and the owner met again on Tuesday, and signed at noon.\n"
    )
    (folder / "c.pdf").write_bytes(b"no PDF")
    report = desk.refresh(brief=True)
    assert (report.new, report.failed, report.briefed) == (1, 1, 1)
    (said,) = [each.error for each in desk.told if isinstance(each, SourceDone)]
    assert "c.pdf" in str(said)
    assert desk.library.sources()[0].last_error == said
    assert desk.library.counts().articles == 2
    (folder / "c.pdf").unlink()
    assert desk.refresh().failed == 0


def test_a_folder_that_is_gone_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.library.add_source(str(tmp_path / "nowhere"), "folder", now=NOW)
    assert desk.refresh().failed == 1
    assert "No such file" in str(desk.library.sources()[0].last_error)


def test_a_list_of_subscriptions_is_fetched_with_the_next_refresh(desk: Desk, server: WebServer) -> None:
    server.pages["/feed"] = answer(feed("a"))
    opml = f'<opml version="2.0"><body><outline text="P" xmlUrl="{server.url("/feed")}"/></body></opml>'.encode()
    assert import_opml(desk.library, opml) == (1, 0)
    assert import_opml(desk.library, opml) == (0, 1)
    assert desk.refresh().new == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_24_open_files_are_enough_for_a_whole_refresh(server: WebServer, tmp_path: Path) -> None:
    with open_library(tmp_path / "library.sqlite") as library:
        for number in range(12):
            server.pages[f"/{number}"] = answer(feed(f"n{number}"))
            library.add_source(server.url(f"/{number}"), "feed", now=NOW)
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24)); from briefreader.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, "--data-dir", str(tmp_path), "--config", os.devnull, "refresh"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr.strip()) == (0, "12 sources; 12 new articles, 12 briefed")

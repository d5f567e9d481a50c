"""The whole article instead of the teaser, or a plain word why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.config import Settings
from briefreader.errors import SourceError
from briefreader.jobs.briefing import brief_pending
from briefreader.jobs.full_text import fetch_full_text, fetch_teasers, note_teasers
from briefreader.jobs.workers import WorkerPool
from briefreader.model import Raw
from briefreader.store.records import Fetched, Mark
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import NOW, entry
from web_server import Page, WebServer, answer

STORY = (
    "The crews of the Ilse ferries and their owner broke off talks on Monday without agreement, both sides said.",
    "The owner, Ilse Lines, refused to pay for night shifts and said that the fares could not rise again this year.",
    "The crews said in the evening that they would not sail before both sides meet again on Friday in the port office.",
    "About four thousand passengers a day take the ferries, most of them on their way to work in the shipyards.",
)
PAGE = f"<html><body><article><h1>Ferry talks</h1>{''.join(f'<p>{each}</p>' for each in STORY)}</article></body></html>"


@pytest.fixture
def library(server: WebServer) -> Iterator[SqliteLibrary]:
    """A feed on the server with one teaser."""
    with open_library(None) as opened:
        source = opened.add_source(server.url("/feed"), "feed", now=NOW)
        teaser = entry("ferry", title="Ferry talks", body="The crews and the owner broke off talks.")
        opened.save_fetch(source.id, Fetched((replace(teaser, url=server.url("/ferry")),)), NOW)
        yield opened


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, config_file=tmp_path / "config.toml")


def briefed(library: SqliteLibrary, settings: Settings) -> str:
    brief_pending(library, settings=settings, progress=lambda _: None)
    made = library.brief(1)
    assert made is not None
    return made.article.text


def test_the_page_takes_the_teasers_place_and_the_marks_stay(
    library: SqliteLibrary, server: WebServer, settings: Settings
) -> None:
    assert briefed(library, settings) == "The crews and the owner broke off talks."
    library.mark(Mark.STARRED, True, article_ids=[1])
    server.pages["/ferry"] = answer(PAGE.encode(), Content_Type="text/html")
    fetch_full_text(library, 1, settings=settings)
    made = library.brief(1)
    assert made is not None
    assert "would not sail before both sides meet" in made.article.text
    assert made.article.published == "2026-11-01T08:00:00+00:00"
    (row,) = library.story_rows(library.story_ids())
    assert (row.starred, row.briefed, library.untold(9), library.check()) == (True, True, [], [])


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (answer(status=404), "404"),
        (answer(b"<html><body><p>Short.</p></body></html>", Content_Type="text/html"), ""),
        (
            answer(b"<rss><channel><title>F</title><item><title>x</title></item><item><title>y</title></item></channel></rss>"),
            "feed",
        ),
    ],
)
def test_what_is_no_better_leaves_the_teaser(
    library: SqliteLibrary, server: WebServer, settings: Settings, page: Page, words: str
) -> None:
    server.pages["/ferry"] = page
    before = briefed(library, settings)
    with pytest.raises(SourceError) as caught:
        fetch_full_text(library, 1, settings=settings)
    assert words in str(caught.value)
    assert briefed(library, settings) == before


def test_an_article_without_a_web_address_is_said(settings: Settings) -> None:
    with open_library(None) as library:
        library.save_fetch(None, Fetched((Raw(source="/a.txt", content=b"Words.", media_type="text/plain"),)), NOW)
        with pytest.raises(SourceError, match="no web address"):
            fetch_full_text(library, 1, settings=settings)


def note_and_fetch(library: SqliteLibrary, settings: Settings) -> str:
    note_teasers(library, [1], settings)
    with WorkerPool(1) as pool:
        fetch_teasers(library, settings=settings, cancelled=lambda: False, pool=pool)
    return briefed(library, settings)


@pytest.mark.parametrize(
    ("hosts", "fetched"), [(("*",), True), (("127.0.0.1",), True), (("post.example",), False), ((), False)]
)
def test_by_rule_a_teasers_page_is_fetched_before_it_is_briefed(
    library: SqliteLibrary, server: WebServer, settings: Settings, hosts: tuple[str, ...], fetched: bool
) -> None:
    server.pages["/ferry"] = answer(PAGE.encode(), Content_Type="text/html")
    text = note_and_fetch(library, replace(settings, full_text=hosts))
    assert ("would not sail before both sides meet" in text) is fetched
    assert len(server.visits) == fetched


@pytest.mark.parametrize("page", [answer(status=404), answer(b"<p>Please accept cookies.</p>", Content_Type="text/html")])
def test_by_rule_a_page_that_is_no_article_is_tried_once(
    library: SqliteLibrary, server: WebServer, settings: Settings, page: Page
) -> None:
    server.pages["/ferry"] = page
    ruled = replace(settings, full_text=("*",))
    assert note_and_fetch(library, ruled) == note_and_fetch(library, ruled) == "The crews and the owner broke off talks."
    assert len(server.visits) == 1
    assert library.teasers(9) == []


def test_a_whole_article_is_no_teaser(server: WebServer, settings: Settings) -> None:
    with open_library(None) as library:
        whole = replace(entry("ferry", body=" ".join(STORY * 6)), url=server.url("/ferry"))
        library.save_fetch(None, Fetched((whole,)), NOW)
        note_teasers(library, [1], replace(settings, full_text=("*",)))
        assert library.teasers(9) == []

"""Feeds made to break their reader. Each must give its good items or a plain error, in little time; README.md has the table."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from time import process_time

import pytest

from briefreader.errors import SourceError
from briefreader.model import Feed
from briefreader.sources.feeds import MAX_TITLE, parse_feed
from briefreader.sources.opml import read_opml

URL = "https://feeds.example/all.xml"
GOOD = "<item><title>Good</title><link>https://e.example/good</link></item>"


def rss(items: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode()


def read(content: bytes) -> Feed:
    return parse_feed(content, url=URL)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ATTRIBUTES = " ".join(f"a{n}='x'" for n in range(50_000))
BOMBS = {
    "a billion laughs": rss("<item><title>&l9;</title></item>", f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'),
    "one big entity": rss(f"<item><title>{'&a;' * 20_000}</title></item>", f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>'),
    "60,000 items": rss("<item><title>x</title></item>" * 60_000),
    "60,000 damaged items": rss("<item><title>x &nbsp; y</title></item>" * 60_000),
    "50,000 attributes": rss(f"<item {ATTRIBUTES}><title>x</title></item>"),
    "50,000 attributes, damaged": rss(f"<item {ATTRIBUTES}><title>&nbsp;</title></item>"),
    "authors without end": rss("<item>" + "<author>" * 6_750),
    "an author of 400 kB": rss(f"<item><author>{'a' * 200_000}@{'a-' * 100_000}</author><title>&nbsp;</item>"),
    "10 MB of title": rss(f"<item><title>{'word ' * 2_000_000}</title></item>"),
    "a guid of 9 MB": rss(f"<item><guid>{'g' * 9_000_000}</guid></item>"),
    "40,000 namespaces": rss("".join(f"<a{n}:b xmlns:a{n}='http://x/{n}'/>" for n in range(40_000)) + GOOD),
    "a date of 200 kB": rss(f"<item><pubDate>{'1' * 200_000}</pubDate><title>&nbsp;</title></item>"),
    "a link of 900 kB": rss(f"<item><link>http://a.example/{'../' * 300_000}</link><title>x</title></item>"),
    "100,000 brackets": b'{"version": "https://jsonfeed.org/version/1.1", "items": ' + b"[" * 100_000,
    "nothing but spaces": b" " * 10_000_000,
    "nothing but nulls": b"\0" * 1_000_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_or_refused_in_little_time(name: str) -> None:
    began = process_time()
    try:
        outcome: Feed | str = read(BOMBS[name])
    except SourceError as error:
        outcome = str(error)
    if isinstance(outcome, Feed):
        assert len(outcome.entries) <= 500
        assert all(len(entry.title or "") <= MAX_TITLE for entry in outcome.entries)
    else:
        assert "\n" not in outcome
    assert process_time() - began < 10  # far below the 12 s at which a child process is ended


def test_of_60000_items_the_first_500_are_taken() -> None:
    items = "".join(f"<item><guid>{n}</guid></item>" for n in range(60_000))
    for content in (rss(items), rss(items + "<item><title>&nbsp;")):
        entries = read(content).entries
        assert len(entries) == 500
        assert entries[0].url == "https://feeds.example/0"
        assert entries[-1].url == "https://feeds.example/499"


def test_deep_nesting_loses_no_sibling() -> None:
    deep = f"<item><title>Deep</title><description>{'<b>' * 5_000}x{'</b>' * 5_000}</description></item>"
    assert "Good" in [entry.title for entry in read(rss(GOOD + deep + GOOD.replace("good", "too"))).entries]


@pytest.mark.parametrize(
    "bad",
    [
        "<item><title>Unclosed &nbsp; entity</title></item>",
        "<item><title>Bad date</title><pubDate>the day before yesterday</pubDate></item>",
        "<item><title>Year 0</title><pubDate>Mon, 00 Jan 0000 00:00:00 GMT</pubDate></item>",
        "<item><title>Far future</title><pubDate>9999999999-01-01</pubDate></item>",
        "<item><link>http://[::bad</link></item>",
        "<item xml:base='http://[bad'><title>Base</title><link>x</link></item>",
        "<item><title>\ufffe\uffff</title></item>",
        "<item><title>Mis<b>nested</i></title></item>",
        "<item><title>&#xd800;&#0;&#27;&#99999999999;</title><link>&#xdfff;x</link></item>",
        "<item xmlns:x='http&#xd800;://x'><title>&#xd800; damaged & more</title></item>",
        "<item></item>",
        "<item/>",
    ],
)
def test_a_bad_item_never_loses_its_siblings(bad: str) -> None:
    titles = [entry.title for entry in read(rss(GOOD + bad + GOOD.replace("Good", "Last").replace("good", "last"))).entries]
    assert titles[0] == "Good"
    assert titles[-1] == "Last"


def test_no_entity_reaches_a_file_of_ours() -> None:
    head = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY % y SYSTEM "http://127.0.0.1:9/"> %y;]>'
    feed = read(rss("<item><title>before &x; after</title><description>&x;</description></item>", head))
    hostname = Path("/etc/hostname")
    secret = hostname.read_text(encoding="utf-8").strip() if hostname.exists() else "localhost"
    entry = feed.entries[0]
    assert secret not in (entry.title or "")
    assert secret.encode() not in entry.content


def test_no_control_character_survives_in_any_field() -> None:
    evil = "\x1b]0;owned\x07\x9b31m&#27;[2J&#x9b;&#7;&#x202e;\u2066\U000e0041"
    item = f"<item><title>a{evil}b</title><author>c{evil}d</author><guid>e{evil}f</guid><pubDate>{evil}</pubDate></item>"
    content = f'<rss version="2.0"><channel><title>g{evil}h</title><language>{evil}en</language>{item}</channel></rss>'
    feed = read(content.encode())
    entry = feed.entries[0]
    shown = [feed.title, feed.home_page, entry.title, entry.id, entry.url, entry.source, entry.site, entry.language]
    for text in filter(None, [*shown, *entry.authors, entry.published, entry.updated]):
        assert not {unicodedata.category(character) for character in text} & {"Cc", "Cf", "Cs"}, text
    assert entry.title
    assert entry.title.startswith("a")
    assert entry.title.endswith("b")


def test_a_json_feed_with_lone_surrogates_and_wrong_types_keeps_its_good_items() -> None:
    content = (
        b'{"version": "https://jsonfeed.org/version/1.1", "title": "\\ud800T", "items": ['
        b'{"id": "\\udfff1", "title": "lone \\ud83d surrogate", "content_html": "<p>\\udead</p>"},'
        b'{"id": {"a": 1}, "title": ["x"], "content_text": 5, "authors": "me", "tags": {}}, 7, null, "x", [],'
        b'{"id": ' + b"1" * 10_000 + b', "content_text": "many digits"},'
        b'{"id": 1e999, "content_text": "infinity"}, {"id": true, "content_text": "y"}, {"id": "ok", "content_text": "fine"}]}'
    )
    entries = read(content).entries
    assert entries[-1].id == "ok"
    assert "lone  surrogate" in [entry.title for entry in entries] or "lone surrogate" in [entry.title for entry in entries]
    assert b"many digits" in b"".join(entry.content for entry in entries)
    json.dumps([(entry.id, entry.title) for entry in entries]).encode("utf-8")


def test_an_opml_list_is_read_without_entities_and_however_deep() -> None:
    head = '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY a "aaaa">]>'
    inner = '<outline text="&x;&a;" xmlUrl="http://e.example/feed"/>'
    named = read_opml(f"<?xml version='1.0'?>{head}<opml><body>{inner}</body></opml>".encode())
    assert [found.address for found in named] == ["http://e.example/feed"]
    deep = "<outline text='f'>" * 200 + inner.replace("&x;&a;", "x") + "</outline>" * 200
    assert [found.address for found in read_opml(f"<opml><body>{deep}</body></opml>".encode())] == ["http://e.example/feed"]
    for content in (b"", b"<rss/>", b"hello", b"\0\0", BOMBS["a billion laughs"]):
        with pytest.raises(SourceError, match="subscription list"):
            read_opml(content)

"""Feeds of every kind, as a reader of them sees it."""

from __future__ import annotations

import json

import pytest
from feed_samples import ATOM, JSON_FEED, MEDIA, ODD_TEXT, RDF, RSS_2, XML_FEEDS
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.errors import SourceError
from briefreader.model import Feed
from briefreader.sources.feed_document import Entry, FeedDocument, looks_like_html, mended, person, text_of_html
from briefreader.sources.feed_reference import read_with_feedparser
from briefreader.sources.feed_xml import read_xml_feed
from briefreader.sources.feeds import find_feeds, parse_feed
from briefreader.sources.xml_text import as_utf8

URL = "https://feeds.example/all.xml"


def read(content: bytes) -> Feed:
    return parse_feed(content, url=URL)


def test_rss_with_everything() -> None:
    feed = read(RSS_2)
    assert (feed.title, feed.home_page) == ("The Varno Courier", "https://courier.example/")
    first = feed.entries[0]
    assert first.title == "Crane drivers & tug crews reject third offer"
    assert first.url == first.source == "https://courier.example/news/1?a=1&b=2"
    assert first.id == "courier-1"
    assert first.published == "2024-03-04T09:30:00+01:00"
    assert first.authors == ("Ilse Maren",)
    assert first.content.startswith(b"<p>The whole article")
    assert (first.media_type, first.fragment, first.charset) == ("text/html", True, "utf-8")
    assert (first.site, first.language) == ("The Varno Courier", "en-gb")


def test_an_item_without_id_link_or_date_is_still_an_item() -> None:
    _, permalink, relative, bare = read(RSS_2).entries
    assert permalink.url == permalink.id == "https://courier.example/news/2"
    assert permalink.authors == ("Tomas Reh",)
    assert relative.url == relative.id == "https://feeds.example/news/3"
    assert relative.published is None
    assert bare.title is None
    assert bare.id
    assert bare.id.startswith("sha256:")
    assert bare.source == f"{URL}#{bare.id}"


def test_rdf_in_latin_1() -> None:
    feed = read(RDF)
    assert feed.title == "Le Café"
    assert feed.entries[0].title == "Un accord trouvé"
    assert feed.entries[0].published == "2024-03-04T09:30:00+01:00"
    assert feed.entries[0].language == "fr"


def test_atom_with_its_types_bases_and_languages() -> None:
    feed = read(ATOM)
    first, second, third = feed.entries
    assert feed.title == "Talks & Terms"
    assert first.title == "Less < more"
    assert first.url == "https://atom.example/blog/first"
    assert first.published == "2024-03-04T09:30:00+01:00"
    assert first.authors == ("Anna Writer", "Ben Other")
    assert first.content == b"<p>Inline <b>markup</b> &lt;here&gt;</p><p>More</p>"
    assert (second.title, second.language, second.authors) == ("Ein Titel über alles", "de", ("The House",))
    assert second.published is None
    assert second.updated == "2024-03-03T08:00:00+00:00"
    assert third.content == b"<p>First paragraph &lt;not markup&gt;.</p>\n<p>Second paragraph.</p>"
    assert third.updated == "2024-03-02"


def test_a_json_feed() -> None:
    feed = read(JSON_FEED)
    first, second = feed.entries
    assert (feed.title, feed.home_page) == ("JSON News", "https://json.example/")
    assert (first.id, first.url, first.title) == ("a1", "https://json.example/1", "One &amp; only")
    assert (first.published, first.updated) == ("2024-03-04T09:30:00+01:00", "2024-03-05T00:00:00+00:00")
    assert (first.authors, second.authors) == (("Anna Writer",), ("The Desk",))
    assert (second.id, second.url) == ("2", "https://other.example/2")
    assert second.content == b"<p>Two lines</p>\n<p>and &lt;more&gt;</p>"


def test_a_video_is_described_by_its_media_group() -> None:
    entry = read(MEDIA).entries[0]
    assert entry.title == "A round of talks"
    assert b"What is to be seen" in entry.content


def test_titles_are_text_decoded_once_and_harmless() -> None:
    feed = read(ODD_TEXT)
    assert feed.title == 'Odd "quotes"'
    titles = [entry.title for entry in feed.entries]
    assert titles == ["We don’t agree", "Café", "if a < b and c > d", "List<String> explained", "]0;ownedBell and bidi"]
    assert "It’s “quoted”" in feed.entries[0].content.decode()


# -- the fast way equals the reference ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", XML_FEEDS)
def test_the_fast_reader_gives_what_feedparser_gives(name: str) -> None:
    content = as_utf8(XML_FEEDS[name])
    fast, reference = read_xml_feed(content, url=URL), read_with_feedparser(content, url=URL)
    assert fast is not None
    assert reference is not None
    assert (fast.title, fast.home_page) == (reference.title, reference.home_page)
    for ours, theirs in zip(fast.entries, reference.entries, strict=True):
        assert in_words(ours) == in_words(theirs)


def in_words(entry: Entry) -> dict[str, object]:
    """Every field, with what feedparser does earlier than we: authors without addresses, faults of encoding mended."""
    fields = {name: getattr(entry, name) for name in Entry.__slots__}
    mended_too = {"title": mended(entry.title or ""), "html": mended(entry.html)}
    return fields | mended_too | {"authors": tuple(map(person, entry.authors))}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252"]
)
def test_any_encoding_that_can_be_told_is_read(encoding: str) -> None:
    content = (
        f'<?xml version="1.0" encoding="{encoding}"?><rss><channel><item><title>Déjà vu au café</title></item></channel></rss>'
    )
    assert read(content.encode(encoding)).entries[0].title == "Déjà vu au café"


LIES = ["rot13", "zlib", "hex", "idna", "undefined", "unicode_escape", "utf-7", "\x00", "x" * 10_000, "utf-16"]


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_about_the_charset_costs_nothing(lie: str) -> None:
    content = f'<?xml version="1.0" encoding="{lie}"?><rss><channel><item><title>Café</title></item></channel></rss>'
    assert parse_feed(content.encode(), charset=lie, url=URL).entries[0].title == "Café"
    broken = content.encode("latin-1").replace(b"\x00", b"")
    assert "Caf" in (parse_feed(broken, charset=lie, url=URL).entries[0].title or "")


# -- ids -------------------------------------------------------------------------------------------------------------------
def rss(*items: str) -> bytes:
    return f"<rss><channel><title>T</title>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>".encode()


def test_a_huge_id_is_hashed_and_a_long_one_kept() -> None:
    guid = '<title>x</title><guid isPermaLink="false">{}</guid>'
    long, huge = read(rss(guid.format("a" * 2000), guid.format("a" * 2001))).entries
    assert long.id == "a" * 2000
    assert huge.id
    assert huge.id.startswith("sha256:")
    assert len(huge.id) < 100


def test_items_that_share_a_careless_id_are_told_apart_the_same_way_every_time() -> None:
    one = '<guid isPermaLink="false">1</guid><link>http://e.example/a</link><title>A</title>'
    two = '<guid isPermaLink="false">1</guid><link>http://e.example/b</link><title>B</title>'
    three = '<guid isPermaLink="false">1</guid><link>http://e.example/c</link><title>C</title>'
    before = {entry.title: entry.id for entry in read(rss(one, two)).entries}
    after = {entry.title: entry.id for entry in read(rss(three, one, two)).entries}
    assert len(set(after.values())) == 3
    assert after["A"] == before["A"]
    assert after["B"] == before["B"]


def test_an_item_that_comes_twice_is_one() -> None:
    one = "<guid>1</guid><link>http://e.example/a</link><title>A</title>"
    assert len(read(rss(one, one)).entries) == 1


def test_links_that_are_not_for_the_web_are_no_links() -> None:
    for link in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://[", "mailto:a@b.example"):
        entry = read(rss(f"<title>x</title><link>{link}</link><guid isPermaLink='false'>1</guid>")).entries[0]
        assert entry.url == URL


# -- no feed ---------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"<!DOCTYPE html><html><body>Hi</body></html>", "a web page"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head></html>", "a web page"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not text"),
        (b"Just words.", "plain text"),
        (b"<?xml version='1.0'?><opml version='2.0'><body/></opml>", "XML, but not a feed"),
        (b'{"hello": 1}', "JSON, but not a JSON Feed"),
        (b"[1, 2, 3]", "JSON, but not a JSON Feed"),
        (b'{"version":', "JSON is damaged"),
        (b"From: a@b.example\r\nSubject: x\r\n\r\nhello", "an e-mail"),
    ],
)
def test_what_is_no_feed_is_said_to_be_what_it_is(content: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        read(content)


def test_a_feed_that_was_cut_off_before_its_first_item_is_an_error() -> None:
    for content in (
        b"<rss><channel><title>Cut</title><item>",
        b"<rss><channel><title>Cut</title>",
        b"<feed><title>Cut</title><entry",
    ):
        with pytest.raises(SourceError, match=r"damaged|not a feed"):
            read(content)


def test_an_empty_item_is_none() -> None:
    assert [entry.title for entry in read(rss("", "<title>One</title>", "<title> </title>")).entries] == ["One"]


def test_an_empty_feed_is_a_feed() -> None:
    assert read(b"<rss version='2.0'><channel><title>Quiet</title></channel></rss>") == Feed("Quiet", None, ())


# -- a page's feeds ----------------------------------------------------------------------------------------------------------
def test_the_feeds_that_a_page_names_are_found_in_order() -> None:
    page = b"""<html><head><base href="http://evil.example/"><meta http-equiv="refresh" content="0;url=http://evil.example/">
    <link rel="stylesheet" href="/style.css"><link REL="Alternate" TYPE="application/rss+xml" href="/feed.xml" title="All">
    <link rel="alternate feed" type="application/atom+xml; charset=utf-8" href="https://other.example/atom">
    <link rel="alternate" type="application/feed+json" href="feed.json"><link rel="alternate" type="text/html" href="/de">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"><link rel=alternate></head>"""
    expected = ("https://site.example/feed.xml", "https://other.example/atom", "https://site.example/news/feed.json")
    assert find_feeds(page, url="https://site.example/news/") == expected


@pytest.mark.parametrize(
    "page", [b"", b"\0", b"<", b"no markup", "<html>Ünïcode".encode("utf-16"), b"<?xml version='1.0' encoding='rot13'?><a>"]
)
def test_a_page_without_feeds_has_none(page: bytes) -> None:
    assert find_feeds(page, charset="rot13", url="https://site.example/") == ()


# -- titles ----------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("<b>Bold</b> talk", "Bold talk"),
        ("A &amp; B", "A & B"),
        ("One<br>two", "One two"),
        ("&amp;lt; stays", "&lt; stays"),
        ("<!-- hidden -->Shown", "Shown"),
    ],
)
def test_the_text_of_an_html_title(title: str, text: str) -> None:
    assert text_of_html(title).strip() == text


@pytest.mark.parametrize("title", ["1 < 2", "AT&T", "R&D; more", "Vec<T>", "<script>", "a <custom-tag> b", "<3"])
def test_a_plain_title_is_not_taken_for_html(title: str) -> None:
    assert not looks_like_html(title)


# -- anything at all ---------------------------------------------------------------------------------------------------------
PIECES = """<rss> <channel> <item> </item> <title> </title> <link> &amp; &nbsp; <![CDATA[ ]]> <feed> <entry> <author> </author>
<pubDate> text < > é"""
pieces = st.sampled_from([*PIECES.split(), '<entry xmlns="http://www.w3.org/2005/Atom">', "\x00", "\x1b", "\ud800"])


@given(st.lists(pieces, max_size=30))
@settings(max_examples=100, deadline=None)
def test_whatever_comes_is_a_feed_or_a_source_error(parts: list[str]) -> None:
    try:
        feed = read("".join(parts).encode("utf-8", "surrogatepass"))
    except SourceError:
        return
    for entry in feed.entries:
        assert entry.id
        assert (entry.title or "x").isprintable()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@given(
    st.dictionaries(
        st.sampled_from(["id", "url", "title", "content_html", "content_text", "authors", "date_published"]), json_values
    )
)
@settings(max_examples=100, deadline=None)
def test_a_json_item_of_any_types_never_costs_its_siblings(item: dict[str, object]) -> None:
    good = {"id": "good", "content_text": "fine"}
    document = {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [item, good, None, 3, [good]]}
    entries = read(json.dumps(document).encode()).entries
    assert "good" in {entry.id for entry in entries} or item.get("id") == "good"


def test_an_empty_document_holds_no_entries() -> None:
    assert FeedDocument().entries == []


def test_an_element_that_feedparser_takes_for_a_table_is_no_link() -> None:
    feed = parse_feed(b'<rss version="0.91"><channel><item><title>One</title><links version="0.91"><x></item></channel></rss>')
    assert [entry.title for entry in feed.entries] == ["One"]

"""Feeds: RSS 0.9x to 2.0, RDF, Atom and JSON Feed become entries that are ready to be cleaned."""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from urllib.parse import urljoin

from briefreader.errors import SourceError
from briefreader.links import web_address
from briefreader.model import Feed, Raw
from briefreader.safety import clean_text, one_line
from briefreader.sources.address import is_web
from briefreader.sources.feed_document import Entry, FeedDocument, mended, person, text_of_html
from briefreader.sources.sniff import Kind, kind_of_content
from briefreader.sources.xml_text import as_utf8, without_forbidden_references

MAX_TITLE = 500
MAX_ID = 2_000
MAX_AUTHORS = 20
MAX_NAME = 200
MAX_FOUND = 20

_FEED_TYPES = tuple(f"application/{kind}" for kind in ("rss+xml", "atom+xml", "rdf+xml", "feed+json", "json"))

_WHAT_IT_IS: dict[Kind, str] = {
    "empty": "the answer is empty",
    "html": "this is a web page, not a feed",
    "pdf": "this is a PDF, not a feed",
    "binary": "this is not text, so not a feed",
    "mail": "this is an e-mail, not a feed",
    "mhtml": "this is a saved web page, not a feed",
    "text": "this is plain text, not a feed",
    "xml": "this is XML, but not a feed",
    "json": "this is JSON, but not a JSON Feed",
}


def parse_feed(content: bytes, *, media_type: str | None = None, charset: str | None = None, url: str = "") -> Feed:
    """Read a feed of any kind that came from ``url``. Raises ``SourceError`` that says what it is if it is no feed."""
    kind = kind_of_content(content, media_type=media_type)
    document = _read(kind, content, charset, url)
    if document is None:
        raise SourceError(_WHAT_IT_IS[kind])
    title = _capped(document.title, MAX_TITLE)
    entries = [_raw(entry, title, url) for entry in document.entries if entry.title or entry.link or entry.html]
    if document.damaged and not entries:
        raise SourceError("the feed is damaged, and no item in it can be read")
    return Feed(title=title, home_page=_absolute(document.home_page, url), entries=tuple(_with_own_ids(entries)))


def _read(kind: Kind, content: bytes, charset: str | None, url: str) -> FeedDocument | None:
    """Read the feed the fast way if it is well-formed, and else the patient way, unless that would never end."""
    if kind == "json":
        from briefreader.sources.feed_json import read_json_feed

        return read_json_feed(as_utf8(content, charset).decode("utf-8", "replace"))
    if kind not in ("xml", "text"):  # a damaged feed may begin with anything
        return None
    from briefreader.sources.feed_xml import read_xml_feed

    content = as_utf8(content, charset)
    document = read_xml_feed(content, url=url)
    if document is None:
        content, given = without_forbidden_references(content), content
        document = read_xml_feed(content, url=url) if content != given else None
    if document is None:
        document = _read_damaged(content, url)
        if document is not None:
            document.damaged = True
    return document


def _read_damaged(content: bytes, url: str) -> FeedDocument | None:
    from briefreader.sources.feed_reference import is_readable_in_time, read_with_feedparser
    from briefreader.sources.feed_xml import read_xml_feed

    if is_readable_in_time(content):
        with suppress(Exception):  # feedparser raises whatever happens to it
            return read_with_feedparser(content, url=url)
    return read_xml_feed(content, url=url, recover=True)


def _raw(entry: Entry, site: str | None, url: str) -> Raw:
    """An entry, checked and capped. Its id is its own, else its link, else made of its content."""
    link = _absolute(entry.link, url)
    html = mended(entry.html)
    own_id = one_line(entry.id or "") or link or _hashed(one_line(entry.title or ""), one_line(text_of_html(html)))
    if len(own_id) > MAX_ID:
        own_id = _hashed(own_id)
    return Raw(
        source=link or f"{url}#{own_id}",
        content=html.encode("utf-8", "ignore"),
        media_type="text/html",
        charset="utf-8",
        fragment=True,
        id=own_id,
        url=link or _absolute(url, ""),
        title=_capped(entry.title, MAX_TITLE),
        authors=tuple(name for author in entry.authors[:MAX_AUTHORS] if (name := _capped(person(author), MAX_NAME))),
        published=_moment(entry.published),
        updated=_moment(entry.updated),
        site=site,
        language=_capped((entry.language or "").replace("_", "-"), 35),
    )


def _moment(text: str | None) -> str | None:
    from briefreader.sources.dates import moment

    return moment(clean_text(text)) if text else None


def _capped(text: str | None, length: int) -> str | None:
    if not text:
        return None
    line = one_line(mended(text[: 20 * length]))
    return (line if len(line) <= length else line[: length - 1].rstrip() + "…") or None


def _absolute(link: str | None, base: str) -> str | None:
    """A link as an absolute web address, or ``None`` if it is none."""
    if not link or len(link) > 4_000:
        return None
    try:
        return web_address(link if is_web(link) else urljoin(base, link.strip()))
    except ValueError:
        return None


def _with_own_ids(entries: list[Raw]) -> list[Raw]:
    """Each entry once. Where a careless feed gives different items the same id, their links or titles tell them apart."""
    seen_as = {(entry.id, entry.url, entry.content): entry for entry in reversed(entries)}
    distinct = [entry for entry in entries if seen_as[entry.id, entry.url, entry.content] is entry]
    uses = Counter(entry.id for entry in distinct)
    return [entry if uses[entry.id] == 1 else replace(entry, id=_made_id(entry)) for entry in distinct]


def _made_id(entry: Raw) -> str:
    return _hashed(entry.id or "", entry.url or "", entry.title or "")


def _hashed(*texts: str) -> str:
    return "sha256:" + hashlib.sha256("\n".join(texts).encode("utf-8", "ignore")).hexdigest()


def find_feeds(page: bytes, *, charset: str | None = None, url: str = "") -> tuple[str, ...]:
    """Give the feeds that a web page names (``<link rel="alternate">``), in its order; its ``base`` is not believed."""
    from lxml import etree, html

    from briefreader.text.clean.charset import decode

    text = decode(page, charset)
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ()
    found: dict[str, None] = {}
    for link in root.iter("link"):
        media_type = str(link.get("type", "")).partition(";")[0].strip().lower()
        if "alternate" in str(link.get("rel", "")).lower().split() and media_type in _FEED_TYPES:
            address = _absolute(link.get("href"), url)
            if address:
                found[address] = None
    return tuple(found)[:MAX_FOUND]

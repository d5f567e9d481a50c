"""Feeds: RSS 0.9x to 2.0, RDF, Atom and JSON Feed become entries that are ready to be cleaned."""

from __future__ import annotations

import hashlib
from collections import Counter
from urllib.parse import urljoin

from briefreader.errors import SourceError
from briefreader.links import web_address
from briefreader.model import Feed, Raw
from briefreader.safety import clean_text, one_line
from briefreader.sources.charsets import decode
from briefreader.sources.feed_document import Entry, FeedDocument
from briefreader.sources.sniff import Kind, kind_of_content

MAX_TITLE = 500
MAX_ID = 2_000
MAX_AUTHORS = 20
MAX_NAME = 200
MAX_FOUND = 20

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "application/rdf+xml")

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
    entries = [_raw(entry, title, url) for entry in document.entries]
    return Feed(title=title, home_page=_absolute(document.home_page, url), entries=tuple(_with_own_ids(entries)))


def _read(kind: Kind, content: bytes, charset: str | None, url: str) -> FeedDocument | None:
    if kind == "json":
        from briefreader.sources.feed_json import read_json_feed

        return read_json_feed(decode(content, charset))
    if kind in ("xml", "text"):  # a feed may begin with anything
        from briefreader.sources.feed_reference import read_with_feedparser

        return read_with_feedparser(content, charset=charset, url=url)
    return None


def _raw(entry: Entry, site: str | None, url: str) -> Raw:
    """An entry, checked and capped. Its id is its own, else its link, else made of its content."""
    link = _absolute(entry.link, url)
    content = entry.html.encode("utf-8", "ignore")
    own_id = one_line(entry.id or "") or link or hashlib.sha256(f"{entry.title}\n".encode("utf-8", "ignore") + content).hexdigest()
    if len(own_id) > MAX_ID:
        own_id = "sha256:" + hashlib.sha256(own_id.encode()).hexdigest()
    return Raw(
        source=link or f"{url}#{own_id}",
        content=content,
        media_type="text/html",
        charset="utf-8",
        fragment=True,
        id=own_id,
        url=link or _absolute(url, ""),
        title=_capped(entry.title, MAX_TITLE),
        authors=tuple(name for author in entry.authors[:MAX_AUTHORS] if (name := _capped(author, MAX_NAME))),
        published=_moment(entry.published),
        updated=_moment(entry.updated),
        site=site,
        language=_capped(entry.language, 35),
    )


def _moment(text: str | None) -> str | None:
    from briefreader.sources.dates import moment

    return moment(clean_text(text)) if text else None


def _capped(text: str | None, length: int) -> str | None:
    if not text:
        return None
    line = one_line(text[: 20 * length])
    return (line if len(line) <= length else line[: length - 1].rstrip() + "…") or None


def _absolute(link: str | None, base: str) -> str | None:
    """A link as an absolute web address, or ``None`` if it is none."""
    if not link or len(link) > 4_000:
        return None
    try:
        return web_address(urljoin(base, link.strip()))
    except ValueError:
        return None


def _with_own_ids(entries: list[Raw]) -> list[Raw]:
    """Each entry once. Where a careless feed gives different items the same id, their links or contents tell them apart."""
    from dataclasses import replace

    seen_as = {(entry.id, entry.url, entry.content): entry for entry in reversed(entries)}
    distinct = [entry for entry in entries if seen_as[entry.id, entry.url, entry.content] is entry]
    uses = Counter(entry.id for entry in distinct)
    return [entry if uses[entry.id] == 1 else replace(entry, id=_made_id(entry)) for entry in distinct]


def _made_id(entry: Raw) -> str:
    told_apart_by = (entry.url or "").encode() + b"\n" + (entry.title or "").encode()
    return "sha256:" + hashlib.sha256((entry.id or "").encode() + b"\n" + told_apart_by).hexdigest()


def find_feeds(page: bytes, *, charset: str | None = None, url: str = "") -> tuple[str, ...]:
    """Give the feeds that a web page names (``<link rel="alternate">``), in its order; its ``base`` and ``meta`` are not followed."""
    from lxml import etree, html

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

"""feedparser, the reference for every kind of feed and the way to read those that are not well-formed."""

from __future__ import annotations

import io
from typing import Any

from briefreader.sources.feed_document import MAX_ITEMS, Entry, FeedDocument, html_of_text, looks_like_html, text_of_html

_HTML = ("text/html", "application/xhtml+xml")


def read_with_feedparser(content: bytes, *, charset: str | None, url: str) -> FeedDocument | None:
    """Read any XML feed; ``None`` if it is none. Its sanitising and its resolving of links are off: cleaning does both."""
    import feedparser

    media_type = f"application/xml; charset={charset}" if charset else "application/xml"
    parsed = feedparser.parse(
        io.BytesIO(content),  # never the bytes themselves: feedparser would take them for a file's name
        response_headers={"content-type": media_type, "content-location": url},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not parsed.version and not parsed.entries:
        return None
    feed = parsed.feed
    authors = _authors(feed) if parsed.version.startswith("atom") else ()
    return FeedDocument(
        title=_title(feed),
        home_page=feed.get("link"),
        entries=[_entry(entry, feed.get("language"), authors) for entry in parsed.entries[:MAX_ITEMS]],
    )


def _entry(entry: Any, language: str | None, authors: tuple[str, ...]) -> Entry:
    bodies = [*entry.get("content", ()), entry.get("summary_detail") or {"value": entry.get("summary", ""), "type": "text/html"}]
    return Entry(
        id=entry.get("id"),
        link=entry.get("link"),
        title=_title(entry),
        html=max((_as_html(body) for body in bodies), key=len),
        authors=_authors(entry) or authors,
        published=entry.get("published") or entry.get("created"),
        updated=_own(entry, "updated"),
        language=next((body["language"] for body in bodies if body.get("language")), None) or language,
    )


def _own(entry: Any, key: str) -> str | None:
    """A value that the entry has itself: feedparser's ``get`` lends ``published`` to ``updated``."""
    return dict.get(entry, key)


def _as_html(body: Any) -> str:
    value = body.get("value") or ""
    if body.get("type") in _HTML:
        return str(value)
    return html_of_text(value) if str(body.get("type", "text/plain")).startswith("text/") else ""


def _title(part: Any) -> str | None:
    title = part.get("title")
    if not title:
        return None
    declared = part.get("title_detail", {}).get("type", "text/plain")
    return text_of_html(title) if declared in _HTML or looks_like_html(title) else str(title)


def _authors(part: Any) -> tuple[str, ...]:
    names = [author.get("name") for author in part.get("authors", ())]
    return tuple(name for name in names if name) or tuple(filter(None, [part.get("author")]))

"""feedparser, the reference for every kind of feed and the way to read those that are not well-formed."""

from __future__ import annotations

import io
import itertools
import re
from typing import Any

from briefreader.sources.feed_document import MAX_ITEMS, Entry, FeedDocument, html_of_text, looks_like_html, text_of_html

_HTML = ("text/html", "application/xhtml+xml")
_MAX_BYTES = 2_000_000  # of a feed that is damaged
_MAX_AUTHORS = 1_500
_AUTHOR = re.compile(rb"<(?:[a-z]{1,20}:)?(?:author|creator|managingeditor)\b", re.IGNORECASE)
_ITEM = re.compile(rb"<(?:[a-z0-9]{1,20}:)?(?:item|entry)[\s>/]", re.IGNORECASE)
_HUGE_TAG = re.compile(rb"<[^<>]{20000}")
_HUGE_WORD = re.compile(rb"[A-Za-z0-9_.+@-]{1000}")


def is_readable_in_time(content: bytes) -> bool:
    """Say whether feedparser can be let at it.

    Its time grows with the square of the number of authors, of a tag's attributes, and of the length of an author's name.
    """
    content = content[:_MAX_BYTES]
    too_long = _HUGE_TAG.search(content) or _HUGE_WORD.search(content)
    return not too_long and sum(1 for _ in _AUTHOR.finditer(content)) <= _MAX_AUTHORS


def read_with_feedparser(content: bytes, *, url: str) -> FeedDocument | None:
    """Read UTF-8 as an XML feed of any kind; ``None`` if it is none.

    Its sanitising and its resolving of links inside texts are off: cleaning does both.
    """
    import feedparser

    parsed = feedparser.parse(
        io.BytesIO(_first_items(content)),  # never the bytes themselves: feedparser would take them for a file's name
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    version = parsed.get("version", "")
    if not version and not parsed.entries:
        return None
    feed = parsed.feed
    authors = _authors(feed) if version.startswith("atom") else ()
    return FeedDocument(
        title=_title(feed, version.startswith("atom")),
        home_page=_text(feed, "link"),
        entries=[_entry(entry, version, _text(feed, "language"), authors) for entry in parsed.entries[:MAX_ITEMS]],
    )


def _first_items(content: bytes) -> bytes:
    """The document up to the end of the last item that counts: feedparser has no limit of its own."""
    content = content[:_MAX_BYTES]
    surplus = next(itertools.islice(_ITEM.finditer(content), MAX_ITEMS, None), None)
    return content[: surplus.start()] if surplus else content


def _entry(entry: Any, version: str, language: str | None, authors: tuple[str, ...]) -> Entry:
    updated, is_atom = _own(entry, "updated"), version.startswith("atom")
    summary = entry.get("summary_detail") or {"value": entry.get("summary", ""), "type": "text/html"}
    bodies = [*entry.get("content", ()), summary]
    return Entry(
        id=_text(entry, "id"),
        link=_text(entry, "link"),
        title=_title(entry, is_atom),
        html=max((_as_html(body) for body in bodies), key=len),
        authors=_authors(entry) or authors,
        published=_own(entry, "published") or _own(entry, "created") or (None if is_atom else updated),
        updated=updated,
        language=next((body["language"] for body in bodies if body.get("language")), None) or language,
    )


def _own(entry: Any, key: str) -> str | None:
    """A value that the entry has itself: feedparser's ``get`` lends ``published`` to ``updated``."""
    value = dict.get(entry, key)
    return value if isinstance(value, str) else None


def _text(part: Any, key: str) -> str | None:
    """A value of a feed or an entry; of an unknown element with attributes feedparser makes a dictionary."""
    value = part.get(key)
    return value if isinstance(value, str) else None


def _as_html(body: Any) -> str:
    value = body.get("value") or ""
    if body.get("type") in _HTML:
        return str(value)
    return html_of_text(value) if str(body.get("type", "text/plain")).startswith("text/") else ""


def _title(part: Any, is_atom: bool) -> str | None:
    title = _text(part, "title")
    if not title:
        return None
    declared = part.get("title_detail", {}).get("type", "text/plain")
    return text_of_html(title) if declared in _HTML or (not is_atom and looks_like_html(title)) else str(title)


def _authors(part: Any) -> tuple[str, ...]:
    names = [author.get("name") for author in part.get("authors", ())]
    return tuple(name for name in names if name) or tuple(filter(None, [_text(part, "author")]))

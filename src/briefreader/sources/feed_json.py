"""JSON Feed 1.0 and 1.1. What has the wrong type is taken as missing: a bad field costs no item and a bad item no feed."""

from __future__ import annotations

import json
from typing import Any

from briefreader.errors import SourceError
from briefreader.sources.feed_document import MAX_ITEMS, Entry, FeedDocument, html_of_text


def read_json_feed(text: str) -> FeedDocument | None:
    """Read a JSON Feed; ``None`` if it is some other JSON. Raises ``SourceError`` if it is no JSON at all."""
    try:
        document = json.loads(text, parse_int=_number)
    except RecursionError:
        raise SourceError("the JSON is nested too deeply to read") from None
    except ValueError as error:
        raise SourceError(f"the JSON is damaged ({error})") from None
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        return None
    if "jsonfeed.org" not in str(document.get("version", ""))[:100] and not isinstance(document.get("title"), str):
        return None
    language, authors = _text(document, "language"), _authors(document)
    return FeedDocument(
        title=_text(document, "title"),
        home_page=_text(document, "home_page_url"),
        entries=[_entry(item, language, authors) for item in document["items"][:MAX_ITEMS] if isinstance(item, dict)],
    )


def _number(digits: str) -> int | float:
    """A number; one of thousands of digits, which Python refuses to read, as infinity."""
    return int(digits) if len(digits) < 1_000 else float("inf")


def _entry(item: dict[str, Any], language: str | None, authors: tuple[str, ...]) -> Entry:
    plain = _text(item, "content_text") or _text(item, "summary")
    return Entry(
        id=_id(item.get("id")),
        link=_text(item, "url") or _text(item, "external_url"),
        title=_text(item, "title"),
        html=_text(item, "content_html") or (html_of_text(plain) if plain else ""),
        authors=_authors(item) or authors,
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        language=_text(item, "language") or language,
    )


def _id(value: object) -> str | None:
    """The specification asks for text but tells readers to take a number too."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else None


def _text(item: dict[str, Any], key: str) -> str | None:
    value = item.get(key)
    return value if isinstance(value, str) and value else None


def _authors(part: dict[str, Any]) -> tuple[str, ...]:
    authors = part.get("authors")
    people = authors if isinstance(authors, list) and authors else [part.get("author")]
    return tuple(name for person in people if isinstance(person, dict) and (name := _text(person, "name")))

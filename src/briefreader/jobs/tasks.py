"""What is done with foreign data in a child process (``jobs.workers``): a function a task, imports where they are used."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.model import Article, Brief, Feed, Raw

if TYPE_CHECKING:
    from briefreader.text.stories import Features


def read_feed(body: bytes, media_type: str | None, charset: str | None, url: str) -> Feed:
    """The feed in a server's answer. Raises ``SourceError`` if there is none."""
    from briefreader.sources.feeds import parse_feed

    return parse_feed(body, media_type=media_type, charset=charset, url=url)


def read_subscription(body: bytes, media_type: str | None, charset: str | None, url: str) -> Feed | tuple[str, ...]:
    """The feed in a server's answer, or, if that is a web page, the addresses of the feeds that it names."""
    from briefreader.sources.feeds import find_feeds
    from briefreader.sources.sniff import kind_of_content

    if kind_of_content(body, media_type=media_type) == "html":
        return find_feeds(body, charset=charset, url=url)
    return read_feed(body, media_type, charset, url)


def articles_of_answer(body: bytes, media_type: str | None, charset: str | None, address: str, url: str) -> tuple[Raw, ...]:
    """The article in a server's answer, or each of a feed's."""
    from briefreader.errors import SourceError
    from briefreader.sources.sniff import kind_of_content

    kind = kind_of_content(body, media_type=media_type)
    if kind in ("xml", "json"):
        feed = read_feed(body, media_type, charset, url)
        return tuple(replace(entry, source=f"{address}#{entry.id}") for entry in feed.entries)
    by_content = {"html": "text/html", "pdf": "application/pdf", "text": "text/plain"}
    if kind not in by_content:
        raise SourceError("the answer is neither a page nor a text that can be read")
    return (Raw(source=address, content=body, media_type=by_content[kind], charset=charset, id=url, url=url),)


def clean_raw(raw: Raw) -> Article:
    from briefreader.text.clean import clean

    return clean(raw)


def brief_raw(raw: Raw, points: int, codebook: str, *, why: bool = False) -> Brief:
    """Clean and brief; ``codebook`` is the text of the reader's own, ``why`` asks what decided for each key point."""
    from briefreader.text.brief import brief
    from briefreader.text.negotiation import load_codebook

    return brief(clean_raw(raw), points=points, codebook=load_codebook(codebook), why=why)


def brief_and_features(raw: Raw, points: int, codebook: str) -> tuple[Brief, Features]:
    """The same, for the library: with what decides to which story the article belongs."""
    from briefreader.text.stories import features

    made = brief_raw(raw, points, codebook)
    made = replace(made, article=replace(made.article, removed=()))
    return made, features(made)

"""The whole article where a feed gives but a teaser: its page is fetched, with the guards of any fetch, and briefed instead."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefreader.config import Settings
from briefreader.errors import SourceError
from briefreader.jobs.briefing import codebook_text, outcome, stored
from briefreader.jobs.grouping import group_new
from briefreader.jobs.tasks import articles_of_answer, brief_and_features, clean_raw
from briefreader.jobs.workers import WorkerPool
from briefreader.links import web_address
from briefreader.model import Article, PageKind, Raw
from briefreader.sources.places import private_places
from briefreader.store.library import Library
from briefreader.store.records import Pending

_NO_ARTICLE: dict[PageKind, str] = {
    "index": "its page is a list of articles",
    "paywall": "its page is behind a paywall",
    "consent": "its page only asks for consent",
    "error": "its page is an error page",
}


def fetch_full_text(library: Library, article_id: int, *, settings: Settings) -> None:
    """Fetch the article's page, keep it in place of the teaser, and brief it.

    Raises ``SourceError`` if there is no page, or it cannot be read, is no article (a paywall, say), or says no more than what
    is there; then the article stays as it was.
    """
    known = library.raw(article_id)
    address = web_address(known.url) if known.url else None
    if address is None:
        raise SourceError("it has no web address")
    with WorkerPool(1) as pool:
        page = replace(_page(library, address, settings, pool), **_envelope(known))
        _compare(library, article_id, outcome(pool.submit(clean_raw, page)))
        library.replace_raw(article_id, page)
        task = pool.submit(brief_and_features, page, settings.points, codebook_text(settings))
        library.save_briefs([stored(Pending(article_id, page), outcome(task))])
    group_new(library, points=settings.points)


def _page(library: Library, address: str, settings: Settings, pool: WorkerPool) -> Raw:
    from briefreader.sources.fetch import fetch

    private = private_places([source.address for source in library.sources(counted=False)], settings.private_hosts)
    answer = fetch(address, private=private)
    found = outcome(pool.submit(articles_of_answer, answer.body, answer.media_type, answer.charset, address, answer.url))
    if isinstance(found, SourceError):
        raise found
    if len(found) != 1:
        raise SourceError("its page is a feed")
    return found[0]


def _envelope(known: Raw) -> dict[str, Any]:
    """What the source said of the article still holds."""
    kept = ("source", "id", "url", "title", "authors", "published", "updated", "site", "language", "group")
    return {name: getattr(known, name) for name in kept}


def _compare(library: Library, article_id: int, article: Article | SourceError) -> None:
    if isinstance(article, SourceError):
        raise article
    if article.error or article.kind != "article":
        raise SourceError(article.error or _NO_ARTICLE[article.kind])
    before = library.brief(article_id)
    if before is not None and len(article.text) <= len(before.article.text):
        raise SourceError("its page says no more than the feed")

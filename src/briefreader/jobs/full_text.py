"""The whole article where a feed gives but a teaser: its page is fetched, with the guards of any fetch, and kept instead.

On demand for one article, or, for the hosts of the setting ``full_text``, for whatever short article comes from there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from briefreader.config import Settings
from briefreader.errors import SourceError
from briefreader.jobs.access import headers_for_link, private_doors
from briefreader.jobs.briefing import codebook_text, outcome, stored
from briefreader.jobs.grouping import group_new
from briefreader.jobs.tasks import articles_of_answer, brief_and_features, clean_raw
from briefreader.jobs.workers import WorkerPool
from briefreader.links import web_address
from briefreader.model import Article, PageKind, Raw
from briefreader.store.library import Library
from briefreader.store.records import Pending

if TYPE_CHECKING:
    from briefreader.sources.fetch import Response

_NO_ARTICLE: dict[PageKind, str] = {
    "index": "its page is a list of articles",
    "paywall": "its page is behind a paywall",
    "consent": "its page only asks for consent",
    "error": "its page is an error page",
}
_TEASER = 2_000
"""Characters of a feed's own text, its tags included, up to which it may be a teaser."""
_PAGES_A_ROUND = 200


def fetch_full_text(library: Library, article_id: int, *, settings: Settings) -> None:
    """Fetch the article's page, keep it in place of the teaser, and brief it.

    Raises ``SourceError`` if there is no page, or it cannot be read, is no article (a paywall, say), or says no more than what
    is there; then the article stays as it was.
    """
    from briefreader.sources.fetch import fetch

    address = _address(library.raw(article_id))
    if address is None:
        raise SourceError("it has no web address")
    answer = fetch(address, headers=headers_for_link(address, settings), private=private_doors(library, settings))
    with WorkerPool(1) as pool:
        page = _keep_page(library, article_id, answer, pool)
        task = pool.submit(brief_and_features, page, settings.points, codebook_text(settings))
        library.save_briefs([stored(Pending(article_id, page), outcome(task))])
    group_new(library, points=settings.points)


def note_teasers(library: Library, article_ids: Sequence[int], settings: Settings) -> None:
    """Of these new articles, have the pages fetched of those that are short and from a host of the setting ``full_text``."""
    if settings.full_text:
        library.note_teasers([each for each in article_ids if _is_teaser(library.raw(each), settings.full_text)])


def fetch_teasers(library: Library, *, settings: Settings, cancelled: Callable[[], bool], pool: WorkerPool) -> None:
    """Fetch the pages that wait, a few hundred at most, many hosts at once and each politely; each is tried once.

    They wait for their brief then. A page that cannot be had, or is no article, leaves its teaser.
    """
    from briefreader.sources.schedule import Request, fetch_all

    requests = []
    for article_id in library.teasers(_PAGES_A_ROUND) if settings.full_text else ():
        address = _address(library.raw(article_id))
        if address is None:
            library.teaser_tried(article_id)
            continue
        with suppress(SourceError):
            requests.append(Request(address, article_id, headers=headers_for_link(address, settings)))
    for request, answer in fetch_all(requests, private=private_doors(library, settings)) if requests else ():
        if not isinstance(answer, SourceError):
            with suppress(SourceError):
                _keep_page(library, request.key, answer, pool)
        library.teaser_tried(request.key)
        if cancelled():
            return


def _is_teaser(raw: Raw, hosts: Sequence[str]) -> bool:
    address = _address(raw)
    if address is None or len(raw.content) > _TEASER:
        return False
    host = (urlsplit(address).hostname or "").lower()
    return any(wanted in ("*", host) or host.endswith("." + wanted) for wanted in hosts)


def _address(raw: Raw) -> str | None:
    return web_address(raw.url) if raw.url else None


def _keep_page(library: Library, article_id: int, answer: Response, pool: WorkerPool) -> Raw:
    """Keep the article of an answer in place of what came in. Raises ``SourceError`` if it is none, or no better."""
    known = library.raw(article_id)
    url = known.url or answer.url
    found = outcome(pool.submit(articles_of_answer, answer.body, answer.media_type, answer.charset, url, answer.url))
    if isinstance(found, SourceError):
        raise found
    if len(found) != 1:
        raise SourceError("its page is a feed")
    page = replace(found[0], **_envelope(known))
    before = library.brief(article_id)
    teaser = before.article if before else outcome(pool.submit(clean_raw, known))
    _compare(teaser, outcome(pool.submit(clean_raw, page)))
    library.replace_raw(article_id, page)
    return page


def _envelope(known: Raw) -> dict[str, Any]:
    """What the source said of the article still holds."""
    kept = ("source", "id", "url", "title", "authors", "published", "updated", "site", "language", "group")
    return {name: getattr(known, name) for name in kept}


def _compare(teaser: Article | SourceError, article: Article | SourceError) -> None:
    if isinstance(article, SourceError):
        raise article
    if article.error or article.kind != "article":
        raise SourceError(article.error or _NO_ARTICLE[article.kind])
    if isinstance(teaser, Article) and len(article.text) <= len(teaser.text):
        raise SourceError("its page says no more than the feed")

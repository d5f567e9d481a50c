"""The JSON records of what the library and the jobs hand out (those of briefs and stories are in ``export.records``)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from briefreader.sources.address import mask
from briefreader.store.records import SearchHit, Source


def source_record(source: Source) -> dict[str, Any]:
    """A subscription and its health; passwords in its address are masked."""
    return {
        "source": mask(source.address),
        "kind": source.kind,
        "title": source.title,
        "tags": list(source.tags),
        "paused": source.paused,
        "gone": source.gone,
        "last_success": _moment(source.last_success),
        "last_error": source.last_error,
        "failures": source.failures,
        "next_try": _moment(source.next_try),
        "articles": source.articles,
        "unread": source.unread,
    }


def hit_record(hit: SearchHit) -> dict[str, Any]:
    """One article that a search found, with the id of its story."""
    return {
        "story": hit.story,
        "title": hit.title,
        "site": hit.site,
        "url": hit.url,
        "published": hit.published,
        "snippet": hit.snippet,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None

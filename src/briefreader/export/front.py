"""What the front matter of an export says. What is not known is left out."""

from __future__ import annotations

from briefreader.export.document import FrontValue
from briefreader.model import Article, Negotiation, Story


def article_front(article: Article) -> dict[str, FrontValue]:
    """Give what is known of an article."""
    known: dict[str, FrontValue | None] = {
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "site": article.site,
        "authors": article.authors,
        "published": article.published,
        "updated": article.updated,
        "language": article.language,
    }
    return _without_unknown(known)


def story_front(story: Story) -> dict[str, FrontValue]:
    """Give what is known of a story and of its negotiation."""
    known: dict[str, FrontValue | None] = {
        "title": story.title,
        "id": story.id,
        "articles": len(story.briefs),
        "sites": story.sites,
        "first": story.first,
        "last": story.last,
        "sources": tuple(brief.article.url or brief.article.source for brief in story.briefs),
    }
    return {**_without_unknown(known), **negotiation_front(story.negotiation)}


def negotiation_front(negotiation: Negotiation | None) -> dict[str, FrontValue]:
    """Give where a negotiation stands; the stage ``none`` is no negotiation."""
    if negotiation is None:
        return {"stage": "none"}
    known: dict[str, FrontValue | None] = {
        "stage": negotiation.stage,
        "phase": negotiation.phase,
        "direction": negotiation.direction,
        "confidence": negotiation.confidence,
        "parties": tuple(party.name for party in negotiation.parties),
        "mediators": negotiation.mediators,
        "next_step": negotiation.next_step.date if negotiation.next_step else None,
        "deadline": negotiation.deadline.date if negotiation.deadline else None,
    }
    return _without_unknown(known)


def _without_unknown(known: dict[str, FrontValue | None]) -> dict[str, FrontValue]:
    return {key: value for key, value in known.items() if value is not None and value != ()}

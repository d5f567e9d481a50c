"""The records of ``--json``: every field of the contract, in its order, with ``None`` or ``[]`` where nothing is known.

``docs/json`` holds their JSON Schemas and ``docs/reference.md`` says what each field means.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from briefreader.model import Article, Block, Brief, Negotiation, Reading, Step, Story

Record = dict[str, Any]


def brief_record(brief: Brief, *, why: bool = False) -> Record:
    """Give one line of ``brief --json``. For an input that could not be read only ``source`` and ``error`` say something.

    With ``why``, each key point says which features chose it, the negotiation what decided it, and ``removed`` what is gone.
    """
    article = brief.article
    error = article.error
    return {
        **_head(article),
        "analysed": None if error else brief.analysed,
        "blocks": [_block(block) for block in article.blocks],
        "key_points": [
            {
                "text": point.text,
                "sentence": point.sentence,
                "start": point.start,
                "end": point.end,
                "block": point.block,
                **({"why": dict(point.why)} if why else {}),
            }
            for point in brief.key_points
        ],
        "negotiation": negotiation_record(brief.negotiation, why=why),
        "error": {"message": error} if error else None,
        **({"removed": _removed(article)} if why else {}),
    }


def article_record(article: Article, *, why: bool = False) -> Record:
    """Give one line of ``clean --json``: the article's part of a brief, and with ``why`` what was removed by which rule."""
    return {
        **_head(article),
        "blocks": [_block(block) for block in article.blocks],
        "error": {"message": article.error} if article.error else None,
        **({"removed": _removed(article)} if why else {}),
    }


def story_record(
    story: Story,
    *,
    unread: int | None = None,
    kept: bool | None = None,
    done: bool | None = None,
    changed: Iterable[str] = (),
    why: bool = False,
) -> Record:
    """Give one line of ``story --json`` or ``list --json``; the reader's marks are ``None`` where there is no library.

    With ``why``, a line for each article says what put it into the story, and the negotiation says what decided it.
    """
    return {
        "id": story.id,
        "title": story.title,
        "articles": [_story_article(brief) for brief in story.briefs],
        "sites": story.sites,
        "first": story.first,
        "last": story.last,
        "unread": unread,
        "kept": kept,
        "done": done,
        "key_points": [
            {"text": point.text, "sentence": point.sentence, "article": point.article, "sources": point.sources}
            for point in story.key_points
        ],
        "negotiation": negotiation_record(story.negotiation, why=why),
        "timeline": [
            {
                "when": entry.when,
                "stage": entry.stage,
                "direction": entry.direction,
                "evidence": entry.evidence,
                "article": entry.article,
            }
            for entry in story.timeline
        ],
        "positions": [
            {"party": position.party, "moves": [asdict(move) for move in position.moves]} for position in story.positions
        ],
        "contradictions": [
            {"about": each.about, "readings": [_reading(story, reading) for reading in each.readings]}
            for each in story.contradictions
        ],
        "changed": list(changed),
        **({"why": list(story.why)} if why else {}),
    }


def negotiation_record(negotiation: Negotiation | None, *, why: bool = False) -> Record | None:
    """Give where a negotiation stands, or ``None`` where there is none."""
    if negotiation is None:
        return None
    return {
        "is_negotiation": True,
        "stage": negotiation.stage,
        "phase": negotiation.phase,
        "direction": negotiation.direction,
        "direction_reason": negotiation.direction_reason,
        "confidence": negotiation.confidence,
        "alternative": negotiation.alternative,
        "summary": negotiation.summary,
        "evidence": negotiation.evidence,
        "parties": [
            {"name": party.name, "aliases": list(party.aliases), "leaders": list(party.leaders)}
            for party in negotiation.parties
        ],
        "mediators": list(negotiation.mediators),
        "venue": list(negotiation.venue),
        "issues": [asdict(issue) for issue in negotiation.issues],
        "demands": [asdict(demand) for demand in negotiation.demands],
        "obstacles": [asdict(obstacle) for obstacle in negotiation.obstacles],
        "next_step": _step(negotiation.next_step),
        "deadline": _step(negotiation.deadline),
        "others": [{**asdict(other), "parties": list(other.parties)} for other in negotiation.others],
        "events": [asdict(event) for event in negotiation.events],
        **({"why": list(negotiation.why)} if why else {}),
    }


def _head(article: Article) -> Record:
    """What a brief and a cleaned article have in common, up to the page's kind."""
    return {
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "byline": article.byline,
        "authors": list(article.authors),
        "site": article.site,
        "published": article.published,
        "updated": article.updated,
        "language": article.language,
        "image": article.image,
        "standfirst": article.standfirst,
        "text": article.text,
        "kind": None if article.error else article.kind,
    }


def _removed(article: Article) -> list[Record]:
    return [{"text": removal.text, "rule": removal.rule} for removal in article.removed]


def _block(block: Block) -> Record:
    rows = None if block.rows is None else [list(row) for row in block.rows]
    return {"kind": block.kind, "text": block.text, "level": block.level, "rows": rows}


def _step(step: Step | None) -> Record | None:
    return None if step is None else asdict(step)


def _story_article(brief: Brief) -> Record:
    article, negotiation = brief.article, brief.negotiation
    return {
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "site": article.site,
        "published": article.published,
        "stage": None if negotiation is None else negotiation.stage,
        "corrections": [
            {"field": each.field, "new": list(each.new), "engine": list(each.engine), "at": each.at}
            for each in brief.corrections
        ],
    }


def _reading(story: Story, reading: Reading) -> Record:
    article = story.briefs[reading.article].article
    return {
        "site": article.site,
        "when": article.published,
        "says": reading.says,
        "sentence": reading.sentence,
        "article": reading.article,
    }

"""Articles that the reader corrected, as labelled examples: the article, what the reader says, what the engine says."""

from __future__ import annotations

from typing import Any

from briefreader.model import Brief, CorrectedField
from briefreader.text.version import ENGINE_VERSION

NO_NEGOTIATION = "none"
"""The stage of an article that reports no negotiation, as the vocabulary calls it."""


def label_record(brief: Brief) -> dict[str, Any]:
    """Give one line of ``export --corrections``: an article as JSON Lines take it in, ``labels`` and ``engine`` beside it.

    ``labels`` has the corrected fields only; ``engine`` what the engine of ``engine_version`` says of the same.
    """
    article = brief.article
    return {
        "id": article.source,
        "title": article.title,
        "text": article.text,
        "standfirst": article.standfirst,
        "url": article.url,
        "published": article.published,
        "site": article.site,
        "language": article.language,
        "labels": {each.field: _value(each.field, each.new) for each in brief.corrections},
        "engine": {each.field: _value(each.field, each.engine) for each in brief.corrections},
        "engine_version": ENGINE_VERSION,
        "corrected": max((each.at for each in brief.corrections), default=None),
    }


def _value(field: CorrectedField, answers: tuple[str, ...]) -> str | list[str] | None:
    if field == "parties":
        return list(answers)
    nothing = NO_NEGOTIATION if field == "stage" else None
    return answers[0] if answers else nothing

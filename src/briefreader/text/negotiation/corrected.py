"""A brief as the reader corrected it; what the engine said stays beside each correction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefreader.model import PHASE_OF_STAGE, Brief, CorrectedField, Correction, Negotiation, Party, Stage
from briefreader.text.negotiation.summary.wording import Facts, summary_of

SURE = 1.0
"""The confidence of a stage that the reader gave."""


def corrected(brief: Brief, corrections: Sequence[Correction]) -> Brief:
    """Give the engine's brief with the reader's answers in place of the engine's, which each correction keeps beside it.

    A stage that the engine found no word of rests on the title; corrections that have nothing to hold on to (the date of a
    next step that is no longer found) are kept and change nothing.
    """
    beside = tuple(replace(each, engine=engine_answer(brief, each.field)) for each in corrections)
    for correction in beside:
        brief = _APPLY[correction.field](brief, correction.new)
    return replace(brief, corrections=beside)


def engine_answer(brief: Brief, field: CorrectedField) -> tuple[str, ...]:
    """Give what the brief says of the field, as a correction says it."""
    status = brief.negotiation
    match field:
        case "published":
            return _known(brief.article.published)
        case "stage":
            return _known(status.stage if status else None)
        case "parties":
            return tuple(party.name for party in status.parties) if status else ()
        case "next_step":
            return _known(status.next_step.date if status and status.next_step else None)


def _known(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _with_date(brief: Brief, new: Sequence[str]) -> Brief:
    return replace(brief, article=replace(brief.article, published=new[0] if new else None))


def _with_stage(brief: Brief, new: Sequence[str]) -> Brief:
    if not new:
        return replace(brief, negotiation=None)
    stage = new[0]
    if stage not in PHASE_OF_STAGE:
        return brief
    status = brief.negotiation or _nothing_found(brief, stage)
    if status.stage == stage and status is brief.negotiation:
        return replace(brief, negotiation=replace(status, confidence=SURE, alternative=None))
    # What the engine said of the way there, it said of another stage.
    told = replace(status, stage=stage, confidence=SURE, alternative=None, direction=None, direction_reason=None)
    return replace(brief, negotiation=replace(told, summary=_summary(told)))


def _nothing_found(brief: Brief, stage: Stage) -> Negotiation:
    points = brief.key_points
    evidence = brief.article.title or (points[0].sentence if points else "")
    return Negotiation(stage, None, None, SURE, None, summary="", evidence=evidence)


def _with_parties(brief: Brief, new: Sequence[str]) -> Brief:
    if brief.negotiation is None:
        return brief
    known = {name: party for party in brief.negotiation.parties for name in (*party.aliases, party.name)}
    parties = tuple(replace(known[name], name=name) if name in known else Party(name) for name in new)
    told = replace(brief.negotiation, parties=parties)
    return replace(brief, negotiation=replace(told, summary=_summary(told)))


def _with_next_step(brief: Brief, new: Sequence[str]) -> Brief:
    status = brief.negotiation
    if status is None or status.next_step is None or not all(map(_is_day, new)):
        return brief
    told = replace(status, next_step=replace(status.next_step, date=new[0] if new else None))
    return replace(brief, negotiation=replace(told, summary=_summary(told)))


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _summary(status: Negotiation) -> str:
    """The summary anew: who acted in which event belonged to what the engine had read."""
    return summary_of(Facts(status.stage, "*", None, None, status.parties, status.venue, status.obstacles, status.next_step))


_APPLY = {
    "stage": _with_stage,
    "parties": _with_parties,
    "published": _with_date,
    "next_step": _with_next_step,
}

"""What comes next, and by when."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from briefreader.model import Step
from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names.finder import NameFinder
from briefreader.text.negotiation.sentence.cues import cues_in
from briefreader.text.negotiation.sentence.dates import coming_date, published_day
from briefreader.text.negotiation.sentence.grammar import is_background
from briefreader.text.negotiation.sentence.plans import Plan, plans_in, time_of
from briefreader.text.negotiation.sentence.reading import TITLE, Line

LEAST = 1.0
# What makes a plan the next step: a time that is named for it, talk of the negotiation, a side or mediator that acts.
DATED, TALKS, MEETING, SIDE = 0.5, 0.25, 0.2, 0.15
# The lead tells what happened; what comes next stands further down, unless the lead is about it.
TODAYS_NEWS = 0.3
# A quotation without a date tells hopes; a condition, the past, and what a clause says of a thing are hardly plans.
QUOTED, CONDITION, PAST, OF_A_THING, REFUSED = 0.4, 0.35, 0.5, 0.25, 0.5
# Whether something will happen is open.
IN_QUESTION = 0.8
# What happens today is nearly over when it is read.
TODAY = 0.2
# That something runs out is a deadline rather than a step.
ENDS = 0.4
LATER = 0.01


@dataclass(frozen=True, slots=True)
class Next:
    """The next step, the word that says what is planned ("vote"), and whether a time is named for it."""

    step: Step
    verb: str
    has_time: bool


def next_step_in(
    lines: Sequence[Line], finder: NameFinder, sides: Collection[str], book: Codebook, published: str | None
) -> Next | None:
    """The sentence that says best what happens next: a meeting, a vote, a signature, with its date if it has one.

    ``sides`` are the names of the parties and mediators: what they will do counts for more.
    """
    best: tuple[float, Next] | None = None
    for line in lines:
        if line.text.endswith("?") or line.rank == TITLE or line.heading:
            continue
        plans = [*plans_in(line, book), *_by_cue(line, book)]
        for plan in sorted(plans, key=lambda plan: -plan.weight)[:3]:
            span = time_of(line, plan, book)
            day = coming_date(line.words.slice(*span), published) if span else None
            if day == (published or "")[:10] or _is_over(line, day, published):
                day = None
            score = _score(line, plan, finder, sides, book, dated=span is not None)
            if score >= LEAST and (best is None or score > best[0]):
                best = score, Next(Step(line.text, day, line.text), line.words.low[plan.verb], span is not None)
    return best[1] if best else None


def _by_cue(line: Line, book: Codebook) -> list[Plan]:
    return [Plan(first, last, cue.weight) for cue, first, last in cues_in(line, book, ("next_step",))]


def _score(line: Line, plan: Plan, finder: NameFinder, sides: Collection[str], book: Codebook, *, dated: bool) -> float:
    """How surely a plan is the next step of the negotiation."""
    low = line.words.low
    before = low[max(0, plan.at - 8) : plan.at]
    score = plan.weight + (DATED if dated else 0.0) - LATER * max(0, line.rank)
    score += TALKS if any(match.reading.core or match.reading.name in _MATTERS for match in line.matches) else 0.0
    of_talks = any(match.reading.name in _ACTS for match in line.matches if abs(match.first - plan.verb) <= 6)
    score += MEETING if of_talks else 0.0
    score += SIDE if any(name.name in sides for name in finder.names(line.words) if name.first < plan.verb) else 0.0
    planned = any(event.meaning == "plan_to_meet" and event.status != "past" for event in line.events)
    score += MEETING if planned else 0.0
    score -= TODAYS_NEWS if line.rank == 0 and not planned and not dated else 0.0
    score -= QUOTED if not dated and any(mark in line.text for mark in '“"') else 0.0
    score -= TODAY if dated and "today" in low[plan.at :] else 0.0
    score -= CONDITION if {"if", "unless"} & set(before) else 0.0
    score -= IN_QUESTION if "whether" in before else 0.0
    score -= OF_A_THING if {"that", "which", "who"} & set(before[-2:]) else 0.0
    score -= ENDS if low[plan.verb] in word_list("steps_ending") and not of_talks else 0.0
    score -= REFUSED if _is_after_refusal(line, plan.at) else 0.0
    if {"was", "were", "had"} & set(before[-4:]) and {"never", "failed"} & set(low[plan.at :]):
        score -= PAST
    if {"was", "were", "had", "would"} & {*before[-4:], low[plan.at]} or low[plan.at].endswith("ed"):
        score -= PAST / (2 if dated else 1) if "had" in before[-3:] or is_background(line.words, plan.at, book, None) else 0.0
    return score


_ACTS = frozenset({"talks", "meeting", "meet", "sign", "ratify", "resume", "discussion", "negotiate", "vote", "mediation"})
_MATTERS = frozenset({"contract", "meeting", "offer", "proposal", "swap"})


def _is_over(line: Line, day: str | None, published: str | None) -> bool:
    """Whether the day that a sentence names is long past when the article appears."""
    today = published_day(published)
    named = published_day(day)
    return bool(today and named and named < today)


def _is_after_refusal(line: Line, at: int) -> bool:
    """Whether the words before the plan rather say that something will not happen."""
    return any(event.head <= at and (event.meaning in _NOT_TO_BE or event.status == "negated") for event in line.events[:3])


_NOT_TO_BE = frozenset({"refusal", "denial", "no_meeting", "decline", "halt", "breakdown", "impasse"})


def deadline_in(lines: Sequence[Line], book: Codebook, published: str | None) -> Step | None:
    """The first sentence that names a deadline that still stands."""
    for line in lines:
        cues = cues_in(line, book, ("deadline",))
        if (
            cues
            and not any(word in word_list("done_deadline") for word in line.words.low)
            and not (line.text.endswith("?") or line.rank == TITLE or line.heading)
            and not is_background(line.words, cues[0][1], book, None)
        ):
            day = coming_date(line.text, published)
            if day or any(cue.weight > 1 for cue, _, _ in cues):
                return Step(line.text, day, line.text)
    return None

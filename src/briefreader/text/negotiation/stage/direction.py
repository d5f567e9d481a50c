"""Which way it goes: against what the article itself says stood before, with one line of reason (as CrisisWatch does)."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Direction, Stage
from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.sentence.reading import Line
from briefreader.text.negotiation.stage.weighing import Vote

_UP: tuple[Stage, ...] = ("partial", "agreed", "in_force", "scheduled")
_DOWN: tuple[Stage, ...] = ("suspended", "violated")


def direction_of(stage: Stage, votes: Sequence[Vote], lines: Sequence[Line]) -> tuple[Direction | None, str | None]:
    """Give the direction and its reason; ``None`` where the article says nothing of what stood before."""
    present = sorted((vote for vote in votes if vote.event.status != "past"), key=lambda vote: -vote.weight)
    before = _before(stage, votes)
    better = sum(vote.weight for vote in present if vote.kind.direction > 0)
    worse = sum(vote.weight for vote in present if vote.kind.direction < 0)
    if stage in _UP:
        return "improving", _reason(present, 1, before)
    if stage == "rejected" and any(word_list("repeating") & set(line.words.low) for line in lines[:1]):
        return "unchanged", "a side repeats its refusal"
    if stage in _DOWN or (stage == "rejected" and (before or better > 0.5 or any(map(_answers_an_offer, present)))):
        return "deteriorating", _reason(present, -1, before)
    if stage == "stalled":
        return _of_deadlock(present, lines, before)
    clear = stage == "under_way" and max(better, worse) > CLEAR
    after_worse = stage == "called_for" and before in _WORSE_THAN_A_CALL and better > worse
    return _of_talks(better, worse, present, before) if clear or after_worse else (None, None)


CLEAR, OUTWEIGHS, FRESH = 1.0, 1.3, 2.5
_WORSE_THAN_A_CALL: tuple[Stage, ...] = ("suspended", "stalled", "rejected", "violated")


def _of_deadlock(present: Sequence[Vote], lines: Sequence[Line], before: Stage | None) -> tuple[Direction, str | None]:
    """A deadlock that lasts is unchanged; one that is today's news is worse than what was."""
    fresh = sum(vote.weight for vote in present if vote.kind.name in word_list("newly_worse"))
    lasting = any(word in word_list("lasting") for line in lines[:3] for word in line.words.low)
    return (
        ("unchanged", "the deadlock goes on") if lasting and fresh < FRESH else ("deteriorating", _reason(present, -1, before))
    )


def _of_talks(better: float, worse: float, present: Sequence[Vote], before: Stage | None) -> tuple[Direction, str | None]:
    if better >= OUTWEIGHS * worse:
        return "improving", _reason(present, 1, before)
    if worse > OUTWEIGHS * better:
        return "deteriorating", _reason(present, -1, before)
    return "unchanged", "there is progress as well as resistance"


def _answers_an_offer(vote: Vote) -> bool:
    """Whether a refusal is of something that lay on the table."""
    noun = vote.event.noun.reading.name if vote.event.noun else None
    return vote.kind.name == "refusal" and noun in {
        "offer",
        "proposal",
        "merger",
        "bid",
        "contract",
        "deal",
        "agreement",
        "partial_deal",
    }


def _before(stage: Stage, votes: Sequence[Vote]) -> Stage | None:
    """The stage that the article's background speaks of most, if it is another."""
    past = sorted((vote for vote in votes if vote.event.status == "past" and vote.event.core), key=lambda vote: -vote.weight)
    return next((vote.kind.stage for vote in past if vote.kind.stage and vote.kind.stage != stage), None)


_STOOD = {
    "called_for": "it had been called for", "rejected": "it had been refused", "scheduled": "talks had been set",
    "under_way": "talks had been held", "stalled": "talks had been stuck", "suspended": "talks had been broken off",
    "partial": "there was a partial deal", "agreed": "there was a deal", "in_force": "a deal was in force",
    "violated": "a deal had been broken",
}  # fmt: skip


def stood(stage: Stage) -> str:
    """How a reason tells that the negotiation stood at this stage before."""
    return _STOOD[stage]


def _reason(present: Sequence[Vote], sign: int, before: Stage | None) -> str | None:
    told = next((vote.kind.told for vote in present if vote.kind.direction == sign), None)
    if told is None:
        return None
    return f"{told}; before, {_STOOD[before]}" if before else told

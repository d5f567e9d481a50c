"""How much each event counts for its stage: the headline and the lead weigh more, background and what is only possible less."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from briefreader.model import Stage
from briefreader.text.negotiation.codebook import Codebook, EventKind, word_list
from briefreader.text.negotiation.sentence.events import Found
from briefreader.text.negotiation.sentence.reading import STANDFIRST, TITLE, Line

BACKGROUND = 0.2
LATER_IN_SENTENCE = 0.6
WEAK_NOUN = 0.6
AFTER_BUT, BEFORE_BUT = 1.15, 0.7
# The second vote for a stage counts less than the first, the third less again: repetition is no news.
SATURATION = (1.0, 0.7, 0.5, 0.35, 0.25, 0.18, 0.12)


@dataclass(frozen=True, slots=True)
class Vote:
    """One event's say: its line, its kind after grammar, and its weight."""

    line: Line
    event: Found
    kind: EventKind
    weight: float


def place_weight(rank: int) -> float:
    """How much a sentence weighs by where it stands."""
    if rank == TITLE:
        return 2.6
    if rank == STANDFIRST:
        return 2.0
    return {0: 2.8, 1: 1.7, 2: 1.3}.get(rank, max(0.3, 1.15 * 0.93**rank))


def votes_of(lines: list[Line], book: Codebook) -> list[Vote]:
    """Weigh every event that still means something."""
    votes = []
    for line in lines:
        counted = 0
        turn = _turn(line)
        with_result = any(
            event.meaning in word_list("results_of_a_round") and event.status == "asserted" for event in line.events
        )
        asked = False
        for event in line.events:
            if event.meaning is None:
                continue
            kind = book.events[event.meaning]
            weight = line_weight(line) * kind.weight * event.strength
            if event.status == "past" or _is_of_several_others(line, event):
                weight *= BACKGROUND
            elif event.first > turn >= 0:
                weight *= AFTER_BUT
            elif with_result and event.meaning in word_list("rounds"):
                weight *= ROUND_WITH_RESULT
            elif counted:
                weight *= LATER_IN_SENTENCE
            if counted and asked and kind.stage in _CONTENT:
                weight *= CONTENT_OF_PROPOSAL
            asked = asked or kind.stage == "called_for"
            if event.last < turn:
                weight *= BEFORE_BUT
            if not event.core:
                weight *= WEAK_NOUN
            if kind.name == "appeal" and word_list("crowds") & set(line.words.low):
                weight *= BY_A_CROWD
            counted += (
                event.status != "past" and kind.stage is not None and not (with_result and event.meaning in word_list("rounds"))
            )
            votes.append(Vote(line, event, kind, weight))
    return _overtaken(votes)


def _is_of_several_others(line: Line, event: Found) -> bool:
    """Whether it befell other matters of the same kind: "several other takeover bids have failed"."""
    low = line.words.low
    return any(
        low[at] in word_list("several") and low[at + 1] in word_list("others_of_a_kind")
        for at in range(max(0, event.first - OTHERS_REACH), event.last)
    )


OTHERS_REACH = 4


def _overtaken(votes: list[Vote]) -> list[Vote]:
    """Where a side "later" refused or broke what the sentence before tells, the later news takes that one's place."""
    told = list(votes)
    for at, vote in enumerate(told):
        if not _is_told_as_later(vote):
            continue
        before = [
            earlier
            for earlier, other in enumerate(told)
            if 0 < vote.line.rank - other.line.rank <= JUST_BEFORE and other.kind.direction > 0 and other.event.status != "past"
        ]
        heaviest = max((told[earlier].weight for earlier in before), default=0.0)
        told[at] = replace(vote, weight=max(vote.weight, heaviest))
        for earlier in before:
            told[earlier] = replace(told[earlier], weight=OVERTAKEN * told[earlier].weight)
    return told


def _is_told_as_later(vote: Vote) -> bool:
    head = vote.event.head
    just_before = vote.line.words.low[max(0, head - 2) : head]
    return vote.kind.direction < 0 and vote.event.status == "asserted" and not word_list("later").isdisjoint(just_before)


JUST_BEFORE, OVERTAKEN = 2, 0.3
BY_A_CROWD = 0.3
# "They met for ninety minutes and left further apart": what came of the round is the news, not that it was held.
ROUND_WITH_RESULT = 0.4
# What stands after a proposal in the same sentence is mostly what was proposed.
CONTENT_OF_PROPOSAL = 0.3
_CONTENT: frozenset[Stage] = frozenset({"in_force", "agreed", "partial", "under_way", "scheduled"})
NOW = 1.2


def line_weight(line: Line) -> float:
    """A sentence's weight: by its place, less for a heading or a question, never little where it speaks of today."""
    weight = place_weight(line.rank)
    if line.heading:
        return HEADING * weight
    if line.rank != TITLE and line.text.endswith("?"):
        return QUESTION * weight
    low = line.words.low
    if low[:1] == ["currently"] or " ".join(low[:2]) in word_list("present"):
        return max(NOW, weight)
    return weight


HEADING = 0.45
QUESTION = 0.3


def _turn(line: Line) -> int:
    """Where a sentence turns: what follows "but" is its news. -1 where it does not."""
    return line.words.low.index("but") if "but" in line.words.low[4:] else -1


ANSWERED = 0.45
SAME_DEAL = 0.5


def _partial_first(sums: dict[Stage, float], votes: list[Vote]) -> None:
    """Where the top tells of a partial deal, "the deal" further down is that one; and one on which members still vote."""
    if any(
        vote.kind.name == "tentative"
        or (vote.kind.stage == "partial" and vote.line.rank <= 0 and vote.event.status == "asserted")
        for vote in votes
    ):
        same = SAME_DEAL * sums.get("agreed", 0.0)
        sums["partial"] = sums.get("partial", 0.0) + same
        sums["agreed"] = sums.get("agreed", 0.0) - same


def _progress_first(sums: dict[Stage, float], votes: list[Vote]) -> None:
    """Sides that make progress while they meet are not deadlocked, however far apart they still are on something."""
    top = {vote.kind.name for vote in votes if vote.line.rank <= 0 and vote.event.status == "asserted"}
    if "progress" in top and not top & {"no_result", "missed_deadline", "breakdown"} and "stalled" in sums:
        sums["under_way"] = sums.get("under_way", 0.0) + SAME_DEAL * sums["stalled"]
        sums["stalled"] *= SAME_DEAL


def tally(votes: list[Vote]) -> dict[Stage, float]:
    """Add up the votes for each stage, each further one counting less."""
    by_stage: dict[Stage, list[float]] = defaultdict(list)
    for vote in votes:
        if vote.kind.stage:
            by_stage[vote.kind.stage].append(vote.weight)
    sums = {
        stage: sum(weight * share for weight, share in zip(sorted(weights, reverse=True), SATURATION, strict=False))
        for stage, weights in by_stage.items()
    }
    _partial_first(sums, votes)
    _progress_first(sums, votes)
    # A refusal near the top answers the proposal that it refuses: the proposal's weight is then part of the refusal's story.
    refused = [vote for vote in votes if vote.kind.stage == "rejected" and vote.line.rank <= 4 and vote.event.status != "past"]
    if refused and "called_for" in sums:
        sums["rejected"] += ANSWERED * sums["called_for"]
    return sums

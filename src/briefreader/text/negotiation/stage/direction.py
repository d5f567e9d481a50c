"""Which way it goes: against what the article itself says stood before, with one line of reason (as CrisisWatch does).

What speaks for better and for worse is measured here; how much each measure counts is data (``data/direction.tsv``).
"""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Direction, Stage
from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.sentence.reading import Line
from briefreader.text.negotiation.stage.mood import Sign, moods_of
from briefreader.text.negotiation.stage.weighing import Vote
from briefreader.text.negotiation.tables import weights_of

# How far each stage is from a deal that is kept: what goes up improves.
LADDER: dict[Stage, int] = {
    "violated": 1, "suspended": 1, "rejected": 1, "stalled": 2, "called_for": 3, "scheduled": 4, "under_way": 5, "partial": 6,
    "agreed": 7, "in_force": 8,
}  # fmt: skip
Measures = dict[str, float]

CLEAR = 0.4
"""From so much on, for better or worse, the direction is told."""
SPOKEN_OF = 1.0
"""What so much weight speaks for is worth a word, even where as much speaks against it."""
FRESH = 2.5
"""With so much weight of today's bad news a deadlock is news itself."""
FAINT = 0.3
"""What weighs less stands far down or is hardly said: it is no sign."""
OPENING = 3
STILL_OPEN = frozenset({"called_for", "under_way"})
"""At these stages a faint sign is none: all stays as open as it was."""


def direction_of(
    stage: Stage, votes: Sequence[Vote], lines: Sequence[Line], book: Codebook
) -> tuple[Direction | None, str | None]:
    """Give the direction and its reason; ``None`` where the article says nothing of what stood before."""
    lasting = _lasting(stage, votes, lines)
    if lasting:
        return "unchanged", lasting
    events, moods, before = _signs(stage, votes), moods_of(lines, book), _before(stage, votes)
    weights = weights_of("direction.tsv")
    course = sum(weights[name] * value for name, value in measures(stage, events, moods, before).items())
    signs = sorted((*events, *moods), key=lambda sign: (not sign.of_the_stage, -abs(sign.weight)))
    better = [sign for sign in signs if sign.weight > 0]
    worse = [sign for sign in signs if sign.weight < 0]
    if course >= CLEAR:
        return "improving", _reason(better, before)
    if course <= -CLEAR:
        return "deteriorating", _reason(worse, before)
    open_still = _why_unchanged(stage, better, worse, lines)
    return ("unchanged", open_still) if open_still else (None, None)


def _why_unchanged(stage: Stage, better: Sequence[Sign], worse: Sequence[Sign], lines: Sequence[Line]) -> str | None:
    """Why nothing clear was told and yet something: as much for as against, talks that go on, a faint sign."""
    if better and worse and (stage in STILL_OPEN or min(better[0].weight, -worse[0].weight) >= SPOKEN_OF):
        return f"{better[0].told}, but {worse[0].told}"
    if stage == "under_way" and any(word_list("going_on") & set(line.words.low) for line in lines[:OPENING]):
        return "the talks go on"
    faint = [*better, *worse] if stage in STILL_OPEN else []
    return f"{faint[0].told}, and no more" if faint else None


def measures(stage: Stage, events: Sequence[Sign], moods: Sequence[Sign], before: Stage | None) -> Measures:
    """Measure the course: where it stands, what speaks for better or worse (1 to -1), and where it stood before."""
    return {
        **{each: float(each == stage) for each in LADDER},
        "in danger": float(stage == "in_force" and _speaks_against(events)),
        "events": _balance(events),
        "moods": _balance(moods),
        "came up": float(before is not None and LADDER[stage] > LADDER[before]),
        "came down": float(before is not None and LADDER[stage] < LADDER[before]),
    }


def _speaks_against(events: Sequence[Sign]) -> bool:
    """Whether what tells the stage most is for worse: a deal still stands, but a side may leave it."""
    of_the_stage = [sign.weight for sign in events if sign.of_the_stage]
    return bool(of_the_stage) and max(of_the_stage, key=abs) < 0


def _signs(stage: Stage, votes: Sequence[Vote]) -> list[Sign]:
    """Today's events that are for better or worse by their kind."""
    return [
        Sign(vote.kind.direction * vote.weight, vote.kind.told, vote.kind.stage == stage)
        for vote in votes
        if vote.kind.direction and vote.event.status != "past" and vote.weight >= FAINT
    ]


def _balance(signs: Sequence[Sign]) -> float:
    """From 1, where everything speaks for better, to -1; near 0 where little is said."""
    return sum(sign.weight for sign in signs) / (1.0 + sum(abs(sign.weight) for sign in signs))


def _lasting(stage: Stage, votes: Sequence[Vote], lines: Sequence[Line]) -> str | None:
    """What is told again rather than anew, in our words."""
    if stage == "rejected" and any(word_list("repeating") & set(line.words.low) for line in lines[:1]):
        return "a side repeats its refusal"
    return "the deadlock goes on" if stage == "stalled" and _lasts(votes, lines) else None


def _lasts(votes: Sequence[Vote], lines: Sequence[Line]) -> bool:
    """Whether a deadlock only lasts; one that is today's news is worse than what was."""
    fresh = sum(vote.weight for vote in votes if vote.event.status != "past" and vote.kind.name in word_list("newly_worse"))
    stuck = [line for line in lines[:OPENING] if any(vote.line is line and vote.kind.stage == "stalled" for vote in votes)]
    return fresh < FRESH and any(word_list("lasting") & set(line.words.low) for line in stuck)


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


def _reason(signs: Sequence[Sign], before: Stage | None) -> str | None:
    """The first sign of the direction in our words, and what stood before."""
    told = [signs[0].told] if signs else []
    return "; ".join([*told, f"before, {_STOOD[before]}"] if before else told) or None

"""How much each event counts for its stage: the headline and the lead weigh more, background and what is only possible less."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from briefreader.model import Stage
from briefreader.text.negotiation.codebook import Codebook, EventKind, World, word_list
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
            if event.status == "past":
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
    """Where the top tells of a partial deal, "the deal" further down is that one."""
    if any(vote.kind.stage == "partial" and vote.line.rank <= 0 and vote.event.status == "asserted" for vote in votes):
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


NAMED = 0.3
# What is told only further down must be told plainly.
TOP, LEAST_TOP, NOT_AT_THE_TOP = 2, 0.8, 1.6
# The trade in players and coaches is no negotiation here, unless it is a labour dispute or a takeover.
SPORTS_WORDS, IN_SPORT = 4, 4.0
COURT_WORDS, COURT_ONLY, IN_COURT = 3, 5, 3.0
SHOW_WORDS, IN_SHOWS = 5, 4.0
IN_A_REPORT = 2.0
LEAST_SHORT, LEAST = 1.2, 1.85
SHORT, LONG = 150, 500
BARE = 60
# The stage of an event that is none by itself, where a bare sentence says nothing else.
_CODED: dict[str, Stage] = {"REQUEST": "called_for", "AGREE": "called_for", "REJECT": "rejected", "CONSULT": "under_way"}
MORE_FOR_LONG = 0.0025
_HALF = frozenset({"merger", "bid", "coalition", "treaty", "aid"})
"""Below this weight of events that speak of a negotiation by themselves, an article is not about one."""


def is_about_negotiation(votes: list[Vote], lines: list[Line], book: Codebook) -> bool:
    """Whether enough of the article's weight lies on events that speak of a negotiation by themselves."""
    words = sum(len(line.words) for line in lines)
    least = LEAST_SHORT + min(1.0, words / SHORT) * (LEAST - LEAST_SHORT) + max(0.0, words - LONG) * MORE_FOR_LONG
    least *= _elsewhere({word for line in lines for word in line.words.low})
    if _reports_something_else(lines):
        least *= IN_A_REPORT
    told_first = [vote for vote in votes if vote.line.rank <= TOP and vote.event.status != "past"]
    top = sum(vote.weight * core_share(vote, book) for vote in told_first)
    if words > SHORT and top < LEAST_TOP:
        least *= NOT_AT_THE_TOP
    return negotiation_score(votes, lines, book) >= least


def _reports_something_else(lines: list[Line]) -> bool:
    """Whether the title is a market's or a quarter's and names no negotiation: "Oil falls", "Profit doubles"."""
    title = next((line for line in lines if line.rank == TITLE), None)
    if title is None or not word_list("reports") & set(title.words.low):
        return False
    return not any(match.reading.part == "noun" for match in title.matches)


def _elsewhere(found: set[str]) -> float:
    """How much more it takes in the world of sport or in a court, to infinity where it is plainly there."""
    sport = len(found & word_list("sports"))
    court = len(found & word_list("court"))
    disputed = bool(found & word_list("sports_disputes") - ({"union"} if "rugby" in found else set()))
    show = len(found & word_list("shows")) >= SHOW_WORDS and not found & word_list("shows_disputes")
    if (sport >= SPORTS_WORDS and not disputed and len(found & word_list("sports_only")) > 1) or court >= COURT_ONLY:
        return inf
    in_sport = (sport >= SPORTS_WORDS or len(found & word_list("sports_only")) > 1) and not disputed
    factor = IN_SPORT if in_sport else 1.0
    return factor * (IN_COURT if court >= COURT_WORDS else 1.0) * (IN_SHOWS if show else 1.0)


def negotiation_score(votes: list[Vote], lines: list[Line], book: Codebook) -> float:
    """The weight of the events that speak of a negotiation by themselves, and a little for each sentence that names one."""
    events = sum(vote.weight * core_share(vote, book) for vote in votes if vote.kind.stage)
    named = sum(place_weight(line.rank) for line in lines if any(match.reading.core for match in line.matches))
    return events + NAMED * named


def core_share(vote: Vote, book: Codebook) -> float:
    """How far an event speaks of a negotiation by itself: fully, partly, or not at all."""
    if vote.event.core:
        # To negotiate something may be anybody's own business: tips for a salary, a rent.
        alone = not vote.event.noun and vote.event.rule == "negotiate"
        return 0.5 if alone and word_list("own_business") & set(vote.line.words.low) else 1.0
    noun = vote.event.noun.reading.name if vote.event.noun else "-"
    if any(noun in world.nouns and _speaks_of(world, vote.line) for world in book.worlds):
        return IN_A_WORLD
    if any(match.reading.core for match in vote.line.matches):
        return BESIDE_TALKS
    return 0.5 if noun in _HALF else 0.0


IN_A_WORLD = 1.3
"""A weak noun weighs little, but beside the words of a world it speaks of a negotiation as plainly as any."""
BESIDE_TALKS = 0.6
"""What happens in a sentence that names talks or a deal has mostly to do with them."""


def _speaks_of(world: World, line: Line) -> bool:
    """Whether a word of the world, or two or three that stand together, are in the sentence."""
    low = line.words.low
    together = (map(" ".join, zip(low, low[1:], low[2:], strict=False)), map(" ".join, pairwise(low)), low)
    return not all(map(world.words.isdisjoint, together))


def coded_sentence(votes: list[Vote], lines: list[Line], named: bool) -> list[Vote]:
    """The votes of a bare sentence: a statement to be coded as event coders do, rather than an article to be judged.

    One sentence without a headline that names a listed party and in which somebody asks, agrees, refuses or meets.
    """
    if len(lines) != 1 or lines[0].rank == TITLE or len(lines[0].words) > BARE or not named:
        return []
    coded = [vote for vote in votes if vote.kind.plover in _CODED and vote.kind.name != "topic"]
    return [
        vote if vote.kind.stage else replace(vote, kind=replace(vote.kind, stage=_CODED[vote.kind.plover])) for vote in coded
    ]

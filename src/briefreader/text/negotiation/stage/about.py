"""Whether an article is about a negotiation: how plainly its events speak of one, for its length and its world."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import inf, log

from briefreader.model import Stage
from briefreader.text.negotiation.codebook import Codebook, World, word_list
from briefreader.text.negotiation.sentence.reading import TITLE, Line
from briefreader.text.negotiation.stage.weighing import Vote, place_weight
from briefreader.text.negotiation.tables import weights_of

NAMED = 0.3
"""What a sentence that names a negotiation counts beside its events."""
TOP = 2
FULL_LENGTH, LONG = 150, 500
"""Words from which an article has room to be plain, and from which it has room for much besides."""
A_LITTLE = 0.1
# The trade in players and coaches is no negotiation here, unless it is a labour dispute or a takeover.
SPORTS_WORDS, IN_SPORT = 4, 4.0
COURT_WORDS, COURT_ONLY, IN_COURT = 3, 5, 3.0
SHOW_WORDS, SHOW_ONLY, IN_SHOWS = 5, 8, 4.0
BARE = 60
# The stage of an event that is none by itself, where a bare sentence says nothing else.
_CODED: dict[str, Stage] = {"REQUEST": "called_for", "AGREE": "called_for", "REJECT": "rejected", "CONSULT": "under_way"}
_HALF = frozenset({"merger", "bid", "coalition", "treaty", "aid"})
IN_A_WORLD = 1.3
"""A weak noun weighs little, but beside the words of a world it speaks of a negotiation as plainly as any."""
BESIDE_TALKS = 0.6
"""What happens in a sentence that names talks or a deal has mostly to do with them."""


def is_about_negotiation(votes: list[Vote], lines: list[Line], book: Codebook) -> bool:
    """Whether the measures, weighed by data/about.tsv, speak for a negotiation rather than for other news."""
    measures = measures_of(votes, lines, book)
    weights = weights_of("about.tsv")
    return measures is not None and sum(weights[name] * value for name, value in measures.items()) >= 0


def measures_of(votes: list[Vote], lines: list[Line], book: Codebook) -> dict[str, float] | None:
    """Give what speaks for and against, by the names of data/about.tsv; ``None`` for what is plainly a match or a trial."""
    words = max(1, sum(len(line.words) for line in lines))
    elsewhere = _elsewhere({word for line in lines for word in line.words.low})
    if elsewhere == inf:
        return None
    told_first = [vote for vote in votes if vote.line.rank <= TOP and vote.event.status != "past"]
    return {
        "always": 1.0,
        "told": log(negotiation_score(votes, lines, book) + A_LITTLE),
        "told at the top": log(sum(vote.weight * core_share(vote, book) for vote in told_first) + A_LITTLE),
        "room": max(0.0, log(words / FULL_LENGTH)),
        "much room": max(0.0, log(words / LONG)),
        "elsewhere": log(elsewhere),
        "report": float(_reports_something_else(lines)),
    }


def _names_one(line: Line) -> bool:
    return any(match.reading.core for match in line.matches)


def _reports_something_else(lines: list[Line]) -> bool:
    """Whether the title is a market's or a quarter's and names no negotiation: "Oil falls", "Profit doubles"."""
    title = next((line for line in lines if line.rank == TITLE), None)
    if title is None or not word_list("reports") & set(title.words.low):
        return False
    return not any(match.reading.part == "noun" for match in title.matches)


def _elsewhere(found: set[str]) -> float:
    """How much more it takes in the world of sport, of shows or in a court, to infinity where it is plainly there."""
    sport, sport_only = len(found & word_list("sports")), len(found & word_list("sports_only")) > 1
    court, show = len(found & word_list("court")), len(found & word_list("shows"))
    if found & word_list("sports_disputes") - ({"union"} if "rugby" in found else set()):
        sport, sport_only = 0, False
    if found & word_list("shows_disputes"):
        show = 0
    if (sport >= SPORTS_WORDS and sport_only) or court >= COURT_ONLY or show >= SHOW_ONLY:
        return inf
    factor = IN_SPORT if sport >= SPORTS_WORDS or sport_only else 1.0
    return factor * (IN_COURT if court >= COURT_WORDS else 1.0) * (IN_SHOWS if show >= SHOW_WORDS else 1.0)


def negotiation_score(votes: list[Vote], lines: list[Line], book: Codebook) -> float:
    """The weight of the events that speak of a negotiation by themselves, and a little for each sentence that names one."""
    events = sum(vote.weight * core_share(vote, book) for vote in votes if vote.kind.stage)
    named = sum(place_weight(line.rank) for line in lines if _names_one(line))
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
    if _names_one(vote.line):
        return BESIDE_TALKS
    return 0.5 if noun in _HALF else 0.0


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

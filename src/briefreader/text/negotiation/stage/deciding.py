"""The deciding sentence: of all that an article says the one that tells a reader best where the negotiation stands.

What speaks for a sentence and against it is measured here; how much each measure counts is data (``data/deciding.tsv``):
what we judged it to count, mended on labelled articles (``training/train_deciding.py``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import log1p

from briefreader.model import Stage
from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.fields.parties import Cast
from briefreader.text.negotiation.names.finder import NameFinder
from briefreader.text.negotiation.sentence.reading import STANDFIRST, Line, ends_as_sentence
from briefreader.text.negotiation.stage.weighing import WEAK_NOUN, Vote
from briefreader.text.negotiation.tables import weights_of

Measures = dict[str, float]
LEAST_WORDS, MOST_WORDS = 7, 40
BOTH_SIDES = 2
MOST_PLAIN = 1.5
"""A kind of event that settles the stage more plainly than so tells it no better."""


def deciding_sentence(stage: Stage, votes: Sequence[Vote], lines: Sequence[Line], cast: Cast, finder: NameFinder) -> str:
    """Give the sentence that tells the stage best."""
    weights = weights_of("deciding.tsv")
    measured = measures(stage, votes, lines, cast, finder)
    plain = [sum(weights[name] * value for name, value in each.items()) for each in measured]
    return lines[plain.index(max(plain))].text


def measures(stage: Stage, votes: Sequence[Vote], lines: Sequence[Line], cast: Cast, finder: NameFinder) -> list[Measures]:
    """Measure each line by its place, by what it tells of the stage, by whom it names, and by how it is told."""
    telling: dict[int, list[Vote]] = defaultdict(list)
    for vote in votes:
        if vote.kind.stage == stage:
            telling[id(vote.line)].append(vote)
    party_of = {name: party.name for party in cast.parties for name in (party.name, *party.aliases, *party.leaders)}
    measured = []
    place = 0
    for line in lines:
        is_whole = _is_whole_sentence(line)
        in_body = is_whole and line.rank >= 0
        named = {party_of.get(cast.by_any_name(name.name) or "") for name in finder.names(line.words)} - {None}
        measured.append(_measured(line, telling[id(line)], len(named), place if in_body else None, is_whole=is_whole))
        place += in_body
    return measured


def _measured(line: Line, telling: Sequence[Vote], sides: int, place: int | None, *, is_whole: bool) -> Measures:
    news = [vote for vote in telling if vote.event.status != "past"]
    words = set(line.words.low)
    opening = line.text.lstrip()[:1]
    return {
        "opens the body": float(place == 0),
        "second": float(place == 1),
        "further on": log1p(place or 0),
        "standfirst": float(line.rank == STANDFIRST and is_whole),
        "no sentence": float(not is_whole),
        "tells the stage": min(MOST_PLAIN, max(map(_plainness, news), default=0.0)),
        "tells it as fact": float(any(vote.event.status != "hypothetical" and vote.kind.name != "topic" for vote in news)),
        "tells the past": float(bool(telling) and not news),
        "silent": float(not telling),
        "names the talks": float(any(match.reading.core for match in line.matches)),
        "names sides": float(min(BOTH_SIDES, sides)),
        "names the day": float(bool(word_list("news_days") & words)),
        "speech": float(opening in "\"“'‘" or bool(word_list("speaking") & words)),
        "question": float(line.text.endswith("?")),
        "long": max(0.0, len(line.words) / MOST_WORDS - 1.0),
    }


def _plainness(vote: Vote) -> float:
    return vote.kind.weight * vote.event.strength * (1.0 if vote.event.core else WEAK_NOUN)


def _is_whole_sentence(line: Line) -> bool:
    """Whether it is a sentence of the text: no headline, and no piece of one that a line break has cut off."""
    return not line.heading and len(line.words) >= LEAST_WORDS and ends_as_sentence(line.text)

"""What each party of a story wanted, and how that moved from article to article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefreader.model import Brief, Demand, Move, Negotiation, Position
from briefreader.text.keypoints.measures import cosine
from briefreader.text.negotiation.codebook import word_list
from briefreader.text.stories.facts import Fact, fact, near_repeat
from briefreader.text.words import words

_LIKE = 0.2  # cosine
_MOST_MOVES = 12
"""Of each party; the newest. A story of years has more, and they are in its articles."""


def positions(ordered: Sequence[Brief], now: Negotiation | None) -> tuple[Position, ...]:
    """Give for each party, in the order of the story's parties, its moves by date; a position that is said again is none.

    Undated articles tell no move, because nobody knows what they come after. A holder that is no party stands last.
    """
    names = _party_names(now)
    moves: dict[str, list[tuple[Move, Fact]]] = {party.name: [] for party in now.parties} if now else {}
    for index, brief, demand in _stated(ordered):
        holder = names.get(demand.holder or "", demand.holder or "")
        said = fact(demand.sentence)
        known = moves.setdefault(holder, [])
        if not any(move.kind == demand.kind and _said_before(said, earlier) for move, earlier in known):
            known.append((Move(brief.article.published, demand.kind, demand.sentence, index), said))
    return tuple(
        Position(party, tuple(move for move, _ in found[-_MOST_MOVES:])) for party, found in moves.items() if party and found
    )


def _said_before(said: Fact, earlier: Fact) -> bool:
    """Whether a position says nothing new: nearly the same words, like ones with no other figure, or by its own word.

    "Still", "again" and "repeated" say so themselves.
    """
    if near_repeat(said, earlier) or not word_list("repeating").isdisjoint(words(said.lowered)):
        return True
    figures = bool(said.numbers) and said.numbers <= earlier.numbers
    return figures and (len(said.numbers) > 1 or cosine(said.vector, earlier.vector) >= _LIKE)


def _stated(ordered: Sequence[Brief]) -> Iterator[tuple[int, Brief, Demand]]:
    for index, brief in enumerate(ordered):
        if brief.negotiation and brief.article.published:
            for demand in brief.negotiation.demands:
                if demand.holder:
                    yield index, brief, demand


def _party_names(now: Negotiation | None) -> dict[str, str]:
    """Under which party's name each of its names is told."""
    parties = now.parties if now else ()
    return {name: party.name for party in parties for name in (*party.leaders, *party.aliases, party.name)}

"""Rounds of trade talks that are called by the place where they began: "the Uruguay Round" speaks of no Uruguay."""

from __future__ import annotations

from collections.abc import Iterable

from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.sentence.words import Words


def trade_rounds_in(sentences: Iterable[Words]) -> frozenset[str]:
    """Give the places, in lower case, by which an article calls such a round; then "the Doha talks" are that one too."""
    return frozenset(
        place
        for words in sentences
        for place, following in zip(words.low, words.low[1:], strict=False)
        if following == "round" and place in word_list("trade_rounds")
    )


def names_a_round(words: Words, at: int, rounds: frozenset[str]) -> bool:
    """Whether the word only says which round is meant: "the Doha talks", but not "met in Doha"."""
    return words.low[at] in rounds and words.low[max(0, at - 1)] not in {"in", "at", "to"}

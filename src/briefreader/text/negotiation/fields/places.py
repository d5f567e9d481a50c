"""Which words of an article are places: listed ones, those that it says are places, buildings by form, and "here"."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.text.negotiation.codebook import END, Codebook, word_list
from briefreader.text.negotiation.names.rounds import names_a_round, trade_rounds_in
from briefreader.text.negotiation.names.shapes import dateline_words
from briefreader.text.negotiation.sentence.reading import Line
from briefreader.text.negotiation.sentence.words import Words

LONGEST_PLACE, LONGEST_BUILDING = 3, 4


class Places:
    """The places of one article: the codebook's, and those that the article itself explains."""

    def __init__(self, lines: Sequence[Line], book: Codebook) -> None:
        self._book = book
        self._named = book.places | _explained(lines, book)
        self._rounds = trade_rounds_in(line.words for line in lines)
        self.here = _dateline_place(lines, book)
        """The place of an agency's dateline, "here" in the article."""

    def at(self, words: Words, at: int) -> tuple[str, int] | None:
        """The place that begins with the word, and how many words name it: Vienna, the White House, Elmau castle."""
        if not words.surface[at][0].isupper() or names_a_round(words, at, self._rounds):
            return None
        for length in range(min(LONGEST_PLACE, len(words) - at), 0, -1):
            place = self._named.get(" ".join(words.low[at : at + length]))
            if place:
                return place, length
        found = None if self._is_land(words.surface[at]) else _building(words, at)
        # "Stormont House in Belfast": the city says it all.
        return None if found and self._is_city_near(words, at + found[1]) else found

    def _is_land(self, surface: str) -> bool:
        """Whether a word is a party's by itself: "the Swiss resort of"."""
        node = self._book.actor_phrases.get(surface)
        return isinstance(node, dict) and END in node

    def _is_city_near(self, words: Words, at: int) -> bool:
        near = words.low[at : at + 1]
        return near in (["in"], ["near"], ["outside"], [","]) and " ".join(words.low[at + 1 : at + 2]) in self._named


def may_be_place(low: str, book: Codebook) -> bool:
    """Whether a word with a capital may name a place: no month, no title, no small word."""
    return not any(low in book.lists[name] for name in ("stop_names", "months", "days", "titles"))


def is_aboard(low: Sequence[str], at: int) -> bool:
    """Whether what begins at the word is a ship that people are on: "aboard the Marlin", "on board the Marlin"."""
    before = " ".join(low[max(0, at - 3) : at]).removesuffix(" the")
    return before.endswith((" on board", "aboard")) or before == "on board"


def _building(words: Words, at: int) -> tuple[str, int] | None:
    """A building: capitals that end in what it is, or a known one: Stormont House, the Marlin hotel, the USS Marlin."""
    capitals = _capitals_from(words, at)
    following = words.low[at + capitals : at + capitals + 1]
    kinds = word_list("kinds_of_building")
    if (capitals > 1 and words.low[at + capitals - 1] in kinds) or is_aboard(words.low, at):
        length = capitals
    elif (
        kinds & set(following)
        and not words.possessive[at + capitals - 1]
        and words.low[at + capitals + 1 : at + capitals + 2] != ["of"]
    ):
        length = capitals + 1
    else:
        named = (
            length for length in range(capitals, 0, -1) if " ".join(words.surface[at : at + length]) in word_list("buildings")
        )
        length = next(named, 0)
    return (" ".join(words.surface[at : at + length]), length) if length else None


def _capitals_from(words: Words, at: int) -> int:
    """How many words with capitals stand together, from the first on."""
    end = at
    while end < min(len(words), at + LONGEST_BUILDING) and words.surface[end][0].isupper():
        end += 1
        if words.possessive[end - 1]:
            break
    return end - at


def _dateline_place(lines: Sequence[Line], book: Codebook) -> str | None:
    """The place in "GENEVA, May 3 (Agency) -", "GENEVA Ministers met"."""
    for line in lines:
        named = " ".join(line.words.low[: dateline_words(line.words)])
        if not named and line.rank == 0 and not line.words.is_shouting():
            capitals = (place for place, surface in enumerate(line.words.surface[:4]) if not surface.isupper())
            named = " ".join(line.words.low[: next(capitals, 0)])
        found = next((place for low, place in book.places.items() if named.startswith(low)), None) if named else None
        if found:
            return found
    return None


def _explained(lines: Sequence[Line], book: Codebook) -> dict[str, str]:
    """The places that the article itself says are places: "the lakeside town of Querrin", "the capital, Dunmar,"."""
    found: dict[str, str] = {}
    for line in lines:
        low, surface = line.words.low, line.words.surface
        for at in range(len(low) - 2):
            if low[at] not in word_list("kinds_of_place") or low[at + 1] not in {"of", ","}:
                continue
            apposed = low[at + 1] == "," and low[at + 3 : at + 4] not in ([], [","], ["."])
            if surface[at + 2][0].isupper() and not apposed and may_be_place(low[at + 2], book):
                last = min(len(low), at + 2 + LONGEST_PLACE)
                ends = (end for end in range(at + 3, last) if not (surface[end][0].isupper() and may_be_place(low[end], book)))
                end = next(ends, last)
                found[" ".join(low[at + 2 : end])] = " ".join(surface[at + 2 : end])
    return found

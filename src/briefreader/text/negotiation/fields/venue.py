"""Where they meet now or next: a place near a meeting that is not told as past."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names.forms import dateline_words
from briefreader.text.negotiation.sentence.grammar import is_background
from briefreader.text.negotiation.sentence.plans import is_time_ahead
from briefreader.text.negotiation.sentence.reading import Line
from briefreader.text.negotiation.stage.weighing import place_weight

# How far from the talks a place may stand; further behind a date: "talks between … next week in Querrin".
REACH, DATED_REACH = 12, 22
# In so many sentences a day of the week is of the news, not of its background.
NEWS = 2
# How many words the name of one whom somebody meets may have: "will meet Ostland's President Jane Roe in".
MET = 5
ONLY_NAMED, WEAK = 0.4, 0.5
SECOND_PLACE = 0.75
DATELINE = 0.5
# Where they will meet counts for more than where they met.
PLANNED = 1.3


def venues_in(lines: Sequence[Line], named: Collection[str], book: Codebook) -> tuple[str, ...]:
    """Give the places after "in" or "at" near talks, the weightiest first, at most two.

    ``named`` are the countries and bodies that the article names: an agency's dateline in the capital of one of them is only
    where the news was written.
    """
    weights: dict[str, float] = defaultdict(float)
    here = _dateline_place(lines, book)
    if here and _is_gathering(lines[:3]) and not any(_is_seat(here, name, book) for name in named):
        weights[here] += DATELINE
    places = book.places | _places_explained(lines, book)
    for line in lines:
        for place, at in _places(line, book, places, here):
            ahead = (
                PLANNED
                if any(is_time_ahead(line.words.low, near, book) for near in range(at, min(at + 5, len(line.words))))
                else 1.0
            )
            weights[place] += place_weight(line.rank) * _nearness(line, at) * ahead
    if not weights or not any(weights.values()):
        return ()
    top = max(weights.values())
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    chosen = [place for place, weight in ranked[:2] if weight >= SECOND_PLACE * top]
    # "In Ostland's Dunmar", "Ostland hosted them in Dunmar": the city says it all.
    cities = [place for place in chosen if place not in book.actors]
    return tuple(cities or chosen)


def _is_seat(city: str, side: str, book: Codebook) -> bool:
    """Whether a city is the seat by which a country or body is called."""
    return side in book.actors and city in book.actors[side].forms


def _is_gathering(lines: Sequence[Line]) -> bool:
    """Whether the lead tells of people who meet now, so that the dateline is where."""
    return any(
        event.meaning in word_list("gatherings") and event.status == "asserted"
        for line in lines
        if line.rank == 0 and word_list("weekdays") & set(line.words.low)
        for event in line.events
    )


def _dateline_place(lines: Sequence[Line], book: Codebook) -> str | None:
    """The place of an agency's dateline, "here" in the article: "GENEVA, May 3 (Agency) -", "GENEVA Ministers met"."""
    for line in lines:
        named = " ".join(line.words.low[: dateline_words(line.words)])
        if not named and line.rank == 0 and not line.words.is_shouting():
            capitals = (place for place, surface in enumerate(line.words.surface[:4]) if not surface.isupper())
            named = " ".join(line.words.low[: next(capitals, 0)])
        found = next((place for low, place in book.places.items() if named.startswith(low)), None) if named else None
        if found:
            return found
    return None


def _places_explained(lines: Sequence[Line], book: Codebook) -> dict[str, str]:
    """The places that the article itself says are places: "the lakeside town of Querrin", "the capital, Dunmar,"."""
    found: dict[str, str] = {}
    for line in lines:
        low, surface = line.words.low, line.words.surface
        for at in range(len(low) - 2):
            if low[at] not in word_list("kinds_of_place") or low[at + 1] not in {"of", ","}:
                continue
            apposed = low[at + 1] == "," and low[at + 3 : at + 4] not in ([], [","], ["."])
            if surface[at + 2][0].isupper() and not apposed and _may_be_place(low[at + 2], book):
                found[low[at + 2]] = surface[at + 2]
    return found


def _may_be_place(low: str, book: Codebook) -> bool:
    return not any(low in book.lists[name] for name in ("stop_names", "months", "days", "titles"))


def _places(line: Line, book: Codebook, places: dict[str, str], here: str | None) -> Iterator[tuple[str, int]]:
    """The places of the line that are said to be where something happens, and not in the past."""
    low = line.words.low
    if here and "here" in low:
        yield here, low.index("here")
    if "capital" in low:
        yield from _capitals(line, book)
    for at in range(dateline_words(line.words), len(low)):
        for length in (3, 2, 1) if line.words.surface[at][0].isupper() else ():
            place = places.get(" ".join(low[at : at + length])) or _host(line, at, length, book)
            met_in = None if place else _place_met_in(line, at, length, book)
            place = place or met_in
            if place and (met_in or _is_where(line, at, length)):
                past = word_list("before") & set(low[max(0, at - 6) : at]) or is_background(line.words, at, book, None)
                if not past or _is_fresh(line, at):
                    yield place, at
                break


def _place_met_in(line: Line, at: int, length: int, book: Codebook) -> str | None:
    """The country or town, listed or not, in which people are said to meet: "talks in Estia", "met on Monday in Querrin"."""
    low, surface = line.words.low, line.words.surface
    before = at - 1 - (low[at - 1] in word_list("before_a_country"))
    if before < 1 or low[before] != "in" or not _tells_of_meeting(line, before - 1):
        return None
    run, following = surface[at : at + length], surface[at + length : at + length + 1]
    whole = all(word[0].isupper() for word in run) and not any(word[0].isupper() for word in following)
    if not whole or len(run) < length or line.words.possessive[at + length - 1]:
        return None
    name = " ".join(run)
    if name in book.actors:
        return name if book.actors[name].kind == "country" else None
    known = " ".join(run) in book.actor_phrases or set(low[at : at + length]) & (
        word_list("no_places") | book.lists["organisation_words"]
    )
    return name if not known and all(word.isalpha() and _may_be_place(word.lower(), book) for word in run) else None


def _tells_of_meeting(line: Line, at: int) -> bool:
    """Whether the word ends what is told of a meeting or of its time: "talks", "met", "on Monday", "will meet Jane Roe"."""
    start = at
    while (
        start > max(0, at - MET)
        and line.words.surface[start][0].isupper()
        and not word_list("weekdays") & {line.words.low[start]}
    ):
        start -= 1
    if start < at and any(event.first <= start <= event.last and event.meaning in word_list("meets") for event in line.events):
        return True
    if line.words.low[at] in word_list("weekdays") | word_list("spans_of_time") | word_list("clock"):
        return True
    if any(match.last == at and match.reading.name in {"talks", "meeting"} for match in line.matches):
        return True
    return any(event.last == at and event.meaning in word_list("meeting_kinds") for event in line.events)


def _host(line: Line, at: int, length: int, book: Codebook) -> str | None:
    """The country that is said to host: "Estia is hosting the talks"."""
    name = " ".join(line.words.surface[at : at + length])
    hosts = word_list("hosting") & set(line.words.low[at + length : at + length + 2])
    return name if hosts and name in book.actors and book.actors[name].kind == "country" else None


def _capitals(line: Line, book: Codebook) -> Iterator[tuple[str, int]]:
    """The capital that is called by its country: "in the Kuwaiti capital"."""
    low = line.words.low
    for at in range(2, len(low)):
        if low[at] == "capital" and low[at - 2] == "the" and low[max(0, at - 3)] in {"in", "at"}:
            country = next((actor for actor in book.actors.values() if line.words.surface[at - 1] in actor.adjectives), None)
            city = next((form for form in country.forms if form.lower() in book.places), country.name) if country else None
            if city and not (low[at + 1 : at + 2] and line.words.surface[at + 1][0].isupper()):
                yield city, at - 2


def _nearness(line: Line, at: int) -> float:
    """How surely talks are held at the place: fully beside an event of meeting, less beside the mere word."""
    fresh = _is_fresh(line, at)
    if line.rank > 0 and _is_history(line, at):
        return 0.0
    events = [
        event for event in line.events if event.meaning in word_list("meeting_kinds") and (fresh or event.status != "past")
    ]
    if any(_is_near(line.words.low, at, event.first, event.last) for event in events):
        return 1.0 if any(event.core for event in events) else WEAK
    nouns = [match for match in line.matches if match.reading.name in {"talks", "meeting"} and match.reading.part == "noun"]
    told_as_past = any(event.status == "past" for event in line.events) and not fresh
    after = line.words.low[at + 1] if at + 1 < len(line.words) else ""
    before = line.words.low[at - 1]
    plain = not told_as_past and (
        before in word_list("venue_before") | word_list("goes_there") or after in word_list("of_a_venue") | word_list("hosting")
    )
    return ONLY_NAMED if plain and any(abs(at - noun.last) <= REACH for noun in nouns) else 0.0


def _is_near(low: list[str], at: int, first: int, last: int) -> bool:
    """Whether a meeting is told within reach of the place, and not in another clause: "a bomb in Dunmar as talks began"."""
    dated = bool((word_list("weekdays") | word_list("spans_of_time")) & set(low[max(0, at - 2) : at - 1]))
    if min(abs(at - first), abs(at - last)) > (DATED_REACH if dated else REACH):
        return False
    between = low[at:first] if at < first else low[last + 1 : at]
    return not word_list("other_clauses") & set(between)


def _is_history(line: Line, at: int) -> bool:
    """Whether the place only tells which of the earlier talks is meant: "the pact signed in Dunmar"."""
    low = line.words.low
    told = low[max(0, at - 2) : max(0, at - 1)]
    if "had" in low[max(0, at - 12) : at]:
        return True
    named_by_it = (
        bool(told)
        and told[0] in word_list("done_at_a_place")
        and not word_list("auxiliaries") & set(low[max(0, at - 4) : at - 2])
    )
    return named_by_it or bool(word_list("reactions") & set(low[max(0, at - 4) : at]))


def _is_fresh(line: Line, at: int) -> bool:
    """Whether the lead tells of the last days: "following the talks in Dunmar on Thursday"."""
    return 0 <= line.rank < NEWS and bool(word_list("weekdays") & set(line.words.low[at + 1 : at + 4]))


def _in_kind_of_place(low: list[str], at: int) -> bool:
    """Whether they are there: "in the lakeside town of", not "the fate of the city of"."""
    ways = word_list("venue_before") | ({"on"} if low[max(0, at - 2)] == "island" else frozenset())
    there = ways & set(low[max(0, at - 6) : max(0, at - 2)])
    return at > 1 and low[at - 2] in word_list("kinds_of_place") and bool(there)


def _is_where(line: Line, at: int, length: int) -> bool:
    """Whether a place is said to be where people meet or go to meet; not where somebody only spoke."""
    low = line.words.low
    before, after = low[at - 1 : at], low[at + length : at + length + 3]
    if before == ["in"] and at > 1 and (low[at - 2] in word_list("speaks_there") or _only_holds_there(low, at)):
        return False
    return (
        bool(word_list("venue_before") & set(before))
        or (at > 1 and line.words.possessive[at - 1] and low[at - 2] in {"in", "at"})
        or (before in (["of"], [","]) and _in_kind_of_place(low, at))
        or (bool(word_list("kinds_of_place") & set(before)) and bool(word_list("venue_before") & set(low[max(0, at - 5) : at])))
        or low[at - 2 : at] == ["hosted", "by"]
        or bool(word_list("hosting") & set(after[:2]))
        or (bool(word_list("goes_there") & set(before)) and _goes_to_talk(low, at, length))
        or bool(at and after and after[0] in word_list("of_a_venue"))
    )


def _only_holds_there(low: list[str], at: int) -> bool:
    """Whether a place is only where a truce holds or a war is: "a ceasefire in Ostland", but "signed a ceasefire in Dunmar"."""
    return low[at - 2] in word_list("is_there") and not word_list("made_there") & set(low[max(0, at - 6) : at - 2])


def _goes_to_talk(low: list[str], at: int, length: int) -> bool:
    """ "Envoys flew to Dunmar on Monday for talks", "the talks moved to Dunmar"."""
    if low[at - 1] == "to" and word_list("moved") & set(low[max(0, at - 2) : at]):
        return True
    behind = low[at + length : at + length + 8]
    return "for" in behind and bool(word_list("of_a_venue") & set(behind[behind.index("for") :]))

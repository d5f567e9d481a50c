"""Where they meet now or next: a place near a meeting that is not told as past."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.fields.held_there import NEWS, goes_there, is_fresh, nearness
from briefreader.text.negotiation.fields.places import Places, may_be_place
from briefreader.text.negotiation.fields.where import is_where, only_holds_there, speaks_there
from briefreader.text.negotiation.names.shapes import dateline_words
from briefreader.text.negotiation.sentence.background import is_background
from briefreader.text.negotiation.sentence.plans import is_time_ahead
from briefreader.text.negotiation.sentence.reading import Line
from briefreader.text.negotiation.stage.weighing import place_weight

# How many words the name of one whom somebody meets may have: "will meet Ostland's President Jane Roe in".
MET = 8
# How far behind a meeting that is planned its place may stand.
PLANNED_REACH = 9
SECOND_PLACE = 0.75
# A place that only a sentence far down names beside talks is not where these are held.
LEAST = 0.16
DATELINE = 0.5
# Where they will meet counts for more than where they met.
PLANNED = 1.3
ON_THE_WAY = 0.7


def venues_in(lines: Sequence[Line], named: Collection[str], book: Codebook) -> tuple[str, ...]:
    """Give the places after "in" or "at" near talks, the weightiest first, at most two.

    ``named`` are the countries and bodies that the article names: an agency's dateline in the capital of one of them is only
    where the news was written.
    """
    weights: dict[str, float] = defaultdict(float)
    places = Places(lines, book)
    if places.here and _is_gathering(lines[:3]) and not any(_is_seat(places.here, name, book) for name in named):
        weights[places.here] += DATELINE
    for line in lines:
        for place, at in _places(line, book, places):
            ahead = any(is_time_ahead(line.words.low, near, book) for near in range(at, min(at + 5, len(line.words))))
            # Where they go may only be a stop on the way.
            stays = ON_THE_WAY if goes_there(line, at) else 1.0
            weights[place] += stays * place_weight(line.rank) * nearness(line, at) * (PLANNED if ahead else 1.0)
    top = max(weights.values(), default=0.0)
    if top < LEAST:
        return ()
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    chosen = [place for place, weight in ranked[:2] if weight >= SECOND_PLACE * top]
    # "In Ostland's Dunmar", "Ostland hosted them in Dunmar": the city says it all.
    cities = [place for place in chosen if place not in book.actors]
    return tuple(cities or chosen)


def _is_seat(city: str, side: str, book: Codebook) -> bool:
    """Whether a city is the seat by which a country or body is called."""
    return side in book.actors and city in book.actors[side].forms


def _is_gathering(lines: Sequence[Line]) -> bool:
    """Whether the lead tells of people who meet now, so that the dateline is where; who is "in talks" may be anywhere."""
    return any(
        event.meaning in word_list("gatherings")
        and event.status == "asserted"
        and not _is_in_talks(line.words.low, event.first)
        for line in lines
        if line.rank == 0 and word_list("weekdays") & set(line.words.low)
        for event in line.events
    )


def _is_in_talks(low: list[str], first: int) -> bool:
    """Whether an event is no more than "is in talks with"."""
    return "in" in low[first : first + 2] and "talks" in low[first : first + 3]


def _places(line: Line, book: Codebook, places: Places) -> Iterator[tuple[str, int]]:
    """The places of the line that are said to be where something happens, and not in the past."""
    low = line.words.low
    if places.here and "here" in low:
        yield places.here, low.index("here")
    if "capital" in low:
        yield from _capitals(line, book)
    at = dateline_words(line.words)
    while at < len(low):
        if not line.words.surface[at][0].isupper():
            at += 1
            continue
        found = places.at(line.words, at)
        told = found and is_where(line, at, found[1], book)
        place, length = found if found and told else _named_beside_talks(line, at, book)
        if place and (not _is_past(line, at) or is_fresh(line, at)):
            yield place, at
        at += length


def _named_beside_talks(line: Line, at: int, book: Codebook) -> tuple[str | None, int]:
    """The country that hosts, or the country or town, listed or not, in which people are said to meet; and its words."""
    low = line.words.low
    if "in" not in low[max(0, at - 2) : at] and word_list("hosting").isdisjoint(low[at + 1 : at + 5]):
        return None, 1
    for length in (3, 2, 1):
        place = _host(line, at, length, book) or _place_met_in(line, at, length, book)
        if place:
            return place, length
    return None, 1


def _is_past(line: Line, at: int) -> bool:
    """Whether the place is that of an earlier meeting: "following talks in Meru", "It followed a summit in Meru"."""
    low = line.words.low
    if word_list("follows") & set(low[1:3]):
        return True
    near = low[max(0, at - 6) : at]
    if "after" in near and "of" in near and word_list("spans") & set(near):
        # "Agreed after two days of talks in Meru".
        return line.rank >= NEWS
    first_of_all = near[-4:-1] == ["the", "first", "time"] or near[-3:] == ["the", "first", "time"]
    return (bool(word_list("before") & set(near)) and not first_of_all) or (
        is_background(line.words, at) and not _is_planned(line, at)
    )


def _is_planned(line: Line, at: int) -> bool:
    """Whether a meeting to come is told right before the place: "plans talks in Meru, the first since last year"."""
    return any(
        event.meaning == "plan_to_meet" and event.status == "asserted" and 0 < at - event.last <= PLANNED_REACH
        for event in line.events
    )


def _place_met_in(line: Line, at: int, length: int, book: Codebook) -> str | None:
    """The country or town, listed or not, in which people are said to meet: "talks in Estia", "met on Monday in Querrin"."""
    low, surface = line.words.low, line.words.surface
    before = at - 1
    while before and low[before] in word_list("before_a_country") | {"the"}:
        before -= 1
    if before < 1 or low[before] != "in" or speaks_there(low, before) or only_holds_there(low, before, surface[at], book):
        return None
    if not _tells_of_meeting(line, before - 1, book):
        return None
    run, following = surface[at : at + length], surface[at + length : at + length + 1]
    whole = all(word[0].isupper() for word in run) and not any(word[0].isupper() for word in following)
    if not whole or len(run) < length or line.words.possessive[at + length - 1]:
        return None
    name = " ".join(run)
    if name in book.actors:
        return name if book.actors[name].kind == "country" else None
    if _is_a_lands_initials(name, book):
        return name
    # Lands have an article or are written in initials, towns that nobody knows are not.
    known = (
        low[at - 1] == "the"
        or (name.isupper() and not line.words.is_shouting())
        or name in book.actor_phrases
        or set(low[at : at + length]) & (word_list("no_places") | book.lists["organisation_words"])
    )
    return name if not known and all(word.isalpha() and may_be_place(word.lower(), book) for word in run) else None


def _tells_of_meeting(line: Line, at: int, book: Codebook) -> bool:
    """Whether the word ends what is told of a meeting or of its time: "talks", "met", "on Monday", "will meet Jane Roe"."""
    start = at
    while start > max(0, at - MET) and _names_whom(line, start, book):
        start -= 1
    if start < at and any(event.first <= start <= event.last and event.meaning in word_list("meets") for event in line.events):
        return True
    if line.words.low[at] in word_list("takes_place") and line.events:
        return True
    if line.words.low[at] in word_list("weekdays") | word_list("spans_of_time") | word_list("clock"):
        return True
    if any(match.last == at and match.reading.name in {"talks", "meeting"} for match in line.matches):
        return True
    return any(event.last == at and event.meaning in word_list("meeting_kinds") for event in line.events)


def _is_a_lands_initials(name: str, book: Codebook) -> bool:
    return name.isupper() and any(name in actor.forms for actor in book.actors.values() if actor.kind == "country")


def _names_whom(line: Line, at: int, book: Codebook) -> bool:
    """Whether a word may belong to whom somebody meets: "with Ostland's foreign minister"."""
    low = line.words.low[at]
    if line.words.surface[at][0].isupper():
        return low not in word_list("weekdays")
    return low in word_list("whom_they_meet") | book.lists["officials"] | book.lists["role_nouns"]


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
            named = low[at + 1 : at + 2] and line.words.surface[min(at + 1 + (low[at + 1] == ","), len(low) - 1)][0].isupper()
            if city and not named:
                yield city, at - 2

"""Finding the codebook's words and phrases in a sentence: a walk through a token trie, linear in the sentence's length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefreader.text.negotiation.codebook import END, Codebook, Idiom, IdiomIndex, Reading, Trie, word_list
from briefreader.text.negotiation.sentence.words import Words

# "The agreed limit", "more than agreed": nobody agrees there.
_BEFORE_AN_AGREED_THING = frozenset({"a", "an", "the", "than", "as", "this", "that"})
_PREPOSITIONS = frozenset({"about", "at", "for", "in", "on", "over", "to", "with"})
_HAVE = frozenset({"have", "has", "had"})
STOPS = frozenset(".;:!?—–()")
"""Marks that part clauses."""


@dataclass(frozen=True, slots=True)
class Match:
    """A reading of the words ``first`` to ``last``. ``modifies`` says that it only qualifies the next noun."""

    first: int
    last: int
    reading: Reading
    modifies: bool = False


def walk(trie: Trie, words: list[str]) -> Iterator[tuple[int, int, list[Reading]]]:
    """Give, for each place, every phrase of the trie that begins there, the longest first."""
    size = len(words)
    for first in range(size):
        node = trie.get(words[first])
        last = first
        found: list[tuple[int, list[Reading]]] = []
        while isinstance(node, dict):
            readings = node.get(END)
            if isinstance(readings, list):
                found.append((last, readings))
            last += 1
            node = node.get(words[last]) if last < size else None
        for end, readings in reversed(found):
            yield first, end, readings


def find_readings(words: Words, book: Codebook) -> list[Match]:
    """Give the nouns and verbs of the codebook in the sentence: the longest at each place, without what an anti-term covers."""
    found: list[Match] = []
    masked = -1
    noun_until = -1
    verb_until: dict[int, int] = {}
    for first, last, readings in walk(book.phrases, words.low):
        if first <= masked:
            continue
        if readings[0].part == "anti" or any(reading.part == "anti" for reading in readings):
            masked = last
            found = [match for match in found if match.last < first]
            continue
        for reading in readings:
            if reading.part == "noun" and first > noun_until and _is_noun(words, first, last):
                found.append(Match(first, last, reading))
                noun_until = last
            elif reading.part == "verb" and _is_longest(words, first, last, verb_until) and _is_verb(words, first, reading):
                found.append(Match(first, last, reading))
    nouns = {match.first for match in found if match.reading.part == "noun"}
    found = [
        match
        for match in found
        if not (match.reading.form == "ing" and match.first in nouns and not _after_be(words, match.first))
    ]
    return _proposals(_heads(_tentative(found, words, book)), words)


def _after_be(words: Words, at: int) -> bool:
    return bool(at) and words.low[at - 1] in {"is", "are", "was", "were", "be", "been", "'re"}


def _is_longest(words: Words, first: int, last: int, verb_until: dict[int, int]) -> bool:
    """Whether no longer verb begins here whose particle makes it another verb: "break off" is no "break"."""
    longest = verb_until.setdefault(first, last)
    return longest == last or words.low[first + 1] not in word_list("particles")


def _is_noun(words: Words, first: int, last: int) -> bool:
    if words.low[last] == "settlement" and word_list("where_settlers_live") & set(words.low):
        return False
    if first == last and words.low[first] in word_list("also_verbs") and first:
        return words.low[first - 1] not in word_list("verb_before")
    if words.low[last] == "talks" and first:
        follows = words.low[last + 1] if last + 1 < len(words) else ""
        # "The author talks about rent" is no round of talks, "trade talks about rent" are.
        before = words.low[first - 1]
        is_kind = before in word_list("kinds_of_talks") or before.endswith(("ing", "ed"))
        about = follows in {"about", "like", "himself", "herself"} and not is_kind
        return before not in {"he", "she", "who", "it"} and not about
    return True


def _object_of(following: list[str]) -> list[str]:
    """What a verb is done to: the words before a preposition ("meet all the terms", but not "meet on debt")."""
    return following[: next((at for at, word in enumerate(following) if word in _PREPOSITIONS), len(following))]


def _is_verb(words: Words, first: int, reading: Reading) -> bool:
    following = words.low[first + 1 : first + 5]
    if reading.name == "meet" and word_list("met_things") & set(_object_of(following)):
        return False
    if words.low[first] in _HAVE and following and (following[0].endswith("ed") or following[0] in word_list("participles")):
        return False
    before = words.low[first - 1] if first else ""
    agreed_thing = words.low[first] == "agreed" and before in _BEFORE_AN_AGREED_THING
    # "Officials close to the talks" end nothing, "groups opposed to it" reject none; "U.S.-brokered" tells whose they are.
    is_adjective = words.low[first] in {"close", "opposed"} and following[:1] == ["to"]
    if agreed_thing or is_adjective or (before == "-" and reading.form in {"past", "participle", "ing"}):
        return False
    if reading.form in {"base", "s"}:
        listed = words.low[first] in word_list("also_verbs") and following[:1] in (["and"], [","])
        return not listed and before not in word_list("noun_before") and not (first and words.possessive[first - 1])
    if reading.form == "ing":
        return before not in {"the", "a", "an"}
    return True


def _tentative(found: list[Match], words: Words, book: Codebook) -> list[Match]:
    """A tentative, interim, preliminary agreement is a class of its own."""
    cues = book.lists["tentative"]
    return [
        Match(match.first, match.last, Reading("noun", "partial_deal", core=True))
        if match.reading.name in {"deal", "agreement", "contract", "treaty"}
        and any(word in cues for word in words.low[max(0, match.first - 3) : match.first])
        else match
        for match in found
    ]


def _proposals(found: list[Match], words: Words) -> list[Match]:
    """A plan for talks, a call for a truce, speaks of a negotiation by itself."""
    by_place = {match.first: match for match in found if match.reading.part == "noun"}

    def is_for_talks(match: Match) -> bool:
        if match.reading.name != "proposal" or words.low[match.last + 1 : match.last + 2] not in (["for"], ["of"]):
            return False
        following = (by_place.get(at) for at in range(match.last + 2, match.last + 5))
        content = next((noun for noun in following if noun), None)
        return content is not None and (content.reading.core or content.reading.name == "discussion")

    offer = Reading("noun", "offer", core=True)
    return [replace(match, reading=offer) if is_for_talks(match) else match for match in found]


def _heads(found: list[Match]) -> list[Match]:
    """Mark each noun that stands right before another as that one's modifier, and let the other inherit what it speaks of."""
    nouns = [match for match in found if match.reading.part == "noun"]
    heads: dict[Match, Match] = {}
    previous: Match | None = None
    for noun in nouns:
        head = noun
        if previous and previous.last + 1 == noun.first:
            name = noun.reading.name
            core = noun.reading.core or previous.reading.core
            if name == "proposal" and previous.reading.core:
                name = "bid" if previous.reading.name == "merger" else "offer"
            if name in {"deal", "agreement"} and previous.reading.name in {"truce", "merger", "coalition", "swap"}:
                name = previous.reading.name if previous.reading.name != "coalition" else name
            head = Match(noun.first, noun.last, Reading("noun", name, core=core))
            heads[previous] = Match(previous.first, previous.last, previous.reading, modifies=True)
        if head is not noun:
            heads[noun] = head
        previous = head
    return [heads.get(match, match) for match in found]


def find_idioms(words: Words, matches: list[Match], index: IdiomIndex) -> Iterator[tuple[Idiom, int, int, int]]:
    """Give each idiom in the sentence with the places of its first word, its last word and its head."""
    by_place: dict[int, list[Match]] = {}
    for match in matches:
        by_place.setdefault(match.first, []).append(match)
    days = _days_told(words)
    present = {*words.low, *(f"@{match.reading.name}" for match in matches)}
    by_word, by_class = index.by_word, index.by_class
    for first, word in enumerate(words.low):
        candidates = by_word.get(word)
        if first in by_place:
            candidates = [
                *(candidates or ()),
                *(one for match in by_place[first] for one in by_class.get(match.reading.name, ())),
            ]
        for idiom in candidates or ():
            if any(map(present.isdisjoint, idiom.needs)):
                continue
            head = [first]
            last = _match_from(idiom, 0, first, words, by_place, days=days, head=head)
            if last is not None:
                yield idiom, first, last, head[0]


def _days_told(words: Words) -> dict[int, int]:
    """Where it is told on which day, which no idiom counts: "agreed on Monday to merge". First word to the word behind."""
    days = {}
    for at, word in enumerate(words.low):
        if word in word_list("weekdays"):
            first = at
            while first and words.low[first - 1] in {"on", "late", "early"}:
                first -= 1
            days[first] = at + 1
    return days


def _match_from(
    idiom: Idiom,
    element: int,
    at: int,
    words: Words,
    by_place: dict[int, list[Match]],
    *,
    days: dict[int, int],
    head: list[int],
) -> int | None:
    """Match the idiom's elements from ``element`` on at word ``at``; give the last word's place. Gaps are short: bounded."""
    wanted = idiom.elements[element]
    if isinstance(wanted, int):
        for skipped in range(wanted + 1):
            if at + skipped >= len(words.low) or (skipped and words.low[at + skipped - 1] in STOPS):
                return None
            last = _match_from(idiom, element + 1, at + skipped, words, by_place, days=days, head=head)
            if last is not None:
                return last
        return None
    if at >= len(words.low):
        return None
    end = at if words.low[at] in wanted else None
    if end is None:
        for match in by_place.get(at, ()):
            if "@" + match.reading.name in wanted and not match.modifies:
                end = match.last
                break
    if end is None:
        behind = days.get(at) if element else None
        return _match_from(idiom, element, behind, words, by_place, days=days, head=head) if behind else None
    if element + 1 == len(idiom.elements):
        last_found: int | None = end
    else:
        last_found = _match_from(idiom, element + 1, end + 1, words, by_place, days=days, head=head)
    if last_found is not None and element == idiom.head:
        head[0] = at
    return last_found

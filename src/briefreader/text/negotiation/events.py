"""The events of a sentence: verb classes meeting noun classes, and idioms, each read through the grammar around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefreader.model import EventStatus
from briefreader.text.negotiation.codebook import Codebook, Reading
from briefreader.text.negotiation.grammar import Grammar, grammar_of
from briefreader.text.negotiation.matching import ADVERBS, STOPS, Match, find_idioms
from briefreader.text.negotiation.words import Words

RIGHT_REACH = 9
LEFT_REACH = 22
_BREAKS = frozenset("but while although though whereas because when if after before who which whose that unless".split())
_PREPOSITIONS = frozenset("on over about for of to toward towards in at aimed regarding concerning from between with by under".split())
_BE = frozenset("be is are was were been being get gets got has have had".split())


@dataclass(frozen=True, slots=True)
class Found:
    """An event in a sentence: what the words say (``kind``), what the grammar makes of it (``meaning``), and where its head stands.

    ``meaning`` is the kind that counts for the stage ("failed to reach a deal" is no agreement but a round without result), or
    ``None`` where nothing is left of it. ``strength`` is 1 for a plain statement and less for what is only possible.
    """

    kind: str
    meaning: str | None
    status: EventStatus
    strength: float
    head: int
    first: int
    last: int
    noun: Match | None
    core: bool
    rule: str


# What becomes of a kind of event when it is negated or has failed; a kind that is not here means nothing any more.
_NEGATED = {
    "agreement": "no_result", "partial_agreement": "no_result", "near_deal": "no_result", "prospect": "no_result",
    "progress": "no_result", "extension": "no_result", "strike_end": "no_result", "ratification": "no_result",
    "signature": "no_result",
    "ceasefire": "no_result",
    "concession": "no_result",
    "acceptance": "refusal", "willing": "refusal", "proposal": "no_meeting", "bid": "refusal", "appeal": "refusal",
    "meeting": "no_meeting", "return": "no_meeting", "plan_to_meet": "no_meeting", "implementation": "no_result",
}  # fmt: skip
# ... when somebody refuses it,
_REFUSED = dict.fromkeys(_NEGATED, "refusal") | {"no_result": "refusal", "round_end": "refusal"}
# ... when it is only hoped for, sought or possible (kind and how much of its weight is left),
_HYPOTHETICAL = {
    "signature": ("prospect", 1.0),
    "ceasefire": ("prospect", 1.0),
    "concession": ("prospect", 1.0),
    "agreement": ("prospect", 1.0), "acceptance": ("prospect", 0.6), "partial_agreement": ("prospect", 1.0),
    "near_deal": ("near_deal", 0.6), "progress": ("prospect", 0.4), "extension": ("prospect", 0.8), "implementation": ("prospect", 0.4),
    "ratification": ("prospect", 0.6), "meeting": ("willing", 0.7), "return": ("willing", 0.7), "plan_to_meet": ("plan_to_meet", 0.5),
    "proposal": ("proposal", 0.5), "bid": ("bid", 0.7), "appeal": ("appeal", 0.7), "willing": ("willing", 0.8),
    "mediation": ("mediation", 0.5), "strike_end": ("prospect", 0.5), "refusal": ("refusal", 0.4), "no_result": ("impasse", 0.3), "demand": ("demand", 0.6), "promise": ("promise", 0.6),
}  # fmt: skip
# ... when it is announced for later.
_FUTURE = {
    "meeting": ("plan_to_meet", 1.0), "return": ("plan_to_meet", 1.0), "plan_to_meet": ("plan_to_meet", 1.0),
    "signature": ("near_deal", 0.9),
    "ceasefire": ("near_deal", 0.9),
    "concession": ("near_deal", 0.9),
    "agreement": ("near_deal", 0.9), "acceptance": ("near_deal", 0.5), "partial_agreement": ("near_deal", 0.8),
    "implementation": ("agreement", 0.7), "ratification": ("agreement", 0.6), "extension": ("near_deal", 0.6),
    "strike_end": ("agreement", 0.9), "proposal": ("proposal", 0.6), "bid": ("bid", 0.8), "mediation": ("plan_to_meet", 0.6),
    "appeal": ("appeal", 0.7), "round_end": ("meeting", 0.6), "halt": ("halt", 0.7), "refusal": ("refusal", 0.8),
    "withdrawal": ("withdrawal", 0.8), "promise": ("promise", 1.0), "demand": ("demand", 1.0), "visit": ("visit", 1.0),
    "decline": ("decline", 1.0), "near_deal": ("near_deal", 1.0), "progress": ("prospect", 0.5), "prospect": ("prospect", 1.0),
}  # fmt: skip


def find_events(
    words: Words, matches: list[Match], book: Codebook, published_year: int | None = None, *, headline: bool = False
) -> list[Found]:
    """Give the events of the sentence in the order of their heads, one for each head."""
    best: dict[int, Found] = {}
    for event in _candidates(words, matches, book, published_year, headline):
        known = best.get(event.head)
        if known is None or _rank(event, book) > _rank(known, book):
            best[event.head] = event
    return _without_doubles([best[head] for head in sorted(best)])


def _rank(event: Found, book: Codebook) -> tuple[bool, float, int]:
    weight = book.events[event.meaning].weight if event.meaning else 0.0
    weight += 0.2 if event.kind in {"ceasefire", "concession"} else 0.0
    return (event.meaning is not None, weight * event.strength, event.last - event.first)


def _candidates(words: Words, matches: list[Match], book: Codebook, year: int | None, headline: bool) -> Iterator[Found]:
    for idiom, first, last, head in find_idioms(words, matches, book.idioms):
        inside = [match for match in matches if first <= match.first <= last and match.reading.part == "noun"]
        core = any(match.reading.core for match in matches) or idiom.event in _CORE_KINDS
        core = core or any(match.reading.name == "merge" for match in matches if first < match.first <= last)
        noun = inside[-1] if inside else None
        # What the idiom itself says of its negation is said; the grammar looks only before it.
        grammar = grammar_of(words, first if head == first else head, book, year, headline=headline)
        if head != first:
            grammar = replace(grammar, negated=False) if grammar_of(words, first, book, year).negated is False else grammar
        yield _read(idiom.event, grammar, head, first, last, noun, core, f"idiom “{idiom.source}”")
    verbs = [match for match in matches if match.reading.part == "verb"]
    nouns = [match for match in matches if match.reading.part == "noun" and not match.modifies]
    starts = {noun.first: noun for noun in nouns}
    ends = {noun.last: noun for noun in nouns}
    for verb in verbs:
        found = _frame_of(words, verb, starts, ends, book)
        if found:
            noun, event = found
            grammar = grammar_of(words, verb.first, book, year, headline=headline)
            if noun.last < verb.first and _is_denied(words, noun):
                grammar = replace(grammar, negated=True)
            if noun.first > verb.last and "no" in words.low[verb.last + 1 : noun.first]:
                grammar = replace(grammar, negated=not grammar.negated)
            adjective = _is_adjective(words, verb, noun)
            first, last = min(verb.first, noun.first), max(verb.last, noun.last)
            rule = f"{verb.reading.name} + {noun.reading.name}"
            yield _read(event, replace(grammar, past=True) if adjective else grammar, verb.first, first, last, noun, noun.reading.core, rule)
        elif verb.reading.name in _ALONE and _stands_alone(words, verb):
            grammar = grammar_of(words, verb.first, book, year, headline=headline)
            yield _read(_ALONE[verb.reading.name], grammar, verb.first, verb.first, verb.last, None, verb.reading.name == "negotiate", verb.reading.name)


# Kinds of event whose idioms speak of a negotiation even without a noun that does.
_CORE_KINDS = frozenset({"bid", "partial_agreement", "near_deal"})
# Verbs that are events without an object.
_ALONE = {"negotiate": "meeting", "discuss": "topic", "meet": "meeting"}


def _stands_alone(words: Words, verb: Match) -> bool:
    return verb.reading.form != "participle" or words.low[verb.first - 1] in _BE if verb.first else True


def _frame_of(
    words: Words, verb: Match, starts: dict[int, Match], ends: dict[int, Match], book: Codebook
) -> tuple[Match, str] | None:
    """Find the noun that the verb acts on and the event of the two, looking right first unless the verb is passive."""
    passive = verb.reading.form in {"past", "participle"} and _is_passive(words, verb)
    if not passive:
        for noun in _nouns_right(words, verb, starts):
            event = _event(book, verb.reading, noun.reading, ("right", "any"))
            if event:
                return noun, event
    may_be_object = verb.reading.form in {"past", "participle"}
    noun = _noun_left(words, verb, ends)
    if noun is None:
        return None
    # A verb with an object of its own does nothing to its subject but what only subjects do: "talks made the headlines".
    if not passive and _has_object(words, verb):
        sides: tuple[str, ...] = ("left",)
    elif passive:
        sides = ("right", "any", "left")
    else:
        sides = ("left", "any", "right") if may_be_object else ("left", "any")
    event = _event(book, verb.reading, noun.reading, sides)
    return (noun, event) if event else None


def _has_object(words: Words, verb: Match) -> bool:
    """Whether an object seems to follow the verb: a word that is no preposition, adverb, conjunction or mark."""
    at = verb.last + 1
    if at >= len(words):
        return False
    word = words.low[at]
    if not word[0].isalnum() or word.endswith("ly") or word in _NO_OBJECT or word in ADVERBS:
        return False
    return word not in _WHEN


_NO_OBJECT = _PREPOSITIONS | frozenset("and or but as that which who after before when while if since until without into onto to not for by up off amid despite because through during within than near so is are was were ; monday tuesday wednesday thursday friday saturday sunday".split())
_WHEN = frozenset("last this next early late days weeks hours months monday tuesday wednesday thursday friday saturday sunday".split())


def _event(book: Codebook, verb: Reading, noun: Reading, sides: tuple[str, ...]) -> str | None:
    for side in sides:
        found = book.frames.get((verb.name, f"{noun.name}:{side}"))
        if found:
            return found[1]
    return None


def _is_passive(words: Words, verb: Match) -> bool:
    at = verb.first - 1
    for _ in range(4):
        if at < 0:
            return False
        if words.low[at] in {"be", "is", "are", "was", "were", "been", "being", "gets", "got"}:
            return True
        if words.low[at] in {",", "and", "to", "has", "have", "had"}:
            return False
        at -= 1
    return False


def _nouns_right(words: Words, verb: Match, starts: dict[int, Match]) -> Iterator[Match]:
    given = 0
    for at in range(verb.last + 1, min(len(words), verb.last + 1 + RIGHT_REACH)):
        word = words.low[at]
        if word in STOPS or word in _BREAKS or word in {"to", "without"} or (word == "," and given) or (word in _OBJECT_ENDS and at > verb.last + 1 and not given):
            return
        if at in starts:
            given += 1
            yield starts[at]
            if given == 2:
                return


_OBJECT_ENDS = frozenset("in from under by as at about over against into through during amid".split())


def _noun_left(words: Words, verb: Match, ends: dict[int, Match]) -> Match | None:
    """The noun that is the subject: the nearest to the left, or the one that it depends on ("talks on a ceasefire")."""
    nearest: Match | None = None
    at = verb.first - 1
    lowest = max(-1, verb.first - 1 - LEFT_REACH)
    while at > lowest:
        word = words.low[at]
        if word in STOPS or (word in _BREAKS and word not in {"that", "which", "who"}):
            break
        noun = ends.get(at)
        if noun:
            if nearest is None:
                nearest = noun
            elif _depends(words, nearest, noun):
                nearest = noun
            at = noun.first
        at -= 1
    return nearest


def _depends(words: Words, inner: Match, outer: Match) -> bool:
    between = words.low[outer.last + 1 : inner.first]
    return bool(between) and "and" not in between[:1] and any(word in _PREPOSITIONS for word in between) and "," not in between


def _is_denied(words: Words, noun: Match) -> bool:
    """Whether the subject itself is denied: "no new talks are planned"."""
    return any(word in {"no", "neither", "few"} for word in words.low[max(0, noun.first - 3) : noun.first])


def _is_adjective(words: Words, verb: Match, noun: Match) -> bool:
    """Whether a participle only qualifies its noun: "the stalled talks", "a signed agreement"."""
    if verb.reading.form not in {"past", "participle", "ing"} or noun.first <= verb.last or noun.first > verb.last + 3:
        return False
    before = words.low[verb.first - 1] if verb.first else ""
    return before in _DETERMINERS or bool(verb.first and words.possessive[verb.first - 1])


_DETERMINERS = frozenset("the a an this that these those its their his her any on of for in into at newly recently long to revive".split())


def _read(
    kind: str, grammar: Grammar, head: int, first: int, last: int, noun: Match | None, core: bool, rule: str
) -> Found:
    """Let the grammar decide what the event means."""
    meaning: str | None = kind
    status: EventStatus = "asserted"
    strength = 1.0
    if grammar.refused:
        meaning = _REFUSED.get(kind)
    elif grammar.failed:
        meaning = _NEGATED.get(kind)
    elif grammar.negated:
        meaning, status = (_REFUSED if grammar.future else _NEGATED).get(kind), "negated"
    elif grammar.asked:
        meaning = "appeal" if kind in _NEGATED else None
    elif grammar.agreed:
        meaning = {"meeting": "plan_to_meet", "return": "plan_to_meet", "implementation": "agreement", "proposal": "agreement",
                   "halt": "halt", "mediation": "plan_to_meet", "ratification": "agreement"}.get(kind, kind)  # fmt: skip
    elif grammar.future:
        status = "hypothetical"
        meaning, strength = _FUTURE.get(kind, (None, 0.0))
    elif grammar.hypothetical:
        status = "hypothetical"
        meaning, strength = _HYPOTHETICAL.get(kind, (None, 0.0))
    if grammar.past:
        status = "past"
    return Found(kind, meaning, status, strength, head, first, last, noun, core, rule)


def _without_doubles(events: list[Found]) -> list[Found]:
    """Two readings of the same noun with the same meaning are one event; a mere mention is none where something happens."""
    kept: list[Found] = []
    if any(event.meaning and event.meaning != "topic" for event in events):
        events = [event for event in events if event.kind != "topic"]
    for event in events:
        same = [other for other in events if other is not event and event.noun and other.noun == event.noun and other.meaning]
        if any(event.meaning == other.meaning for other in same if other in kept):
            continue
        if event.rule.startswith("idiom") and event.kind == "partial_agreement" and same:
            continue
        kept.append(event)
    return kept

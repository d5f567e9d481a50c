"""The events of a sentence: verb classes meeting noun classes, and idioms, each read through the grammar around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from briefreader.model import EventStatus
from briefreader.text.negotiation.codebook import Codebook, Idiom, word_list
from briefreader.text.negotiation.sentence.background import YEAR
from briefreader.text.negotiation.sentence.frames import frame_of, is_adjective, is_denied, is_in_relative
from briefreader.text.negotiation.sentence.grammar import Grammar, grammar_of
from briefreader.text.negotiation.sentence.matching import Match, find_idioms
from briefreader.text.negotiation.sentence.words import CLAUSE_STOPS, Words

# Verbs that are events without an object.
_ALONE = {"negotiate": "meeting", "discuss": "topic", "meet": "meeting"}
# Kinds of event whose idioms speak of a negotiation even without a noun that does.
_CORE_KINDS = frozenset({"bid", "takeover", "partial_agreement", "near_deal"})
# Weak nouns that tell how the talks of their sentence go.
_TELL_OF_TALKS = frozenset({"progress", "impasse"})
# Of two readings at one head these win over others of like weight: they say more.
_SAYS_MORE = frozenset({"ceasefire", "concession"})


@dataclass(frozen=True, slots=True)
class Found:
    """An event in a sentence: what the words say, what grammar makes of it, and where it stands.

    ``kind`` is what the words say. ``meaning`` is the kind that counts for the stage ("failed to reach a deal" is no agreement
    but a round without result), or ``None`` where nothing is left of it. ``strength`` is 1 for a plain statement and less for
    what is only possible. ``core`` says that the words speak of a negotiation by themselves; ``rule`` is the codebook's line;
    ``after`` says that the sentence tells it as what went before, ``announced`` that it is to happen and has not yet.
    """

    kind: str
    head: int
    first: int
    last: int
    noun: Match | None
    core: bool
    rule: str
    meaning: str | None = None
    status: EventStatus = "asserted"
    strength: float = 1.0
    after: bool = False
    announced: bool = False


def find_events(
    words: Words, matches: list[Match], book: Codebook, published_year: int | None = None, *, headline: bool = False
) -> list[Found]:
    """Give the events of the sentence in the order of their heads, one for each head."""

    def grammar_at(head: int) -> Grammar:
        return grammar_of(words, head, book, published_year, headline=headline)

    best: dict[int, Found] = {}
    for found, grammar in (
        *_by_idiom(words, matches, book, grammar_at),
        *_by_verb(words, matches, book, grammar_at, headline=headline),
    ):
        event = _understood(found, grammar, book)
        if event.meaning in word_list("sessions") and _is_its_own_session(words, event):
            event = replace(event, meaning=None)
        known = best.get(event.head)
        if known is None or _rank(event, book) > _rank(known, book):
            best[event.head] = event
    return _news_of(_without_doubles([best[head] for head in sorted(best)]), book)


def _news_of(events: list[Found], book: Codebook) -> list[Found]:
    """A step after which something else happened is the news, mere talks are none: "shares fell after it rejected a bid"."""
    steps = [event for event in events if event.after and event.meaning not in _TALKS]
    others = [event for event in events if event.status != "past" and event.meaning and book.events[event.meaning].stage]
    if any(all(other.last < step.first or other.first > step.last for step in steps) for other in others):
        return events
    return [replace(event, status="asserted") if event in steps else event for event in events]


_TALKS = frozenset({"topic", "meeting", None})


GrammarAt = Callable[[int], Grammar]


def _rank(event: Found, book: Codebook) -> tuple[bool, float, int]:
    weight = book.events[event.meaning].weight if event.meaning else 0.0
    weight += 0.2 if event.kind in _SAYS_MORE else 0.0
    return (event.meaning is not None, weight * event.strength, event.last - event.first)


def _by_idiom(words: Words, matches: list[Match], book: Codebook, grammar_at: GrammarAt) -> Iterator[tuple[Found, Grammar]]:
    sentence_core = any(match.reading.core for match in matches)
    for idiom, first, last, head in find_idioms(words, matches, book.idioms):
        inside = [match for match in matches if first <= match.first <= last]
        nouns = [match for match in inside if match.reading.part == "noun"]
        merging = any(match.reading.name == "merge" for match in inside)
        found = Found(
            kind=idiom.event,
            head=head,
            first=first,
            last=last,
            noun=nouns[-1] if nouns else None,
            core=idiom.core or sentence_core or merging or idiom.event in _CORE_KINDS,
            rule=f"idiom “{idiom.source}” ({idiom.line})",
            strength=idiom.weight,
        )
        grammar = grammar_at(head)
        if head != first and _says_no(idiom, book) and not grammar_at(first).negated:
            # The "no" is the idiom's own word, and what the idiom says of it is said.
            grammar = replace(grammar, negated=False)
        yield found, grammar


def _is_its_own_session(words: Words, event: Found) -> bool:
    """Whether a board or a parliament meets by itself: "the board will meet on Friday", but not "met with the union"."""
    meets = next((at for at in (event.head, event.last) if words.low[at] in {"meet", "meets", "met"}), None)
    if meets is None or "with" in words.low[meets + 1 : meets + 1 + WITH_WHOM]:
        return False
    start = max((at for at in range(meets) if words.low[at] in CLAUSE_STOPS), default=-1)
    subject = words.low[max(start + 1, meets - SUBJECT_REACH) : meets]
    return "and" not in subject and not word_list("meets_by_itself").isdisjoint(subject)


WITH_WHOM, SUBJECT_REACH = 5, 12


def _says_no(idiom: Idiom, book: Codebook) -> bool:
    return any(not isinstance(words, int) and words & book.grammar["negation"] for words in idiom.elements)


def _by_verb(
    words: Words, matches: list[Match], book: Codebook, grammar_at: GrammarAt, *, headline: bool
) -> Iterator[tuple[Found, Grammar]]:
    nouns = [match for match in matches if match.reading.part == "noun" and not match.modifies]
    sentence_core = any(match.reading.core for match in matches)
    starts = {noun.first: noun for noun in nouns}
    ends = {noun.last: noun for noun in nouns}
    for verb in matches:
        if verb.reading.part != "verb":
            continue
        framed = frame_of(words, verb, starts, ends, book)
        if framed and not _lacks_something(words, verb, framed[0]):
            noun, frame = framed
            kind = "no_result" if _fails_to(words, verb) and frame.event == "breakdown" else frame.event
            grammar = grammar_at(verb.first)
            if noun.last < verb.first and is_denied(words, noun):
                grammar = replace(grammar, negated=True)
            if noun.first > verb.last and _is_hardly_any(words.low[verb.last : noun.first]):
                grammar = replace(grammar, negated=not grammar.negated)
            if (
                is_adjective(words, verb, noun)
                or is_in_relative(words, verb, noun, headline=headline)
                or _is_an_old_deal(words, noun, kind)
            ):
                grammar = replace(grammar, past=True)
            if _is_still_to_come(words, verb, kind):
                grammar = replace(grammar, future=True)
            if kind in word_list("ways_to_a_deal") and "any" in words.low[max(0, noun.first - 3) : noun.first]:
                # "Would put any deal reached to a vote": there is none yet.
                grammar = replace(grammar, hypothetical=True)
            first, last = min(verb.first, noun.first), max(verb.last, noun.last)
            rule = f"{verb.reading.name} + {noun.reading.name} ({frame.line})"
            core = noun.reading.core or (sentence_core and noun.reading.name in _TELL_OF_TALKS)
            yield Found(kind, verb.first, first, last, noun, core, rule, strength=frame.weight), grammar
        elif verb.reading.name in _ALONE and _stands_alone(words, verb):
            name = verb.reading.name
            grammar = grammar_at(verb.first)
            if _is_still_to_come(words, verb, _ALONE[name]):
                grammar = replace(grammar, future=True)
            yield Found(_ALONE[name], verb.first, verb.first, verb.last, None, name == "negotiate", name), grammar


def _is_hardly_any(before_noun: list[str]) -> bool:
    """Whether what stands before the object says that there is none: "made no headway", "saw little chance of progress"."""
    return any(word in word_list("denying") and before != "a" for before, word in pairwise(before_noun))


def _fails_to(words: Words, verb: Match) -> bool:
    """Whether what fails is something to be done: "the talks failed to head off the tariffs" brought no result, no more."""
    return words.low[verb.first].startswith("fail") and words.low[verb.last + 1 : verb.last + 2] == ["to"]


def _lacks_something(words: Words, verb: Match, noun: Match) -> bool:
    """Whether a deal only lacks something: "the pact fails to name a date"."""
    return _fails_to(words, verb) and noun.reading.name in {"deal", "agreement", "treaty", "contract"}


def _is_still_to_come(words: Words, verb: Match, kind: str) -> bool:
    """Whether the present tense tells what is not yet: "expires on Friday", "begin next month", "are hammering out a deal"."""
    if verb.reading.form == "ing":
        working_on_it = kind in word_list("ways_to_a_deal") and verb.first and words.low[verb.first - 1] in word_list("am")
        dated = verb.reading.name in {"begin", "resume"} and words.low[verb.last + 1 : verb.last + 2] != []
        soon = dated and words.low[verb.last + 1] in word_list("soon")
        return bool(working_on_it) or soon or verb.reading.name == "expire"
    if verb.reading.form not in {"base", "s"}:
        return False
    after = words.low[verb.last + 1 : verb.last + 1 + SOON]
    begins = verb.reading.name in {"begin", "resume"} and after[:1] == ["on"] and after[1] in word_list("weekdays")
    return verb.reading.name == "expire" or begins or "tomorrow" in after or any(pair in _COMING for pair in pairwise(after))


SOON = 14
_COMING = frozenset(
    ("next", unit) for unit in ("week", "month", "year", "monday", "tuesday", "wednesday", "thursday", "friday")
)


def _is_an_old_deal(words: Words, noun: Match, kind: str) -> bool:
    """Whether it is told again how a deal of some year came about: "struck the 2015 nuclear deal"."""
    return kind in word_list("ways_to_a_deal") and any(map(YEAR.fullmatch, words.low[max(0, noun.first - 4) : noun.first]))


def _stands_alone(words: Words, verb: Match) -> bool:
    """A participle needs its auxiliary: "have negotiated", not "a negotiated peace"."""
    return verb.reading.form != "participle" or verb.first == 0 or words.low[verb.first - 1] in word_list("be")


def _understood(found: Found, grammar: Grammar, book: Codebook) -> Found:
    """Let the grammar decide what the event means (data/meanings.tsv)."""
    meanings = book.meanings[found.kind]
    meaning: str | None = found.kind
    status: EventStatus = "asserted"
    share, announced = 1.0, False
    if grammar.refused:
        meaning = meanings.refused
    elif grammar.failed:
        meaning = meanings.negated
    elif grammar.negated:
        # "The union will not sign" refuses; "the deal will not be signed" names nobody who does.
        by_a_side = found.noun is None or found.noun.last > found.head
        meaning, status = meanings.refused if grammar.future and by_a_side else meanings.negated, "negated"
    elif grammar.asked:
        # Who urges others to refuse refuses too.
        meaning = "refusal" if found.kind == "refusal" else "appeal" if meanings.negated else None
    elif grammar.offered:
        meaning = "proposal" if meanings.negated else None
    elif grammar.agreed:
        meaning = meanings.agreed
    elif grammar.future or (grammar.foretold and found.kind in word_list("foretold")):
        (meaning, share), status = meanings.future, "hypothetical"
        announced = grammar.foretold or not grammar.hypothetical
    elif grammar.hypothetical:
        (meaning, share), status, announced = meanings.possible, "hypothetical", grammar.foretold
    if grammar.past or grammar.after:
        status = "past"
    strength = found.strength * share
    return replace(found, meaning=meaning, status=status, strength=strength, after=grammar.after, announced=announced)


def _without_doubles(events: list[Found]) -> list[Found]:
    """Two readings of the same noun with the same meaning are one event; a mere mention is none where something happens."""
    kept: list[Found] = []
    if any(event.meaning and event.kind != "topic" for event in events):
        events = [event for event in events if event.kind != "topic"]
    denials = [event for event in events if event.meaning == "denial"]
    events = [event for event in events if not any(_is_denied_in(event, denial) for denial in denials)]
    for event in events:
        same = [other for other in events if other is not event and event.noun and other.noun == event.noun and other.meaning]
        if any(event.meaning == other.meaning and _says_it_better(other, event) for other in same):
            continue
        if event.kind == "partial_agreement" and event.strength <= NAMED and any(_tells(other, event) for other in events):
            continue
        if event.strength <= NAMED and any((event.kind, other.meaning) in _TAKEN_UP for other in same):
            continue
        if event.kind == "impasse" and any(other.kind == "progress" and other.meaning in _DEALT_WITH for other in same):
            continue
        kept.append(event)
    return kept


# What is only named where something becomes of it: "began a new round of talks", "to resolve an impasse over pay".
_TAKEN_UP = frozenset({("plan_to_meet", "meeting"), ("plan_to_meet", "return")})
_DEALT_WITH = frozenset({"progress", "prospect", "proposal"})


def _says_it_better(other: Found, event: Found) -> bool:
    """Which of two readings of one noun stays: the one that says it more plainly, or the first."""
    return (other.status != "past", other.strength, -other.head) > (event.status != "past", event.strength, -event.head)


def _is_denied_in(event: Found, denial: Found) -> bool:
    """Whether an event is what a denial denies: "laughed off claims that they had agreed on a ceasefire"."""
    if event.meaning == "denial" or event.first < denial.first:
        return False
    return event.head <= denial.last or (event.noun is not None and event.noun == denial.noun)


NAMED = 0.6
"""How much it says that a tentative deal or a round is named: no more, where the sentence tells what became of it."""


def _tells(other: Found, named: Found) -> bool:
    only_named = other.kind == "partial_agreement" and other.strength <= NAMED
    if other is named or only_named or other.meaning in {None, "topic"}:
        return False
    # An idiom without a noun ("out of the question") speaks of what the sentence is about.
    return other.noun in {None, named.noun} or other.first <= named.head <= other.last

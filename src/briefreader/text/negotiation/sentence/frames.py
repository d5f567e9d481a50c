"""A verb and the noun that it acts on: "rejected the offer", "talks resumed", "an agreement was reached".

There is no parser here: the noun is looked for in a window to the right of an active verb and to the left of a passive or an
intransitive one, within the clause. What the two make is in data/frames.tsv.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.text.negotiation.codebook import Codebook, Framed, Reading, word_list
from briefreader.text.negotiation.sentence.matching import STOPS, Match
from briefreader.text.negotiation.sentence.words import Words

RIGHT_REACH = 9
LEFT_REACH = 22


def frame_of(
    words: Words, verb: Match, starts: dict[int, Match], ends: dict[int, Match], book: Codebook
) -> tuple[Match, Framed] | None:
    """Find the noun that the verb acts on and the event of the two, looking right first unless the verb is passive."""
    passive = verb.reading.form in {"past", "participle"} and (_is_passive(words, verb) or _has_agent(words, verb))
    if not passive:
        for noun in _nouns_right(words, verb, starts):
            event = _event(book, verb.reading, noun.reading, ("right", "any"))
            if event:
                return noun, event
    subject = _noun_left(words, verb, ends)
    if subject is None:
        return None
    # In a headline a meeting may be agreed; one that "has agreed" agrees itself.
    agrees = subject.reading.name == "meeting" and words.low[max(0, verb.first - 1)] in {"has", "have", "had"}
    may_be_object = verb.reading.form in {"past", "participle"} and not agrees
    # A verb with an object of its own does nothing to its subject but what only subjects do: "talks made the headlines".
    if not passive and _has_object(words, verb):
        sides: tuple[str, ...] = ("left",)
    elif passive:
        sides = ("right", "any", "left")
    else:
        sides = ("left", "any", "right") if may_be_object else ("left", "any")
    event = _event(book, verb.reading, subject.reading, sides)
    return (subject, event) if event else None


def _has_object(words: Words, verb: Match) -> bool:
    """Whether an object seems to follow the verb: a word that is no preposition, adverb, conjunction or mark."""
    at = verb.last + 1
    if at >= len(words):
        return False
    word = words.low[at]
    if not word[0].isalnum() or word.endswith("ly") or word in word_list("no_object"):
        return False
    return word not in word_list("when")


def _event(book: Codebook, verb: Reading, noun: Reading, sides: tuple[str, ...]) -> Framed | None:
    for side in sides:
        found = book.frames.get((verb.name, f"{noun.name}:{side}"))
        if found:
            return found
    return None


def _has_agent(words: Words, verb: Match) -> bool:
    """A headline's passive: "terminal closed by strike"."""
    return words.low[verb.last + 1 : verb.last + 2] == ["by"]


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
        if (
            word in STOPS
            or word in word_list("breaks")
            or word in {"to", "without"}
            # A finite verb begins a clause of its own: "announced it will hold no meetings".
            or word in word_list("finite")
            or (word == "," and given)
            or (word in word_list("object_ends") and not given)
            or (given and word in word_list("prepositions") and word != "of")
            or (not given and word in word_list("after_an_object") and _is_an_object(words, verb.last + 1, at))
        ):
            return
        if at in starts:
            given += 1
            yield starts[at]
            if given == 2:
                return


def _is_an_object(words: Words, first: int, end: int) -> bool:
    """Whether the verb has an object of its own before a preposition: "dismissed a report on a deal"."""
    return end > first + 1 and words.low[end - 1] not in word_list("when") and not words.low[end - 1].endswith("ly")


def _noun_left(words: Words, verb: Match, ends: dict[int, Match]) -> Match | None:
    """The noun that is the subject: the nearest to the left, or the one that it depends on ("talks on a ceasefire")."""
    nearest: Match | None = None
    at = _before_an_aside(words, verb.first - 1)
    lowest = max(-1, verb.first - 1 - LEFT_REACH)
    while at > lowest:
        word = words.low[at]
        if word == "," and nearest is None and (words.low[at + 1] == "and" or _has_a_verb_of_its_own(words, at, verb)):
            break
        if word in STOPS or (word in word_list("breaks") and word not in {"that", "which", "who"}):
            break
        noun = ends.get(at)
        if noun:
            if nearest is None or _depends(words, nearest, noun):
                nearest = noun
            at = noun.first
        at -= 1
    return nearest


def _before_an_aside(words: Words, at: int) -> int:
    """Where the subject ends: before an aside between two commas ("Talks on rent, after a year of accords, …")."""
    if at < 0 or words.low[at] != ",":
        return at
    opening = next((comma for comma in range(at - 1, max(at - LEFT_REACH, -1), -1) if words.low[comma] == ","), None)
    aside = opening is not None and words.low[opening + 1] in word_list("opens_an_aside")
    return opening - 1 if opening is not None and aside else at


def _has_a_verb_of_its_own(words: Words, comma: int, verb: Match) -> bool:
    """Whether what stands before a comma is a clause by itself: "Though the deal was praised, the states have failed …"."""
    auxiliaries = word_list("be") | {"has", "have", "had"}
    just_before = words.low[max(comma, verb.first - 3) : verb.first]
    return bool(auxiliaries & set(words.low[:comma])) and bool(auxiliaries & set(just_before))


def _depends(words: Words, inner: Match, outer: Match) -> bool:
    between = words.low[outer.last + 1 : inner.first]
    return (
        bool(between)
        and "and" not in between[:1]
        and any(word in word_list("prepositions") for word in between)
        and "," not in between
    )


def is_denied(words: Words, noun: Match) -> bool:
    """Whether the subject itself is denied: "no new talks are planned"."""
    return any(word in {"no", "neither", "few"} for word in words.low[max(0, noun.first - 3) : noun.first])


def is_in_relative(words: Words, verb: Match, noun: Match, *, headline: bool = False) -> bool:
    """Whether the verb only says which noun is meant: "the accord (that) it signed in January", "the truce that began"."""
    if verb.reading.form not in {"past", "participle"}:
        return False
    between = words.low[noun.last + 1 : verb.first]
    passive = verb.reading.name not in word_list("never_passive")
    if passive and not between and not headline and _tells_which(words.low[verb.last + 1 : verb.last + 9]):
        return not word_list("articles").isdisjoint(words.low[max(0, noun.first - 4) : noun.first])
    if between == ["that"]:
        return "the" in words.low[max(0, noun.first - 2) : noun.first]
    if between[:1] in (["that"], ["which"]) and between[1:] and set(between[1:]) <= word_list("relative_verbs"):
        return True
    subject = between[1:] if between[:1] in (["that"], ["which"]) else between
    return bool(subject) and subject[0] in word_list("relative_subjects") and set(subject[1:]) <= word_list("relative_helpers")


def _tells_which(after: list[str]) -> bool:
    """Whether a participle only says which deal is meant, of no named day: "a truce brokered by the envoy"."""
    if after[:1] == ["by"]:
        return True
    dated = after[:1] in (["in"], ["on"]) and after[1:2] != [] and after[1] in word_list("months")
    return (dated or after[:1] in (["with"], ["between"])) and word_list("news_days").isdisjoint(after)


def is_adjective(words: Words, verb: Match, noun: Match) -> bool:
    """Whether a participle only qualifies its noun: "the stalled talks", "a signed agreement"."""
    if verb.reading.form not in {"past", "participle", "ing"} or noun.first <= verb.last or noun.first > verb.last + 3:
        return False
    if word_list("articles") & set(words.low[verb.last + 1 : noun.first]):
        return False
    # "A regularly scheduled meeting".
    at = verb.first - 1 - words.low[max(0, verb.first - 1)].endswith("ly")
    before = words.low[at] if at >= 0 else ""
    qualified = word_list("determiners") | word_list("taking_up_again")
    return before in qualified or bool(verb.first and words.possessive[verb.first - 1])

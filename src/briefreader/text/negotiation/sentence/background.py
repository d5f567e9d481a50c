"""What the words around an event put into the past: "last year", "in 2015", "the general, who broke the truce, …"."""

from __future__ import annotations

import re
from itertools import pairwise

from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.sentence.words import CLAUSE_STOPS, Words

REACH = 9
YEAR = re.compile(r"(?:1\d|20)\d\d")


def _follows(words: Words, head: int, phrase: list[str]) -> bool:
    """Whether a phrase stands in the words before the head."""
    before = words.low[max(0, head - REACH) : head]
    return any(before[at : at + len(phrase)] == phrase for at in range(len(before)))


def _is_a_date(words: Words, year: int) -> bool:
    """Whether a year belongs to a date: "in 2015", "July 2015", "on July 14, 2015"."""
    if words.low[year - 1] == "," and year > 1:
        return words.low[year - 2].isdigit()
    return words.low[year - 1] in word_list("before_year")


def _is_said_aside(words: Words, head: int) -> bool:
    """Whether it only says who somebody is: "the general, who broke the truce, said …"."""
    before = words.low[max(0, head - 4) : head]
    for who in word_list("aside"):
        if who in before:
            at = head - len(before) + before.index(who)
            return words.low[at - 1] == "," and "," in words.low[head:]
    return False


def _is_named_in_passing(words: Words, head: int) -> bool:
    """Whether an event told as a noun, or as what one has done, is only the background: "despite its exit from the pact"."""
    before = words.low[max(0, head - 5) : head]
    if before[-1:] == ["having"] or (before[-1:] == ["despite"] and words.low[head].endswith("ing")):
        return True
    return words.low[head] in word_list("told_as_nouns") and not word_list("passing").isdisjoint(before)


def _is_a_span(words: Words, at: int) -> bool:
    """Whether years are told as a span that ends today: "after four decades of war they agreed"."""
    return words.low[at] == "decades" and bool({"after", "for", "in", "over"} & set(words.low[max(0, at - 3) : at]))


def is_after(words: Words, head: int) -> bool:
    """Whether it is told as what went before: "after rejecting the offer", "following the breakdown of talks"."""
    behind_an_article = words.low[max(0, head - 2)] in word_list("articles")
    reach = 5 if words.low[head] in word_list("told_as_nouns") else 3 if behind_an_article else 2
    return not word_list("after").isdisjoint(words.low[max(0, head - reach) : head])


def is_past(words: Words, head: int, published_year: int | None) -> bool:
    """Whether a marker of the past stands near: "last year", "in 2015", "earlier", "had"."""
    if (
        words.low[0] == "early"
        # "Last week, the exchange rejected …": told again for what came of it.
        or (words.low[0] == "last" and words.low[1] in word_list("spans"))
        # "An earlier version of this report said …": what it said is taken back.
        or (word_list("taken_back") & set(words.low[:5]) and word_list("earlier") & set(words.low[:3]))
        or _follows(words, head, ["now", "that"])
        or _is_said_aside(words, head)
        or _is_named_in_passing(words, head)
    ):
        return True
    for at in range(max(0, head - 10), min(len(words), head + 14)):
        word = words.low[at]
        if at > head and word in CLAUSE_STOPS:
            break
        if word not in word_list("past_words") and word != "last" and not word.isdigit():
            continue
        if _is_of_the_past(words, at, head, published_year) and not _turns_to_today(words, at, head):
            return True
    return False


def is_background(words: Words, at: int) -> bool:
    """Whether what stands there is past, or told as what went before."""
    return is_past(words, at, None) or is_after(words, at)


def _is_of_the_past(words: Words, at: int, head: int, published_year: int | None) -> bool:
    """Whether a word near the event marks the past: "earlier", "last year", "in 2015"."""
    word = words.low[at]
    if word in word_list("past_words") and at != head and not _is_a_span(words, at):
        # "Completed its previously announced purchase": the announcement is past, not the purchase.
        return at < head or not words.low[at + 1 : at + 2] or not words.low[at + 1].endswith("ed")
    if word == "last" and at + 1 < len(words) and words.low[at + 1] in word_list("long_ago"):
        return True
    return bool(YEAR.fullmatch(word) and at and published_year and int(word) < published_year and _is_a_date(words, at))


def _turns_to_today(words: Words, at: int, head: int) -> bool:
    """Whether a verb in the present follows a marker of the past: "bought a tenth last December and is in talks"."""
    return any(
        joint in {"and", "but"} and verb in {"is", "are", "remains"} for joint, verb in pairwise(words.low[at + 1 : head])
    )

"""What the grammar around an event's head makes of it: negated, only possible, past, or said by somebody.

The same rules for every class of event; the cue words are in data/grammar.tsv. After PLOVER's flags (historical, future,
hypothetical, negated).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.words import Words

CLAUSE_STOPS = frozenset(".;:!?—–")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Grammar:
    """How an event is told. ``asked`` and ``agreed`` say that it is the content of an appeal or of a promise."""

    negated: bool = False
    failed: bool = False
    refused: bool = False
    hypothetical: bool = False
    future: bool = False
    asked: bool = False
    agreed: bool = False
    past: bool = False


def grammar_of(
    words: Words, head: int, book: Codebook, published_year: int | None = None, *, headline: bool = False
) -> Grammar:
    """Read the words before the event's head, within its clause, and give what they make of it."""
    cues = book.grammar
    negated = failed = refused = hypothetical = future = asked = agreed = past = False
    infinitive = False
    seen_content = 0
    at = head - 1
    while at >= 0 and head - at <= 9:
        word = words.low[at]
        if (
            word in CLAUSE_STOPS
            or (word == "," and head - at > 1)
            or (word in cues["boundary"] and word not in word_list("conditions"))
        ):
            break
        if word == "to":
            infinitive = infinitive or seen_content <= 1
            if seen_content <= 1 and at and words.low[at - 1] in cues["be"]:
                future = True
        elif word in cues["refusal"] and (infinitive or head - at <= 3):
            refused = True
            break
        elif word in cues["failure"] and (infinitive or head - at <= 3):
            failed = True
            break
        elif word in word_list("affirming") and infinitive:
            infinitive = False
        elif word in word_list("asking") and infinitive:
            asked = True
            break
        elif word in word_list("agreeing") and infinitive:
            agreed = True
            break
        elif (word in cues["negation"] or _phrase_before(words, at, cues["negation"])) and seen_content <= 2:
            negated = not negated
        elif word in word_list("conditions"):
            hypothetical = True
            break
        elif word in cues["future"] and (infinitive or seen_content <= 1):
            future = True
        elif word in cues["hypothetical"] and (infinitive or seen_content <= 2):
            hypothetical = True
        elif word == "had" and seen_content <= 1:
            # "The envoys said they had agreed" tells today's news.
            past = not cues["say"] & set(words.low[:at])
        elif word not in word_list("skipped"):
            seen_content += 1
        at -= 1
    if infinitive and not (refused or failed or asked or agreed or future or hypothetical):
        # "Ministers to meet in May": in a headline a bare infinitive is the future.
        future, hypothetical = headline, not headline
    return Grammar(
        negated, failed, refused, hypothetical, future, asked, agreed, past or is_background(words, head, book, published_year)
    )


def _phrase_before(words: Words, at: int, cues: frozenset[str]) -> bool:
    """Whether a cue of two or three words ends here: "short of", "no sign of"."""
    return " ".join(words.low[max(0, at - 1) : at + 1]) in cues or " ".join(words.low[max(0, at - 2) : at + 1]) in cues


def is_background(words: Words, head: int, book: Codebook, published_year: int | None) -> bool:
    """Whether a marker of the past stands near: "last year", "in 2015", "earlier", "had"."""
    if (
        words.low[0] == "early"
        or words.low[max(0, head - 2)] in word_list("after")
        or words.low[max(0, head - 1)] in word_list("after")
    ):
        return True
    last = min(len(words), head + 14)
    for at in range(max(0, head - 10), last):
        word = words.low[at]
        if at > head and word in CLAUSE_STOPS:
            break
        if word in word_list("past_words") and at != head:
            return True
        if word == "last" and at + 1 < len(words) and words.low[at + 1] in word_list("long_ago"):
            return True
        if (
            _YEAR.fullmatch(word)
            and at
            and words.low[at - 1] in word_list("before_year")
            and published_year
            and int(word) < published_year
        ):
            return True
    return False

"""What the grammar around an event's head makes of it: negated, only possible, past, or said by somebody.

The same rules for every class of event; the cue words are in data/grammar.tsv. After PLOVER's flags (historical, future,
hypothetical, negated).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefreader.text.negotiation.codebook import Codebook
from briefreader.text.negotiation.words import Words

REACH = 6
_CLAUSE_STOPS = frozenset(".;:!?—–")
_SKIPPED = frozenset("to be been being have also still yet soon now finally again formally immediately publicly directly even so".split())
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


_ASKING = frozenset("urge urges urged urging call calls called calling ask asks asked asking press pressed invite invited appeal appealed".split())
_AGREEING = frozenset("agree agrees agreed agreeing pledged pledge vowed decided decide decides promised consented".split())
_AFFIRMING = frozenset("continue continues continued continuing began begins begin started starts managed manages proceeded helped led".split())


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
        if word in _CLAUSE_STOPS or (word == "," and head - at > 1) or (word in cues["boundary"] and word not in _CONDITIONS):
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
        elif word in _AFFIRMING and infinitive:
            infinitive = False
        elif word in _ASKING and infinitive:
            asked = True
            break
        elif word in _AGREEING and infinitive:
            agreed = True
            break
        elif (word in cues["negation"] or _phrase_before(words, at, cues["negation"])) and seen_content <= 2:
            negated = not negated
        elif word in _CONDITIONS:
            hypothetical = True
            break
        elif word in cues["future"] and (infinitive or seen_content <= 1):
            future = True
        elif word in cues["hypothetical"] and (infinitive or seen_content <= 2):
            hypothetical = True
        elif word == "had" and seen_content <= 1:
            past = True
        elif word not in _SKIPPED:
            seen_content += 1
        at -= 1
    if infinitive and not (refused or failed or asked or agreed or future or hypothetical):
        # "Ministers to meet in May": in a headline a bare infinitive is the future.
        future, hypothetical = headline, not headline
    return Grammar(negated, failed, refused, hypothetical, future, asked, agreed, past or is_background(words, head, book, published_year))


_CONDITIONS = frozenset("if unless whether until once".split())


def _phrase_before(words: Words, at: int, cues: frozenset[str]) -> bool:
    """Whether a cue of two or three words ends here: "short of", "no sign of"."""
    return " ".join(words.low[max(0, at - 1) : at + 1]) in cues or " ".join(words.low[max(0, at - 2) : at + 1]) in cues


def is_background(words: Words, head: int, book: Codebook, published_year: int | None) -> bool:
    """Whether a marker of the past stands near: "last year", "in 2015", "earlier", "had"."""
    last = min(len(words), head + 14)
    for at in range(max(0, head - 10), last):
        word = words.low[at]
        if at > head and word in _CLAUSE_STOPS:
            break
        if word in _PAST_WORDS and at != head:
            return True
        if word == "early" and at == 0:
            return True
        if word == "last" and at + 1 < len(words) and words.low[at + 1] in _LONG_AGO:
            return True
        if _YEAR.fullmatch(word) and at and words.low[at - 1] in _BEFORE_YEAR and published_year and int(word) < published_year:
            return True
    return False


_PAST_WORDS = frozenset("ago previously formerly historically originally initially decades initial".split())
_LONG_AGO = frozenset("year month months years decade summer autumn winter spring december november october september august".split())
_BEFORE_YEAR = frozenset("in of since late early mid-".split()) | frozenset(
    "january february march april may june july august september october november december".split()
)

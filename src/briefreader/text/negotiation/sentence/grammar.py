"""What the grammar around an event's head makes of it: negated, only possible, past, or said by somebody.

The same rules for every class of event; the cue words are in data/grammar.tsv. After PLOVER's flags (historical, future,
hypothetical, negated).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.sentence.words import Words

CLAUSE_STOPS = frozenset(".;:!?—–")
REACH = 9
YEAR = re.compile(r"(?:1\d|20)\d\d")


@dataclass(frozen=True, slots=True)
class Grammar:
    """How an event is told; ``asked``, ``offered``, ``agreed``: as the content of an appeal, an offer or a promise;
    ``foretold``: as what somebody says would be; ``after``: as what came before the sentence's own news."""

    negated: bool = False
    failed: bool = False
    refused: bool = False
    hypothetical: bool = False
    foretold: bool = False
    future: bool = False
    asked: bool = False
    offered: bool = False
    agreed: bool = False
    past: bool = False
    after: bool = False


def grammar_of(
    words: Words, head: int, book: Codebook, published_year: int | None = None, *, headline: bool = False
) -> Grammar:
    """Read the words before the event's head, within its clause, and give what they make of it."""
    found, negated, infinitives = _cues_before(words, _first_infinitive(words, head), book, headline=headline)
    if infinitives and not found - {"past"}:
        # "Ministers to meet in May": in a headline a bare infinitive is the future.
        found.add("future" if headline else "hypothetical")
    if not found and not negated and _is_named_only(words, head):
        found.add("hypothetical")
    if is_background(words, head, book, published_year):
        found.add("past")
    elif _is_after(words, head):
        found.add("after")
    if (negated or found & {"failed", "refused"}) and word_list("conditions") & set(words.low[max(0, head - REACH) : head]):
        # "They will strike if they fail to reach a deal", "if the mine does not agree": nothing has failed yet.
        found, negated = (found - {"failed", "refused"}) | {"hypothetical"}, False
    if "condition" in found:
        found = (found - {"condition"}) | {"hypothetical"}
    return Grammar(negated=negated, **dict.fromkeys(found, True))


def _first_infinitive(words: Words, head: int) -> int:
    """Where the first of two infinitives stands that share one "to" or "will": "urged them to lay down arms and talk"."""
    if head < 2 or words.low[head - 1] not in {"and", "or"} or words.low[head].endswith(("ed", "ing", "s")):
        return head
    for at in range(head - 2, max(0, head - 1 - 2 * REACH), -1):
        if words.low[at] == "will":
            return at + 1
        near = head - at <= REACH
        if (
            near
            and words.low[at] == "to"
            and words.surface[at + 1].islower()
            and words.low[at + 1] not in word_list("determiners")
        ):
            return at + 1
        if words.low[at] in CLAUSE_STOPS:
            break
    return head


def _cues_before(words: Words, governed: int, book: Codebook, *, headline: bool) -> tuple[set[str], bool, int]:
    """Give what the words before the head make of it, whether it is negated, and how many infinitives it hangs on."""
    found: set[str] = set()
    negated = False
    infinitives = content = 0
    in_phrase = 0
    for at in range(governed - 1, max(-1, governed - 1 - REACH), -1):
        word = words.low[at]
        if in_phrase:
            # "No sign of" denies once, though "no" alone would deny too.
            in_phrase -= 1
            continue
        if _ends_clause(words, at, governed, book) and not (headline and infinitives and word == ","):
            # "Premier urges bosses, drivers to talk": a headline's comma stands for "and".
            break
        if word == "to" and words.low[at + 1] == "have" and words.low[at - 1] in word_list("reportedly"):
            # "Is thought to have been agreed" tells what happened.
            break
        if word == "to":
            infinitives += content <= 1 or infinitives > 0
            if content <= 1 and at and words.low[at - 1] in book.grammar["be"]:
                found.add("future")
            continue
        cue = _cue(words, at, governed - at, book, infinitives=infinitives, content=content)
        if cue == "negated":
            negated = not negated
            in_phrase = _phrase_before(words, at, book.grammar["negation"])
        elif cue == "affirmed":
            infinitives = 0
        elif cue:
            # "He would never meet them" is no mere possibility but a refusal.
            found.add("future" if word == "would" and negated else cue)
            if word == "would" and _is_reported(words, at, book):
                found.add("foretold")
            if cue in _GOVERNING:
                break
        elif word not in word_list("skipped") and not word.endswith("ly"):
            content += 1
    return found, negated, infinitives


def _is_named_only(words: Words, head: int) -> bool:
    """Whether a gerund only names what might be done: "the idea of holding talks", "said that holding talks was hard"."""
    if not words.low[head].endswith("ing") or not head:
        return False
    return words.low[head - 1] in word_list("before_gerund") and not word_list("blaming") & set(words.low[:head])


def _is_reported(words: Words, would: int, book: Codebook) -> bool:
    """Whether "would" tells in somebody's words what will be: "said they would hold talks", and no condition is named."""
    return not book.grammar["say"].isdisjoint(words.low[:would]) and word_list("conditions").isdisjoint(words.low)


def _said_of_what_follows(words: Words, that: int) -> str | None:
    """Whether a "that" asks or offers: "demanded that the mine reopen talks", "proposed that they meet"."""
    before = words.low[that - 1] if that else ""
    if before not in word_list("asking_that"):
        return None
    return "offered" if before in word_list("offering") else "asked"


def _denies(words: Words, at: int, governed: int, book: Codebook) -> bool:
    """Whether the cue at a place, or the last word of one, denies the event."""
    cues = book.grammar["negation"]
    told = words.low[at] in cues or _phrase_before(words, at, cues) > 0
    if words.low[at] in word_list("denials") and at + 1 == governed and words.low[governed].endswith("ing"):
        return True
    return told and not _denies_a_noun_only(words, at, governed)


def _denies_a_noun_only(words: Words, at: int, governed: int) -> bool:
    """Whether "without" and its like deny what stands before the verb alone: "without violence were continuing"."""
    if words.low[at] not in word_list("denies_nouns") or words.low[at + 1].endswith("ing"):
        return False
    return not word_list("before_a_verb").isdisjoint(words.low[at + 1 : governed + 1])


# What governs the event from outside: nothing before it matters any more.
_GOVERNING = frozenset({"refused", "failed", "asked", "offered", "agreed", "condition"})


def _ends_clause(words: Words, at: int, governed: int, book: Codebook) -> bool:
    word = words.low[at]
    if word in CLAUSE_STOPS or (word == "," and governed - at > 1):
        return True
    if word == "yet" and (words.low[at + 1] == "to" or _is_not_yet(words, at, book)):
        # "They have yet to agree", "have not yet agreed": no conjunction.
        return False
    if word == "that" and _said_of_what_follows(words, at):
        return False
    return word in book.grammar["boundary"] and word not in word_list("conditions")


def _is_not_yet(words: Words, yet: int, book: Codebook) -> bool:
    return words.low[yet] == "yet" and words.low[max(0, yet - 1)] in book.grammar["negation"]


def _cue(words: Words, at: int, distance: int, book: Codebook, *, infinitives: int, content: int) -> str | None:
    """What the word at a place before the head makes of the event; ``content`` counts the meaningful words between."""
    word, cues, lists = words.low[at], book.grammar, word_list
    if word == "that":
        return _said_of_what_follows(words, at)
    if word in word_list("ruling_out") and words.low[at + 1] == "out":
        return "refused" if cues["negation"].isdisjoint(words.low[max(0, at - 2) : at]) else "condition"
    infinitive = infinitives > 0
    near = infinitive or distance <= 3
    if word == "had" and content <= 1:
        # "The envoys said they had agreed" tells today's news.
        return None if cues["say"] & set(words.low[:at]) else "past"
    rules = (
        ("refused", word in cues["refusal"] and near),
        ("failed", word in cues["failure"] and near and not _is_not_yet(words, at, book)),
        # "continues to work to strike a deal" affirms the work alone.
        # "begun talks to form a coalition" affirms the talks.
        ("affirmed", word in lists("affirming") and infinitives == 1 and not _tries(words, at, distance)),
        ("asked", word in lists("asking") and infinitive),
        ("offered", word in lists("offering") and infinitive),
        ("agreed", word in lists("agreeing") and infinitive),
        ("negated", content <= 2 and _denies(words, at, at + distance, book)),
        ("condition", word in lists("conditions") and words.low[at + 1 : at + 2] != ["again"]),
        ("future", word in cues["future"] and (infinitive or content <= 1)),
        ("hypothetical", word in cues["hypothetical"] and (infinitive or _is_possible(words, at, content))),
    )
    return next((name for name, holds in rules if holds), None)


def _tries(words: Words, at: int, distance: int) -> bool:
    return not word_list("trying_nouns").isdisjoint(words.low[at + 1 : at + distance])


def _is_possible(words: Words, at: int, content: int) -> bool:
    """Whether a cue near the event makes it a mere possibility: "could not agree" does not, nor does "the move" alone."""
    after = words.low[at + 1 : at + 2]
    if words.low[at] in {"can", "could"} and after in (["not"], ["n't"]):
        return False
    return content <= 2 and (words.low[at] not in word_list("possible_as_nouns") or after in (["of"], ["for"], ["at"], ["to"]))


def _phrase_before(words: Words, at: int, cues: frozenset[str]) -> int:
    """How many more words of a cue of two or three stand before the one where it ends: "short of", "no sign of"."""
    return next((more for more in (1, 2) if at >= more and " ".join(words.low[at - more : at + 1]) in cues), 0)


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


def _is_after(words: Words, head: int) -> bool:
    """Whether it is told as what went before: "after rejecting the offer", "following the breakdown of talks"."""
    behind_an_article = words.low[max(0, head - 2)] in word_list("articles")
    reach = 5 if words.low[head] in word_list("told_as_nouns") else 3 if behind_an_article else 2
    return not word_list("after").isdisjoint(words.low[max(0, head - reach) : head])


def is_background(words: Words, head: int, book: Codebook, published_year: int | None) -> bool:
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

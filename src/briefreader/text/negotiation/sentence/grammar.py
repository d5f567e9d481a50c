"""What the grammar around an event's head makes of it: negated, only possible, past, or said by somebody.

The same rules for every class of event; the cue words are in data/grammar.tsv. After PLOVER's flags (historical, future,
hypothetical, negated).
"""

from __future__ import annotations

from dataclasses import dataclass

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.sentence.background import is_after, is_past
from briefreader.text.negotiation.sentence.words import CLAUSE_STOPS, Words

REACH = 9
AWAITED_REACH, PROSPECT_REACH = 11, 13


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
    if words.low[head] in word_list("told_as_adjectives"):
        # "To save the faltering talks": they falter, whether they are saved or not.
        return Grammar(past=is_past(words, head, published_year))
    found, negated, infinitives = _cues_before(words, _first_infinitive(words, head), book, headline=headline)
    if infinitives and not found - {"past"}:
        # "Ministers to meet in May": in a headline a bare infinitive is the future.
        found.add("future" if headline else "hypothetical")
    if not found and not negated and (_is_named_only(words, head) or _is_imagined(words, head)):
        found.add("hypothetical")
    if _is_awaited(words, head):
        found.add("future")
    if _is_a_prospect(words, head, book):
        found.add("hypothetical")
    if is_past(words, head, published_year):
        found.add("past")
    elif is_after(words, head):
        found.add("after")
    if (negated or found & {"failed", "refused"}) and _under_a_condition(words, head):
        # "They will strike if they fail to reach a deal", "if the mine does not agree": nothing has failed yet.
        found, negated = (found - {"failed", "refused"}) | {"hypothetical"}, False
    if negated and word_list("foreseen") & set(words.low[max(0, head - REACH) : head]):
        # "Is not expected to sign" refuses nothing.
        found = found - {"future"}
    if "condition" in found:
        found = (found - {"condition"}) | {"hypothetical"}
    return Grammar(negated=negated, **dict.fromkeys(found, True))


def _is_awaited(words: Words, head: int) -> bool:
    """Whether something happens before it: "shells fell hours before the truce takes effect"."""
    ahead = words.low[max(0, head - AWAITED_REACH) : head]
    return words.low[head] in word_list("sets_in") and "before" in ahead and "," not in ahead[ahead.index("before") :]


def _is_a_prospect(words: Words, head: int, book: Codebook) -> bool:
    """Whether only the chance of it is spoken of: "the chances of the two sides reaching a deal"."""
    if not words.low[head].endswith("ing"):
        return False
    for at in range(head - 1, max(0, head - PROSPECT_REACH), -1):
        if words.low[at] == "of" and words.low[at - 1] in word_list("prospects"):
            return True
        if words.low[at] == "," or words.low[at] in book.grammar["be"] | book.grammar["have"] | book.grammar["say"]:
            return False
    return False


def _under_a_condition(words: Words, head: int) -> bool:
    return any(_is_condition(words, at) for at in range(max(0, head - REACH), head))


def _is_condition(words: Words, at: int) -> bool:
    """Whether the word opens a condition: "if", "unless", or ends one: "in case", "as soon as"."""
    if words.low[at] in word_list("conditions"):
        return True
    return any(words.low[max(0, at + 1 - len(phrase)) : at + 1] == phrase for phrase in _CONDITIONS)


_CONDITIONS = (["in", "case"], ["as", "soon", "as"], ["as", "long", "as"])


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
            cue = "future" if word == "would" and negated else cue
            # "Hopes that they will start talks" announces none, but asks for them.
            found.add("asked" if cue == "future" and _is_hoped(words, at) else cue)
            if word == "would" and _is_reported(words, at, book):
                found.add("foretold")
            if cue in _GOVERNING:
                break
        elif word not in word_list("skipped") and not word.endswith("ly"):
            content += 1
    return found, negated, infinitives


def _is_hoped(words: Words, will: int) -> bool:
    return not word_list("hoping").isdisjoint(words.low[max(0, will - REACH) : will])


def _is_named_only(words: Words, head: int) -> bool:
    """Whether a gerund only names what might be done: "the idea of holding talks", "said that holding talks was hard"."""
    if not words.low[head].endswith("ing") or not head:
        return False
    return words.low[head - 1] in word_list("before_gerund") and not word_list("blaming") & set(words.low[:head])


def _is_imagined(words: Words, head: int) -> bool:
    """Whether an event told as a noun is only thought of: "any breach of the truce", "a withdrawal from it would mean war"."""
    if words.low[head] not in word_list("told_as_nouns"):
        return False
    if "any" in words.low[max(0, head - 3) : head]:
        return True
    for at in range(head + 1, min(head + 1 + REACH, len(words))):
        word = words.low[at]
        if word in word_list("would_be"):
            return True
        dated = word in {"yesterday", "last"} or (words.low[at - 1] == "on" and word in word_list("weekdays"))
        if dated or word in CLAUSE_STOPS or word in word_list("be") or word.endswith("ed"):
            return False
    return False


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
    if word == "that" and (_said_of_what_follows(words, at) or words.low[at - 1 : at] in (["ensure"], ["guarantee"])):
        return False
    return word in book.grammar["boundary"] and not _is_condition(words, at)


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
        # "The gap is too wide to reach a deal"; but "they, too, agreed to meet".
        ("failed", word == "too" and infinitive and words.low[at + 1].isalpha()),
        # "continues to work to strike a deal" affirms the work alone.
        # "begun talks to form a coalition" affirms the talks.
        ("affirmed", word in lists("affirming") and infinitives == 1 and not _tries(words, at, distance)),
        # "Decided to end the pact": what is decided to be ended is as good as ended.
        ("affirmed", word in lists("deciding") and infinitives == 1 and words.low[at + distance] in lists("ending_it")),
        ("asked", word in lists("asking") and infinitive),
        ("offered", word in lists("offering") and infinitive),
        ("agreed", word in lists("agreeing") and infinitive),
        ("negated", content <= 2 and _denies(words, at, at + distance, book)),
        ("condition", _is_condition(words, at) and words.low[at + 1 : at + 2] != ["again"]),
        ("future", word in cues["future"] and (infinitive or content <= 1) and not _is_told_of_a_plan(words, at, book)),
        ("hypothetical", word in cues["hypothetical"] and (infinitive or _is_possible(words, at, content))),
    )
    return next((name for name, holds in rules if holds), None)


def _is_told_of_a_plan(words: Words, at: int, book: Codebook) -> bool:
    """Whether a plan is what something befell: "the ceasefire plan was rejected", "plan rejected"."""
    if words.low[at] not in {"plan", "plans"}:
        return False
    following = words.low[at + 1]
    return following in book.grammar["be"] | book.grammar["have"] or following.endswith("ed")


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

"""What a sentence says will happen: the grammar of the future, and the time that is named for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.sentence.matching import STOPS
from briefreader.text.negotiation.sentence.reading import Line

# Something that is done, something else, and what only comes of it ("will help").
STRONG, WEAK, OUTCOME = 1.0, 0.55, 0.3
# How surely each turn tells a plan: "is scheduled to" most, "hopes to" less, "may" least.
SET, WILL, PLANNED, REPORTED, HOPED, PRESENT, NAMED, POSSIBLE = 0.15, 0.0, 0.0, -0.1, -0.2, -0.1, -0.5, -0.35
GAP, AHEAD, TIME_AHEAD, SAID_REACH, PURPOSE_REACH = 5, 4, 8, 30, 12


_ONCE_AGREED = frozenset({"agreed", "decided", "promised", "pledged", "vowed"})


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan in a sentence: the place of the words that make it one, of what is planned, and how surely it is one."""

    at: int
    verb: int
    weight: float


def plans_in(line: Line, book: Codebook) -> Iterator[Plan]:
    """Give the plans of a sentence: "will meet", "are to vote", "is due to resume", "set for May", "leaves tomorrow"."""
    low = line.words.low
    for at, word in enumerate(low):
        if word in word_list("will"):
            if low[at - 1 : at] == ["there"] and low[at + 1 : at + 2] == ["be"] and low[at + 2 : at + 3] != ["no"]:
                yield Plan(at, at + 1, STRONG)
            yield from _planned(low, at, at + 1, HOPED if _is_hoped(low, at) else WILL)
        elif word == "would" and _is_reported(low, at, book):
            yield from _planned(low, at, at + 1, HOPED if _is_hoped(low, at) else REPORTED)
        elif word in word_list("possibly") and not line.words.surface[at][0].isupper() and low[at + 1 : at + 2] != ["have"]:
            yield from _planned(low, at, at + 1, POSSIBLE)
        elif word == "should" and low[at + 2 : at + 3] and _time_near(low, at, book):
            # "The merger should be completed in May" tells a time; without one it tells a wish.
            yield from _planned(low, at, at + 1, HOPED)
        elif word == "to" and at:
            yield from _infinitive(low, at)
        elif word in word_list("set_for") and word_list("when_set") & set(low[at + 1 : at + 2]) and _is_set(line, at, book):
            yield Plan(at, at, STRONG + SET)
        elif word in word_list("step_nouns") and _time_right_behind(low, at, book) and not _is_denied(low, at):
            yield Plan(at, at, STRONG + NAMED)
        elif word in word_list("steps_present") and _is_finite(low, at) and _time_near(low, at, book):
            yield Plan(at, at, STRONG + PRESENT)


def _planned(low: list[str], at: int, following: int, sureness: float) -> Iterator[Plan]:
    """The plan whose verb follows, past adverbs and auxiliaries; none if it is denied."""
    for place in range(following, min(len(low), following + AHEAD)):
        word = low[place]
        if word in word_list("steps"):
            yield Plan(at, place, STRONG + sureness)
            return
        if word in word_list("not_planned") or word in word_list("before_nouns"):
            return
        if word not in word_list("before_the_verb"):
            yield Plan(at, place, (OUTCOME if word in word_list("outcomes") else WEAK) + sureness)
            return


def _infinitive(low: list[str], at: int) -> Iterator[Plan]:
    """The plan before "to": "are to meet", "is expected to vote", "agreed on Monday to resume"."""
    before = low[at - 1]
    if before in {"is", "are"} and word_list("purposes").isdisjoint(low[max(0, at - PURPOSE_REACH) : at]):
        yield from _planned(low, at - 1, at + 1, WILL)
        return
    for place in range(at - 1, max(-1, at - 1 - GAP), -1):
        word = low[place]
        if word in STOPS or word in {"not", "n't", "unlikely", "to"}:
            return
        sureness = next((sureness for name, sureness in _TURNS if word in word_list(name)), None)
        if sureness is not None and not _is_no_turn(low, place, at):
            agreed = word in word_list("agreeing") and low[at + 1 : at + 2] and low[at + 1] not in word_list("steps_agreed")
            if not agreed and not _is_denied(low, place):
                yield from _planned(low, place, at + 1, sureness)
            return


_TURNS = (("due_to", SET), ("plans_to", PLANNED), ("hopes_to", HOPED))


def _is_no_turn(low: list[str], place: int, at: int) -> bool:
    """Whether a word turns no verb into a plan here: "set aside money to pay", "about how to meet", "met to try to end it"."""
    return (low[place] in word_list("right_before_to") and place < at - 1) or (
        low[place] in word_list("bare_hopes") and low[place - 1 : place] == ["to"]
    )


def _is_hoped(low: list[str], at: int) -> bool:
    return bool((word_list("hopes_to") | word_list("believing")) & set(low[max(0, at - 8) : at]))


def _is_set(line: Line, at: int, book: Codebook) -> bool:
    """Whether a meeting is due or planned, not a debt: "talks due in May", "a vote is set for Friday"."""
    low = line.words.low
    if _is_denied(low, at) or (low[at + 1] in {"on", "in", "at", "this", "within"} and not _time_near(low, at, book)):
        return False
    return low[at] != "due" or low[at - 1] in word_list("be") or any(match.last == at - 1 for match in line.matches)


def _is_denied(low: list[str], at: int) -> bool:
    return bool({"not", "n't", "no", "never", "neither"} & set(low[max(0, at - 4) : at]))


def _is_reported(low: list[str], at: int, book: Codebook) -> bool:
    """Whether "would" is the future of a report: "said it would", "agreed that they would"; not "would like"."""
    before = set(low[max(0, at - SAID_REACH) : at])
    return bool(before & (book.grammar["say"] | word_list("promising"))) and not before & {"if", "which"}


def _is_finite(low: list[str], at: int) -> bool:
    """Whether a word such as "meet" or "votes" is the verb of its clause here, not a noun or an infinitive."""
    before = low[at - 1] if at else ""
    return (
        bool(before)
        and (before[0].isalpha() or (before == "," and low[at].endswith("s")))
        and before not in word_list("before_nouns") | word_list("will") | {"to", "would"}
    )


def _time_near(low: list[str], at: int, book: Codebook) -> bool:
    near = range(at + 1, min(len(low), at + 1 + TIME_AHEAD))
    return any(is_time_ahead(low, place, book) or _is_span_ahead(low, place) for place in near)


def _time_right_behind(low: list[str], at: int, book: Codebook) -> bool:
    """Whether a noun has a time of its own to come: "the vote next week", "a hearing on May 3"; not "the talks on Monday"."""
    behind = range(at + 1, min(len(low), at + 5))
    if {"was", "were", "had"} & set(low[at + 1 : at + 10]) or word_list("held_before") & set(low[max(0, at - 4) : at]):
        return False
    return any(
        low[place] not in book.lists["days"] | {"today", "this", "end"}
        and not low[place][0].isdigit()
        and is_time_ahead(low, place, book)
        for place in behind
    )


def is_time_ahead(low: list[str], at: int, book: Codebook) -> bool:
    """Whether a word names a time that may be to come: a weekday, "tomorrow", "next week", "April 3", "by the end of"."""
    word = low[at]
    before = low[at - 1] if at else ""
    after = low[at + 1] if at + 1 < len(low) else ""
    if word in book.lists["months"]:
        is_day = before == "of" and at > 1 and low[at - 2][0].isdigit()
        return is_day or (before != "last" and _is_month_ahead(before, after))
    return (
        (word in word_list("times_ahead") and before != "as")
        or (word in book.lists["days"] and "last" not in {before, after})
        or (
            word in {"next", "coming", "this"}
            and (after in word_list("spans") | book.lists["days"] | book.lists["months"] or after.isdigit())
        )
        or (word[0].isdigit() and after in word_list("hour_marks"))
        or (word == "weekend" and low[max(0, at - 2) : at] in (["by", "the"], ["over", "the"], ["at", "the"]))
        or (word == "later" and bool({"day", "week", "month", "year"} & set(low[at + 1 : at + 4])))
        or (word == "within" and bool(word_list("spans") & set(low[at + 1 : at + 5])))
        or (word in {"quarter", "half"} and before in {"first", "second", "third", "fourth", "next"})
        or (word in {"end", "middle", "beginning"} and after == "of" and before == "the")
    )


def _is_month_ahead(before: str, after: str) -> bool:
    """Whether a month is named as a time: "in May", "May 3"; "in May 2014" rather looks back."""
    if len(after) == 4 and after.isdigit() and before in {"in", "since"}:
        return False
    return before in word_list("when_it_is") or after.isdigit() or before.isdigit()


def time_of(line: Line, plan: Plan, book: Codebook) -> tuple[int, int] | None:
    """The words in which the plan's time stands: behind it, up to who says so, or at the head of the sentence."""
    low = line.words.low
    last = plan.verb
    while last + 1 < len(low) and not _is_said(low, last + 1, book) and low[last + 1] not in {";", "—", "–"}:
        last += 1
    # "Agreed on Monday to meet" tells when they agreed.
    first = plan.verb if low[plan.at] in _ONCE_AGREED else plan.at
    if any(is_time_ahead(low, place, book) or _is_span_ahead(low, place) for place in range(first, last + 1)):
        return first, last
    if low[plan.at - 2 : plan.at - 1] == ["when"] and any(is_time_ahead(low, place, book) for place in range(plan.at)[-6:]):
        # "On March 10, when we will begin".
        return max(0, plan.at - 6), last
    opening = next((place for place, word in enumerate(low) if word[0].isalnum()), 0)
    if low[plan.at] in _ONCE_AGREED:
        return None
    if low[opening] in word_list("when_it_is") | book.lists["days"]:
        comma = low.index(",") if "," in low[: plan.at] else min(plan.at, 6)
        # "On Monday, officials said it would meet" tells when they said so.
        told = range(comma, plan.at)
        is_of_saying = any(_is_said(low, place, book) or _is_done(low, place) for place in told)
        if not is_of_saying and any(is_time_ahead(low, place, book) for place in range(comma)):
            return opening, last
    return None


def _is_said(low: list[str], at: int, book: Codebook) -> bool:
    """Whether a word says who says so; in "present a final report" and "the reported deal" it does not."""
    reach = 1 if low[at].endswith(("ed", "said", "says", "told")) else 2
    return low[at] in book.grammar["say"] and not word_list("before_nouns") & set(low[max(0, at - reach) : at])


def _is_done(low: list[str], at: int) -> bool:
    """Whether a word tells a deed: "On Monday, Roe admitted his plan to go"; but "on Monday, the delayed talks will go on"."""
    return low[at].endswith("ed") and low[at - 1] not in word_list("articles") | word_list("be")


def _is_span_ahead(low: list[str], at: int) -> bool:
    """Whether a plan's time is told by how long it takes: "in about two weeks", "in a few days"."""
    return low[at] == "in" and any(
        low[place] in word_list("spans_ahead") and (low[place - 1].isdigit() or low[place - 1] in word_list("numbers_ahead"))
        for place in range(at + 2, min(len(low), at + 5))
    )

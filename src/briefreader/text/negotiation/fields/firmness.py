"""How firmly a plan tells what comes next in the negotiation: what speaks for it and against it, and how much each counts.

The weights are data (``data/firmness.tsv``): what we judged each measure to count. A choice among the plans of an article,
learned on labelled articles (conditional logit), did not choose better than these judgements.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names.finder import NameFinder
from briefreader.text.negotiation.sentence.background import is_background
from briefreader.text.negotiation.sentence.plans import Plan
from briefreader.text.negotiation.sentence.reading import Line
from briefreader.text.negotiation.tables import data, lines_of

Measures = dict[str, float]

REACH = 6
FARTHEST = 40

_ACTS = frozenset({"talks", "meeting", "meet", "sign", "ratify", "resume", "discussion", "negotiate", "vote", "mediation"})
_MATTERS = frozenset({"contract", "meeting", "offer", "proposal", "swap"})
_NOT_TO_BE = frozenset({"refusal", "denial", "no_meeting", "decline", "halt", "breakdown", "impasse"})


def firmness(measured: Measures) -> float:
    """Give how firmly a plan so measured tells the next step, on a scale of odds (their logarithm)."""
    return sum(weight * measured[name] for name, weight in _weights().items())


@cache
def _weights() -> dict[str, float]:
    return {cells[0]: float(cells[1]) for _, cells in lines_of(data("firmness.tsv"))}


def measures(line: Line, plan: Plan, finder: NameFinder, sides: Collection[str], book: Codebook, *, is_dated: bool) -> Measures:
    """Measure a plan of a sentence; ``is_dated`` says that a time is named for it."""
    low = line.words.low
    before, after = low[max(0, plan.at - 8) : plan.at], low[plan.at :]
    of_talks = any(match.reading.name in _ACTS for match in line.matches if abs(match.first - plan.verb) <= REACH)
    planned = any(event.meaning == "plan_to_meet" and event.status != "past" for event in line.events)
    on_a_condition = bool({"if", "unless"} & {*before, *after[: 3 * REACH]} or "before" in before[-5:])
    holds = {
        "dated": is_dated,
        "of the matter": any(match.reading.core or match.reading.name in _MATTERS for match in line.matches),
        "to meet or decide": of_talks,
        "a side's": bool(word_list("sides_together") & set(before))
        or any(name.name in sides for name in finder.names(line.words) if name.first < plan.verb),
        "planned to meet": planned,
        "today's news": line.rank == 0 and not planned and not is_dated,
        "in the lead": line.rank <= 0,
        "quoted": any(mark in line.text for mark in '“"'),
        "quoted without a time": not is_dated and any(mark in line.text for mark in '“"'),
        "today": is_dated and "today" in after,
        "on a condition": on_a_condition,
        "in question": "whether" in before
        or before[-1:] == ["like"]
        or (on_a_condition and low[plan.at] in word_list("possibly")),
        "of a thing": _is_of_a_thing(line, plan.at, book),
        "runs out": low[plan.verb] in word_list("steps_ending") and not (of_talks and low[plan.verb] == "continue"),
        "refused": _is_after_refusal(line, plan.at),
        "fell through": bool({"was", "were", "had"} & set(before[-4:]) and word_list("came_to_nothing") & set(after))
        or (low[plan.at] in word_list("once_planned") and _is_long_past(before, is_dated=is_dated)),
    }
    measured = {name: float(held) for name, held in holds.items()}
    measured["sureness"] = plan.weight
    measured["past"] = _pastness(line, plan, book, is_dated=is_dated)
    measured["further down"] = float(min(FARTHEST, max(0, line.rank)))
    return measured


def _pastness(line: Line, plan: Plan, book: Codebook, *, is_dated: bool) -> float:
    """How surely a plan in the past tense is an old one ("In April, Borea agreed to buy …"): a time named for it halves it."""
    low = line.words.low
    before = low[max(0, plan.at - 4) : plan.at]
    if not ({"was", "were", "had", "would"} & {*before, low[plan.at]} or low[plan.at].endswith("ed")):
        return 0.0
    of_a_month = low[0] == "in" and low[1] in book.lists["months"]
    is_old = "had" in before[-3:] or of_a_month or is_background(line.words, plan.at)
    return (0.5 if is_dated else 1.0) * is_old


def _is_long_past(before: list[str], *, is_dated: bool) -> bool:
    """Whether the words before put a hope into the past: "had hoped to meet"; "was supposed to begin", without a time."""
    return before[-1:] == ["had"] or (not is_dated and before[-1:] in (["was"], ["were"]))


def _is_after_refusal(line: Line, at: int) -> bool:
    """Whether the words before the plan rather say that something will not happen."""
    turn = max((place for place, word in enumerate(line.words.low[:at]) if word == "but"), default=-1)
    refusals = (event for event in line.events[:3] if event.meaning in _NOT_TO_BE or event.status == "negated")
    return any(turn < event.head <= at for event in refusals)


def _is_of_a_thing(line: Line, at: int, book: Codebook) -> bool:
    """Whether a clause says the plan of a thing or a person: "the ship that will sail"; not "said that it will sail".

    What it says of the deal, of the talks or of the offer is a plan as good as any.
    """
    low = line.words.low
    relative = next((place for place in (at - 1, at - 2) if place > 0 and low[place] in {"which", "who"}), None)
    if low[at - 1 : at] == ["that"] and low[at - 2] not in book.grammar["say"]:
        relative = at - 1
    return relative is not None and not any(match.reading.core and 1 <= relative - match.last <= 2 for match in line.matches)

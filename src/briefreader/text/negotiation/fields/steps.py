"""What comes next, and by when."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefreader.model import Step
from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.fields.firmness import Measures, firmness, measures
from briefreader.text.negotiation.names.finder import NameFinder
from briefreader.text.negotiation.sentence.background import is_background
from briefreader.text.negotiation.sentence.cues import cues_in
from briefreader.text.negotiation.sentence.dates import coming_date, published_day
from briefreader.text.negotiation.sentence.plans import Plan, plans_in, time_of
from briefreader.text.negotiation.sentence.reading import Line, is_of_the_title

LEAST = 3.3
MOST_PLANS = 3


@dataclass(frozen=True, slots=True)
class Next:
    """The next step, the word that says what is planned ("vote"), and whether a time is named for it."""

    step: Step
    verb: str
    has_time: bool


@dataclass(frozen=True, slots=True)
class Prospect:
    """A plan in a sentence, the words in which its time stands, and what is measured of it."""

    line: Line
    plan: Plan
    time: tuple[int, int] | None
    measured: Measures


def next_step_in(
    lines: Sequence[Line], finder: NameFinder, sides: Collection[str], book: Codebook, published: str | None
) -> Next | None:
    """The sentence that says best what happens next: a meeting, a vote, a signature, with its date if it has one.

    ``sides`` are the names of the parties and mediators: what they will do counts for more.
    """
    prospects = prospects_in(lines, finder, sides, book)
    best = max(prospects, key=lambda prospect: firmness(prospect.measured), default=None)
    if best is None or firmness(best.measured) < LEAST:
        return None
    text = best.line.text
    day = coming_date(best.line.words.slice(*best.time), published) if best.time else None
    if day == (published or "")[:10] or _is_over(day, published):
        day = None
    return Next(Step(text, day, text), best.line.words.low[best.plan.verb], best.time is not None)


def prospects_in(lines: Sequence[Line], finder: NameFinder, sides: Collection[str], book: Codebook) -> Iterator[Prospect]:
    """Give the surest plans of each sentence."""
    for line in lines:
        if line.text.endswith("?") or is_of_the_title(line):
            continue
        plans = [*plans_in(line, book), *_by_cue(line, book)]
        for plan in sorted(plans, key=lambda plan: -plan.weight)[:MOST_PLANS]:
            time = time_of(line, plan, book)
            yield Prospect(line, plan, time, measures(line, plan, finder, sides, book, is_dated=time is not None))


def _by_cue(line: Line, book: Codebook) -> list[Plan]:
    low = line.words.low
    cues = cues_in(line, book, ("next_step",))
    denied = {"no", "not", "n't"}
    return [Plan(first, last, cue.weight) for cue, first, last in cues if not (first and low[first - 1] in denied)]


def _is_over(day: str | None, published: str | None) -> bool:
    """Whether the day that a sentence names is long past when the article appears."""
    today = published_day(published)
    named = published_day(day)
    return bool(today and named and named < today)


def deadline_in(lines: Sequence[Line], book: Codebook, published: str | None) -> Step | None:
    """The first sentence that names a deadline that still stands."""
    for line in lines:
        cues = cues_in(line, book, ("deadline",))
        if (
            cues
            and not any(word in word_list("done_deadline") for word in line.words.low)
            and not (line.text.endswith("?") or is_of_the_title(line))
            and not is_background(line.words, cues[0][1])
        ):
            day = coming_date(line.text, published)
            if day or any(cue.weight > 1 for cue, _, _ in cues):
                return Step(line.text, day, line.text)
    return None

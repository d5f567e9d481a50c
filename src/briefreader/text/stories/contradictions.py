"""Where outlets contradict each other about one moment: the stage, the date of the next step, the figures of one fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, product

from briefreader.model import Brief, Contradiction, Reading
from briefreader.text.negotiation.story.reports import contradicting, moments, of_one_moment
from briefreader.text.negotiation.story.status import reports_of
from briefreader.text.sentences import sentences
from briefreader.text.stories.facts import Fact, alike_but_figures, differs_in_figures, fact

_MOST = 6
_ARTICLES_COMPARED = 24  # the newest
_SENTENCES_COMPARED = 30  # of each article, from its start


def contradictions(ordered: Sequence[Brief]) -> tuple[Contradiction, ...]:
    """Give what outlets say against one another, the newest first; each reading with its sentence.

    Only what was said within six hours, or on one day where no hour is known, can contradict: later it is news. What was
    corrected contradicts nothing.
    """
    found = [*_of_stage(ordered), *_of_next_step(ordered), *_of_figures(ordered)]
    found.sort(key=lambda each: -each.readings[-1].article)
    return tuple(found[:_MOST])


def _of_stage(ordered: Sequence[Brief]) -> Iterator[Contradiction]:
    for moment in moments([report for report in reports_of(ordered) if report.day]):
        readings = [Reading(each.index, each.status.stage, each.status.evidence) for each in contradicting(moment)]
        if readings:
            yield Contradiction("stage", tuple({reading.sentence: reading for reading in readings}.values()))


def _of_next_step(ordered: Sequence[Brief]) -> Iterator[Contradiction]:
    """Two dates for what is nearly the same step."""
    dated = [
        (report.index, step, fact(step.sentence))
        for report in reports_of(ordered)
        if (step := report.status.next_step) and step.date
    ]
    for place, (index, step, said) in enumerate(dated):
        for earlier, other, said_before in dated[:place]:
            if other.date != step.date and _comparable(ordered, earlier, index) and alike_but_figures(said_before, said):
                one = Reading(earlier, other.date or "", other.sentence)
                yield Contradiction("next_step", (one, Reading(index, step.date or "", step.sentence)))
                break


def _of_figures(ordered: Sequence[Brief]) -> Iterator[Contradiction]:
    """A key point of one outlet, and a sentence of another with the same words and another number."""
    newest = range(max(0, len(ordered) - _ARTICLES_COMPARED), len(ordered))
    told: set[str] = set()
    points, statements = cache(lambda i: _points(ordered[i])), cache(lambda i: _statements(ordered[i]))
    for later in newest:
        for earlier in range(newest.start, later):
            if not _comparable(ordered, earlier, later):
                continue
            pairs = chain(product(points(earlier), statements(later)), product(statements(earlier), points(later)))
            for one, other in pairs:
                if differs_in_figures(one.fact, other.fact) and told.isdisjoint({one.sentence, other.sentence}):
                    told |= {one.sentence, other.sentence}
                    before = Reading(earlier, one.figures(other), one.sentence)
                    yield Contradiction("figures", (before, Reading(later, other.figures(one), other.sentence)))


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence and what of it can be compared."""

    sentence: str
    fact: Fact

    def figures(self, other: _Said) -> str:
        return ", ".join(sorted(self.fact.numbers - other.fact.numbers))


def _points(brief: Brief) -> list[_Said]:
    """The key points in which there is a number."""
    return [said for point in brief.key_points if (said := _Said(point.sentence, fact(point.sentence))).fact.numbers]


def _statements(brief: Brief) -> list[_Said]:
    first = sentences(brief.article)[:_SENTENCES_COMPARED]
    return [said for sentence in first if (said := _Said(sentence.text, fact(sentence.text))).fact.numbers]


def _comparable(ordered: Sequence[Brief], earlier: int, later: int) -> bool:
    """Whether two articles are of different outlets and of one moment."""
    one, other = ordered[earlier].article, ordered[later].article
    return (one.site or one.source) != (other.site or other.source) and of_one_moment(one, other)

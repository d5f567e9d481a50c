"""What outlets and parties of a story say: where outlets differ, how positions moved, what the reader corrected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefreader.export.document import Heading, Item, Items, Line, Part, Run, Table, section
from briefreader.export.words import DEMAND_LABELS, FIELD_LABELS, MATTER_LABELS, answer, day
from briefreader.links import shown_host
from briefreader.model import Brief, Contradiction, Correction, Move, Position, Story


def where(story: Story, index: int) -> str:
    """The outlet and the day of an article, and its number in the list of sources, where its link stands."""
    article = story.briefs[index].article
    outlet = article.site or shown_host(article.url) or article.source.replace("\\", "/").rpartition("/")[2]
    return f"{outlet}, {day(article.published)} ({index + 1})"


def differences(story: Story, level: int) -> Iterator[Part]:
    """What outlets say against one another: a table each, an outlet a column, its answer above its sentence."""
    if story.contradictions:
        yield Heading(level, "Where outlets differ")
    for contradiction in story.contradictions:
        yield Table(tuple(_side_by_side(story, contradiction)))


def _side_by_side(story: Story, contradiction: Contradiction) -> Iterator[tuple[str, ...]]:
    readings = contradiction.readings
    yield ("", *(where(story, reading.article) for reading in readings))
    yield (MATTER_LABELS[contradiction.about], *(answer(reading.says) for reading in readings))
    yield ("Its sentence", *(reading.sentence for reading in readings))


def moved_positions(story: Story, level: int) -> Iterator[Part]:
    """Each party whose position moved, with its moves by date."""
    items = [item for position in story.positions if len(position.moves) > 1 for item in _moves(story, position)]
    if items:
        yield Heading(level, "Positions as they moved")
        yield Items(tuple(items))


def _moves(story: Story, position: Position) -> Iterator[Item]:
    yield Item((Run(position.party, strong=True),))
    yield from (Item(_move(story, move), level=2) for move in position.moves)


def _move(story: Story, move: Move) -> Line:
    return (
        Run(f"{day(move.when)} · "),
        Run(f"{DEMAND_LABELS[move.kind]}: ", emphasis=True),
        Run(move.sentence),
        Run(f" — {where(story, move.article)}"),
    )


def corrections(briefs: Sequence[Brief], level: int) -> Iterator[Part]:
    """What the reader corrected, with what the engine says beside it."""
    lines = [_correction(brief, correction) for brief in briefs for correction in brief.corrections]
    yield from section("Corrected by the reader", level, lines)


def _correction(brief: Brief, correction: Correction) -> Line:
    engine = (
        "the engine says the same" if correction.engine == correction.new else f"the engine says {_said(correction.engine)}"
    )
    return (
        Run(f"{FIELD_LABELS[correction.field]}: {_said(correction.new)}", strong=True),
        Run(f"; {engine} — {brief.article.name}"),
    )


def _said(answers: Sequence[str]) -> str:
    return ", ".join(map(answer, answers)) or "none"

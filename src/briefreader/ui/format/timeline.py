"""The time line of a story as a picture in characters: time runs down, the stations of the track stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from rich.cells import cell_len

from briefreader.export.words import DEMAND_LABELS, MATTER_LABELS
from briefreader.model import Story, TimelineEntry
from briefreader.ui.format.cells import fit, shorten, wrap_pieces
from briefreader.ui.format.differences import reading_role, reading_words
from briefreader.ui.format.lines import EMPTY, Line, Passage, Piece, line
from briefreader.ui.format.moments import day, parse
from briefreader.ui.format.stages import SHORT_TRACK, STAGES, TRACK, arrow, label

_DAY_WIDTH = 16
_LANE_WIDTH = 6
_ROOM_FOR_HEADS = 11
_ROOM_FOR_WORDS = 30
"""Cells from which a sentence stands beside the lanes; else it stands below them."""
_INDENT = 4
_MOST_ROWS = 4


def timeline_lines(story: Story, width: int, now: datetime) -> list[Line]:
    """Give a head with the stations, then for each entry its mark in its station's lane, and the sentence that says so."""
    if not story.timeline:
        return [line(Piece("No negotiation found: there is no time line", "muted"))]
    lane = _ROOM_FOR_HEADS if width >= 110 else _LANE_WIDTH
    lines = [_head(lane)]
    previous: TimelineEntry | None = None
    for entry in story.timeline:
        if previous:
            lines.append(_between(previous, entry, lane, now))
        lines += _entry(story, entry, lane, width, now)
        previous = entry
    return [*lines, *_differences(story, width, now), *_moves(story, width, now)]


def _differences(story: Story, width: int, now: datetime) -> Iterator[Line]:
    """What outlets said against one another at one moment."""
    for contradiction in story.contradictions:
        yield EMPTY
        yield line(Piece(f"Outlets differ: {MATTER_LABELS[contradiction.about].lower()}", "warn"))
        for reading in contradiction.readings:
            outlet, words = reading_words(story, reading, now)
            when = day(story.briefs[reading.article].article.published, now)
            pieces = [Piece(f"{outlet}: "), Piece(words, reading_role(reading)), Piece(f"  “{reading.sentence}”", "muted")]
            yield from _dated(when, pieces, Passage(reading.article, reading.sentence), width)


def _moves(story: Story, width: int, now: datetime) -> Iterator[Line]:
    """Each party's position as it moved; a party that never moved is left out."""
    for position in story.positions:
        if len(position.moves) > 1:
            yield EMPTY
            yield line(Piece(f"{position.party}: its position as it moved", "label"))
            for move in position.moves:
                words = [Piece(f"{DEMAND_LABELS[move.kind]}: ", "muted"), Piece(move.sentence)]
                yield from _dated(day(move.when, now), words, Passage(move.article, move.sentence), width)


def _dated(when: str | None, pieces: list[Piece], target: Passage, width: int) -> list[Line]:
    lead = fit(when or "undated", _DAY_WIDTH)
    return wrap_pieces(pieces, width, first=lead, rest=" " * _DAY_WIDTH, target=target)


def _head(lane: int) -> Line:
    names = TRACK if lane == _ROOM_FOR_HEADS else SHORT_TRACK
    return line(" " * _DAY_WIDTH, *(Piece(fit(name, lane - 1) + " ", "label") for name in names))


def _lanes(lane: int, at: int, mark: str, role: str) -> Iterator[Piece]:
    for station in range(len(TRACK)):
        yield Piece((mark if station == at else "·").ljust(lane), role if station == at else "muted")


def _entry(story: Story, entry: TimelineEntry, lane: int, width: int, now: datetime) -> list[Line]:
    look = STAGES[entry.stage]
    article = story.briefs[entry.article].article
    target = Passage(entry.article, entry.evidence)
    mark, role = arrow(entry.direction)
    when = fit(day(entry.when, now) or "undated", _DAY_WIDTH)
    indent = _DAY_WIDTH + lane * len(TRACK) + 2
    yours = " (yours)" if any(each.field == "stage" for each in story.briefs[entry.article].corrections) else ""
    room = width - indent - cell_len(label(entry.stage) + yours)
    words = [
        Piece(f"{mark} ", role),
        Piece(label(entry.stage) + yours, look.tone),
        Piece(f"  {shorten(article.site or '', max(room - 2, 0))}", "muted"),
    ]
    first = line(Piece(when, "label"), *_lanes(lane, look.station, look.mark, look.tone), *words, target=target)
    beside = width - indent >= _ROOM_FOR_WORDS
    rows = wrap_pieces([Piece(f"“{entry.evidence}”")], width - (indent if beside else _INDENT))
    rest = (
        [Piece(" " * _DAY_WIDTH), *_lanes(lane, look.station, "│", "muted"), Piece("  ")] if beside else [Piece(" " * _INDENT)]
    )
    cut = [Piece(" …", "muted")] if len(rows) > _MOST_ROWS else []
    shown = [[*row.pieces, *(cut if number == _MOST_ROWS else [])] for number, row in enumerate(rows[:_MOST_ROWS], start=1)]
    return [first, *(line(*rest, *pieces, target=target, more=True) for pieces in shown)]


def _between(previous: TimelineEntry, entry: TimelineEntry, lane: int, now: datetime) -> Line:
    """The way from one station to the next: a corner, a stroke, and how many days lie between."""
    start, end = STAGES[previous.stage].station, STAGES[entry.stage].station
    low, high = sorted((start, end))
    strokes = [" "] * (lane * len(TRACK))
    if start == end:
        strokes[start * lane] = "│"
    else:
        for cell in range(low * lane, high * lane + 1):
            strokes[cell] = "─"
        strokes[start * lane] = "└" if start < end else "┘"
        strokes[end * lane] = "┐" if start < end else "┌"
    return line(Piece(_gap(previous, entry, now), "muted"), Piece("".join(strokes), "muted"))


def _gap(previous: TimelineEntry, entry: TimelineEntry, now: datetime) -> str:
    before, after = parse(previous.when, now), parse(entry.when, now)
    days = (after.date() - before.date()).days if before and after else 0
    words = f"  ⋮ {days} days" if days > 1 else ""
    return words + " " * (_DAY_WIDTH - cell_len(words))

"""The negotiation panel: where it stands, which way it goes, who wants what, what is stuck, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import zip_longest

from rich.cells import cell_len

from briefreader.export.words import MATTER_LABELS
from briefreader.model import Demand, DemandKind, Negotiation, Step, Story
from briefreader.ui.format.cells import fit, shorten, shorten_to_words, wrap, wrap_pieces
from briefreader.ui.format.citations import Citations
from briefreader.ui.format.corrections import correction_notes, is_stage_of_reader
from briefreader.ui.format.differences import difference_words, outlet_of, present_differences, reading_role, reading_words
from briefreader.ui.format.lines import EMPTY, Line, Passage, Piece, Target, line
from briefreader.ui.format.moments import countdown, day, with_days
from briefreader.ui.format.stages import SHORT_TRACK, STAGES, TRACK, arrow, confidence_word, label

NO_NEGOTIATION = "No negotiation found"
_MOST_LISTED = 6
_ROOM_TO_SAY = 38
"""Cells that another thing must have in the small panel: less would cut it to nothing."""
_MOST_NEWS = 5
_MOST_HEADING_ROWS = 2
_VERBS: dict[DemandKind, str] = {"demand": "", "precondition": "first: ", "offer": "offers: ", "refusal": "refuses: "}


def status_lines(
    story: Story,
    citations: Citations,
    width: int,
    now: datetime,
    *,
    changed: Sequence[str] = (),
    waiting: bool = False,
    spaced: bool = True,
    moves: bool = False,
) -> list[Line]:
    """Give the panel's lines, with blank ones between its parts if ``spaced``; a line that rests on a sentence leads to it.

    With ``moves`` each party's position as it moved comes last.
    """
    if story.negotiation is None:
        news = wrap_pieces([Piece(with_days(f"New: {'; '.join(changed)}", now), "good")], width) if changed else []
        yours = [row for note in correction_notes(story, now) for row in wrap_pieces([Piece(f"Yours: {note}", "star")], width)]
        return [*news, *_nothing(story, width, waiting=waiting), *yours]
    return _Panel(story, story.negotiation, citations, width, now).lines(changed, spaced, moves)


def brief_status_lines(
    story: Story, citations: Citations, width: int, now: datetime, *, changed: Sequence[str] = (), waiting: bool = False
) -> list[Line]:
    """Give the panel in two lines, for a small terminal: stage, track, next step; what is new, or else what each side wants."""
    negotiation = story.negotiation
    if negotiation is None:
        return status_lines(story, citations, width, now, changed=changed, waiting=waiting)[:2]
    target = _target(negotiation.evidence, citations)
    first = [
        *_stage_mark(negotiation),
        Piece(" "),
        _surety(story, negotiation),
        Piece("  "),
        *_track(negotiation, SHORT_TRACK),
    ]
    room = width - sum(cell_len(piece.text) for piece in first) - 2
    if negotiation.next_step and room >= 16:
        first.append(Piece("  " + _next_in(negotiation.next_step, room, now), "label"))
    differ = difference_words(story, now)
    second = (
        Piece(with_days(f"New: {'; '.join(changed)}", now), "good") if changed else Piece(differ, "warn") if differ else None
    )
    second = second or Piece(_sides(negotiation, width))
    return [line(*first, target=target), line(Piece(shorten_to_words(second.text, width), second.role), target=target)]


def _nothing(story: Story, width: int, *, waiting: bool) -> list[Line]:
    """What is said where there is no status: that the brief waits, that the language is not read, or that nothing was found."""
    if waiting:
        return [line(Piece("… waiting to be briefed", "muted"))]
    if story.briefs and not any(brief.analysed for brief in story.briefs):
        languages = sorted({brief.article.language or "language unknown" for brief in story.briefs})
        return wrap_pieces([Piece(f"Not analysed ({', '.join(languages)}): this language is not read yet", "muted")], width)
    return [line(Piece(NO_NEGOTIATION, "muted"))]


class _Panel:
    """The whole panel of one negotiation."""

    def __init__(self, story: Story, status: Negotiation, citations: Citations, width: int, now: datetime) -> None:
        self._story, self._status, self._citations, self._width, self._now = story, status, citations, width, now
        outlets = [outlet_of(story, reading) for each in present_differences(story) for reading in each.readings]
        longest = max((cell_len(name) for name in (*outlets, *(party.name for party in status.parties))), default=0)
        self._label_width = max(10, min(longest + 1, width // 3))

    def lines(self, changed: Sequence[str], spaced: bool, moves: bool) -> list[Line]:
        about = (*self._parties(), *self._matters(), *self._ahead(), *self._others())
        told = (self._head(), self._news(changed), self._differences(), self._summary(), about, self._moves() if moves else ())
        parts = [part for part in map(list, told) if part]
        return [row for number, part in enumerate(parts) for row in ([EMPTY, *part] if number and spaced else part)]

    def _head(self) -> Iterator[Line]:
        status = self._status
        target = _target(status.evidence, self._citations)
        direction = [Piece(f" {status.direction}", arrow(status.direction)[1])] if status.direction else []
        surety = _surety(self._story, status, " confidence")
        head = [*_stage_mark(status), *direction, Piece("  "), surety, *_cite(status.evidence, self._citations)]
        yield from wrap_pieces(head, self._width, target=target)
        if status.alternative:
            unclear = Piece(f"unclear: {label(status.stage)} or {label(status.alternative)}", "warn")
            yield from wrap_pieces([unclear], self._width, target=target)
        yield from wrap_pieces(_track(status, TRACK if self._width >= 50 else SHORT_TRACK), self._width, target=target)
        for number, note in enumerate(correction_notes(self._story, self._now)):
            yield from self._entry("Yours" if number == 0 else "", [Piece(note, "star")])

    def _news(self, changed: Sequence[str]) -> Iterator[Line]:
        more = len(changed) - _MOST_NEWS
        for number, words in enumerate([*changed[:_MOST_NEWS], *([f"… and {more} more"] if more > 0 else [])]):
            yield from self._entry("New" if number == 0 else "", [Piece(with_days(words, self._now), "good")])

    def _differences(self) -> Iterator[Line]:
        """What outlets say against one another, one below the other, each leading to its sentence."""
        for contradiction in present_differences(self._story):
            yield line(Piece(f"Outlets differ: {MATTER_LABELS[contradiction.about].lower()}", "warn"))
            for reading in contradiction.readings:
                outlet, words = reading_words(self._story, reading, self._now)
                yield from self._entry(
                    outlet,
                    [
                        Piece(words, reading_role(reading)),
                        Piece(f": {reading.sentence}"),
                        *_cite(reading.sentence, self._citations),
                    ],
                    Passage(reading.article, reading.sentence),
                )

    def _moves(self) -> Iterator[Line]:
        """Each party's position as it moved; a party that never moved is left out."""
        for position in self._story.positions:
            if len(position.moves) > 1:
                yield line(Piece(f"{position.party}, as it moved", "label"))
            for move in position.moves if len(position.moves) > 1 else ():
                words = [Piece(_VERBS[move.kind] + move.sentence), *_cite(move.sentence, self._citations)]
                yield from self._entry(day(move.when, self._now) or "", words, Passage(move.article, move.sentence))

    def _summary(self) -> Iterator[Line]:
        status = self._status
        yield from wrap_pieces([Piece(status.summary)], self._width, target=_target(status.evidence, self._citations))
        if status.direction and status.direction_reason:
            role = arrow(status.direction)[1]
            target = _target(status.evidence, self._citations)
            reason = with_days(status.direction_reason, self._now)
            yield from self._entry("Direction", [Piece(status.direction, role), Piece(f": {reason}")], target)

    def _parties(self) -> Iterator[Line]:
        """One row a party and thing that it wants, offers or refuses; then what is wanted by somebody who is no party."""
        status = self._status
        for party in status.parties:
            demands = [demand for demand in status.demands if demand.holder == party.name]
            if not demands:
                leaders = f"({', '.join(party.leaders)})" if party.leaders else "no demand found"
                yield from self._entry(party.name, [Piece(leaders, "muted")], self._citations.mention(party.name))
            yield from self._demands(party.name, demands)
        named = {party.name for party in status.parties}
        for demand in [demand for demand in status.demands if demand.holder not in named][:_MOST_LISTED]:
            yield from self._demands(demand.holder or demand.kind.capitalize(), [demand])

    def _demands(self, holder: str, demands: Sequence[Demand]) -> Iterator[Line]:
        for number, demand in enumerate(demands[:_MOST_LISTED]):
            yield from self._claim(holder if number == 0 else "", _VERBS[demand.kind] + demand.sentence, demand.sentence)

    def _matters(self) -> Iterator[Line]:
        status = self._status
        for number, obstacle in enumerate(status.obstacles[:_MOST_LISTED]):
            yield from self._claim("Sticking" if number == 0 else "", obstacle.text, obstacle.sentence)
        for issue in status.issues[:_MOST_LISTED]:
            words = f"{issue.name}: {issue.outcome}" if issue.outcome else issue.name
            yield from self._claim("Issue", words, issue.sentence)
        if status.mediators:
            target = self._citations.mention(status.mediators[0])
            yield from self._entry("Mediator", [Piece(", ".join(status.mediators))], target)
        if status.venue:
            yield from self._entry("Venue", [Piece(", ".join(status.venue))], self._citations.mention(status.venue[0]))

    def _ahead(self) -> Iterator[Line]:
        for heading, step in (("Next", self._status.next_step), ("Deadline", self._status.deadline)):
            if step:
                yield from self._claim(heading, _step_words(step, self._now), step.sentence)

    def _others(self) -> Iterator[Line]:
        for other in self._status.others[:_MOST_LISTED]:
            words = f"{' and '.join(other.parties) or 'others'}: {label(other.stage).lower()}"
            yield from self._claim("Also", words, other.sentence)

    def _claim(self, heading: str, words: str, sentence: str) -> list[Line]:
        return self._entry(heading, [Piece(words), *_cite(sentence, self._citations)], _target(sentence, self._citations))

    def _entry(self, heading: str, pieces: Sequence[Piece], target: Target | None = None) -> list[Line]:
        """A heading and its words beside it, each wrapped in its column; a very long heading is cut."""
        rows = wrap_pieces(pieces, max(self._width - self._label_width, 10), target=target)
        headings = _heading_rows(heading, self._label_width - 1)
        return [
            line(
                Piece(fit(name or "", self._label_width - 1) + " ", "label"),
                *(row.pieces if row else ()),
                target=target,
                more=number > 0,
            )
            for number, (name, row) in enumerate(zip_longest(headings, rows))
        ]


def _heading_rows(heading: str, width: int) -> list[str]:
    rows = [heading[start:end] for start, end in wrap(heading, width)]
    if len(rows) > _MOST_HEADING_ROWS:
        rest = " ".join(rows[_MOST_HEADING_ROWS - 1 :])
        rows = [*rows[: _MOST_HEADING_ROWS - 1], shorten(rest, width)]
    return rows


def _sides(negotiation: Negotiation, width: int) -> str:
    """What is stuck and what the sides want, in one line: as many of them as have room to say something; else the summary."""
    first: dict[str, Demand] = {}
    for demand in negotiation.demands:
        if demand.holder:
            first.setdefault(demand.holder, demand)
    parts = [f"Sticking: {negotiation.obstacles[0].text}"] if negotiation.obstacles else []
    parts += [f"{holder}: {_VERBS[demand.kind]}{demand.sentence}" for holder, demand in list(first.items())[:2]]
    while len(parts) > 1 and cell_len(" · ".join(parts[:-1])) + _ROOM_TO_SAY > width:
        parts.pop()
    return shorten_to_words(" · ".join(parts) or negotiation.summary, width)


def _stage_mark(negotiation: Negotiation) -> list[Piece]:
    look = STAGES[negotiation.stage]
    mark, role = arrow(negotiation.direction)
    return [
        Piece(f"{look.mark} {label(negotiation.stage).upper()}", look.tone),
        Piece(f" {mark}" if mark.strip() else "", role),
    ]


def _surety(story: Story, negotiation: Negotiation, ending: str = "") -> Piece:
    """How sure the engine is of the stage; where the reader gave it, whose it is."""
    if is_stage_of_reader(story):
        return Piece("yours", "star")
    return Piece(confidence_word(negotiation.confidence) + ending, "muted")


def _track(negotiation: Negotiation, names: Sequence[str]) -> list[Piece]:
    """``Called for━Set━[Stalled]┄Deal┄In force``: a stroke to where it stands, dots from there on."""
    look = STAGES[negotiation.stage]
    pieces: list[Piece] = []
    for station, name in enumerate(names):
        if station:
            pieces.append(Piece("━" if station <= look.station else "┄", "muted"))
        here = station == look.station
        pieces.append(Piece(f"[{label(negotiation.stage)}]", look.tone) if here else Piece(name, "muted"))
    return pieces


def _step_words(step: Step, now: datetime) -> str:
    when, left = day(step.date, now), countdown(step.date, now)
    return f"{when} ({left}): {step.text}" if when else step.text


def _next_in(step: Step, room: int, now: datetime) -> str:
    """The next step in so many cells: its day and countdown at least, where it has a day."""
    when, left = day(step.date, now), countdown(step.date, now)
    moment = f"Next {when} ({left})" if when else ""
    words = shorten_to_words(f"Next {_step_words(step, now)}", room)
    return moment if len(words) < len(moment) + 6 and cell_len(moment) <= room else words


def _cite(sentence: str, citations: Citations) -> list[Piece]:
    citation = citations.get(sentence)
    return [Piece(f" [{citation.number}]", "cite")] if citation else []


def _target(sentence: str, citations: Citations) -> Target | None:
    citation = citations.get(sentence)
    return citation.passage if citation else None

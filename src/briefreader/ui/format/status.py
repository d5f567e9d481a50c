"""The negotiation panel: where it stands, which way it goes, who wants what, what is stuck, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from rich.cells import cell_len

from briefreader.model import Demand, Negotiation, Step, Story
from briefreader.ui.format.cells import fit, wrap_pieces
from briefreader.ui.format.citations import Citations
from briefreader.ui.format.lines import Line, Piece, Target, line
from briefreader.ui.format.moments import countdown, day
from briefreader.ui.format.stages import STAGES, TRACK, arrow, confidence_word, label

NO_NEGOTIATION = "No negotiation found"
_LABEL_WIDTH = 10
_MOST_LISTED = 6
_VERBS = {"demand": "", "precondition": "first: ", "offer": "offers: ", "refusal": "refuses: "}


def status_lines(
    story: Story, citations: Citations, width: int, now: datetime, *, changed: Sequence[str] = (), waiting: bool = False
) -> list[Line]:
    """Give the panel's lines; a line that rests on a sentence leads to it."""
    if story.negotiation is None:
        return _nothing(story, width, waiting=waiting)
    return [row for part in _parts(story.negotiation, citations, width, now, changed) for row in part]


def brief_status_lines(story: Story, citations: Citations, width: int, now: datetime, *, waiting: bool = False) -> list[Line]:
    """Give the panel in two lines, for a small terminal: stage, track and next step; then what each side wants, what is stuck."""
    negotiation = story.negotiation
    if negotiation is None:
        return _nothing(story, width, waiting=waiting)[:2]
    look = STAGES[negotiation.stage]
    stage = [Piece(f"{look.mark} {label(negotiation.stage).upper()} ", look.tone), *_direction_mark(negotiation), Piece(_confidence(negotiation), "muted")]
    step = _step_words(negotiation.next_step, now) if negotiation.next_step else ""
    room = width - sum(cell_len(piece.text) for piece in stage) - 2
    track = [Piece("  "), *_track(negotiation)]
    room -= sum(cell_len(piece.text) for piece in track)
    tail = [Piece("  " + fit(f"Next {step}", room), "label")] if step and room >= 16 else []
    target = _target(negotiation.evidence, citations)
    demands = " ⇄ ".join(f"{demand.holder}: {demand.sentence}" for demand in _one_a_holder(negotiation.demands)[:2])
    stuck = negotiation.obstacles[0].text if negotiation.obstacles else ""
    second = demands or negotiation.summary
    if stuck and demands:
        second = fit(demands, max(width * 2 // 3, 10)).rstrip() + f"  Sticking: {stuck}"
    return [line(*stage, *track, *tail, target=target), line(Piece(fit(second, width)), target=target)]


def _nothing(story: Story, width: int, *, waiting: bool) -> list[Line]:
    if waiting:
        return [line(Piece("… waiting to be briefed", "muted"))]
    unread = sorted({brief.article.language or "language unknown" for brief in story.briefs if not brief.analysed})
    if unread and not any(brief.analysed for brief in story.briefs):
        return wrap_pieces([Piece(f"Not analysed ({', '.join(unread)}): this language is not read yet", "muted")], width)
    return [line(Piece(NO_NEGOTIATION, "muted"))]


def _parts(
    negotiation: Negotiation, citations: Citations, width: int, now: datetime, changed: Sequence[str]
) -> Iterator[list[Line]]:
    target = _target(negotiation.evidence, citations)
    look = STAGES[negotiation.stage]
    yield [
        line(
            Piece(f"{look.mark} {label(negotiation.stage).upper()}", look.tone),
            Piece("  "),
            *_direction_mark(negotiation),
            Piece(_confidence(negotiation), "muted"),
            *_cite(negotiation.evidence, citations),
            target=target,
        )
    ]
    if negotiation.alternative:
        stages = f"{label(negotiation.stage)} or {label(negotiation.alternative)}"
        yield [line(Piece(f"unclear: {stages}", "warn"), target=target)]
    yield [line(*_track(negotiation), target=target)]
    yield [line()]
    if changed:
        yield from (_entry("New" if number == 0 else "", [Piece(text, "good")], width) for number, text in enumerate(changed))
        yield [line()]
    yield wrap_pieces([Piece(negotiation.summary)], width, target=target)
    if negotiation.direction and negotiation.direction_reason:
        yield _entry("Direction", [Piece(f"{negotiation.direction}: {negotiation.direction_reason}")], width)
    yield [line()]
    yield from _party_rows(negotiation, citations, width)
    for number, obstacle in enumerate(negotiation.obstacles[:_MOST_LISTED]):
        yield _claim("Sticking" if number == 0 else "", obstacle.text, obstacle.sentence, citations, width)
    for issue in negotiation.issues[:_MOST_LISTED]:
        words = f"{issue.name}: {issue.outcome}" if issue.outcome else issue.name
        yield _claim("Agreed" if issue.outcome else "Issue", words, issue.sentence, citations, width)
    if negotiation.mediators:
        yield _entry("Mediator", [Piece(", ".join(negotiation.mediators))], width)
    if negotiation.venue:
        yield _entry("Venue", [Piece(", ".join(negotiation.venue))], width)
    for heading, step in (("Next", negotiation.next_step), ("Deadline", negotiation.deadline)):
        if step:
            yield _claim(heading, _step_words(step, now), step.sentence, citations, width)
    for other in negotiation.others[:_MOST_LISTED]:
        words = f"{' and '.join(other.parties) or 'others'}: {label(other.stage).lower()}"
        yield _claim("Also", words, other.sentence, citations, width)


def _party_rows(negotiation: Negotiation, citations: Citations, width: int) -> Iterator[list[Line]]:
    """One row a party and each thing that it wants, offers or refuses; then what is wanted by somebody unnamed."""
    named = {party.name for party in negotiation.parties}
    for party in negotiation.parties:
        demands = [demand for demand in negotiation.demands if demand.holder == party.name]
        if not demands:
            leaders = f"({', '.join(party.leaders)})" if party.leaders else "no demand found"
            yield _entry(party.name, [Piece(leaders, "muted")], width)
        for number, demand in enumerate(demands[:_MOST_LISTED]):
            yield _claim(party.name if number == 0 else "", _VERBS[demand.kind] + demand.sentence, demand.sentence, citations, width)
    for demand in [demand for demand in negotiation.demands if demand.holder not in named][:_MOST_LISTED]:
        words = _VERBS[demand.kind] + demand.sentence
        yield _claim(demand.holder or demand.kind.capitalize(), words, demand.sentence, citations, width)


def _one_a_holder(demands: Sequence[Demand]) -> list[Demand]:
    first: dict[str, Demand] = {}
    for demand in demands:
        if demand.holder:
            first.setdefault(demand.holder, demand)
    return list(first.values())


def _step_words(step: Step, now: datetime) -> str:
    when, left = day(step.date, now), countdown(step.date, now)
    return f"{when} ({left}): {step.text}" if when else step.text


def _confidence(negotiation: Negotiation) -> str:
    return f"{confidence_word(negotiation.confidence)} confidence"


def _direction_mark(negotiation: Negotiation) -> list[Piece]:
    if negotiation.direction is None:
        return []
    mark, role = arrow(negotiation.direction)
    return [Piece(f"{mark} {negotiation.direction} · ", role)]


def _track(negotiation: Negotiation) -> list[Piece]:
    """``Called for━Set━[Stalled]┄Deal┄In force``: what lies behind is bold, where it stands is in brackets."""
    look = STAGES[negotiation.stage]
    pieces: list[Piece] = []
    for station, name in enumerate(TRACK):
        if station:
            pieces.append(Piece("━" if station <= look.station else "┄", "muted"))
        here = station == look.station
        pieces.append(Piece(f"[{label(negotiation.stage)}]", look.tone) if here else Piece(name, "muted"))
    return pieces


def _claim(heading: str, words: str, sentence: str, citations: Citations, width: int) -> list[Line]:
    return _entry(heading, [Piece(words), *_cite(sentence, citations)], width, target=_target(sentence, citations))


def _entry(heading: str, pieces: Sequence[Piece], width: int, *, target: Target | None = None) -> list[Line]:
    """A heading and its words; a heading too long for its column is cut, its words wrap beside it."""
    rows = wrap_pieces(pieces, max(width - _LABEL_WIDTH, 10), target=target)
    return [
        line(Piece(fit("" if row.more else heading, _LABEL_WIDTH - 1) + " ", "label"), *row.pieces, target=target, more=row.more)
        for row in rows
    ]


def _cite(sentence: str, citations: Citations) -> list[Piece]:
    citation = citations.get(sentence)
    return [Piece(f" [{citation.number}]", "cite")] if citation else []


def _target(sentence: str, citations: Citations) -> Target | None:
    citation = citations.get(sentence)
    return citation.passage if citation else None

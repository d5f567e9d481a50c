"""What the reader can correct of an article, line by line; and what was corrected, as the panel says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from briefreader.export.words import FIELD_LABELS, answer
from briefreader.model import Brief, CorrectedField, Correction, Stage, Story
from briefreader.ui.format.cells import shorten, wrap_pieces
from briefreader.ui.format.lines import Choice, Line, Piece, line
from briefreader.ui.format.moments import clock, day
from briefreader.ui.format.stages import STAGES, label

NO_NEGOTIATION = "none"
_FIELD_WIDTH = 22
_OTHER_FIELDS: tuple[CorrectedField, ...] = ("parties", "published", "next_step")


def correction_lines(brief: Brief, width: int, now: datetime, *, leads: bool) -> list[Line]:
    """Give the article, then its stage to choose and its other fields to change; a corrected field can be left to the engine.

    A line's choice is ``stage:agreed``, ``change:parties`` or ``engine:stage``. ``leads`` says that the story's stage is this
    article's.
    """
    article = brief.article
    about = f"{article.site or article.source}, {clock(article.published, now) or 'undated'}"
    what = "it decides where the story stands" if leads else "the story's stage is another article's"
    lines = [*wrap_pieces([Piece(article.name, "heading")], width)]
    lines += [*wrap_pieces([Piece(f"{about} · {what}", "muted")], width), line(), line(Piece("Stage", "label"))]
    corrected = {each.field: each for each in brief.corrections}
    lines += _stages(brief, corrected.get("stage"), width)
    lines.append(line())
    for field in _OTHER_FIELDS:
        if field == "published" or (brief.negotiation and (field == "parties" or brief.negotiation.next_step)):
            lines += _field(brief, field, corrected.get(field), width)
    return lines


def first_choice(brief: Brief) -> int:
    """The number of the entry to begin with: the stage that the article has."""
    present = brief.negotiation.stage if brief.negotiation else None
    return list(STAGES).index(present) if present else len(STAGES)


def _stages(brief: Brief, correction: Correction | None, width: int) -> Iterator[Line]:
    present = brief.negotiation.stage if brief.negotiation else None
    for stage, look in STAGES.items():
        yield _stage(stage, Piece(f"{look.mark} {label(stage)}", look.tone), present == stage, correction)
    yield _stage(None, Piece("— No negotiation", "muted"), present is None, correction)
    if correction:
        yield _left_to_engine(correction, width)


def _stage(stage: Stage | None, words: Piece, is_present: bool, correction: Correction | None) -> Line:
    remark = (" yours" if correction else " as the engine says") if is_present else ""
    mark = Piece("  ● " if is_present else "    ", "unread-mark")
    return line(mark, words, Piece(remark, "muted"), target=Choice(f"stage:{stage or NO_NEGOTIATION}"))


def _field(brief: Brief, field: CorrectedField, correction: Correction | None, width: int) -> Iterator[Line]:
    present = "; ".join(values_of(brief, field)) or "unknown"
    remark = " yours" if correction else ""
    room = max(width - _FIELD_WIDTH - len(remark), 10)
    yield line(
        Piece(f"{FIELD_LABELS[field]} ".ljust(_FIELD_WIDTH), "label"),
        Piece(shorten(present, room)),
        Piece(remark, "muted"),
        target=Choice(f"change:{field}"),
    )
    if correction:
        yield _left_to_engine(correction, width)


def _left_to_engine(correction: Correction, width: int) -> Line:
    said = "; ".join(map(answer, correction.engine)) or "nothing"
    words = "    " + shorten(f"↺ leave it to the engine, which says: {said}", width - 4)
    return line(Piece(words, "muted"), target=Choice(f"engine:{correction.field}"))


def values_of(brief: Brief, field: CorrectedField) -> tuple[str, ...]:
    """What the article says of a field other than the stage, as a correction says it."""
    status = brief.negotiation
    if field == "parties":
        return tuple(party.name for party in status.parties) if status else ()
    date = brief.article.published if field == "published" else status.next_step.date if status and status.next_step else None
    return (date,) if date else ()


def correction_notes(story: Story, now: datetime) -> list[str]:
    """What the reader corrected in the story, a line each: the reader's answer, and the engine's beside it."""
    return [_note(each, now) for brief in story.briefs for each in brief.corrections]


def is_stage_of_reader(story: Story) -> bool:
    """Whether the reader said, in the article that decides it, that the story stands where it does."""
    status = story.negotiation
    return any(
        each.field == "stage" and status is not None and each.new == (status.stage,) and _evidence(brief) == status.evidence
        for brief in story.briefs
        for each in brief.corrections
    )


def _evidence(brief: Brief) -> str | None:
    return brief.negotiation.evidence if brief.negotiation else None


def _note(correction: Correction, now: datetime) -> str:
    same = correction.engine == correction.new
    engine = "the engine says the same" if same else f"the engine said {_said(correction.field, correction.engine, now)}"
    return f"{FIELD_LABELS[correction.field]}: {_said(correction.field, correction.new, now)}; {engine}"


def _said(field: CorrectedField, answers: Sequence[str], now: datetime) -> str:
    return ", ".join(_moment(field, each, now) or answer(each) for each in answers) or "none"


def _moment(field: CorrectedField, text: str, now: datetime) -> str | None:
    match field:
        case "published":
            return clock(text, now)
        case "next_step":
            return day(text, now)
        case _:
            return None

"""What comes next, by when, and where they meet."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Step
from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.cues import cues_in
from briefreader.text.negotiation.dates import coming_date, names_time
from briefreader.text.negotiation.grammar import is_background
from briefreader.text.negotiation.reading import TITLE, Line

LEAST = 1.0
_STEP_VERBS = frozenset({"meet", "sign", "ratify", "resume", "accept"})
# The lead tells what happened; what comes next stands further down, unless the lead is about it.
TODAYS_NEWS = 0.3
# A quotation without a date tells hopes rather than plans.
QUOTED = 0.4


def next_step_in(lines: Sequence[Line], book: Codebook, published: str | None) -> Step | None:
    """The sentence that says best what happens next: a meeting, a vote, a signature, with its date if it has one."""
    best: tuple[float, Step] | None = None
    for line in lines:
        if line.text.endswith("?") or line.rank == TITLE or line.heading or _is_refusal(line):
            continue
        cues = cues_in(line, book, ("next_step",))
        if not cues:
            continue
        cue, first, _ = max(cues, key=lambda found: found[0].weight)
        if line.words.low[first + 1 : first + 2] in (["like"], ["prefer"], ["have"]):
            continue
        if {"whether", "if", "unless"} & set(line.words.low[max(0, first - 3) : first]):
            continue
        day = coming_date(line.text, published)
        if day == (published or "")[:10]:
            day = None
        score = cue.weight + 0.12 * min(4, len(cues) - 1) + (0.5 if day or names_time(line.text) else 0.0)
        score -= TODAYS_NEWS if line.rank == 0 and not any(event.status == "hypothetical" for event in line.events) else 0.0
        score += 0.5 if any(event.meaning == "plan_to_meet" and event.status != "past" for event in line.events) else 0.0
        score -= QUOTED if not (day or names_time(line.text)) and any(mark in line.text for mark in '“"') else 0.0
        dated = day or (names_time(line.text) and cue.weight >= LEAST)
        if not dated and not any(match.reading.part == "noun" or match.reading.name in _STEP_VERBS for match in line.matches):
            continue
        score += 0.2 if any(match.reading.core for match in line.matches) else 0.0
        if is_background(line.words, first, book, None):
            score -= 0.5
        score -= 0.01 * max(0, line.rank)
        if score >= LEAST and (best is None or score > best[0]):
            best = score, Step(line.text, day, line.text)
    return best[1] if best else None


def _is_refusal(line: Line) -> bool:
    """Whether the sentence rather says that something will not happen."""
    if line.events and (line.events[0].meaning == "impasse" or line.events[0].status == "negated"):
        return True
    return any(
        event.meaning in {"refusal", "denial", "no_meeting", "decline", "halt", "breakdown"} for event in line.events[:3]
    )


def deadline_in(lines: Sequence[Line], book: Codebook, published: str | None) -> Step | None:
    """The first sentence that names a deadline that still stands."""
    for line in lines:
        cues = cues_in(line, book, ("deadline",))
        if (
            cues
            and not any(word in word_list("done_deadline") for word in line.words.low)
            and not (line.text.endswith("?") or line.rank == TITLE or line.heading)
            and not is_background(line.words, cues[0][1], book, None)
        ):
            day = coming_date(line.text, published)
            if day or any(cue.weight > 1 for cue, _, _ in cues):
                return Step(line.text, day, line.text)
    return None

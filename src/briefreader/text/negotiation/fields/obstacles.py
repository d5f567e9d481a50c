"""What stands in the way, in the article's own clauses."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Obstacle
from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.sentence.background import is_background
from briefreader.text.negotiation.sentence.cues import cues_in
from briefreader.text.negotiation.sentence.matching import STOPS
from briefreader.text.negotiation.sentence.reading import TITLE, Line

MAX_OBSTACLES = 3
OBSTACLE_WORDS = 32
_FEWEST_WORDS = 3
_SHORT_QUOTATION = 5
_PARTNERS = {"“": "”", "”": "“", '"': '"'}
_BEFORE_THAT = 5
"""So many words may stand between "said" and "that"."""


def obstacles_in(lines: Sequence[Line], book: Codebook) -> tuple[Obstacle, ...]:
    """What the talks stick on, in the article's own words."""
    scored: list[tuple[float, int, Obstacle]] = []
    for line in lines:
        cues = cues_in(line, book, ("obstacle",))
        if not cues or line.text.endswith("?") or line.rank == TITLE:
            continue
        best, first, last = max(cues, key=lambda found: found[0].weight)
        if word_list("settled_before") & set(line.words.low[max(0, first - 4) : first]):
            continue
        if is_background(line.words, first):
            continue
        if _is_no_obstacle(line, first, last):
            continue
        text = _clause(line, first, last, book)
        if not text or text.split(" ")[0].lower().replace("’", "'") in word_list("pointing") or line.heading:
            continue
        scored.append((best.weight - 0.02 * line.rank, line.rank, Obstacle(text, line.text)))
    chosen = sorted(scored, key=lambda item: -item[0])[:MAX_OBSTACLES]
    return tuple(obstacle for _, _, obstacle in sorted(chosen, key=lambda item: item[1]))


def _is_no_obstacle(line: Line, first: int, last: int) -> bool:
    """Whether the words only seem to tell one: "the stalled talks on", "refused to say", a dispute that moves."""
    low = line.words.low
    attributive = low[first - 1 : first] and low[first - 1] in word_list("before_nouns")
    if low[first] in {"stalled", "stuck", "deadlocked"} and attributive and any(m.first == first + 1 for m in line.matches):
        return True
    if low[first] == "refusal" and low[first - 1 : first] == ["a"]:
        return True
    if word_list("runs_into") & set(low[max(0, first - 4) : first]):
        # "The talks have hit another roadblock": which one is not said.
        return True
    if low[first].startswith(("refus", "unwilling")) and not word_list("refuses_what") & set(low[last + 1 : last + 5]):
        return True
    return any(event.meaning in _MOVING and event.status == "asserted" for event in line.events)


_MOVING = frozenset({"progress", "near_deal", "agreement", "acceptance", "signature"})


def _clause(line: Line, first: int, last: int, book: Codebook) -> str | None:
    """The whole clause around a cue without who said it, or ``None`` where it is too long to be shown as one."""
    low = line.words.low
    start = _clause_start(line, first)
    end = last
    while end + 1 < len(low) and not _parts(line, end + 1):
        end += 1
    while low[end] in word_list("no_ending") and end + 1 < len(low):
        end += 1
        while end + 1 < len(low) and not _parts(line, end + 1):
            end += 1
    for at in range(start, first):
        # "A source said that the hurdle was …": what was said.
        if low[at] in book.grammar["say"] and at + 1 < first and low[at + 1] not in {"his", "her", "its", "their", "a", "an"}:
            start = _what_is_said(low, at + 1, first)
    if low[start] == "on" and low[start + 1] in book.lists["days"]:
        start += 2
    while start < first and low[start] in word_list("conjunctions") | {"that", "and", ","}:
        start += 1
    whole = end - start < OBSTACLE_WORDS and low[end] not in word_list("no_ending") and not _has_no_subject(low[start])
    text = line.words.slice(start, end)
    balanced = text.count("“") == text.count("”") and text.count('"') % 2 == 0
    return text if whole and balanced and end - start + 1 >= _FEWEST_WORDS else None


def _what_is_said(low: Sequence[str], start: int, before: int) -> int:
    """Where the words behind "said" begin: after "that", or after "late on Tuesday that"."""
    reach = min(before, start + _BEFORE_THAT)
    return low.index("that", start, reach) + 1 if "that" in low[start:reach] else start


def _clause_start(line: Line, first: int) -> int:
    """The first word of the clause; where it has no subject of its own, that of the clause before."""
    low = line.words.low
    start = first
    while True:
        while start and not _parts(line, start - 1):
            start -= 1
        if not start or not _has_no_subject(low[start]) or low[start - 1] in STOPS:
            return start
        start -= 1


def _has_no_subject(opening: str) -> bool:
    """Whether a clause that opens so hangs on another: "remains an obstacle", "calling it a deal-breaker"."""
    return opening in word_list("no_opening") or (opening.endswith(("ing", "ed")) and opening not in word_list("verbal_nouns"))


def _parts(line: Line, at: int) -> bool:
    """Whether a mark parts clauses here: not the comma of a number, nor a hyphen without spaces."""
    word = line.words.low[at]
    if word == ",":
        start = line.words.start[at]
        return line.words.text[start + 1 : start + 2] in {"", " "} or line.words.text[start - 1 : start] == " "
    if word in _PARTNERS:
        return not _is_short_quotation(line.words.low, at)
    return word in STOPS - {"(", ")"}


def _is_short_quotation(low: Sequence[str], at: int) -> bool:
    """Whether a mark belongs to a word or a few in quotation marks, which part nothing: the “honour trap” remains."""
    before, after = low[max(0, at - _SHORT_QUOTATION) : at], low[at + 1 : at + 1 + _SHORT_QUOTATION]
    return _PARTNERS[low[at]] in (before if low[at] == "”" else after if low[at] == "“" else [*before, *after])

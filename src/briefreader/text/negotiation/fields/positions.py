"""What stands in the way, and the matters on the table."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Article, Issue, Obstacle
from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.sentence.cues import cues_in
from briefreader.text.negotiation.sentence.grammar import is_background
from briefreader.text.negotiation.sentence.matching import STOPS
from briefreader.text.negotiation.sentence.reading import TITLE, Line

MAX_OBSTACLES, MAX_ISSUES = 3, 6
OBSTACLE_WORDS = 32


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
        if is_background(line.words, first, book, None):
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
            start = at + 1 + (low[at + 1] in {"that", "reporters"}) + (low[at + 1 : at + 3] == ["reporters", "that"])
    if low[start] == "on" and low[start + 1] in book.lists["days"]:
        start += 2
    while start < first and low[start] in word_list("conjunctions") | {"that", "and", ","}:
        start += 1
    whole = end - start < OBSTACLE_WORDS and low[end] not in word_list("no_ending") and low[start] != "of"
    return line.words.slice(start, end) if whole else None


def _clause_start(line: Line, first: int) -> int:
    """The first word of the clause; where it has no subject of its own, that of the clause before."""
    low = line.words.low
    start = first
    while True:
        while start and not _parts(line, start - 1):
            start -= 1
        if not start or low[start] not in word_list("no_opening") or low[start - 1] in STOPS:
            return start
        start -= 1


def _parts(line: Line, at: int) -> bool:
    """Whether a mark parts clauses here: not the comma of a number, nor a hyphen without spaces."""
    word = line.words.low[at]
    if word == ",":
        start = line.words.start[at]
        return line.words.text[start + 1 : start + 2] in {"", " "} or line.words.text[start - 1 : start] == " "
    return (
        word in STOPS - {"(", ")"}
        or word in {"“", "”", '"'}
        or (word == "-" and line.words.text[line.words.start[at] - 1] == " ")
    )


def issues_in(article: Article, lines: Sequence[Line], book: Codebook) -> tuple[Issue, ...]:
    """The matters on the table: the rows of a table that names them, then what talks and disputes are said to be over."""
    issues = _issues_of_tables(article)
    seen = {issue.name.lower() for issue in issues}
    for line in lines:
        for match in line.matches:
            if match.reading.part != "noun" or match.reading.name not in {
                "talks",
                "dispute",
                "deal",
                "agreement",
                "impasse",
                "progress",
            }:
                continue
            name = _topic_after(line, match.last, book)
            if name and name.lower() not in seen and len(issues) < MAX_ISSUES and line.rank != TITLE:
                seen.add(name.lower())
                issues.append(Issue(name, _outcome(line), line.text))
    return tuple(issues)


def _issues_of_tables(article: Article) -> list[Issue]:
    found = []
    for block in article.blocks:
        if block.kind == "table" and block.rows and len(block.rows) > 1 and len(block.rows[0]) >= 2:
            name, outcome = _columns(block.rows[0])
            for row in block.rows[1 : MAX_ISSUES + 1]:
                text = " | ".join(row)
                if len(row) > max(name, outcome) and row[name].strip() and text in block.text:
                    found.append(Issue(row[name].strip(), row[outcome].strip() or None, text))
    return found


def _columns(header: Sequence[str]) -> tuple[int, int]:
    """Which column of a table names the matter and which its outcome, by their headings; else the first and the last."""
    low = [cell.lower() for cell in header]
    name = next(
        (place for place, cell in enumerate(low) if any(word in cell for word in ("issue", "topic", "matter", "demand"))), 0
    )
    outcomes = ("outcome", "result", "status", "progress", "position")
    outcome = next((place for place, cell in enumerate(low) if any(word in cell for word in outcomes)), len(header) - 1)
    return name, outcome


def _topic_after(line: Line, last: int, book: Codebook) -> str | None:
    """The noun phrase after "talks on", "a dispute over": up to five words."""
    low = line.words.low
    if last + 2 >= len(low) or low[last + 1] not in {"on", "over", "about", "concerning", "regarding"}:
        return None
    first = last + 2
    while first < len(low) and low[first] in {"the", "a", "an", "its", "their", "new"}:
        first += 1
    end = first
    while (
        end < len(low)
        and end - first < 6
        and low[end] not in STOPS
        and low[end] != ","
        and low[end] not in word_list("topic_ends")
    ):
        end += 1
    if end == first or low[first] in book.lists["days"] or low[first] in book.lists["months"] or low[first][0].isdigit():
        return None
    if low[first] in word_list("third_person") | word_list("first_person") | {"them", "this", "that", "these"}:
        return None
    if low[end - 1] in {"of", "to", "the", "a", "its"} or "ing" in low[first][-3:]:
        return None
    return line.words.slice(first, end - 1)


def _outcome(line: Line) -> str | None:
    """What became of the matter, where the same sentence says it plainly."""
    for event in line.events:
        if event.status == "asserted" and event.meaning in _OUTCOMES:
            return _OUTCOMES[event.meaning]
    return None


_OUTCOMES = {
    "agreement": "agreed", "partial_agreement": "agreed in principle", "progress": "progress", "impasse": "deadlocked",
    "no_result": "no result", "refusal": "refused", "near_deal": "close to agreement", "acceptance": "accepted",
}  # fmt: skip

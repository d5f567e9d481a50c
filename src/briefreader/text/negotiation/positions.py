"""What each side wants, what stands in the way, and the matters on the table."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Article, Demand, DemandKind, Issue, Obstacle
from briefreader.text.negotiation.codebook import Codebook, Idiom, word_list
from briefreader.text.negotiation.grammar import is_background
from briefreader.text.negotiation.matching import STOPS, find_idioms
from briefreader.text.negotiation.names import NameFinder
from briefreader.text.negotiation.parties import Cast
from briefreader.text.negotiation.reading import TITLE, Line

LEAST_DEMAND = 1.0
MAX_DEMANDS, MAX_OBSTACLES, MAX_ISSUES = 3, 3, 6
_DEMAND_KINDS: tuple[DemandKind, ...] = ("demand", "precondition", "offer", "refusal")
OBSTACLE_WORDS = 22


def cues_in(line: Line, book: Codebook, names: tuple[str, ...]) -> list[tuple[Idiom, int, int]]:
    """The cues of the given fields in the line, with their first and last word."""
    if line.cues is None:
        line.cues = [(cue, first, last) for cue, first, last, _ in find_idioms(line.words, line.matches, book.cues)]
    return [found for found in line.cues if found[0].event in names]


def demands_in(lines: Sequence[Line], finder: NameFinder, cast: Cast, book: Codebook) -> tuple[Demand, ...]:
    """The sentences in which a party says what it wants, offers or refuses: the plainest, in the article's order."""
    parties = {party.name for party in cast.parties}
    scored: list[tuple[float, int, Demand]] = []
    for line in lines:
        if line.rank == TITLE or line.heading or line.text.endswith("?"):
            continue
        found: dict[str | None, tuple[float, int, Demand]] = {}
        for clause in _by_clause(line, cues_in(line, book, _DEMAND_KINDS)):
            score, demand = _demand_of(line, clause, finder, cast, book)
            known = found.get(demand.holder)
            if score >= LEAST_DEMAND and (known is None or score > known[0]):
                found[demand.holder] = score - 0.01 * line.rank, line.rank, demand
        # Two demands in one sentence are two only if they are two parties'.
        best = sorted(found.values(), key=lambda item: -item[0])
        scored += best if len(best) > 1 and all(item[2].holder in parties for item in best[:2]) else best[:1]
    chosen = sorted(scored, key=lambda item: -item[0])[:MAX_DEMANDS]
    return tuple(demand for _, _, demand in sorted(chosen, key=lambda item: item[1]))


def _by_clause(line: Line, cues: list[tuple[Idiom, int, int]]) -> list[list[tuple[Idiom, int, int]]]:
    """The cues of each part of a sentence that turns: "Norland insists on …, while Sudia demands …"."""
    turns = [place for place, word in enumerate(line.words.low) if word in word_list("turns")]
    clauses: dict[int, list[tuple[Idiom, int, int]]] = {}
    for cue in cues:
        clauses.setdefault(sum(turn < cue[1] for turn in turns), []).append(cue)
    return list(clauses.values())


def _demand_of(
    line: Line, cues: list[tuple[Idiom, int, int]], finder: NameFinder, cast: Cast, book: Codebook
) -> tuple[float, Demand]:
    """The plainest cue's demand and how plain it is."""
    parties = {party.name for party in cast.parties}
    best, first, _ = max(cues, key=lambda found: (found[0].weight, -found[1]))
    holder = cast.by_any_name(_holder(line, first, finder, parties))
    score = best.weight + 0.15 * (len(cues) - 1)
    score += 0.5 if holder in parties else (0.15 if holder else -0.3)
    score -= 0.3 if is_background(line.words, first, book, None) else 0.0
    score -= 0.5 if _is_thing_demanded(line, first) else 0.0
    kind: DemandKind = next(kind for kind in _DEMAND_KINDS if kind == best.event)
    return score, Demand(holder, kind, line.text)


def _is_thing_demanded(line: Line, at: int) -> bool:
    """Whether "demands" is only a noun in passing: "resisted Sudia's demands"."""
    low = line.words.low
    if low[at] != "demands" or not at:
        return False
    follows = low[at + 1] if at + 1 < len(low) else ""
    qualified = line.words.possessive[at - 1] or line.words.surface[at - 1][0].isupper()
    return qualified and follows not in word_list("says_the_demand")


def _holder(line: Line, first: int, finder: NameFinder, parties: set[str]) -> str | None:
    """Whose position it is: the party named nearest before the cue, or after it; a person stands for nobody known."""
    names = [name for name in finder.names(line.words) if name.kind != "person" and not name.adjective]
    before = [name.name for name in names if name.last < first and _may_be_subject(line, name.first)] or [
        name.name for name in names if name.last < first
    ]
    for name in reversed(before):
        if name in parties:
            return name
    if before and before[-1] != "government":
        return before[-1]
    after = [name.name for name in names if name.first > first and name.name in parties]
    adjectives = [name.name for name in finder.names(line.words) if name.last < first and name.name in parties]
    return adjectives[-1] if adjectives else (after[0] if after else None)


def _may_be_subject(line: Line, first: int) -> bool:
    """Whether a name stands where a subject stands, not right after a verb or a preposition."""
    if not first:
        return True
    before = line.words.low[first - 1]
    return not before[0].isalpha() or before in word_list("before_subjects") or line.words.surface[first - 1][0].isupper()


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
        text = _clause(line, first, last)
        if text.split(" ")[0].lower().replace("’", "'") in word_list("pointing") or line.heading:
            continue
        scored.append((best.weight - 0.02 * line.rank, line.rank, Obstacle(text, line.text)))
    chosen = sorted(scored, key=lambda item: -item[0])[:MAX_OBSTACLES]
    return tuple(obstacle for _, _, obstacle in sorted(chosen, key=lambda item: item[1]))


def _clause(line: Line, first: int, last: int) -> str:
    """The clause around a cue, at most OBSTACLE_WORDS words."""
    low = line.words.low
    start = first
    while start and low[start - 1] not in STOPS and low[start - 1] != "," and last - start < OBSTACLE_WORDS // 2:
        start -= 1
    while start < first and low[start] in word_list("conjunctions"):
        start += 1
    end = last
    while end + 1 < len(low) and low[end + 1] not in STOPS and low[end + 1] != "," and end - start < OBSTACLE_WORDS:
        end += 1
    return line.words.slice(start, end)


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

"""What each side demands, offers and refuses, each with its sentence and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Demand, DemandKind
from briefreader.text.negotiation.codebook import Codebook, Idiom, word_list
from briefreader.text.negotiation.cues import cues_in
from briefreader.text.negotiation.grammar import is_background
from briefreader.text.negotiation.names import NameFinder
from briefreader.text.negotiation.parties import Cast
from briefreader.text.negotiation.reading import TITLE, Line

LEAST_DEMAND = 1.0
# Two are given where they are found; further ones only where they are told plainly.
SURE_DEMANDS, MAX_DEMANDS, PLAIN = 2, 3, 1.2
PRONOUN_REACH = 6
_DEMAND_KINDS: tuple[DemandKind, ...] = ("demand", "precondition", "offer", "refusal")


def demands_in(lines: Sequence[Line], finder: NameFinder, cast: Cast, book: Codebook) -> tuple[Demand, ...]:
    """The sentences in which a party says what it wants, offers or refuses: the plainest, in the article's order."""
    parties = {party.name for party in cast.parties}
    scored: list[tuple[float, int, Demand]] = []
    subject: str | None = None
    for line in lines:
        before, subject = subject, _first_party(line, finder, parties) or subject
        if line.rank == TITLE or line.heading or line.text.endswith("?"):
            continue
        found: dict[str | None, tuple[float, int, Demand]] = {}
        for clause in _by_clause(line, cues_in(line, book, _DEMAND_KINDS)):
            score, demand = _demand_of(line, clause, finder, cast, book, before=before)
            known = found.get(demand.holder)
            if score >= LEAST_DEMAND and (known is None or score > known[0]):
                found[demand.holder] = score - 0.01 * line.rank, line.rank, demand
        # Two demands in one sentence are two only if they are two parties'.
        best = sorted(found.values(), key=lambda item: -item[0])
        scored += best if len(best) > 1 and all(item[2].holder in parties for item in best[:2]) else best[:1]
    ranked = sorted(scored, key=lambda item: -item[0])
    chosen = ranked[:SURE_DEMANDS] + [item for item in ranked[SURE_DEMANDS:MAX_DEMANDS] if item[0] >= PLAIN]
    return tuple(demand for _, _, demand in sorted(chosen, key=lambda item: item[1]))


def _first_party(line: Line, finder: NameFinder, parties: set[str]) -> str | None:
    """The party that a sentence is about: the first that it names. "They" in the next one are the same."""
    return next((name.name for name in finder.names(line.words) if name.name in parties and not name.adjective), None)


def _by_clause(line: Line, cues: list[tuple[Idiom, int, int]]) -> list[list[tuple[Idiom, int, int]]]:
    """The cues of each part of a sentence that turns: "Norland insists on …, while Sudia demands …"."""
    turns = [place for place, word in enumerate(line.words.low) if word in word_list("turns")]
    clauses: dict[int, list[tuple[Idiom, int, int]]] = {}
    for cue in cues:
        clauses.setdefault(sum(turn < cue[1] for turn in turns), []).append(cue)
    return list(clauses.values())


def _demand_of(
    line: Line, cues: list[tuple[Idiom, int, int]], finder: NameFinder, cast: Cast, book: Codebook, *, before: str | None
) -> tuple[float, Demand]:
    """The plainest cue's demand and how plain it is."""
    parties = {party.name for party in cast.parties}
    best, first, _ = max(cues, key=lambda found: (found[0].weight, -found[1]))
    spoken_of = line.words.low[0] in word_list("pronouns") and first <= PRONOUN_REACH
    holder = before if spoken_of else cast.by_any_name(_holder(line, first, finder, parties))
    everybody = bool(word_list("nobody_in_particular") & set(line.words.low[:first]))
    if holder is None and not everybody and any(mark in line.text for mark in '“”"'):
        # A quotation that names nobody goes on with whoever was spoken of.
        holder = before
    score = best.weight + 0.15 * (len(cues) - 1)
    score -= 0.6 if everybody else 0.0
    score += 0.5 if holder in parties else (0.15 if holder else -0.3)
    score -= 0.6 if word_list("outsiders") & set(line.words.low) else 0.0
    score -= 0.3 if is_background(line.words, first, book, None) else 0.0
    score -= 0.5 if _is_thing_demanded(line, first) else 0.0
    score += 0.15 if word_list("still_holds") & set(line.words.low) else 0.0
    # That an offer was refused is the news itself, no position.
    score -= 0.4 if best.event == "refusal" and line.rank <= 0 else 0.0
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

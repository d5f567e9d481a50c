"""What each side demands, offers and refuses, each with its sentence and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Demand, DemandKind
from briefreader.text.negotiation.codebook import Codebook, Idiom, word_list
from briefreader.text.negotiation.fields.holders import Holders
from briefreader.text.negotiation.fields.parties import Cast
from briefreader.text.negotiation.names.finder import NameFinder
from briefreader.text.negotiation.sentence.cues import cues_in
from briefreader.text.negotiation.sentence.grammar import is_background
from briefreader.text.negotiation.sentence.reading import TITLE, Line

LEAST_DEMAND = 1.05
# Two are given where they are found; further ones only where they are told plainly.
SURE_DEMANDS, MAX_DEMANDS, PLAIN = 2, 3, 1.4
# What speaks for a position: a party's, in figures, still held. What speaks against one: nobody's, an outsider's, the past's,
# a condition's; the mere wish to talk, and what is the news itself.
OF_PARTY, OF_OTHER, OF_NOBODY = 0.5, 0.1, -0.35
FIGURES, STILL, FURTHER_CUE = 0.15, 0.15, 0.1
OUTSIDER, EVERYBODY, BACKGROUND, CONDITION, TO_TALK, NEWS = 0.7, 0.6, 0.3, 0.6, 0.15, 0.15
REFUSES_NEWS, SUBORDINATE = 0.4, 0.35
# The second position that is shown is rather the other side's.
ANOTHER_SIDE = 0.2
LATER = 0.01
COMPLEMENT = 6

_KINDS: dict[str, DemandKind] = {
    "demand": "demand", "obligation": "demand", "precondition": "precondition", "offer": "offer", "refusal": "refusal",
}  # fmt: skip

Cue = tuple[Idiom, int, int]


def demands_in(lines: Sequence[Line], finder: NameFinder, cast: Cast, book: Codebook) -> tuple[Demand, ...]:
    """The sentences in which a party says what it wants, offers or refuses: the plainest, in the article's order."""
    holders = Holders(finder, cast, book)
    scored: list[tuple[float, int, Demand]] = []
    for line in lines:
        holders.begin(line)
        if line.rank == TITLE or line.heading or line.text.endswith("?"):
            continue
        found: dict[str | None, tuple[float, int, Demand]] = {}
        for clause in _by_clause(line, [cue for cue in cues_in(line, book, tuple(_KINDS)) if not _is_no_position(line, cue)]):
            score, demand = _demand_of(line, clause, holders, book)
            known = found.get(demand.holder)
            if score >= LEAST_DEMAND and (known is None or score > known[0]):
                found[demand.holder] = score - LATER * line.rank, line.rank, demand
        # Two demands in one sentence are two only if they are two parties'.
        best = sorted(found.values(), key=lambda item: -item[0])
        scored += best if len(best) > 1 and all(holders.is_party(item[2].holder) for item in best[:2]) else best[:1]
    return tuple(demand for _, _, demand in sorted(_chosen(scored), key=lambda item: item[1]))


def _chosen(scored: list[tuple[float, int, Demand]]) -> list[tuple[float, int, Demand]]:
    """The plainest, and the plainest of another side; a third only where it is told as plainly."""
    ranked = sorted(scored, key=lambda item: -item[0])
    rest = sorted(ranked[1:], key=lambda item: -item[0] - (ANOTHER_SIDE if item[2].holder != ranked[0][2].holder else 0.0))
    ranked = ranked[:1] + rest
    return ranked[:SURE_DEMANDS] + [item for item in ranked[SURE_DEMANDS:MAX_DEMANDS] if item[0] >= PLAIN]


def _by_clause(line: Line, cues: list[Cue]) -> list[list[Cue]]:
    """The cues of each part of a sentence that turns: "Norland insists on …, while Sudia demands …"."""
    turns = [place for place, word in enumerate(line.words.low) if word in word_list("turns")]
    clauses: dict[int, list[Cue]] = {}
    for cue in cues:
        clauses.setdefault(sum(turn < cue[1] for turn in turns), []).append(cue)
    return list(clauses.values())


def _demand_of(line: Line, cues: list[Cue], holders: Holders, book: Codebook) -> tuple[float, Demand]:
    """The plainest cue's demand and how plain it is."""
    further = FURTHER_CUE * min(2, len(cues) - 1)
    score, demand = max((_weighed(line, cue, holders, book) for cue in cues), key=lambda found: found[0])
    return score + further, demand


def _weighed(line: Line, cue: Cue, holders: Holders, book: Codebook) -> tuple[float, Demand]:
    """How surely a cue tells a party's position, and whose."""
    low = line.words.low
    idiom, first, last = cue
    duty = idiom.event == "obligation" or (low[first] == "before" and bool(word_list("obliged") & set(low[:first])))
    holder = holders.of_demand(line, first, of_speaker=duty)
    score = idiom.weight
    if holders.is_party(holder):
        score += OF_PARTY
    elif duty and holder is None:
        # What one side must do is what the other wants.
        holder = holders.other_than(holders.of_demand(line, first, of_speaker=False))
        score += OF_OTHER if holder else OF_NOBODY
    else:
        score += OF_OTHER if holder else OF_NOBODY
    before, after = low[max(0, first - 6) : first], low[last : last + COMPLEMENT]
    score -= OUTSIDER if holders.is_mediator(holder) else 0.0
    score -= EVERYBODY if word_list("nobody_in_particular") & set(low[:first]) else 0.0
    score -= OUTSIDER if word_list("outsiders") & set(low) else 0.0
    score -= BACKGROUND if is_background(line.words, first, book, None) else 0.0
    score -= CONDITION if idiom.event != "precondition" and {"if", "whether"} & set(before) else 0.0
    score -= TO_TALK if word_list("mere_talk") & set(after) and idiom.event != "precondition" else 0.0
    score -= REFUSES_NEWS if low[first].startswith("reject") and word_list("refused_news") & set(after) else 0.0
    score -= SUBORDINATE if _is_subordinate(before) and not duty else 0.0
    score -= SUBORDINATE if low[first] in {"sought", "require", "requires"} and "to" in after[:2] else 0.0
    score -= NEWS if line.rank <= 0 else 0.0
    score += STILL if word_list("still_holds") & set(low) else 0.0
    score += FIGURES if word_list("figures") & set(low[first : first + 16]) else 0.0
    # "Must first" names a condition, whoever must.
    kind: DemandKind = "precondition" if duty and "first" in low[first : last + 1] else _KINDS[idiom.event]
    return score, Demand(holder, kind, line.text)


def _is_subordinate(before: Sequence[str]) -> bool:
    """Whether the verb only hangs on another: "led them to demand", "the banks should seek"."""
    if before[-1:] == ["to"]:
        return not word_list("goes_on_to") & set(before[-2:])
    return bool({"should", "must", "may", "might", "could"} & set(before[-1:]))


def _is_no_position(line: Line, cue: Cue) -> bool:
    """Whether the words only look like a position: "the proposed merger", "was asked", "asked not to be named"."""
    low = line.words.low
    idiom, first, last = cue
    word, before, after = low[first], low[max(0, first - 1) : first], low[last + 1 : last + 4]
    participle = word.endswith("ed") and word not in {"opposed", "prepared", "committed"} and before != ["been"]
    if participle and set(before) & (word_list("before_nouns") | word_list("passive")):
        return True
    if _is_question_or_condition(line, cue):
        return True
    if idiom.event in {"demand", "offer"} and {"not", "n't", "never", "without"} & set(low[max(0, first - 2) : first]):
        return True
    return bool(word_list("not_demanded") & set(after)) or _is_noun_in_passing(line, cue)


_ASKS_BACK = frozenset({"if", "whether", "about", "by", "how", "what", "why", "not"})


def _is_question_or_condition(line: Line, cue: Cue) -> bool:
    """Whether somebody only asks to know, an offer is only named, a condition is given up, or "before" only tells when."""
    low = line.words.low
    idiom, first, _ = cue
    word, before = low[first], low[max(0, first - 1) : first]
    if word in {"asked", "ask", "asks"}:
        return bool(word_list("unnamed") & set(low[first : first + 9])) or low[first + 1] in _ASKS_BACK
    if word in {"offer", "offers"} and low[first + 1 : first + 2] == ["to"]:
        return bool(before) and (line.words.possessive[first - 1] or bool(set(before) & word_list("before_offers")))
    if word == "before":
        return not word_list("duties") & set(low[:first])
    return idiom.event == "precondition" and bool(word_list("given_up") & set(low[max(0, first - 3) : first]))


def _is_noun_in_passing(line: Line, cue: Cue) -> bool:
    """Whether "demands" is only a noun in passing: "resisted Sudia's demands", "meet the demand for rice"."""
    low = line.words.low
    _, at, last = cue
    if at < 2 and low[at + 1 : at + 2] == [":"]:
        # "Unrealistic demands: …" is a label.
        return True
    if last > at or low[at] not in {"demand", "demands", "request", "requests"} or not at:
        return False
    before, after = low[at - 1], low[at + 1] if at + 1 < len(low) else "."
    if word_list("of_markets") & set(low[max(0, at - 4) : at]):
        return True
    qualified = line.words.possessive[at - 1] or before in word_list("before_nouns") | word_list("of_demands")
    capital = line.words.surface[at - 1][0].isupper() and low[at] in {"demands", "requests"}
    noun = qualified or capital or not after[0].isalnum() or after in word_list("after_nouns")
    return noun and after not in word_list("says_the_demand")

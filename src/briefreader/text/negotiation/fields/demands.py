"""What each side demands, offers and refuses, each with its sentence and whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefreader.model import Demand, DemandKind
from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.fields.holders import Holders
from briefreader.text.negotiation.fields.parties import Cast
from briefreader.text.negotiation.fields.plainness import Cue, Measures, measures, plainness
from briefreader.text.negotiation.names.finder import NameFinder
from briefreader.text.negotiation.sentence.cues import cues_in
from briefreader.text.negotiation.sentence.reading import Line, is_of_the_title

# Two positions are shown where they may be some, a third only where it is plain.
LEAST_DEMAND, LEAST_THIRD = -1.5, -0.75
# From so many sentences on "under the deal" recalls an old one.
RECALLED = 3
# The second position that is shown is rather the other side's.
ANOTHER_SIDE = 0.3
LATER = 0.01

_KINDS: dict[str, DemandKind] = {
    "demand": "demand", "obligation": "demand", "precondition": "precondition", "offer": "offer", "refusal": "refusal",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Position:
    """A sentence that may tell what a side wants, offers or refuses: the demand, and what is measured of it."""

    demand: Demand
    measured: Measures
    rank: int

    @property
    def plainness(self) -> float:
        """How plainly it is told, on a scale of odds; of two equals the one that comes sooner."""
        return plainness(self.measured) - LATER * self.rank


def demands_in(lines: Sequence[Line], finder: NameFinder, cast: Cast, book: Codebook) -> tuple[Demand, ...]:
    """The sentences in which a party says what it wants, offers or refuses: the plainest, in the article's order."""
    holders = Holders(finder, cast, book)
    told: list[Position] = []
    for positions in positions_in(lines, holders, book):
        best: dict[str | None, Position] = {}
        for position in sorted(positions, key=lambda position: -position.plainness):
            if position.plainness >= LEAST_DEMAND:
                best.setdefault(position.demand.holder, position)
        # Two demands in one sentence are two only if they are two parties'.
        two = list(best.values())[:2]
        told += two if all(holders.is_party(position.demand.holder) for position in two) else two[:1]
    return tuple(position.demand for position in sorted(_chosen(told), key=lambda position: position.rank))


def _chosen(told: list[Position]) -> list[Position]:
    """The plainest, beside it rather the plainest of another side, and a third only if it is plain."""
    if not told:
        return []
    first, *others = sorted(told, key=lambda position: -position.plainness)
    if not others:
        return [first]
    second = max(
        others, key=lambda position: position.plainness + ANOTHER_SIDE * (position.demand.holder != first.demand.holder)
    )
    third = [position for position in others if position is not second and position.plainness >= LEAST_THIRD]
    return [first, second, *third[:1]]


def positions_in(lines: Sequence[Line], holders: Holders, book: Codebook) -> Iterator[list[Position]]:
    """Give what each sentence may tell of the sides' positions, one a cue."""
    for line in lines:
        holders.begin(line)
        if _tells_no_position(line):
            continue
        cues = [cue for cue in cues_in(line, book, tuple(_KINDS)) if not _is_no_position(line, cue)]
        yield [_position(line, cue, len(clause) - 1, holders) for clause in _by_clause(line, cues) for cue in clause]


def _tells_no_position(line: Line) -> bool:
    """Whether it is a headline, a question, or recalls old terms."""
    return is_of_the_title(line) or line.text.endswith("?") or _tells_old_terms(line)


def _tells_old_terms(line: Line) -> bool:
    """Whether a sentence only recalls what a deal laid down: "Under the pact, Sudia promised to open the canal"."""
    low = line.words.low
    if "," not in low or low[0] not in {"under", "according"} or line.rank < RECALLED:
        return False
    comma = low.index(",")
    named = any(match.reading.part == "noun" and match.last < comma for match in line.matches)
    by_initials = any(word.isupper() and len(word) > 2 for word in line.words.surface[:comma])
    return (named or by_initials) and not word_list("laid_down").isdisjoint(low[comma:])


def _by_clause(line: Line, cues: list[Cue]) -> list[list[Cue]]:
    """The cues of each part of a sentence that turns: "Norland insists on …, while Sudia demands …"."""
    turns = [place for place, word in enumerate(line.words.low) if word in word_list("turns")]
    clauses: dict[int, list[Cue]] = {}
    for cue in cues:
        clauses.setdefault(sum(turn < cue[1] for turn in turns), []).append(cue)
    return list(clauses.values())


def _position(line: Line, cue: Cue, further: int, holders: Holders) -> Position:
    """Whose position a cue tells, of which kind, and what speaks for it."""
    low = line.words.low
    idiom, first, last = cue
    is_duty = idiom.event == "obligation" or (low[first] == "before" and bool(word_list("obliged") & set(low[:first])))
    is_condition = idiom.event == "precondition" and low[first] in word_list("opens_a_condition")
    holder = (holders.of_condition(line, first) if is_condition else None) or holders.of_demand(line, first, of_speaker=is_duty)
    if is_duty and holder is None:
        # What one side must do is what the other wants.
        holder = holders.other_than(holders.of_demand(line, first, of_speaker=False))
    measured = measures(line, cue, holder, holders, further=further, is_duty=is_duty)
    # "Must first" names a condition, whoever must.
    kind: DemandKind = "precondition" if is_duty and "first" in low[first : last + 1] else _KINDS[idiom.event]
    return Position(Demand(holder, kind, line.text), measured, line.rank)


def _is_no_position(line: Line, cue: Cue) -> bool:
    """Whether the words only look like a position: "the proposed merger", "had been asked", "asked not to be named"."""
    low = line.words.low
    idiom, first, last = cue
    word, before, after = low[first], low[max(0, first - 1) : first], low[last + 1 : last + 4]
    participle = word.endswith("ed") and word not in {"opposed", "prepared", "committed", "conditioned"} and before != ["been"]
    if participle and set(before) & (word_list("before_nouns") | word_list("passive")):
        return True
    if word == "asked" and before == ["been"]:
        return True
    if _is_question_or_condition(line, cue) or _is_no_wish(line, cue):
        return True
    if idiom.event in {"demand", "offer"} and {"not", "n't", "never", "without"} & set(low[max(0, first - 2) : first]):
        return True
    return bool(word_list("not_demanded") & set(after)) or _is_noun_in_passing(line, cue)


def _is_no_wish(line: Line, cue: Cue) -> bool:
    """Whether "should" only foretells, a clause tells a thing's duty, something is only tried, or a demand is taken back."""
    low = line.words.low
    idiom, first, last = cue
    after = set(low[last + 1 : last + 4])
    if low[first] == "should" and word_list("foretold") & after and not {"be", "have", "not"} & after:
        return True
    if idiom.event == "obligation" and low[max(0, first - 1) : first] in (["which"], ["who"]):
        return True
    if low[first] in {"sought", "seek", "seeks", "seeking"} and low[first + 1 : first + 2] == ["to"]:
        return bool(word_list("only_tried") & set(low[first + 2 : first + 4]))
    if low[first] in {"need", "needs", "needed"} and word_list("made_up") & after:
        return True
    if idiom.event == "precondition" and word_list("ratifying") & set(low[last + 1 : last + 8]):
        # "The deal would end the strike if the members approve it" is a step to come.
        return True
    return idiom.event in {"demand", "precondition"} and bool(word_list("given_back") & set(low[max(0, first - 4) : first]))


_ASKS_BACK = frozenset({"if", "whether", "about", "by", "how", "what", "why", "not"})


def _is_question_or_condition(line: Line, cue: Cue) -> bool:
    """Whether somebody only asks to know, an offer is only named, a condition is given up, or "before" only tells when."""
    low = line.words.low
    idiom, first, _ = cue
    word, before = low[first], low[max(0, first - 1) : first]
    if word in {"asked", "ask", "asks"}:
        return bool(word_list("unnamed") & set(low[first : first + 9])) or low[first + 1] in _ASKS_BACK
    if idiom.event == "refusal" and low[max(0, first - 2) : first - 1] == ["that"] and first > 2:
        # "More than a first offer that it rejected" tells what was once refused; "said that it rejected" a refusal.
        return low[first - 3] in word_list("what_is_refused")
    if word in {"offer", "offers"} and low[first + 1 : first + 2] == ["to"]:
        return bool(before) and (line.words.possessive[first - 1] or bool(set(before) & word_list("before_offers")))
    if word == "before":
        return not word_list("duties") & set(low[:first])
    return idiom.event == "precondition" and bool(word_list("given_up") & set(low[max(0, first - 3) : first]))


def _is_noun_in_passing(line: Line, cue: Cue) -> bool:
    """Whether "demands" is only a noun in passing: "resisted Sudia's demands", "meet the demand for rice"."""
    low = line.words.low
    _, at, last = cue
    if at < 2 and ":" in low[at + 1 : at + 3]:
        # "Unrealistic demands: …", "Demand respect: …" are labels.
        return True
    if last > at or low[at] not in {"demand", "demands", "request", "requests"}:
        return False
    if not at:
        return low[:2] == ["demand", "for"]
    before, after = low[at - 1], low[at + 1] if at + 1 < len(low) else "."
    if word_list("of_markets") & set(low[max(0, at - 4) : at]):
        return True
    qualified = line.words.possessive[at - 1] or before in word_list("before_nouns") | word_list("of_demands")
    capital = line.words.surface[at - 1][0].isupper() and low[at] in {"demands", "requests"}
    noun = qualified or capital or not after[0].isalnum() or after in word_list("after_nouns")
    return noun and after not in word_list("says_the_demand")

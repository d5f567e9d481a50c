"""How plainly a sentence tells a side's position: what speaks for it and against it, and how much each counts.

The weights are data (``data/plainness.tsv``): what we judged each measure to count, mended by a logistic regression on labelled
articles (``training/train_demands.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefreader.text.negotiation.codebook import Idiom, word_list
from briefreader.text.negotiation.fields.holders import Holders
from briefreader.text.negotiation.sentence.background import is_background
from briefreader.text.negotiation.sentence.reading import Line
from briefreader.text.negotiation.tables import data, lines_of

Cue = tuple[Idiom, int, int]
Measures = dict[str, float]

COMPLEMENT, FIGURE_REACH = 6, 16
MOST_FURTHER = 2


def plainness(measured: Measures) -> float:
    """Give the logarithm of the odds that a sentence so measured tells a position worth showing."""
    return sum(weight * measured[name] for name, weight in _weights().items())


@cache
def _weights() -> dict[str, float]:
    return {cells[0]: float(cells[2]) for _, cells in lines_of(data("plainness.tsv"))}


def measures(line: Line, cue: Cue, holder: str | None, holders: Holders, *, further: int, is_duty: bool) -> Measures:
    """Measure a sentence by one of its cues; ``further`` is how many more it has, ``is_duty`` that somebody must."""
    low = line.words.low
    idiom, first, last = cue
    words = set(low)
    before, after = low[max(0, first - 6) : first], low[last : last + COMPLEMENT]
    is_condition = idiom.event == "precondition"
    holds = {
        "always": True,
        "demands": idiom.event == "demand",
        "obliges": idiom.event == "obligation",
        "refuses": idiom.event == "refusal",
        "offers": idiom.event == "offer",
        "a party's": holders.is_party(holder),
        "nobody's": holder is None,
        "an outsider's": holders.is_mediator(holder) or bool(word_list("outsiders") & words),
        "everybody's": bool(word_list("nobody_in_particular") & set(low[:first])),
        "in figures": bool(word_list("figures") & set(low[first : first + FIGURE_REACH])),
        "still held": bool(word_list("still_holds") & words),
        "background": is_background(line.words, first),
        "in question": not is_condition and bool({"if", "whether", "until", "unless"} & set(before)),
        "mere talk": not is_condition and _is_mere_talk(set(after)),
        "refuses the news": low[first].startswith("reject") and bool(word_list("refused_news") & set(after)),
        "subordinate": not is_duty and _is_subordinate(before),
        "in the lead": line.rank <= 0,
    }
    measured = {name: float(held) for name, held in holds.items()}
    measured["strong cue"] = idiom.weight - 1.0
    measured["further cues"] = float(min(MOST_FURTHER, further))
    return measured


def _is_mere_talk(after: set[str]) -> bool:
    """Whether all that is wanted is to talk; "direct talks" or "talks without conditions" are a position."""
    return bool(word_list("mere_talk") & after) and not word_list("form_of_talks") & after


def _is_subordinate(before: Sequence[str]) -> bool:
    """Whether the verb only hangs on another: "led them to demand", "the banks should seek"; not "walked out to demand"."""
    if before[-1:] == ["to"]:
        return not (word_list("goes_on_to") & set(before[-2:]) or word_list("protesting") & set(before))
    return bool({"should", "must", "may", "might", "could"} & set(before[-1:]))

"""The score of each line of a pasted page: above zero where it is likely the article's, more with each word it has.

The weights are a logistic regression over ``measures``, kept as data. ``training/train_lines.py`` makes them; docs/cleaning.md
says from what.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import tanh

from briefreader.text.clean.drafts import Draft
from briefreader.text.clean.pasted.measures import Measures, measures

_MOST_WORDS = 60  # more do not make a line any surer
_LEAST = -20.0  # so that no single line can cut an article in two


@dataclass(frozen=True, slots=True)
class LineScores:
    """``bias`` and ``weights`` give the logarithm of the odds that a line is the article's."""

    bias: float
    weights: dict[str, float]

    def of(self, drafts: Sequence[Draft]) -> list[float]:
        """One score a line: the chance that it is the article's less the chance that it is not, times its words."""
        return [
            max(_LEAST, tanh(self._odds(measured) / 2) * max(1, min(_MOST_WORDS, draft.words)))
            for draft, measured in zip(drafts, measures(drafts), strict=True)
        ]

    def _odds(self, measured: Measures) -> float:
        return self.bias + sum(weight * measured[name] for name, weight in self.weights.items())


@cache
def line_scores() -> LineScores:
    """The weights that ship with briefreader."""
    table = json.loads(files("briefreader.text.clean").joinpath("data/line_weights.json").read_text(encoding="utf-8"))
    return LineScores(table["bias"], table["weights"])

"""The ranking model: small regression trees, kept as data and read by a few lines (the model card is in docs/key-points.md)."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

Node = tuple[int, float, "Node | None", "Node | None", float]
"""``(measure, threshold, low, high, value)``; a leaf has nothing below it.

``value`` is the mean of what lies below the node, so that the way down says what each measure contributed (Saabas, 2014).
"""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Trees over measures, by their names; the data have each tree as a list of nodes that name their places in it.

    ``slopes`` are what a measure counts besides: so much for each unit by which it is above what is usual.
    """

    measures: tuple[str, ...]
    trees: tuple[Node, ...]
    slopes: dict[str, tuple[float, float]] = field(default_factory=dict)

    @classmethod
    def from_json(cls, text: str) -> Ranking:
        data: dict[str, Any] = json.loads(text)
        return cls(tuple(data["measures"]), tuple(_node(tree, 0) for tree in data["trees"]), data["slopes"])

    def score(self, measured: dict[str, float]) -> float:
        """Give how much the sentence is worth as a point: what it adds to a summary's ROUGE beyond an average sentence."""
        values = [measured[name] for name in self.measures]
        total = sum([slope * (measured[name] - usual) for name, (slope, usual) in self.slopes.items()])
        for tree in self.trees:
            measure, threshold, low, high, value = tree
            while low and high:
                measure, threshold, low, high, value = low if values[measure] <= threshold else high
            total += value
        return total

    def contributions(self, measured: dict[str, float]) -> dict[str, float]:
        """Give what each measure added to the score or took from it."""
        values = [measured[name] for name in self.measures]
        shares: dict[str, float] = defaultdict(float)
        for name, (slope, usual) in self.slopes.items():
            shares[name] += slope * (measured[name] - usual)
        for tree in self.trees:
            measure, threshold, low, high, value = tree
            while low and high:
                name, before = self.measures[measure], value
                measure, threshold, low, high, value = low if values[measure] <= threshold else high
                shares[name] += value - before
        return shares


def _node(tree: list[tuple[int, float, int, int, float]], place: int) -> Node:
    measure, threshold, low, high, value = tree[place]
    if measure < 0:
        return measure, threshold, None, None, value
    return measure, threshold, _node(tree, low), _node(tree, high), value


@cache
def packaged_ranking() -> Ranking:
    """Give the model that ships with briefreader."""
    return Ranking.from_json(files("briefreader.text").joinpath("data/keypoint_ranking.json").read_text("utf-8"))

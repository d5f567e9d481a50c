"""The ranking model: small regression trees, kept as data and read by a few lines (the model card is in docs/key-points.md)."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Ranking:
    """``trees``: each a list of nodes ``[measure, threshold, left, right, value]``; a leaf has measure -1.

    ``value`` is the mean of what lies below the node, so that the way down says what each measure contributed (Saabas, 2014).
    """

    measures: tuple[str, ...]
    trees: tuple[tuple[tuple[int, float, int, int, float], ...], ...]

    @classmethod
    def from_json(cls, text: str) -> Ranking:
        data: dict[str, Any] = json.loads(text)
        trees = tuple(tuple((node[0], node[1], node[2], node[3], node[4]) for node in tree) for tree in data["trees"])
        return cls(tuple(data["measures"]), trees)

    def score(self, measured: dict[str, float]) -> float:
        """Give how much the sentence is worth as a point: what it adds to a summary's ROUGE beyond an average sentence."""
        values = [measured[name] for name in self.measures]
        total = 0.0
        for tree in self.trees:
            node = tree[0]
            while node[0] >= 0:
                node = tree[node[2] if values[node[0]] <= node[1] else node[3]]
            total += node[4]
        return total

    def contributions(self, measured: dict[str, float]) -> dict[str, float]:
        """Give what each measure added to the score or took from it."""
        values = [measured[name] for name in self.measures]
        shares: dict[str, float] = defaultdict(float)
        for tree in self.trees:
            node = tree[0]
            while node[0] >= 0:
                child = tree[node[2] if values[node[0]] <= node[1] else node[3]]
                shares[self.measures[node[0]]] += child[4] - node[4]
                node = child
        return shares


@cache
def packaged_ranking() -> Ranking:
    """Give the model that ships with briefreader."""
    return Ranking.from_json(files("briefreader.text").joinpath("data/keypoint_ranking.json").read_text("utf-8"))

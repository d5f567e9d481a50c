"""How sure a status is, on the scale of how often a status as sure as this one was right."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from briefreader.model import Stage
from briefreader.text.negotiation.tables import data, lines_of

FULL_WEIGHT = 5.0
"""So much weight for one stage is as good as any more."""


def confidence_of(sums: Mapping[Stage, float], stage: Stage) -> float:
    """Give the share of such statuses that were right (0..1), from the votes' sums for each stage (data/confidence.tsv)."""
    share = sums[stage] / sum(sums.values())
    surety = (share + min(1.0, sums[stage] / FULL_WEIGHT)) / 2
    for (low, less), (high, more) in pairwise(_scale()):
        if surety <= high:
            return round(less + (more - less) * (surety - low) / (high - low), 2)
    return _scale()[-1][1]


@cache
def _scale() -> tuple[tuple[float, float], ...]:
    return tuple((float(surety), float(confidence)) for _, (surety, confidence) in lines_of(data("confidence.tsv")))

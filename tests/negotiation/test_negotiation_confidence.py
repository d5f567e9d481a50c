"""Confidence: more where the votes agree and where they are many, and on a scale that only rises."""

from __future__ import annotations

from itertools import pairwise

from briefreader.text.negotiation.stage.confidence import confidence_of
from briefreader.text.negotiation.tables import data, lines_of


def test_votes_that_agree_are_surer_than_votes_that_differ() -> None:
    assert confidence_of({"agreed": 4.0}, "agreed") > confidence_of({"agreed": 4.0, "stalled": 3.0}, "agreed")


def test_much_weight_is_surer_than_little() -> None:
    assert confidence_of({"agreed": 4.0}, "agreed") > confidence_of({"agreed": 0.5}, "agreed")


def test_nothing_is_certain_and_what_is_torn_is_hardly_sure() -> None:
    assert confidence_of({"agreed": 99.0}, "agreed") == 0.96
    assert 0.4 <= confidence_of({"agreed": 0.1, "stalled": 0.1, "rejected": 0.1}, "agreed") < 0.7


def test_the_scale_rises() -> None:
    scale = [(float(surety), float(confidence)) for _, (surety, confidence) in lines_of(data("confidence.tsv"))]
    assert scale[0][0] == 0
    assert scale[-1][0] == 1
    assert all(low[0] < high[0] and low[1] < high[1] for low, high in pairwise(scale))

"""A hundred invented sentences, each of which alone says where a negotiation stands, or that there is none."""

from __future__ import annotations

import pytest
from invented import HERE, status

SENTENCES = [
    line.split("\t")
    for line in (HERE / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("sentence", "stages"), SENTENCES)
def test_sentence(sentence: str, stages: str) -> None:
    found = status(sentence)
    assert (found.stage if found else "-") in stages.split()

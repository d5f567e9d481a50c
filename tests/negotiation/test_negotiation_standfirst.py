"""A standfirst of several sentences is read sentence by sentence: a claim points at one of them, not at all."""

from __future__ import annotations

from briefreader.model import Article, Block
from briefreader.text.brief import brief

STANDFIRST = "The nurses of Arna walked out of pay talks on Monday. The hospital board was not to be reached. Rain is expected."


def test_what_decides_is_one_sentence_of_the_standfirst() -> None:
    article = Article("arna.txt", (Block("paragraph", "The hospital stands on a hill."),), title="Arna", standfirst=STANDFIRST)
    status = brief(article).negotiation
    assert status
    assert status.stage == "suspended"
    assert status.evidence == "The nurses of Arna walked out of pay talks on Monday."

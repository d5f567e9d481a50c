"""How newswire tells each stage: invented headlines and leads, each alone, and what its votes add up to."""

from __future__ import annotations

from pathlib import Path

from invented import article

from briefreader.text.negotiation import load_codebook, negotiation_status
from briefreader.text.negotiation.sentence.reading import read_article
from briefreader.text.negotiation.stage.weighing import tally, votes_of
from briefreader.text.negotiation.tables import lines_of
from briefreader.text.sentences import sentences

PHRASINGS = Path(__file__).with_name("phrasings.tsv")
BODY = "It was told on Monday."


def stage_of(kind: str, text: str) -> str:
    """The stage with the most votes, whether or not one line is enough to see a negotiation."""
    told = article(BODY, title=text) if kind == "H" else article(text)
    sums = tally(votes_of(read_article(told, sentences(told), load_codebook()), load_codebook()))
    return max(sums, key=lambda stage: (sums[stage], stage), default="none")


def is_seen(kind: str, text: str) -> bool:
    told = article(BODY, title=text) if kind == "H" else article(text)
    return negotiation_status(told, sentences(told)) is not None


def test_every_phrasing_tells_its_stage() -> None:
    wrong = []
    for number, (stages, kind, text) in lines_of(PHRASINGS.read_text(encoding="utf-8")):
        if stages == "none":
            if is_seen(kind, text):
                wrong.append(f"line {number}: {text}: a negotiation is seen")
        elif stage_of(kind, text) not in stages.split(","):
            wrong.append(f"line {number}: {text}: {stage_of(kind, text)}, not {stages}")
    assert not wrong, "\n".join(wrong)

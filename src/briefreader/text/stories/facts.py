"""Whether two sentences are near repeats, or differ in a figure alone (`agreement.py` tells whether they state one fact)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from briefreader.text.keypoints.measures import Vector, cosine, vector
from briefreader.text.words import term, terms, words

_SAME_WORDS = 0.5  # cosine
_SAME_BUT_FIGURES = 0.6
_ROUNDING = 0.02
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class _Lexicon:
    negations: frozenset[str]
    numbers: dict[str, str]
    opposites: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


@cache
def _lexicon() -> _Lexicon:
    data = tomllib.loads(files("briefreader.text").joinpath("data/facts.toml").read_text("utf-8"))
    opposites = tuple((re.compile(rf"\b{one}"), re.compile(rf"\b{other}")) for one, other in data["opposites"].items())
    return _Lexicon(frozenset(data["negations"].split()), data["numbers"], opposites)


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence as far as it can be compared with another."""

    lowered: str
    vector: Vector
    numbers: frozenset[str]
    negated: bool


def fact(sentence: str) -> Fact:
    """Give what of a sentence can be compared."""
    lowered = sentence.lower().replace("’", "'")
    found = words(lowered)
    lexicon = _lexicon()
    as_digits = lexicon.numbers
    numbers = {as_digits.get(word, word.replace(",", "")) for word in found if word in as_digits or _NUMBER.search(word)}
    return Fact(lowered, vector(terms(sentence)), frozenset(numbers), not lexicon.negations.isdisjoint(found))


def near_repeat(one: Fact, other: Fact) -> bool:
    """Whether nobody would want to read both."""
    return cosine(one.vector, other.vector) >= _SAME_WORDS


def differs_in_figures(one: Fact, other: Fact) -> bool:
    """Whether both state the same with another number: so many words in common, and each one number that the other lacks.

    The word behind the number is the same (12 people, 14 people; 4 per cent, 5 per cent). A rounded number is no other number.
    """
    own, others = one.numbers - other.numbers, other.numbers - one.numbers
    return (
        len(own) == len(others) == 1
        and not _rounded(*own, *others)
        and _counted(one.lowered, *own) == _counted(other.lowered, *others) is not None
        and one.negated == other.negated
        and _without_figures(one)[:1] == _without_figures(other)[:1]  # a wish and an offer begin otherwise
        and alike_but_figures(one, other)
        and not opposed(one.lowered, other.lowered)
    )


def alike_but_figures(one: Fact, other: Fact) -> bool:
    """Whether both have nearly the same words, numbers apart."""
    return cosine(vector(_without_figures(one)), vector(_without_figures(other))) >= _SAME_BUT_FIGURES


def _without_figures(one: Fact) -> list[str]:
    return [found for found in terms(one.lowered) if not _NUMBER.search(found)]


def _counted(lowered: str, number: str) -> str | None:
    """What a number counts: the word behind it."""
    found = words(lowered)
    as_digits = _lexicon().numbers
    for word, following in pairwise(found):
        if as_digits.get(word, word.replace(",", "")) == number and not _NUMBER.search(following):
            return term(following)
    return None


def _rounded(number: str, other: str) -> bool:
    try:
        one, two = float(number), float(other)
    except ValueError:
        return False
    return abs(one - two) <= _ROUNDING * max(abs(one), abs(two))


def opposed(one: str, other: str) -> bool:
    """Whether one of the lowered sentences has a word and the other its opposite (rose, fell)."""
    for left, right in _lexicon().opposites:
        sides_of_one = (bool(left.search(one)), bool(right.search(one)))
        sides_of_other = (bool(left.search(other)), bool(right.search(other)))
        if True in sides_of_one and True in sides_of_other and sides_of_one != sides_of_other:
            return True
    return False

"""Words of a text and how much each tells: the ground under key points and stories.

A word's weight comes from a packaged table of how many news articles hold it, never from the articles at hand, so that no
result depends on the order in which articles arrive.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from math import log

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST_WORD = 40
_LONGEST_SENTENCE = 600  # characters; a longer text is hardly asked for twice


def words(text: str) -> list[str]:
    """Give the words and numbers of ``text`` as they stand, hyphenated ones whole."""
    return list(_words_of_sentence(text)) if len(text) <= _LONGEST_SENTENCE else _WORD.findall(text)


@lru_cache(maxsize=1_000)
def _words_of_sentence(text: str) -> tuple[str, ...]:
    # Measures, guards and comparisons all ask for the words of the same sentences.
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=50_000)
def term(word: str) -> str:
    """Give the form under which a word is counted: lower case, without a possessive or a plural ending (Harman's S stemmer)."""
    word = _POSSESSIVE.sub("", word.lower().replace("’", "'"))[:_LONGEST_WORD]
    if len(word) > 4 and word.endswith("ies") and word[-4] not in "ae":
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("es") and word[-3] not in "aeo":
        return word[:-1]
    if len(word) > 3 and word.endswith("s") and word[-2] not in "us":
        return word[:-1]
    return word


def terms(text: str) -> list[str]:
    """Give the terms of ``text`` in order, the empty words (the, of, said) left out."""
    return [found for found in map(term, words(text)) if not is_empty(found)]


@lru_cache(maxsize=50_000)
def weight(of_term: str) -> float:
    """Give a term's inverse document frequency in news, a natural logarithm; a term unknown to the table is as rare as any."""
    table = _table()
    return table.weights.get(of_term, table.heaviest)


@lru_cache(maxsize=50_000)
def is_empty(of_term: str) -> bool:
    """Whether the term says nothing of a text's matter (the, of, said, a single letter)."""
    return len(of_term) < 2 or of_term in _table().stop


class _Table:
    """``data/document_frequency.tsv``: a line for each step of frequency, the terms of that step after it."""

    def __init__(self, text: str) -> None:
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        documents = float(lines[0].split("\t")[1])
        self.stop = frozenset(lines[1].split("\t")[1].split())
        self.weights: dict[str, float] = {}
        for line in lines[2:]:
            count, members = line.split("\t")
            self.weights.update(dict.fromkeys(members.split(), log(documents / float(count))))
        self.heaviest = max(self.weights.values(), default=1.0) + 0.5


@cache
def _table() -> _Table:
    return _Table(files(__package__).joinpath("data/document_frequency.tsv").read_text("utf-8"))

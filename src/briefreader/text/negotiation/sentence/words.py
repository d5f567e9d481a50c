"""A sentence as words: what the codebook is matched against."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from briefreader.text.sentences import abbreviations

# A word keeps inner full stops, apostrophes and hyphens (U.S., don't, face-to-face); every other mark stands alone. An agency's
# ticker behind a company's name is one word, no aside: (ABC.N), <ABC.L>, (NYSE:ABC).
_WORD = re.compile(
    r"\((?:[A-Z]{2,8}:\s?)?[A-Z]{1,6}\.[A-Z]{1,2}\)|\([A-Z]{2,8}:\s?[A-Z]{1,6}\)|<[A-Z]{1,6}(?:\.[A-Z]{1,2})?>|"
    r"[A-Za-z]\.(?:[A-Za-z]\.)+|[A-Z]\.(?=\s[A-Z])|[^\W_]+(?:[.&'’-][^\W_]+)*(?:(?<=s)['’](?!\w))?|[^\w\s]"
)
_POSSESSIVE = re.compile(r"['’]s?$")
DASH = "–"
CLAUSE_STOPS = frozenset(".;:!?—–")
MAX_WORDS = 400
"""A sentence is read up to this many words: longer ones are lists or damaged text."""


@dataclass(slots=True)
class Words:
    """The words of one sentence. ``low`` is the lower-case form that is looked up: without possessive, with n't split off."""

    text: str
    surface: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    possessive: list[bool] = field(default_factory=list)
    shouting: bool | None = None
    headline: bool | None = None

    def __len__(self) -> int:
        return len(self.low)

    def add(self, surface: str, low: str, start: int, possessive: bool = False) -> None:
        self.surface.append(surface)
        self.low.append(low)
        self.start.append(start)
        self.possessive.append(possessive)

    def take_into_the_one_before(self, stop: int) -> None:
        """Make a stop part of the abbreviation that it ends."""
        self.surface[stop - 1] += self.surface[stop]
        for column in (self.surface, self.low, self.start, self.possessive):
            del column[stop]

    def end(self, index: int) -> int:
        """The offset in the sentence at which the word ends."""
        return self.start[index] + len(self.surface[index])

    def slice(self, first: int, last: int) -> str:
        """The sentence's own text from one word to another, both included."""
        return self.text[self.start[first] : self.end(last)]

    def is_shouting(self) -> bool:
        """Whether the sentence is all capitals, as agencies' old headlines are: then capitals name nothing."""
        if self.shouting is None:
            capitals, small = sum(map(str.isupper, self.text)), sum(map(str.islower, self.text))
            self.shouting = capitals + small > 8 and capitals > 0.8 * (capitals + small)
        return self.shouting


def read_words(text: str) -> Words:
    """Split a sentence into words, in linear time.

    An abbreviation's stop belongs to it: "Borea Ltd. said", "Gen. Roe". A hyphen between blanks is a dash.
    """
    plain = "'" not in text and "’" not in text
    words = _read_plain(text) if plain else _read_apostrophes(text)
    for at in [at for at, low in enumerate(words.low[:-1]) if low == "." and at][::-1]:
        if words.surface[at - 1] in abbreviations() or words.low[at - 1] in _COMPANIES:
            words.take_into_the_one_before(at)
    for at in [at for at, low in enumerate(words.low) if low == "-"]:
        if text[max(0, words.start[at] - 1) : words.start[at] + 2] == " - ":
            words.low[at] = DASH
    return words


# Written with a capital before their stop, as names are.
_COMPANIES = frozenset({"inc", "corp", "bros"})


def _read_apostrophes(text: str) -> Words:
    """The words of a sentence with an apostrophe: a possessive is taken off, n't and 'll are words of their own."""
    words = Words(text)
    for match in _WORD.finditer(text):
        surface = match.group()
        low = surface.lower()
        if "'" not in low and "’" not in low:
            words.add(surface, low, match.start())
            if len(words.low) >= MAX_WORDS:
                break
            continue
        low = low.replace("’", "'")
        if low.endswith("n't"):
            stem = {"ca": "can", "wo": "will", "sha": "shall"}.get(low[:-3], low[:-3])
            words.add(surface[:-3], stem, match.start())
            words.add(surface[-3:], "n't", match.start() + len(surface) - 3)
        elif low in {"it's", "that's", "he's", "she's", "there's"}:
            words.add(surface[:-2], low[:-2], match.start())
            words.add(surface[-2:], "is", match.start() + len(surface) - 2)
        elif low.endswith(("'ll", "'ve", "'re")):
            words.add(surface[:-3], low[:-3], match.start())
            words.add(surface[-3:], low[-3:], match.start() + len(surface) - 3)
        else:
            bare = _POSSESSIVE.sub("", low)
            words.add(surface, bare or low, match.start(), possessive=bare != low)
        if len(words) >= MAX_WORDS:
            break
    return words


def _read_plain(text: str) -> Words:
    """The words of a sentence without an apostrophe, which most are: nothing to split off."""
    found = list(islice(_WORD.finditer(text), MAX_WORDS))
    surface = [match.group() for match in found]
    return Words(text, surface, [word.lower() for word in surface], [match.start() for match in found], [False] * len(found))

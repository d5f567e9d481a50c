"""What an article itself teaches of its names: which words are names, what each is called in short, who its members are.

"Larkfield Health" is later "Larkfield", "Jane Roe" "Roe", the Bakers' Union "the union" and its people "the bakers".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names.shapes import bare, is_acronym, is_title_case
from briefreader.text.negotiation.sentence.words import Words

FormKind = Literal["person", "body"]
Formed = tuple[int, int, str, FormKind, bool, str | None]
"""First and last word, name, kind, whether it is only an adjective, and a person's title."""

# After these a capital says nothing.
OPENERS = frozenset('.:“"!?‘-–—*•(|»>')
_DEMONYM_ENDINGS = ("ans", "an", "ns", "n", "ians", "ian", "ese", "ish", "i", "is")


class Learned:
    """The names of one article as its sentences teach them, more with each sentence that is read."""

    def __init__(self, article: Sequence[Words], book: Codebook) -> None:
        self.book = book
        self.stop = book.lists["stop_names"] | book.lists["months"] | book.lists["days"]
        written = [words for words in article if not words.is_shouting()]
        self.common = {
            low for words in written for surface, low in zip(words.surface, words.low, strict=True) if surface[0].islower()
        }
        self.openings = Counter(words.low[0] for words in written if len(words))
        self.inside = {
            words.low[at]
            for words in written
            if not is_title_case(words)
            for at in range(1, len(words))
            if words.surface[at][0].isupper() and (words.low[at - 1] not in OPENERS or is_acronym(words, at))
        }
        """The words that have a capital within a sentence."""
        self.short_for: dict[str, tuple[str, FormKind]] = {}
        self.acronyms: dict[str, str] = {}
        self.alone: set[str] = set()
        # A body's own word, alone, means the one body that has it: "the Guild", "the federation's secretary".
        self.ending_in: dict[str, set[str]] = {}
        self.bodies: set[str] = set()
        # "The bakers" are the Bakers' Union.
        self.members: dict[str, str] = {}
        self.news: list[str] = []
        """The words of which something new was learned, in order: sentences with one of them may read otherwise now."""

    def body_called(self, low: str) -> str | None:
        """The only body of the article that goes by the word: "the guild's" is the Pilots' Guild's."""
        found = self.ending_in.get(low, set())
        return next(iter(found)) if len(found) == 1 else None

    def pair_of(self, surface: str) -> tuple[str, str] | None:
        """The two in "the Borea-Larkfield deal", where both are named apart elsewhere."""
        first, dash, second = bare(surface).partition("-")
        if not dash or not {first.lower(), second.lower()} <= self.inside | self.short_for.keys():
            return None
        return self.called_in_full(first), self.called_in_full(second)

    def called_in_full(self, word: str) -> str:
        return self.short_for.get(word.lower(), (word, "body"))[0]

    def land_of(self, text: str) -> str | None:
        """The land whose adjective this seems to be, if the article names it too: Karsian, Karsia."""
        for ending in _DEMONYM_ENDINGS:
            land = text.removesuffix(ending)
            if land != text and len(land) > 3 and land.lower() in self.inside:
                return land
        return None

    def remember(self, lows: Sequence[str], text: str, kind: FormKind) -> None:
        """Learn what a longer name is called in short: its last word, and a body's first."""
        if len(lows) < 2 or lows[0] in self.book.actor_phrases:
            return
        if kind == "person" and len(lows) > 2 and lows[-1].rstrip(".") in word_list("generations"):
            # "Jane Roe Jr", "Joe Roe III": called by the word before.
            lows = lows[:-1]
        bodies = self.book.lists["organisation_words"]
        if kind == "person" or (lows[-1] not in self.short_for and lows[-1] not in bodies):
            self.call(lows[-1], text, kind)
        if kind == "person" and self.short_for.get(lows[0], ("", ""))[0] == text:
            self.call(lows[0], text, kind)
        if kind == "body" and len(lows[0]) > 3 and lows[0] not in self.short_for and lows[0] not in bodies:
            self.call(lows[0], text, kind)

    def call(self, low: str, text: str, kind: FormKind) -> None:
        """Learn that a word means a name."""
        if self.short_for.get(low) != (text, kind):
            self.short_for[low] = (text, kind)
            self.news.append(low)

    def has_members(self, members: str, body: str) -> None:
        """Learn whom a body's members are called by: "the bakers" of the Bakers' Union."""
        if members not in self.members:
            self.members[members] = body
            self.news.append(members)

    def is_short_for(self, letters: str, body: str) -> None:
        """Learn a body's initials."""
        if self.acronyms.get(letters) != body:
            self.acronyms[letters] = body
            self.news.append(letters.lower())

    def note(self, place: set[str], name: str, *, told_by: str | None = None) -> None:
        """Keep a name among those that stood alone, that are bodies' for sure, or that end in a word."""
        if name not in place:
            place.add(name)
            self.news.append((told_by or name).lower())

    def is_known_word(self, low: str) -> bool:
        return low in self.inside or low in self.short_for

    def is_known(self, formed: Formed) -> bool:
        """Whether a headline's capitals are a name that the body knows."""
        last = formed[2].lower().split()[-1]
        return formed[3] == "person" or last in self.short_for or last in self.inside

"""Names in a sentence: listed parties, generic ones (union, creditors), and people and bodies known only by their form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.matching import walk
from briefreader.text.negotiation.words import Words

NameKind = Literal["listed", "generic", "person", "body"]
_DATELINE = re.compile(r"^\s*[A-Z][A-Z .,'-]{2,40}(?:, [A-Z][\w. ]{2,20})?(?: \([A-Z][\w ]+\))? [-–—] ")


@dataclass(frozen=True, slots=True)
class Name:
    """A mention: the words ``first`` to ``last``, the name it goes by, and whether it is an adjective (U.S. car plant)."""

    first: int
    last: int
    name: str
    kind: NameKind
    adjective: bool = False
    leader: str | None = None
    title: str | None = None
    affiliation: str | None = None


def dateline_words(words: Words) -> int:
    """How many words at the beginning are an agency's dateline: "GENEVA, May 3 (Agency) -"."""
    match = _DATELINE.match(words.text)
    return sum(start < match.end() for start in words.start) if match else 0


class NameFinder:
    """Finds names in the sentences of one article; learns first which capitalised words are names here."""

    def __init__(self, article: Sequence[Words], book: Codebook) -> None:
        self.book = book
        self.stop = book.lists["stop_names"]
        self.common = Counter(
            low
            for words in article
            if not words.is_shouting()
            for surface, low in zip(words.surface, words.low, strict=True)
            if surface[0].islower()
        )
        self._short_for: dict[str, tuple[str, NameKind]] = {}
        self._acronyms: dict[str, str] = {}
        self._known_capitalised: set[str] = set()
        self._openings = Counter(words.low[0] for words in article if len(words) and not words.is_shouting())
        for words in article:
            if not words.is_shouting() and not _is_title_case(words):
                for at in range(1, len(words)):
                    if words.surface[at][0].isupper() and words.low[at - 1] not in {".", ":", "“", '"', "!", "?"}:
                        self._known_capitalised.add(words.low[at])
        # Headlines last: what is a name there was learned in the body.
        ordered = sorted(article, key=_is_title_case)
        # Twice, for what a sentence further down calls in full: the first reading only learns.
        for words in ordered:
            self._find(words)
        self.found = {id(words): self._find(words) for words in ordered}

    def names(self, words: Words) -> list[Name]:
        return self.found[id(words)]

    def _find(self, words: Words) -> list[Name]:
        shouting = words.is_shouting()
        taken = [False] * len(words)
        found: list[Name] = []
        for first, last, readings in walk(self.book.actor_phrases, self._lookup(words, shouting)):
            if taken[first]:
                continue
            name = self._listed(words, first, last, readings[0].part, readings[0].name, shouting)
            if name:
                found.append(name)
                for at in range(name.first, last + 1):
                    taken[at] = True
        found += self._inside_hyphens(words, taken)
        if not shouting:
            found += self._by_form(words, taken)
        found.sort(key=lambda name: name.first)
        return found

    def _lookup(self, words: Words, shouting: bool) -> list[str]:
        """The words as the list of parties spells them."""
        looked_up = []
        for surface, low in zip(words.surface, words.low, strict=True):
            bare = surface.split("'")[0].split("’")[0] if "'" in surface or "’" in surface else surface
            if shouting:
                bare = bare if bare in {"US", "U.S.", "EU", "UN", "U.N.", "EC"} else _spelled(low, self.book)
            looked_up.append(bare)
        return looked_up

    def _listed(self, words: Words, first: int, last: int, part: str, name: str, shouting: bool) -> Name | None:
        actor = self.book.actors[name]
        generic = actor.kind.startswith("generic")
        if generic and words.surface[first][0].isupper() and not shouting and first and part == "name":
            return None if words.surface[min(last + 1, len(words) - 1)][0].isupper() else Name(first, last, name, "generic")
        if part == "leader":
            start = self._start_of_leader(words, first)
            leader = " ".join(_bare(surface) for surface in words.surface[start : last + 1])
            return Name(start, last, name, "listed", leader=leader)
        short = first == last and words.surface[first].isupper()
        adjective = part == "adjective" or (short and self._before_common_noun(words, last))
        if adjective and last + 1 < len(words) and words.low[last + 1] in self.book.lists["officials"]:
            adjective = False
        return Name(first, last, name, "generic" if generic else "listed", adjective=adjective)

    def _before_common_noun(self, words: Words, last: int) -> bool:
        """Whether a short form stands where an adjective stands: "U.S. car plant", "EU rules", but not "the US said"."""
        if last + 1 >= len(words) or words.possessive[last]:
            return False
        word = words.low[last + 1]
        return (
            words.surface[last + 1][0].islower()
            and word not in self.book.grammar["say"]
            and word not in word_list("after_names")
        )

    def _start_of_leader(self, words: Words, first: int) -> int:
        """Where a leader's name begins, with the first names before it."""
        start = first
        while start and first - start < 2 and not _is_title_case(words) and self._is_first_name(words, start - 1):
            start -= 1
        return start

    def _is_first_name(self, words: Words, at: int) -> bool:
        surface = words.surface[at]
        return (
            surface[0].isupper()
            and surface.isalpha()
            and words.low[at] not in self.book.lists["titles"]
            and words.low[at] not in self.stop
            and surface not in self.book.actor_phrases
            and not words.possessive[at]
        )

    # -- by form ----------------------------------------------------------------------------------------------------------

    def _by_form(self, words: Words, taken: list[bool]) -> list[Name]:
        found = []
        headline = _is_title_case(words)
        at = dateline_words(words)
        while at < len(words):
            if taken[at] or not self._is_name_word(words, at):
                at += 1
                continue
            end = self._run_end(words, at, taken)
            name = self._classify(words, at, end)
            if name and headline and not self._is_known(name):
                name = None
            if name:
                found.append(name)
                for place in range(name.first, name.last + 1):
                    taken[place] = True
            at = end + 1
        return found

    def _is_name_word(self, words: Words, at: int) -> bool:
        surface, low = words.surface[at], words.low[at]
        if not surface[0].isupper() or low in self.stop or len(low) < 2:
            return False
        if low in self.book.lists["months"] or low in self.book.lists["days"] or low in self.book.lists["news_bodies"]:
            return False
        starts = at == 0 or words.low[at - 1] in {".", ":", "“", '"', "!", "?", "‘", "-", "–", "—", "*", "•", "("}
        if starts and low not in self._known_capitalised:
            # A word that only ever begins sentences is a name if another capital follows and it is not a common word here.
            if self._openings[low] >= 2 and self.common[low] == 0 and not self._is_codebook_word(low):
                return True
            follows = (
                at + 1 < len(words)
                and words.low[at + 1] not in word_list("joiners")
                and words.surface[at + 1][0].isupper()
                and words.low[at + 1] not in self.stop
            )
            return follows and self.common[low] == 0
        return True

    def _is_known(self, name: Name) -> bool:
        last = name.name.lower().split()[-1]
        return last in self._short_for or last in self._known_capitalised or name.kind == "person"

    def _is_codebook_word(self, low: str) -> bool:
        """Whether a word that only ever opens sentences is a common noun or verb: Talks, Members, Negotiators."""
        return (
            low.endswith("s") or low in self.book.phrases or low in self.book.actor_phrases or low.endswith(("ing", "ed", "ly"))
        )

    def _run_end(self, words: Words, at: int, taken: list[bool]) -> int:
        end = at
        while end + 1 < len(words) and end - at < 7:
            following = end + 1
            if taken[following] or (words.possessive[end] and not words.surface[end].endswith(("s'", "s’"))):
                break
            if (
                words.surface[following][0].isupper()
                and words.low[following] not in self.stop | self.book.lists["months"] | self.book.lists["days"]
            ):
                end = following
                continue
            if (
                words.low[following] in word_list("joiners")
                and following + 1 < len(words)
                and not taken[following + 1]
                and words.surface[following + 1][0].isupper()
                and words.low[following + 1] not in self.stop
                and (
                    words.low[following] not in {"and", "the", "for"}
                    or (self._is_body_word(words.low[end]) is False and self._and_joins(words, at, following))
                )
            ):
                end = following + 1
                continue
            break
        return end

    def _and_joins(self, words: Words, first: int, at: int) -> bool:
        """Whether "and" is part of a name: only where a body's own word follows, as in Flour and Feed Company."""
        if words.low[at] != "and":
            return False
        tail = words.low[at + 1 : at + 5]
        return any(word in {"plc", "co", "inc", "administration", "commission", "sons", "company", "partners"} for word in tail)

    def _is_body_word(self, low: str) -> bool:
        return low in self.book.lists["organisation_words"]

    def _classify(self, words: Words, first: int, last: int) -> Name | None:
        titles = self.book.lists["titles"]
        start = max((at + 1 for at in range(first, last) if words.low[at] in titles), default=first)
        if words.low[start] in titles or words.low[start] in word_list("joiners") or "." in words.surface[start].strip("."):
            return None
        if "-" in words.surface[start] and start == last and not words.surface[start].split("-")[-1][:1].isupper():
            return None
        surfaces = [_bare(surface) for surface in words.surface[start : last + 1]]
        lows = words.low[start : last + 1]
        text = " ".join(surfaces)
        title = self._title_before(words, start)
        if title or self._apposition_title(words, last):
            title = title or self._apposition_title(words, last)
            name = Name(start, last, text, "person", title=title)
            self._remember(lows, text, "person")
            return name
        if any(self._is_body_word(low) for low in lows) or "&" in lows:
            bare = self._without_suffix(surfaces)
            self._remember([word.lower() for word in bare.split()], bare, "body")
            self._acronym(words, last, bare)
            return Name(start, last, bare, "body")
        known = self._short_for.get(lows[-1]) or self._short_for.get(text.lower())
        if known:
            return Name(start, last, known[0], known[1])
        if len(lows) == 1 and text in self._acronyms:
            return Name(start, last, self._acronyms[text], "body")
        if (
            len(lows) in {2, 3}
            and all(surface.isalpha() and not surface.isupper() for surface in surfaces)
            and lows[-1] not in self.common
        ):
            self._remember(lows, text, "person" if self._speaks(words, start, last) else "body")
            return Name(start, last, text, "person" if self._speaks(words, start, last) else "body")
        return Name(start, last, text, "body")

    def _without_suffix(self, surfaces: list[str]) -> str:
        legal = {"inc", "corp", "co", "ltd", "plc", "ag", "sa", "gmbh", "nv", "llc", "spa", "se", "kg"}
        kept = surfaces[:]
        while len(kept) > 1 and kept[-1].lower().rstrip(".") in legal:
            kept.pop()
        return " ".join(kept)

    def _acronym(self, words: Words, last: int, name: str) -> None:
        if last + 2 < len(words) and words.surface[last + 1] == "(" and words.surface[last + 2].isupper():
            self._acronyms[words.surface[last + 2]] = name

    def _remember(self, lows: Sequence[str], text: str, kind: NameKind) -> None:
        """Learn what a longer name is called in short: its last word, and a body's first."""
        if lows[0] in self.book.actor_phrases:
            return
        if len(lows) > 1 and lows[-1] not in self._short_for and not (kind == "body" and self._is_body_word(lows[-1])):
            self._short_for[lows[-1]] = (text, kind)
        if (
            kind == "body"
            and len(lows) > 1
            and len(lows[0]) > 3
            and lows[0] not in self._short_for
            and not self._is_body_word(lows[0])
        ):
            self._short_for[lows[0]] = (text, kind)

    def _title_before(self, words: Words, first: int) -> str | None:
        titles = self.book.lists["titles"]
        for length in (3, 2, 1):
            if first >= length:
                phrase = " ".join(words.low[first - length : first])
                if phrase in titles:
                    return phrase
        return None

    def _apposition_title(self, words: Words, last: int) -> str | None:
        """The role in "Jane Roe, head of the delegation," or "Jane Roe, the union's president,"."""
        if last + 2 >= len(words) or words.low[last + 1] != ",":
            return None
        roles = self.book.lists["role_nouns"]
        for at in range(last + 2, min(len(words), last + 8)):
            if words.low[at] in {",", ".", ";", "said", "and"}:
                return None
            if words.low[at] in roles:
                return words.low[at]
        return None

    def _speaks(self, words: Words, first: int, last: int) -> bool:
        say = self.book.grammar["say"]
        after = words.low[last + 1] if last + 1 < len(words) else ""
        before = words.low[first - 1] if first else ""
        return after in say or before in say

    def _inside_hyphens(self, words: Words, taken: list[bool]) -> list[Name]:
        """The parties of "Israel-Hamas talks" and of "a Norway-brokered truce"."""
        found = []
        for at, surface in enumerate(words.surface):
            if taken[at] or ("-" not in surface and "–" not in surface):
                continue
            parts = re.split("[-–]", surface)
            for part in parts:
                node = self.book.actor_phrases.get(part)
                readings = node.get("") if isinstance(node, dict) else None
                if isinstance(readings, list) and part[:1].isupper():
                    lower_tail = parts[-1][:1].islower()
                    found.append(Name(at, at, readings[0].name, "listed", adjective=lower_tail))
                    taken[at] = True
        return found


def _is_title_case(words: Words) -> bool:
    """Whether the sentence is a headline in which nearly every word has a capital."""
    letters = [surface for surface in words.surface if surface[0].isalpha() and len(surface) > 3]
    if words.text.rstrip().endswith("."):
        return False
    return len(letters) > 2 and sum(surface[0].isupper() for surface in letters) >= 0.75 * len(letters)


def _bare(surface: str) -> str:
    return re.sub(r"['’]s?$", "", surface)


def _spelled(low: str, book: Codebook) -> str:
    """A word of an all-capital headline as the list of parties spells it."""
    for spelling in (low, low.upper()):
        if spelling in book.actor_phrases:
            return spelling
    return low.capitalize()

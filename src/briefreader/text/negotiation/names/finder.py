"""Names in a sentence: listed parties, generic ones (union, creditors), and those known only by their form (forms.py)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefreader.text.negotiation.codebook import END, Codebook, Reading, word_list
from briefreader.text.negotiation.names.forms import FormReader
from briefreader.text.negotiation.names.rounds import names_a_round, trade_rounds_in
from briefreader.text.negotiation.names.shapes import bare, dateline_words, is_title_case
from briefreader.text.negotiation.sentence.matching import walk
from briefreader.text.negotiation.sentence.words import Words

NameKind = Literal["listed", "generic", "person", "body"]
_CAPITALS_ALWAYS = frozenset({"US", "U.S.", "EU", "UN", "U.N.", "EC", "UK", "U.K."})


@dataclass(frozen=True, slots=True)
class Name:
    """A mention: the words ``first`` to ``last``, the name it goes by, and whether it is an adjective (U.S. car plant).

    ``leader`` is the leader by whose name a listed party is called; ``title`` a person's.
    """

    first: int
    last: int
    name: str
    kind: NameKind
    adjective: bool = False
    leader: str | None = None
    title: str | None = None


def _is_amount(word: str) -> bool:
    """Whether a word ends a sum of money: "50 million (U.S.)"."""
    return word[:1].isdigit() or word in {"million", "billion", "dollars", "cents", "mln", "bln"}


def _is_in_a_bracket(words: Words, first: int, last: int) -> bool:
    """Whether a country stands between brackets in something else's name: "50 million (U.S.)", "Borea (Ostland) Ltd"."""
    if first < 2 or words.surface[first - 1] != "(" or words.surface[last + 1 : last + 2] != [")"]:
        return False
    after = words.low[last + 2 : last + 3]
    return _is_amount(words.low[first - 2]) or any(word.rstrip(".") in word_list("legal_forms") for word in after)


def _is_told_of_it(words: Words, last: int) -> bool:
    """Whether what follows is what it did: "the EU agreed", "US offered Norland", but not "US backed forces"."""
    if not words.low[last + 1].endswith("ed"):
        return False
    after = words.surface[last + 2 : last + 3]
    object_begins = not after or after[0][0].isupper() or after[0] in word_list("begins_an_object")
    return object_begins or words.low[max(0, last - 1)] == "the"


def _without_participle(word: str) -> str:
    """The name in the last word of "Arab League-led": what is done by it is cut off."""
    name, dash, done = word.rpartition("-")
    return name if dash and name[:1].isupper() and done in word_list("done_by_it") else word


def _is_initials(word: str, book: Codebook) -> bool:
    """Whether a word in capitals may be a company's initials before its country: "KBO Ostland"; no agency's dateline."""
    return 1 < len(word) < 5 and word.isalpha() and word not in _NO_COMPANIES and word not in book.places


_NO_COMPANIES = frozenset({"us", "uk", "eu", "un", "ec", "mr", "ms", "mrs", "dr", "pm", "fm", "mp"})


class NameFinder:
    """The names in the sentences of one article."""

    def __init__(self, article: Sequence[Words], book: Codebook) -> None:
        self.book = book
        self._forms = FormReader(article, book)
        self._rounds = trade_rounds_in(article)
        # Headlines last: what is a name there was learned in the body.
        listed = [(words, self._find_listed(words)) for words in sorted(article, key=is_title_case)]
        news = self._forms.learned.news
        first = [(words, names, self._find(words, names), len(news)) for words, names in listed]
        # And again what has a word of which a sentence further down told more, its name in full, say.
        self._found = {
            id(words): found if set(news[known:]).isdisjoint(words.low) else self._find(words, names)
            for words, names, found, known in first
        }

    def names(self, words: Words) -> list[Name]:
        """The names of a sentence, in order."""
        return self._found[id(words)]

    def body_beside(self, words: Words, person: Name) -> str | None:
        """The body that a common word calls beside a person's title: "the guild's secretary, Jane Roe"."""
        if person.title is None:
            return None
        around = [*words.low[max(0, person.first - 5) : person.first], *words.low[person.last + 1 : person.last + 8]]
        bodies = (self._forms.learned.body_called(bare(low)) for low in around)
        return next((body for body in bodies if body), None)

    def _find(self, words: Words, listed: Sequence[Name]) -> list[Name]:
        """The listed names and, outside them, those that have the form of one."""
        found = list(listed)
        if not words.is_shouting():
            taken = [False] * len(words)
            for name in listed:
                taken[name.first : name.last + 1] = [True] * (name.last + 1 - name.first)
            found += [
                Name(first, last, name, kind, adjective, title=title)
                for first, last, name, kind, adjective, title in self._forms.read(words, taken)
            ]
            found += [
                Name(at, at, self._forms.learned.members[low], "body")
                for at, low in enumerate(words.low)
                if low in self._forms.learned.members and not taken[at] and not words.possessive[at]
            ]
        # "The company Borea", "transport union DOK": the name is meant, not the generic before it.
        named = {name.first for name in found if name.kind == "body"}
        # "Ostland's government" is Ostland.
        owned = {name.last + 1 for name in found if name.kind != "generic" and words.possessive[name.last]}
        # "The government of Ostlandic President Roe" too.
        firsts = {name.first for name in found if name.kind == "listed"}
        owned |= {
            name.first
            for name in found
            if name.name == "government"
            and words.low[name.last + 1 : name.last + 2] == ["of"]
            and firsts & {name.last + 2, name.last + 3}
        }
        kept = [
            name
            for name in found
            if name.kind != "generic" or not (name.last + 1 in named or (name.name == "government" and name.first in owned))
        ]
        return sorted(kept, key=lambda name: name.first)

    def _find_listed(self, words: Words) -> list[Name]:
        shouting = words.is_shouting()
        dateline = dateline_words(words)
        taken = [at < dateline for at in range(len(words))]
        found: list[Name] = []
        for first, last, readings in walk(self.book.actor_phrases, self._spelled_as_listed(words, shouting)):
            covered = taken[first] or self._is_in_a_body(words, first, last, shouting)
            covered = covered or names_a_round(words, first, self._rounds)
            name = None if covered else self._listed(words, first, last, readings[0], shouting)
            if name:
                found.append(name)
                taken[name.first : last + 1] = [True] * (last + 1 - name.first)
        return found + self._inside_hyphens(words, taken)

    def _spelled_as_listed(self, words: Words, shouting: bool) -> list[str]:
        if not shouting:
            spelled = [bare(surface) for surface in words.surface]
            for at in range(1, len(spelled)):
                known = "-" not in spelled[at] or spelled[at] in self.book.actor_phrases
                if not known and spelled[at - 1][:1].isupper():
                    spelled[at] = _without_participle(spelled[at])
            # "Nurses voted …": the first word's capital is the sentence's.
            if spelled and spelled[0] not in self.book.actor_phrases and words.low[0] in self.book.actor_phrases:
                spelled[0] = words.low[0]
            return spelled
        return [
            bare(surface) if bare(surface) in _CAPITALS_ALWAYS else self._lowered(low)
            for surface, low in zip(words.surface, words.low, strict=True)
        ]

    def _lowered(self, low: str) -> str:
        """A word of an all-capital headline as the list of parties spells it."""
        spellings = (low, low.capitalize()) if low in word_list("be") else (low, low.upper())
        return next((spelling for spelling in spellings if spelling in self.book.actor_phrases), low.capitalize())

    def _is_in_a_body(self, words: Words, first: int, last: int, shouting: bool) -> bool:
        """Whether a country only begins or ends a body's name: "Ostland Post", "Millers' Union of Ostland"."""
        low, surface = words.low, words.surface
        if shouting or is_title_case(words):
            return False
        # "The Supreme National Security Council" is not the world's.
        national = surface[first - 1 : first + 1] == ["National", "Security"]
        if national or _is_in_a_bracket(words, first, last):
            return True
        if first and first == last and surface[first - 1].isupper() and _is_initials(low[first - 1], self.book):
            return True
        if first > 1 and low[first - 1] == "of" and surface[first - 2][0].isupper():
            return low[first - 2].rstrip("'") in word_list("of_a_country")
        end = last
        while end + 1 < len(words) and surface[end + 1][0].isupper() and not words.possessive[end]:
            end += 1
            if low[end] in self.book.lists["titles"] or low[end] in self.book.lists["role_nouns"]:
                return False
        company = end > last and low[end].rstrip(".")
        # "Kuma Tokyo Financial Group": a city among capitals.
        # "The Free Norlandic Army": an adjective.
        known_inside = low[first] in self.book.places or (first > 1 and low[first - 1] in word_list("before_an_adjective"))
        inside = first and surface[first - 1][0].isupper() and known_inside and not words.possessive[first - 1]
        # "Norlandic Air Carriers ASA": a company by its legal form.
        incorporated = word_list("legal_forms") & {word.rstrip(".") for word in low[last + 2 : end + 1]}
        return (
            bool(incorporated)
            or company in word_list("of_companies")
            or bool(inside and company in self.book.lists["organisation_words"])
        )

    def _listed(self, words: Words, first: int, last: int, reading: Reading, shouting: bool) -> Name | None:
        name, part = reading.name, reading.part
        if self.book.actors[name].kind.startswith("generic"):
            return None if self._is_no_generic(words, first, last, shouting) else Name(first, last, name, "generic")
        if part == "leader":
            if first == last and not shouting and self._is_somebody_else(words, last):
                return None
            start = self._first_names_before(words, first)
            leader = " ".join(bare(surface) for surface in words.surface[start : last + 1])
            return Name(start, last, name, "listed", leader=leader)
        following = words.low[last + 1] if last + 1 < len(words) else ""
        short = first == last and words.surface[first].isupper() and self._qualifies_noun(words, last)
        led = first < last and words.surface[last] != _without_participle(words.surface[last])
        itself = following in word_list("a_group_itself") and self.book.actors[name].kind == "group"
        its_officer = following in self.book.lists["officials"] | word_list("before_an_office")
        adjective = (part == "adjective" or short or led) and not (itself or its_officer)
        if part == "adjective" and following in word_list("of_an_owner"):
            # "The Ostlandic group Aksel": the group is meant.
            adjective = words.surface[min(last + 2, len(words) - 1)][0].isupper()
        return Name(first, last, name, "listed", adjective=adjective)

    def _is_no_generic(self, words: Words, first: int, last: int, shouting: bool) -> bool:
        """Whether a generic word is part of something else: "the chief of staff" is no employee, "Party Hall" no party."""
        if words.low[max(0, first - 2) : first] in (["chief", "of"], ["chiefs", "of"]):
            return True
        if words.low[last] in word_list("also_adjectives") and self._qualifies_noun(words, last):
            # "Military talks" are not the military's.
            return True
        inside_a_name = words.surface[min(last + 1, len(words) - 1)][0].isupper()
        return bool(words.surface[first][0].isupper() and first and not shouting and inside_a_name)

    def _is_somebody_else(self, words: Words, last: int) -> bool:
        """Whether a leader's name is only another's first name: "Karim Daoud", where the list knows a Karim."""
        if last + 1 >= len(words) or words.possessive[last] or is_title_case(words):
            return False
        following = words.surface[last + 1]
        family_name = following[0].isupper() and following[1:].islower() and words.low[last + 1] not in self._forms.learned.stop
        return family_name and words.low[last] in self.book.lists["first_names"]

    def _qualifies_noun(self, words: Words, last: int) -> bool:
        """Whether a short form stands where an adjective stands: "U.S. car plant", but not "the US said"."""
        if last + 1 >= len(words) or words.possessive[last] or not words.surface[last + 1][0].islower():
            return False
        following = words.low[last + 1]
        if following in word_list("acting") or _is_told_of_it(words, last):
            return False
        return following not in self.book.grammar["say"] and following not in word_list("after_names")

    def _first_names_before(self, words: Words, first: int) -> int:
        """Where a leader's name begins, with up to two first names before it."""
        start = first
        while start and first - start < 2 and not is_title_case(words) and self._is_first_name(words, start - 1):
            start -= 1
        return start

    def _is_first_name(self, words: Words, at: int) -> bool:
        surface, low = words.surface[at], words.low[at]
        if not (surface[0].isupper() and surface.isalpha()) or words.possessive[at]:
            return False
        return (
            low not in self.book.lists["titles"]
            and low not in self._forms.learned.stop
            and surface not in self.book.actor_phrases
            # "Underlining Karim's hold" names Karim alone.
            and (at > 0 or not low.endswith("ing"))
        )

    def _inside_hyphens(self, words: Words, taken: list[bool]) -> list[Name]:
        """The parties of "Israel-Hamas talks" and of "a Norway-brokered truce"."""
        found = []
        for at, surface in enumerate(words.surface):
            if taken[at] or ("-" not in surface and "–" not in surface):
                continue
            parts = re.split("[-–]", surface)
            for part in parts:
                node = self.book.actor_phrases.get(part)
                readings = node.get(END) if isinstance(node, dict) else None
                if isinstance(readings, list) and part[:1].isupper():
                    found.append(Name(at, at, readings[0].name, "listed", adjective=parts[-1][:1].islower()))
                    taken[at] = True
        return found

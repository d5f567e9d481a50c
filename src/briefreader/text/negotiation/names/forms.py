"""People and bodies that no list knows, by their form: capitals, titles, appositions, a body's own words, who speaks.

What a longer name is called in short is learned from the article itself: "Larkfield Health" is later
"Larkfield", "Jane Roe" "Roe".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.sentence.words import Words

FormKind = Literal["person", "body"]
Formed = tuple[int, int, str, FormKind, bool, str | None]
"""First and last word, name, kind, whether it is only an adjective, and a person's title."""

LONGEST_NAME = 7
OFFICE_REACH = 9
LONGEST_OFFICE = 3
# After these a capital says nothing.
_OPENERS = frozenset('.:“"!?‘-–—*•(|»>')
_DATELINE = re.compile(r"^\s*[A-Z][A-Z .,'-]{2,40}(?:, [A-Z][\w. ]{2,20})?(?: \([A-Z][\w ]+\))? [-–—] ")
# "Activist Jane Roe", "businessman Joe Roe": what only people are.
_CALLINGS = ("ist", "sman", "woman", "lawyer", "ician")
_PARTICIPLES = ("-based", "-owned", "-backed", "-led", "-listed", "-controlled", "-born")
_TICKER = re.compile(r"[A-Za-z0-9]{2,6}\.[A-Z]{1,3}")
_POSSESSIVE = re.compile(r"['’]s?$")
_DEMONYM_ENDINGS = ("ans", "an", "ns", "n", "ians", "ian", "ese", "ish", "i", "is")


def dateline_words(words: Words) -> int:
    """How many words at the beginning are an agency's dateline: "GENEVA, May 3 (Agency) -"."""
    match = _DATELINE.match(words.text)
    return sum(start < match.end() for start in words.start) if match else 0


def is_title_case(words: Words) -> bool:
    """Whether the sentence is a headline in which nearly every word has a capital."""
    if words.text.rstrip().endswith("."):
        return False
    long = [surface for surface in words.surface if surface[0].isalpha() and len(surface) > 3]
    return len(long) > 2 and sum(surface[0].isupper() for surface in long) >= 0.75 * len(long)


def _is_arabic(surface: str) -> bool:
    """Whether a word is an Arabic family name with its article: al-Karim."""
    return surface[:3] in {"al-", "el-"} and surface[3:4].isupper()


def bare(surface: str) -> str:
    """A word without its possessive."""
    return _POSSESSIVE.sub("", surface) if "'" in surface or "’" in surface else surface


def _is_acronym(words: Words, at: int) -> bool:
    """Whether a word in parentheses is the short name of what stands before: "the Public Carters' Union (PCU)"."""
    return words.low[at - 1] == "(" and words.surface[at].isupper() and len(words.surface[at]) > 2


def _is_adjective(surface: str) -> bool:
    """Whether a word with a capital is an adjective all the same: "Borea-led"."""
    return "-" in surface and surface.rsplit("-", 1)[-1].islower()


def _is_plural_possessive(surface: str) -> bool:
    """Whether a possessive may stand within a body's name: the Dockers' Union, the People's Party."""
    return surface.endswith(("s'", "s’")) or bare(surface).lower().endswith(("men", "people", "children"))


def _is_led_by_or_who(words: Words, start: int, last: int, surfaces: Sequence[str]) -> bool:
    """Whether a name stands as only people's do: "a team led by Jane Roe", "Jane Roe, who"."""
    after = words.low[last + 1 : last + 3]
    who = (after[:1] == ["who"] or after == [",", "who"]) and "".join(surfaces).isalpha()
    return who or words.low[max(0, start - 2) : start] in (["led", "by"], ["headed", "by"])


class FormReader:
    """Reads names by form in the sentences of one article."""

    def __init__(self, article: Sequence[Words], book: Codebook) -> None:
        self.book = book
        self.stop = book.lists["stop_names"] | book.lists["months"] | book.lists["days"]
        self._offices = book.lists["titles"] | book.lists["role_nouns"]
        self._office_words = {word for office in self._offices for word in office.split()}
        self._stop_inside = self.stop - word_list("may_continue_names")
        written = [words for words in article if not words.is_shouting()]
        self.common = {
            low for words in written for surface, low in zip(words.surface, words.low, strict=True) if surface[0].islower()
        }
        self._openings = Counter(words.low[0] for words in written if len(words))
        self._inside = {
            words.low[at]
            for words in written
            if not is_title_case(words)
            for at in range(1, len(words))
            if words.surface[at][0].isupper() and (words.low[at - 1] not in _OPENERS or _is_acronym(words, at))
        }
        self._short_for: dict[str, tuple[str, FormKind]] = {}
        self._acronyms: dict[str, str] = {}
        self._alone: set[str] = set()
        # A body's own word, alone, means the one body that has it: "the Guild", "the federation's secretary".
        self._ending_in: dict[str, set[str]] = {}
        self._bodies: set[str] = set()
        # "The bakers" are the Bakers' Union.
        self.members: dict[str, str] = {}

    def read(self, words: Words, taken: list[bool]) -> Iterator[Formed]:
        """Give the names in the sentence outside what is ``taken``, and mark their words as taken."""
        headline = is_title_case(words)
        at = dateline_words(words)
        size = len(words)
        while at < size:
            hidden = headline and not self._is_known_word(words.low[at])
            if taken[at] or hidden or not words.surface[at][0].isupper() or not self._begins_name(words, at):
                at += 1
                continue
            pair = self._pair_of(words.surface[at])
            if pair:
                taken[at] = True
                yield from ((at, at, each, "body", True, None) for each in pair)
                at += 1
                continue
            end = self._end_of_name(words, at, taken, headline=headline)
            described = [place for place in range(at, end) if words.low[place].endswith(_PARTICIPLES)]
            if described:
                # "Port Alder-based Borea": the company, not its town.
                at = described[-1] + 1
                continue
            formed = self._classify(words, at, end)
            if formed and formed[3] == "person" and formed[0] > at:
                # "Borea Chief Executive Jane Roe": whose she is, too.
                owner = self._owner_before(words, at, formed[0])
                if owner:
                    taken[owner[0] : owner[1] + 1] = [True] * (owner[1] + 1 - owner[0])
                    yield owner
            if formed and not (headline and not self._is_known(formed)):
                for place in range(formed[0], formed[1] + 1):
                    taken[place] = True
                yield formed
            at = end + 1

    def _pair_of(self, surface: str) -> tuple[str, str] | None:
        """The two in "the Borea-Larkfield deal", where both are named apart elsewhere."""
        first, dash, second = bare(surface).partition("-")
        if not dash or not {first.lower(), second.lower()} <= self._inside | self._short_for.keys():
            return None
        return self._called_in_full(first), self._called_in_full(second)

    def _called_in_full(self, word: str) -> str:
        return self._short_for.get(word.lower(), (word, "body"))[0]

    # -- where a name begins and ends --------------------------------------------------------------------------------------

    def _begins_name(self, words: Words, at: int) -> bool:
        surface, low = words.surface[at], words.low[at]
        if not surface[0].isupper() or len(low.strip(".")) < 2 or low in self.book.lists["news_bodies"]:
            return False
        if at and words.low[at - 1] == "the" and self.body_called(low):
            # "The Union", where the Corvine Union was named.
            return True
        after = words.surface[at + 1] if at + 1 < len(words) else " "
        followed = _is_arabic(after) or (after[0].isupper() and words.low[at + 1] not in self.stop)
        if _is_adjective(surface) or (low in self.stop and not (followed and low in word_list("may_begin_names"))):
            return False
        if (at and words.low[at - 1] not in _OPENERS) or low in self._inside or self._land_of(surface):
            return True
        return self._opens_as_name(words, at, followed)

    def _opens_as_name(self, words: Words, at: int, followed: bool) -> bool:
        """Whether a word that only ever opens sentences is a name: often, before another capital, a legal form or "said"."""
        low, after = words.low[at], words.low[at + 1 : at + 2]
        paired_with = at + 2 + (words.low[at + 2 : at + 3] == ["the"])
        paired = after in (["and"], ["&"]) and any(word[0].isupper() for word in words.surface[paired_with : paired_with + 1])
        tells = bool(after) and after[0].rstrip(".") in word_list("legal_forms") | self.book.grammar["say"]
        tells = tells or self._has_an_officer(words, at)
        often = (self._openings[low] >= 2 or paired or tells) and not self._is_common_form(low)
        # "Buying Borea would …" names Borea alone.
        return low not in self.common and (often or (followed and not low.endswith("ing")))

    def _has_an_officer(self, words: Words, at: int) -> bool:
        """Whether a body's officer follows: "ABC general secretary Jane Roe", "Green leader Jane Roe"."""
        if words.low[at] in word_list("describes_officers"):
            return False
        ends = range(at + 2, min(at + 2 + LONGEST_OFFICE, len(words)))
        return any(words.surface[end][0].isupper() and " ".join(words.low[at + 1 : end]) in self._offices for end in ends)

    def _is_common_form(self, low: str) -> bool:
        """Talks, Members, Negotiators, Speaking: common words by their ending or by the codebook."""
        return low.endswith(("s", "ing", "ed", "ly")) or low in self.book.phrases or low in self.book.actor_phrases

    def _end_of_name(self, words: Words, at: int, taken: list[bool], *, headline: bool) -> int:
        end = at
        while end + 1 < len(words) and end - at < LONGEST_NAME:
            following = end + 1
            if taken[following] or (words.possessive[end] and not _is_plural_possessive(words.surface[end])):
                break
            surface = words.surface[following]
            if _TICKER.fullmatch(surface) or words.low[end].rstrip(".") in word_list("closing_forms"):
                # "Borea Mills BOR.N": the exchange's name for it. "Borea Inc Annual Report": what it publishes.
                break
            if headline and not self._is_known_word(words.low[following]):
                break
            if (surface[0].isupper() or _is_arabic(surface)) and words.low[following] not in self._stop_inside:
                end = following
            elif self._joins(words, end, following, taken):
                end = following + 1
            elif words.low[following : following + 2] == ["of", "the"] and self._joins_the(words, end, following, taken):
                end = following + 2
            else:
                break
        return end

    def _joins_the(self, words: Words, end: int, at: int, taken: list[bool]) -> bool:
        """Whether "of the" belongs to the name: "Department of the Interior"."""
        organ = words.low[end] in word_list("state_organs") or words.low[end] in {"union", "church", "bank", "council"}
        return organ and at + 2 < len(words) and not taken[at + 2] and words.surface[at + 2][0].isupper()

    def _joins(self, words: Words, end: int, at: int, taken: list[bool]) -> bool:
        """Whether a small word belongs to the name: "Bank of Ostland", "Perez de Cuellar", "Flour and Feed Company"."""
        joiner, following = words.low[at], at + 1
        if joiner not in word_list("joiners") or following >= len(words) or taken[following]:
            return False
        if not words.surface[following][0].isupper() or words.low[following] in self.stop:
            return False
        bodies, before = self.book.lists["organisation_words"], words.low[end].rstrip("'.")
        if joiner in {"of", "for"}:
            return before in bodies or (joiner == "of" and before in word_list("takes_of"))
        if joiner == "and" and words.low[end - 1] in {"for", "of", "on"} and words.low[end - 2] in bodies:
            # "Council for Mines and Quarries"; but "the Union of Ostland and Borea Air" are two.
            after = words.surface[following + 1 : following + 2]
            return not (after and after[0][0].isupper()) or before in word_list("state_organs")
        if joiner in {"and", "the"}:
            return self._closes_behind(words, end, following)
        return True

    def _closes_behind(self, words: Words, end: int, following: int) -> bool:
        """Whether what stands behind "and" shows that both halves are one name: "Flour and Feed Company"."""
        before = words.low[end].rstrip("'.")
        ahead = range(following, min(following + 4, len(words)))
        capitals = {words.low[place] for place in ahead if words.surface[place][0].isupper()}
        if words.low[following - 1] == "and" and before in word_list("trades") and capitals & word_list("of_a_trade"):
            # "United Food and Commercial Workers": what is worked at, not whose.
            return True
        closed = words.low[following - 1] == "the" or before in word_list("closes_name")
        return not closed and bool(word_list("closes_and") & capitals)

    # -- what a name is ----------------------------------------------------------------------------------------------------

    def _classify(self, words: Words, first: int, last: int) -> Formed | None:
        if first < last and words.low[last] in word_list("chiefs"):
            # "Borea CEO": the body, not its chief.
            last -= 1
        bodies = self.book.lists["organisation_words"]
        # "General Roe" is a general, "General Motors" is not, nor is the Premier League a premier.
        company = words.low[first] in word_list("titles_in_names") and bool(set(words.low[first + 1 : first + 2]) & bodies)
        start = (
            first if company else max((at + 1 for at in range(first, last) if words.low[at] in self._offices), default=first)
        )
        if not (company or self._may_be_name(words, start, last)):
            return None
        surfaces = [*words.surface[start:last], bare(words.surface[last])]
        if len(surfaces) > 1 and words.low[last] == "local":
            # "BWU Local 12" is the union's.
            last, surfaces = last - 1, surfaces[:-1]
        lows, text = words.low[start : last + 1], " ".join(surfaces)
        if ({"&"} | self.book.lists["organisation_words"]) & set(lows) or lows[-1].rstrip(".") in word_list("closing_forms"):
            return self._body(words, start, last, surfaces)
        if self._is_person(words, start, last, surfaces):
            self._remember(lows, text, "person")
            return start, last, text, "person", False, self._title(words, start, last)
        if start == last:
            return self._one_word(words, start, text)
        name, kind = self._short_for.get(lows[-1], (text, "body"))
        if name == text and len(lows) in {2, 3} and lows[-1] not in self.common:
            self._remember(lows, text, "body")
        return start, last, name, kind, False, None

    def _owner_before(self, words: Words, first: int, person: int) -> Formed | None:
        """The body in "Borea Chief Executive Jane Roe": what stands before the title in the same capitals."""
        ends = (
            person - length - 1 for length in (4, 3, 2, 1) if " ".join(words.low[person - length : person]) in self._offices
        )
        last = next(ends, -1)
        if last < first or self._office_words & set(words.low[first : last + 1]):
            return None
        formed = self._classify(words, first, last)
        return formed if formed and formed[3] == "body" and self._is_known(formed) else None

    def _may_be_name(self, words: Words, start: int, last: int) -> bool:
        """No title alone, no ticker (ABC.PA), no adjective that only begins like a name (Ostland-led)."""
        low, opening = words.low[start], words.surface[start]
        if " ".join(words.low[start : last + 1]) in self.book.lists["titles"]:
            return False
        if low in self.book.lists["titles"] or low in word_list("joiners") or "." in opening.strip("."):
            # A ticker, ABC.PA; but U.S. Cable is a company.
            return opening == "U.S." and words.low[last] in word_list("of_companies")
        return start < last or "-" not in opening or opening.rsplit("-", 1)[-1][:1].isupper()

    def _body(self, words: Words, start: int, last: int, surfaces: list[str]) -> Formed:
        whole = self._ending_in.get(surfaces[0].lower(), set()) if len(surfaces) == 1 else set()
        if len(whole) == 1:
            return start, last, next(iter(whole)), "body", False, None
        kept = surfaces[:]
        while len(kept) > 1 and kept[-1].lower().rstrip(".") in word_list("legal_forms") | {"&"}:
            kept.pop()
        name = " ".join(kept)
        if len(kept) > 1 and kept[0].endswith(("s'", "s’")):
            self.members.setdefault(kept[0].lower().rstrip("'’"), name)
        self._remember([word.lower() for word in kept], name, "body")
        for word in {word.lower() for word in kept} & word_list("called_alone") if len(kept) > 1 else ():
            self._ending_in.setdefault(word, set()).add(name)
        if last + 2 < len(words) and words.surface[last + 1] == "(" and words.surface[last + 2].isupper():
            self._acronyms[words.surface[last + 2]] = name
        return start, last, name, "body", False, None

    def _one_word(self, words: Words, at: int, text: str) -> Formed | None:
        self._alone.add(words.low[at])
        following = words.low[at + 1] if at + 1 < len(words) else ""
        paired = words.low[at + 3] if following == "and" and at + 3 < len(words) else ""
        if following in word_list("geographic") or paired in word_list("geographic"):
            # "At its Alder and Brevik plants": towns.
            owned = any(words.possessive[place] or words.low[place] in {"its", "their"} for place in range(max(0, at - 3), at))
            return None if owned else (at, at, text, "body", True, None)
        if text in self._acronyms:
            return at, at, self._acronyms[text], "body", False, None
        land = self._land_of(text)
        if land:
            return at, at, land, "body", not text.endswith("s"), None
        name, kind = self._short_for.get(words.low[at], (text, "body"))
        return at, at, name, kind, False, None

    def _land_of(self, text: str) -> str | None:
        """The land whose adjective this seems to be, if the article names it too: Karsian, Karsia."""
        for ending in _DEMONYM_ENDINGS:
            land = text.removesuffix(ending)
            if land != text and len(land) > 3 and land.lower() in self._inside:
                return land
        return None

    def body_called(self, low: str) -> str | None:
        """The only body of the article that goes by the word: "the guild's" is the Pilots' Guild's."""
        found = self._ending_in.get(low, set())
        return next(iter(found)) if len(found) == 1 else None

    def _is_person(self, words: Words, start: int, last: int, surfaces: list[str]) -> bool:
        # As they are spelled: "the union", not "the European Union".
        apposed = set(words.surface[last + 2 : last + 8]) if words.low[last + 1 : last + 2] == [","] else set()
        if word_list("what_bodies_are") & apposed and not self.book.lists["role_nouns"] & apposed:
            # "Maison Roe, the family's maker of jam,": no person, here or elsewhere.
            self._bodies.add(surfaces[-1])
        common = self.common | word_list("no_parties")
        if surfaces[-1] in self._bodies or (start == last and words.low[start] in common):
            return False
        if self._title(words, start, last) or (len(surfaces) in {2, 3} and _is_led_by_or_who(words, start, last, surfaces)):
            return True
        if len(surfaces) not in {2, 3} or not all(
            (part.replace("-", "").isalpha() and not part.isupper()) or (len(part) == 2 and part.endswith("."))
            for part in surfaces
        ):
            return False
        say = self.book.grammar["say"]
        speaks = (last + 1 < len(words) and words.low[last + 1] in say) or (start > 0 and words.low[start - 1] in say)
        if words.low[start].split("-")[0] in self.book.lists["first_names"]:
            return True
        # Bodies speak too. But people are called by their last word alone, bodies by their first.
        return speaks and words.low[last] in self._alone and words.low[start] not in self._alone

    def _title(self, words: Words, start: int, last: int) -> str | None:
        """The title in "Foreign Minister Roe" or "its foreign minister, Jane Roe", or the role in "Jane Roe, head of …,"."""
        end = start - 1 if start > 1 and words.low[start - 1] == "," else start
        for length in (3, 2, 1):
            phrase = " ".join(words.low[end - length : end]) if end >= length else ""
            if phrase in self.book.lists["titles"]:
                return phrase
        if end and words.low[end - 1] in self.book.lists["role_nouns"] and words.surface[end - 1][0].isupper():
            return words.low[end - 1]
        calling = words.low[end - 1] if end and words.surface[end - 1][0].islower() else ""
        if start < last and calling.endswith(_CALLINGS):
            return calling
        return self._office_before(words, start, last) or self._office_after(words, last)

    def _office_after(self, words: Words, last: int) -> str | None:
        """The role in "Jane Roe, head of …," and "Jane Roe, the guild's general secretary"."""
        if words.low[last + 1 : last + 2] == ["of"] and words.low[last + 3 : last + 4] == [","]:
            last += 2  # "Jane Roe of Ostland, chairman of …"
        if last + 2 >= len(words) or words.low[last + 1] != ",":
            return None
        for at in range(last + 2, min(len(words), last + 8)):
            if words.low[at] in word_list("apposition_ends"):
                return None
            if words.low[at] in self.book.lists["role_nouns"]:
                longer = " ".join(words.low[at : at + 2])
                return longer if longer in self.book.lists["titles"] else words.low[at]
        return None

    def _office_before(self, words: Words, start: int, last: int) -> str | None:
        """The role in "its head of personnel Jane Roe" and "the head of the Millers' Union, Jane Roe,"."""
        roles = self.book.lists["role_nouns"]
        for at in range(start - 3, max(-1, start - 7), -1):
            if not words.surface[at + 2][0].islower() or words.low[start - 1] in word_list("before_nouns"):
                break
            if words.low[at] in roles and words.low[at + 1] in {"of", "for", "to"}:
                return words.low[at]
        if start < 3 or words.low[start - 1] != "," or words.low[last + 1 : last + 2] != [","]:
            return None
        for at in range(start - 2, max(-1, start - OFFICE_REACH), -1):
            if words.low[at] in word_list("apposition_ends"):
                return None
            if words.low[at] in roles and words.low[at + 1] in {"of", "for", "to", "at", "in"}:
                return words.low[at]
        return None

    def _remember(self, lows: Sequence[str], text: str, kind: FormKind) -> None:
        """Learn what a longer name is called in short: its last word, and a body's first."""
        if len(lows) < 2 or lows[0] in self.book.actor_phrases:
            return
        bodies = self.book.lists["organisation_words"]
        if kind == "person" or (lows[-1] not in self._short_for and lows[-1] not in bodies):
            self._short_for[lows[-1]] = (text, kind)
        if kind == "person" and self._short_for.get(lows[0], ("", ""))[0] == text:
            self._short_for[lows[0]] = (text, kind)
        if kind == "body" and len(lows[0]) > 3 and lows[0] not in self._short_for and lows[0] not in bodies:
            self._short_for[lows[0]] = (text, kind)

    def _is_known_word(self, low: str) -> bool:
        return low in self._inside or low in self._short_for

    def _is_known(self, formed: Formed) -> bool:
        """Whether a headline's capitals are a name that the body knows."""
        last = formed[2].lower().split()[-1]
        return formed[3] == "person" or last in self._short_for or last in self._inside

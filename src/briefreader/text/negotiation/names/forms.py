"""People and bodies that no list knows, by their form: where a name begins and where it ends.

What it is then is told by kinds.py, with what learned.py knows from the article itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names.kinds import NameKinds
from briefreader.text.negotiation.names.learned import OPENERS, Formed, Learned
from briefreader.text.negotiation.names.shapes import (
    dateline_words,
    is_adjective,
    is_arabic,
    is_plural_possessive,
    is_title_case,
)
from briefreader.text.negotiation.sentence.words import Words

LONGEST_NAME = 7
LONGEST_OFFICE = 3
_PARTICIPLES = ("-based", "-owned", "-backed", "-led", "-listed", "-controlled", "-born")
_INITIALS = frozenset({"U.S.", "U.N.", "U.K."})
_TICKER = re.compile(r"[A-Za-z0-9]{2,6}\.[A-Z]{1,3}")


class FormReader:
    """Reads names by form in the sentences of one article."""

    def __init__(self, article: Sequence[Words], book: Codebook) -> None:
        self.book = book
        self.learned = Learned(article, book)
        self._kinds = NameKinds(self.learned, book)
        self._offices = book.lists["titles"] | book.lists["role_nouns"]
        self._stop_inside = self.learned.stop - word_list("may_continue_names")

    def read(self, words: Words, taken: list[bool]) -> Iterator[Formed]:
        """Give the names in the sentence outside what is ``taken``, and mark their words as taken."""
        headline = is_title_case(words)
        at = dateline_words(words)
        size = len(words)
        while at < size:
            hidden = headline and not self.learned.is_known_word(words.low[at])
            if taken[at] or hidden or not words.surface[at][0].isupper() or not self._begins_name(words, at):
                at += 1
                continue
            pair = self.learned.pair_of(words.surface[at])
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
            formed = self._kinds.classify(words, at, end)
            if formed and formed[3] == "person" and formed[0] > at:
                # "Borea Chief Executive Jane Roe": whose she is, too.
                owner = self._kinds.owner_before(words, at, formed[0])
                if owner:
                    taken[owner[0] : owner[1] + 1] = [True] * (owner[1] + 1 - owner[0])
                    yield owner
            if formed and not (headline and not self.learned.is_known(formed)):
                for place in range(formed[0], formed[1] + 1):
                    taken[place] = True
                yield formed
            at = end + 1

    def _begins_name(self, words: Words, at: int) -> bool:
        surface, low = words.surface[at], words.low[at]
        if not surface[0].isupper() or len(low.strip(".")) < 2 or low in self.book.lists["news_bodies"]:
            return False
        # "The U.S. Has signalled": taken for a sentence's first word when it was typed.
        mistyped = at and words.surface[at - 1] in _INITIALS and low in word_list("no_names_after_initials")
        if mistyped or low.rstrip(".") in word_list("legal_forms"):
            return False
        if at and words.low[at - 1] == "the" and self.learned.body_called(low):
            # "The Union", where the Corvine Union was named.
            return True
        after = words.surface[at + 1] if at + 1 < len(words) else " "
        followed = is_arabic(after) or (after[0].isupper() and words.low[at + 1] not in self.learned.stop)
        if is_adjective(surface) or (low in self.learned.stop and not (followed and low in word_list("may_begin_names"))):
            return False
        if (at and words.low[at - 1] not in OPENERS) or low in self.learned.inside or self.learned.land_of(surface):
            return True
        return self._opens_as_name(words, at, followed)

    def _opens_as_name(self, words: Words, at: int, followed: bool) -> bool:
        """Whether a word that only ever opens sentences is a name: often, before another capital, a legal form or "said"."""
        low, after = words.low[at], words.low[at + 1 : at + 2]
        paired_with = at + 2 + (words.low[at + 2 : at + 3] == ["the"])
        paired = after in (["and"], ["&"]) and any(word[0].isupper() for word in words.surface[paired_with : paired_with + 1])
        tells = bool(after) and after[0].rstrip(".") in word_list("legal_forms") | self.book.grammar["say"]
        tells = tells or self._has_an_officer(words, at)
        known = low in self.learned.short_for
        often = (self.learned.openings[low] >= 2 or paired or tells or known) and not self._is_common_form(low)
        # "Buying Borea would …" names Borea alone.
        return low not in self.learned.common and (often or (followed and not low.endswith("ing")))

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
            if taken[following] or (words.possessive[end] and not self._may_own_inside(words, end)):
                break
            surface = words.surface[following]
            if _TICKER.fullmatch(surface) or words.low[end].rstrip(".") in word_list("closing_forms"):
                # "Borea Mills BOR.N": the exchange's name for it. "Borea Inc Annual Report": what it publishes.
                break
            if headline and not self.learned.is_known_word(words.low[following]):
                break
            if (surface[0].isupper() or is_arabic(surface)) and words.low[following] not in self._stop_inside:
                end = following
            elif self._joins(words, end, following, taken):
                end = following + 1
            elif words.low[following : following + 2] == ["of", "the"] and self._joins_the(words, end, following, taken):
                end = following + 2
            else:
                break
        return end

    def _may_own_inside(self, words: Words, at: int) -> bool:
        """Whether a possessive may stand within a name: the Dockers' Union; but not "Illinois' Republican governor"."""
        state = words.low[at].rstrip("'’") in word_list("american_states")
        return is_plural_possessive(words.surface[at]) and not state

    def _joins_the(self, words: Words, end: int, at: int, taken: list[bool]) -> bool:
        """Whether "of the" belongs to the name: "Department of the Interior"."""
        organ = words.low[end] in word_list("state_organs") or words.low[end] in {"union", "church", "bank", "council"}
        return organ and at + 2 < len(words) and not taken[at + 2] and words.surface[at + 2][0].isupper()

    def _joins(self, words: Words, end: int, at: int, taken: list[bool]) -> bool:
        """Whether a small word belongs to the name: "Bank of Ostland", "Perez de Cuellar", "Flour and Feed Company"."""
        joiner, following = words.low[at], at + 1
        if joiner not in word_list("joiners") or following >= len(words) or taken[following]:
            return False
        # "Roe and Deputy Trade Minister Doe".
        opens_another = words.low[following] in self.learned.stop or words.low[following] in word_list("opens_an_office")
        if not words.surface[following][0].isupper() or opens_another:
            return False
        bodies, before = self.book.lists["organisation_words"], words.low[end].rstrip("'.")
        if joiner in {"of", "for"}:
            # "Council for Trade"; but a bid by "Alder Foods for Holm Maps" is one company's for another.
            return before in (bodies | word_list("takes_of") if joiner == "of" else word_list("takes_for"))
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

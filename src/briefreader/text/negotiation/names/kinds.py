"""What a run of capitals is: a person, a body, or neither; and by which name it goes."""

from __future__ import annotations

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names.learned import Formed, Learned
from briefreader.text.negotiation.names.offices import title_of
from briefreader.text.negotiation.names.shapes import bare, is_led_by_or_who
from briefreader.text.negotiation.sentence.words import Words

# What only adjectives of lands end in.
_OF_A_LAND = ("ian", "ean", "ese")


class NameKinds:
    """Tells what names are, and teaches the article's memory what it told."""

    def __init__(self, learned: Learned, book: Codebook) -> None:
        self._learned = learned
        self._book = book
        self._offices = book.lists["titles"] | book.lists["role_nouns"]
        self._office_words = {word for office in self._offices for word in office.split()}

    def classify(self, words: Words, first: int, last: int) -> Formed | None:
        if first < last and words.low[last] in word_list("chiefs"):
            # "Borea CEO": the body, not its chief.
            last -= 1
        bodies = self._book.lists["organisation_words"]
        # "General Roe" is a general, "General Motors" is not, nor is the Premier League a premier.
        company = words.low[first] in word_list("titles_in_names") and bool(set(words.low[first + 1 : first + 2]) & bodies)
        starts = (at for at in range(first + 1, last + 1) if self._begins_a_person(words, at, last))
        start = first if company else max(starts, default=first)
        if not (company or self._may_be_name(words, start, last)):
            return None
        surfaces = [*words.surface[start:last], bare(words.surface[last])]
        if len(surfaces) > 1 and words.low[last] == "local":
            # "BWU Local 12" is the union's.
            last, surfaces = last - 1, surfaces[:-1]
        lows, text = words.low[start : last + 1], " ".join(surfaces)
        if ({"&"} | self._book.lists["organisation_words"]) & set(lows) or lows[-1].rstrip(".") in word_list("closing_forms"):
            return self._body(words, start, last, surfaces)
        if self._is_person(words, start, last, surfaces):
            title = title_of(words, start, last, self._book)
            self._learned.remember(lows, text, "person")
            if start == last and title in word_list("courtesy_titles") and lows[0] not in self._learned.short_for:
                # "Roe" is Mr Roe, though his first name is never told.
                self._learned.call(lows[0], text, "person")
            return start, last, text, "person", False, title
        if start == last:
            return self._one_word(words, start, text)
        name, kind = self._learned.short_for.get(lows[-1], (text, "body"))
        if name == text and len(lows) in {2, 3} and lows[-1] not in self._learned.common:
            self._learned.remember(lows, text, "body")
        return start, last, name, kind, False, None

    def _begins_a_person(self, words: Words, at: int, last: int) -> bool:
        """Whether a person's name begins within a run of capitals: "Minister | Jane Roe", "Political Affairs | Jane Roe"."""
        if words.low[at - 1] in self._offices:
            return True
        named = words.low[at] in self._book.lists["first_names"] and at < last <= at + 2
        return named and words.low[at - 1] in word_list("before_their_officer")

    def owner_before(self, words: Words, first: int, person: int) -> Formed | None:
        """The body in "Borea Chief Executive Jane Roe": what stands before the title in the same capitals."""
        ends = (
            person - length - 1 for length in (4, 3, 2, 1) if " ".join(words.low[person - length : person]) in self._offices
        )
        last = next(ends, -1)
        if last < first or self._office_words & set(words.low[first : last + 1]):
            return None
        of_state = words.low[person - 1] in word_list("has_a_portfolio")
        if of_state and not self._book.lists["organisation_words"] & set(words.low[first : last + 1]):
            # "Corporate Affairs Minister Jane Roe": what she is minister of.
            return None
        formed = self.classify(words, first, last)
        return formed if formed and formed[3] == "body" and self._learned.is_known(formed) else None

    def _may_be_name(self, words: Words, start: int, last: int) -> bool:
        """No title alone, no ticker (ABC.PA), no adjective that only begins like a name (Ostland-led)."""
        low, opening = words.low[start], words.surface[start]
        if " ".join(words.low[start : last + 1]) in self._book.lists["titles"]:
            return False
        if low in self._book.lists["titles"] or low in word_list("joiners") or "." in opening.strip("."):
            # A ticker, ABC.PA; but U.S. Cable is a company.
            return opening == "U.S." and words.low[last] in word_list("of_companies")
        return start < last or "-" not in opening or opening.rsplit("-", 1)[-1][:1].isupper()

    def _body(self, words: Words, start: int, last: int, surfaces: list[str]) -> Formed:
        whole = self._learned.ending_in.get(surfaces[0].lower(), set()) if len(surfaces) == 1 else set()
        if len(whole) == 1:
            return start, last, next(iter(whole)), "body", False, None
        kept = surfaces[:]
        while len(kept) > 1 and kept[-1].lower().rstrip(".") in word_list("legal_forms") | {"&", "and"}:
            kept.pop()
        name = " ".join(kept)
        if len(kept) > 1 and kept[0].endswith(("s'", "s’")):
            self._learned.has_members(kept[0].lower().rstrip("'’"), name)
        if len(kept) == 1 < len(surfaces) and kept[0].lower() not in word_list("legal_forms"):
            # "Borea AG" is Borea, though it only ever opens sentences.
            self._learned.call(name.lower(), name, "body")
        self._learned.remember([word.lower() for word in kept], name, "body")
        for word in {word.lower() for word in kept} & word_list("called_alone") if len(kept) > 1 else ():
            self._learned.note(self._learned.ending_in.setdefault(word, set()), name, told_by=word)
        if last + 2 < len(words) and words.surface[last + 1] == "(" and words.surface[last + 2].isupper():
            self._learned.is_short_for(words.surface[last + 2], name)
        return start, last, name, "body", False, None

    def _one_word(self, words: Words, at: int, text: str) -> Formed | None:
        self._learned.note(self._learned.alone, words.low[at])
        return self._leader(words, at, text) or self._one_word_of_a_body(words, at, text)

    def _leader(self, words: Words, at: int, text: str) -> Formed | None:
        """The person in "Ostland's Roe said she would": told without a first name or an office."""
        says = words.low[at + 1 : at + 2]
        told = at and words.possessive[at - 1] and not self._book.grammar["say"].isdisjoint(says)
        known = words.low[at] in self._learned.short_for
        return (
            (at, at, text, "person", False, None)
            if told and not known and {"he", "she"} & set(words.low[at + 2 : at + 4])
            else None
        )

    def _one_word_of_a_body(self, words: Words, at: int, text: str) -> Formed | None:
        following = words.low[at + 1] if at + 1 < len(words) else ""
        paired = words.low[at + 3] if following == "and" and at + 3 < len(words) else ""
        if following in word_list("geographic") or paired in word_list("geographic"):
            # "At its Alder and Brevik plants": towns.
            owned = any(words.possessive[place] or words.low[place] in {"its", "their"} for place in range(max(0, at - 3), at))
            return None if owned else (at, at, text, "body", True, None)
        if following in word_list("has_a_portfolio") and f"{words.low[at]} minister" in self._book.lists["state_titles"]:
            # "The Agriculture secretary": what she is secretary of.
            return None
        if text in self._learned.acronyms:
            return at, at, self._learned.acronyms[text], "body", False, None
        land = self._learned.land_of(text)
        if land:
            return at, at, land, "body", not text.endswith("s"), None
        if text.endswith(_OF_A_LAND) and following.isalpha() and words.surface[at + 1][0].islower():
            # "Alderian wine maker Borea": whose it is.
            return at, at, text, "body", following not in word_list("after_names") | self._book.grammar["say"], None
        name, kind = self._learned.short_for.get(words.low[at], (text, "body"))
        return at, at, name, kind, False, None

    def _is_person(self, words: Words, start: int, last: int, surfaces: list[str]) -> bool:
        # As they are spelled: "the union", not "the European Union".
        apposed = set(words.surface[last + 2 : last + 8]) if words.low[last + 1 : last + 2] == [","] else set()
        if word_list("what_bodies_are") & apposed and not self._book.lists["role_nouns"] & apposed:
            # "Maison Roe, the family's maker of jam,": no person, here or elsewhere.
            self._learned.note(self._learned.bodies, surfaces[-1])
        said_to_be = words.low[max(0, start - 2)] in word_list("kinds_of_place") and words.low[start - 1] == "of"
        if said_to_be or " ".join(words.low[start : last + 1]) in self._book.places:
            # "In New York, UN envoy Jane Roe", "the city of Querrin, UN envoy Jane Roe": the envoy is not the city.
            return False
        common = words.low[start] in self._learned.common or words.low[start] in word_list("no_parties")
        common = common or words.low[start] in word_list("names_no_body")
        if surfaces[-1] in self._learned.bodies or (start == last and common):
            return False
        if title_of(words, start, last, self._book) or (
            len(surfaces) in {2, 3} and is_led_by_or_who(words, start, last, surfaces)
        ):
            return True
        if surfaces[-1].lower().rstrip(".") in word_list("generations"):
            surfaces = surfaces[:-1]
        if len(surfaces) not in {2, 3} or not all(
            (part.replace("-", "").isalpha() and not part.isupper()) or (len(part) == 2 and part.endswith("."))
            for part in surfaces
        ):
            return False
        say = self._book.grammar["say"]
        speaks = (last + 1 < len(words) and words.low[last + 1] in say) or (start > 0 and words.low[start - 1] in say)
        if words.low[start].split("-")[0] in self._book.lists["first_names"]:
            return True
        # Bodies speak too. But people are called by their last word alone, bodies by their first.
        return speaks and words.low[last] in self._learned.alone and words.low[start] not in self._learned.alone

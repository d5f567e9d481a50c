"""Which candidates are the parties: places, passers-by and world bodies count for little, generics give way to names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.fields.candidates import Candidate

UNKNOWN_ONCE, VAGUE, WORLD_BODY = 0.5, 0.6, 0.4
# A word with a capital that never says or does anything is hardly a body; who only welcomes or condemns is no side.
SPEECHLESS, COMMENTATOR = 0.3, 0.8
# "The Ministry", "the Agency": of whom, nobody says.
UNNAMED = 0.05
# A country that is mostly where something happens is the host.
HOST, ONLY_A_CITY, NEARLY_ALL = 0.5, 0.15, 0.7
# A one-word name this often said to be where something happens is a place.
PLACE = 0.3
MAX_PARTIES, TWO, AT_THE_TABLE = 4, 2, 3
# A further party needs this share of the first's score (the second) or of the second's (the others).
SECOND, FURTHER = 0.12, 0.55
# Who is not of the kind that the first ones are; a country that acts so often is a side among companies too.
UNLIKE, LEADING, ACTS_TOO = 0.2, 5, 3
# Who stands in the title or acts in the lead needs only this share of the first's.
FIRM = 0.3
# A front or an army is "the rebels" of an article only where it weighs at least this share of what they weigh.
STANDS_FOR = 0.2


def discount(candidates: Collection[Candidate], book: Codebook) -> None:
    """Make little of what is a place, what is named once, world bodies and vague generics."""
    _discount_the_unlike(candidates, book)
    for candidate in candidates:
        unknown_word = candidate.kind == "body" and " " not in candidate.name
        if (
            word_list("no_parties") & set(candidate.name.lower().split())
            or _is_a_place(candidate, book)
            or (candidate.kind == "body" and candidate.matters > candidate.acts)
            or (unknown_word and not candidate.acts and candidate.places >= PLACE * candidate.mentions)
        ):
            candidate.score = 0.0
        elif (candidate.name.lower() in book.lists["news_bodies"] and not candidate.firm) or (
            unknown_word and candidate.name.lower() in word_list("names_no_body")
        ):
            candidate.score *= UNNAMED
        elif unknown_word and not candidate.speaks:
            candidate.score *= SPEECHLESS
        elif unknown_word and candidate.mentions < 2:
            candidate.score *= UNKNOWN_ONCE
        elif (candidate.hosts and candidate.acts <= candidate.hosts) or _is_only_a_city(candidate, book):
            candidate.score *= ONLY_A_CITY
            candidate.firm = False
        elif candidate.kind == "listed" and candidate.acts < 2 and candidate.places >= PLACE * candidate.mentions:
            candidate.score *= HOST
        elif candidate.comments and candidate.comments >= candidate.acts:
            candidate.score *= COMMENTATOR
        elif candidate.name in book.lists["above_parties"]:
            candidate.score *= WORLD_BODY
        elif candidate.name in book.lists["vague_parties"]:
            candidate.score *= VAGUE


def _discount_the_unlike(candidates: Collection[Candidate], book: Codebook) -> None:
    """Make little of names of another kind than the first ones, and of what only looks like a name."""
    ranked = sorted(candidates, key=lambda candidate: (-candidate.score, candidate.name))[:LEADING]
    bodies = [candidate for candidate in ranked if _is_company(candidate) and candidate.acts]
    among_bodies = len(bodies) > 1 and not is_country(ranked[0], book)
    among_countries = any(is_country(candidate, book) for candidate in ranked[:TWO])
    between_countries = sum(is_country(candidate, book) for candidate in ranked[:AT_THE_TABLE]) > 1
    in_labour = _is_between_workers_and_employers(ranked)
    for candidate in candidates:
        if (
            (among_bodies and _is_their_country(candidate, book))
            or (among_countries and _is_organ_or_speaker(candidate))
            or (between_countries and candidate.name in word_list("labour_generics"))
            or (in_labour and is_country(candidate, book) and candidate.acts < TWO)
            or (candidate.kind == "body" and candidate.headlines == candidate.mentions)
            or _only_reports(candidate)
        ):
            candidate.score *= UNLIKE
            candidate.firm = False


def _is_their_country(candidate: Candidate, book: Codebook) -> bool:
    """Whether a country is only where companies or unions are, or their stock exchange."""
    return is_country(candidate, book) and (candidate.acts < ACTS_TOO or _has_only_cities(candidate, book))


def _is_between_workers_and_employers(ranked: Sequence[Candidate]) -> bool:
    """Whether workers are a side and no government acts."""
    first = ranked[:AT_THE_TABLE]
    workers = any(
        candidate.acts and (candidate.name in word_list("labour_generics") or is_union(candidate)) for candidate in first
    )
    return workers and not any(candidate.name == "government" and candidate.acts for candidate in ranked)


def _is_organ_or_speaker(candidate: Candidate) -> bool:
    """Whether a name among countries is a country's own organ, or a word that mostly speaks: somebody's last name."""
    if not _is_company(candidate):
        return False
    words = candidate.name.lower().split()
    organ = word_list("country_organs") & {words[-1], " ".join(words[-2:])}
    return bool(organ) or 0 < candidate.mentions <= 2 * candidate.says


def _only_reports(candidate: Candidate) -> bool:
    """Whether a name is a newspaper's or a broadcaster's that does nothing but tell."""
    tells = candidate.acts <= candidate.says
    return candidate.kind == "body" and tells and candidate.name.lower().split()[-1] in word_list("news_endings")


def _is_company(candidate: Candidate) -> bool:
    return candidate.kind == "body" and not is_union(candidate) and not _is_armed(candidate)


def _is_a_place(candidate: Candidate, book: Codebook) -> bool:
    """Whether a name known only by its form is a listed city, or a sea, an island, a strait."""
    low = candidate.name.lower()
    # The Chamber of Mines is a body.
    ends_as_place = low.split()[-1] in word_list("geographic") and low.split()[0] not in book.lists["organisation_words"]
    return candidate.kind == "body" and (low in book.places or ends_as_place or candidate.is_called_a_place)


def _is_only_a_city(candidate: Candidate, book: Codebook) -> bool:
    """Whether a country is named nearly only by its capital, and that mostly as the place of the talks."""
    cities = sum(
        count for alias, count in candidate.aliases.items() if alias.lower() in book.places and alias != candidate.name
    )
    return cities > NEARLY_ALL * sum(candidate.aliases.values()) and candidate.places >= PLACE * candidate.mentions


def _has_only_cities(candidate: Candidate, book: Codebook) -> bool:
    cities = {alias for alias in candidate.aliases if alias.lower() in book.places and alias != candidate.name}
    return bool(cities) and cities == set(candidate.aliases)


def choose(candidates: Sequence[Candidate], book: Codebook) -> list[Candidate]:
    """The first candidates by score; a generic (union, company, government) gives way to the one that has a name."""
    ranked = sorted(candidates, key=lambda candidate: (-candidate.score, candidate.name))
    chosen: list[Candidate] = []
    for candidate in ranked:
        if candidate in chosen or candidate.mediates:
            continue
        if candidate.score <= 0 or len(chosen) == MAX_PARTIES:
            break
        named = _by_its_name(candidate, ranked, chosen, book)
        if named is None or named in chosen:
            continue
        if named.score >= _least(chosen) or (candidate.firm and named.score >= FIRM * chosen[0].score):
            chosen.append(named)
    if len(chosen) < TWO:
        chosen += _second_side(ranked, chosen, book)
    for candidate in ranked:
        # What is said of "the union" further down is said of the union that was chosen.
        if candidate.kind == "generic" and candidate.score > 0 and candidate not in chosen:
            _by_its_name(candidate, ranked, chosen, book)
    return chosen


def _second_side(ranked: Sequence[Candidate], chosen: Sequence[Candidate], book: Codebook) -> list[Candidate]:
    """The next best where only one side was found: a negotiation has two. Only one that says or does something."""
    for candidate in ranked:
        named = _by_its_name(candidate, ranked, chosen, book) if candidate.score > 0 and not candidate.mediates else None
        if named and named not in chosen and (named.speaks or named.acts or named.name in word_list("labour_generics")):
            return [named]
    return []


def _by_its_name(
    candidate: Candidate, ranked: Sequence[Candidate], chosen: Sequence[Candidate], book: Codebook
) -> Candidate | None:
    """The named body that a generic stands for, else the candidate itself; ``None`` where it would only repeat another."""
    generic = candidate.name
    if generic in word_list("labour_generics"):
        # The dockers are the Dockworkers' Federation: one party, by the name that it has.
        union = next((other for other in ranked if is_union(other) and other.score > 0), None)
        repeats = any(other.name in word_list("labour_generics") for other in chosen)
        return _united(union, candidate) if union else (None if repeats else candidate)
    if generic == "government":
        # "The government" of an article that speaks of one land is that land's; of several, nobody says whose.
        # Who only mediates is another land.
        near = [other for other in ranked[:4] if is_country(other, book) and not other.mediates]
        lands = [other for other in ranked if is_country(other, book) and not other.mediates]
        lands.sort(key=lambda land: -land.mentions)
        if near and len(near) > 1:
            return None
        if lands and (near or lands[0].mentions > 1):
            return _united((near or lands)[0], candidate)
    if generic == "rebels":
        armed = [other for other in ranked if _is_armed(other) and other.score >= STANDS_FOR * candidate.score]
        return _united(armed[0], candidate) if len(armed) == 1 else (None if armed else candidate)
    if generic == "banks":
        # The banks of an article that speaks of creditors are the creditors.
        return _of_the_creditors(candidate, ranked)
    return _of_the_company(candidate, ranked, chosen, book)


def _of_the_creditors(banks: Candidate, ranked: Sequence[Candidate]) -> Candidate:
    creditors = next((other for other in ranked if other.name == "creditors" and other.score > 0), None)
    return _united(creditors, banks) if creditors else banks


def _of_the_company(
    candidate: Candidate, ranked: Sequence[Candidate], chosen: Sequence[Candidate], book: Codebook
) -> Candidate | None:
    """A company or its management gives way to the company that has a name; anybody else stays."""
    generic = candidate.name
    # "Management" is the company's, "the employers" are many.
    one_employer = generic == "employers" and {alias.lower() for alias in candidate.aliases} <= {"management", "employer"}
    if generic in word_list("company_generics") or one_employer:
        others = [other for other in ranked[:6] if _may_employ(other, book)]
        bodies = [other for other in others if other.kind == "body"]
        if len(bodies) == 1:
            return _united(bodies[0], candidate)
        repeats = any(other.name in word_list("company_generics") | {"employers"} for other in chosen)
        return None if others or repeats else candidate
    return candidate


def _may_employ(candidate: Candidate, book: Codebook) -> bool:
    """Whether a name may be a company's or another employer's: no union's, no ministry's, and no country that does nothing."""
    if is_country(candidate, book) and candidate.acts < TWO:
        return False
    organ = candidate.kind == "body" and candidate.name.lower().split()[-1] in word_list("country_organs")
    return candidate.kind in {"body", "listed"} and not is_union(candidate) and not organ


def _united(named: Candidate, generic: Candidate) -> Candidate:
    """The named body with what was said of the generic."""
    named.generics.add(generic.name)
    named.aliases.update({generic.name: 1, **generic.aliases})
    named.leaders.update(generic.leaders)
    named.score = max(named.score, generic.score)
    return named


def _least(chosen: Sequence[Candidate]) -> float:
    """The score that the next party needs."""
    if not chosen:
        return 0.0
    return SECOND * chosen[0].score if len(chosen) == 1 else FURTHER * chosen[1].score


def is_country(candidate: Candidate, book: Codebook) -> bool:
    return candidate.kind == "listed" and book.actors[candidate.name].kind == "country"


def is_union(candidate: Candidate) -> bool:
    if candidate.kind != "body":
        return False
    words = re.findall(r"[a-z]+(?:['’]s?)?", candidate.name.lower())
    plain = {word.rstrip("'’") for word in words}
    if plain == {"labour"} or plain & word_list("employers_words"):
        # A political party; the Federation of Banks.
        return False
    if word_list("union_words") & plain == {"union"} and words[-1] == "union":
        # The Bakers' Union and the Rail Union have members at work; the Corvine Union and the Social Union are something else.
        return len(words) == 1 or words[-2].rstrip("'’").endswith("s") or words[-2] in word_list("trades")
    return (candidate.union and not candidate.employs) or bool(word_list("union_words") & plain)


def _is_armed(candidate: Candidate) -> bool:
    """Whether a body known only by form is a fighting one: a front, an army, a movement."""
    words = set(re.findall(r"[a-z]+", candidate.name.lower()))
    return candidate.kind == "body" and candidate.score > 0 and " " in candidate.name and bool(words & word_list("armed_words"))

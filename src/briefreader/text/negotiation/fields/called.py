"""By which name a side goes: creditors by the article's own word, a country by its government against its own rebels."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.fields.candidates import Candidate
from briefreader.text.negotiation.fields.choice import is_country
from briefreader.text.negotiation.fields.roles import Roles


def call_as_told(chosen: Sequence[Candidate], roles: dict[int, Roles]) -> None:
    """Creditors go by the article's own word for them: the creditor banks, the bondholders."""
    renamed: dict[str, str] = {}
    for candidate in chosen:
        told = {alias.lower().removeprefix("the ").rstrip("'’"): count for alias, count in candidate.aliases.items()}
        told = {alias: count for alias, count in told.items() if not word_list("heads") & set(alias.split())}
        told = {alias: count for alias, count in told.items() if alias.rpartition(" ")[2] not in word_list("one_of_many")}
        if candidate.name in word_list("called_as_told") and told:
            renamed[candidate.name] = max(told, key=lambda alias: (told[alias], len(alias)))
            candidate.aliases[candidate.name] += 1
            candidate.generics.add(candidate.name)
            candidate.name = renamed[candidate.name]
    for event, found in roles.items() if renamed else ():
        roles[event] = found.renamed(renamed)


def call_governments(chosen: Sequence[Candidate], roles: dict[int, Roles], book: Codebook) -> None:
    """Against its own rebels or parliament the party is not Ostland but the Ostlandic government, where the article says so."""
    insiders = [candidate for candidate in chosen if _is_within_a_country(candidate, book)]
    country = _whose_they_are(insiders, [candidate for candidate in chosen if is_country(candidate, book)], book)
    if country is None:
        return
    called = _called_in_its_own_country(country, book, insiders, chosen[:2])
    if called:
        # First among its other names, since other reports may call it so.
        country.aliases[country.name] += sum(country.aliases.values())
        for event, found in roles.items():
            roles[event] = found.renamed({country.name: called})
        country.name = called


def _whose_they_are(insiders: Sequence[Candidate], countries: Sequence[Candidate], book: Codebook) -> Candidate | None:
    """The country whose rebels or opposition are at the table: the only one there, or the one that they are named after."""
    if not insiders:
        return None
    owners = _owners(insiders)
    if not any(insider.name in word_list("legislatures") for insider in insiders):
        # Between the Americans and the Taliban it is not the Americans' land.
        abroad = word_list("fight_abroad") - owners
        countries = [country for country in countries if country.name not in abroad]
    theirs = [country for country in countries if country.name in owners]
    if len(countries) == 1:
        return countries[0] if theirs or not any(owner in book.actors for owner in owners) else None
    return theirs[0] if len(theirs) == 1 else None


def _called_in_its_own_country(
    country: Candidate, book: Codebook, insiders: Sequence[Candidate], first: Sequence[Candidate]
) -> str | None:
    """What rules a country, in the article's words: the Ostlandic government, the White House; its head facing a parliament."""
    adjectives = book.actors[country.name].adjectives
    ruling = {alias: count for alias, count in country.aliases.items() if word_list("executives") & set(alias.lower().split())}
    has_legislature = any(side.name in word_list("legislatures") for side in first)
    if has_legislature and (ruling or country.leaders):
        return max(ruling or country.leaders, key=lambda name: ({**country.leaders, **ruling}[name], name))
    return f"{adjectives[0]} government" if adjectives and (country.rules or country.name in _owners(insiders)) else None


def _owners(insiders: Sequence[Candidate]) -> set[str]:
    """Whose rebels or opposition they are: "the Ostlandic opposition"."""
    return {owner for insider in insiders if insider.name in word_list("opposed_at_home") for owner in insider.owners}


def _is_within_a_country(candidate: Candidate, book: Codebook) -> bool:
    """Whether a side is one of a country's own: its rebels, its opposition, an armed group."""
    if candidate.kind == "listed":
        return book.actors[candidate.name].kind == "group" and candidate.name not in word_list("groups_of_lands")
    return candidate.name in word_list("within_a_country") | word_list("legislatures")

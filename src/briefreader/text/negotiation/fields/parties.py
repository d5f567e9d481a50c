"""Who negotiates: parties with their aliases and leaders, and mediators, chosen by where and in what role they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from briefreader.model import Party
from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.fields.called import call_as_told, call_governments
from briefreader.text.negotiation.fields.candidates import (
    Candidate,
    join_abbreviated_names,
    join_acronyms,
    join_legislatures,
    join_longer_names,
    join_old_names,
)
from briefreader.text.negotiation.fields.choice import choose, discount, is_country
from briefreader.text.negotiation.fields.counting import comments, count_employers, count_mentions, count_pairs, score_roles
from briefreader.text.negotiation.fields.leaders import count_leaders, place_officers, unite_leaders
from briefreader.text.negotiation.fields.mediated_by import speak_jointly
from briefreader.text.negotiation.fields.mediation_signs import may_tell_of_mediation
from briefreader.text.negotiation.fields.mediators import is_service_name, mediators_in
from briefreader.text.negotiation.fields.roles import Roles, roles_of
from briefreader.text.negotiation.names.finder import Name, NameFinder
from briefreader.text.negotiation.names.people import full_names, owner_of, unnamed_office
from briefreader.text.negotiation.sentence.reading import Line
from briefreader.text.negotiation.stage.weighing import place_weight

# Who mediates is hardly ever a side itself.
MEDIATOR = 0.05
# Who acts more than so many times as often as it mediates is a side that also mediates.
SIDE_TOO = 3
# A country whose own envoy is at the table acts itself; one whose leader mediates does not.
ACTS_ITSELF = 2
# An officer who is quoted without a name is named within so many sentences, if at all.
NAMED_SOON = 2
MAX_MEDIATORS, MAX_ALIASES, MAX_LEADERS = 3, 5, 3


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties and mediators of an article, and who acts in each event (``roles`` by the event's ``id``)."""

    parties: tuple[Party, ...]
    mediators: tuple[str, ...]
    roles: dict[int, Roles]
    generics: dict[str, str]

    def by_any_name(self, name: str | None) -> str | None:
        """The party that goes by the name, by an alias or by a generic word, else the name itself."""
        if name is None:
            return None
        if name in self.generics:
            return self.generics[name]
        called = [party.name for party in self.parties if name in {party.name, *party.aliases}]
        if name not in word_list("labour_generics"):
            # "The government" where the Estian government is at the table; but no unions where the Corvine Union is.
            called += [party.name for party in self.parties if party.name.lower().endswith(f" {name}")]
        return called[0] if called else name


def cast_of(lines: Sequence[Line], finder: NameFinder, book: Codebook) -> Cast:
    """Score every name by where and in what role it stands in the lines, and choose."""
    candidates: dict[str, Candidate] = {}
    envoys: set[str] = set()
    roles: dict[int, Roles] = {}
    for line in lines:
        count_mentions(line, finder.names(line.words), candidates, book)
    mediating = _who_mediates(lines, finder, book)
    bodies = _bodies_of_people(lines, finder, mediating, book)
    for line in lines:
        names = finder.names(line.words)
        count_pairs(line, names, candidates)
        count_employers(line, names, candidates)
        envoys.update(name.name for name in names if name.kind == "person")
        for event in line.events:
            roles[id(event)] = found = roles_of(line, event, names)
            if event.status != "past" and event.meaning:
                strength = place_weight(line.rank) * (1.0 if event.core else 0.5)
                if found.actor and comments(line, found.actor):
                    # "Norland hailed the deal that Sudia signed": it does not sign.
                    found = replace(found, actor=None)
                acting = _for_whom(found, bodies)
                score_roles(acting, strength, candidates, event.meaning, decisive=line.rank <= 0 and event.core)
    officers: list[Name] = []
    unnamed: tuple[int, str | None] = (0, None)
    for place, line in enumerate(lines):
        told = unnamed[1] if place - unnamed[0] <= NAMED_SOON else None
        officers += count_leaders(line, finder, candidates, book, told)
        office = unnamed_office(line, finder.names(line.words), book)
        unnamed = (place, office) if office else unnamed
    for name, times in mediating.items():
        if name in candidates and candidates[name].acts <= SIDE_TOO * times:
            candidates[name].score *= MEDIATOR
            candidates[name].mediates = True
    for candidate in candidates.values():
        if set(candidate.leaders) & set(mediating) and candidate.acts < ACTS_ITSELF:
            candidate.score *= MEDIATOR
            candidate.mediates = True
    join_longer_names(candidates)
    join_acronyms(candidates)
    join_abbreviated_names(candidates)
    join_old_names(candidates)
    join_legislatures(candidates, {name for name in candidates if is_country(candidates[name], book)})
    discount(candidates.values(), book)
    for name in book.lists["above_parties"] & set(mediating) & set(candidates):
        candidates[name].score = 0.0
    chosen = choose(list(candidates.values()), book)
    place_officers(officers, chosen, book)
    call_governments(chosen, roles, book)
    call_as_told(chosen, roles)
    parties = tuple(_party(candidate, book) for candidate in chosen)
    cast = _without_mediators(parties, mediating, roles, book.lists["above_parties"], envoys)
    left = {party.name for party in cast.parties}
    generics = {generic: found.name for found in chosen if found.name in left for generic in found.generics}
    return replace(cast, generics=generics)


def _who_mediates(lines: Sequence[Line], finder: NameFinder, book: Codebook) -> Counter[str]:
    """Count how often each name is told as mediating."""
    mediating: Counter[str] = Counter()
    for line in lines:
        names = finder.names(line.words)
        if may_tell_of_mediation(line.words.low, names, book):
            mediating.update(mediators_in(line, names, book))
    if any("mediators" in line.words.low for line in lines):
        # An article that speaks of mediators and lets three speak together names them.
        mediating.update(name for line in lines for name in speak_jointly(line, finder.names(line.words)))
    return mediating


def _bodies_of_people(lines: Sequence[Line], finder: NameFinder, mediating: Collection[str], book: Codebook) -> dict[str, Name]:
    """For whom each person acts, where a sentence says it ("Corvine leader Jane Roe"); who mediates acts for no side."""
    bodies: dict[str, Name] = {}
    for line in lines:
        names = finder.names(line.words)
        for person in names:
            if person.kind == "person" and person.name not in bodies:
                owner = owner_of(line, person, names, book)
                if owner and not {person.name, owner.name} & set(mediating):
                    bodies[person.name] = owner
    return bodies


def _for_whom(roles: Roles, bodies: Mapping[str, Name]) -> Roles:
    """The same roles, with the body for whom a person acts in its place."""
    return roles.with_each(lambda name: bodies.get(name.name, name))


def _party(candidate: Candidate, book: Codebook) -> Party:
    aliases = [alias for alias, _ in candidate.aliases.most_common(MAX_ALIASES + 1) if alias != candidate.name]
    return Party(candidate.name, tuple(aliases[:MAX_ALIASES]), tuple(unite_leaders(candidate.leaders, book)[:MAX_LEADERS]))


def _without_mediators(
    parties: tuple[Party, ...], mediating: Counter[str], roles: dict[int, Roles], above: frozenset[str], envoys: set[str]
) -> Cast:
    """Who mediates is no party, unless it is one of the first two; a leader who mediates takes the country along."""
    mediators: list[str] = []
    parties = tuple(party for party in parties if not (party.name in above and party.name in mediating))
    for name, _ in mediating.most_common(2 * MAX_MEDIATORS):
        led = next((party for party in parties if any(name in {leader, leader.split()[-1]} for leader in party.leaders)), None)
        if led is None and name not in {party.name for party in parties[:2]}:
            mediators.append(name)
        elif led and (led not in parties[:2] or led.name in above):
            mediators.append(next(leader for leader in led.leaders if name in {leader, leader.split()[-1]}))
            parties = tuple(party for party in parties if party is not led)
    # "A federal mediator", told among "federal mediators".
    mediators = [name for name in mediators if f"{name}s" not in mediators]
    if any(is_service_name(name) for name in mediators):
        # "U.S. mediators" are the National Mediation Board's.
        mediators = [name for name in mediators if name in envoys or is_service_name(name)]
    unnamed = {name for name in mediators if name.endswith((" mediator", " mediators"))}
    mediators = [name for name in mediators if name not in unnamed] or mediators
    if envoys & set(mediators):
        # Who mediates is the envoy, not the world body that sent him.
        mediators = [name for name in mediators if name not in above]
    parties = tuple(party for party in parties if party.name not in mediators)
    return Cast(parties, full_names(mediators)[:MAX_MEDIATORS], roles, {})

"""Who negotiates: parties with their aliases and leaders, and mediators, chosen by where and in what role they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefreader.model import Party
from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.fields.candidates import Candidate, join_acronyms, join_longer_names, join_old_names
from briefreader.text.negotiation.fields.choice import choose, discount, is_country, is_union
from briefreader.text.negotiation.fields.mediators import mediators_in
from briefreader.text.negotiation.fields.roles import Roles, is_place, is_the_matter, roles_of
from briefreader.text.negotiation.names.finder import Name, NameFinder
from briefreader.text.negotiation.names.people import is_speaker, owner_of, unnamed_office
from briefreader.text.negotiation.names.shapes import is_title_case
from briefreader.text.negotiation.sentence.reading import TITLE, Line
from briefreader.text.negotiation.stage.weighing import place_weight

MENTION, SUBJECT, OBJECT, SIDE = 0.3, 1.4, 1.0, 2.6
ONLY_ADJECTIVE = 0.3
# Who urges others to talk is mostly no side itself, who mediates hardly ever.
THIRD_PARTY, MEDIATOR = 0.3, 0.05
# Who acts more than so many times as often as it mediates is a side that also mediates.
SIDE_TOO = 3
# A country whose own envoy is at the table acts itself; one whose leader mediates does not.
ACTS_ITSELF = 2
COMMENT_REACH = 9
# The sides of "talks between A and B", and how far B may stand.
PAIR, PAIR_REACH = 1.0, 18
# "Borea Co's largest labor union".
OWNED_REACH = 4
# "Went on strike on Monday at Borea Co".
STRIKE_REACH = 4
# An officer who is quoted without a name is named within so many sentences, if at all.
NAMED_SOON = 2
# A country is called by its government where so many of its mentions are.
RULES = 0.2
# "Former Prime Minister Jane Roe".
NO_LONGER_REACH = 4
# "The group's deputy leader, Jane Roe".
TITLE_REACH = 5
MAX_MEDIATORS, MAX_ALIASES, MAX_LEADERS = 3, 5, 3
# An officer of nobody named is that of the only side of the kind, or of one that is so many times the next.
FAR_FIRST = 2.5


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
    mediating: Counter[str] = Counter()
    envoys: set[str] = set()
    roles: dict[int, Roles] = {}
    for line in lines:
        names = finder.names(line.words)
        _count_mentions(line, names, candidates, book)
        mediating.update(mediators_in(line, names, book))
    bodies = _bodies_of_people(lines, finder, mediating, book)
    for line in lines:
        names = finder.names(line.words)
        _count_pairs(line, names, candidates)
        _count_employers(line, names, candidates)
        envoys.update(name.name for name in names if name.kind == "person")
        for event in line.events:
            roles[id(event)] = found = roles_of(line, event, names)
            if event.status != "past" and event.meaning:
                strength = place_weight(line.rank) * (1.0 if event.core else 0.5)
                if found.actor and comments(line, found.actor):
                    # "Norland hailed the deal that Sudia signed": it does not sign.
                    found = replace(found, actor=None)
                acting = _for_whom(found, bodies)
                _score_roles(acting, strength, candidates, event.meaning, decisive=line.rank <= 0 and event.core)
    officers: list[Name] = []
    unnamed: tuple[int, str | None] = (0, None)
    for place, line in enumerate(lines):
        told = unnamed[1] if place - unnamed[0] <= NAMED_SOON else None
        officers += _count_leaders(line, finder, candidates, book, told)
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
    join_old_names(candidates)
    discount(candidates.values(), book)
    for name in book.lists["above_parties"] & set(mediating) & set(candidates):
        candidates[name].score = 0.0
    chosen = choose(list(candidates.values()), book)
    _place_officers(officers, chosen, book)
    _call_governments(chosen, roles, book)
    _call_as_told(chosen, roles)
    parties = tuple(_party(candidate, book) for candidate in chosen)
    cast = _without_mediators(parties, mediating, roles, book.lists["above_parties"], envoys)
    left = {party.name for party in cast.parties}
    generics = {generic: found.name for found in chosen if found.name in left for generic in found.generics}
    return replace(cast, generics=generics)


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
    actor, target, *sides = (
        bodies.get(name.name, name) if name else None for name in (roles.actor, roles.target, *roles.sides)
    )
    return Roles(actor, target, tuple(side for side in sides if side))


def _count_mentions(line: Line, names: Sequence[Name], candidates: dict[str, Candidate], book: Codebook) -> None:
    for name in names:
        if name.kind == "person":
            continue
        candidate = candidates.setdefault(name.name, Candidate(name.name, name.kind))
        if name.leader:
            candidate.leaders[name.leader] += 1
        elif not name.adjective and "-" not in line.words.surface[name.first]:
            candidate.aliases[line.words.slice(name.first, name.last).removesuffix("'s").removesuffix("’s")] += 1
        around = [*line.words.low[name.last + 1 : name.last + 2], *line.words.low[max(0, name.first - 1) : name.first]]
        candidate.employs = candidate.employs or _employs(line, name)
        candidate.union = candidate.union or bool({"union", "unions"} & set(around))
        place = is_place(line, name)
        candidate.mentions += 1
        candidate.hosts += _only_hosts(line, name)
        candidate.rules += bool(word_list("who_rules") & set(line.words.low[name.first : name.last + 2]))
        candidate.speaks += _speaks(line, name, book)
        candidate.says += bool(book.grammar["say"] & set(line.words.low[name.last + 1 : name.last + 2]))
        candidate.headlines += line.rank == TITLE and is_title_case(line.words)
        candidate.firm = candidate.firm or (line.rank == TITLE and not (name.adjective or place or comments(line, name)))
        candidate.comments += comments(line, name)
        candidate.places += place and line.words.low[name.first - 1] in word_list("where") | {"of"}
        candidate.matters += is_the_matter(line, name)
        candidate.score += place_weight(line.rank) * MENTION * (ONLY_ADJECTIVE if name.adjective or place else 1.0)


def _employs(line: Line, name: Name) -> bool:
    """Whether it has people at work: "Borea Co's largest union", "Borea employees"; but "HLD workers" may be the union's."""
    after = line.words.low[name.last + 1 : name.last + 1 + OWNED_REACH]
    if line.words.possessive[name.last]:
        return bool((word_list("who_is_employed") | {"union", "unions", "workers"}) & set(after))
    return bool(word_list("who_is_employed") & set(after[:1]))


def _only_hosts(line: Line, name: Name) -> bool:
    """Whether a name gives the place for the talks of others: "Ostland will host talks between A and B"."""
    low = line.words.low
    hosts = next((at for at in range(name.last + 1, min(name.last + 5, len(low))) if low[at] in word_list("hosting")), None)
    return hosts is not None and bool({"between", "among"} & set(low[hosts : hosts + COMMENT_REACH]))


def comments(line: Line, name: Name) -> bool:
    """Whether the name only welcomes or condemns: "Ostland welcomed the deal", "a deal welcomed by Ostland"."""
    low = line.words.low
    by = low[name.first - 1 : name.first] == ["by"] and word_list("comments") & set(low[max(0, name.first - 3) : name.first])
    return bool(by or word_list("comments") & set(low[name.last + 1 : name.last + COMMENT_REACH]))


def _speaks(line: Line, name: Name, book: Codebook) -> bool:
    """Whether the name stands as one that acts: before a verb, or after "between", "with", "and"."""
    low = line.words.low
    after = low[name.last + 1] if name.last + 1 < len(low) else ""
    if (
        after in book.grammar["say"]
        or after in word_list("acting")
        or any(match.first == name.last + 1 for match in line.matches)
    ):
        return True
    beside = line.words.surface[name.last + 2 : name.last + 3]
    if after == "and" and beside and (beside[0][0].isupper() or beside[0] in word_list("articles")):
        return True
    return bool(word_list("before_a_side") & set(low[max(0, name.first - 1) : name.first]))


def _count_pairs(line: Line, names: Sequence[Name], candidates: dict[str, Candidate]) -> None:
    """The two of "talks between A and B" are the sides, whatever is said of the talks."""
    low = line.words.low
    for match in line.matches:
        if match.reading.part == "noun" and low[match.last + 1 : match.last + 2] == ["between"]:
            first = match.last + 2
            pair = [name for name in names if first <= name.first < first + PAIR_REACH and name.kind != "person"][:2]
            if len(pair) == 2 and {"and", "&"} & set(low[pair[0].last : pair[1].first]):
                for name in pair:
                    candidates[name.name].score += PAIR * place_weight(line.rank)


def _count_employers(line: Line, names: Sequence[Name], candidates: dict[str, Candidate]) -> None:
    """Whose workers they are is the other side: "nurses at Larkfield Health", "a strike at Larkfield Health"."""
    for workers, employer in pairwise(names):
        between = line.words.low[workers.last + 1 : employer.first]
        if workers.name in word_list("labour_generics") and employer.kind == "body" and between in (["at"], ["at", "the"]):
            candidates[employer.name].score += PAIR * place_weight(line.rank)
            candidates[employer.name].speaks += 1
    for employer in names:
        if employer.kind == "body" and _is_struck(line, employer):
            candidates[employer.name].score += PAIR * place_weight(line.rank)
            candidates[employer.name].speaks += 1
            candidates[employer.name].employs = True


def _is_struck(line: Line, name: Name) -> bool:
    """Whether a strike is at or against it."""
    low = line.words.low
    before = name.first - 1 - (low[name.first - 1 : name.first] == ["the"])
    return (
        before > 0
        and low[before] in {"at", "against"}
        and bool(word_list("strikes") & set(low[max(0, before - STRIKE_REACH) : before]))
    )


def _score_roles(roles: Roles, strength: float, candidates: dict[str, Candidate], meaning: str, *, decisive: bool) -> None:
    weighted = [
        (roles.actor, SUBJECT * (THIRD_PARTY if meaning == "appeal" else 1.0)),
        (roles.target, SIDE if meaning == "bid" else OBJECT),
    ]
    for name, weight in [*weighted, *((side, SIDE) for side in roles.sides)]:
        if name and name.kind != "person":
            candidates[name.name].score += strength * weight
            candidates[name.name].acts += 1
            candidates[name.name].firm = candidates[name.name].firm or (decisive and meaning != "appeal")


def _count_leaders(
    line: Line, finder: NameFinder, candidates: dict[str, Candidate], book: Codebook, office_of: str | None
) -> list[Name]:
    """Give each leader to the party that the sentence says; give back those of whom it does not say.

    ``office_of`` is the body whose spokesman the sentences before quoted without a name: "the remarks by Roe" are his.
    """
    names = finder.names(line.words)
    officers: list[Name] = []
    for name in names:
        if word_list("no_longer") & set(line.words.low[max(0, name.first - NO_LONGER_REACH) : name.first]):
            continue
        if name.kind == "person" and not (word_list("outsiders") | word_list("mediator_nouns")) & set(
            (name.title or "").split()
        ):
            owner = owner_of(line, name, names, book)
            called = owner.name if owner else finder.body_beside(line.words, name)
            if called in candidates:
                candidates[called].leaders[name.name] += 1
                candidates[called].union = candidates[called].union or name.title in word_list("union_titles")
            elif name.title in book.lists["american_titles"] and "United States" in candidates:
                candidates["United States"].leaders[name.name] += 1
            elif (group := _group_beside(line, name, candidates, book)) is not None:
                group.leaders[name.name] += 1
            elif name.title and called is None:
                officers.append(name)
            elif called is None and office_of in candidates and is_speaker(line, name, book):
                candidates[office_of].leaders[name.name] += 1
    return officers


def _group_beside(line: Line, name: Name, candidates: dict[str, Candidate], book: Codebook) -> Candidate | None:
    """The only armed group of the article, for "the group's leader, Jane Roe"."""
    before = range(max(0, name.first - TITLE_REACH), name.first)
    if not name.title or not any(
        line.words.possessive[at] and line.words.low[at] in word_list("of_the_group") for at in before
    ):
        return None
    groups = [found for found in candidates.values() if found.kind == "listed" and book.actors[found.name].kind == "group"]
    return groups[0] if len(groups) == 1 else None


def _place_officers(officers: Sequence[Name], chosen: Sequence[Candidate], book: Codebook) -> None:
    """A minister of no named country is that of the only one at the table, a chief executive that of the only company."""
    states = [candidate for candidate in chosen if is_country(candidate, book) or candidate.name == "government"]
    companies = [candidate for candidate in chosen if candidate.kind == "body" and not is_union(candidate)]
    for sides, titles in ((states, book.lists["state_titles"]), (companies, word_list("company_titles"))):
        for officer in officers:
            theirs = [side for side in sides if not (side.name == "United States" and _is_not_american(officer))]
            if officer.title in titles and _is_far_first(theirs):
                theirs[0].leaders[officer.name] += 1


def _is_far_first(sides: Sequence[Candidate]) -> bool:
    return len(sides) == 1 or (len(sides) > 1 and sides[0].score > FAR_FIRST * sides[1].score)


def _is_not_american(officer: Name) -> bool:
    """Whether an officer has a title that nobody has in the United States: a minister, a chancellor."""
    return bool(word_list("not_american") & set((officer.title or "").split()))


def _call_as_told(chosen: Sequence[Candidate], roles: dict[int, Roles]) -> None:
    """Creditors go by the article's own word for them: the creditor banks, the bondholders."""
    renamed: dict[str, str] = {}
    for candidate in chosen:
        told = {alias.lower().removeprefix("the ").rstrip("'’"): count for alias, count in candidate.aliases.items()}
        told = {alias: count for alias, count in told.items() if not word_list("heads") & set(alias.split())}
        if candidate.name in word_list("called_as_told") and told:
            renamed[candidate.name] = max(told, key=lambda alias: (told[alias], len(alias)))
            candidate.aliases[candidate.name] += 1
            candidate.generics.add(candidate.name)
            candidate.name = renamed[candidate.name]
    for event, found in roles.items() if renamed else ():
        roles[event] = found.renamed(renamed)


def _call_governments(chosen: Sequence[Candidate], roles: dict[int, Roles], book: Codebook) -> None:
    """Against its own rebels or parliament the party is not Ostland but the Ostlandic government, where the article says so."""
    countries = [candidate for candidate in chosen if is_country(candidate, book)]
    if len(countries) != 1 or not any(_is_within_a_country(candidate, book) for candidate in chosen):
        return
    (country,) = countries
    called = _called_in_its_own_country(country, book, any(side.name in word_list("legislatures") for side in chosen[:2]))
    if called:
        # First among its other names, since other reports may call it so.
        country.aliases[country.name] += sum(country.aliases.values())
        for event, found in roles.items():
            roles[event] = found.renamed({country.name: called})
        country.name = called


def _called_in_its_own_country(country: Candidate, book: Codebook, has_legislature: bool) -> str | None:
    """What rules a country, in the article's words: the Ostlandic government, the White House; its head facing a parliament."""
    adjectives = book.actors[country.name].adjectives
    ruling = {alias: count for alias, count in country.aliases.items() if word_list("executives") & set(alias.lower().split())}
    if has_legislature and (ruling or country.leaders):
        return max(ruling or country.leaders, key=lambda name: ({**country.leaders, **ruling}[name], name))
    return f"{adjectives[0]} government" if adjectives and country.rules >= RULES * country.mentions else None


def _is_within_a_country(candidate: Candidate, book: Codebook) -> bool:
    """Whether a side is one of a country's own: its rebels, its opposition, an armed group."""
    if candidate.kind == "listed":
        return book.actors[candidate.name].kind == "group"
    return candidate.name in word_list("within_a_country") | word_list("legislatures")


def _party(candidate: Candidate, book: Codebook) -> Party:
    aliases = [alias for alias, _ in candidate.aliases.most_common(MAX_ALIASES + 1) if alias != candidate.name]
    return Party(candidate.name, tuple(aliases[:MAX_ALIASES]), tuple(_unite_leaders(candidate.leaders, book)[:MAX_LEADERS]))


def _unite_leaders(found: Counter[str], book: Codebook) -> list[str]:
    """One person is one leader: the fullest name stands for the shorter ones and for other spellings."""
    united: dict[str, str] = {}
    weight: Counter[str] = Counter()
    first_names = {name.split()[0] for name in found if " " in name}
    for name, count in sorted(found.items(), key=lambda item: -len(item[0])):
        if name not in first_names:
            last = name.split()[-1]
            key = book.spellings.get(last, last)
            united.setdefault(key, name)
            weight[key] += count
    return [united[key] for key, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))]


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
        elif led and led not in parties[:2]:
            mediators.append(next(leader for leader in led.leaders if name in {leader, leader.split()[-1]}))
            parties = tuple(party for party in parties if party is not led)
    unnamed = {name for name in mediators if name.endswith((" mediator", " mediators"))}
    mediators = [name for name in mediators if name not in unnamed] or mediators
    if envoys & set(mediators):
        # Who mediates is the envoy, not the world body that sent him.
        mediators = [name for name in mediators if name not in above]
    parties = tuple(party for party in parties if party.name not in mediators)
    return Cast(parties, tuple(dict.fromkeys(mediators))[:MAX_MEDIATORS], roles, {})

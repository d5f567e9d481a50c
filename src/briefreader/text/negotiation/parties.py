"""Who negotiates: parties with their aliases and leaders, and mediators, chosen by where and in what role they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefreader.model import Party
from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.mediators import mediators_in
from briefreader.text.negotiation.names import Name, NameFinder
from briefreader.text.negotiation.people import is_speaker, owner_of, unnamed_office
from briefreader.text.negotiation.reading import Line
from briefreader.text.negotiation.roles import Roles, is_place, roles_of
from briefreader.text.negotiation.weighing import place_weight

MENTION, SUBJECT, OBJECT, SIDE = 0.3, 1.4, 1.0, 2.6
ONLY_ADJECTIVE = 0.3
# Who urges others to talk is mostly no side itself, a world body rarely, who mediates hardly ever.
THIRD_PARTY, WORLD_BODY, MEDIATOR = 0.3, 0.4, 0.2
# Who acts more than so many times as often as it mediates is a side that also mediates.
SIDE_TOO = 3
UNKNOWN_ONCE = 0.5
# A word with a capital that never says or does anything is hardly a body; who only welcomes or condemns is no side.
SPEECHLESS, COMMENTATOR, COMMENT_REACH = 0.3, 0.5, 9
# "The Ministry", "the Agency": of whom, nobody says.
UNNAMED = 0.05
VAGUE = 0.6
# A country that is mostly where something happens is the host.
HOST = 0.5
# The sides of "talks between A and B", and how far B may stand.
PAIR, PAIR_REACH = 1.0, 18
# An officer who is quoted without a name is named within so many sentences, if at all.
NAMED_SOON = 2
MAX_PARTIES, MAX_MEDIATORS, MAX_ALIASES, MAX_LEADERS = 4, 3, 5, 3
# A further party needs this share of the first's score (the second) or of the second's (the others).
SECOND, FURTHER = 0.1, 0.6
# A one-word name this often said to be where something happens is a place.
PLACE = 0.3
# An officer of nobody named is that of the only side of the kind, or of one that is so many times the next.
FAR_FIRST = 2.5


@dataclass(slots=True)
class Candidate:
    """A name that may be a party, with what the lines say for it."""

    name: str
    kind: str
    score: float = 0.0
    mentions: int = 0
    places: int = 0
    acts: int = 0
    speaks: int = 0
    comments: int = 0
    union: bool = False
    aliases: Counter[str] = field(default_factory=Counter)
    leaders: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties and mediators of an article, and who acts in each event (``roles`` by the event's ``id``)."""

    parties: tuple[Party, ...]
    mediators: tuple[str, ...]
    roles: dict[int, Roles]

    def by_any_name(self, name: str | None) -> str | None:
        """The party that goes by the name or by an alias, else the name itself."""
        if name is None:
            return None
        aliases = (party.name for party in self.parties if name in {party.name, *party.aliases})
        return next(aliases, name)


def cast_of(lines: Sequence[Line], finder: NameFinder, book: Codebook) -> Cast:
    """Score every name by where and in what role it stands in the lines, and choose."""
    candidates: dict[str, Candidate] = {}
    mediating: Counter[str] = Counter()
    envoys: set[str] = set()
    roles: dict[int, Roles] = {}
    for line in lines:
        names = finder.names(line.words)
        _count_mentions(line, names, candidates, book)
        _count_pairs(line, names, candidates)
        mediating.update(mediators_in(line, names, book))
        envoys.update(name.name for name in names if name.kind == "person")
        for event in line.events:
            roles[id(event)] = found = roles_of(line, event, names)
            if event.status != "past" and event.meaning:
                strength = place_weight(line.rank) * (1.0 if event.core else 0.5)
                _score_roles(found, strength, candidates, event.meaning)
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
    for candidate in candidates.values():
        if set(candidate.leaders) & set(mediating):
            candidate.score *= MEDIATOR
    _join_longer_names(candidates)
    _join_acronyms(candidates)
    _join_old_names(candidates)
    _discount(candidates.values(), book)
    for name in book.lists["above_parties"] & set(mediating) & set(candidates):
        candidates[name].score = 0.0
    chosen = _choose(list(candidates.values()), book)
    _place_officers(officers, chosen, book)
    parties = tuple(_party(candidate, book) for candidate in chosen)
    return _without_mediators(parties, mediating, roles, book.lists["above_parties"], envoys)


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
        candidate.union = candidate.union or bool({"union", "unions"} & set(around))
        place = is_place(line, name)
        candidate.mentions += 1
        candidate.speaks += _speaks(line, name, book)
        candidate.comments += bool(word_list("comments") & set(line.words.low[name.last + 1 : name.last + COMMENT_REACH]))
        candidate.places += place and line.words.low[name.first - 1] in word_list("where") | {"of"}
        candidate.score += place_weight(line.rank) * MENTION * (ONLY_ADJECTIVE if name.adjective or place else 1.0)


def _speaks(line: Line, name: Name, book: Codebook) -> bool:
    """Whether the name stands as one that acts: before a verb, or after "between", "with", "and"."""
    low = line.words.low
    after = low[name.last + 1] if name.last + 1 < len(low) else ""
    if after in book.grammar["say"] | word_list("acting") or any(match.first == name.last + 1 for match in line.matches):
        return True
    return bool({"between", "with", "union", "group", "party"} & set(low[max(0, name.first - 1) : name.first]))


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


def _score_roles(roles: Roles, strength: float, candidates: dict[str, Candidate], meaning: str) -> None:
    weighted = [
        (roles.actor, SUBJECT * (THIRD_PARTY if meaning == "appeal" else 1.0)),
        (roles.target, SIDE if meaning == "bid" else OBJECT),
    ]
    for name, weight in [*weighted, *((side, SIDE) for side in roles.sides)]:
        if name and name.kind != "person":
            candidates[name.name].score += strength * weight
            candidates[name.name].acts += 1


def _count_leaders(
    line: Line, finder: NameFinder, candidates: dict[str, Candidate], book: Codebook, office_of: str | None
) -> list[Name]:
    """Give each leader to the party that the sentence says; give back those of whom it does not say.

    ``office_of`` is the body whose spokesman or minister the sentences before quoted without a name: "the remarks by Roe" are his.
    """
    names = finder.names(line.words)
    officers: list[Name] = []
    for name in names:
        if name.kind == "person" and not (word_list("outsiders") | word_list("mediator_nouns")) & set((name.title or "").split()):
            owner = owner_of(line, name, names, book)
            called = owner.name if owner else finder.body_beside(line.words, name)
            if called in candidates:
                candidates[called].leaders[name.name] += 1
            elif name.title in book.lists["american_titles"] and "United States" in candidates:
                candidates["United States"].leaders[name.name] += 1
            elif name.title and called is None:
                officers.append(name)
            elif called is None and office_of in candidates and is_speaker(line, name, book):
                candidates[office_of].leaders[name.name] += 1
    return officers


def _place_officers(officers: Sequence[Name], chosen: Sequence[Candidate], book: Codebook) -> None:
    """A minister of no named country is that of the only one at the table, a chief executive that of the only company."""
    states = [candidate for candidate in chosen if _is_country(candidate, book) or candidate.name == "government"]
    companies = [candidate for candidate in chosen if candidate.kind == "body" and not _is_union(candidate)]
    for sides, titles in ((states, book.lists["state_titles"]), (companies, word_list("company_titles"))):
        if len(sides) == 1 or (len(sides) > 1 and sides[0].score > FAR_FIRST * sides[1].score):
            sides[0].leaders.update(officer.name for officer in officers if officer.title in titles)


def _join_longer_names(candidates: dict[str, Candidate]) -> None:
    """A body's shorter name goes with its longer one, if both are used: Borea and Borea Mills; with none of several."""
    longer: dict[str, list[Candidate]] = {}
    for long in candidates.values():
        words = long.name.split()
        for length in range(1, len(words)) if long.kind == "body" else ():
            short = candidates.get(" ".join(words[:length]))
            if short and short.kind == "body":
                longer.setdefault(short.name, []).append(long)
                break
    for name, names in longer.items():
        if len(names) == 1:
            _join(names[0], candidates[name])


def _join_acronyms(candidates: dict[str, Candidate]) -> None:
    """BRU goes with the Bakers' and Roasters' Union, if one body alone has these initials."""
    bodies: dict[str, list[Candidate]] = {}
    for body in candidates.values():
        if body.kind == "body" and " " in body.name:
            for initials in {_initials(spelled) for spelled in (body.name, *body.aliases)}:
                bodies.setdefault(initials, []).append(body)
    for short in list(candidates.values()):
        if short.kind == "body" and short.name.isupper() and len(short.name) > 2 and len(bodies.get(short.name, ())) == 1:
            _join(bodies[short.name][0], short)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _join(kept: Candidate, lost: Candidate) -> None:
    """Count what was said of one candidate for the other, of which it is another name."""
    kept.score += lost.score
    kept.mentions += lost.mentions
    kept.speaks += lost.speaks
    kept.acts += lost.acts
    kept.union = kept.union or lost.union
    kept.aliases.update(lost.aliases)
    kept.aliases[lost.name] += 1
    kept.leaders.update(lost.leaders)
    lost.score = 0.0


def _join_old_names(candidates: dict[str, Candidate]) -> None:
    """In the Soviet Union's days "Moscow" is its, not Russia's."""
    old, new = candidates.get("Soviet Union"), candidates.get("Russia")
    if old and new and not {"Russia", "RUSSIA", "Russian", "Russians"} & set(new.aliases):
        _join(old, new)


def _discount(candidates: Iterable[Candidate], book: Codebook) -> None:
    """Make little of what is a place, what is named once, world bodies and vague generics."""
    for candidate in candidates:
        unknown_word = candidate.kind == "body" and " " not in candidate.name
        if word_list("no_parties") & set(candidate.name.lower().split()) or (
            unknown_word and not candidate.acts and candidate.places >= PLACE * candidate.mentions
        ):
            candidate.score = 0.0
        elif unknown_word and candidate.name.lower() in word_list("names_no_body"):
            candidate.score *= UNNAMED
        elif unknown_word and not candidate.speaks:
            candidate.score *= SPEECHLESS
        elif unknown_word and candidate.mentions < 2:
            candidate.score *= UNKNOWN_ONCE
        elif candidate.kind == "listed" and candidate.acts < 2 and candidate.places >= PLACE * candidate.mentions:
            candidate.score *= HOST
        elif candidate.comments and candidate.comments >= candidate.acts:
            candidate.score *= COMMENTATOR
        elif candidate.name in book.lists["above_parties"]:
            candidate.score *= WORLD_BODY
        elif candidate.name in book.lists["vague_parties"]:
            candidate.score *= VAGUE


def _is_country(candidate: Candidate, book: Codebook) -> bool:
    return candidate.kind == "listed" and book.actors[candidate.name].kind == "country"


def _is_union(candidate: Candidate) -> bool:
    if candidate.kind != "body":
        return False
    return candidate.union or bool(word_list("union_words") & set(re.findall(r"[a-z]+", candidate.name.lower())))


def _is_armed(candidate: Candidate) -> bool:
    """Whether a body known only by form is a fighting one: a front, an army, a movement."""
    words = set(re.findall(r"[a-z]+", candidate.name.lower()))
    return candidate.kind == "body" and candidate.score > 0 and " " in candidate.name and bool(words & word_list("armed_words"))


def _choose(candidates: Sequence[Candidate], book: Codebook) -> list[Candidate]:
    """The first candidates by score; a generic (union, company, government) gives way to the one that has a name."""
    ranked = sorted(candidates, key=lambda candidate: (-candidate.score, candidate.name))
    chosen: list[Candidate] = []
    for candidate in ranked:
        if candidate in chosen:
            continue
        if candidate.score <= 0 or len(chosen) == MAX_PARTIES:
            break
        named = _by_its_name(candidate, ranked, chosen, book)
        if named is None or named in chosen:
            continue
        if candidate.name == "government" and any(_is_country(other, book) for other in ranked[:4]):
            continue
        if named.score < _least(chosen):
            break
        chosen.append(named)
    return chosen


def _by_its_name(
    candidate: Candidate, ranked: Sequence[Candidate], chosen: Sequence[Candidate], book: Codebook
) -> Candidate | None:
    """The named body that a generic stands for, else the candidate itself; ``None`` where it would only repeat another."""
    generic = candidate.name
    if generic in word_list("labour_generics"):
        # The dockers are the Dockworkers' Federation: one party, by the name that it has.
        union = next((other for other in ranked if _is_union(other) and other.score > 0), None)
        repeats = any(other.name in word_list("labour_generics") for other in chosen)
        return _united(union, candidate) if union else (None if repeats else candidate)
    if generic == "government" and not any(_is_country(other, book) for other in ranked[:4]):
        # "The government" of an article that speaks of one land is that land's.
        lands = sorted((other for other in ranked if _is_country(other, book)), key=lambda land: -land.mentions)
        if lands and lands[0].mentions > 1 and lands[0] not in chosen:
            return _united(lands[0], candidate)
    if generic == "rebels":
        armed = [other for other in ranked if _is_armed(other)]
        return _united(armed[0], candidate) if len(armed) == 1 else (None if armed else candidate)
    if generic in word_list("company_generics"):
        others = [other for other in ranked[:6] if other.kind in {"body", "listed"} and not _is_union(other)]
        bodies = [other for other in others if other.kind == "body"]
        if len(bodies) == 1:
            bodies[0].aliases.update(candidate.aliases)
            bodies[0].leaders.update(candidate.leaders)
        return None if others else candidate
    return candidate


def _united(named: Candidate, generic: Candidate) -> Candidate:
    """The named body with what was said of the generic."""
    named.aliases.update({generic.name: 1, **generic.aliases})
    named.leaders.update(generic.leaders)
    named.score = max(named.score, generic.score)
    return named


def _least(chosen: Sequence[Candidate]) -> float:
    """The score that the next party needs."""
    if not chosen:
        return 0.0
    return SECOND * chosen[0].score if len(chosen) == 1 else FURTHER * chosen[1].score


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
    unnamed = {name for name in mediators if name.endswith(" mediator")}
    mediators = [name for name in mediators if name not in unnamed] or mediators
    institutions = [name for name in mediators if name in above]
    # An envoy goes with the body that sent him.
    mediators = institutions + [
        name for name in mediators if name not in institutions and not (institutions and name in envoys)
    ]
    parties = tuple(party for party in parties if party.name not in mediators)
    return Cast(parties, tuple(dict.fromkeys(mediators))[:MAX_MEDIATORS], roles)

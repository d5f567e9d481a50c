"""Who negotiates: parties with their aliases and leaders, and mediators."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from briefreader.model import Party
from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.events import Found
from briefreader.text.negotiation.names import Name, NameFinder
from briefreader.text.negotiation.reading import Line
from briefreader.text.negotiation.weighing import place_weight

MENTION, SUBJECT, OBJECT, BETWEEN = 0.3, 1.4, 1.0, 2.6
# Who urges others to talk is mostly no side itself.
THIRD_PARTY = 0.3
MAX_PARTIES = 4
# A world body is rarely a side: it counts as one only where it stands out.
_ABOVE = {
    "United Nations": 0.4,
    "African Union": 0.5,
    "Red Cross": 0.3,
    "Arab League": 0.5,
    "NATO": 0.6,
    "OSCE": 0.4,
    "FMCS": 0.2,
    "ACAS": 0.2,
}


@dataclass(slots=True)
class Cast:
    """The parties and mediators of an article, and who acts in each event: ``roles`` gives (actor, target) by the event's identity."""

    parties: tuple[Party, ...] = ()
    mediators: tuple[str, ...] = ()
    roles: dict[int, tuple[str | None, str | None]] = field(default_factory=dict)
    scores: dict[str, float] = field(default_factory=dict)


def cast_of(lines: list[Line], finder: NameFinder, book: Codebook) -> Cast:
    """Score every name by where and in what role it stands in the lines, and choose."""
    scores: dict[str, float] = defaultdict(float)
    kinds: dict[str, str] = {}
    aliases: dict[str, Counter[str]] = defaultdict(Counter)
    leaders: dict[str, Counter[str]] = defaultdict(Counter)
    mediators: Counter[str] = Counter()
    roles: dict[int, tuple[str | None, str | None]] = {}
    places: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for line in lines:
        weight = place_weight(line.rank)
        names = finder.names(line.words)
        for name in names:
            if name.kind == "person":
                continue
            kinds.setdefault(name.name, name.kind)
            if name.leader:
                leaders[name.name][name.leader] += 1
            elif not name.adjective and "-" not in line.words.surface[name.first]:
                aliases[name.name][line.words.slice(name.first, name.last).removesuffix("'s").removesuffix("’s")] += 1
            place = _is_place(line, name)
            places[name.name] += place
            mentions[name.name] += 1
            scores[name.name] += weight * MENTION * (0.3 if name.adjective or place else 1.0)
        _attach_people(line, names, book, leaders)
        for mediator in _mediators_in(line, names, book):
            mediators[mediator] += weight
        for event in line.events:
            actor, target, partners = _roles(line, event, names)
            roles[id(event)] = (actor.name if actor else None, target.name if target else None)
            if event.status == "past" or event.meaning is None:
                continue
            strength = weight * (1.0 if event.core else 0.5)
            if actor:
                outside = THIRD_PARTY if event.meaning == "appeal" else 1.0
                scores[actor.name] += outside * strength * SUBJECT * (0.0 if actor.kind == "person" else 1.0)
            if target:
                scores[target.name] += strength * OBJECT * (0.0 if target.kind == "person" else 1.0)
            for partner in partners:
                scores[partner.name] += strength * BETWEEN * (0.0 if partner.kind == "person" else 1.0)
    for mediator in mediators:
        scores[mediator] *= 0.35
    _merge_short_names(scores, kinds, aliases, leaders)
    for name in scores:
        if kinds.get(name) == "body" and " " not in name and mentions[name] < 2:
            scores[name] *= 0.5
        if kinds.get(name) == "body" and " " not in name and places[name] >= 0.3 * mentions[name]:
            scores[name] = 0.0
        scores[name] *= _ABOVE.get(
            name, 0.6 if kinds.get(name) == "generic" and name in {"army", "workers", "banks", "company"} else 1.0
        )
    chosen = _choose(scores, kinds, aliases)
    parties = tuple(_party(name, aliases, leaders, book) for name in chosen)
    mediating = []
    for name, _ in mediators.most_common(3):
        led = next(
            (party for party in parties if name in {leader.split()[-1] for leader in party.leaders} | set(party.leaders)), None
        )
        if led is None and name not in chosen[:2]:
            mediating.append(name)
        elif led and led not in parties[:2]:
            # A leader who mediates takes the country with him: it is no side here.
            mediating.append(led.leaders[0])
            parties = tuple(party for party in parties if party is not led)
    parties = tuple(party for party in parties if party.name not in mediating)
    mediating = list(dict.fromkeys(mediating))
    return Cast(parties, tuple(mediating), roles, dict(scores))


def _is_place(line: Line, name: Name) -> bool:
    low = line.words.low
    if not name.first or low[name.first - 1] not in {"in", "at", "near", "from", "to", "outside", "across"}:
        return False
    return not {"stake", "share", "shares", "interest", "holding", "stakes"} & set(low[max(0, name.first - 3) : name.first])


def _roles(line: Line, event: Found, names: list[Name]) -> tuple[Name | None, Name | None, list[Name]]:
    """The event's actor (the nearest name before it in its clause), its target (the first after it) and the sides of "between"."""
    low = line.words.low
    usable = [
        name for name in names if not (name.adjective or _is_place(line, name)) or low[max(0, name.first - 1)] == "between"
    ]
    partners: list[Name] = []
    start = event.noun.last + 1 if event.noun else event.last + 1
    for at in range(max(0, min(event.first, start) - 3), min(len(low), start + 12)):
        if low[at] in {"between", "among"}:
            following = [name for name in names if name.first > at and name.first <= at + 16]
            partners = following[:2]
            break
    before = [name for name in usable if name.last < event.head and name not in partners]
    after = [name for name in usable if name.first > event.head and name not in partners and name.first - event.head < 14]
    actor = next((name for name in reversed(before) if not _inside_phrase(line, name)), before[-1] if before else None)
    target = after[0] if after else None
    both = [actor] if actor else []
    if actor and actor.first >= 2 and low[actor.first - 1] in {"and", ","}:
        partners += [name for name in usable if name.last == actor.first - 2]
    if target and any(low[at] == "with" for at in range(max(0, target.first - 2), target.first)):
        partners = [*partners, target]
    del both
    return actor, target, partners


def _inside_phrase(line: Line, name: Name) -> bool:
    """Whether a name hangs on a preposition before it: "talks with Norland"."""
    return bool(name.first) and line.words.low[name.first - 1] in {"with", "of", "by", "for", "against", "on", "over"}


def _attach_people(line: Line, names: list[Name], book: Codebook, leaders: dict[str, Counter[str]]) -> None:
    """Give each titled person to the body whose name stands beside the title."""
    low = line.words.low
    titles = book.lists["leader_titles"]
    for name in names:
        if name.kind != "person" or not name.title or (name.title not in titles and name.title not in book.lists["role_nouns"]):
            continue
        near = [
            other for other in names
            if other.kind != "person" and not other.leader
            and (-6 <= other.last - name.first < 0 or 0 < other.first - name.last <= 9)
        ]  # fmt: skip
        before = [other for other in near if other.last < name.first and "," not in low[other.last + 1 : name.first]]
        after = [other for other in near if other.first > name.last and low[name.last + 1] == ","]
        owner = before[-1] if before else (after[0] if after else None)
        if owner:
            leaders[owner.name][name.name] += 1


def _mediators_in(line: Line, names: list[Name], book: Codebook) -> list[str]:
    """Who mediates: by title ("UN envoy"), as the subject of mediating, or after "brokered by"."""
    low = line.words.low
    found = []
    for name in names:
        if name.kind == "generic":
            continue
        following = low[name.last + 1 : name.last + 4]
        if name.kind == "person":
            if name.title in book.lists["mediator_titles"] or any(word in word_list("mediator_nouns") for word in following):
                found.append(name.name)
            continue
        if name.kind == "body" and not any(word in book.lists["organisation_words"] for word in name.name.lower().split()):
            continue
        tail = low[name.first].rsplit("-", 1)[-1] if "-" in low[name.first] else ""
        if word_list("unsure") & set(low[max(0, name.first - 12) : name.first]):
            continue
        envoy = name.name in _ABOVE and (
            any(word in word_list("envoys") for word in following[:2]) or tail in {"backed", "led", "supervised"}
        )
        peace = (
            line.words.possessive[name.last]
            and "peace" in following
            and bool(word_list("plans") & set(low[name.last + 1 : name.last + 5]))
        )
        if peace:
            found.append(name.leader or name.name)
            continue
        acts = any(word in word_list("mediating") for word in following) and "by" not in following
        if tail in word_list("mediating") or envoy or acts or _after_mediating_by(low, name.first):
            found.append(name.name)
    return found


def _after_mediating_by(low: list[str], first: int) -> bool:
    """Whether the name stands in "brokered by A and B" or "under the auspices of A"."""
    for at in range(first - 1, max(-1, first - 8), -1):
        if low[at] in {"by", "of"}:
            return any(word in word_list("mediating") for word in low[max(0, at - 4) : at])
        if low[at] in {".", ";", "said", "that"}:
            return False
    return False


def _choose(scores: dict[str, float], kinds: dict[str, str], aliases: dict[str, Counter[str]]) -> list[str]:
    ranked = sorted(scores, key=lambda name: (-scores[name], name))
    bodies = [name for name in ranked[:6] if kinds.get(name) in {"body", "listed"}]
    unions = [
        name
        for name in ranked[:12]
        if kinds.get(name) == "body"
        and any(word in word_list("union_words") for word in name.lower().replace("-", " ").split())
    ]
    chosen: list[str] = []
    for name in ranked:
        if scores[name] <= 0 or len(chosen) == MAX_PARTIES:
            break
        if name in word_list("labour_generics") and unions:
            aliases[unions[0]].update(aliases[name])
            continue
        if name in word_list("labour_generics") and any(other in word_list("labour_generics") for other in chosen):
            continue
        if name in word_list("company_generics") and any(
            kinds.get(other) == "body" and other not in unions for other in bodies
        ):
            continue
        if name == "government" and any(kinds.get(other) == "listed" for other in ranked[:4]):
            continue
        if len(chosen) >= 2 and scores[name] < 0.55 * scores[chosen[1]]:
            break
        if len(chosen) == 1 and scores[name] < 0.12 * scores[chosen[0]]:
            break
        chosen.append(name)
    return chosen


def _merge_short_names(
    scores: dict[str, float], kinds: dict[str, str], aliases: dict[str, Counter[str]], leaders: dict[str, Counter[str]]
) -> None:
    """A body's longer name goes with its shorter one, if both are used: Borea Mills and Borea."""
    bodies = sorted((name for name in scores if kinds.get(name) == "body"), key=len)
    for place, short in enumerate(bodies):
        for long in bodies[place + 1 :]:
            if long.startswith(short + " ") and scores[short] > 0:
                scores[short] += scores[long]
                scores[long] = 0.0
                aliases[short].update([long])
                leaders[short].update(leaders[long])


def _party(name: str, aliases: dict[str, Counter[str]], leaders: dict[str, Counter[str]], book: Codebook) -> Party:
    other = tuple(alias for alias, _ in aliases[name].most_common(6) if alias != name)
    return Party(name, other[:5], tuple(_unite_leaders(leaders[name], book))[:3])


def _unite_leaders(found: Counter[str], book: Codebook) -> list[str]:
    """One person is one leader: the fullest name stands for the shorter ones and for other spellings."""
    spellings = {spelling: leader[0] for actor in book.actors.values() for leader in actor.leaders for spelling in leader}
    united: dict[str, str] = {}
    weight: Counter[str] = Counter()
    first_names = {name.split()[0] for name in found if " " in name}
    for name, count in sorted(found.items(), key=lambda item: -len(item[0])):
        if name in first_names:
            continue
        last = name.split()[-1]
        key = spellings.get(last, last)
        united.setdefault(key, name)
        weight[key] += count
    return [united[key] for key, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))]

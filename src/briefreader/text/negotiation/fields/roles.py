"""Who does what to whom in an event, by where the names stand around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.fields.voice import is_giver, is_passive, is_suffered
from briefreader.text.negotiation.names.finder import Name
from briefreader.text.negotiation.sentence.events import Found
from briefreader.text.negotiation.sentence.reading import Line
from briefreader.text.negotiation.sentence.words import Words

TARGET_REACH = 14
BETWEEN_REACH, SIDES_REACH = 12, 16
MOST_SIDES, APPOSITION = 3, 8
PAIR_REACH = 5


@dataclass(frozen=True, slots=True)
class Roles:
    """The names around an event: who acts, whom it reaches, and further sides ("between A and B", "A and B", "with B").

    ``beside`` are those of the sides who act together with the actor: "A and B rejected".
    """

    actor: Name | None
    target: Name | None
    sides: tuple[Name, ...] = ()
    beside: tuple[Name, ...] = ()

    def all_names(self) -> set[str]:
        """Every body that has a role; people stand for nobody known."""
        return {name.name for name in (self.actor, self.target, *self.sides) if name and name.kind != "person"}

    def are_listed(self) -> bool:
        """Whether every name is a listed party's: others may be somebody known by another name."""
        return all(name.kind == "listed" for name in (self.actor, self.target, *self.sides) if name)

    def renamed(self, names: dict[str, str]) -> Roles:
        """The same roles, of those who go by another name now."""
        return self.with_each(lambda name: replace(name, name=names.get(name.name, name.name)))

    def with_each(self, stands_for: Callable[[Name], Name]) -> Roles:
        """The same roles, each name put for another."""
        actor, target = (stands_for(name) if name else None for name in (self.actor, self.target))
        return Roles(actor, target, tuple(map(stands_for, self.sides)), tuple(map(stands_for, self.beside)))

    def names(self) -> tuple[str | None, str | None]:
        """The actor's and the target's names."""
        return (self.actor.name if self.actor else None, self.target.name if self.target else None)


def is_of_a_pair(low: list[str], name: Name) -> bool:
    """Whether it is one of "the row between Norland and Sudia": neither acts by itself."""
    joined = name.first - 1 - (low[name.first - 1] == "the")
    if low[joined : joined + 1] == ["and"]:
        return "between" in low[max(0, joined - PAIR_REACH) : joined]
    return low[joined : joined + 1] == ["between"]


def is_place(line: Line, name: Name) -> bool:
    """Whether a name only says where: "in Norland", but not "a stake in Borea"."""
    low = line.words.low
    if _names_the_talks(line, name) or is_the_matter(line, name) or _is_a_town(low, name) or _is_filed_with(low, name):
        return True
    if not name.first:
        return False
    if _is_its_seat(low, name.first - 1) or (low[name.first - 1] == "," and _is_its_seat(low, name.first - 3)):
        # "The town of Querrin", "Borea AG of Querrin, Ostland".
        return True
    if low[name.first - 1] == "," and word_list("where") & set(low[max(0, name.first - 4) : max(0, name.first - 2)]):
        # "In Querrin, Ostland".
        return name.kind == "listed" and line.words.surface[name.first - 2][0].isupper()
    before = name.first - 1 - (name.kind == "listed" and low[name.first - 1] == "the" and name.first > 1)
    if low[before] not in word_list("locative"):
        return False
    return not word_list("shareholding") & set(low[max(0, name.first - 3) : name.first])


def _is_filed_with(low: list[str], name: Name) -> bool:
    """ "In a filing with the Securities Commission": where papers go."""
    before = low[max(0, name.first - 5) : name.first]
    return before[-2:] == ["with", "the"] and bool({"filing", "filings", "filed", "registered"} & set(before[:-2]))


def _is_a_town(low: list[str], name: Name) -> bool:
    """ "Its Alder, Ariz., mill": a town by the state behind it, a state by the town before it."""
    if name.kind != "body" or name.name.count(" ") > 1:
        return False
    if low[name.first - 1] == "," and name.name.lower().rstrip(".") in word_list("american_states"):
        # "Based in Alder, Ohio".
        return True
    state = low[name.last + 2 : name.last + 3] if low[name.last + 1 : name.last + 2] == [","] else []
    return bool(state) and state[0].rstrip(".") in word_list("american_states")


def _is_its_seat(low: list[str], of: int) -> bool:
    """Whether "of" stands at the place and leads from a kind of place or a company's name to where it is."""
    return of > 0 and low[of] == "of" and low[of - 1].rstrip(".") in word_list("kinds_of_place") | word_list("legal_forms")


def is_the_matter(line: Line, name: Name) -> bool:
    """Whether a name only says what the talks are about ("talks on Norland", but not "talks on Norland's debt"), or which
    deal is meant: "the Lindenhof accord"."""
    if name.kind == "body" and names_a_deal(line, name):
        return not line.words.possessive[name.last]
    if not name.first or line.words.low[name.first - 1] not in {"on", "over", "about"} or line.words.possessive[name.last]:
        return False
    return any(match.last == name.first - 2 and match.reading.name in {"talks", "meeting", "dispute"} for match in line.matches)


def _names_the_talks(line: Line, name: Name) -> bool:
    """Whether a name only says where the talks are or whose parties hold them: "Dunmar talks", "Ostland coalition talks"."""
    first, second = (line.words.low[name.last + far : name.last + far + 1] for far in (1, 2))
    if word_list("within_one_country") & set(first):
        return bool(word_list("of_a_venue") & set(second))
    if name.kind != "listed" or not _is_city(line, name):
        return False
    return bool(word_list("of_a_venue") & set(first)) or names_a_deal(line, name)


def names_a_deal(line: Line, name: Name) -> bool:
    """Whether a deal is called by where it was made: "the Dunmar accord", "the Dunmar monetary pact"."""
    return not word_list("called_by_a_place").isdisjoint(line.words.low[name.last + 1 : name.last + 3])


def _is_city(line: Line, name: Name) -> bool:
    """Whether a country is called by its capital."""
    return line.words.surface[name.first][:3] != name.name[:3] and not name.adjective and not name.leader


def _owns_workers(line: Line, name: Name) -> bool:
    """Whether a country only says whose the workers or companies are that act: "Ostland's nurses"."""
    after = line.words.low[name.last + 1 : name.last + 4]
    return bool(word_list("of_their_own") & set(after if line.words.possessive[name.last] else after[:1]))


def _is_where(line: Line, name: Name) -> bool:
    low = line.words.low
    hosts = low[max(0, name.first - 2) : name.first] == ["hosted", "by"]
    named = _names_the_talks(line, name) or _is_a_town(low, name) or _is_filed_with(low, name)
    return hosts or named or (is_place(line, name) and low[name.first - 1] in word_list("where"))


def roles_of(line: Line, event: Found, names: list[Name]) -> Roles:
    """Give the event's roles: the actor is the nearest free name before it, the target the first after it."""
    low = line.words.low
    sides = _between(line, event, names)
    usable = [
        name
        for name in names
        if low[max(0, name.first - 1)] == "between"
        or (
            not (name.adjective or _is_where(line, name) or is_the_matter(line, name) or _owns_workers(line, name))
            # "Former Norlandic premier Jane Roe" acts for herself.
            and not (name.kind == "listed" and not name.leader and low[name.first - 1 : name.first] == ["former"])
        )
    ]
    before = [name for name in usable if name.last < event.head and name not in sides]
    after = [name for name in usable if 0 < name.first - event.head < TARGET_REACH and name not in sides]
    before = [name for name in before if not _only_describes(line, name, before, event.first)] or before
    actor = next((name for name in reversed(before) if not _hangs_on_preposition(line, name)), before[-1] if before else None)
    target = after[0] if after else None
    if target and (is_passive(line, event, target) or is_giver(line, event, target)):
        actor, target = target, actor or next(iter(after[1:]), None)
    elif actor and is_suffered(line, event, actor):
        actor, target = next((name for name in before if name.first > actor.last and low[name.first - 1] == "for"), None), actor
    beside = [*names_listed_before(line.words, actor, usable), *_listed_behind(line.words, actor, usable)] if actor else []
    sides += [name for name in beside if name not in sides]
    sides += _also_reached(line, event, target, after)
    return Roles(actor, target, tuple(sides), tuple(beside))


def _also_reached(line: Line, event: Found, target: Name | None, after: list[Name]) -> Iterator[Name]:
    """Who else is a side: "with Norland and Sudia", "rejected a plan by Norland and Sudia", "bought Borea from Larch"."""
    low = line.words.low
    led_by = set(low[max(0, target.first - 2) : target.first]) if target else set()
    if target and "with" in led_by:
        yield target
    if target and ("with" in led_by or (event.meaning in word_list("answers") and {"by", "from"} & led_by)):
        yield from _listed_behind(line.words, target, after)
    if event.meaning == "takeover":
        yield from (name for name in after if low[name.first - 1] == "from")


def _only_describes(line: Line, name: Name, others: list[Name], verb: int) -> bool:
    """Whether a name only says who another is: "Norland and Sudia, the largest producers of tin, agreed"."""
    low = line.words.low
    if "," not in low[name.last + 1 : verb]:
        return False
    opening = next((at for at in range(name.first - 1, max(0, name.first - APPOSITION), -1) if low[at] == ","), None)
    if opening is None or low[opening + 1] not in word_list("articles"):
        return False
    return any(other.last == opening - 1 for other in others)


def names_listed_before(words: Words, actor: Name, usable: list[Name]) -> list[Name]:
    """The names listed before one: "the Greens, the Liberals, and the League"."""
    low = words.low
    found: list[Name] = []
    ends = {name.last: name for name in usable}
    place = actor.first - 1
    while place >= 0 and len(found) < MOST_SIDES:
        if place in ends and _stand_side_by_side(words, ends[place], actor):
            # Headlines leave the commas out: "Norland Sudia Estia agree".
            found.append(ends[place])
            place = found[-1].first - 1
            continue
        place -= low[place] in {"the", "a", "an"}
        place -= low[place - 1 : place + 1] == [",", "and"]
        if low[place] not in {"and", ","} or place - 1 not in ends:
            break
        before = low[max(0, ends[place - 1].first - 2) : ends[place - 1].first]
        if not found and low[place] == "," and low[place + 1] != "and" and word_list("closes_with_a_comma") & set(before):
            # "As told by Norland, Sudia will": the comma closes what went before.
            break
        found.append(ends[place - 1])
        place = found[-1].first - 1
    return found


def _listed_behind(words: Words, actor: Name, usable: list[Name]) -> list[Name]:
    """The name that follows one: "rejected by Norland and the rebels"."""
    at = actor.last + 1
    if words.low[at : at + 1] != ["and"]:
        return []
    at += 1 + (words.low[at + 1 : at + 2] == ["the"])
    return [name for name in usable if name.first == at]


def _stand_side_by_side(words: Words, one: Name, other: Name) -> bool:
    """Whether two countries or listed bodies stand in a row: neither an adjective nor "Norland's Roe"."""
    return (
        one.kind == other.kind == "listed"
        and not (one.adjective or one.leader or other.leader)
        and not words.possessive[one.last]
    )


def _between(line: Line, event: Found, names: list[Name]) -> list[Name]:
    """The two sides named after "between" near the event's noun."""
    low = line.words.low
    start = event.noun.last + 1 if event.noun else event.last + 1
    for at in range(max(0, min(event.first, start) - 3), min(len(low), start + BETWEEN_REACH)):
        if low[at] in {"between", "among"}:
            return [name for name in names if at < name.first <= at + SIDES_REACH][:2]
    return []


def _hangs_on_preposition(line: Line, name: Name) -> bool:
    before = name.first - 1
    while before > 0 and name.kind == "generic" and line.words.low[before] in word_list("counted"):
        before -= 1
    return before >= 0 and (line.words.low[before] in word_list("hanging") or line.words.low[before] in word_list("where"))

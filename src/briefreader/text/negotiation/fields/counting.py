"""What speaks for a name's being a side: where it stands, what it does, whom its workers strike against."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.fields.candidates import Candidate
from briefreader.text.negotiation.fields.roles import Roles, is_place, is_the_matter, names_a_deal
from briefreader.text.negotiation.names.finder import Name
from briefreader.text.negotiation.names.shapes import is_title_case
from briefreader.text.negotiation.sentence.reading import TITLE, Line
from briefreader.text.negotiation.stage.weighing import place_weight

MENTION, SUBJECT, OBJECT, SIDE = 0.3, 1.4, 1.0, 2.6
ONLY_ADJECTIVE = 0.3
# Who urges others to talk is mostly no side itself.
THIRD_PARTY = 0.3
COMMENT_REACH = 9
# The sides of "talks between A and B", and how far B may stand.
PAIR, PAIR_REACH = 1.0, 18
# "Borea Co's largest labor union".
OWNED_REACH = 4
# "Went on strike on Monday at Borea Co".
STRIKE_REACH = 4


def count_mentions(line: Line, names: Sequence[Name], candidates: dict[str, Candidate], book: Codebook) -> None:
    for name in names:
        if name.kind == "person":
            continue
        candidate = candidates.setdefault(name.name, Candidate(name.name, name.kind))
        if name.leader:
            candidate.leaders[name.leader] += 1
        elif not name.adjective and "-" not in line.words.surface[name.first]:
            candidate.aliases[line.words.slice(name.first, name.last).removesuffix("'s").removesuffix("’s")] += 1
        # "The port union, DOK,", "transport union DOK", "the DOK union".
        before = name.first - 1 - (line.words.low[name.first - 1] == ",")
        around = [*line.words.low[name.last + 1 : name.last + 2], line.words.low[max(0, before)]]
        candidate.employs = candidate.employs or _employs(line, name)
        candidate.union = candidate.union or bool({"union", "unions"} & set(around))
        place = is_place(line, name) or _names_its_city(line, name, names)
        candidate.mentions += 1
        candidate.owners.update(other.name for other in names if other.last == name.first - 1)
        candidate.hosts += _only_hosts(line, name)
        candidate.rules += bool(word_list("who_rules") & set(line.words.low[name.first : name.last + 2]))
        candidate.speaks += _speaks(line, name, book)
        candidate.says += bool(book.grammar["say"] & set(line.words.low[name.last + 1 : name.last + 2]))
        candidate.headlines += line.rank == TITLE and is_title_case(line.words)
        candidate.firm = candidate.firm or (line.rank == TITLE and not (name.adjective or place or comments(line, name)))
        candidate.comments += comments(line, name)
        led_to = line.words.low[name.first - 1] in word_list("where") | {"of"}
        candidate.places += place and (led_to or names_a_deal(line, name))
        candidate.is_called_a_place = candidate.is_called_a_place or _is_called_a_place(line, name)
        candidate.matters += is_the_matter(line, name)
        candidate.score += place_weight(line.rank) * MENTION * (ONLY_ADJECTIVE if name.adjective or place else 1.0)


def _names_its_city(line: Line, name: Name, names: Sequence[Name]) -> bool:
    """ "Ostland's Dunmar", "the Ostlandic capital": a country that only says where the city is."""
    if word_list("kinds_of_place") & set(line.words.low[name.last + 1 : name.last + 2]):
        return name.kind == "listed"
    return any(other.first == name.last + 1 and other.name == name.name for other in names)


def _is_called_a_place(line: Line, name: Name) -> bool:
    """ "The island of Lemsos", "the Querrin district"; "the city of Querrin" may be a side by its council."""
    low = line.words.low
    called = {
        *(low[name.first - 2 : name.first - 1] if low[name.first - 1] == "of" else ()),
        *low[name.last + 1 : name.last + 2],
    }
    port = low[max(0, name.first - 3) : name.first] == ["port", "city", "of"]
    return (
        name.kind == "body"
        and not line.words.possessive[name.last]
        and (port or bool(called & word_list("no_side_but_a_place")))
    )


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


def count_pairs(line: Line, names: Sequence[Name], candidates: dict[str, Candidate]) -> None:
    """The two of "talks between A and B" are the sides, whatever is said of the talks."""
    low = line.words.low
    for match in line.matches:
        if match.reading.part == "noun" and low[match.last + 1 : match.last + 2] == ["between"]:
            first = match.last + 2
            pair = [name for name in names if first <= name.first < first + PAIR_REACH and name.kind != "person"][:2]
            if len(pair) == 2 and {"and", "&"} & set(low[pair[0].last : pair[1].first]):
                for name in pair:
                    candidates[name.name].score += PAIR * place_weight(line.rank)


def count_employers(line: Line, names: Sequence[Name], candidates: dict[str, Candidate]) -> None:
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
    if word_list("workplaces") & set(low[name.last + 1 : name.last + 2]):
        # "The strike at Querrin docks": a town's.
        return False
    before = name.first - 1 - (low[name.first - 1 : name.first] == ["the"])
    return (
        before > 0
        and low[before] in {"at", "against"}
        and bool(word_list("strikes") & set(low[max(0, before - STRIKE_REACH) : before]))
    )


def score_roles(roles: Roles, strength: float, candidates: dict[str, Candidate], meaning: str, *, decisive: bool) -> None:
    weighted = [
        (roles.actor, SUBJECT * (THIRD_PARTY if meaning == "appeal" else 1.0)),
        (roles.target, SIDE if meaning == "bid" else OBJECT),
    ]
    for name, weight in [*weighted, *((side, SIDE) for side in roles.sides)]:
        if name and name.kind != "person":
            candidates[name.name].score += strength * weight
            candidates[name.name].acts += 1
            candidates[name.name].firm = candidates[name.name].firm or (decisive and meaning != "appeal")

"""Who mediates: by title ("UN envoy"), by doing it ("Oman mediates"), after "brokered by", as a go-between."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.fields.brokers import brokered_once, brokers_for_itself
from briefreader.text.negotiation.fields.envoys import chairs_the_talks, is_peace_envoy
from briefreader.text.negotiation.fields.go_betweens import go_betweens_in
from briefreader.text.negotiation.fields.mediated_by import is_after_mediating_by, stands_between
from briefreader.text.negotiation.fields.roles import names_listed_before
from briefreader.text.negotiation.names.finder import Name
from briefreader.text.negotiation.sentence.reading import Line

UNSURE_REACH, ACTS_REACH, PERSON_ACTS_REACH, AS_REACH, PLAN_REACH = 12, 3, 6, 8, 14
SHUTTLE_REACH = 12
# How far behind a land's adjective its mediator's name may stand.
ITS_MEDIATOR = 4


def mediators_in(line: Line, names: list[Name], book: Codebook) -> list[str]:
    """Give the names that the line shows mediating; one who only might mediate is none."""
    low = line.words.low
    found = list(dict.fromkeys([*_called_mediators(line, names), *go_betweens_in(line, names)]))
    for name in names:
        if name.name in found or _is_asked(low, name) or _is_of_a_leader(name, names, low):
            continue
        if (
            name.kind == "generic"
            or _is_no_body(name)
            or word_list("unsure") & set(low[max(0, name.first - UNSURE_REACH) : name.first])
        ):
            continue
        following = _following(low, name)
        if brokers_for_itself(low, name) or brokered_once(low, name, book):
            continue
        if name.kind == "person":
            if (
                is_peace_envoy(line, name, names, book)
                or _is_followed_by_its_office(following)
                or _does_mediate(low, name)
                or _is_called_mediator(low, name, names)
                or is_after_mediating_by(low, name.first)
                or chairs_the_talks(low, name)
                or (name.title in word_list("courtesy_titles") and _has_peace_plan(line, name, following))
            ):
                found.append(name.name)
        elif _only_has_a_service(line, name, names):
            continue
        elif _shuttles(low, name) or (
            _is_of_talks(line)
            and (name.name in word_list("mediation_services") or _is_a_service(name) or _calls_the_talks(low, name, book))
        ):
            found.append(name.name)
        elif (
            low[name.first - 1] not in word_list("locative") and _is_called_mediator(low, name, names) and _is_institution(name)
        ):
            # "Estia, Meru and Ostland acting as mediators": all three.
            found += [listed.name for listed in reversed(names_listed_before(line.words, name, names))] + [name.name]
        elif _has_peace_plan(line, name, following):
            found.append(name.leader or name.name)
        elif (_may_be_institution(low, name) and stands_between(low, name) and _is_of_talks(line)) or (
            _is_institution(name) and _mediates(line, name, following, book)
        ):
            if "and" in low[name.first - 2 : name.first] and "guarantors" not in following:
                # "Estia and Meru, which sponsor the talks", "Estia, Meru and Ostland mediated".
                listed = [other for other in names if other.kind == "listed" and not other.adjective]
                found += [other.name for other in reversed(names_listed_before(line.words, name, listed))]
            embassy = name.adjective and following[:1] == ["embassy"]
            found.append(line.words.slice(name.first, name.last + 1) if embassy else name.name)
    return _without_lands(found, names) or _unnamed(low)


def _without_lands(found: Sequence[str], names: Sequence[Name]) -> list[str]:
    """ "The Estian mediator, Jane Roe": she mediates, her land need not."""
    people = [name for name in names if name.kind == "person" and name.name in found]
    lands = {
        name.name for name in names if name.adjective and any(0 < person.first - name.last <= ITS_MEDIATOR for person in people)
    }
    return [name for name in found if name not in lands]


def _is_no_body(name: Name) -> bool:
    """ "Under the General Agreement on Tariffs and Trade": a treaty."""
    return not word_list("no_parties").isdisjoint(name.name.lower().split())


def _is_followed_by_its_office(following: list[str]) -> bool:
    """ "Roe, a mediator"; but not "Roe said federal mediators" or "the Roe dispute: mediator"."""
    called = next((at for at, word in enumerate(following[:3]) if word in word_list("mediator_nouns")), None)
    return called is not None and (word_list("others_mediate") | {":"}).isdisjoint(following[:called])


def _only_has_a_service(line: Line, name: Name, names: list[Name]) -> bool:
    """ "U.S. federal mediation", "Ostland's industry mediator, the Mediation Board": a service, not the country."""
    services = any(_is_a_service(other) or other.name in word_list("mediation_services") for other in names)
    if services and name.kind == "listed" and name.name not in word_list("mediation_services"):
        return True
    public = word_list("public_mediators") & set(_following(line.words.low, name)[:1])
    return name.adjective and (bool(public) or _begins_a_name(line, name))


def _begins_a_name(line: Line, name: Name) -> bool:
    """Whether what follows an adjective is a body's own name: "the U.S. National Mediation Board"."""
    return line.words.surface[name.last + 1 : name.last + 2] != [] and line.words.surface[name.last + 1][0].isupper()


def _unnamed(low: list[str]) -> list[str]:
    """The mediator whom nobody names: "a federal mediator", as the article calls it."""
    return [
        f"{low[at - 1]} {low[at]}"
        for at in range(1, len(low))
        if low[at] in {"mediator", "mediators"}
        and low[at - 1] in word_list("public_mediators")
        and not word_list("asks_for_one") & set(low[max(0, at - 5) : at])
    ]


def _called_mediators(line: Line, names: list[Name]) -> list[str]:
    """The names beside the word: "mediators Estia, Meru and Ostland", "Estian and Meruan mediators"."""
    low = line.words.low
    bodies = [name for name in names if name.kind in {"listed", "body"}]
    found: list[str] = []
    for at, word in enumerate(low):
        if word not in word_list("mediators_plural") or word_list("asks_for_one") & set(low[max(0, at - 5) : at]):
            continue
        last = next((name for name in bodies if name.last == at - 1 and name.adjective), None)
        if last:
            found += [name.name for name in [last, *names_listed_before(line.words, last, bodies)] if name.kind == "listed"]
        following = at + 1
        while following < len(low) and low[following] in word_list("introduces_names"):
            following += 1
        found += names_listed_from(low, following, bodies)
    return list(dict.fromkeys(found))


def names_listed_from(low: list[str], at: int, names: list[Name]) -> list[str]:
    """The names listed from a word on: "Estia, Meru and Ostland"."""
    begins = {name.first: name for name in names}
    found: list[str] = []
    while at in begins:
        found.append(begins[at].name)
        at = begins[at].last + 1
        if low[at : at + 1] == ["("]:
            at += 3
        while low[at : at + 1] in ([","], ["and"], ["the"]):
            at += 1
    return found


def _is_asked(low: list[str], name: Name) -> bool:
    """Whether somebody only asks for it: "asked the League to mediate"."""
    before = low[max(0, name.first - 3) : name.first]
    return bool(word_list("asks_somebody") & set(before)) and "to" in low[name.last + 1 : name.last + 3]


def _is_of_a_leader(name: Name, names: list[Name], low: list[str]) -> bool:
    """Whether a country only says whose leader mediates, or once led: "brokered by former Estian President Jane Roe"."""
    return (
        name.kind in {"listed", "body"}
        and any(
            person.kind == "person" and 0 < person.first - name.last <= len((person.title or "").split() or [name]) + 2
            for person in names
        )
        and is_after_mediating_by(low, name.first)
    )


def _calls_the_talks(low: list[str], name: Name, book: Codebook) -> bool:
    """Whether a world body brings the talks about: "a truce organised by the United Nations"."""
    before = low[max(0, name.first - 3) : name.first]
    return name.name in book.lists["above_parties"] and "by" in before and bool(word_list("calls_talks") & set(before))


def _is_of_talks(line: Line) -> bool:
    return any(match.reading.core or match.reading.name in _DISPUTED for match in line.matches)


_RELATIVE = ([",", "which"], [",", "who"])
_DISPUTED = frozenset({"dispute", "meeting", "discussion", "strike", "swap", "contract", "proposal"})


def _following(low: list[str], name: Name) -> list[str]:
    """The four words after the name; "U.N.-brokered" is cut up as it is spelled."""
    after = name.last + 1
    if low[after : after + 3] == ["stepped", "in", "to"]:
        after += 2
    return low[after + 1 : after + 5] if low[after : after + 1] == ["-"] else low[after : after + 4]


def _shuttles(low: list[str], name: Name) -> bool:
    """ "Roe shuttled between the two", "Roe is leading the mediation"."""
    after = low[name.last + 1 : name.last + 1 + SHUTTLE_REACH]
    shuttles = next((at for at, word in enumerate(after[:PERSON_ACTS_REACH]) if word in word_list("shuttling")), None)
    if shuttles is not None and "between" in after[shuttles:]:
        return True
    after = after[:PERSON_ACTS_REACH]
    return any(word in word_list("heading") and "mediation" in after[at + 1 : at + 4] for at, word in enumerate(after))


def _does_mediate(low: list[str], name: Name) -> bool:
    if _shuttles(low, name):
        return True
    after = low[name.last + 1 : name.last + 1 + PERSON_ACTS_REACH]
    deed = next((at for at, word in enumerate(after) if word in word_list("mediating_deeds")), None)
    # "Asked the League to mediate": the League may.
    if deed is None or (after[deed] == "broker" and word_list("before_to_broker").isdisjoint(after[max(0, deed - 1) : deed])):
        # "Jane Roe, head of online broker Borea".
        return False
    if not word_list("brokers_of_what").isdisjoint(low[name.last + 2 + deed : name.last + 5 + deed]):
        return False
    # "Roe made clear that a truce brokered by Estia": not Roe's.
    brokered_by = "by" in after[:3] or low[name.last + 2 + deed : name.last + 3 + deed] == ["by"]
    return not brokered_by and word_list("asks_somebody").isdisjoint(after[:deed])


def _has_peace_plan(line: Line, name: Name, following: list[str]) -> bool:
    """ "Ostland's peace plan", "an Ostlandic initiative for a conference on peace"."""
    if not (line.words.possessive[name.last] or name.adjective):
        return False
    peace = following.index("peace") if "peace" in following else len(following)
    if word_list("plans") & set(following[peace + 1 : peace + 2]):
        return True
    ahead = line.words.low[name.last + 1 : name.last + 1 + PLAN_REACH]
    return bool({"initiative", "mediation"} & set(following[:2])) and bool({"peace", "truce", "ceasefire"} & set(ahead))


def _is_called_mediator(low: list[str], name: Name, names: list[Name]) -> bool:
    """Whether it is said of a person: "visits Ostland as a mediator", "acts as coordinator"."""
    after = low[name.last + 1 : name.last + 1 + 2 * AS_REACH]
    if name.kind != "person":
        # A body only right behind its name: "the League, as coordinator of the talks,".
        after = after[:2]
        if name.first < 2 and word_list("acts_as") & set(low):
            # "Estia, which speaks for Meru there, acted as go-between".
            after = low[name.last + 1 :]
    called = (at for at, word in enumerate(after) if word == "as")
    others = [other.first - name.last - 1 for other in names if other.first > name.last] if name.kind == "person" else []
    after = low[name.last + 1 :]
    # "Roe met Estia's Doe, whose country acts as mediator": not Roe.
    called = (at for at in called if not any(other < at for other in others))
    return any(word_list("mediator_nouns") & set(after[at + 1 : at + 4]) for at in called)


def _may_be_institution(low: list[str], name: Name) -> bool:
    """A listed body or one of several words; one of a single word only where nothing stands between: "mediated by Ostland"."""
    return " " in name.name or name.kind == "listed" or low[name.first - 1 : name.first] == ["by"]


def _is_institution(name: Name) -> bool:
    return (
        name.kind == "listed" or _is_a_service(name) or bool(word_list("organisation_endings") & set(name.name.lower().split()))
    )


def is_service_name(name: str) -> bool:
    """Whether a body mediates by its name: ACAS, the National Mediation Board."""
    words = set(name.lower().split())
    by_form = bool(word_list("services_words") & words and word_list("services_are") & words)
    return by_form or name in word_list("mediation_services")


def _is_a_service(name: Name) -> bool:
    return name.kind == "body" and is_service_name(name.name)


def _mediates(line: Line, name: Name, following: list[str], book: Codebook) -> bool:
    low = line.words.low
    spelled_apart = low[name.last + 1 : name.last + 2] == ["-"]
    tail = following[0] if spelled_apart and following else (low[name.last].rsplit("-", 1)[-1] if "-" in low[name.last] else "")
    if name.name in book.lists["above_parties"]:
        planned = {
            *(() if word_list("no_peace_plans") & set(following) else following[:3]),
            *(low[max(0, name.first - 4) : name.first] if "by" in low[max(0, name.first - 3) : name.first] else ()),
        }
        represents = following[:2] == ["special", "representative"]
        backs = tail in word_list("backing") and word_list("talks_of_others") & set(following[spelled_apart:][:2])
        if represents or backs or word_list("envoys") & set(following) or word_list("plans") & planned:
            return True
        if word_list("mediating") & set(following):
            return True
    talked_of = _is_of_talks(line)
    asks_for_one = bool((word_list("asks_for_one") | word_list("brokers_of_what")) & set(following))
    reach = ACTS_REACH - name.adjective
    if following[:2] in _RELATIVE:
        following = [word for word in low[name.last + 3 : name.last + 8] if word not in word_list("be")]
    if tail in word_list("gives_room") & word_list("mediating"):
        # "Estia-sponsored talks", but no "Estia-sponsored plan".
        return bool(word_list("talks_of_others") & set(following[spelled_apart:][:3]))
    acts = (_acts_itself(following[:reach], name) and not _is_only_where(low, name)) or _shuttles(low, name)
    return (acts and talked_of and not asks_for_one) or tail in word_list("mediating")


def _acts_itself(following: list[str], name: Name) -> bool:
    """Whether mediating is what the name right before does; not what others do: "told Estia through mediators"."""
    deed = next((at for at, word in enumerate(following) if word in word_list("mediating")), None)
    if deed is None or "by" in following or not word_list("others_mediate").isdisjoint(following[:deed]):
        return False
    if following[deed].startswith("broker") and not following[deed].endswith(("ed", "ing")):
        # "Estian deal broker Jane Roe", "Estian brokers": a trade.
        verb = following[deed] == "brokers" and deed == 0 and not name.adjective
        return verb or not word_list("before_to_broker").isdisjoint(following[max(0, deed - 1) : deed])
    return not (following[deed] in word_list("mediators_plural") and {"to", "the"} & set(following[max(0, deed - 1) : deed]))


def _is_only_where(low: list[str], name: Name) -> bool:
    """Whether a name only says where: "the meeting in Querrin was arranged", "the power brokers of Estia, have arranged"."""
    way = name.first - 1 - (low[name.first - 1] == "the")
    before = low[max(0, way)]
    apart = low[name.last + 1 : name.last + 2] == [","]
    return before in word_list("where") or (apart and before in {"of", "on", "over", "against"})

"""Who mediates by office: the envoy of a world body, its secretary-general where he does something for it, a chair of talks."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names.finder import Name
from briefreader.text.negotiation.sentence.reading import Line

# How far before an envoy whoever sent him may stand, and how far behind him his office.
SENT_REACH, OFFICE_REACH = 8, 9
# How far before a person a chair's office may stand, and how far behind that he chairs the talks or their meeting.
CHAIR_BEFORE, CHAIRS_TALKS, CHAIRS_REACH = 7, 10, 16
# How far behind a secretary-general it stands what he does for peace.
DOES_REACH = 8
# "A letter to the United Nations Secretary-General Jane Roe".
TOLD_REACH = 6


def is_peace_envoy(line: Line, person: Name, names: Sequence[Name], book: Codebook) -> bool:
    """Whether a person's office is to mediate: "UN envoy Jane Roe", "Jane Roe, the UN and Arab League envoy"."""
    low = line.words.low
    if "secretary" in (person.title or "") and person.title in book.lists["mediator_titles"]:
        return not _is_a_bodys(person, names, book) and _acts_for_peace(low, person)
    office = person.first - len((person.title or "").split()) - 1
    if low[max(0, office)] in word_list("no_peace_offices"):
        return False
    if person.title in book.lists["mediator_titles"] or _is_called_envoy(line, person):
        return not (_is_sent_by_a_country(line, person, names, book) or _speaks_at_a_world_body(low, person, names, book))
    return False


def chairs_the_talks(low: list[str], name: Name) -> bool:
    """Whether a person chairs the talks: "Jane Roe, chairman of the negotiating conference", "Roe, who chairs the talks"."""
    for at in range(max(0, name.first - CHAIR_BEFORE), min(len(low), name.last + CHAIRS_REACH)):
        ahead = low[at + 2 : at + 6]
        if low[at] in word_list("chairing") and low[at + 1 : at + 2] == ["of"]:
            # "Head of the negotiating delegation" is a side's; behind another comma the office is another's.
            of_the_one_before = low[max(0, at - 1)] == "," and "," in low[at : name.first]
            another = of_the_one_before or low[name.last + 1 : at].count(",") > 1 or word_list("has_its_chair") & set(ahead)
            return not another and bool(word_list("chaired_body") & set(ahead))
        if at > name.last and low[at - 1] == "who" and low[at : at + 3] == ["chaired", "the", "meeting"]:
            return True
        if name.last < at < name.last + CHAIRS_TALKS and low[at] in word_list("chairs"):
            return bool(word_list("chaired_body") & set(low[at + 1 : at + 6]))
    return False


def _is_a_bodys(secretary: Name, names: Sequence[Name], book: Codebook) -> bool:
    """ "The steel federation's secretary general, Jane Roe": of no world body."""
    return any(
        0 < secretary.first - name.last <= SENT_REACH and name.kind != "person" and name.name not in book.lists["above_parties"]
        for name in names
    )


def _acts_for_peace(low: Sequence[str], secretary: Name) -> bool:
    """Whether a secretary-general does more than say something: "proposed a truce", "begins a mission"."""
    after = low[secretary.last + 1 : secretary.last + 1 + DOES_REACH]
    told = {"to", "with"} & set(low[max(0, secretary.first - TOLD_REACH) : secretary.first])
    return not told and word_list("only_says").isdisjoint(after[:2]) and bool(word_list("peace_deeds") & set(after))


def _is_called_envoy(line: Line, person: Name) -> bool:
    """ "Jane Roe, the UN and Arab League envoy": an office of two who send."""
    low, surface = line.words.low, line.words.surface
    at = person.last + 1
    if low[at : at + 1] != [","]:
        return False
    for place in range(at + 1, min(len(low), at + OFFICE_REACH)):
        if _is_office(low, place, place + 1):
            return True
        if not (surface[place][0].isupper() or low[place] in word_list("before_envoys")):
            return False
    return False


def _is_office(low: Sequence[str], first: int, last: int) -> bool:
    """Whether an office of peace begins at one of the words."""
    offices = word_list("offices_of_peace")
    return any(low[at] in offices or " ".join(low[at : at + 2]) in offices for at in range(first, min(len(low), last)))


def _is_sent_by_a_country(line: Line, envoy: Name, names: Sequence[Name], book: Codebook) -> bool:
    """Whether an envoy is sent by a country, which need not mediate: "Tehran's envoy to the talks, Jane Roe"."""
    low = line.words.low
    if "mediator" in (envoy.title or ""):
        return False
    listed = [name for name in names if name.kind == "listed" and not _is_sent_to(low, name)]
    if low[envoy.last + 1 : envoy.last + 2] == [","]:
        # "Jane Roe, Ostland's special envoy to Norland".
        office = low[envoy.last + 2 : envoy.last + 2 + OFFICE_REACH]
        end = envoy.last + 2 + (office.index(",") if "," in office else len(office))
        behind = next((name for name in listed if envoy.last < name.first < end), None)
        if behind and _is_office(low, envoy.last + 2, end):
            return behind.name not in book.lists["above_parties"]
    if _is_somebodys(line, envoy, names, book):
        return True
    near = [name for name in listed if 0 < envoy.first - name.last <= SENT_REACH]
    if not near:
        return False
    sender = near[-1]
    if len(near) > 1 and near[-2].last == sender.first - 1:
        # "The U.N. Norland envoy".
        sender = near[-2]
    return sender.name not in book.lists["above_parties"] and "," not in low[near[-1].last + 1 : envoy.first - 1]


def _is_somebodys(line: Line, envoy: Name, names: Sequence[Name], book: Codebook) -> bool:
    """ "King Roe's special envoy Joan Doe", but not "the UN chief's special envoy"."""
    sender = envoy.first - len((envoy.title or "").split()) - 1
    if sender < 0 or not line.words.possessive[sender]:
        return False
    return not any(0 <= sender - name.last < SENT_REACH and name.name in book.lists["above_parties"] for name in names)


def _speaks_at_a_world_body(low: Sequence[str], envoy: Name, names: Sequence[Name], book: Codebook) -> bool:
    """ "Norland's envoy to the United Nations, Jane Roe"."""
    return any(
        0 < envoy.first - name.last <= SENT_REACH and name.name in book.lists["above_parties"] and _is_sent_to(low, name)
        for name in names
    )


def _is_sent_to(low: Sequence[str], name: Name) -> bool:
    """Whether a name is where an envoy goes, not who sends him: "to Norland", "for the United Nations"."""
    before = name.first - 1 - (low[name.first - 1] == "the")
    return before >= 0 and low[before] in {"to", "for", "on"} and low[max(0, before - 1)] != "according"

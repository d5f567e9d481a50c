"""Third parties known by what they do for others: "Meru and Estia have tried to secure a truce between Norland and Sudia"."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.fields.roles import names_listed_before
from briefreader.text.negotiation.names.finder import Name
from briefreader.text.negotiation.sentence.reading import Line

# How far what they try may stand behind them, the deal behind that, and the two for whom they try behind the deal.
TRIES, DEAL, PAIR = 8, 4, 16
LEADS, TO_END = 3, 8
ARBITER = 5
SHUTTLES, CALLED = 12, 7
# How far the proposal that bridges may stand from who makes it, and how far a journey for peace may be told.
BRIDGE, JOURNEY = 8, 16
OFFERS = 9


def go_betweens_in(line: Line, names: Sequence[Name]) -> list[str]:
    """Give those who try to bring others together, lead the efforts for it, or are named as the arbiter."""
    found: list[str] = []
    found += [
        name.name
        for name in names
        if name.kind == "listed"
        and (_helps(line, name) or _lends_its_hand(line.words.low, name) or _bridges(line.words.low, name))
    ]
    known = [name for name in names if name.kind in {"listed", "person"} and not name.adjective]
    for name in known:
        if name.name not in found and (
            _tries_for_others(line.words.low, name, names)
            or _leads_efforts(line.words.low, name)
            or _is_mediating(line.words.low, name)
            or _is_the_arbiter(line.words.low, name)
            or _is_called_one(line.words.low, name)
            or _pushes_for_peace(line.words.low, name)
            or _offers_to_mediate(line.words.low, name, names)
            or _brings_to_the_table(line.words.low, name, names)
            or _own_envoy_shuttles(line, name)
            or (name is names[0] and _met_them_to_mediate(line.words.low, name))
        ):
            listed = names_listed_before(line.words, name, [other for other in known if other.kind == name.kind])
            found += [*(other.name for other in reversed(listed)), name.name]
    return found


def _tries_for_others(low: list[str], name: Name, names: Sequence[Name]) -> bool:
    """Whether it tries to bring about a deal between two others."""
    after = name.last + 1
    tries = next((at for at in range(after, min(len(low), after + TRIES)) if low[at] in word_list("tries_for_others")), None)
    if tries is None or {",", "and", "but", "that", "said", "says"} & set(low[after:tries]):
        return False
    if low[tries + 1 : tries + 2] == ["to"] and low[tries + 2 : tries + 3] in (["broker"], ["mediate"]):
        # Who brokers does it for others, though they go unnamed.
        return (word_list("brokers_of_what") | {"with"}).isdisjoint(low[tries + 3 : tries + 3 + DEAL])
    if not word_list("brings_about") & set(low[tries : tries + 1 + DEAL]):
        return False
    between = next((at for at in range(tries, min(len(low), tries + PAIR)) if low[at] == "between"), None)
    if between is None:
        return False
    pair = [other for other in names if between < other.first < between + PAIR][:2]
    return len(pair) == 2 and name.name not in {other.name for other in pair}


def _is_mediating(low: list[str], name: Name) -> bool:
    """ "Talks in which Meru and Estia are mediating"."""
    after = low[name.last + 1 : name.last + 4]
    return after[:1] in (["are"], ["were"], ["have"]) and bool({"mediating", "facilitating", "mediated"} & set(after[1:]))


def _helps(line: Line, name: Name) -> bool:
    """ "Reached a deal with the help of Estia", but not "took the town with the help of Estian tanks"."""
    low = line.words.low
    before = low[max(0, name.first - 4) : name.first]
    with_help = before[-4:-2] == ["with", "the"] and before[-2] in word_list("help") and before[-1] == "of"
    if not (with_help or before[-3:] in (["with", "help", "from"], ["with", "help", "of"])):
        return False
    of_its_people = not word_list("its_people").isdisjoint(low[name.last + 1 : name.last + 2])
    return bool(line.events) and (of_its_people or not name.adjective)


def _lends_its_hand(low: list[str], name: Name) -> bool:
    """ "Estian officials passing messages", "Estian diplomats act as facilitators"."""
    after = low[name.last + 1 : name.last + 1 + TRIES]
    passes = {at for at, word in enumerate(after[:4]) if word in word_list("passes_on")}
    if any("messages" in after[at : at + 3] for at in passes) and not {"through", "via"} & set(after):
        return True
    as_what = (at for at, word in enumerate(after) if word == "as") if after[:1] and after[0] in word_list("its_people") else ()
    return any(set(after[at + 1 : at + 3]) & (word_list("mediator_nouns") | word_list("mediators_plural")) for at in as_what)


def _is_called_one(low: list[str], name: Name) -> bool:
    """ "Estia, a key mediator in the war", "Jane Roe, one of the mediators"."""
    after = low[name.last + 1 : name.last + 1 + CALLED]
    if after[:1] != [","] or after[1:2] not in (["a"], ["an"], ["one"]) or low[max(0, name.first - 1)] in word_list("where"):
        return False
    called = next((at for at in range(2, len(after)) if after[at] in word_list("called_mediators")), None)
    return called is not None and "," not in after[1:called] and after[called + 1 : called + 2] not in (["said"], ["told"])


def _bridges(low: list[str], name: Name) -> bool:
    """ "Estia presented a bridging proposal", "the Estian bridging proposal", "a bridging proposal put forward by Estia"."""
    bridge = next((at for at, word in enumerate(low[:-1]) if word == "bridging" and low[at + 1] in word_list("plans")), None)
    if bridge is None:
        return False
    if name.last < bridge <= name.last + BRIDGE:
        between = low[name.last + 1 : bridge]
        return not between or bool(word_list("puts_forward") & set(between[:3]))
    return bridge < name.first <= bridge + BRIDGE and bool({"by", "from"} & set(low[name.first - 2 : name.first]))


def _pushes_for_peace(low: list[str], name: Name) -> bool:
    """ "Jane Roe arrived in Norland to push for a truce": who travels for it is no side of the war."""
    after = low[name.last + 1 : name.last + 1 + JOURNEY]
    goes = next((at for at, word in enumerate(after) if word in word_list("travels")), None)
    if goes is None or {",", "said", "that", "but"} & set(after[:goes]):
        return False
    pushes = next((at for at in range(goes, len(after)) if after[at] in word_list("pushes_for")), None)
    return (
        pushes is not None
        and after[pushes + 1 : pushes + 2] == ["for"]
        and bool(word_list("peace_between_others") & set(after[pushes + 2 :]))
    )


def _offers_to_mediate(low: list[str], name: Name, names: Sequence[Name]) -> bool:
    """ "Estia says it is ready to mediate between the two", "offered its good offices": who offers it is no side."""
    after = low[name.last + 1 : name.last + 1 + OFFERS]
    offers = next((at for at, word in enumerate(after) if word in word_list("offers_itself")), None)
    if offers is None or {",", "not", "n't", "no", "but"} & set(after[:offers]) or low[name.first - 1] in word_list("where"):
        return False
    if any(name.last < other.first <= name.last + offers for other in names):
        # "Jane Roe said Estia is ready": Estia is.
        return False
    ahead = low[name.last + 1 + offers : name.last + 1 + offers + DEAL + 3]
    if "offices" in ahead and ahead[ahead.index("offices") - 1] == "good":
        return True
    mediates = next((at for at, word in enumerate(ahead) if word in word_list("offers_to")), None)
    return mediates is not None and "to" in ahead[:mediates] and "," not in ahead[:mediates]


def _brings_to_the_table(low: list[str], name: Name, names: Sequence[Name]) -> bool:
    """ "Estia brought Norland and Sudia back to the table"."""
    after = low[name.last + 1 : name.last + 1 + LEADS]
    brings = next((at for at, word in enumerate(after) if word in word_list("brings_them")), None)
    if brings is None or ({",", "and", "by"} | word_list("of_a_venue")) & set(after[:brings]):
        return False
    start = name.last + 1 + brings
    table = next((at for at in range(start, min(len(low), start + PAIR)) if low[at] in word_list("to_the_table")), None)
    if table is None or "," in low[start:table]:
        return False
    return (
        sum(start < other.first < table for other in names) > 1
        or {"both", "two", "sides"}.intersection(low[start:table]) != set()
    )


def _leads_efforts(low: list[str], name: Name) -> bool:
    """ "Jane Roe, leading regional efforts to end the war": whoever leads them is no side."""
    after = name.last + 1
    leads = next((at for at in range(after, min(len(low), after + LEADS)) if low[at] in word_list("heading")), None)
    if leads is None:
        return False
    ahead = low[leads + 1 : leads + 1 + TO_END]
    efforts = next((at for at, word in enumerate(ahead) if word in word_list("efforts")), None)
    return (
        efforts is not None
        and ahead[efforts + 1 : efforts + 2] == ["to"]
        and bool(word_list("brings_about") & set(ahead[efforts + 2 : efforts + 3]))
    )


def _is_the_arbiter(low: list[str], name: Name) -> bool:
    """ "The arbitrator, retired judge Jane Roe"."""
    if name.kind != "person":
        return False
    before = low[max(0, name.first - ARBITER) : name.first]
    if "," not in before:
        return False
    called = before[: before.index(",")]
    return bool(called) and called[-1] in word_list("mediator_nouns")


def _met_them_to_mediate(low: list[str], subject: Name) -> bool:
    """ "Jane Roe met both sides to mediate", "Ministers from the League met them as mediators"."""
    if low[subject.last + 1 : subject.last + 2] in ([","], ["and"]):
        # One of several: who of them, nobody says.
        return False
    for at in range(subject.last + 1, len(low) - 1):
        if low[at] in word_list("not_mediating_yet"):
            return False
        called = low[at] == "as" and set(low[at + 1 : at + 3]) & (word_list("mediator_nouns") | word_list("mediators_plural"))
        if called or low[at : at + 2] == ["to", "mediate"]:
            # "The Vienna talks, Jane Roe, who acts as": she does, not Vienna.
            between = low[subject.last + 1 : at]
            return "who" not in between and not (word_list("meets_them") | word_list("acts_as")).isdisjoint(between)
    return False


def _own_envoy_shuttles(line: Line, name: Name) -> bool:
    """ "Estia's foreign minister, who has been shuttling between the two capitals"."""
    if name.kind != "listed" or not line.words.possessive[name.last]:
        return False
    return bool(word_list("shuttling") & set(line.words.low[name.last + 1 : name.last + SHUTTLES]))

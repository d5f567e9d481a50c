"""One to three sentences for a person, made from the fields: who, what, where it sticks, what comes next.

The sentences are in data/summaries.tsv; here the one is chosen whose fields are all known. Nothing is told that no
sentence of the article says; where a reader would ask for it, what is not known is said not to be.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from string import Formatter

from briefreader.model import Obstacle, Party, Stage, Step
from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.tables import data, entries, lines_of

_STUCK: frozenset[Stage] = frozenset({"rejected", "stalled", "suspended", "under_way", "called_for"})
_WAITING: frozenset[Stage] = frozenset({"rejected", "stalled", "suspended"})
_MEDIATING: frozenset[Stage] = frozenset({"scheduled", "under_way"})
_MEDIATED: frozenset[Stage] = frozenset({"partial", "agreed"})
_AT_ISSUE: frozenset[Stage] = _STUCK | {"scheduled"}
_MOST_ISSUES = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """What a summary may say. ``kind`` is the deciding event's ("bid"; "announced bid", "possible bid" if it has not happened),
    ``noun`` the class of its noun, ``actor`` who did it, ``beside`` who did it with them, ``giver`` whose offer it is.

    ``parties`` and ``issues`` are those to be named. ``sentence`` are the words of the deciding sentence, ``next_verb`` is what
    is planned, ``has_time`` whether a time is named for it, ``with_the`` the names that the article itself tells with "the".
    """

    stage: Stage
    kind: str
    noun: str | None
    actor: str | None
    parties: Sequence[Party]
    venue: Sequence[str]
    obstacles: Sequence[Obstacle]
    next_step: Step | None
    issues: Sequence[str] = ()
    mediators: Sequence[str] = ()
    beside: Collection[str | None] = ()
    giver: str | None = None
    sentence: Collection[str] = ()
    next_verb: str | None = None
    with_the: Collection[str] = ()
    has_time: bool = False


@dataclass(frozen=True, slots=True)
class _Thing:
    """What a noun's class is called: "a deal", "the deal", "with" the other side, "reached", "has taken effect"."""

    a: str = "an agreement"
    the: str = "the agreement"
    link: str = "with"
    agreed: str = "reached"
    carried_out: str = "has taken effect"


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What is told of a planned step, and whether it is a meeting of the sides."""

    sentence: str
    meeting: bool


@dataclass(slots=True)
class _Sentences:
    by_stage: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    things: dict[str, _Thing] = field(default_factory=dict)
    deals: dict[str, str] = field(default_factory=dict)
    steps: dict[str, _Ahead] = field(default_factory=dict)


@cache
def _sentences() -> _Sentences:
    found = _Sentences()
    for _, cells in lines_of(data("summaries.tsv")):
        if cells[0] == "thing":
            found.things[cells[1]] = _Thing(*cells[2:7])
        elif cells[0] == "deal":
            found.deals.update(dict.fromkeys(entries(cells[1]), cells[2]))
        elif cells[0] == "step":
            found.steps.update(dict.fromkeys(entries(cells[1]), _Ahead(cells[2], "meeting" in cells[3:])))
        else:
            found.by_stage.setdefault(cells[0], []).append((cells[1], cells[2]))
    return found


def summary_of(facts: Facts) -> str:
    """Give the summary: where it stands, and, where they are known, what it sticks on or is about and what comes next."""
    first = _first_sentence(facts)
    told = [first, _stuck(facts) or _at_issue(facts, first), _next(facts)]
    return " ".join(sentence for sentence in told if sentence)


def _stuck(facts: Facts) -> str | None:
    """What stands in the way, as the article says it."""
    whole = next((obstacle.text for obstacle in facts.obstacles if not set(obstacle.text) & set('“”"')), None)
    return f"In the way: “{whole.strip(' ,;')}”." if whole and facts.stage in _STUCK else None


def _at_issue(facts: Facts, told: str) -> str | None:
    """The matters, but for one that is told already: "calls for a ceasefire"."""
    said = set(told.lower().rstrip(".").split())
    issues = [issue for issue in facts.issues if issue.lower().split()[-1] not in said][:_MOST_ISSUES]
    return f"At issue: {_list(issues)}." if issues and facts.stage in _AT_ISSUE else None


def _next(facts: Facts) -> str | None:
    """What comes next, with its date if that is known."""
    if facts.next_step is None:
        return "No next step was found." if facts.stage in _WAITING else None
    ahead = _sentences().steps.get(facts.next_verb or "")
    if facts.next_step.date:
        day = _day(facts.next_step.date)
        return f"{ahead.sentence} on {day}." if ahead else f"The next date named is {day}."
    if ahead is None or facts.stage not in _WAITING | _MEDIATING:
        return None
    if facts.stage == "scheduled" and ahead.meeting:
        return None if facts.has_time else "No date is named."
    return f"{ahead.sentence}." if facts.has_time else f"{ahead.sentence}; no date is named."


def _first_sentence(facts: Facts) -> str:
    known = _fields(facts)
    sentences = _sentences().by_stage[facts.stage]
    deciding = facts.kind if any(kind == facts.kind for kind, _ in sentences) else facts.kind.rpartition(" ")[2]
    for kind, template in sentences:
        needed = [name for _, name, _, _ in Formatter().parse(template) if name]
        if kind in {"*", deciding} and all(known.get(name) for name in needed):
            text = _agreeing(template.format(**known))
            told_so_far = text[0].upper() + text[1:] + _mediated(facts)
            return told_so_far.removesuffix(".") + "."  # "in the U.K."
    raise ValueError(f"data/summaries.tsv has no sentence for {facts.stage} that needs nothing")


def _agreeing(text: str) -> str:
    """ "Talks was turned down": the verb as the plural wants it."""
    return text.replace(" was ", " were ", 1) if text.startswith("talks ") else text


def _mediated(facts: Facts) -> str:
    """ ", with Qatar mediating", where somebody mediates who is no party."""
    if facts.stage not in _MEDIATING | _MEDIATED or not facts.mediators:
        return ""
    names = _list([f"a {name}" if name.endswith(" mediator") else told(name, facts.with_the) for name in facts.mediators[:2]])
    return f", with {names} mediating" if facts.stage in _MEDIATING else f", mediated by {names}"


def _fields(facts: Facts) -> dict[str, str]:
    names = [party.name for party in facts.parties]
    who = facts.actor if facts.actor in names else None
    acting = [name for name in names if name == who or (who and name in facts.beside)]
    other = next((name for name in names if name not in acting), None)
    sides = _list([told(name, facts.with_the) for name in names])
    others = [told(name, facts.with_the) for name in names if name not in acting]
    noun = facts.noun
    if noun in {"bid", "merger"} and not word_list("of_takeovers") & set(facts.sentence):
        # A final offer on wages is no takeover bid.
        noun = "offer"
    merging = noun == "merger" and "merger" in facts.sentence
    thing = _sentences().things.get("combination" if merging else noun or "", _Thing())
    offered = thing.a if noun in _OFFERED and not merging else ("a proposal" if noun is None else "")
    whose = thing.link != "from" or other == facts.giver
    plural = len(acting) > 1 or is_plural(who or "")
    told_as = {facts.kind, *facts.sentence}
    degree = next((deal for word, deal in _sentences().deals.items() if word in told_as), "a partial agreement")
    return {
        "who": _list([told(name, facts.with_the) for name in acting]),
        "other": told(other, facts.with_the) if other else "",
        "two": sides if len(names) > 1 else "",
        "between": (f"between {sides}" if len(names) > 1 else f"involving {sides}") if names else "",
        "between_others": f"between {_list(others)}" if len(others) > 1 else "",
        "what": thing.a,
        "was_reached": f"was {thing.agreed}".removesuffix(" on"),
        "reached": f"{thing.agreed} {thing.a}",
        "the": thing.the,
        "called": "talks" if noun in _OFFERED else thing.a,
        "offered": offered,
        "table": offered,
        "joint": "" if offered else thing.a,
        "proposed": f"made {offered}" if offered else f"proposed {thing.a}",
        "propose": f"make {offered}" if offered else f"propose {thing.a}",
        "says": "say" if plural else "says",
        "is_to": "are to" if plural else "is to",
        "says_it_is": "say they are" if plural else "says it is",
        "carried_out": thing.carried_out,
        "what_of_other": f"{thing.a} {thing.link} {told(other, facts.with_the)}" if other and whose else "",
        "deal": degree,
        "where": _where(facts.venue[0]) if facts.venue else "",
    }


def _where(place: str) -> str:
    """In Dunmar, but at the White House, at the Marlin hotel."""
    built = place in word_list("buildings") or place.lower().split()[-1] in word_list("kinds_of_building")
    if not built or place in word_list("streets_and_estates"):
        return f"in {place}" if not built else f"at {place}"
    return f"at the {place}"


# What one side makes the other, against what both make.
_OFFERED = frozenset({"offer", "proposal", "bid", "merger", "contract"})


def is_plural(name: str) -> bool:
    """Whether a party's name takes a plural verb: the rebels, the Houthis."""
    common = name[:1].islower() and name.endswith(("s", "men"))
    return common or name in word_list("plural_names")


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def told(name: str, with_the: Collection[str] = ()) -> str:
    """A party's name as it stands in a sentence: the union, the United States, the Pilots' Guild, Norland.

    ``with_the`` are names that the article tells with "the".
    """
    last = name.lower().split()[-1]
    kinds = {last, *name.lower().split(" of ")[0].split()} if " of " in name else {last}
    by_its_kind = " " in name and bool(kinds & word_list("told_with_the"))
    the = name in word_list("with_article") or name in with_the or name[:1].islower() or by_its_kind
    return f"the {name}" if the and not name.lower().startswith("the ") else name


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"

"""One to three sentences for a person, made from the fields: who, what, where it sticks, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefreader.model import Obstacle, Party, Stage, Step
from briefreader.text.negotiation.codebook import word_list

_THING = {
    "truce": "a ceasefire", "talks": "talks", "meeting": "a meeting", "discussion": "talks", "merger": "a takeover", "offer": "an offer",
    "proposal": "a proposal", "treaty": "a treaty", "contract": "a contract", "mediation": "mediation", "swap": "an exchange",
    "deal": "a deal", "agreement": "an agreement", "partial_deal": "a preliminary agreement", "coalition": "a coalition",
}  # fmt: skip


def told(name: str) -> str:
    """A party's name as it stands in a sentence: the union, the United States, Norland."""
    return f"the {name}" if name in word_list("with_article") or name[:1].islower() else name


def summary_of(
    stage: Stage,
    kind: str,
    thing: str | None,
    actor: str | None,
    parties: Sequence[Party],
    venue: Sequence[str],
    obstacles: Sequence[Obstacle],
    next_step: Step | None,
) -> str:
    """Compose the summary. ``kind`` is the deciding event's, ``thing`` the class of its noun, ``actor`` who did it, if known."""
    names = [party.name for party in parties]
    sentences = [_capital(_first(stage, kind, thing, actor, names, venue)) + "."]
    if obstacles and stage in {"rejected", "stalled", "suspended", "under_way", "called_for"}:
        sentences.append(f"It sticks here: “{obstacles[0].text.strip(' ,;')}”.")
    if next_step and next_step.date:
        sentences.append(f"Next date named: {_day(next_step.date)}.")
    elif stage in {"stalled", "suspended", "rejected"} and not next_step:
        sentences.append("No next step is named.")
    return " ".join(sentences[:3])


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def _first(stage: Stage, kind: str, thing: str | None, actor: str | None, names: Sequence[str], venue: Sequence[str]) -> str:
    sides = (
        " and ".join(told(name) for name in names[:2])
        if len(names) <= 2
        else ", ".join(told(n) for n in names[:-1]) + " and " + told(names[-1])
    )
    who = told(actor) if actor in names and actor is not None else None
    other = next((told(name) for name in names if name != actor), None)
    between = f"between {sides}" if len(names) > 1 else (f"with {sides}" if names else "")
    place = f" in {venue[0]}" if venue else ""
    what = _THING.get(thing or "", "talks")
    return " ".join(_STAGE_SENTENCES[stage](kind, what, who, other, sides, between, place).split())


def _called_for(kind: str, what: str, who: str | None, other: str | None, sides: str, between: str, place: str) -> str:
    if kind == "bid":
        return f"{who} made an offer for {other}" if who and other else f"An offer was made {between}"
    if kind == "willing":
        return (
            f"{who} says it is ready for {what}{' with ' + other if other else ''}"
            if who
            else f"There is readiness for {what} {between}"
        )
    if kind == "proposal" and who:
        return f"{who} put forward {what if what != 'talks' else 'an offer of talks'}{' to ' + other if other else ''}"
    return f"There are calls for {what} {between}"


def _rejected(kind: str, what: str, who: str | None, other: str | None, sides: str, between: str, place: str) -> str:
    if who:
        link = " with " if what in {"talks", "a meeting", "a ceasefire", "an agreement", "a deal"} else " from "
        return f"{who} refused {what}{link + other if other else ''}"
    return f"{_capital(what)} {between} was refused" if not what.endswith("s") else f"Talks {between} were refused"


def _scheduled(kind: str, what: str, who: str | None, other: str | None, sides: str, between: str, place: str) -> str:
    return f"{sides} are to meet{place}" if " and " in sides else f"Talks {between} are planned{place}"


def _under_way(kind: str, what: str, who: str | None, other: str | None, sides: str, between: str, place: str) -> str:
    tail = {"near_deal": ", and a deal is said to be close", "progress": ", and progress is reported", "return": " again"}.get(
        kind, ""
    )
    return f"{sides} are talking{place}{tail}" if " and " in sides else f"Talks {between} are under way{place}{tail}"


def _stalled(kind: str, what: str, who: str | None, other: str | None, sides: str, between: str, place: str) -> str:
    if kind == "missed_deadline":
        return f"{sides or 'The negotiators'} let a deadline pass without a deal"
    if kind == "no_result":
        return f"Talks {between}{place} have brought no result"
    return f"Talks {between}{place} are deadlocked"


def _suspended(kind: str, what: str, who: str | None, other: str | None, sides: str, between: str, place: str) -> str:
    if kind == "strike":
        return f"Work has stopped in the dispute {between}"
    if kind == "walk_out" and who:
        return f"{who} walked out of the talks{' with ' + other if other else ''}"
    verb = "broke down" if kind == "breakdown" else "are off"
    return f"Talks {between} {verb}"


def _partial(kind: str, what: str, who: str | None, other: str | None, sides: str, between: str, place: str) -> str:
    return (
        f"{sides} reached a preliminary or partial agreement{place}"
        if sides
        else "A preliminary or partial agreement was reached"
    )


def _agreed(kind: str, what: str, who: str | None, other: str | None, sides: str, between: str, place: str) -> str:
    if kind == "acceptance" and who:
        return f"{who} accepted {what}{' with ' + other if other else ''}"
    thing = what if what in {"a ceasefire", "a treaty", "a contract", "a takeover"} else "an agreement"
    verb = "extended" if kind == "extension" else "agreed on"
    return f"{sides} {verb} {thing}{place}" if " and " in sides else f"{_capital(thing)} {between} has been reached{place}"


def _in_force(kind: str, what: str, who: str | None, other: str | None, sides: str, between: str, place: str) -> str:
    if kind == "strike_end":
        return f"The strike {between} is over" if between else "The strike is over"
    thing = {
        "a ceasefire": "the ceasefire",
        "a takeover": "the takeover",
        "a treaty": "the treaty",
        "an exchange": "the exchange",
    }.get(what, "the agreement")
    verb = (
        "has been ratified"
        if kind == "ratification"
        else ("is complete" if thing in {"the takeover", "the exchange"} else "is in force")
    )
    return f"{thing} {between} {verb}"


def _violated(kind: str, what: str, who: str | None, other: str | None, sides: str, between: str, place: str) -> str:
    thing = "ceasefire" if what == "a ceasefire" else "agreement"
    if kind == "withdrawal" and who:
        return f"{who} left the {thing}{' with ' + other if other else ''}"
    return f"The {thing} {between} has been broken"


_STAGE_SENTENCES = {
    "called_for": _called_for, "rejected": _rejected, "scheduled": _scheduled, "under_way": _under_way, "stalled": _stalled,
    "suspended": _suspended, "partial": _partial, "agreed": _agreed, "in_force": _in_force, "violated": _violated,
}  # fmt: skip

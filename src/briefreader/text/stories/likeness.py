"""How alike two articles are, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefreader.text.stories.features import Features

_WINDOW = 3  # days within which two reports of one event stand
_SAME_TALKS = 1.7  # how much more like each other are reports of a negotiation between the same parties, however far apart in time
_COPY = 0.6  # share of a fingerprint that copies of one text have in common


@dataclass(frozen=True, slots=True)
class Likeness:
    """``value`` is from 0 to 1; ``shared`` the terms that count most; ``days`` between the two, ``None`` where a date is unknown."""

    value: float
    words: float
    shared: tuple[str, ...]
    days: int | None
    same_talks: bool


def words_alike(one: Features, other: Features) -> float:
    """Give the cosine of the two articles' term weights."""
    small, large = (one.weights, other.weights) if len(one.weights) < len(other.weights) else (other.weights, one.weights)
    return sum(value * large[name] for name, value in small.items() if name in large)


def days_apart(one: Features, other: Features) -> int | None:
    if one.day is None or other.day is None:
        return None
    return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)


def alike(one: Features, other: Features) -> float:
    """Give from 0 to 1 how likely the two tell the same story: their words, less what time took away."""
    return likeness(one, other).value


def likeness(one: Features, other: Features) -> Likeness:
    similar = words_alike(one, other)
    days = days_apart(one, other)
    talks = same_talks(one, other)
    if talks:
        value = min(1.0, similar * _SAME_TALKS)
    else:
        value = similar if days is None or days <= _WINDOW else similar * _WINDOW / days
    shared = sorted((name for name in one.weights if name in other.weights), key=lambda name: -one.weights[name] * other.weights[name])
    return Likeness(value, similar, tuple(shared[:5]), days, talks)


def same_talks(one: Features, other: Features) -> bool:
    """Whether both report a negotiation and name two parties in common."""
    return len(set(one.parties) & set(other.parties)) >= 2


def are_copies(one: Features, other: Features) -> bool:
    """Whether the two are one wire text, perhaps cut or with another head."""
    if not one.fingerprint or not other.fingerprint:
        return False
    smallest = sorted(set(one.fingerprint) | set(other.fingerprint))[: max(len(one.fingerprint), len(other.fingerprint))]
    common = set(smallest) & set(one.fingerprint) & set(other.fingerprint)
    return len(common) >= _COPY * len(smallest)

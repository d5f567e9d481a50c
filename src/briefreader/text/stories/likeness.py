"""How alike two articles are, and why."""

from __future__ import annotations

from functools import lru_cache

from briefreader.text.stories.features import Features
from briefreader.text.words import terms, weight

SAME_STORY = 0.115
"""Likeness from which articles are one story."""

_WINDOW = 3  # days within which two reports of one event stand; beyond it, likeness fades with the distance
_SAME_TALKS = 1.7  # how much more alike are reports of a negotiation between the same parties within the window,
_SAME_TALKS_FAR = 1.2  # and beyond it, however far apart: they go on, but the next matter of the same parties is near too
_PHRASES = 5  # articles that share fewer phrases, less one, are less alike than their words say: one vocabulary, two matters
_TELLING_NAME = 5.0  # weight of a name's words from which a part of it stands for the whole
_COPY = 0.6  # share of a fingerprint that copies of one text have in common
_TERMS_SHOWN = 5


def alike(one: Features, other: Features) -> float:
    """Give from 0 to 1 how likely the two tell the same story."""
    similar = _words_alike(one, other) * _share_for_phrases(one, other)
    share = _share_for_days(one, other)
    if same_talks(one, other):
        return min(1.0, similar * (_SAME_TALKS if share == 1.0 else _SAME_TALKS_FAR))
    return similar * share


def _share_for_phrases(one: Features, other: Features) -> float:
    return min(1.0, (1 + len(one.phrase_set & other.phrase_set)) / _PHRASES)


def _share_for_days(one: Features, other: Features) -> float:
    days = days_apart(one, other)
    return 1.0 if days is None or days <= _WINDOW else _WINDOW / days


def why_alike(one: Features, other: Features) -> str:
    """Say what makes the two alike, and what takes from it: words, phrases, days, talks."""
    counting = {name: one.weights[name] * other.weights[name] for name in one.weights.keys() & other.weights.keys()}
    strongest = sorted(counting, key=lambda name: (-counting[name], name))[:_TERMS_SHOWN]
    phrases = len(one.phrase_set & other.phrase_set)
    parts = [
        f"likeness {alike(one, other):.2f} (one story from {SAME_STORY})",
        f"both are about {', '.join(strongest)}" if strongest else "no words in common",
        f"{phrases or 'no'} phrase{'' if phrases == 1 else 's'} in common" + _counted(_share_for_phrases(one, other)),
    ]
    if same_talks(one, other):
        parts.append(f"both report the talks of {' and '.join(_parties_of_both(one, other))}, at any distance in time")
    else:
        parts.append(_distance(one, other) + _counted(_share_for_days(one, other)))
    if are_copies(one, other):
        parts.append("copies of one text")
    return "; ".join(parts)


def _counted(share: float) -> str:
    return "" if share == 1.0 else f", so that words count {share:.0%}"


def _distance(one: Features, other: Features) -> str:
    days = days_apart(one, other)
    if days is None:
        return "a date is unknown"
    return "of one day" if days == 0 else f"{days} day{'' if days == 1 else 's'} apart"


def _parties_of_both(one: Features, other: Features) -> list[str]:
    return sorted({name for name in one.parties if any(_same_party(name, there) for there in other.parties)})


def days_apart(one: Features, other: Features) -> int | None:
    """Give the days between the two, ``None`` where a date is unknown."""
    if one.date_number is None or other.date_number is None:
        return None
    return abs(one.date_number - other.date_number)


def same_talks(one: Features, other: Features) -> bool:
    """Whether both report a negotiation and have two parties in common, perhaps under a longer or a shorter name."""
    if len(one.parties) < 2 or len(other.parties) < 2:
        return False
    if len(one.party_set & other.party_set) >= 2:
        return True
    here = sum([any(_same_party(name, there) for there in other.parties) for name in one.parties])
    there = sum([any(_same_party(name, here) for here in one.parties) for name in other.parties])
    return min(here, there) >= 2


@lru_cache(maxsize=20_000)
def _same_party(one: str, other: str) -> bool:
    """Whether one name is the other, or a part of it that tells enough: "dockers", not "the union"."""
    if one == other:
        return True
    short, long = sorted((frozenset(terms(one)), frozenset(terms(other))), key=len)
    return short <= long and sum(map(weight, short)) >= _TELLING_NAME


def are_copies(one: Features, other: Features) -> bool:
    """Whether the two are one wire text, perhaps cut or with another head (the resemblance of their sketches: Broder, 1997)."""
    if not one.fingerprint or not other.fingerprint:
        return False
    both = set(one.fingerprint) | set(other.fingerprint)
    smallest = set(sorted(both)[: max(len(one.fingerprint), len(other.fingerprint))])
    return len(smallest & set(one.fingerprint) & set(other.fingerprint)) >= _COPY * len(smallest)


def _words_alike(one: Features, other: Features) -> float:
    there = other.weights
    return sum([value * there[name] for name, value in one.weights.items() if name in there])

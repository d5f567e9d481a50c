"""Whether one sentence states the fact that another states.

Outlets tell one fact in other words, and two facts in nearly the same words ("cut 1,500 jobs", "create 1,500 jobs"). So words
that mean the same are made one (`data/agreement.toml`), and what is left over on both sides decides: a verb, a place or most
names that the other lacks, another figure, day, negation or plan, who does it to whom. Rather one source too few.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from briefreader.text.stories.facts import opposed
from briefreader.text.words import is_empty, term, weight, words

_COVERED = 0.55  # share of the claim's weight that the other sentence must hold
_FEWEST_SHARED = 4  # words, figures and days: with less nothing is said that could be the same
_MOST_NAMES = 0.5
_MOST_QUOTED = 0.5  # of the words that the claim quotes
_QUOTATION = re.compile(r"“[^“”]{8,400}”|\"[^\"]{8,400}\"")
_ENDINGS = ("ations", "ation", "ings", "ing", "ions", "ion", "ed", "es", "e", "s")
_SHORTEST_STEM = 4
_ATTRIBUTION = re.compile(
    r",? according to [^,.]{2,80}\.?$"
    r"|, [\w'’ .-]{2,60} (?:said|says|told|reported|announced|wrote)(?: (?:on|in|at|late|early|to) [^,.]{0,60})?\.?$"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be|get|got) (?:not |\w+ly )?\w+(?:ed|en|ung|unk|old|ught|illed|ade|elt|ost|ut)\b"
    r"|\bdie[ds]?\b"
)


@dataclass(frozen=True)
class _Lexicon:
    phrases: re.Pattern[str]
    one_word: dict[str, str]
    canon: dict[str, str]
    verbs: frozenset[str]
    negations: dict[str, str]
    neutral: frozenset[str]
    before_a_verb: frozenset[str]
    no_verbs: frozenset[str]
    planned: frozenset[str]
    open: frozenset[str]
    symmetric: frozenset[str]
    days: frozenset[str]
    months: frozenset[str]
    units: frozenset[str]
    which: frozenset[str]
    forms_of_be: frozenset[str]
    before_a_place: frozenset[str]
    numbers: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    folder = files("briefreader.text").joinpath("data")
    data: dict[str, Any] = tomllib.loads(folder.joinpath("agreement.toml").read_text("utf-8"))
    numbers: dict[str, str] = tomllib.loads(folder.joinpath("facts.toml").read_text("utf-8"))["numbers"]
    canon: dict[str, str] = {}
    verbs = set()
    for kind in ("verbs", "nouns"):
        for group in data["same"][kind]:
            first = _stem(group.split()[0])
            canon |= {_stem(word): first for word in group.split()}
            if kind == "verbs":
                verbs.add(first)
    lists = {name: frozenset(text.split()) for name, text in data["words"].items()}
    one_word: dict[str, str] = data["phrases"]["verbs"] | data["phrases"]["others"]
    verbs |= {_stem(word) for word in data["phrases"]["verbs"].values()}
    lists |= {name: frozenset(map(_stem, lists[name])) for name in ("neutral", "symmetric", "units")}
    return _Lexicon(
        phrases=re.compile(r"\b(?:" + "|".join(map(re.escape, one_word)) + r")\b"),
        one_word=one_word,
        canon=canon,
        verbs=frozenset(verbs),
        negations={word: kind for kind, text in data["negations"].items() for word in text.split()},
        numbers=numbers,
        **lists,
    )


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """Give what the forms of a word share: more than the plural, since "approval" and "approved" tell one fact."""
    bare = term(word)
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST_STEM:
            bare = bare[: -len(ending)]
            break
    return bare[:-1] if bare[-1:] == bare[-2:-1] else bare  # dropped, drop


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence as far as it can be compared: its words in one form each, in order, and what may part it from another."""

    lowered: str
    order: tuple[str, ...]
    weights: dict[str, float]
    verbs: frozenset[str]
    quoted: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    counted: dict[str, str]
    days: frozenset[str]
    which: frozenset[str]
    negations: frozenset[str]
    planned: bool
    open: bool
    passive: bool


def statement(sentence: str) -> Statement:
    """Give what of a sentence can be compared. Who says it is left out."""
    known = _lexicon()
    said = _ATTRIBUTION.sub(".", sentence).replace("’", "'").replace("%", " percent")
    found = words(said)
    plain = known.phrases.sub(lambda match: known.one_word[match.group()], said.lower())
    tokens = [part for word in words(plain) for part in _parts(word, known)]
    telling = [i for i, token in enumerate(tokens) if _tells(token, known)]
    verbs = {_form(tokens[i], known) for i in telling if _is_verb(tokens[i], tokens[i - 1] if i else "", known)}
    names = {_form(word.lower(), known) for word in found[1:] if _is_name(word, known)}
    placed = {word for before, word in pairwise(found) if before in known.before_a_place and _is_name(word, known)}
    value = {i: known.numbers.get(token, token.replace(",", "")) for i, token in enumerate(tokens) if _is_number(token, known)}
    return Statement(
        lowered=plain,
        order=tuple(_form(tokens[i], known) for i in telling),
        weights={_form(tokens[i], known): weight(term(tokens[i])) for i in telling},
        verbs=frozenset(verbs - names),
        quoted=frozenset(_form(word.lower(), known) for part in _QUOTATION.findall(said) for word in words(part)),
        names=frozenset(name for name in names if not is_empty(name)),
        places=frozenset(_form(word.lower(), known) for word in placed),
        numbers=frozenset(value.values()),
        counted={number: _form(tokens[i + 1], known) for i, number in value.items() if i + 1 < len(tokens)},
        days=frozenset(token for token in tokens if token in known.days),
        which=frozenset(token for token in tokens if token in known.which),
        negations=frozenset(known.negations[token] for token in tokens if token in known.negations),
        planned=not known.planned.isdisjoint(tokens),
        open=not known.open.isdisjoint(tokens) or "may" in found,
        passive=_PASSIVE.search(plain) is not None,
    )


def _form(token: str, known: _Lexicon) -> str:
    stem = _stem(token)
    return known.canon.get(stem, stem)


def _tells(token: str, known: _Lexicon) -> bool:
    form = _form(token, known)
    return not (form in known.neutral or _is_number(token, known) or (is_empty(form) and form not in known.verbs))


def _parts(word: str, known: _Lexicon) -> list[str]:
    """Give the words of a hyphenated one; "twenty-two" is one number."""
    parts = word.split("-")
    tens = [known.numbers.get(part, "") for part in parts]
    return [str(sum(map(int, tens)))] if len(parts) == 2 and all(map(str.isdigit, tens)) else parts


def _is_name(word: str, known: _Lexicon) -> bool:
    return word[0].isupper() and word.lower() not in known.days and word.lower() not in known.months


def _is_number(token: str, known: _Lexicon) -> bool:
    return token in known.numbers or token[0].isdigit()


def _is_verb(token: str, previous: str, known: _Lexicon) -> bool:
    if token in known.no_verbs:
        return False
    if _form(token, known) in known.verbs:
        return True
    return previous in known.before_a_verb or token.endswith("ed") or (token.endswith("ing") and previous in known.forms_of_be)


def confirms(claim: Statement, other: Statement) -> bool:
    """Whether ``other`` states the fact that ``claim`` states; it may say more, not less."""
    return (
        claim.numbers <= other.numbers
        and claim.negations == other.negations
        and (claim.planned, claim.open) == (other.planned, other.open)
        and not _apart(claim.days, other.days)
        and not _apart(claim.which, other.which)
        and _covers(claim, other)
        and _quotes(claim, other)
        and not _one_word_for_another(claim, other)
        and not _count_otherwise(claim, other)
        and not (_left_over(claim.verbs, other) and _left_over(other.verbs, claim))
        and not (claim.places - other.names and other.places - claim.names)
        and not _name_others(claim, other)
        and not _roles_swapped(claim, other)
        and not opposed(claim.lowered, other.lowered)
    )


def _apart(own: frozenset[str], others: frozenset[str]) -> bool:
    return bool(own and others) and own.isdisjoint(others)


def _covers(claim: Statement, other: Statement) -> bool:
    shared = [value for form, value in claim.weights.items() if form in other.weights]
    if sum(shared) < _COVERED * sum(claim.weights.values()):
        return False
    return len(shared) + len(claim.numbers | claim.days & other.days) >= _FEWEST_SHARED


def _quotes(claim: Statement, other: Statement) -> bool:
    """Whether the other has most of the words that the claim quotes; who says something else of the matter confirms nothing."""
    quoted = claim.quoted & claim.weights.keys()
    return len(quoted & other.weights.keys()) >= _MOST_QUOTED * len(quoted)


def _one_word_for_another(claim: Statement, other: Statement) -> bool:
    """Whether the two differ in one word alone: cholera here, measles there (but Karsia, Karsian)."""
    own, others = claim.weights.keys() - other.weights.keys(), other.weights.keys() - claim.weights.keys()
    if len(own) != 1 or len(others) != 1:
        return False
    (one,), (two,) = own, others
    return not (one.startswith(two) or two.startswith(one))


def _left_over(verbs: frozenset[str], other: Statement) -> bool:
    return any(verb not in other.weights for verb in verbs)


def _count_otherwise(claim: Statement, other: Statement) -> bool:
    """Whether a number that both have counts percent here and millions there, flights here and aircraft there."""
    units = _lexicon().units
    for number, unit in claim.counted.items():
        counted = other.counted.get(number)
        if (
            counted is not None
            and counted != unit
            and (unit in units or counted in units or unit in claim.weights.keys() - other.weights)
        ):
            return True
    return False


def _name_others(claim: Statement, other: Statement) -> bool:
    """Whether each names what the other does not, and most of what one of them names."""
    own, others = claim.names - other.weights.keys(), other.names - claim.weights.keys()
    fewer = min(len(claim.names), len(other.names))
    return bool(own and others) and len(claim.names & other.names) <= _MOST_NAMES * fewer


def _roles_swapped(claim: Statement, other: Statement) -> bool:
    """Whether who does it here is who it is done to there: both in the active voice, around a verb that has two sides."""
    if claim.passive or other.passive:
        return False
    return any(_swapped_around(verb, claim, other) for verb in (claim.verbs & other.verbs) - _lexicon().symmetric)


def _swapped_around(verb: str, claim: Statement, other: Statement) -> bool:
    own, others = _before(verb, claim, other), _before(verb, other, claim)
    return own != others and own in _behind(verb, other) and others in _behind(verb, claim)


def _before(verb: str, one: Statement, other: Statement) -> str:
    """Give the nearest word before the verb that both have and that is no verb: roughly, who does it."""
    ahead = one.order[: one.order.index(verb)]
    return next((form for form in reversed(ahead) if form in other.weights and form not in one.verbs), "")


def _behind(verb: str, one: Statement) -> tuple[str, ...]:
    return one.order[one.order.index(verb) + 1 :]

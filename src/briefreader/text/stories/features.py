"""What of an article decides to which story it belongs: small, and kept beside it in the library."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import combinations, pairwise
from math import log, sqrt
from sys import intern
from typing import Any
from zlib import crc32

from briefreader.model import Article, Brief
from briefreader.text.words import is_empty, term, weight, words

_TITLE_WEIGHT = 4
_LONGEST_BODY = 12_000  # characters read
_TERMS_KEPT = 64
_INDEX_TERMS = 16
_PHRASES_KEPT = 100
_SHINGLE = 5
_SAMPLED = 3  # bits of a hash that are 0 in one of four
_FINGERPRINT_SIZE = 16
_PARTIES = 6
_TELLING = 4.0  # weight from which a word of a party's name can stand for it: "dockers", not "union"


@dataclass(frozen=True)
class Features:
    """``key`` names the article (a hash of its address), ``day`` is its ISO date.

    ``weights`` are its strongest terms as a unit vector, strongest first, ``phrases`` hashes of its strongest pairs of words,
    ``parties`` those of the negotiation that it reports, ``fingerprint`` hashes that copies of one text share.
    """

    key: str
    day: str | None
    weights: dict[str, float] = field(hash=False)
    phrases: tuple[int, ...] = ()
    parties: tuple[str, ...] = ()
    fingerprint: tuple[int, ...] = ()
    group: str | None = None

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The few strongest terms: two articles that share none of them are not compared."""
        return tuple(self.weights)[:_INDEX_TERMS]

    @property
    def order(self) -> tuple[Any, ...]:
        """Where it stands among others, the same whichever of them came first: by day, then by what it is."""
        return self.day or "9999", self.key, self.fingerprint, self.phrases, tuple(self.weights.items()), self.parties

    @cached_property
    def date_number(self) -> int | None:
        """The day as a number, for telling how far apart two are."""
        return date.fromisoformat(self.day).toordinal() if self.day else None

    @property
    def phrase_set(self) -> frozenset[int]:
        return _set_of(self.phrases)

    @cached_property
    def party_set(self) -> frozenset[str]:
        return frozenset(self.parties)

    @cached_property
    def talks(self) -> frozenset[str]:
        """Under what the negotiation can be found again: two of its parties, by their names or a telling word of them."""
        named = [{party, *_telling(party)} for party in sorted(set(self.parties[:_PARTIES]))]
        return frozenset(
            " & ".join(sorted((name, name_of_other)))
            for one, other in combinations(named, 2)
            for name in one
            for name_of_other in other
            if name != name_of_other
        )

    def to_json(self) -> str:
        """Give all of it as one compact line of JSON."""
        return json.dumps(
            {
                "key": self.key,
                "day": self.day,
                "weights": {name: round(1000 * value) for name, value in self.weights.items()},
                "phrases": self.phrases,
                "parties": self.parties,
                "fingerprint": self.fingerprint,
                "group": self.group,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, line: str) -> Features:
        """Read back what ``to_json`` gave."""
        data: dict[str, Any] = json.loads(line)
        return cls(
            data["key"],
            data["day"],
            {intern(name): value / 1000 for name, value in data["weights"].items()},
            tuple(data["phrases"]),
            tuple(data["parties"]),
            tuple(data["fingerprint"]),
            data["group"],
        )


@lru_cache(maxsize=1_000)
def _set_of(phrases: tuple[int, ...]) -> frozenset[int]:
    # Of the articles that are compared just now: sets of all of them would take most of the memory.
    return frozenset(phrases)


def _parties(brief: Brief) -> tuple[str, ...]:
    if brief.negotiation is None:
        return ()
    from briefreader.text.negotiation.names.lasting import lasting_name

    return tuple(lasting_name(party) for party in brief.negotiation.parties)


def features(brief: Brief) -> Features:
    """Give what decides to which story the article belongs."""
    article = brief.article
    title = _terms(article.title or "")
    text = _terms(article.text[:_LONGEST_BODY])
    told = text or _terms(article.standfirst or "")
    return Features(
        key=article_key(article),
        day=_day(article.published),
        weights=_weights(title, told),
        phrases=_phrases(title, text),
        parties=_parties(brief),
        fingerprint=_fingerprint(text),
        group=article.group,
    )


def _terms(text: str) -> list[str]:
    return list(map(term, words(text)))


@lru_cache(maxsize=20_000)
def _telling(party: str) -> tuple[str, ...]:
    return tuple(name for name in _terms(party) if not is_empty(name) and weight(name) >= _TELLING)


def _day(published: str | None) -> str | None:
    try:
        return date.fromisoformat(published[:10]).isoformat() if published else None
    except ValueError:
        return None


def article_key(article: Article) -> str:
    """Give a short stable name of an article: a hash of its address, or of where it was read."""
    return blake2b((article.url or article.source).encode("utf-8", "replace"), digest_size=6).hexdigest()


def _weights(title: list[str], text: list[str]) -> dict[str, float]:
    counts = Counter(text)
    for name in title:
        counts[name] += _TITLE_WEIGHT
    found = [(-(1 + log(count)) * weight(name), name) for name, count in counts.items() if not is_empty(name)]
    strongest = sorted(found)[:_TERMS_KEPT]
    length = sqrt(sum(value * value for value, _ in strongest)) or 1.0
    return {name: round(-value / length, 3) for value, name in strongest}


def _phrases(title: list[str], text: list[str]) -> tuple[int, ...]:
    """Give the pairs of neighbouring words, none of them empty, that weigh most.

    Articles on one thing share some ("coal exit", a name); articles that only draw on one vocabulary share none.
    """
    full = [[None if is_empty(name) else name for name in part] for part in (title, text)]
    counts = Counter((one, other) for part in full for one, other in pairwise(part) if one and other)
    found = [(-(1 + log(count)) * (weight(pair[0]) + weight(pair[1])), pair) for pair, count in counts.items()]
    return tuple(crc32(" ".join(pair).encode("utf-8", "replace")) & 0xFFFFFF for _, pair in sorted(found)[:_PHRASES_KEPT])


def _fingerprint(text: list[str]) -> tuple[int, ...]:
    """Give the smallest hashes of the text's runs of five words (Broder's sketch): copies of one text share most of them.

    Only the runs that some words begin are looked at, a quarter of all, the same ones in each copy.
    """
    hashed = [_hash(name) for name in text]
    runs = {
        crc32(" ".join(text[i : i + _SHINGLE]).encode("utf-8", "replace"))
        for i, value in enumerate(hashed[: 1 - _SHINGLE])
        if not value & _SAMPLED
    }
    return tuple(sorted(runs)[:_FINGERPRINT_SIZE])


@lru_cache(maxsize=50_000)
def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "replace"))

"""What of an article decides to which story it belongs: small, and kept beside it in the library."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import blake2b
from heapq import nsmallest
from itertools import pairwise
from math import log, sqrt
from typing import Any
from zlib import crc32

from briefreader.model import Article, Brief
from briefreader.text.words import is_empty, term, terms, weight, words

_TITLE_WEIGHT = 4
_LONGEST_BODY = 12_000  # characters read
_TERMS_KEPT = 64
_INDEX_TERMS = 16
_PHRASES_KEPT = 100
_SHINGLE = 5
_FINGERPRINT_SIZE = 16


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

    @cached_property
    def date_number(self) -> int | None:
        """The day as a number, for telling how far apart two are."""
        return date.fromisoformat(self.day).toordinal() if self.day else None

    @cached_property
    def phrase_set(self) -> frozenset[int]:
        return frozenset(self.phrases)

    @cached_property
    def party_set(self) -> frozenset[str]:
        return frozenset(self.parties)

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
            {name: value / 1000 for name, value in data["weights"].items()},
            tuple(data["phrases"]),
            tuple(data["parties"]),
            tuple(data["fingerprint"]),
            data["group"],
        )


def features(brief: Brief) -> Features:
    """Give what decides to which story the article belongs."""
    article = brief.article
    text = article.text[:_LONGEST_BODY]
    return Features(
        key=article_key(article),
        day=_day(article.published),
        weights=_weights(article.title or "", text if text.strip() else article.standfirst or ""),
        phrases=_phrases(article.title or "", text),
        parties=tuple(party.name for party in brief.negotiation.parties) if brief.negotiation else (),
        fingerprint=_fingerprint(text),
        group=article.group,
    )


def _day(published: str | None) -> str | None:
    try:
        return date.fromisoformat(published[:10]).isoformat() if published else None
    except ValueError:
        return None


def article_key(article: Article) -> str:
    """Give a short stable name of an article: a hash of its address, or of where it was read."""
    return blake2b((article.url or article.source).encode("utf-8", "replace"), digest_size=6).hexdigest()


def _weights(title: str, text: str) -> dict[str, float]:
    counts = Counter(terms(text))
    for name in terms(title):
        counts[name] += _TITLE_WEIGHT
    found = {name: (1 + log(count)) * weight(name) for name, count in counts.items()}
    strongest = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_TERMS_KEPT]
    length = sqrt(sum(value * value for _, value in strongest)) or 1.0
    return {name: round(value / length, 3) for name, value in strongest}


def _phrases(title: str, text: str) -> tuple[int, ...]:
    """Give the pairs of neighbouring words, none of them empty, that weigh most.

    Articles on one thing share some ("coal exit", a name); articles that only draw on one vocabulary share none.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for part in (title, text):
        counts.update(pair for pair in pairwise(map(term, words(part))) if not (is_empty(pair[0]) or is_empty(pair[1])))
    found = {pair: (1 + log(count)) * (weight(pair[0]) + weight(pair[1])) for pair, count in counts.items()}
    strongest = sorted(found, key=lambda pair: (-found[pair], pair))[:_PHRASES_KEPT]
    return tuple(crc32(" ".join(pair).encode("utf-8", "replace")) & 0xFFFFFF for pair in strongest)


def _fingerprint(text: str) -> tuple[int, ...]:
    """Give the smallest hashes of the text's runs of five words (Broder's sketch): copies of one text share most of them."""
    tokens = [term(word) for word in words(text)]
    runs = {" ".join(tokens[i : i + _SHINGLE]) for i in range(len(tokens) - _SHINGLE + 1)}
    return tuple(nsmallest(_FINGERPRINT_SIZE, (crc32(run.encode("utf-8", "replace")) for run in runs)))

"""What many of the articles around share does not tell one of them from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import pow  # noqa: A004  (of floats it gives a float; ** gives what no type checker knows)

from briefreader.text.stories.features import Features

_UNKNOWN_ARTICLES = 100  # how many other articles are supposed to be about besides those counted
_STEEPNESS = 0.6
_LEAST = 0.3  # the share of its weight that even a term of every article keeps: a crowd can be one story


@dataclass(frozen=True, slots=True)
class Crowd:
    """In how many of ``articles`` each term stands: the stream's own document frequencies, beside those of the language.

    A day on which every outlet writes of the same summit, or a trade paper with a vocabulary of its own, has many articles that
    are alike in words and not in matter.
    """

    articles: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, articles: Iterable[Features]) -> Crowd:
        """Count the terms of these articles."""
        counted, counts = 0, Counter[str]()
        for article in articles:
            counted += 1
            counts.update(article.weights.keys())
        return cls(counted, counts)

    def thin(self, article: Features) -> Features:
        """Give the article with each term weighing less, the more of the crowd share it."""
        return replace(article, weights={term: value * self._distinction(term) for term, value in article.weights.items()})

    def _distinction(self, term: str) -> float:
        share = self.counts.get(term, 0) / (self.articles + _UNKNOWN_ARTICLES)
        return max(_LEAST, 1 - pow(share, _STEEPNESS))

"""What many of the articles around share does not tell one of them from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from math import log

from briefreader.text.stories.features import Features
from briefreader.text.words import weight

_UNKNOWN_ARTICLES = 100  # how many other articles are supposed to be about besides those counted
_OTHER_DAYS = 2000  # and how many on other days: a term of these alone is known to be rarer than they show
_STEEPNESS = 0.6
_LEAST = 0.3  # the share of its weight that even a term of every article keeps: a crowd can be one story


@dataclass(frozen=True, slots=True)
class Crowd:
    """``distinction`` is the share of its weight that each of the crowd's terms keeps; a term that it does not have keeps all.

    That is the stream's own document frequency, beside that of the language. A day on which every outlet writes of the same
    summit, or a trade paper with a vocabulary of its own, has many articles that are alike in words and not in matter.
    """

    distinction: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, articles: Collection[Features]) -> Crowd:
        """Count in how many of these articles each term stands."""
        counts = Counter(chain.from_iterable(article.weights for article in articles))
        around, ever = len(articles) + _UNKNOWN_ARTICLES, len(articles) + _OTHER_DAYS

        def distinction(term: str, count: float) -> float:
            here: float = 1 - (count / around) ** _STEEPNESS
            rarity = log(ever / count) / (weight(term) or 1.0)  # the language's table calls each word of a trade rare
            return max(_LEAST, min(here, rarity))

        return cls({term: distinction(term, count) for term, count in counts.items()})

    def thin(self, article: Features) -> Features:
        """Give the article with each term weighing less, the more of the crowd share it."""
        kept = self.distinction
        return replace(article, weights={term: value * kept.get(term, 1.0) for term, value in article.weights.items()})

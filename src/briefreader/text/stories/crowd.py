"""What many of the articles around share does not tell one of them from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from briefreader.text.stories.features import Features

_UNKNOWN_ARTICLES = 100  # how many other articles are supposed to be about besides those counted
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
        counts = Counter(term for article in articles for term in article.weights)
        supposed = len(articles) + _UNKNOWN_ARTICLES
        return cls({term: max(_LEAST, 1 - (count / supposed) ** _STEEPNESS) for term, count in counts.items()})

    def thin(self, article: Features) -> Features:
        """Give the article with each term weighing less, the more of the crowd share it."""
        kept = self.distinction
        return replace(article, weights={term: value * kept.get(term, 1.0) for term, value in article.weights.items()})

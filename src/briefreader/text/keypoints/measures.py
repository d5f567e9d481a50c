"""What is measured of a sentence before the ranking model weighs it.

Positions after Edmundson (1969), likeness to the article's centroid after Radev (2004), to its other sentences after LexRank
(Erkan and Radev, 2004; here the degree, which orders alike and needs no matrix), recurring words after SumBasic (2005).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain, pairwise
from math import log, sqrt

from briefreader.text.keypoints.guards import lexicon, without_quotations, without_single_quotations
from briefreader.text.words import terms, weight, words

Vector = dict[str, float]

GROUPS: dict[str, str] = {
    "place": "position",
    "closeness_to_start": "position",
    "article_words": "position",
    "words": "length",
    "like_article_damped": "central to the article",
    "main_terms": "central to the article",
    "like_opening": "like the opening",
    "like_first": "like the opening",
    "like_others": "like other sentences",
    "like_earlier": "like other sentences",
    "like_later": "like other sentences",
    "like_next": "like other sentences",
    "like_previous": "like other sentences",
    "repeated_words": "words that recur",
    "repeated_pairs": "words that recur",
    "share_repeated_pairs": "words that recur",
    "words_of_early_sentences": "words that recur",
    "pairs_of_early_sentences": "words that recur",
    "term_frequency": "words that recur",
    "most_frequent_term": "words that recur",
    "share_of_names": "names",
    "new_names": "names",
    "numbers": "numbers",
    "quoted": "quotation",
    "attributed": "quotation",
    "new_terms": "what is new",
    "share_new_terms": "what is new",
    "rarity": "wording",
    "function_words": "wording",
    "indefinite": "wording",
    "first_comma": "wording",
    "present": "wording",
    "past": "wording",
}
"""Every measure, and under which plain name ``--why`` counts it."""

_TITLE_COUNTS = 2
_MAIN_TERMS = 12
_EARLY = 0.3  # how fast the weight of a sentence falls with its place


def vector(of_terms: Sequence[str]) -> Vector:
    """Give the terms' TF-IDF weights as a unit vector."""
    return _unit({name: count * weight(name) for name, count in Counter(of_terms).items()})


def cosine(one: Vector, other: Vector) -> float:
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return sum([value * large[name] for name, value in small.items() if name in large])


def _unit(raw: Vector) -> Vector:
    length = sqrt(sum([value * value for value in raw.values()])) or 1.0
    return {name: value / length for name, value in raw.items()}


def _sum(vectors: Sequence[Vector]) -> Vector:
    total: Vector = {}
    for one in vectors:
        for name, value in one.items():
            total[name] = total.get(name, 0.0) + value
    return total


def measure(texts: Sequence[str], title: str = "") -> tuple[list[dict[str, float]], list[Vector]]:
    """Give for each sentence its measures, and its vector for telling near-repeats. ``texts`` are all sentences, in order."""
    count = len(texts)
    found_words = [words(text) for text in texts]
    found_terms = [terms(text) for text in texts]
    vectors = [vector(one) for one in found_terms]
    lower = [[word.lower() for word in one] for one in found_words]
    pairs = [set(pairwise(one)) for one in lower]

    occurrences = Counter(chain.from_iterable(found_terms))
    for name in terms(title):
        occurrences[name] += _TITLE_COUNTS
    article = _unit({name: times * weight(name) for name, times in occurrences.items()})
    damped = _unit({name: (1 + log(times)) * weight(name) for name, times in occurrences.items()})
    main = {name for name, _ in sorted(article.items(), key=lambda item: (-item[1], item[0]))[:_MAIN_TERMS]}
    opening = _unit(_sum(vectors[:3]))
    all_vectors = _sum(vectors)
    earlier: Vector = {}

    holding_term = Counter(chain.from_iterable(map(set, found_terms)))
    holding_pair = Counter(chain.from_iterable(pairs))
    names = [{word for word in one[1:] if word[0].isupper() and len(word) > 1} for one in found_words]
    holding_name = Counter(chain.from_iterable(names))
    early_terms: dict[str, float] = defaultdict(float)
    early_pairs: dict[tuple[str, str], float] = defaultdict(float)
    for i in range(count):
        early = 1 / (1 + _EARLY * i)
        for name in set(found_terms[i]):
            early_terms[name] += early
        for pair in pairs[i]:
            early_pairs[pair] += early
    article_words = sum(map(len, found_words))
    saying = lexicon().saying
    degrees = [cosine(one, all_vectors) - 1 for one in vectors]
    highest_degree = max(degrees, default=1.0) or 1.0

    measures = []
    seen: set[str] = set()
    seen_names: set[str] = set()
    for i, text in enumerate(texts):
        own_terms, own_words, own_vector = found_terms[i], found_words[i], vectors[i]
        distinct = set(own_terms)
        term_count, word_count, pair_count = len(own_terms) or 1, len(own_words) or 1, len(pairs[i]) or 1
        early = 1 / (1 + _EARLY * i)
        like_earlier = cosine(own_vector, earlier)
        outside = without_single_quotations(without_quotations(text))
        spoken = lower[i] if outside == text else [word.lower() for word in words(outside)]
        repeated = sum([holding_pair[pair] > 1 for pair in pairs[i]])
        holding = [holding_term[name] for name in own_terms]
        measures.append(
            {
                "place": i / count,
                "closeness_to_start": 1 / (1 + i),
                "article_words": float(article_words),
                "words": float(word_count),
                "like_article_damped": cosine(own_vector, damped),
                "main_terms": float(len(main & distinct)),
                "like_opening": cosine(own_vector, opening) if i > 2 else -1.0,
                "like_first": cosine(own_vector, vectors[0]),
                "like_others": degrees[i] / highest_degree,
                "like_earlier": like_earlier / max(1, i),
                "like_later": (degrees[i] - like_earlier) / max(1, count - i - 1),
                "like_next": cosine(own_vector, vectors[i + 1]) if i + 1 < count else 0.0,
                "like_previous": cosine(own_vector, vectors[i - 1]) if i else 0.0,
                "repeated_words": sum([holding_term[name] > 1 for name in distinct]) / (len(distinct) or 1),
                "repeated_pairs": float(repeated),
                "share_repeated_pairs": repeated / word_count,
                "words_of_early_sentences": sum([early_terms[name] - early for name in distinct]) / (len(distinct) or 1),
                "pairs_of_early_sentences": sum([early_pairs[pair] - early for pair in pairs[i]]) / pair_count,
                "term_frequency": sum(holding) / term_count / count,
                "most_frequent_term": max(holding, default=0) / count,
                "share_of_names": sum([holding_name[name] for name in names[i]]) / count,
                "new_names": float(len(names[i] - seen_names)),
                "numbers": float(sum([word[0].isdigit() for word in own_words])),
                "quoted": 1 - len(outside) / max(1, len(text)),
                "attributed": float(not saying.isdisjoint(spoken)),
                "new_terms": float(len(distinct - seen)),
                "share_new_terms": len(distinct - seen) / term_count,
                "rarity": sum(map(weight, own_terms)) / term_count,
                "function_words": 1 - len(own_terms) / word_count,
                "indefinite": float(own_words.count("a") + own_words.count("an")),
                "first_comma": text.find(",") / max(1, len(text)),
                "present": float("is" in own_words or "are" in own_words),
                "past": float("was" in own_words or "were" in own_words),
            }
        )
        seen |= distinct
        seen_names |= names[i]
        for name, value in own_vector.items():
            earlier[name] = earlier.get(name, 0.0) + value
    return measures, vectors

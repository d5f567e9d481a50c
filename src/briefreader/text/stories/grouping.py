"""Which articles are one story.

An article belongs where it is, on average, most like the articles that are there (average linkage): unlike the likeness to the nearest
one, that average does not let a story grow along a chain until it has swallowed everything.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefreader.model import Brief, Story
from briefreader.text.stories.features import Features, features
from briefreader.text.stories.likeness import alike, likeness
from briefreader.text.stories.telling import tell

_SAME_STORY = 0.22


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that is in a story already."""

    story_id: str
    features: Features


def choose_story(new: Features, candidates: Iterable[Candidate]) -> str | None:
    """Give the story whose articles are most like the new one, or ``None`` if it is of none of theirs."""
    best = max(_averages(new, candidates), default=None)
    return best[1] if best and best[0] >= _SAME_STORY else None


def explain_choice(new: Features, candidates: Iterable[Candidate]) -> str:
    """Say why ``choose_story`` decides as it does."""
    candidates = list(candidates)
    best = max(_averages(new, candidates), default=None)
    if best is None:
        return "no other article shares its words: opens a story"
    nearest = max((c for c in candidates if c.story_id == best[1]), key=lambda c: (alike(new, c.features), c.features.key))
    found = likeness(new, nearest.features)
    when = "a date is unknown" if found.days is None else f"{found.days} days apart"
    talks = ", the same parties negotiate" if found.same_talks else ""
    verdict = "joins" if best[0] >= _SAME_STORY else "opens a story; nearest"
    return f"{verdict}: likeness {best[0]:.2f} (needs {_SAME_STORY:.2f}); shares {', '.join(found.shared)}; {when}{talks}"


def _averages(new: Features, candidates: Iterable[Candidate]) -> list[tuple[float, str]]:
    found: dict[str, list[float]] = defaultdict(list)
    for candidate in candidates:
        found[candidate.story_id].append(alike(new, candidate.features))
    return [(sum(values) / len(values), story) for story, values in found.items()]


def arrange(articles: Sequence[Features]) -> list[list[int]]:
    """Give the stories as lists of indices into ``articles``: the same stories in whatever order the articles are given.

    The two stories that are most alike on average become one, as long as any two are alike enough. Pairs are found through the
    terms that they share.
    """
    order = sorted(range(len(articles)), key=lambda i: (articles[i].day or "9999", articles[i].key, i))
    alike_by_pair = _pairs([articles[i] for i in order])
    members = _average_linkage(len(order), alike_by_pair)
    return [sorted(order[i] for i in group) for group in members]


def _pairs(articles: Sequence[Features]) -> dict[tuple[int, int], float]:
    index: dict[str, list[int]] = defaultdict(list)
    pairs: dict[tuple[int, int], float] = {}
    for i, article in enumerate(articles):
        near = {j for name in article.terms for j in index[name]}
        for j in near:
            value = alike(articles[j], article)
            if value > 0.05:
                pairs[j, i] = value
        for name in article.terms:
            index[name].append(i)
    return pairs


def _average_linkage(count: int, pairs: dict[tuple[int, int], float]) -> list[list[int]]:
    """Agglomerative clustering with average linkage on a sparse matrix: a pair that is not there counts as 0."""
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), value in pairs.items():
        sums[i][j] = sums[j][i] = value
    members = {i: [i] for i in range(count)}
    heap = [(-value, i, j, 1, 1) for (i, j), value in pairs.items() if value >= _SAME_STORY]
    heapq.heapify(heap)
    while heap:
        _, i, j, size_i, size_j = heapq.heappop(heap)
        if i not in members or j not in members or len(members[i]) != size_i or len(members[j]) != size_j:
            continue
        members[i] += members.pop(j)
        theirs = sums.pop(j)
        for k, value in theirs.items():
            sums[k].pop(j, None)
            if k != i:
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + value
        sums[i].pop(i, None)
        for k, value in sums[i].items():
            average = value / (len(members[i]) * len(members[k]))
            if average >= _SAME_STORY:
                first, second = min(i, k), max(i, k)
                heapq.heappush(heap, (-average, first, second, len(members[first]), len(members[second])))
    return list(members.values())


def group(briefs: Sequence[Brief]) -> list[Story]:
    """Give the stories that the briefs tell, in order of their first articles; articles with the same ``group`` are one story."""
    found = [features(brief) for brief in briefs]
    given: dict[str, list[int]] = defaultdict(list)
    free = []
    for i, one in enumerate(found):
        if one.group:
            given[one.group].append(i)
        else:
            free.append(i)
    stories = list(given.values()) + [[free[i] for i in story] for story in arrange([found[i] for i in free])]
    return [tell([briefs[i] for i in story]) for story in sorted(stories)]

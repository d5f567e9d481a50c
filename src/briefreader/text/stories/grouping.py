"""Which articles are one story.

An article belongs where it is, on average, most like the articles that are there (average linkage): unlike the likeness to
the nearest one, that average does not let a story grow along a chain until it has swallowed everything.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefreader.model import Brief, Story
from briefreader.text.stories.crowd import Crowd
from briefreader.text.stories.features import Features, features
from briefreader.text.stories.likeness import SAME_STORY, alike, days_apart
from briefreader.text.stories.telling import tell

_MOST_HOLDERS = 500  # of a term that more articles hold, those nearest in time; a pair that is alike shares rarer ones too
_NEVER = 0.02  # a pair less alike than this is as good as not there
_FIRST_LOOK = 0.05  # likeness by the strongest terms alone; a pair less alike is not looked at more closely
_COMPANY = 12  # articles most like one, by which it is known whether it is about one thing
_FEWEST_COMPANY = 4
_RELATED = 0.03  # likeness of two articles that may well be about one thing
_LONGEST_GAP = 15  # days; reports farther apart are one story only if the same parties still negotiate


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that is in a story already."""

    story_id: str
    features: Features


def choose_story(new: Features, candidates: Iterable[Candidate], crowd: Crowd) -> str | None:
    """Give the story whose articles are most like the new one, or ``None`` if it is of none of theirs.

    ``crowd`` is of the articles around: those of the same days.
    """
    likeness, story = _nearest_story(_thinned_for_both(new, crowd), candidates)
    return story if likeness >= SAME_STORY else None


def _thinned_for_both(new: Features, crowd: Crowd) -> Features:
    """Thin the new article twice: multiplied with one that is as it was, that is as if both had been thinned."""
    return crowd.thin(crowd.thin(new))


def _nearest_story(new: Features, candidates: Iterable[Candidate]) -> tuple[float, str | None]:
    found: dict[str, list[float]] = defaultdict(list)
    for candidate in candidates:
        found[candidate.story_id].append(alike(new, candidate.features))
    return max(((sum(values) / len(values), story) for story, values in found.items()), default=(0.0, None))


def arrange(
    articles: Sequence[Features], crowd: Crowd | None = None, kept: Mapping[int, Hashable] | None = None
) -> list[list[int]]:
    """Give the stories as lists of indices into ``articles``: the same stories in whatever order the articles are given.

    The two stories that are most alike on average become one, as long as any two are alike enough. ``crowd`` is of the articles
    around; without one, these articles are their own. ``kept`` names the story of articles (by index) that the reader put
    where they are: those of one name stay together, those of two never meet, and others may join them.
    """
    crowd = crowd or Crowd.of(articles)
    order = sorted(range(len(articles)), key=lambda i: articles[i].order)
    names = {place: kept[i] for place, i in enumerate(order) if i in kept} if kept else {}
    stories = _link([articles[i] for i in order], crowd, names)
    return sorted(sorted(order[i] for i in story) for story in stories)


def _pairs(articles: Sequence[Features], crowd: Crowd) -> dict[tuple[int, int], float]:
    """Give the likeness of each pair that could be one story, found through the terms and the parties that they share.

    The articles stand in the order of their days, the undated ones last.
    """
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    begins: dict[str, int] = defaultdict(int)
    at_talks: dict[str, list[int]] = defaultdict(list)
    pairs: dict[tuple[int, int], float] = {}
    for i, article in enumerate(articles):
        thinned = _thinned_for_both(article, crowd)
        overlap: dict[int, float] = defaultdict(float)
        for name in article.terms:
            weight, holders = thinned.weights[name], index[name]
            while begins[name] < len(holders) and not _within_reach(articles[holders[begins[name]][0]], article):
                begins[name] += 1
            begin = max(begins[name] if article.day else 0, len(holders) - _MOST_HOLDERS)
            for j, weight_there in holders[begin:]:
                overlap[j] += weight * weight_there
        near = {j for j, value in overlap.items() if value >= _FIRST_LOOK}
        near.update(j for talks in article.talks for j in at_talks[talks])
        for j in near:
            likeness = alike(articles[j], thinned)
            if likeness > _NEVER:
                pairs[j, i] = likeness
        for name in article.terms:
            index[name].append((i, article.weights[name]))
        for talks in article.talks:
            at_talks[talks].append(i)
    return pairs


def _without_bridges(pairs: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Damp what articles about several things have in common with others, lest they join stories that have nothing in common.

    A round-up or a live blog is known by the articles like it, which are not like one another (Watts and Strogatz's
    clustering coefficient, 1998).
    """
    likest: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), value in pairs.items():
        if value >= SAME_STORY:
            likest[i].append((value, j))
            likest[j].append((value, i))
    unity: dict[int, float] = {}
    for i, found in likest.items():
        near = sorted(j for _, j in sorted(found, key=lambda item: (-item[0], item[1]))[:_COMPANY])
        of_two = [pairs.get(two, 0.0) >= _RELATED for two in combinations(near, 2)]
        if len(near) >= _FEWEST_COMPANY:
            unity[i] = sum(of_two) / len(of_two)
    return {(i, j): value * min(unity.get(i, 1.0), unity.get(j, 1.0)) for (i, j), value in pairs.items()}


def _within_reach(one: Features, other: Features) -> bool:
    days = days_apart(one, other)
    return days is None or days <= _LONGEST_GAP


def _link(articles: Sequence[Features], crowd: Crowd, kept: Mapping[int, Hashable]) -> list[list[int]]:
    """Agglomerative clustering with average linkage on a sparse matrix: a pair that is not there counts as 0."""
    first_of: dict[Hashable, int] = {}
    start = [first_of.setdefault(kept[i], i) if i in kept else i for i in range(len(articles))]
    members: dict[int, list[int]] = defaultdict(list)
    for i, story in enumerate(start):
        members[story].append(i)
    names = {story: kept[story] for story in members if story in kept}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), value in _without_bridges(_pairs(articles, crowd)).items():
        one, other = start[i], start[j]
        if one != other:
            sums[one][other] = sums[other][one] = sums[one].get(other, 0.0) + value
    waiting: list[tuple[float, int, int, int, int]] = []

    def consider(one: int, other: int) -> None:
        size, size_of_other = len(members[one]), len(members[other])
        average = sums[one][other] / (size * size_of_other)
        if average >= SAME_STORY and not (one in names and other in names):
            heapq.heappush(waiting, (-average, one, other, size, size_of_other))

    for i, others in sums.items():
        for j in others:
            if i < j:
                consider(i, j)
    while waiting:
        _, i, j, size_i, size_j = heapq.heappop(waiting)
        if len(members.get(i, ())) != size_i or len(members.get(j, ())) != size_j:
            continue  # one of the two has grown or gone since
        members[i] += members.pop(j)
        if j in names:
            names[i] = names.pop(j)
        for k, value in sums.pop(j).items():
            del sums[k][j]
            if k != i:
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + value
        for k in sums[i]:
            consider(min(i, k), max(i, k))
    return list(members.values())


def group(briefs: Sequence[Brief], *, points: int = 4) -> list[Story]:
    """Give the stories that the briefs tell, in the order given; articles with the same ``group`` are one story."""
    given: dict[str, list[int]] = defaultdict(list)
    free = []
    for i, brief in enumerate(briefs):
        if brief.article.group:
            given[brief.article.group].append(i)
        else:
            free.append(i)
    arranged = arrange([features(briefs[i]) for i in free])
    stories = [*given.values(), *([free[i] for i in story] for story in arranged)]
    return [tell([briefs[i] for i in story], points=points) for story in sorted(stories)]

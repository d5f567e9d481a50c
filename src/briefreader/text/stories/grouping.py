"""Which articles are one story.

An article belongs where it is, on average, most like the articles that are there (average linkage): unlike the likeness to
the nearest one, that average does not let a story grow along a chain until it has swallowed everything.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefreader.model import Brief, Story
from briefreader.text.stories.crowd import Crowd
from briefreader.text.stories.features import Features, features
from briefreader.text.stories.likeness import alike, days_apart, why_alike
from briefreader.text.stories.telling import tell

_SAME_STORY = 0.13  # likeness from which articles are one story
_NEVER = 0.02  # a pair less alike than this is as good as not there
_SHARED_TERMS = 2  # of the index terms; articles on one thing share more
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
    likeness, story = _nearest_story(*_thinned(new, candidates, crowd))
    return story if likeness >= _SAME_STORY else None


def explain_choice(new: Features, candidates: Iterable[Candidate], crowd: Crowd) -> str:
    """Say in one line why ``choose_story`` decides as it does."""
    new, given = _thinned(new, candidates, crowd)
    likeness, story = _nearest_story(new, given)
    if story is None:
        return "opens a story: no other article shares its words"
    nearest = max((one.features for one in given if one.story_id == story), key=lambda one: (alike(new, one), one.key))
    verdict = "joins" if likeness >= _SAME_STORY else "opens a story, the nearest is not near enough"
    needed = f"likeness to the story {likeness:.2f}, needed {_SAME_STORY:.2f}"
    return f"{verdict}: {needed}; to its nearest article: {why_alike(new, nearest)}"


def _thinned(new: Features, candidates: Iterable[Candidate], crowd: Crowd) -> tuple[Features, list[Candidate]]:
    return crowd.thin(new), [Candidate(one.story_id, crowd.thin(one.features)) for one in candidates]


def _nearest_story(new: Features, candidates: Iterable[Candidate]) -> tuple[float, str | None]:
    found: dict[str, list[float]] = defaultdict(list)
    for candidate in candidates:
        found[candidate.story_id].append(alike(new, candidate.features))
    return max(((sum(values) / len(values), story) for story, values in found.items()), default=(0.0, None))


def arrange(articles: Sequence[Features], crowd: Crowd | None = None) -> list[list[int]]:
    """Give the stories as lists of indices into ``articles``: the same stories in whatever order the articles are given.

    The two stories that are most alike on average become one, as long as any two are alike enough. ``crowd`` is of the articles
    around; without one, these articles are their own.
    """
    crowd = crowd or Crowd.of(articles)
    order = sorted(range(len(articles)), key=lambda i: (articles[i].day or "9999", articles[i].key, articles[i].to_json()))
    stories = _link([crowd.thin(articles[i]) for i in order])
    return sorted(sorted(order[i] for i in story) for story in stories)


def _pairs(articles: Sequence[Features]) -> dict[tuple[int, int], float]:
    """Give the likeness of each pair that could be one story, found through the terms and the parties that they share."""
    index: dict[str, list[int]] = defaultdict(list)
    at_talks: dict[tuple[str, str], list[int]] = defaultdict(list)
    pairs: dict[tuple[int, int], float] = {}
    for i, article in enumerate(articles):
        shared = Counter(j for name in article.terms for j in index[name])
        near = {j for j, count in shared.items() if count >= _SHARED_TERMS and _within_reach(articles[j], article)}
        talks = list(combinations(sorted(article.party_set), 2))
        near.update(j for parties in talks for j in at_talks[parties])
        for j in near:
            likeness = alike(articles[j], article)
            if likeness > _NEVER:
                pairs[j, i] = likeness
        for name in article.terms:
            index[name].append(i)
        for parties in talks:
            at_talks[parties].append(i)
    return pairs


def _within_reach(one: Features, other: Features) -> bool:
    days = days_apart(one, other)
    return days is None or days <= _LONGEST_GAP


def _link(articles: Sequence[Features]) -> list[list[int]]:
    """Agglomerative clustering with average linkage on a sparse matrix: a pair that is not there counts as 0."""
    pairs = _pairs(articles)
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), value in pairs.items():
        sums[i][j] = sums[j][i] = value
    members = {i: [i] for i in range(len(articles))}
    waiting = [(-value, i, j, 1, 1) for (i, j), value in pairs.items() if value >= _SAME_STORY]
    heapq.heapify(waiting)
    while waiting:
        _, i, j, size_i, size_j = heapq.heappop(waiting)
        if len(members.get(i, ())) != size_i or len(members.get(j, ())) != size_j:
            continue  # one of the two has grown or gone since
        members[i] += members.pop(j)
        for k, value in sums.pop(j).items():
            del sums[k][j]
            if k != i:
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + value
        for k, value in sums[i].items():
            average = value / (len(members[i]) * len(members[k]))
            if average >= _SAME_STORY:
                first, second = min(i, k), max(i, k)
                heapq.heappush(waiting, (-average, first, second, len(members[first]), len(members[second])))
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

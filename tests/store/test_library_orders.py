"""The same articles are the same stories, in whatever order and in batches of whatever size they come."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from briefreader.jobs.grouping import group_new
from briefreader.model import Article, Block, Brief, Raw
from briefreader.store.library import Library
from briefreader.store.records import Fetched, StoredBrief
from briefreader.store.sqlite import open_library
from briefreader.text.stories import features
from library_sample import NOW

SYLLABLES = ("ba", "cel", "dor", "fi", "gal", "hun", "jo", "ker", "lum", "mi", "nor", "pel", "ra", "sut", "tov", "ve")
COMMON = "officials said the talks of the council in the town on Monday were put off until a report on the costs"


def corpus() -> list[Brief]:
    """Eighteen stories of one to five articles over ten days, each with words of its own and some of the story before it."""
    chance = random.Random(1)
    words = [["".join(chance.sample(SYLLABLES, 3)) for _ in range(12)] for _ in range(18)]
    briefs = []
    for number, own in enumerate(words):
        for part in range(1 + number % 5):
            told = [*own, *words[number - 1][: number % 7], *COMMON.split()]
            text = " ".join(" ".join(chance.sample(told, 9)).capitalize() + "." for _ in range(12))
            article = Article(
                source=f"{number}-{part}",
                url=f"https://o{part}.example/{number}",
                title=" ".join(chance.sample(own, 4)).capitalize(),
                site=f"Outlet {part}",
                published=f"2026-11-{2 + number % 9 + part // 2:02}",
                blocks=(Block("paragraph", text),),
                language="en",
            )
            briefs.append(Brief(article))
    return briefs


BRIEFS = corpus()


def bring(library: Library, briefs: Sequence[Brief]) -> None:
    """A source brings these articles; they are briefed, grouped and told."""
    made = {brief.article.source: brief for brief in briefs}
    entries = tuple(
        Raw(source=name, content=b"x", media_type="text/plain", id=name, url=brief.article.url, title=brief.article.title)
        for name, brief in made.items()
    )
    library.save_fetch(None, Fetched(entries), NOW)
    waiting = library.pending(1000)
    library.save_briefs(
        [StoredBrief(each.article_id, made[each.raw.source], features(made[each.raw.source])) for each in waiting]
    )
    group_new(library)


def stories(library: Library) -> set[frozenset[str | None]]:
    return {frozenset(row.url for row in library.story_articles(story_id)) for story_id in library.story_ids()}


@cache
def at_once(count: int) -> set[frozenset[str | None]]:
    """The stories that the first so many of the corpus make when they come together."""
    briefs = BRIEFS[:count]
    with open_library(None) as library:
        bring(library, briefs)
        return stories(library)


def test_there_are_small_stories_and_large_ones() -> None:
    sizes = sorted(map(len, at_once(len(BRIEFS))))
    assert sum(sizes) == len(BRIEFS)
    assert len(sizes) >= 8
    assert sizes[0] <= 2
    assert sizes[-1] >= 5


@pytest.mark.parametrize(("count", "size"), [(24, 1), (len(BRIEFS), 7), (len(BRIEFS), len(BRIEFS))])
@pytest.mark.parametrize("seed", range(7))
def test_any_order_and_any_batches_make_the_same_stories(seed: int, count: int, size: int) -> None:
    shuffled = random.Random(f"{seed} {size}").sample(BRIEFS[:count], count)
    with open_library(None) as library:
        for begin in range(0, count, size):
            bring(library, shuffled[begin : begin + size])
        assert stories(library) == at_once(count)
        assert library.check() == []


def test_a_first_batch_without_a_crowd_is_put_right_by_what_follows() -> None:
    """Shuffled from one vocabulary, the first few look alike; the many that follow show that they are not."""
    chance = random.Random(4)
    vocabulary = [
        one + other for one in ("ba", "ce", "di", "fo", "gu", "ka") for other in ("lem", "min", "nor", "pos", "rut", "sal")
    ]
    salad = [
        Brief(
            Article(
                source=str(number),
                url=f"https://salad.example/{number}",
                title=" ".join(chance.sample(vocabulary, 6)),
                published="2026-11-10",
                blocks=(Block("paragraph", " ".join(chance.choices(vocabulary, k=150)) + "."),),
            )
        )
        for number in range(200)
    ]
    with open_library(None) as library:
        bring(library, salad[:16])
        bring(library, salad[16:])
        assert max(len(story) for story in stories(library)) <= 8


def test_hours_of_one_day_make_no_difference() -> None:
    def at_hours(seed: int) -> list[Brief]:
        hours = random.Random(seed)
        return [
            replace(
                brief, article=replace(brief.article, published=f"{brief.article.published}T{hours.randrange(24):02}:00:00Z")
            )
            for brief in BRIEFS
        ]

    found = []
    for seed in (1, 2):
        with open_library(None) as library:
            bring(library, at_hours(seed))
            found.append(stories(library))
    assert found[0] == found[1]

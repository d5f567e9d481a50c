"""Invented stories of many fields: what each article reports, the way of the story, where it stands, where outlets differ."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefreader.model import Article, Block, Brief, Story
from briefreader.text.brief import brief
from briefreader.text.stories import tell

STORIES: dict[str, dict[str, Any]] = {
    story["name"]: story
    for story in tomllib.loads(Path(__file__).with_name("invented_stories.toml").read_text(encoding="utf-8"))["story"]
}


def stage_of(made: Brief) -> str | None:
    return made.negotiation.stage if made.negotiation else None


@cache
def briefs(name: str) -> tuple[Brief, ...]:
    return tuple(
        brief(
            Article(
                source=str(number),
                blocks=tuple(Block("paragraph", text) for text in given["text"].split("\n\n")),
                title=given["title"],
                site=given["site"],
                published=given.get("published"),
                language="en",
            )
        )
        for number, given in enumerate(STORIES[name]["article"])
    )


@cache
def told(name: str) -> Story:
    return tell(briefs(name))


@pytest.mark.parametrize("name", STORIES)
def test_each_article_reports_its_stage(name: str) -> None:
    expected = [given["stage"] for given in STORIES[name]["article"]]
    assert [stage_of(made) in stages for made, stages in zip(briefs(name), expected, strict=True)] == [True] * len(expected)


@pytest.mark.parametrize("name", STORIES)
def test_the_time_line_tells_each_change_once(name: str) -> None:
    assert [entry.stage for entry in told(name).timeline] == STORIES[name]["timeline"]


@pytest.mark.parametrize("name", STORIES)
def test_the_story_stands_where_the_newest_news_puts_it(name: str) -> None:
    now = told(name).negotiation
    assert now
    assert now.stage == STORIES[name]["now"]
    assert STORIES[name]["direction"] in ("any", now.direction)


@pytest.mark.parametrize("name", STORIES)
def test_outlets_that_differ_stand_side_by_side(name: str) -> None:
    found = [sorted(reading.says for reading in each.readings) for each in told(name).contradictions if each.about == "stage"]
    assert found == [sorted(stages) for stages in STORIES[name].get("differ", [])]

"""What the program prints is what ``docs/json`` says: the demo, a broken input and, where they are, five real articles."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from briefreader.cli.records import hit_record, source_record
from briefreader.cli.refreshing import event_record
from briefreader.demo import demo_inputs
from briefreader.export.json import json_line
from briefreader.export.labels import label_record
from briefreader.export.records import article_record, brief_record, story_record
from briefreader.jobs.progress import BriefsDone, SourceDone, StoriesTold
from briefreader.model import Article, Brief, CorrectedField, Correction
from briefreader.store.records import SearchHit, Source
from briefreader.text.negotiation.corrected import corrected, engine_answer
from briefreader.text.stories import group
from whole_engine import briefs_of

SCHEMAS = Path(__file__).parents[2] / "docs" / "json"
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
NAMES = ("brief", "clean", "story", "list", "sources", "search", "refresh", "negotiation", "correction")


def schema_of(name: str) -> dict[str, Any]:
    return dict(json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")))


def closed(schema: Any) -> Any:
    """The same schema with no room for a field that it does not name: what we print must be documented."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    shut = {key: closed(part) for key, part in schema.items()}
    if "required" in schema:
        shut.setdefault("additionalProperties", False)
    return shut


@cache
def validator(name: str) -> Draft202012Validator:
    schemas = {f"{known}.schema.json": closed(deepcopy(schema_of(known))) for known in NAMES}
    registry: Any = Registry().with_resources((key, Resource.from_contents(schema)) for key, schema in schemas.items())
    return Draft202012Validator(schemas[f"{name}.schema.json"], registry=registry)


def assert_valid(name: str, record: dict[str, Any]) -> None:
    printed = json.loads(json_line(record))
    assert [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(printed)] == []


@cache
def demo_briefs() -> list[Brief]:
    with demo_inputs() as paths:
        return briefs_of(paths)


@cache
def seed_briefs() -> list[Brief]:
    return briefs_of(map(str, sorted(SEEDS.glob("*.txt"))))


def all_briefs() -> list[Brief]:
    return [*demo_briefs(), *seed_briefs(), Brief(Article("gone.html", error="no such file"))]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_itself(name: str) -> None:
    Draft202012Validator.check_schema(schema_of(name))


def test_briefs() -> None:
    for brief in all_briefs():
        assert_valid("brief", brief_record(brief))
        assert_valid("brief", brief_record(brief, why=True))


def test_cleaned_articles() -> None:
    for brief in all_briefs():
        assert_valid("clean", article_record(brief.article))
        assert_valid("clean", article_record(brief.article, why=True))


def test_stories() -> None:
    for story in (*group(demo_briefs()), *group(seed_briefs())):
        assert_valid("story", story_record(story))
        assert_valid("story", story_record(story, why=True))
        assert_valid("list", story_record(story, unread=1, kept=False, done=True, changed=["stage: stalled"]))


def test_the_readers_marks_are_known_in_a_list() -> None:
    record = story_record(group(demo_briefs())[0])
    assert list(validator("list").iter_errors(record))


def test_labelled_examples() -> None:
    for brief in demo_briefs():
        corrections = tuple(
            Correction(field, engine_answer(brief, field)[:1], (), "2026-03-02T09:00:00+01:00")
            for field in get_args(CorrectedField)
        )
        assert_valid("correction", label_record(corrected(brief, corrections)))


def test_sources_and_hits() -> None:
    assert_valid("sources", source_record(Source(1, "https://reader:secret@a.example/feed", "feed", tags=("work",))))
    assert_valid("search", hit_record(SearchHit("s1", "Talks", "https://a.example/1", None, "2026-03-02", "the … talks")))


def test_the_steps_of_a_refresh() -> None:
    for step in (SourceDone("https://a.example/feed", 2, None, 1, 3), BriefsDone(1, 2), StoriesTold(2)):
        assert_valid("refresh", event_record(step))


def test_every_claim_of_a_brief_stands_verbatim_in_its_article() -> None:
    for brief in (*demo_briefs(), *seed_briefs()):
        record = brief_record(brief)
        text = record["text"]
        for point in record["key_points"]:
            where = {-1: record["title"], -2: record["standfirst"]}.get(point["block"]) or text
            assert where[point["start"] : point["end"]] == point["sentence"]
        for sentence in sentences_of(record["negotiation"]):
            assert sentence in text or sentence in (record["standfirst"] or "") or sentence == record["title"], sentence


def sentences_of(part: Any) -> list[str]:
    """Every ``sentence`` and ``evidence`` in a record."""
    if isinstance(part, list):
        return [sentence for entry in part for sentence in sentences_of(entry)]
    if isinstance(part, dict):
        own = [value for key, value in part.items() if key in ("sentence", "evidence")]
        return own + [sentence for value in part.values() for sentence in sentences_of(value)]
    return []

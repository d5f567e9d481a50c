"""The demo as the golden corpus of the whole engine: what a person said of each article against what comes out.

Stages, stories, languages and page furniture must be right in every article; parties have a floor.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefreader.demo import demo_inputs
from briefreader.model import Brief, Negotiation, Party, Story
from briefreader.text.stories import group
from whole_engine import briefs_of

LABELS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("labels.toml").read_text(encoding="utf-8"))
ARTICLES = {label["file"]: label for label in LABELS["article"]}
PARTIES_FLOOR = 0.9
NO_STRANGERS_FLOOR = 0.85
"""The share of the labelled parties that must be found, and of the found ones that must be labelled."""

FURNITURE = (
    *("cookie", "Sign up", "Share on", "E-mail", "Subscribe", "subscribe", "Unsubscribe", "Most read", "You may also like"),
    *("Also read", "Read more", "Log in", "All rights reserved", "min read", "Advertisement", "About the author", "Photograph"),
    *(
        "Topics:",
        "Leave a comment",
        "More from",
        "View this letter",
        "Skip to content",
        "Mehr zum Thema",
        "Impressum",
        "LED 100",
    ),
)


def name_of(source: str) -> str:
    return source.rsplit("/", 1)[-1]


@cache
def demo() -> dict[str, Brief]:
    """Each article's brief by the name that the labels use."""
    with demo_inputs() as paths:
        return {name_of(brief.article.source): brief for brief in briefs_of(paths)}


@cache
def stories() -> dict[str, Story]:
    """Each story by the name that the labels give to its first article."""
    return {ARTICLES[name_of(story.briefs[0].article.source)]["story"]: story for story in group(list(demo().values()))}


def test_every_article_is_labelled_and_read() -> None:
    assert set(demo()) == set(ARTICLES)
    assert not [brief.article.error for brief in demo().values() if brief.article.error]
    assert {brief.article.kind for brief in demo().values()} == {"article"}


@pytest.mark.parametrize("file", ARTICLES)
def test_the_page_is_cleaned(file: str) -> None:
    article = demo()[file].article
    assert article.title
    assert article.language == ARTICLES[file].get("language", "en")
    assert (article.published is None) == (file == "the-road-to-orlo.txt")
    assert [words for words in FURNITURE if words in article.text] == []


@pytest.mark.parametrize("file", ARTICLES)
def test_the_stage_is_the_one_that_a_person_gave(file: str) -> None:
    negotiation = demo()[file].negotiation
    assert (negotiation.stage if negotiation else "none") in ARTICLES[file]["stages"]


@pytest.mark.parametrize("file", ARTICLES)
def test_an_article_has_points_and_only_english_is_analysed(file: str) -> None:
    brief = demo()[file]
    assert 1 <= len(brief.key_points) <= 4
    assert brief.analysed == ("language" not in ARTICLES[file])


def test_the_sentence_that_decides_is_among_the_points() -> None:
    for file, brief in demo().items():
        if brief.negotiation and brief.negotiation.evidence in brief.article.text:
            assert brief.negotiation.evidence in [point.sentence for point in brief.key_points], file


def test_the_parties_are_found() -> None:
    wanted = [(file, party) for file, label in ARTICLES.items() for party in label["parties"]]
    missed = [(file, party) for file, party in wanted if not knows(demo()[file].negotiation, party)]
    assert 1 - len(missed) / len(wanted) >= PARTIES_FLOOR, missed


def test_few_others_are_taken_for_parties() -> None:
    found = [(file, party) for file, brief in demo().items() if brief.negotiation for party in brief.negotiation.parties]
    strangers = [
        (file, party.name) for file, party in found if not any(same(party, name) for name in ARTICLES[file]["parties"])
    ]
    assert 1 - len(strangers) / len(found) >= NO_STRANGERS_FLOOR, strangers


def knows(negotiation: Negotiation | None, name: str) -> bool:
    return negotiation is not None and any(same(party, name) for party in negotiation.parties)


def same(party: Party, name: str) -> bool:
    return plain(name) in {plain(known) for known in (party.name, *party.aliases)}


def plain(name: str) -> str:
    return name.casefold().replace("’", "'").removeprefix("the ")


def status(file: str) -> Negotiation:
    negotiation = demo()[file].negotiation
    assert negotiation is not None
    return negotiation


@pytest.mark.parametrize(("file", "name"), LABELS["mediators"].items())
def test_the_mediator_is_found(file: str, name: str) -> None:
    assert name in status(file).mediators


@pytest.mark.parametrize(("file", "day"), LABELS["next_step"].items())
def test_what_comes_next_is_found_with_its_day(file: str, day: str) -> None:
    step = status(file).next_step
    assert step is not None
    assert step.date == day


@pytest.mark.parametrize(("file", "day"), LABELS["deadline"].items())
def test_the_deadline_is_found_with_its_day(file: str, day: str) -> None:
    step = status(file).deadline
    assert step is not None
    assert step.date == day


@pytest.mark.parametrize("label", LABELS["demand"], ids=lambda label: f"{label['file']}-{label['words']}")
def test_a_position_is_found_with_its_holder(label: dict[str, str]) -> None:
    negotiation = status(label["file"])
    holder = next(party for party in negotiation.parties if same(party, label["holder"]))
    known = {holder.name, *holder.aliases, *holder.leaders}
    assert [demand for demand in negotiation.demands if label["words"] in demand.sentence and demand.holder in known]


def test_the_articles_are_grouped_into_their_stories() -> None:
    told = {frozenset(name_of(brief.article.source) for brief in story.briefs) for story in stories().values()}
    names = {label["story"] for label in ARTICLES.values()}
    assert told == {frozenset(file for file, label in ARTICLES.items() if label["story"] == name) for name in names}


@pytest.mark.parametrize("name", LABELS["timeline"])
def test_a_storys_time_line_shows_its_stages_in_order(name: str) -> None:
    story = stories()[name]
    assert [entry.stage for entry in story.timeline if entry.when] == LABELS["timeline"][name]
    assert story.negotiation is not None
    assert story.negotiation.stage == LABELS["timeline"][name][-1]
    assert story.negotiation.direction == LABELS["direction"][name]
    assert story.negotiation.direction_reason


def test_the_undated_article_comes_last_in_its_story() -> None:
    articles = [brief.article for brief in stories()["peace"].briefs]
    assert [article.published is None for article in articles] == [False] * 4 + [True]


def test_the_table_of_the_port_deal_is_a_table() -> None:
    (table,) = (block for block in demo()["echo-strike-3.html"].article.blocks if block.kind == "table")
    assert table.rows is not None
    assert table.rows[0] == ("Matter", "Union’s claim", "First offer", "Agreed on Tuesday")
    assert [row[0] for row in table.rows[1:]] == ["Pay", "Shifts at the automated quay", "Bonus"]


@pytest.mark.parametrize(("file", "items"), [("courier-peace-2.html", 3), ("estmark-coalition-3.html", 3)])
def test_lists_stay_lists(file: str, items: int) -> None:
    assert len([block for block in demo()[file].article.blocks if block.kind == "list_item"]) == items

"""A small library of invented stories with statuses made by hand, so that these tests do not depend on the engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from briefreader.model import (
    Article,
    Block,
    Brief,
    Demand,
    Event,
    Issue,
    KeyPoint,
    Negotiation,
    Obstacle,
    Party,
    Raw,
    Stage,
    Step,
    Story,
    StoryPoint,
    TimelineEntry,
)
from briefreader.store.library import Library
from briefreader.store.records import Fetched, StoredBrief
from briefreader.text.stories import Candidate, Features, features

NOW = datetime(2025, 11, 13, 15, 30, tzinfo=UTC)

RAIL_FIRST = (
    "The National Rail Union asked the transport ministry for talks about pay on Monday.",
    "The union wants a one-year deal and has named 21 November as the day of a strike.",
    "The ministry said that it would answer within the week.",
)
RAIL_SECOND = (
    "The union and the ministry met in Lund on Tuesday for their first round.",
    "Both sides spoke of a good start.",
)
RAIL_THIRD = (
    "Talks between the National Rail Union and the transport ministry broke up without agreement on Wednesday.",
    "The union rejected a two-year settlement worth 4% a year.",
    "“We will not sign away next year's claim,” said its general secretary, Ana Silva.",
    "The ministry said that two years were the least it could accept.",
    "Mediator Tom Hale said that the sides would meet again on Friday.",
    "Pay bands are agreed, he added.",
)


def _article(key: str, title: str, site: str, published: str, sentences: tuple[str, ...], **more: Any) -> Article:
    blocks = tuple(Block("paragraph", sentence) for sentence in sentences)
    fields: dict[str, Any] = {"language": "en", "url": f"https://{key}.example/news/{key}", **more}
    return Article(
        source=f"https://{key}.example/news/{key}", title=title, site=site, published=published, blocks=blocks, **fields
    )


def _point(article: Article, sentence: str) -> KeyPoint:
    start = article.text.index(sentence)
    return KeyPoint(sentence, sentence, start, start + len(sentence), 0)


def _brief(article: Article, negotiation: Negotiation | None = None, *points: str, analysed: bool = True) -> Brief:
    return Brief(article, tuple(_point(article, point) for point in points), negotiation, analysed)


def _status(stage: Stage, evidence: str, summary: str, confidence: float = 0.8, **more: Any) -> Negotiation:
    fields: dict[str, Any] = {"direction": None, "direction_reason": None, "alternative": None, **more}
    return Negotiation(stage=stage, confidence=confidence, summary=summary, evidence=evidence, **fields)


def rail_story() -> tuple[list[Brief], Story]:
    """Three articles of a strike: called for, under way, stalled."""
    first = _article(
        "plain-post", "Rail union asks for pay talks", "Plain Post", "2025-11-10T09:00:00+00:00", RAIL_FIRST, group="rail"
    )
    second = _article(
        "lund-herald", "Rail pay: first round in Lund", "Lund Herald", "2025-11-11T18:00:00+00:00", RAIL_SECOND, group="rail"
    )
    third = _article(
        "morning-wire",
        "Rail pay talks stall over two-year clause",
        "Morning Wire",
        "2025-11-12T21:10:00+00:00",
        RAIL_THIRD,
        byline="Jane Roe",
        group="rail",
        standfirst="Nine hours in Lund end without a result; a strike is nine days away.",
    )
    status = _status(
        "stalled",
        RAIL_THIRD[0],
        "The rail pay talks have stalled: the union refuses a settlement for two years.",
        direction="deteriorating",
        direction_reason="a first round on Tuesday was called a good start",
        parties=(Party("National Rail Union", ("the union",), ("Ana Silva",)), Party("transport ministry", ("the ministry",))),
        mediators=("Tom Hale",),
        venue=("Lund",),
        issues=(Issue("pay bands", "agreed", RAIL_THIRD[5]),),
        demands=(
            Demand("National Rail Union", "refusal", RAIL_THIRD[1]),
            Demand("National Rail Union", "demand", RAIL_FIRST[1]),
            Demand("transport ministry", "precondition", RAIL_THIRD[3]),
        ),
        obstacles=(Obstacle("length of the deal", RAIL_THIRD[1]),),
        next_step=Step("the sides meet again", "2025-11-14", RAIL_THIRD[4]),
        deadline=Step("strike", "2025-11-21", RAIL_FIRST[1]),
        events=(Event("refusal", "1246", "National Rail Union", "transport ministry", "asserted", "Ana Silva", RAIL_THIRD[2]),),
    )
    briefs = [
        _brief(first, _status("called_for", RAIL_FIRST[0], "The union asks for talks."), RAIL_FIRST[0]),
        _brief(second, _status("under_way", RAIL_SECOND[0], "The sides met."), RAIL_SECOND[0]),
        _brief(third, status, RAIL_THIRD[0], RAIL_THIRD[1]),
    ]
    story = Story(
        id="rail",
        title="Rail pay talks stall over two-year clause",
        briefs=tuple(briefs),
        key_points=(
            StoryPoint(RAIL_THIRD[0], RAIL_THIRD[0], 2, 2),
            StoryPoint(RAIL_THIRD[1], RAIL_THIRD[1], 2, 1),
            StoryPoint(RAIL_FIRST[1], RAIL_FIRST[1], 0, 1),
        ),
        negotiation=status,
        timeline=(
            TimelineEntry("2025-11-10", "called_for", None, RAIL_FIRST[0], 0),
            TimelineEntry("2025-11-11", "under_way", "improving", RAIL_SECOND[0], 1),
            TimelineEntry("2025-11-12", "stalled", "deteriorating", RAIL_THIRD[0], 2),
        ),
    )
    return briefs, story


def single_stories() -> list[Story]:
    """Stories of one article each, newest last: every tone of stage, none, not analysed, and titles that break columns."""
    made: list[Story] = []

    def add(
        key: str, title: str, site: str, published: str, sentences: tuple[str, ...], stage: Stage | None, **more: Any
    ) -> None:
        analysed = bool(more.pop("analysed", True))
        language = str(more.pop("language", "en"))
        article = _article(key, title, site, published, sentences, language=language)
        status = _status(stage, sentences[0], sentences[0], **more) if stage else None
        brief = _brief(article, status, sentences[0], analysed=analysed)
        timeline = (TimelineEntry(published[:10], stage, None, sentences[0], 0),) if stage else ()
        made.append(Story(key, title, (brief,), (StoryPoint(sentences[0], sentences[0], 0, 1),), status, timeline))

    add(
        "alte-post",
        "Der Haushalt ist verabschiedet",
        "Alte Post",
        "2025-11-08T08:00:00+00:00",
        ("Der Landtag hat den Haushalt verabschiedet.",),
        None,
        analysed=False,
        language="de",
    )
    add(
        "harbour-news",
        "Port union and operator reach tentative deal",
        "Harbour News",
        "2025-11-09T12:51:00+00:00",
        ("The port union and the operator reached a tentative deal on Sunday.", "Members vote next week."),
        "partial",
    )
    add(
        "delta-times",
        "Delta water commission meets for third round",
        "Delta Times",
        "2025-11-11T13:05:00+00:00",
        ("The water commission of the delta met for its third round.",),
        "under_way",
        confidence=0.6,
        alternative="stalled",
    )
    add(
        "border-gazette",
        "Ceasefire monitors quit after village shelling",
        "Border Gazette",
        "2025-11-12T10:58:00+00:00",
        ("The monitors left the valley after shells had fallen on a village.",),
        "violated",
    )
    add(
        "weather-desk",
        "Heatwave closes schools across the south",
        "Weather Desk",
        "2025-11-13T10:31:00+00:00",
        ("Schools in the south stay closed until the heat breaks.",),
        None,
    )
    add(
        "pacific-daily",
        "港湾労組と会社が暫定合意 🚢 ready for a vote",
        "Pacific Daily",
        "2025-11-13T13:40:00+00:00",
        ("The harbour union signed.", "全員が投票する。"),
        "agreed",
        confidence=0.4,
    )
    return made


def fill(library: Library, *, waiting: bool = False) -> None:
    """Put the sample into a library: seven stories told, and if wanted an article that waits for its brief."""
    briefs, rail = rail_story()
    stories = [rail, *single_stories()]
    ids = [_save(library, brief) for story in stories for brief in story.briefs]
    assert len(ids) == len(briefs) + len(stories) - 1
    library.group(_same_group, 100)
    for story in stories:
        _tell(library, story)
    if waiting:
        late = Raw(
            "https://late.example/1",
            b"<p>Later.</p>",
            "text/html",
            url="https://late.example/1",
            title="Teachers and ministry resume talks",
            published="2025-11-13T15:20:00+00:00",
            site="Late Edition",
        )
        library.save_fetch(None, Fetched(entries=(late,)), NOW)


def _same_group(new: Features, candidates: list[Candidate]) -> str | None:
    return next((each.story_id for each in candidates if new.group and each.features.group == new.group), None)


def _save(library: Library, brief: Brief) -> int:
    article = brief.article
    raw = Raw(
        article.source,
        article.text.encode(),
        "text/plain",
        url=article.url,
        title=article.title,
        published=article.published,
        site=article.site,
    )
    (article_id,) = library.save_fetch(None, Fetched(entries=(raw,)), NOW)
    library.save_briefs([StoredBrief(article_id, brief, features(brief))])
    return article_id


def _tell(library: Library, story: Story) -> None:
    wanted = {brief.article.source for brief in story.briefs}
    for story_id in library.story_ids():
        told_of = library.story_briefs(story_id)
        if {brief.article.source for brief in told_of} == wanted:
            order = {brief.article.source: brief for brief in told_of}
            assert library.save_story(
                story_id, replace(story, briefs=tuple(order[brief.article.source] for brief in story.briefs)), told_of
            )
            return
    raise LookupError(story.title)

"""Foreign text on every screen: nothing that a terminal could obey, and nothing read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from screen_fixtures import Opener, Reader
from ui_sample import NOW, rail_story

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
    OtherNegotiation,
    Party,
    Raw,
    Step,
    Story,
    StoryPoint,
    TimelineEntry,
)
from briefreader.store.records import Fetched, FetchFailure, StoredBrief
from briefreader.store.sqlite import SqliteLibrary, open_library
from briefreader.text.stories import features
from briefreader.ui.format.article import article_lines
from briefreader.ui.format.lines import gate

EVIL = "[bold]x[/bold] [/ [@click=app.quit]y[/] \x1b]52;c;aGk=\x07\x1b[2J \u202eRTL\u2066 \x9b31m \x00\x08 {0} %s \U000e0041"
HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


def _evil_brief() -> Brief:
    sentence = f"Sentence one {EVIL}."
    article = Article(
        source=f"https://evil.example/{EVIL}",
        blocks=(
            Block("heading", EVIL, 1),
            Block("paragraph", sentence),
            Block("list_item", EVIL, 2),
            Block("quote", EVIL),
            Block("code", EVIL),
            Block("caption", EVIL),
            Block("table", EVIL, rows=((EVIL, EVIL), (EVIL, EVIL))),
        ),
        url="https://evil.example/x",
        title=EVIL,
        byline=EVIL,
        authors=(EVIL,),
        site=EVIL,
        published="2025-11-13T10:00:00+00:00",
        language="en",
        standfirst=EVIL,
    )
    status = Negotiation(
        "stalled",
        "improving",
        EVIL,
        0.5,
        "agreed",
        EVIL,
        sentence,
        (Party(EVIL, (EVIL,), (EVIL,)), Party(f"2{EVIL}", (), (EVIL,))),
        (EVIL,),
        (EVIL,),
        (Issue(EVIL, EVIL, sentence),),
        (Demand(EVIL, "offer", sentence), Demand(None, "demand", sentence)),
        (Obstacle(EVIL, sentence),),
        Step(EVIL, "2025-11-20", sentence),
        Step(EVIL, None, sentence),
        (OtherNegotiation((EVIL,), "agreed", sentence),),
        (Event("x", "010", EVIL, EVIL, "asserted", EVIL, sentence),),
    )
    return Brief(article, (KeyPoint(sentence, sentence, 0, 1, 1),), status)


@pytest.fixture
def evil_library() -> Iterator[SqliteLibrary]:
    with open_library(None) as library:
        brief = _evil_brief()
        raw = Raw(
            brief.article.source,
            b"x",
            "text/plain",
            url=brief.article.url,
            title=EVIL,
            site=EVIL,
            published=brief.article.published,
        )
        (article_id,) = library.save_fetch(None, Fetched(entries=(raw,)), NOW)
        library.save_briefs([StoredBrief(article_id, brief, features(brief))])
        library.group(lambda new, candidates: None, 10)
        (story_id,) = library.story_ids()
        told_of = library.story_briefs(story_id)
        point = brief.key_points[0].sentence
        entry = TimelineEntry("2025-11-13", "stalled", "improving", point, 0)
        story = Story(
            "evil",
            EVIL,
            tuple(told_of),
            (StoryPoint(point, point, 0, 3),),
            brief.negotiation,
            (entry, replace(entry, when=None)),
        )
        assert library.save_story(story_id, story, told_of)
        source = library.add_source("https://evil.example/feed", "feed", title=EVIL, tags=[EVIL], now=NOW)
        library.save_failure(source.id, FetchFailure(EVIL, NOW + timedelta(hours=1)))
        yield library


def _assert_harmless(reader: Reader) -> None:
    for strip in reader.app.screen._compositor.render_strips():
        for text, style, control in strip:
            assert not HARMFUL.search(text), repr(text)
            assert not control
            assert style is None or not (style.meta.get("@click") or style.link)


@pytest.mark.parametrize("size", [(80, 24), (120, 35), (200, 50)])
async def test_no_screen_lets_foreign_text_through(
    open_screen: Opener, evil_library: SqliteLibrary, size: tuple[int, int]
) -> None:
    async with open_screen(size, on=evil_library) as reader:
        _assert_harmless(reader)
        assert "[bold]x[/bold]" in reader.text
        for keys in (
            ("3",),
            ("4",),
            ("5",),
            ("2", "z"),
            ("z", "1", "t"),
            ("q", "i"),
            ("q", "e"),
            ("f",),
            ("q", "S"),
            ("r",),
            ("escape", "q"),
        ):
            await reader.press(*keys)
            _assert_harmless(reader)
        await reader.press("s", "A", "n")
        assert "Nothing unread" in reader.text
        _assert_harmless(reader)
        await reader.press("escape", "u", "y", "slash", *"[bold]")
        _assert_harmless(reader)
        reader.app.tell(EVIL, severity="error")
        await reader.settle()
        _assert_harmless(reader)
        assert all(not HARMFUL.search(toast) for toast in reader.toasts)
        reader.app.copy_to_clipboard("")
        await reader.press("escape", "Y")
        assert not HARMFUL.search(reader.app.clipboard)


def test_every_kind_of_block_passes_the_gate_whole() -> None:
    brief = _evil_brief()
    text = "\n".join(gate(line.text) for line in article_lines(brief, 60, NOW))
    assert not HARMFUL.search(text)
    assert "[@click=app.quit]" in "".join(text.split("\n"))


def test_right_to_left_text_keeps_its_letters() -> None:
    briefs, _ = rail_story()
    hebrew = replace(briefs[0], article=replace(briefs[0].article, title="שביתת הרכבת נמשכת"))
    assert "שביתת הרכבת נמשכת" in gate(article_lines(hebrew, 60, NOW)[0].text)

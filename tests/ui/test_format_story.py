"""The story in words: its row, the negotiation panel, key points, evidence, time line and article."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from ui_sample import NOW, RAIL_FIRST, RAIL_THIRD, rail_story, single_stories

from briefreader.model import Article, Block, Brief, Stage, Story
from briefreader.store.records import StoryRow
from briefreader.ui.format.article import article_lines
from briefreader.ui.format.citations import Citations
from briefreader.ui.format.lines import Line, Passage, gate, plain
from briefreader.ui.format.points import evidence_lines, point_lines
from briefreader.ui.format.row import story_pieces
from briefreader.ui.format.sources import source_lines
from briefreader.ui.format.stages import STAGES, confidence_word
from briefreader.ui.format.status import brief_status_lines, status_lines
from briefreader.ui.format.timeline import timeline_lines

_, RAIL = rail_story()


def _row(**changes: object) -> StoryRow:
    row = StoryRow(
        1,
        "Rail pay talks stall",
        "stalled",
        "deteriorating",
        True,
        True,
        "Wire",
        3,
        3,
        1,
        True,
        False,
        NOW - timedelta(hours=3),
    )
    return replace(row, **changes)  # type: ignore[arg-type]


def _text(row: StoryRow, width: int = 70, **marks: bool) -> str:
    return "".join(piece.text for piece in story_pieces(row, width, NOW, **marks))


def test_a_row_has_marks_stage_arrow_title_outlets_and_age() -> None:
    assert _text(_row(), cursor=True).split() == ["▌★●", "STALL", "↘", "Rail", "pay", "talks", "stall", "3", "outlets", "3h"]
    assert _text(_row(sites=1), 70).endswith("Wire      3h")
    assert _text(_row(last=NOW - timedelta(days=20)), 70).endswith("3 outlets  24 Oct")


def test_a_watched_story_has_a_mark_before_its_title() -> None:
    assert "◎ Rail pay talks stall" in _text(_row(), watched=True)


def test_a_row_says_what_is_not_known() -> None:
    assert "— " in _text(_row(stage=None, direction=None))
    assert "… " in _text(_row(stage=None, direction=None, briefed=False))
    assert "↘" not in _text(_row(direction=None))


def test_what_is_done_read_or_selected_is_marked_with_more_than_colour() -> None:
    assert "✓" in _text(_row(done=True, unread=0))
    assert "●" not in _text(_row(unread=0))
    assert _text(_row(), selected=True).startswith("+")


@settings(max_examples=100, deadline=None)
@given(
    title=st.text(max_size=80),
    site=st.none() | st.text(max_size=30),
    width=st.integers(24, 200),
    stage=st.none() | st.sampled_from([*STAGES]),
)
def test_every_row_is_exactly_as_wide_as_the_list(title: str, site: str | None, width: int, stage: Stage | None) -> None:
    row = _row(title=title, site=site, stage=stage, sites=1)
    assert sum(cell_len(gate(piece.text)) for piece in story_pieces(row, width, NOW)) == width


def test_every_stage_has_a_word_of_at_most_six_letters_a_mark_and_a_place_on_the_track() -> None:
    for look in STAGES.values():
        assert 1 <= len(look.word) <= 6
        assert cell_len(look.mark) == 1
        assert 0 <= look.station <= 4
    assert len({look.word for look in STAGES.values()}) == len({look.mark for look in STAGES.values()}) == 10


def test_confidence_is_a_word() -> None:
    assert [confidence_word(value) for value in (0.9, 0.75, 0.6, 0.2)] == ["high", "high", "medium", "low"]


def test_the_panel_says_where_it_stands_who_wants_what_and_what_comes_next() -> None:
    lines = status_lines(RAIL, Citations(RAIL), 100, NOW, changed=["stalled (before: under way)"])
    text = plain(lines)
    for words in (
        "▣ STALLED ↘ deteriorating  high confidence [1]",
        "Called for━Set━[Stalled]┄Deal┄In force",
        "New                 stalled (before: under way)",
        "National Rail Union refuses: The union rejected a two-year settlement worth 4% a year. [2]",
        "Mediator            Tom Hale",
        "Next                Fri 14 Nov (tomorrow): the sides meet again",
        "Deadline            Fri 21 Nov (in 8 days): strike",
    ):
        assert words in text


def test_each_claim_leads_to_its_sentence() -> None:
    targets = [line.target for line in status_lines(RAIL, Citations(RAIL), 100, NOW) if line.target]
    assert Passage(2, RAIL_THIRD[0]) in targets
    assert Passage(0, RAIL_FIRST[1]) in targets


def test_each_row_of_the_panel_leads_to_a_sentence_also_that_of_a_mediator_a_place_or_a_party_without_demands() -> None:
    assert RAIL.negotiation
    quiet = replace(RAIL, negotiation=replace(RAIL.negotiation, demands=()))
    lines = status_lines(quiet, Citations(quiet), 60, NOW)
    leads = {line.text.split()[0]: line.target for line in lines if line.text and not line.text.startswith(" ")}
    assert leads["Mediator"] == Passage(2, RAIL_THIRD[4])
    assert leads["Venue"] == Passage(1, "The union and the ministry met in Lund on Tuesday for their first round.")
    assert leads["National"] == Passage(2, RAIL_THIRD[0])
    assert all(line.target for line in lines if line.text)
    assert Citations(quiet).mention("Nobody Here") is None


def test_a_split_status_says_between_what() -> None:
    (unclear,) = [story for story in single_stories() if story.negotiation and story.negotiation.alternative]
    assert "unclear: Under way or Stalled" in plain(status_lines(unclear, Citations(unclear), 60, NOW))


def test_nothing_found_not_analysed_and_waiting_are_said_plainly() -> None:
    none, foreign = (next(story for story in single_stories() if story.id == key) for key in ("weather-desk", "alte-post"))
    assert plain(status_lines(none, Citations(none), 60, NOW)) == "No negotiation found"
    assert plain(status_lines(foreign, Citations(foreign), 60, NOW)).startswith("Not analysed (de)")
    assert "waiting" in plain(status_lines(none, Citations(none), 60, NOW, waiting=True))


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_small_panel_is_two_lines_that_fit(width: int) -> None:
    lines = brief_status_lines(RAIL, Citations(RAIL), width, NOW)
    assert len(lines) == 2
    assert all(cell_len(line.text) <= width for line in lines)
    assert "▣ STALLED" in lines[0].text


@settings(max_examples=60, deadline=None)
@given(st.integers(20, 160))
def test_no_line_of_any_panel_is_wider_than_its_pane(width: int) -> None:
    for story in (RAIL, *single_stories()):
        citations = Citations(story)
        lines: list[Line] = [
            *status_lines(story, citations, width, NOW, changed=["x" * 50]),
            *point_lines(story, citations, width),
            *evidence_lines(story, citations, width, NOW),
            *article_lines(story.briefs[-1], width, NOW, cited=citations.in_article(len(story.briefs) - 1)),
        ]
        assert all(cell_len(line.text) <= width for line in lines)


def test_points_are_numbered_and_say_how_many_outlets_tell_them() -> None:
    lines = point_lines(RAIL, Citations(RAIL), 200)
    assert lines[0].text == f"1. {RAIL_THIRD[0]} [1] ×2"
    assert lines[2].target == Passage(0, RAIL_FIRST[1])


def test_evidence_names_paragraph_speaker_and_outlet() -> None:
    text = plain(evidence_lines(RAIL, Citations(RAIL), 200, NOW))
    assert f"[1] ¶1 “{RAIL_THIRD[0]}”" in text
    assert "stated by the reporter · Morning Wire · 12 Nov 21:10" in text


def test_the_time_line_is_a_picture_whose_entries_lead_to_their_articles() -> None:
    lines = timeline_lines(RAIL, 100, NOW)
    assert lines[1].text.startswith("Mon 10 Nov      ◇")
    assert lines[1].target == Passage(0, RAIL_FIRST[0])
    assert any("└───────────┐" in line.text for line in lines)
    undated = replace(RAIL, timeline=(replace(RAIL.timeline[0], when=None),))
    assert "undated" in timeline_lines(undated, 100, NOW)[1].text


def test_a_story_without_a_time_line_says_so() -> None:
    assert "No negotiation found" in plain(timeline_lines(replace(RAIL, timeline=()), 80, NOW))


def test_an_article_has_its_head_and_its_cited_sentences_numbered_and_one_lit() -> None:
    cited = Citations(RAIL).in_article(2)
    lines = article_lines(RAIL.briefs[2], 80, NOW, cited=cited, lit=RAIL_THIRD[1], place="3 of 3")
    text = plain(lines)
    assert "3 of 3 · Morning Wire · Jane Roe · 12 Nov 21:10 · 1 min" in text
    assert "without agreement on Wednesday.[1]" in text
    assert [piece.text for line in lines for piece in line.pieces if piece.role == "hit"] == [RAIL_THIRD[1]]


def test_each_kind_of_block_has_its_form_and_no_line_is_longer_than_80() -> None:
    blocks = (
        Block("heading", "Head", 2),
        Block("list_item", "first", 1),
        Block("list_item", "second", 2),
        Block("quote", "word " * 40),
        Block("table", "", rows=(("A", "B"), ("1", "2"))),
        Block("code", "x = 1\ny = 2"),
        Block("caption", "Caption"),
    )
    lines = article_lines(Brief(Article("s", blocks)), 200, NOW)
    text = plain(lines)
    for words in ("Head\n\n• first\n  • second\n\n│ word word", "A │ B\n──┼──\n1 │ 2", "x = 1\ny = 2"):
        assert words in text
    assert max(cell_len(line.text) for line in lines) <= 80


def test_what_is_no_article_says_so() -> None:
    assert "paywall" in plain(article_lines(Brief(Article("s", kind="paywall")), 80, NOW))
    assert "cannot read it" in plain(article_lines(Brief(Article("s", error="cannot read it")), 80, NOW))


def test_a_sentence_that_stands_nowhere_is_not_cited() -> None:
    status = replace(RAIL.negotiation, evidence="Nobody wrote this.") if RAIL.negotiation else None
    assert Citations(replace(RAIL, negotiation=status)).get("Nobody wrote this.") is None


def test_a_story_without_told_points_shows_those_of_its_articles() -> None:
    untold = Story("x", "x", RAIL.briefs)
    assert point_lines(untold, Citations(untold), 200)[0].text.startswith(f"1. {RAIL_FIRST[0]}")


def test_a_source_says_how_it_is_in_plain_words() -> None:
    from briefreader.store.records import Source

    when = datetime(2025, 11, 13, 13, 0, tzinfo=UTC)
    failing = Source(
        1,
        "https://a.example/f",
        "feed",
        failures=3,
        last_error="no answer",
        last_success=when,
        next_try=NOW + timedelta(hours=2),
    )
    gone, paused = Source(2, "b", "feed", gone=True), Source(3, "c", "folder", paused=True)
    text = plain(source_lines([failing, gone, paused], 100, NOW, ["https://a.example/f", "b", "c"]))
    assert "failed 3 times, fetched 2h ago, next try in 2h" in text
    assert "  ! no answer" in text
    assert "gone: its server said" in text
    assert "paused, never fetched" in text

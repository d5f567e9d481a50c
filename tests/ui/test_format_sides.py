"""What outlets and parties of a story say, and what the reader corrected, as the panels and the time line show it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from ui_sample import NOW, RAIL_FIRST, RAIL_SECOND, RAIL_THIRD, rail_story

from briefreader.model import Contradiction, Correction, Move, Position, Reading, Story
from briefreader.ui.format.citations import Citations
from briefreader.ui.format.corrections import correction_lines, first_choice
from briefreader.ui.format.lines import Choice, Passage, plain
from briefreader.ui.format.status import brief_status_lines, status_lines
from briefreader.ui.format.timeline import timeline_lines

BRIEFS, RAIL = rail_story()
CORRECTION = Correction("stage", ("stalled",), ("suspended",), "2025-11-13T10:00:00+00:00")
TOLD: Story = replace(
    RAIL,
    briefs=(*RAIL.briefs[:2], replace(RAIL.briefs[2], corrections=(CORRECTION,))),
    positions=(
        Position(
            "National Rail Union",
            (Move("2025-11-10", "demand", RAIL_FIRST[1], 0), Move("2025-11-12", "refusal", RAIL_THIRD[1], 2)),
        ),
        Position("transport ministry", (Move("2025-11-12", "precondition", RAIL_THIRD[3], 2),)),
    ),
    contradictions=(
        Contradiction("stage", (Reading(1, "under_way", RAIL_SECOND[1]), Reading(2, "stalled", RAIL_THIRD[0]))),
        Contradiction("next_step", (Reading(1, "2025-11-17", RAIL_SECOND[0]), Reading(2, "2025-11-14", RAIL_THIRD[4]))),
    ),
)


def test_outlets_that_differ_stand_one_below_the_other_each_leading_to_its_sentence() -> None:
    lines = status_lines(TOLD, Citations(TOLD), 100, NOW)
    text = plain(lines)
    assert "Outlets differ: stage" in text
    assert "Lund Herald         Under way: Both sides spoke of a good start. [" in text
    assert "Morning Wire        Stalled: Talks between the National Rail Union" in text
    assert "Lund Herald         Mon 17 Nov: " in text
    assert {Passage(1, RAIL_SECOND[1]), Passage(2, RAIL_THIRD[4])} <= {line.target for line in lines}


def test_the_small_panel_names_the_newest_difference_where_nothing_is_new() -> None:
    differ = "Outlets differ, stage: Lund Herald: Under way ⇄ Morning Wire: Stalled"
    assert plain(brief_status_lines(TOLD, Citations(TOLD), 90, NOW)).split("\n")[1] == differ
    assert "Outlets differ" not in plain(brief_status_lines(TOLD, Citations(TOLD), 90, NOW, changed=["1 new article"]))


def test_a_stage_of_the_readers_is_nothing_that_the_engine_is_sure_of() -> None:
    for lines in (status_lines, brief_status_lines):
        head = plain(lines(TOLD, Citations(TOLD), 90, NOW)).split("\n")[0]
        assert " yours " in head
        assert "high" not in head
        assert " yours " not in plain(lines(RAIL, Citations(RAIL), 90, NOW)).split("\n")[0]


def test_what_the_reader_corrected_is_shown_as_the_readers() -> None:
    assert "Yours               Stage: Stalled; the engine said Suspended" in plain(
        status_lines(TOLD, Citations(TOLD), 100, NOW)
    )
    same = replace(CORRECTION, engine=("stalled",))
    dated = Correction("published", ("2025-11-12T08:00:00+00:00",), ("2025-11-12T14:02:00+00:00",), "2025-11-13T10:00:00+00:00")
    moved = replace(TOLD, briefs=(replace(BRIEFS[0], corrections=(dated,)), *TOLD.briefs[1:]))
    assert "Date of the article: 12 Nov 08:00; the engine said 12 Nov 14:02" in plain(
        status_lines(moved, Citations(moved), 100, NOW)
    )
    agreed = replace(TOLD, briefs=(replace(BRIEFS[0], corrections=(same,)),), negotiation=None)
    assert "Yours: Stage: Stalled; the engine says the same" in plain(status_lines(agreed, Citations(agreed), 100, NOW))


def test_the_list_of_what_is_new_is_short() -> None:
    text = plain(status_lines(RAIL, Citations(RAIL), 100, NOW, changed=[f"line {number}" for number in range(9)]))
    assert "line 4" in text
    assert "line 5" not in text
    assert "… and 4 more" in text


def test_positions_as_they_moved_come_with_room_and_in_the_time_line() -> None:
    moved = plain(status_lines(TOLD, Citations(TOLD), 100, NOW, moves=True))
    assert "National Rail Union, as it moved" in moved
    assert "Mon 10 Nov          The union wants a one-year deal" in moved
    assert "transport ministry, as it moved" not in moved
    assert "as it moved" not in plain(status_lines(TOLD, Citations(TOLD), 100, NOW))
    timeline = plain(timeline_lines(TOLD, 100, NOW))
    assert "National Rail Union: its position as it moved" in timeline
    assert "refuses: The union rejected a two-year settlement" in timeline
    assert "Lund Herald: Under way  “Both sides spoke of a good start.”" in timeline


@pytest.mark.parametrize("width", [50, 58, 76, 118])
def test_everything_fits(width: int) -> None:
    citations = Citations(TOLD)
    lines = [
        *status_lines(TOLD, citations, width, NOW, moves=True, changed=["x" * 200]),
        *brief_status_lines(TOLD, citations, width, NOW),
        *timeline_lines(TOLD, width, NOW)[len(timeline_lines(RAIL, width, NOW)) :],
        *correction_lines(TOLD.briefs[2], width, NOW, leads=True),
    ]
    assert [line.text for line in lines if cell_len(line.text) > width] == []


def test_each_stage_and_field_can_be_chosen_and_a_corrected_one_left_to_the_engine() -> None:
    lines = correction_lines(TOLD.briefs[2], 76, NOW, leads=True)
    choices = [line.target.value for line in lines if isinstance(line.target, Choice)]
    assert choices[:2] == ["stage:called_for", "stage:rejected"]
    assert choices[10:] == ["stage:none", "engine:stage", "change:parties", "change:published", "change:next_step"]
    assert choices[first_choice(TOLD.briefs[2])] == "stage:stalled"
    assert choices[first_choice(replace(TOLD.briefs[2], negotiation=None))] == "stage:none"
    assert "change:next_step" not in [
        line.target.value for line in correction_lines(BRIEFS[0], 76, NOW, leads=False) if isinstance(line.target, Choice)
    ]

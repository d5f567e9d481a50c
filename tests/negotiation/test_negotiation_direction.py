"""Which way it goes: the stage, the events, the mood of the news and what stood before, with a reason that is true."""

from __future__ import annotations

import pytest
from invented import known, status

from briefreader.model import Direction
from briefreader.text.negotiation import load_codebook
from briefreader.text.negotiation.sentence.matching import find_readings
from briefreader.text.negotiation.sentence.reading import Line
from briefreader.text.negotiation.sentence.words import read_words
from briefreader.text.negotiation.stage.direction import LADDER, measures
from briefreader.text.negotiation.stage.mood import Sign, moods_of
from briefreader.text.negotiation.tables import weights_of

TALKS = "Norland and Sudia held peace talks in Meru on Monday, officials of both sides said."


def line(text: str, rank: int = 0) -> Line:
    words = read_words(text)
    return Line(text, rank, rank, words, matches=find_readings(words, load_codebook()))


def moods(text: str, rank: int = 0) -> list[str]:
    return [mood.told for mood in moods_of([line(text, rank)], load_codebook())]


def direction(*paragraphs: str) -> tuple[Direction | None, str | None]:
    found = known(status(*paragraphs))
    return found.direction, found.direction_reason


def test_talks_of_which_nothing_more_is_said_have_no_direction() -> None:
    assert direction(TALKS) == (None, None)


def test_talks_of_which_a_faint_sign_is_told_stay_as_they_are() -> None:
    way, reason = direction(TALKS, "The mood was friendly, but the envoy of Norland was worried about the winter.")
    assert (way, reason) == ("unchanged", "the tone is called good, but fear is voiced")


@pytest.mark.parametrize(
    ("mood", "way", "reason"),
    [
        ("The envoy of Norland was optimistic.", "improving", "optimism is voiced"),
        ("No further obstacles remain, the envoy of Norland said.", "improving", "nothing is said to stand in the way"),
        ("Norland has softened its stance, the envoy said.", "improving", "a stance softens"),
        ("The outlook is bleak, the envoy of Norland said.", "deteriorating", "pessimism is voiced"),
        ("Fighting has escalated in the valley since then.", "deteriorating", "fighting grows"),
        ("Shelling of the valley cast doubt on them.", "deteriorating", "doubt is raised"),
    ],
)
def test_talks_go_the_way_of_the_mood_around_them(mood: str, way: Direction, reason: str) -> None:
    assert direction(TALKS, mood) == (way, reason)


def test_a_deal_is_for_better_and_a_breach_for_worse_and_the_reason_says_which() -> None:
    assert direction("Norland and Sudia signed a peace agreement in Meru on Monday.") == ("improving", "a deal was signed")
    way, reason = direction("Sudia violated the ceasefire with Norland on Monday, shelling the port.")
    assert (way, reason) == ("deteriorating", "a deal was broken")


def test_a_deal_over_which_fear_is_voiced_still_is_one() -> None:
    agreed = "Norland and Sudia signed a peace agreement in Meru on Monday."
    assert direction(agreed, "The envoy warned of doubts.") == ("improving", "a deal was signed")


def test_what_came_up_from_a_lower_stage_is_better() -> None:
    without, came_up, came_down = (measures("under_way", [], [], before) for before in (None, "suspended", "agreed"))
    course = [
        sum(weights_of("direction.tsv")[name] * value for name, value in each.items())
        for each in (came_down, without, came_up)
    ]  # fmt: skip
    assert course == sorted(course)
    assert len(set(course)) == 3


def test_every_stage_has_a_weight_and_the_higher_never_the_lower_one_but_for_those_that_say_little() -> None:
    weights = weights_of("direction.tsv")
    assert weights.keys() == measures("agreed", [], [], None).keys()
    assert all(weights[stage] < 0 for stage, step in LADDER.items() if step < LADDER["called_for"])
    assert all(weights[stage] > 0 for stage, step in LADDER.items() if step >= LADDER["called_for"])


def test_signs_balance_between_one_and_minus_one() -> None:
    good, bad = Sign(2.0, "good"), Sign(-2.0, "bad")
    assert measures("under_way", [good, bad], [], None)["events"] == 0.0
    assert 0.6 < measures("under_way", [good], [], None)["events"] < 1.0
    assert -1.0 < measures("under_way", [], [bad, bad], None)["moods"] < -0.6


def test_of_turns_that_overlap_the_longer_is_meant() -> None:
    assert moods("The vote dashed hopes of a pact.") == ["hopes fade"]
    assert moods("There was little hope of a pact.") == ["little hope is left"]


def test_a_negated_mood_is_none() -> None:
    assert moods("Norland has not softened its stance.") == []


def test_only_the_top_of_an_article_has_a_mood() -> None:
    assert moods("The envoy was optimistic.", rank=3) == ["optimism is voiced"]
    assert moods("The envoy was optimistic.", rank=4) == []

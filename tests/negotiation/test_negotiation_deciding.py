"""The deciding sentence: the one that tells a reader best where the negotiation stands."""

from __future__ import annotations

from invented import known, status

from briefreader.text.negotiation.tables import data, lines_of, weights_of


def deciding(*paragraphs: str, title: str | None = None) -> str:
    return known(status(*paragraphs, title=title)).evidence


BROKEN_OFF = "Norland and Sudia broke off their peace talks on Monday, officials on both sides said."
SCENE = "The long table in the harbour hall stood empty, and the flags had been taken down."
COLOUR = "It was a cold morning in Meru, and the first snow of the year lay on the roofs."
MARKET = "Shares in both capitals fell sharply in early trading."


def test_the_lead_that_tells_the_stage_is_taken() -> None:
    assert deciding(BROKEN_OFF, "The peace talks broke down after three hours.", MARKET) == BROKEN_OFF


def test_where_the_lead_sets_a_scene_the_sentence_after_it_is_taken() -> None:
    assert deciding(COLOUR, BROKEN_OFF, SCENE, MARKET) == BROKEN_OFF


def test_the_body_is_rather_taken_than_the_headline() -> None:
    assert deciding(BROKEN_OFF, MARKET, title="Norland and Sudia break off peace talks") == BROKEN_OFF


def test_a_piece_of_a_headline_that_a_line_break_cut_off_is_no_sentence() -> None:
    assert deciding("peace talks collapse", BROKEN_OFF, MARKET, title="Norland and Sudia's long") == BROKEN_OFF


def test_the_headline_is_taken_where_nothing_else_tells_anything() -> None:
    title = "Norland and Sudia break off peace talks over the strait"
    assert deciding("More soon", title=title) == title


def test_what_a_side_says_of_it_gives_way_to_what_happened() -> None:
    said = "“We have broken off the talks because they led us nowhere at all.”"
    assert deciding(COLOUR, said, BROKEN_OFF, MARKET) == BROKEN_OFF


def test_background_gives_way_to_news() -> None:
    before = "Norland and Sudia had broken off an earlier round of peace talks two years ago."
    assert deciding(COLOUR, before, BROKEN_OFF, MARKET) == BROKEN_OFF


def test_each_measure_has_a_weight_that_keeps_the_sign_of_its_judgement() -> None:
    for _, (name, judged, weight, meaning) in lines_of(data("deciding.tsv")):
        assert float(judged) * float(weight) > 0, name
        assert meaning
        assert weights_of("deciding.tsv")[name] == float(weight)

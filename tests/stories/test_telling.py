"""How a story is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from invented_stream import NEWS, told

from briefreader.model import Article, Block, Brief
from briefreader.text.brief import brief
from briefreader.text.stories import tell
from briefreader.text.stories.agreement import confirms, statement


def test_articles_stand_by_date_and_the_undated_after_them_in_the_order_given() -> None:
    story = tell(
        [
            told("cup", source="u1", undated=True),
            told("dockers-3"),
            told("dam-1", source="u2", undated=True),
            told("dockers-1", published="2026-05-04T23:00:00-05:00"),
            told("dockers-2", published="2026-05-04T23:30:00+02:00"),
        ]
    )
    assert [brief.article.source for brief in story.briefs] == ["dockers-2", "dockers-1", "dockers-3", "u1", "u2"]


def test_the_id_is_the_first_articles_and_stays_when_more_come() -> None:
    early = tell([told("dockers-1")])
    assert tell([told("dockers-3"), told("dockers-1")]).id == early.id
    assert tell([told("dockers-3"), told("dockers-1")], story_id="kept").id == "kept"
    assert tell([told("dockers-2")]).id != early.id


def test_the_title_is_the_newest_dated_articles() -> None:
    assert tell([told("dockers-3"), told("dockers-1"), told("cup", undated=True)]).title == NEWS["dockers-3"][2]
    assert tell([told("cup", undated=True), told("dam-1", undated=True)]).title == NEWS["cup"][2]


def test_a_story_whose_articles_have_no_title_is_called_by_the_beginning_of_its_text() -> None:
    untitled = told("dockers-1")
    untitled = replace(untitled, article=replace(untitled.article, title=None))
    name = tell([untitled]).title
    assert name.endswith(" …")
    assert untitled.article.text.startswith(name.removesuffix(" …"))
    assert replace(untitled.article, blocks=()).name == untitled.article.source


def test_a_fact_that_two_outlets_state_has_two_sources_and_is_told_once() -> None:
    story = tell([told("dockers-1"), told("dockers-2")], points=7)
    told_of_strikers = [point for point in story.key_points if "2,400" in point.text]
    assert [point.sources for point in told_of_strikers] == [2]
    assert [point for point in story.key_points if "Ships were waiting" in point.text or point.sources > 2] == []


def test_copies_of_one_wire_text_are_one_source() -> None:
    copies = [told("dockers-1", source=str(i), site=f"outlet{i}") for i in range(3)]
    assert {point.sources for point in tell(copies).key_points} == {1}


def test_one_outlet_twice_is_one_source() -> None:
    story = tell([told("dockers-1"), told("dockers-2", site="Courier")])
    assert {point.sources for point in story.key_points} == {1}


def test_the_newest_articles_points_come_first_and_stand_in_their_articles() -> None:
    story = tell([told("dockers-1"), told("dockers-2"), told("dockers-3")])
    assert [point.article for point in story.key_points] == sorted((p.article for p in story.key_points), reverse=True)
    for point in story.key_points:
        assert point.sentence in story.briefs[point.article].article.text
    assert len(tell([told("dockers-1"), told("dam-1")], points=1).key_points) == 1


def test_a_point_that_opens_with_a_pronoun_comes_with_the_one_before_it_or_not_at_all() -> None:
    named = "Jan Olsen, the leader of the Norrhaven dockers, broke off the talks with Tarn Terminals on Monday."
    leaning = "He told 2,400 dockers at the port that the strike for more pay would begin at midnight."
    text = f"{named} {leaning} Two ferries were late. Rain fell all day. The market opened late. Ships wait."
    article = Article(source="x", site="Courier", published="2026-05-04", language="en", blocks=(Block("paragraph", text),))
    found = brief(article)
    assert [point.text for point in found.key_points] == [named, leaning]
    undecided = replace(found, negotiation=None)
    assert [point.text for point in tell([undecided], points=2).key_points] == [named, leaning]
    assert [point.text for point in tell([undecided], points=1).key_points] == [named]


def test_each_article_says_what_put_it_into_the_story() -> None:
    parties = ("Harbour Workers' Union", "Tarn Terminals")
    story = tell([told("dockers-1", parties=parties), told("dockers-3", parties=parties)])
    opens, joins = story.why
    assert opens == "opens the story"
    assert "nearest to “Norrhaven dockers walk out over pay”" in joins
    assert "talks of Harbour Workers' Union and Tarn Terminals" in joins
    copied = tell([told("cup"), told("cup", source="b")]).why[1]
    assert copied.endswith("copies of one text")
    grouped = tell([told("cup", group="x"), told("dam-1", group="x")]).why[0:2]
    assert grouped == ("opens the story", "its input puts it into the group “x”")


SAME = [
    ("The union rejected the offer of 4 percent on Monday.", "On Monday the union rejected the 4 percent offer.", True),
    ("The union rejected the offer of 4 percent.", "The union accepted the offer of 4 percent.", False),
    ("The union rejected the offer of 4 percent.", "The union rejected the offer of 6 percent.", False),
    ("Three people died in the flood at Velm.", "In the flood at Velm 3 people died.", True),
    ("Three people died in the flood at Velm.", "Four people died in the flood at Velm.", False),
    ("People died in the flood at Velm, police said.", "Three people died in the flood at Velm, police said.", True),
    ("Three people died in the flood at Velm.", "People died in the flood at Velm.", False),
    ("The envoy met the minister in Orlo.", "The envoy has not met the minister in Orlo.", False),
    ("Prices rose at the port of Norrhaven.", "Prices fell at the port of Norrhaven.", False),
    ("The envoy met the minister in Orlo.", "Wheat prices rose after a dry spring.", False),
]


@pytest.mark.parametrize(("claim", "other", "same"), SAME)
def test_two_sentences_state_one_fact_only_if_numbers_negation_and_sense_agree(claim: str, other: str, same: bool) -> None:
    assert confirms(statement(claim), statement(other)) is same


PAIRS = [
    line.split("\t")
    for line in Path(__file__).with_name("same_facts.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("claim", "other"), [(claim, other) for kind, claim, other in PAIRS if kind == "different"])
def test_nearly_the_same_words_about_another_fact_confirm_nothing(claim: str, other: str) -> None:
    assert not confirms(statement(claim), statement(other))
    assert not confirms(statement(other), statement(claim))


def test_who_says_something_else_of_the_matter_does_not_confirm_what_is_quoted() -> None:
    said = "The mayor of Velm said that the “eyes of the whole country” are on the town where a dam burst and killed three."
    other = "The mayor of Velm said Monday that she understands the anger in the town where a dam burst and three were killed."
    again = "The “eyes of the country” are on the town where a dam burst and killed three, the mayor of Velm said on Monday."
    assert not confirms(statement(said), statement(other))
    assert confirms(statement(said), statement(again))


def test_nine_in_ten_facts_are_known_again_in_other_words() -> None:
    same = [(claim, other) for kind, claim, other in PAIRS if kind == "same"]
    known = [confirms(statement(claim), statement(other)) for claim, other in same]
    assert len(PAIRS) >= 100
    assert sum(known) >= 0.9 * len(same)


def test_a_short_remark_is_no_fact_that_others_could_state() -> None:
    assert not confirms(statement("“We know how to win,” Ms. Abara said."), statement("Abara won the vote on Monday."))


def test_three_outlets_that_state_one_fact_are_three_sources_and_one_that_differs_is_none() -> None:
    told_by = {
        "Post": "Dockers at the port of Norrhaven went on strike on Monday over pay.",
        "Mail": "Dock workers at the port of Norrhaven walked out on Monday over pay.",
        "Star": "Dockers at the port of Norrhaven walked off the job on Monday over their wages.",
        "Echo": "Dockers at the port of Norrhaven may go on strike on Thursday over pay.",
    }
    story = tell([one_sentence(site, sentence) for site, sentence in told_by.items()])
    assert {point.text: point.sources for point in story.key_points} == {told_by["Post"]: 3} or max(
        point.sources for point in story.key_points
    ) == 3
    assert {point.sources for point in story.key_points if "may go on strike" in point.text} <= {1}


def one_sentence(site: str, sentence: str) -> Brief:
    blocks = (Block("paragraph", sentence),)
    return brief(Article(site, blocks, title="Strike at Norrhaven", site=site, published="2026-05-04", language="en"))

"""Which articles are one story."""

from __future__ import annotations

import random

import pytest
from invented_stream import NEWS, stream, told

from briefreader.model import Article, Block, Brief
from briefreader.text.stories import Candidate, Crowd, Features, arrange, choose_story, features, group
from briefreader.text.stories.likeness import alike, are_copies, why_alike

STRIKE = ("Harbour Workers' Union", "Tarn Terminals")


def names(briefs: list[Brief]) -> set[frozenset[str]]:
    return {frozenset(brief.article.source for brief in story.briefs) for story in group(briefs)}


TRUE_STORIES = {
    frozenset(name for name in NEWS if name.split("-")[0] == story) for story in {name.split("-")[0] for name in NEWS}
}


def test_articles_on_one_thing_are_one_story_and_two_strikes_of_one_day_are_two() -> None:
    assert names(stream()) == TRUE_STORIES


@pytest.mark.parametrize("seed", range(8))
def test_the_order_in_which_articles_come_changes_nothing(seed: int) -> None:
    shuffled = stream()
    random.Random(seed).shuffle(shuffled)
    assert names(shuffled) == TRUE_STORIES
    ids = {frozenset(b.article.source for b in story.briefs): story.id for story in group(shuffled)}
    assert ids == {frozenset(b.article.source for b in story.briefs): story.id for story in group(stream())}


def test_one_by_one_the_articles_find_the_same_stories() -> None:
    placed: list[tuple[str, Candidate]] = []
    crowd = Crowd.of([features(brief) for brief in stream()])
    for brief in stream():
        new = features(brief)
        story = choose_story(new, [candidate for _, candidate in placed], crowd) or new.key
        placed.append((brief.article.source, Candidate(story, new)))
    stories = {c.story_id for _, c in placed}
    assert {frozenset(name for name, c in placed if c.story_id == story) for story in stories} == TRUE_STORIES


def test_the_first_article_finds_no_story() -> None:
    assert choose_story(features(told("cup")), [], Crowd()) is None


def test_why_two_articles_are_alike_is_said_in_words() -> None:
    one, other = features(told("dockers-1")), features(told("dockers-2"))
    why = why_alike(one, other)
    assert why.startswith(f"likeness {alike(one, other):.2f} (one story from ")
    assert "both are about norrhaven, " in why
    assert "; of one day" in why
    later = features(told("dockers-3", published="2026-05-14"))
    assert why_alike(one, later).endswith("; 10 days apart, so that words count 30%")
    assert why_alike(one, features(told("cup"))).startswith("likeness 0.00")
    assert "no phrases in common, so that words count 20%" in why_alike(one, features(told("cup")))
    assert "a date is unknown" in why_alike(one, features(told("cup", undated=True)))


def test_why_names_the_talks_and_the_copies() -> None:
    one = features(told("dockers-1", parties=STRIKE))
    other = features(told("dockers-1", parties=("harbour workers", "Tarn Terminals"), published="2026-09-01", source="b"))
    why = why_alike(one, other)
    assert "both report the talks of Harbour Workers' Union and Tarn Terminals, at any distance in time" in why
    assert why.endswith("copies of one text")
    assert "days apart" not in why


def test_the_same_words_a_month_later_are_another_event() -> None:
    assert len(names([told("dam-1"), told("dam-2", published="2026-06-20")])) == 2


def test_talks_between_the_same_parties_go_on_for_a_year() -> None:
    now, later = told("dockers-1", parties=STRIKE), told("dockers-3", parties=STRIKE, published="2027-04-30")
    assert len(names([now, later])) == 1
    assert len(names([told("dockers-1"), told("dockers-3", published="2027-04-30")])) == 2


def test_the_same_two_parties_in_another_matter_are_another_story() -> None:
    both = ("Norvik Bank", "Sund Savings")
    assert len(names([told("bank-1", parties=both), told("cup", parties=both)])) == 2


def test_an_undated_article_is_placed_by_its_words() -> None:
    assert names([*stream()[:2], told("dockers-3", undated=True)]) == {frozenset({"dockers-1", "dockers-2", "dockers-3"})}


def test_a_group_that_the_input_gives_is_a_story_whatever_the_articles_say() -> None:
    found = names([told("cup", group="a"), told("dam-1", group="a"), told("dam-2"), told("bank-1", group="b")])
    assert found == {frozenset({"cup", "dam-1"}), frozenset({"dam-2"}), frozenset({"bank-1"})}


def test_no_story_swallows_articles_that_only_share_a_vocabulary() -> None:
    chance = random.Random(5)
    syllables = ["ba", "ce", "di", "fo", "gu", "ka", "lem", "min", "nor", "pos", "rut"]
    vocabulary = [one + other for one in syllables for other in syllables]
    briefs = []
    for i in range(60):
        text = " ".join(" ".join(chance.choices([*vocabulary, *["the", "of"] * 40], k=15)).capitalize() + "." for _ in range(9))
        title = " ".join(chance.choices(vocabulary, k=6))
        briefs.append(Brief(Article(source=str(i), title=title, published="2026-05-04", blocks=(Block("paragraph", text),))))
    assert max(len(story.briefs) for story in group(briefs)) <= 30


def test_empty_articles_are_each_a_story() -> None:
    assert len(group([Brief(Article(source="a")), Brief(Article(source="b"))])) == 2
    assert group([]) == []


def test_what_is_kept_of_an_article_can_be_written_and_read_back() -> None:
    kept = features(told("dockers-1", parties=STRIKE, group="g"))
    again = Features.from_json(kept.to_json())
    assert again == kept
    assert again.terms == kept.terms
    assert len(kept.terms) <= 16
    assert "\n" not in kept.to_json()


def test_what_is_kept_of_an_article_depends_on_nothing_else() -> None:
    assert [one.to_json() for one in map(features, stream())] == [one.to_json() for one in map(features, stream())]
    assert features(told("cup", published="never")).day is None
    assert features(told("cup", published="2026-05-05T23:30:00+02:00")).day == "2026-05-05"


def test_copies_of_one_text_are_known_though_the_head_and_the_end_differ() -> None:
    text = NEWS["dam-2"][3] * 4
    one = features(told("dam-1", text=text))
    other = features(
        told("dam-1", source="b", title="Velm: dam was unsafe", text=text + " Reported from Velm by a staff writer.")
    )
    assert are_copies(one, other)
    assert not are_copies(features(told("dam-1")), features(told("dam-2")))
    assert not are_copies(features(Brief(Article(source="a"))), features(Brief(Article(source="b"))))


def test_arranging_nothing_gives_nothing() -> None:
    assert arrange([]) == []


def test_a_trade_papers_vocabulary_does_not_make_its_articles_one_story() -> None:
    """Articles shuffled from one small vocabulary are alike in every word, and in no matter."""
    vocabulary = [
        "tariff",
        "quota",
        "grain",
        "vessel",
        "harbour",
        "tonnage",
        "charter",
        "freight",
        "cargo",
        "wharf",
        "silo",
        "dredger",
        "pilot",
        "tug",
        "bollard",
        "manifest",
        "customs",
        "bonded",
        "duty",
        "consignee",
        "demurrage",
        "ballast",
        "hull",
        "bunker",
        "barge",
        "lighter",
        "quay",
        "crane",
        "stevedore",
        "container",
        "reefer",
        "hatch",
        "lashing",
    ]
    chance = random.Random(7)
    shuffled = [
        Brief(
            Article(
                source=str(number),
                title=" ".join(chance.sample(vocabulary, 6)).capitalize(),
                published="2026-11-10",
                blocks=(Block("paragraph", " ".join(chance.choices(vocabulary, k=150)).capitalize() + "."),),
            )
        )
        for number in range(200)
    ]
    assert max(map(len, arrange([features(one) for one in shuffled]))) <= 10

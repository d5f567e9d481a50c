"""What outlets say against one another stands side by side; what follows in time, or is said by one outlet, is no quarrel."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefreader.model import Article, Block, Brief, Demand, Negotiation, Step, Story
from briefreader.text.brief import brief
from briefreader.text.stories import tell
from briefreader.text.stories.facts import differs_in_figures, fact


def report(site: str, published: str, *sentences: str, title: str = "Talks of Galmar") -> Brief:
    article = Article(
        f"{site} {published}",
        (Block("paragraph", " ".join(sentences)),),
        title=title,
        site=site,
        published=published,
        language="en",
    )
    return brief(article)


GO_ON = "Talks between Galmar and its creditors continued in Paris on Thursday and made progress, the ministry said."
BROKEN = "Talks between Galmar and its creditors broke down in Paris on Thursday, creditors said."


def readings(story: Story) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (each.about, [(story.briefs[reading.article].article.site or "", reading.says) for reading in each.readings])
        for each in story.contradictions
    ]


def test_two_stages_of_one_evening_stand_side_by_side_each_with_its_sentence() -> None:
    story = tell([report("Post", "2026-08-06T18:00Z", GO_ON), report("Mail", "2026-08-06T19:00Z", BROKEN)])
    assert readings(story) == [("stage", [("Post", "under_way"), ("Mail", "suspended")])]
    assert [reading.sentence for reading in story.contradictions[0].readings] == [GO_ON, BROKEN]
    assert story.negotiation
    assert {story.negotiation.stage, story.negotiation.alternative} == {"under_way", "suspended"}


def test_what_comes_a_day_later_is_news() -> None:
    assert not tell([report("Post", "2026-08-06T18:00Z", GO_ON), report("Mail", "2026-08-07T19:00Z", BROKEN)]).contradictions


def test_an_outlet_does_not_contradict_itself() -> None:
    assert not tell([report("Post", "2026-08-06T18:00Z", GO_ON), report("Post", "2026-08-06T19:00Z", BROKEN)]).contradictions


def test_what_was_corrected_contradicts_nothing() -> None:
    correction = report("Mail", "2026-08-06T21:00Z", GO_ON, title="Correction: talks of Galmar go on")
    story = tell([report("Post", "2026-08-06T18:00Z", GO_ON), report("Mail", "2026-08-06T19:00Z", BROKEN), correction])
    assert story.contradictions == ()


def status_of(made: Brief) -> Negotiation:
    assert made.negotiation
    return made.negotiation


def with_step(made: Brief, sentence: str, date: str) -> Brief:
    return replace(made, negotiation=replace(status_of(made), next_step=Step(sentence, date, sentence)))


def with_demands(made: Brief, *demands: Demand) -> Brief:
    return replace(made, negotiation=replace(status_of(made), demands=demands))


def test_two_dates_of_the_next_step() -> None:
    story = tell(
        [
            with_step(report("Post", "2026-08-06", GO_ON), "The two sides meet again in Paris on 14 August.", "2026-08-14"),
            with_step(report("Mail", "2026-08-06", GO_ON), "The two sides meet again in Paris on 17 August.", "2026-08-17"),
        ]
    )
    assert [(about, set(sides)) for about, sides in readings(story)] == [
        ("next_step", {("Mail", "2026-08-17"), ("Post", "2026-08-14")})
    ]


def test_the_dates_of_two_different_steps_are_no_quarrel() -> None:
    story = tell(
        [
            with_step(report("Post", "2026-08-06", GO_ON), "The two sides meet again in Paris on 14 August.", "2026-08-14"),
            with_step(report("Mail", "2026-08-06", GO_ON), "Galmar's parliament votes on 30 August.", "2026-08-30"),
        ]
    )
    assert story.contradictions == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("At least 12 people were killed in the attack, officials said.", "At least 14 people were killed in the attack."),
        ("Members voted down the contract by 58 per cent.", "Members voted down the contract by 61 per cent on Friday."),
        ("The union has called a strike of two days.", "The union called a strike of three days for next week."),
    ],
)
def test_the_same_fact_with_another_figure_differs(one: str, other: str) -> None:
    assert differs_in_figures(fact(one), fact(other))
    assert differs_in_figures(fact(other), fact(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The union wants a rise of 6 per cent.", "The operator offered a rise of 3 per cent."),
        ("The tax rate was 35.7 per cent in the return.", "The tax rate was 35.72 per cent in the return."),
        ("The union called a strike of two days.", "The union called a strike of two days."),
        ("The union called a strike of 2 days.", "The union did not call a strike of 3 days."),
        ("The army lost 3 posts near the river.", "The army lost 40 soldiers near the river."),
    ],
)
def test_a_wish_and_an_offer_a_rounded_figure_and_another_thing_do_not(one: str, other: str) -> None:
    assert not differs_in_figures(fact(one), fact(other))


def test_figures_of_two_outlets_stand_side_by_side() -> None:
    story = tell(
        [
            report("Post", "2026-08-06", "Members of the Rail Union rejected the contract by 58 per cent on Friday."),
            report(
                "Mail", "2026-08-06", "Members of the Rail Union rejected the contract with Norline by 61 per cent on Friday."
            ),
        ]
    )
    assert ("figures", {("Post", "58"), ("Mail", "61")}) in [(about, set(sides)) for about, sides in readings(story)]


def moves(story: Story) -> dict[str, list[tuple[str | None, str]]]:
    return {each.party: [(move.when, move.sentence) for move in each.moves] for each in story.positions}


FIRST = "The union demands a pay rise of 8 per cent from Varno Terminals."
AGAIN = "The union again demands a pay rise of 8 per cent."
THEN = "The union now wants night work to end by June."
TALKS = "Pay talks between the Dockers' Union and Varno Terminals continued in Varno."


def test_a_partys_position_as_it_moved_without_what_it_says_again() -> None:
    story = tell(
        [
            with_demands(report("Post", "2026-08-01", TALKS), Demand("Dockers' Union", "demand", FIRST)),
            with_demands(report("Post", "2026-08-02", TALKS), Demand("Dockers' Union", "demand", AGAIN)),
            with_demands(report("Post", "2026-08-09", TALKS), Demand("Dockers' Union", "demand", THEN)),
        ]
    )
    assert moves(story) == {"Dockers' Union": [("2026-08-01", FIRST), ("2026-08-09", THEN)]}


def test_the_same_figures_and_what_is_still_wanted_are_no_moves() -> None:
    wanted = (
        "The federation wants 9 percent over one year.",
        "Dockers ask for 9 percent for one year.",
        "It still wants 9 percent.",
    )
    story = tell(
        [
            with_demands(report("Post", f"2026-08-0{day}", TALKS), Demand("Dockers' Union", "demand", sentence))
            for day, sentence in enumerate(wanted, start=1)
        ]
    )
    assert [move.sentence for move in story.positions[0].moves] == [wanted[0]]


def test_a_refusal_of_what_was_offered_is_a_move_and_the_undated_tell_none() -> None:
    offer, refusal = "The union offers two nights a week.", "The union no longer offers two nights a week."
    undated = report("Post", "2026-08-01", TALKS)
    story = tell(
        [
            with_demands(report("Post", "2026-08-01", TALKS), Demand("Dockers' Union", "offer", offer)),
            with_demands(report("Post", "2026-08-02", TALKS), Demand("Dockers' Union", "refusal", refusal)),
            with_demands(
                replace(undated, article=replace(undated.article, published=None, source="x")),
                Demand("Dockers' Union", "demand", THEN),
            ),
        ]
    )
    assert moves(story) == {"Dockers' Union": [("2026-08-01", offer), ("2026-08-02", refusal)]}


def test_what_nobody_in_particular_wants_is_no_partys_position() -> None:
    story = tell([with_demands(report("Post", "2026-08-01", TALKS), Demand(None, "demand", FIRST))])
    assert story.positions == ()

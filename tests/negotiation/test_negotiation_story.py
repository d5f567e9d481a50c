"""A story's negotiation: the newest news leads, a repetition is no news, and nothing undated decides."""

from __future__ import annotations

from dataclasses import replace

from invented import brief, known

from briefreader.model import Demand, Obstacle, Party, Step
from briefreader.text.negotiation import story_status, what_changed
from briefreader.text.negotiation.story.status import united_leaders, united_parties

OFFER = brief(
    "The rebels of the Lowland Front offered talks to the government of Kenya on Monday.",
    title="Lowland Front offers Kenya peace talks",
    published="2026-03-02",
)
AGAIN = brief(
    "The Lowland Front again offered peace talks to the government of Kenya on Tuesday.",
    title="Rebels repeat offer of peace talks to Kenya",
    published="2026-03-03",
)
TALKS = brief(
    "Peace talks between Kenya and the Lowland Front began in Geneva on Monday.",
    title="Kenya and Lowland Front open peace talks",
    published="2026-03-09",
)
COLLAPSE = brief(
    "Peace talks between Kenya and the Lowland Front collapsed in Geneva on Friday.",
    title="Kenya peace talks collapse",
    published="2026-03-13",
)
CORRECTION = brief(
    "Peace talks between Kenya and the Lowland Front resumed in Geneva on Friday after a pause.",
    title="Correction: Kenya peace talks resumed",
    published="2026-03-13T18:00:00Z",
)
UNDATED = brief(
    "Kenya and the Lowland Front signed a peace treaty.",
    title="Peace treaty signed between Kenya and Lowland Front",
)


def test_a_change_of_stage_is_an_entry_and_a_repetition_is_not() -> None:
    now, timeline = story_status([OFFER, AGAIN, TALKS, COLLAPSE])
    assert [entry.stage for entry in timeline] == ["called_for", "under_way", "suspended"]
    assert [entry.article for entry in timeline] == [0, 2, 3]
    assert [entry.direction for entry in timeline][1:] == ["improving", "deteriorating"]
    assert known(now).stage == "suspended"


def test_direction_is_told_against_the_stage_before() -> None:
    now, _ = story_status([OFFER, TALKS])
    assert known(now).direction == "improving"
    assert known(now).direction_reason == "under way now; called for on 2026-03-02"


def test_talks_after_a_deal_are_the_next_round_and_no_worse_than_it() -> None:
    deal = brief("Kenya and the Lowland Front signed a ceasefire in Geneva on Monday.", published="2026-03-02")
    next_round = brief("Kenya and the Lowland Front will hold peace talks in Geneva next week.", published="2026-03-09")
    now, timeline = story_status([deal, next_round])
    assert [entry.stage for entry in timeline] == ["agreed", "scheduled"]
    assert known(now).direction == "unchanged"
    assert known(now).direction_reason == "scheduled now; agreed on 2026-03-02"


def test_a_refusal_after_a_breach_is_not_better() -> None:
    breach = brief("The Lowland Front violated its ceasefire with Kenya on Monday.", published="2026-03-02")
    refusal = brief("The Lowland Front rejected peace talks with Kenya on Friday.", published="2026-03-06")
    now, _ = story_status([breach, refusal])
    assert (known(now).stage, known(now).direction) == ("rejected", "unchanged")


def test_a_breakdown_that_an_earlier_day_told_already_only_goes_on() -> None:
    a_week_later = brief(
        "Peace talks between Kenya and the Lowland Front stayed suspended on Friday after they collapsed in Geneva.",
        title="Kenya peace talks still suspended",
        published="2026-03-20",
    )
    now, timeline = story_status([COLLAPSE, a_week_later])
    assert [entry.stage for entry in timeline] == ["suspended"]
    assert known(now).direction == "unchanged"
    assert known(now).direction_reason == "suspended since 2026-03-13"


def test_a_breakdown_on_the_day_it_is_told_is_worse() -> None:
    now, _ = story_status([COLLAPSE])
    assert known(now).direction == "deteriorating"


def test_a_correction_outweighs_what_it_corrects() -> None:
    now, timeline = story_status([TALKS, COLLAPSE, CORRECTION])
    assert (known(now).stage, known(now).alternative) == ("under_way", None)
    assert [entry.stage for entry in timeline] == ["under_way"]


def test_an_undated_article_decides_nothing_beside_dated_ones() -> None:
    now, timeline = story_status([OFFER, TALKS, UNDATED])
    assert known(now).stage == "under_way"
    assert timeline[-1].when is None
    assert timeline[-1].direction is None


def test_undated_articles_alone_give_a_stage_but_no_direction() -> None:
    now, timeline = story_status([UNDATED])
    assert known(now).stage == "agreed"
    assert known(now).direction is None
    assert timeline[0].when is None


def test_a_story_without_a_negotiation_has_none() -> None:
    assert story_status([brief("Snow fell on the pass.", published="2026-03-02")]) == (None, ())
    assert story_status([]) == (None, ())


def test_demands_of_all_articles_are_kept_with_their_sentences() -> None:
    demanding = replace(
        TALKS, negotiation=replace(known(TALKS.negotiation), demands=(Demand("Kenya", "demand", "Kenya demands peace."),))
    )
    now, _ = story_status([demanding, COLLAPSE])
    assert "Kenya demands peace." in {demand.sentence for demand in known(now).demands}


def test_two_spellings_are_one_leader_and_aliases_one_party() -> None:
    assert united_leaders(["Volodymyr Zelensky", "Zelenskyy", "Putin"]) == ("Volodymyr Zelensky", "Putin")
    united = united_parties([Party("Norland", ("Norlanders",), ("Falk",)), Party("Norlanders", (), ("Lene Falk",))], 2)
    assert [(party.name, party.leaders) for party in united] == [("Norland", ("Lene Falk",))]


def test_a_mediator_is_told_once_by_the_full_name() -> None:
    briefs = [
        replace(TALKS, negotiation=replace(known(TALKS.negotiation), mediators=names)) for names in (("Ida Falk",), ("Falk",))
    ]
    now, _ = story_status(briefs)
    assert known(now).mediators == ("Ida Falk",)


def test_what_changed_names_each_change_once() -> None:
    before = known(TALKS.negotiation)
    assert what_changed(before, before) == []
    assert what_changed(None, None) == []
    assert what_changed(None, before) == ["A negotiation is reported: under way"]
    assert what_changed(before, None) == ["No negotiation is reported any more"]
    now = replace(
        before,
        stage="stalled",
        direction="deteriorating",
        direction_reason="a deadline was missed",
        parties=(*before.parties, Party("Estia")),
        mediators=("Oman",),
        venue=("Muscat",),
        demands=(Demand(None, "demand", "They want the pass."),),
        obstacles=(Obstacle("the pass", "The pass is the obstacle."),),
        next_step=Step("A round is due in May.", None, "A round is due in May."),
        deadline=Step("It ends in June.", "2026-06-01", "It ends in June."),
    )
    assert what_changed(before, now) == [
        "Stage: under way → stalled",
        "Direction: deteriorating (a deadline was missed)",
        "A side, demand: They want the pass.",
        "Next: A round is due in May.",
        "Deadline: It ends in June.",
        "New obstacle: the pass",
        "New party: Estia",
        "New mediator: Oman",
        "Venue: Muscat",
    ]


def test_a_shorter_name_is_the_same_party_by_its_full_name() -> None:
    united = united_parties([Party("Dockworkers"), Party("Dockworkers’ Federation"), Party("Nordkai")], 2)
    assert [party.name for party in united] == ["Dockworkers’ Federation", "Nordkai"]


def test_a_party_that_one_of_many_articles_names_is_left_to_it() -> None:
    both = [Party("Norland"), Party("Sudia"), Party("Norland"), Party("Sudia"), Party("Estia")]
    assert {party.name for party in united_parties(both, 3)} == {"Norland", "Sudia"}

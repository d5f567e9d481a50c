"""Whose people are whose, where the talks are, and which sentence tells what comes next: rule by rule, over invented news."""

from __future__ import annotations

import pytest
from invented import known, status

LEADERS = [
    # The office after the name, of a body called by its own word.
    ("The Airline Pilots Guild and Sunwing Air resumed contract talks on Monday.",
     "“We are closer,” said Tove Harnik, the guild's general secretary.", {"Airline Pilots Guild": "Tove Harnik"}),
    # The body's own word as a qualifier.
    ("Talks between Tarnow Foods and the Brakmont School Board broke down on Monday.",
     "Board chairwoman Greta Moss said there was no money.", {"Brakmont School Board": "Greta Moss"}),
    # The office before the name, in apposition.
    ("Nurses voted on Monday to reject the offer of Larkfield Health.",
     "“Members are angry,” the head of the Nurses' Union, Iris Holm, said.", {"Nurses' Union": "Iris Holm"}),
    ("The Rail Drivers' Union and Northrail plc held contract talks on Monday.",
     "Northrail's head of personnel Vera Lund said talks would go on.", {"Northrail": "Vera Lund"}),
    ("The Rail Drivers' Union and Northrail plc held contract talks on Monday.",
     "Peter Aske of the Rail Drivers' Union said rosters were the problem.", {"Rail Drivers' Union": "Peter Aske"}),
    ("Turkey and Greece resumed peace talks on Monday.",
     "Kostas Ilias, who heads the Greek team, said the mood was good.", {"Greece": "Kostas Ilias"}),
    ("France and Iran held talks on a loan on Monday.",
     "French Foreign Minister Jean Roux met his Iranian counterpart, Ali Karzad.",
     {"France": "Jean Roux", "Iran": "Ali Karzad"}),
    ("Kenya and Uganda signed a pact on sugar on Monday.",
     "It was signed by Kenya's Joseph Mwangi.", {"Kenya": "Joseph Mwangi"}),
    ("Norland and Sudia agreed on Monday to hold talks on fishing.",
     "Sudian negotiator Karim Besh said quotas remained open.", {"Sudia": "Karim Besh"}),
    # No country is named beside the minister, and only one is at the table.
    ("Argentina and its creditors are near a deal on its debt.",
     "Economy Minister Lucia Ferro said on Monday that the talks went well.", {"Argentina": "Lucia Ferro"}),
    ("Yemen and Oman held talks on Monday.",
     "Karim al-Sadun, Yemen's foreign minister, led them.", {"Yemen": "Karim al-Sadun"}),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "sentence", "leaders"), LEADERS)
def test_people_belong_to_the_body_that_the_sentence_says(lead: str, sentence: str, leaders: dict[str, str]) -> None:
    parties = {party.name: party.leaders for party in known(status(lead, sentence)).parties}
    assert all(leader in parties[name] for name, leader in leaders.items())


@pytest.mark.parametrize(
    "sentence",
    [
        "“They will settle,” said Jan Weiss, an analyst at Quorn Bank.",
        "Lena Fisk, professor of labour law, was less sure.",
        "Farm Minister Petra Olm was not there.",
    ],
)
def test_outsiders_lead_no_party(sentence: str) -> None:
    found = known(status("The Bakers' Union and Tarnow Foods resumed wage talks on Monday.", sentence))
    assert all(party.leaders == () for party in found.parties)


def test_two_countries_do_not_share_a_minister_of_neither() -> None:
    found = known(status("Norway and Iran resumed trade talks on Monday.", "Economy Minister Lucia Ferro said they went well."))
    assert all(party.leaders == () for party in found.parties)


def test_rebels_go_by_the_name_of_their_front() -> None:
    found = known(
        status(
            "The government and rebels of the Highland Liberation Front signed a truce on Monday.",
            "The truce was signed by the front's commander, Tamas Reku.",
            title="Government and rebels sign truce",
        )
    )
    parties = {party.name: party for party in found.parties}
    assert "rebels" not in parties
    assert "rebels" in parties["Highland Liberation Front"].aliases
    assert parties["Highland Liberation Front"].leaders == ("Tamas Reku",)


def test_two_bodies_joined_by_and_are_two() -> None:
    found = known(status("The Rail Drivers' Union and Northrail plc held contract talks on Monday."))
    assert {party.name for party in found.parties} == {"Rail Drivers' Union", "Northrail"}


def test_a_ministry_of_nobody_is_no_party() -> None:
    found = known(status("Norway and Iran resumed trade talks on Monday.", "The Ministry gave no details of the trade talks."))
    assert {party.name for party in found.parties} == {"Norway", "Iran"}


VENUES = [
    (("GENEVA, March 2 (Agency) - Norland and Sudia opened peace talks here on Monday.",), ("Geneva",)),
    (("Norland and Sudia agreed to hold talks.", "The talks will be hosted by Qatar next week."), ("Qatar",)),
    (("Norland and Sudia began peace talks on Monday at a hotel outside Nairobi.",), ("Nairobi",)),
    (("Norland and Sudia resumed peace talks on Monday in the Karsian capital, Dunmar.",), ("Dunmar",)),
    (("Norland and Sudia opened trade talks on Monday in the lakeside town of Querrin.",), ("Querrin",)),
    (("Norland and Sudia resumed peace talks on Monday.", "A flood hit the town of Ester."), ()),
    (("Norland and Sudia resumed peace talks on the fate of the city of Ester.",), ()),
    (("GENEVA, March 2 (Agency) - Norland rejected peace talks with Sudia on Monday.",), ()),
    (("Norland and Sudia resumed peace talks in the capital, Monday's papers said.",), ()),
]


@pytest.mark.parametrize(("paragraphs", "venue"), VENUES)
def test_the_venue_is_where_the_talks_are_said_to_be(paragraphs: tuple[str, ...], venue: tuple[str, ...]) -> None:
    assert known(status(*paragraphs, title="Norland-Sudia talks")).venue == venue


STEPS = [
    ("Tarrant Foods offered 40 crowns a share for Borea Mills on Monday.",
     "In April, Tarrant agreed to buy Sanel Jams.", "The offer and withdrawal rights expire on May 9 unless extended."),
    ("Borea Mills agreed on Monday to be bought by Tarrant Foods.",
     "In April, Borea agreed to be bought by Sanel Jams.", "Tarrant's offer will remain in effect until July 15, it said."),
    ("Norland and Sudia held talks on water on Monday.",
     "On Saturday, Norland admitted its plan to find a solution had failed.",
     "It was agreed that the next session be held on Tuesday."),
    ("Contract talks between the Pilots Guild and Sunwing Air broke off on Monday.",
     "The airline would like the talks to take place in Oslo.", "The two sides are due back at the table on March 9."),
    ("Norland and Sudia held talks on water on Monday.",
     "“We will defend our rivers,” an official said.", "Norland's parliament votes on the draft on Friday."),
    ("Producers and consumers of tin signed a new pact on Monday.",
     "It will run for five years.", "It is open for ratification until the end of September."),
    ("The government of Karsia and rebels signed a truce on Monday.",
     "The war could still go on for years.", "Monitors are to arrive on Thursday."),
    ("Nurses rejected the final offer of Larkfield Health on Monday.",
     "The offer would have raised pay by 3 percent.", "A mediator has invited both sides to a meeting on Thursday."),
    ("Norland and Sudia resumed talks on fishing quotas on Monday.",
     "The current accord expires on December 31.", "The delegations meet again on Thursday."),
    ("Alder Mills rejected a takeover bid from Brevik Foods on Monday, ending merger talks.",
     "The rejection came late.", "Brevik said it would consider its options and announce a decision next week."),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "other", "step"), STEPS)
def test_the_next_step_is_the_plan_with_a_date(lead: str, other: str, step: str) -> None:
    found = known(status(lead, other, step))
    assert found.next_step is not None
    assert found.next_step.sentence == step


def test_a_hope_in_a_quotation_is_no_next_step() -> None:
    found = known(status("Peace talks between Norland and Sudia collapsed on Monday.", "“We will fight on,” a spokesman said."))
    assert found.next_step is None


@pytest.mark.parametrize(
    "sentence",
    [
        "“The growers should demand more than that,” said Louisa Trent, who teaches history at Selwyn College.",
        "Analysts said Norland wants too much.",
        "Norland was asked to wait.",
    ],
)
def test_an_opinion_from_outside_is_no_demand(sentence: str) -> None:
    found = known(status("Peace talks between Norland and Sudia resumed on Monday.", sentence))
    assert found.demands == ()


NO_STEPS = [
    "The goal of the delegation is to end the tolls completely.",
    "The envoy told the king about the talks intended to lift the tolls.",
    "The meeting was the result of the bishop's efforts to mediate.",
    "Norland can resume digging the canal to a depth of twenty metres in four days if the accord is scrapped, he said.",
]


@pytest.mark.parametrize("told", NO_STEPS)
def test_what_talks_are_for_and_what_one_could_do_is_no_next_step(told: str) -> None:
    assert known(status("Norland and Sudia held talks on water on Monday.", told)).next_step is None

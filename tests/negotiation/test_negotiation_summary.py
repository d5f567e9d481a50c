"""The first sentence of a summary: who did it and to whom, and nothing told as done that is only to come or possible."""

from __future__ import annotations

import pytest
from invented import known, status

from briefreader.text.negotiation.fields.candidates import Candidate, join_abbreviated_names

WHO_DID_IT = [
    ("Alder Foods' takeover bid was rejected by Holm Maps on Monday.",
     "Holm Maps turned down a takeover bid from Alder Foods."),
    ("A ceasefire proposed by Norland was rejected on Monday by Sudia.", "Sudia turned down a ceasefire with Norland."),
    ("The pay offer of Norda Air was accepted by the Pilots' Guild on Monday.",
     "The Pilots' Guild accepted an offer from Norda Air."),
    ("Holm Maps received a takeover bid from Alder Foods on Monday.", "Alder Foods made an offer for Holm Maps."),
    ("Holm Maps is the target of a takeover bid by the board of Alder Foods, it said on Monday.",
     "Alder Foods made an offer for Holm Maps."),
    ("Alder Foods made a takeover bid for Holm Maps on Monday.", "Alder Foods made an offer for Holm Maps."),
    ("Holm Maps rejected a takeover bid by Alder Foods on Monday.", "Holm Maps turned down a takeover bid from Alder Foods."),
    ("The pact was abandoned by Norland on Monday, Sudia said.", "Norland left the agreement with Sudia."),
    ("Holm Maps has rejected a takeover bid by Alder Foods, it said on Monday.",
     "Holm Maps turned down a takeover bid from Alder Foods."),
    ("On Monday, Alder Foods saw its takeover offer for Holm Maps rejected.",
     "Holm Maps turned down a takeover bid from Alder Foods."),
    ("The court sat after Alder Foods, which had an earlier takeover offer for Holm Maps rejected, said it would raise it.",
     "Holm Maps turned down a takeover bid from Alder Foods."),
    ("The ceasefire between Norland and Sudia was brokered by Estia on Monday.",
     "Norland and Sudia agreed on a ceasefire, mediated by Estia."),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "told"), WHO_DID_IT)
def test_a_summary_tells_who_did_it_also_where_the_sentence_tells_it_in_the_passive(lead: str, told: str) -> None:
    assert known(status(lead)).summary.startswith(told)


NOT_YET = [
    ("Relations with Sudia will end if Norland quits their nuclear deal, Sudia said on Monday.",
     "Norland may leave the agreement with Sudia."),
    ("On Monday, Norland was expected to likely withdraw from its nuclear deal with Sudia.",
     "Norland may leave the agreement with Sudia."),
    ("Norland said on Tuesday it will withdraw from the nuclear deal with Sudia next month.",
     "Norland is to leave the agreement with Sudia."),
    ("On Monday, Norland withdrew from the nuclear deal with Sudia.", "Norland left the agreement with Sudia."),
    ("The rebels said on Tuesday that they would reject the ceasefire proposed by Norland.",
     "The rebels are to turn down a ceasefire with Norland."),
    ("The Pilots' Guild may reject the pay offer of Norda Air, its leader said on Monday.",
     "The Pilots' Guild may turn down an offer"),
    ("Alder Foods said on Monday it would make a takeover bid for Holm Maps next week.",
     "Alder Foods is to make an offer for Holm Maps."),
    ("Alder Foods may make a takeover bid for Holm Maps, sources said on Monday.",
     "Alder Foods may make an offer for Holm Maps."),
    ("The premier said that Norland will propose peace talks to Sudia next week.",
     "Norland is to propose talks to Sudia."),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "told"), NOT_YET)
def test_a_summary_tells_nothing_as_done_that_has_not_happened(lead: str, told: str) -> None:
    assert known(status(lead)).summary.startswith(told)


def test_a_deal_that_a_side_may_leave_still_stands_but_is_in_danger() -> None:
    found = known(status("Norland threatened on Monday to leave its nuclear pact with Sudia."))
    assert (found.stage, found.direction) == ("in_force", "deteriorating")
    assert known(status("Norland left its nuclear pact with Sudia on Monday.")).stage == "violated"


def test_a_bid_by_one_company_for_another_names_two() -> None:
    found = known(status("A takeover bid by Alder Foods for Holm Maps was launched on Monday."))
    assert {party.name for party in found.parties} == {"Alder Foods", "Holm Maps"}


@pytest.mark.parametrize(("lead", "told"), [
    ("Iran said on Monday that it was sad that the U.S. withdrew from the nuclear deal.",
     "The United States left the agreement with Iran."),
    ("On Monday, Norland broke its fishing treaty with Sudia, the envoy said.",
     "The treaty between Sudia and Norland has been broken."),
    ("On Monday, Norland quit its fishing treaty with Sudia, the envoy said.", "Norland left the treaty with Sudia."),
])  # fmt: skip
def test_who_broke_a_deal_has_not_left_it_and_who_left_it_is_who_did(lead: str, told: str) -> None:
    assert known(status(lead)).summary.startswith(told)


@pytest.mark.parametrize(("lead", "told"), [
    ("On Monday, Norland and Sudia rejected a ceasefire plan, the envoy told reporters.",
     "Norland and Sudia turned down an offer."),
    ("The ceasefire plan was rejected by Norland and Sudia on Monday.", "Sudia and Norland turned down an offer."),
    ("Producers and consumers accepted on Monday a compromise proposal on stocks.",
     "The producers and the consumers accepted an offer."),
    ("In the row between Norland and Sudia, talks were refused on Monday.",
     "Talks between Norland and Sudia were turned down."),
])  # fmt: skip
def test_who_acts_together_does_not_act_against_each_other(lead: str, told: str) -> None:
    assert known(status(lead)).summary.startswith(told)


@pytest.mark.parametrize(("lead", "where"), [
    ("Congressional leaders met the president at the White House on Monday for talks on a budget deal.", "at the White House"),
    ("Norland and Sudia met at Chequers on Monday for peace talks.", "at Chequers"),
    ("Norland and Sudia met at the Marlin hotel on Monday for peace talks.", "at the Marlin hotel"),
    ("Norland and Sudia met in Geneva on Monday for peace talks.", "in Geneva"),
])  # fmt: skip
def test_one_meets_in_a_city_and_at_a_house(lead: str, where: str) -> None:
    assert known(status(lead)).summary.split(".")[0].endswith(where)


def test_rebel_areas_are_those_of_the_rebels() -> None:
    lead = "A ceasefire between the Syrian government and rebel fighters took effect on Monday. Rebel areas were quiet."
    assert "rebels" in {party.name for party in known(status(lead)).parties}


def test_a_body_that_is_also_called_by_its_first_words_initials_is_one() -> None:
    names = ["NJ Transit", "New Jersey Transit", "New Jersey", "NY Transit"]
    candidates = {name: Candidate(name, "body", score=1.0) for name in names}
    join_abbreviated_names(candidates)
    assert {name: candidate.score for name, candidate in candidates.items()} == {
        "NJ Transit": 0.0, "New Jersey Transit": 2.0, "New Jersey": 1.0, "NY Transit": 1.0,
    }  # fmt: skip


def test_what_is_not_expected_is_refused_by_nobody() -> None:
    assert known(status("On Monday, Norland was not expected to sign the fishing treaty with Sudia.")).stage == "stalled"
    assert known(status("On Monday, Norland said it will not sign the fishing treaty with Sudia.")).stage == "rejected"


def test_one_matter_is_told_once() -> None:
    found = known(
        status("Talks on wages between Norda Mills and the bakers broke down on Monday. Wage talks had begun in May.")
    )
    assert [issue.name for issue in found.issues] == ["wages"]


def test_an_offer_is_from_whom_the_sentence_says() -> None:
    lead = "On Monday, Norland accepted a French offer of help for talks on a ceasefire with Sudia."
    assert "offer from Sudia" not in known(status(lead)).summary
    assert known(status("On Monday, Norland accepted an offer of talks by Sudia.")).summary.endswith("from Sudia.")


@pytest.mark.parametrize(("lead", "stage"), [
    ("Hartwell Mills and the steelworkers shook hands on a four-year contract early on Sunday.", "agreed"),
    ("The government called in a mediator on Monday to end the two-week rail strike.", "under_way"),
    ("On Monday, Norland said yes to a French plan for a ceasefire with Sudia.", "agreed"),
    ("On Monday, Norland lifted sanctions on Sudia under their nuclear accord.", "in_force"),
    ("A ballot of 40,000 teachers on the employers' final offer opened on Monday.", "called_for"),
])  # fmt: skip
def test_news_without_the_plain_words_has_its_stage(lead: str, stage: str) -> None:
    assert known(status(lead)).stage == stage


def test_an_island_from_which_people_are_sent_back_is_no_side() -> None:
    found = known(status(
        "On Monday, Norland began returning migrants from the island of Lemsos to Sudia under a deal that took effect.",
        "Lemsos and its harbour were quiet, and Lemsos welcomed the deal.",
    ))  # fmt: skip
    assert {party.name for party in found.parties} == {"Norland", "Sudia"}


def test_a_matter_keeps_the_whole_name_and_no_bodys_name_is_one() -> None:
    found = known(status("Officials negotiating New York's budget met lawmakers on Monday, and the talks go on."))
    assert [issue.name for issue in found.issues] == ["New York's budget"]
    found = known(status("The General Agreement on Tariffs and Trade deferred talks between Norland and Sudia on Monday."))
    assert found.issues == ()


def test_more_time_for_a_deal_is_no_deal() -> None:
    lead = "Alder Foods and Holm Maps agreed on Monday to extend by two weeks the period for reaching an agreement."
    assert known(status(lead)).stage in {"scheduled", "under_way"}

"""Positions and next steps in the turns of newswire: who wants, ties, refuses and offers what; what comes next, by when.

Each sentence stands in an invented report beside a lead that names the two sides.
"""

from __future__ import annotations

import pytest
from invented import known, status

PEACE = "Peru and Chile held talks on a border treaty in Lima on Monday."
LABOUR = "The Bakers' Union and Nordland Mills held contract talks on Monday."
COALITION = "The Greens and the Liberals held coalition talks on Monday."
TAKEOVER = "Borealis Inc and Austral Foods Ltd held takeover talks on Monday."

POSITIONS = [
    (PEACE, "Peru", "demand", "Peru wants Chile to open the border."),
    (PEACE, "Peru", "demand", "Peru insists the ports be opened."),
    (PEACE, "Peru", "demand", "Peru is pressing for a larger share of the water."),
    (PEACE, "Peru", "demand", "The sticking point is Peru's demand that Chile free the fishermen."),
    (PEACE, "Peru", "demand", "Peru's main demand is the return of the valley."),
    (PEACE, "Chile", "demand", "Peru is being pressed to open its ports."),
    (PEACE, "Peru", "demand", '"All we ask is that the border be opened," Peru\'s foreign minister said.'),
    (PEACE, "Peru", "demand", "Peru's foreign minister said Chile must open its ports."),
    (PEACE, "Peru", "precondition", "Peru will not sign without guarantees on the fishermen."),
    (PEACE, "Peru", "precondition", "Peru has made the release of the fishermen a condition for talks."),
    (
        PEACE,
        "Peru",
        "precondition",
        "There will be no deal without the release of the fishermen, Peru's foreign minister said.",
    ),
    (PEACE, "Peru", "precondition", "Unless the tariffs are lifted, Peru will leave the talks."),
    (PEACE, "Peru", "refusal", "Peru's foreign minister said the valley was not up for negotiation."),
    (PEACE, "Peru", "refusal", "Peru has dug in its heels over the valley."),
    (PEACE, "Peru", "refusal", "Peru is resisting calls to open the border."),
    (PEACE, "Peru", "refusal", '"We will never give up the valley," Peru\'s foreign minister said.'),
    (PEACE, "Peru", "refusal", "Peru's foreign minister said the plan did not go far enough."),
    (PEACE, "Peru", "refusal", "Peru has vowed not to give up the valley."),
    (PEACE, "Peru", "offer", "Peru offered Chile a share of the water."),
    (PEACE, "Peru", "offer", "Peru said it was prepared to lift the tariffs."),
    (PEACE, "Peru", "offer", "Peru has backed down on tariffs and would accept a lower rate."),
    (PEACE, "Peru", "offer", "Peru countered with a plan for a joint commission."),
    (PEACE, "Peru", "offer", "Peru is ready to make concessions on water."),
    (PEACE, "Peru", "demand", "Peru is adamant that the fishermen be freed first."),
    (PEACE, "Peru", "demand", "Peru has set out five demands, including the release of the fishermen."),
    (PEACE, "Peru", "demand", "Peru set Chile a deadline of Friday to free the fishermen."),
    (PEACE, "Peru", "demand", "Peru's foreign minister urged Chile to show flexibility."),
    (LABOUR, "Bakers' Union", "demand", "The union is looking for a 6 percent raise."),
    (LABOUR, "Bakers' Union", "demand", "The union's members are demanding higher pay and shorter shifts."),
    (LABOUR, "Bakers' Union", "demand", "The union says wages should rise in line with prices."),
    (LABOUR, "Bakers' Union", "demand", "Union president Anna Holm said the mill must put more money on the table."),
    (LABOUR, "Bakers' Union", "demand", "The union put in a claim for 6 percent."),
    (LABOUR, "Bakers' Union", "demand", "The union called for the mill to improve its offer."),
    (LABOUR, "Bakers' Union", "demand", "The union says it will settle for nothing less than 6 percent."),
    (LABOUR, "Nordland Mills", "demand", "Nordland Mills wants the right to hire temporary staff."),
    (LABOUR, "Nordland Mills", "demand", "Nordland Mills is asking workers to pay more for health insurance."),
    (LABOUR, "Nordland Mills", "offer", "Nordland Mills has offered workers 3 percent now and 2 percent next year."),
    (LABOUR, "Nordland Mills", "offer", "Nordland Mills' final offer, of 3 percent, still stands."),
    (LABOUR, "Nordland Mills", "refusal", "Nordland Mills said it would not go above 3 percent."),
    (LABOUR, "Nordland Mills", "refusal", "Nordland Mills ruled out a shorter week."),
    (LABOUR, "Nordland Mills", "refusal", "There is no more money, a Nordland Mills spokesman said."),
    (LABOUR, "Bakers' Union", "refusal", "The union called the offer an insult."),
    (LABOUR, "Bakers' Union", "refusal", "The union opposes plans to close two mills."),
    (LABOUR, "Bakers' Union", "precondition", "The union will call off the strike if the mill withdraws its plan."),
    (LABOUR, "Bakers' Union", "precondition", "The union will stay out until its pay claim is met."),
    (COALITION, "Greens", "demand", "For the Greens, the closure of the coal plants is the key demand."),
    (COALITION, "Greens", "refusal", "The Greens oppose any cut in benefits."),
    (COALITION, "Liberals", "demand", "The Liberals insist on a balanced budget."),
    (COALITION, "Liberals", "demand", "The Liberals are holding out for lower taxes."),
    (COALITION, "Liberals", "offer", "The Liberals have offered to support the Greens on coal."),
    (PEACE, "Peru", "demand", "Peru is demanding compensation for the lost catch."),
    (PEACE, "Peru", "demand", "Peru would like to see the border opened by May."),
    (PEACE, "Peru", "demand", "Peru maintains that any deal has to cover fishing."),
    (PEACE, "Peru", "demand", "Peru wants the talks widened to include fishing."),
    (PEACE, "Peru", "demand", "Peru's negotiators are calling for the release of the fishermen."),
    (PEACE, "Peru", "demand", "Peru is lobbying for lower tariffs."),
    (PEACE, "Peru", "demand", "What Peru needs is a guarantee, its foreign minister said."),
    (PEACE, "Peru", "demand", "Peru told Chile it must open its ports."),
    (PEACE, "Peru", "precondition", "Peru tied a deal to the release of the fishermen."),
    (PEACE, "Peru", "precondition", "Peru said it would stay away from the summit as long as the tariffs were in force."),
    (PEACE, "Peru", "refusal", "Peru rejected a cap on its catch."),
    (PEACE, "Peru", "refusal", "Peru will not budge on fishing."),
    (PEACE, "Peru", "refusal", 'Peru "will never accept" a cap on its catch, the minister said.'),
    (PEACE, "Peru", "refusal", "Peru's president said he would veto any deal that capped the catch."),
    (PEACE, "Peru", "refusal", "Peru has repeatedly said that its borders are not negotiable."),
    (PEACE, "Peru", "offer", "Peru put forward a plan to share the water."),
    (PEACE, "Peru", "offer", "Peru's offer includes a cut in tariffs."),
    (LABOUR, "Bakers' Union", "demand", "Bakers want pay parity with millers."),
    (LABOUR, "Bakers' Union", "demand", "Bakers are striking for higher pay and safer ovens."),
    (LABOUR, "Bakers' Union", "demand", "The bakers, who want 6 percent, have been on strike since May."),
    (LABOUR, "Bakers' Union", "refusal", 'The union said the offer was "nowhere near enough".'),
]


@pytest.mark.parametrize(("lead", "holder", "kind", "sentence"), POSITIONS)
def test_a_position_is_told_with_its_holder_and_kind(lead: str, holder: str, kind: str, sentence: str) -> None:
    told = {demand.sentence: demand for demand in known(status(lead, sentence)).demands}
    assert sentence in told
    assert (told[sentence].holder, told[sentence].kind) == (holder, kind)


NO_POSITIONS = [
    "The pact between the bakers and the mill would end the strike if the union's members approve it.",
    "A spokesman, who spoke on condition of anonymity, said the talks were friendly.",
    "Peru sought to play down the row.",
    "The talks should end on Friday, diplomats said.",
    "The deal should help growers on both sides.",
    "The valley needs rain, farmers said.",
    "Chile has seen strong demand for copper.",
    "He offered no details of the talks.",
    "The port needs to decide soon where to put the cranes.",
    "He refused to comment on the talks.",
    "Peru should benefit most from the deal, economists said.",
    "The bridge must be repaired every ten years, engineers said.",
    "Asked whether the talks had failed, the minister smiled.",
    "The minister was asked to stay for dinner.",
    "It is in favor with tourists.",
    "The fishermen need sleep.",
    "It's like trying to negotiate with someone who needs to check with his boss.",
    "Under the rules Peru has until 31 March to make an offer.",
]


@pytest.mark.parametrize("sentence", NO_POSITIONS)
def test_what_is_no_position_is_not_told(sentence: str) -> None:
    assert sentence not in {demand.sentence for demand in known(status(PEACE, sentence)).demands}


STEPS = [
    (PEACE, "The two sides are due to meet again on Friday."),
    (PEACE, "A vote is set for Friday in parliament."),
    (PEACE, "Parliament must still ratify the treaty."),
    (PEACE, "The talks continue on Tuesday."),
    (PEACE, "Another round of talks will be held by the end of the month."),
    (PEACE, "They agreed to meet again in two weeks."),
    (PEACE, "The committee meets next on Thursday."),
    (PEACE, "A signing ceremony is scheduled for Monday in Lima."),
    (PEACE, "Peru's answer is expected by Friday."),
    (PEACE, "Peru's cabinet was due to discuss the plan on Tuesday."),
    (PEACE, "The next meeting has been pencilled in for December 3."),
    (PEACE, "More talks are expected this week."),
    (PEACE, "The mediator plans to put a compromise to both sides this week."),
    (PEACE, "Leaders will take up the matter at a summit in Quito next month."),
    (PEACE, "The ceasefire, which starts on Saturday, will last 60 days."),
    (PEACE, "A ruling is expected within weeks."),
    (PEACE, "The Senate could vote as early as Thursday."),
    (PEACE, "Peru will send a delegation to Santiago on Thursday."),
    (PEACE, "The talks broke up on Monday and will not resume before December 3."),
    (PEACE, "A final text should be ready by the end of June."),
    (LABOUR, "The union's members vote from Monday to Thursday."),
    (LABOUR, "The deal must be approved by the union's members."),
    (LABOUR, "A strike ballot opens on Friday."),
    (LABOUR, "The current contract expires at midnight on Sunday."),
    (LABOUR, "Bargaining resumes Thursday."),
    (LABOUR, "The union will put the offer to its members in a ballot."),
    (TAKEOVER, "The merger is expected to be completed by June."),
    (TAKEOVER, "The board will consider the bid at a meeting on Thursday."),
    (TAKEOVER, "The merger awaits the approval of regulators."),
    (TAKEOVER, "A deal could be announced as early as this week."),
    (COALITION, "Party congresses are to vote on the pact on December 3."),
    (COALITION, "The president is to name a prime minister by Friday."),
]


@pytest.mark.parametrize(("lead", "sentence"), STEPS)
def test_what_comes_next_is_told(lead: str, sentence: str) -> None:
    step = known(status(lead, sentence)).next_step
    assert step is not None
    assert step.sentence == sentence


NO_STEPS = [
    "The talks were held on Monday.",
    "The row would hurt fishermen on both sides, officials said.",
    "Peru was to have signed the treaty in 2019.",
    "It remains to be seen whether the talks will help.",
    "Trade between the two countries is expected to grow by 3 percent.",
    "It's like trying to negotiate with someone who needs to check with his boss.",
    "Nobody knows what comes next.",
    "It's like trying to negotiate with someone who needs to check with his boss.",
    "The minister had hoped to meet his counterpart in May.",
    "No new talks were scheduled, the minister said.",
    "On Friday, the minister said he would honour his father's memory.",
]


@pytest.mark.parametrize("sentence", NO_STEPS)
def test_what_is_no_plan_is_no_next_step(sentence: str) -> None:
    step = known(status(PEACE, sentence)).next_step
    assert step is None or step.sentence != sentence


def test_a_time_limit_is_a_deadline_and_nobodys_demand() -> None:
    limit = "Under the takeover rules Borealis has until 31 March to make a firm offer."
    found = known(status(TAKEOVER, limit))
    assert limit not in {demand.sentence for demand in found.demands}
    assert found.deadline is not None
    assert found.deadline.sentence == limit


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("He repeated Peru's position that if Chile lifts the tariffs, the crew will go home.", "Peru"),
        ("“The tariffs must be lifted by Chile,” Peru said.", "Peru"),
    ],
)
def test_a_condition_is_not_theirs_who_are_to_meet_it(sentence: str, holder: str) -> None:
    assert [demand.holder for demand in known(status(PEACE, sentence)).demands] == [holder]


def test_what_comes_next_is_rather_told_after_the_lead() -> None:
    lead = "Peru and Chile agreed on Monday to hold talks on a border treaty on Thursday."
    hour = "Both delegations will open the talks in Lima on Thursday at noon."
    step = known(status(lead, hour)).next_step
    assert step is not None
    assert step.sentence == hour


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers agreed on Friday to start talks on water.",
        "The ministers decided on Friday to hold a second round.",
        "The ministers plan to hold a second round, the delegations said on Friday.",
    ],
)
def test_the_day_on_which_it_was_agreed_or_said_is_not_the_day_of_the_step(sentence: str) -> None:
    step = known(status("Peru and Chile held talks on a border treaty on Monday.", sentence)).next_step
    assert step is None or step.date is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The delegations decided on Monday to meet again on May 12.",
        "The ministers agreed to meet again on May 12.",
        "The delegations are expected on May 12 to vote on the treaty.",
    ],
)
def test_a_day_behind_what_is_agreed_is_its_own(sentence: str) -> None:
    step = known(status("Peru and Chile held talks on a border treaty on Monday.", sentence)).next_step
    assert step is not None
    assert step.date is not None
    assert step.date.endswith("05-12")

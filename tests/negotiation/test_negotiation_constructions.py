"""Plain English, construction by construction: what a side wants, what comes next, who sits at the table, who mediates.

Every sentence is invented; each list has some in which the rule must not fire.
"""

from __future__ import annotations

import pytest
from invented import known, status

BAKERS = "The Bakers' Union and Tarnow Foods resumed contract talks on Monday."
STRAIT = "Peace talks between Norway and Iran resumed on Monday."

POSITIONS = [
    (BAKERS, "The union wants a raise of 6 percent.", "Bakers' Union"),
    (BAKERS, "The union is pushing for shorter shifts.", "Bakers' Union"),
    (BAKERS, "Tarnow's offer would freeze pay for two years.", "Tarnow Foods"),
    (BAKERS, "Under the company's proposal, new bakers would earn less.", "Tarnow Foods"),
    (BAKERS, "The company says it needs cuts in overtime pay to survive.", "Tarnow Foods"),
    (BAKERS, "Bakers are asking for a fifth week of leave.", "Bakers' Union"),
    (BAKERS, "Tarnow is offering 2 percent a year over three years.", "Tarnow Foods"),
    (BAKERS, "The main demand of the bakers is a pension.", "Bakers' Union"),
    (BAKERS, "“We will not work nights without extra pay,” union president Jan Roe said.", "Bakers' Union"),
    (BAKERS, "Management has refused to discuss pensions.", "Tarnow Foods"),
    (BAKERS, "The union said any deal must protect pensions.", "Bakers' Union"),
    (BAKERS, "The company had earlier sought a wage freeze.", "Tarnow Foods"),
    (BAKERS, "Pay and pensions are the union's top priorities.", "Bakers' Union"),
    (BAKERS, "The union has made clear it will not give up the bonus.", "Bakers' Union"),
    (BAKERS, "The company insists that its offer is final.", "Tarnow Foods"),
    (BAKERS, "The bakers struck on May 3 to back demands for a 36-hour week.", "Bakers' Union"),
    (BAKERS, "Bakers walked out in support of a claim for a 9 percent rise.", "Bakers' Union"),
    (BAKERS, "Tarnow has put forward a five-year deal with a 3 percent raise.", "Tarnow Foods"),
    (BAKERS, "The union is seeking guarantees against layoffs.", "Bakers' Union"),
    (BAKERS, "Union leaders have called for the reinstatement of 40 dismissed bakers.", "Bakers' Union"),
    (STRAIT, "Iran's demand that sanctions be lifted first was repeated on Monday.", "Iran"),
    (STRAIT, "Norway is demanding the release of its fishermen.", "Norway"),
    (STRAIT, "Iran says it will sign only if its assets are returned.", "Iran"),
    (STRAIT, "Iran will not attend unless the embargo ends.", "Iran"),
    (STRAIT, "Norway opposes any change to the sea border.", "Norway"),
    (STRAIT, "Norway proposed a joint patrol of the strait.", "Norway"),
    (STRAIT, "Iran is ready to free the crew in return for compensation.", "Iran"),
    (STRAIT, "Oslo has ruled out paying compensation.", "Norway"),
    (STRAIT, "Tehran wants guarantees that the pact will last.", "Iran"),
    (STRAIT, "“The embargo has to go,” Iranian envoy Ali Karzad said.", "Iran"),
    (STRAIT, "Iran maintains that its boats were in its own waters and that fines be returned.", "Iran"),
    (STRAIT, "Norway has conditioned further talks on the release of the crew.", "Norway"),
    (STRAIT, "An Iranian official said Norway should first apologise.", "Iran"),
    (STRAIT, "The Norwegian plan calls for a joint commission.", "Norway"),
    (STRAIT, "Norwegian negotiators pressed Iran to open its ports.", "Norway"),
    (STRAIT, "Iran urged Norway to return the boats.", "Iran"),
    (STRAIT, "Iran favours a treaty while Norway prefers a simple exchange of letters.", "Iran"),
    (STRAIT, "Norway has threatened to leave the talks if the crew is not freed.", "Norway"),
    (STRAIT, "Iran stuck to its position that the boats must be returned.", "Iran"),
    (STRAIT, "A key Iranian condition is an apology.", "Iran"),
    (STRAIT, "Iran accepted the plan on condition that the boats are returned.", "Iran"),
    (STRAIT, "Norway objected to the wording on fishing rights.", "Norway"),
    (STRAIT, "Iran called on Norway to respect the treaty.", "Iran"),
    (STRAIT, "Iran's position is that the strait is open to all.", "Iran"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ("The contract will go to about 25,000 union members for a final vote in May.", "partial"),
        ("The deal must still be ratified by the union's members.", "partial"),
        ("The agreement is subject to ratification by members.", "partial"),
        ("Teachers are to vote on the agreement on Friday.", "partial"),
        ("The deal ends a dispute of nine months.", "agreed"),
    ],
)
def test_a_deal_on_which_the_members_still_vote_is_tentative(told: str, stage: str) -> None:
    lead = "The teachers' union and the school board reached a deal on a contract on Friday."
    assert known(status(lead, told, title="Teachers and school board reach contract deal")).stage == stage


def test_a_tentative_deal_is_told_as_one() -> None:
    lead = "The teachers' union and the school board reached a deal on a contract on Friday."
    found = known(status(lead, "Teachers are to vote on the agreement on Sunday."))
    assert "reached a tentative agreement" in found.summary


def test_he_is_who_spoke_before_though_the_sentence_between_names_the_other_side() -> None:
    lead = "Visiting U.S. Agriculture secretary Anton Lanting said Japan had rejected a proposal for talks on rice on Monday."
    told = known(
        status(lead, "He told reporters that Japan had no case.", "He demanded that the rice market be opened this year.")
    )
    assert [(demand.holder, demand.sentence[:11]) for demand in told.demands] == [("United States", "He demanded")]


@pytest.mark.parametrize(("lead", "sentence", "holder"), POSITIONS)
def test_a_position_is_found_with_its_holder(lead: str, sentence: str, holder: str) -> None:
    assert (sentence, holder) in {(demand.sentence, demand.holder) for demand in known(status(lead, sentence)).demands}


NO_POSITIONS = [
    (BAKERS, "The company wants to thank its customers, a manager said."),
    (BAKERS, "Demand for bread fell by 3 percent in May."),
    (BAKERS, "Analysts said the union wants too much."),
    (BAKERS, "Asked whether he would resign, Roe laughed."),
    (BAKERS, "The source asked not to be named."),
    (BAKERS, "The proposed contract covers 300 bakers."),
    (BAKERS, "The strike must be seen in its context, said Lena Fisk, a professor."),
    (BAKERS, "Customers should expect less bread this week."),
    (STRAIT, "The talks were called by a third country."),
    (STRAIT, "Ships must stop at the strait to be checked."),
    (STRAIT, "The war claimed 30 lives."),
    (STRAIT, "He offered no details."),
    (STRAIT, "Nobody wants war."),
    (STRAIT, "Iran offered condolences after the storm."),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "sentence"), NO_POSITIONS)
def test_what_only_looks_like_a_position_is_none(lead: str, sentence: str) -> None:
    assert sentence not in {demand.sentence for demand in known(status(lead, sentence)).demands}


TALKS = "Norway and Iran held peace talks on Monday."
ROUND = "The Bakers' Union and Tarnow Foods ended contract talks on Monday."
STEPS = [
    (TALKS, "The next round will be held in Oslo on March 9."),
    (TALKS, "The two sides are to meet again next week."),
    (TALKS, "Negotiators are due back at the table on Thursday."),
    (TALKS, "A further session is scheduled for March 12."),
    (TALKS, "Talks are expected to resume after the holiday."),
    (TALKS, "Iran's parliament votes on the draft on Friday."),
    (TALKS, "The envoys plan to sign the accord in May."),
    (TALKS, "The truce takes effect at midnight on Wednesday."),
    (TALKS, "They agreed to meet again in two weeks."),
    (TALKS, "An Iranian delegation leaves for Oslo tomorrow."),
    (TALKS, "Norway said it would reply by Friday."),
    (TALKS, "The pact is subject to approval by Norway's parliament."),
    (TALKS, "Tentative talks are set for the end of the month."),
    (TALKS, "Foreign ministers could meet as early as Thursday."),
    (TALKS, "A signing ceremony is planned for Saturday."),
    (ROUND, "Union members will vote on the offer on Saturday."),
    (ROUND, "The union's board meets on Wednesday to consider the offer."),
    (ROUND, "A federal mediator has called both sides to a meeting on Thursday."),
    (ROUND, "Balloting is to begin next Monday."),
    (ROUND, "The contract goes to members for ratification next month."),
    (ROUND, "Bargaining is to continue on Tuesday."),
    (ROUND, "The merger still requires the consent of shareholders."),
    (ROUND, "A strike is due to begin at midnight on Friday."),
    (ROUND, "No agreement is in sight, but the sides will keep talking this week."),
    (TALKS, "The leaders intend to hold a summit in the autumn."),
    (TALKS, "Iran is studying the proposal and will answer within ten days."),
    (TALKS, "The mediator will travel to Tehran on Sunday."),
    (TALKS, "A hearing on the request is set for March 20."),
    (TALKS, "The two countries hope to conclude a treaty by the end of the year."),
    (TALKS, "Prisoners will be exchanged on Sunday."),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "sentence"), STEPS)
def test_a_plan_is_the_next_step(lead: str, sentence: str) -> None:
    found = known(status(lead, sentence)).next_step
    assert found is not None
    assert found.sentence == sentence


NO_STEPS = [
    (TALKS, "They met last Thursday in Oslo."),
    (TALKS, "The war could still go on for years."),
    (TALKS, "Would they ever meet again?"),
    (TALKS, "“We will defend our rivers,” an official said."),
    (ROUND, "Bread will be scarce, a shopkeeper said."),
    (ROUND, "If prices fell, the company would earn less."),
    (ROUND, "The plant will celebrate its fiftieth year."),
    (TALKS, "Nobody would say whether they will meet again."),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "sentence"), NO_STEPS)
def test_what_was_or_might_be_is_no_next_step(lead: str, sentence: str) -> None:
    found = known(status(lead, sentence)).next_step
    assert found is None or found.sentence != sentence


SIDES = [
    ("U.S. and Soviet negotiators resumed talks on medium-range missiles in Geneva on Monday.",
     None, {"Soviet Union", "United States"}),
    ("Israeli and Palestinian delegates agreed on Monday to hold talks on water.", None, {"Israel", "Palestinians"}),
    ("Striking miners and the state coal company Corvex failed to reach a pay deal on Monday.",
     "Corvex said it could offer no more.", {"Corvex", "miners"}),
    ("The Freedom Party and the Centre Alliance opened coalition talks on Monday.",
     "Freedom Party leader Max Hohl said a deal was possible.", {"Centre Alliance", "Freedom Party"}),
    ("Delta Grain Inc said it had agreed to acquire Morrow Mills Ltd for 120 million dollars in cash.",
     None, {"Delta Grain", "Morrow Mills"}),
    ("Rebels of the Northern Salvation Front and the army signed a ceasefire on Monday.",
     None, {"Northern Salvation Front", "army"}),
    ("Talks between Ecuador's government and indigenous leaders on fuel prices broke down on Monday.",
     None, {"Ecuadorean government", "indigenous leaders"}),
    ("London and Brussels resumed talks on a trade deal on Monday.",
     "British negotiator David Roe said gaps remained.", {"Britain", "European Union"}),
    ("The FARC and Colombia's government agreed a ceasefire in Havana on Monday.", None, {"Colombian government", "FARC"}),
    ("Officials from Seoul and Pyongyang met at Panmunjom on Monday for talks on family reunions.",
     None, {"North Korea", "South Korea"}),
    ("Argentina reached a deal with its bondholders on Monday.", None, {"Argentina", "bondholders"}),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "more", "sides"), SIDES)
def test_the_sides_are_found_by_list_form_and_generic_word(lead: str, more: str | None, sides: set[str]) -> None:
    assert {party.name for party in known(status(*filter(None, (lead, more)))).parties} == sides


MEDIATORS = [
    ("Norland and Sudia opened talks on water, held with the mediation of the Catholic Church.", ("Catholic Church",)),
    ("U.N.-brokered peace talks between Norland and Sudia resumed on Monday.", ("United Nations",)),
    ("Norland and Sudia exchanged messages through the Swiss embassy before talks on a prisoner swap began.",
     ("Swiss embassy",)),
    ("A federal mediator called the union and Holm Motors back to contract talks on Monday.", ("federal mediator",)),
    ("Norland and Sudia held talks on Monday under the auspices of the African Union.", ("African Union",)),
    ("Former president Omar Dahl has been trying to mediate in peace talks between Norland and Sudia.", ("Omar Dahl",)),
    ("Norland and Sudia held peace talks on Monday, with Kenya acting as a go-between.", ("Kenya",)),
    ("The union and Larkfield Health met with state mediator Tove Harnik on Monday for contract talks.", ("Tove Harnik",)),
    ("Peace talks between Norland and Sudia resumed on Monday, mediated by Oman.", ("Oman",)),
    # Who is asked for a mediator, or might be one, mediates nothing.
    ("Canada was asked to appoint a mediator in contract talks between the union and Holm Motors.", ()),
    ("Peace talks between Norland and Sudia could be mediated by Turkey.", ()),
    ("Peace talks between Norland and Sudia resumed on Monday, a U.S. Government securities broker said.", ()),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "mediators"), MEDIATORS)
def test_who_mediates_is_told_by_deed_office_or_standing_between(lead: str, mediators: tuple[str, ...]) -> None:
    assert known(status(lead, title="Norland and Sudia talks")).mediators == mediators


PLACES = [
    ("GENEVA Ministers of Norland and Sudia resumed peace talks on Monday.", ("Geneva",)),
    ("Norland and Sudia resumed peace talks on Monday, following the collapse of the Oslo summit.", ()),
    ("Norland and Sudia will resume peace talks on Friday on the resort island of Merrin.", ("Merrin",)),
    # The seat of a country that the article speaks of is where the news was written.
    ("OSLO Norway and Iran resumed peace talks on Monday.", ()),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "venue"), PLACES)
def test_a_dateline_is_the_venue_only_where_people_meet_there(lead: str, venue: tuple[str, ...]) -> None:
    assert known(status(lead)).venue == venue


SUMMARIES = [
    (("Norland and Sudia agreed on a ceasefire on Monday.", "Norland and Sudia had met for weeks.",
      "The ceasefire was mediated by Oman.", "Iran welcomed the ceasefire."),
     "Norland and Sudia agreed on a ceasefire, mediated by Oman."),
    (("Talks between the Bakers' Union and Tarnow Foods broke down on Monday.",
      "The sticking point is a fifth week of leave.", "Members will vote on a strike on March 9."),
     "Talks between the Bakers' Union and Tarnow Foods broke down. In the way: “The sticking point is a fifth week of leave”. "
     "A vote is due on 9 March 2026."),
    (("The rebels say they are ready for talks with Norway.",), "The rebels say they are ready for talks with Norway."),
    (("Peace talks between Norland and Sudia collapsed on Monday.",),
     "Talks between Norland and Sudia broke down. No next step was found."),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "summary"), SUMMARIES)
def test_a_summary_tells_what_is_known_in_plain_english(paragraphs: tuple[str, ...], summary: str) -> None:
    assert known(status(*paragraphs)).summary == summary


VENUES = [
    ("Talks in Vienna between Norland and Sudia went into a second day on Monday.", "Vienna"),
    ("Negotiators from Norland and Sudia met in Doha on Monday to discuss the border.", "Doha"),
    ("Norland and Sudia opened peace talks on Monday at a lakeside hotel in Nairobi.", "Nairobi"),
    ("Norland and Sudia will attend a peace summit hosted by Egypt in Sharm el-Sheikh on Friday.", "Sharm el-Sheikh"),
    ("Delegations from Norland and Sudia arrived in Geneva on Monday for peace talks.", "Geneva"),
    ("The Cairo talks between Norland and Sudia resumed on Monday.", "Cairo"),
    ("Peace talks between Norland and Sudia are being held in the Kuwaiti capital.", "Kuwait"),
    ("Norland and Sudia agreed on a truce after nine hours of talks at the Palais des Nations in Geneva.", "Geneva"),
    ("A peace conference of Norland and Sudia began in the Ugandan capital Kampala on Monday.", "Kampala"),
    ("Norland and Sudia signed a peace accord in Abuja on Monday.", "Abuja"),
    ("LUXEMBOURG, March 2 - Ministers of Norland and Sudia began trade talks here on Monday.", "Luxembourg"),
    ("Contract talks between the union and Holm Motors continued on Monday at a hotel near Chicago.", "Chicago"),
    ("Norland and Sudia will send envoys to Oslo for talks next week.", "Oslo"),
    ("Norland's foreign minister flew to Cairo on Monday for talks with Sudia.", "Cairo"),
    ("Peace talks between Norland and Sudia moved to Tunis on Monday.", "Tunis"),
    ("Norland and Sudia resumed talks in Stockholm, Sweden, on Monday.", "Stockholm"),
    ("The envoys of Norland and Sudia held indirect talks in Muscat, Oman's capital, on Monday.", "Muscat"),
    ("Kenya is hosting the peace talks between Norland and Sudia, which began on Monday.", "Kenya"),
    ("The second round of peace talks between Norland and Sudia took place on Monday in Almaty.", "Almaty"),
    ("Negotiators left Lausanne without a deal between Norland and Sudia on Monday.", "Lausanne"),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "place"), VENUES)
def test_the_place_is_where_they_meet_or_go_to_meet(lead: str, place: str) -> None:
    assert place in " ".join(known(status(lead, title="Norland and Sudia hold peace talks")).venue)


@pytest.mark.parametrize(
    "lead",
    [
        "Norland and Sudia resumed peace talks on Monday, a year after a summit in Cairo.",
        "Norland denied that there were peace talks with Sudia, its minister said in Paris.",
        "A bomb killed three people in Nairobi as Norland and Sudia agreed on a truce.",
        "Norland and Sudia resumed peace talks on Monday. The pact signed in Oslo in 1999 had failed.",
    ],
)
def test_where_somebody_spoke_or_something_else_happened_is_no_venue(lead: str) -> None:
    assert known(status(lead, title="Norland and Sudia hold peace talks")).venue == ()


OFFICERS = [
    (BAKERS, "“We are close,” said Tove Harnik, president of the Bakers' Union.", "Bakers' Union", "Tove Harnik"),
    (BAKERS, "Union president Tove Harnik said the offer was too low.", "Bakers' Union", "Tove Harnik"),
    (BAKERS, "Tarnow chief executive Leif Aske said costs had to fall.", "Tarnow Foods", "Leif Aske"),
    (BAKERS, "Leif Aske, Tarnow's vice president for personnel, said talks would go on.", "Tarnow Foods", "Leif Aske"),
    (BAKERS, "Company spokesman Leif Aske declined to comment.", "Tarnow Foods", "Leif Aske"),
    (BAKERS, "A spokesman for the union, Jan Roe, said members were angry.", "Bakers' Union", "Jan Roe"),
    (BAKERS, "Tarnow's Leif Aske called the talks useful.", "Tarnow Foods", "Leif Aske"),
    (BAKERS, "The union's chief negotiator, Jan Roe, said pay was the problem.", "Bakers' Union", "Jan Roe"),
    (BAKERS, "Jan Roe, who leads the union's bargaining team, said pay was the problem.", "Bakers' Union", "Jan Roe"),
    (BAKERS, "“It is a start,” said the union's Jan Roe.", "Bakers' Union", "Jan Roe"),
    (BAKERS, "Tarnow senior vice-president Leif Aske said the plant would stay open.", "Tarnow Foods", "Leif Aske"),
    (BAKERS, "Jan Roe of the Bakers' Union said pay was the problem.", "Bakers' Union", "Jan Roe"),
    (STRAIT, "Iranian Foreign Minister Ali Karzad met his Norwegian counterpart, Per Lund.", "Iran", "Ali Karzad"),
    (STRAIT, "Iranian Foreign Minister Ali Karzad met his Norwegian counterpart, Per Lund.", "Norway", "Per Lund"),
    (STRAIT, "Iran's top negotiator Ali Karzad said progress was slow.", "Iran", "Ali Karzad"),
    (STRAIT, "Ali Karzad, head of the Iranian delegation, said progress was slow.", "Iran", "Ali Karzad"),
    (STRAIT, "The Norwegian team is led by Per Lund.", "Norway", "Per Lund"),
    (STRAIT, "Per Lund, Norway's deputy foreign minister, said progress was slow.", "Norway", "Per Lund"),
    (STRAIT, "Iranian President Hasan Kavian said Iran would not yield.", "Iran", "Hasan Kavian"),
    (STRAIT, "Norwegian Prime Minister Lise Dahl's office said talks would resume.", "Norway", "Lise Dahl"),
    (STRAIT, "An Iranian spokesman said progress was slow. Ali Karzad told reporters that gaps remained.",
     "Iran", "Ali Karzad"),
    (STRAIT, "Tehran's envoy to the talks, Ali Karzad, said progress was slow.", "Iran", "Ali Karzad"),
    (STRAIT, "Trade Minister Per Lund of Norway said quotas were open.", "Norway", "Per Lund"),
    (STRAIT, "Per Lund, the Norwegian trade minister, said quotas were open.", "Norway", "Per Lund"),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "sentence", "party", "leader"), OFFICERS)
def test_whose_people_are_is_told_in_many_ways(lead: str, sentence: str, party: str, leader: str) -> None:
    leaders = {found.name: found.leaders for found in known(status(lead, sentence)).parties}
    assert leader in leaders[party]

"""Where they meet, in the many ways in which news says so; and places that are named for something else."""

from __future__ import annotations

import pytest
from invented import known, status

WHERE = [
    ("The two presidents arrived at Camp David on Tuesday for three days of peace talks with Norland.", ("Camp David",)),
    ("Military officers of Norland and Sudia met at the border village of Querrin on Friday to discuss a truce.", ("Querrin",)),
    ("The talks between Norland and Sudia, at a hotel in the Swiss resort of Montreux, resumed on Tuesday.", ("Montreux",)),
    ("Norland and Sudia held talks at the United Nations headquarters in New York on Wednesday.", ("New York",)),
    ("Geneva is the venue for next week's arms control talks between Norland and Sudia.", ("Geneva",)),
    ("Commanders of Norland and Sudia met aboard the MV Marlin on Monday to negotiate a ceasefire.", ("MV Marlin",)),
    ("Ministers of Norland and Sudia gathered at Elmau castle on Friday for talks on debt relief.", ("Elmau castle",)),
    ("Party leaders returned to Stormont on Monday for talks on a power-sharing government.", ("Stormont",)),
    ("Talks on a power-sharing government of both parties resumed at Stormont House in Belfast on Monday.", ("Belfast",)),
    ("The union and Borea Air are meeting at a downtown Toronto hotel for contract talks.", ("Toronto",)),
    ("The ministers of Norland and Sudia met on the sidelines of the Munich Security Conference for talks.", ("Munich",)),
    ("Talks between Norland and the rebels were scheduled to continue in neighbouring Chad on Monday.", ("Chad",)),
    ("Pay talks between nurses and Larkfield Health resumed in Querrin on Monday.", ("Querrin",)),
    ("Congressional leaders went to the White House on Wednesday for talks on a budget deal.", ("White House",)),
    ("Union leaders were invited to Downing Street on Tuesday for talks to end the nurses' strike.", ("Downing Street",)),
    ("Norland and Sudia met on Monday at Alder Air Force Base near Dayton for peace talks.", ("Dayton",)),
    ("Norland's opposition left for Switzerland on Friday to attend peace talks with the government.", ("Switzerland",)),
    ("Norland and Sudia met in the Egyptian Red Sea resort of Sharm el-Sheikh and declared a ceasefire.", ("Sharm el-Sheikh",)),
    ("Norland and Sudia agreed on a framework for tariffs after two days of talks in London.", ("London",)),
    ("Norland and Sudia opened peace talks on Saturday at a chateau in Rambouillet, outside Paris.", ("Rambouillet",)),
    ("Talks between the Taliban and Norland are to be held in the United Arab Emirates next week.", ("United Arab Emirates",)),
    ("Talks between Sudia and Norland are being held in the UAE, the minister said.", ("UAE",)),
    ("The rebels will meet Norland's foreign minister in South Korea on Monday for peace talks.", ("South Korea",)),
    ("Sudia will hold peace talks with Norland in the Netherlands on Monday.", ("Netherlands",)),
    ("Norda will hold the first meeting with members of a new committee that negotiates for its creditors in Barcelona on "
     "Tuesday.", ("Barcelona",)),
    ("Pay talks at Norda broke down on Saturday, the union said by telephone from Milwaukee, site of the talks.",
     ("Milwaukee",)),
    ("Norland's trade minister went to Beijing on Monday to negotiate a tariff deal with China.", ("Beijing",)),
    ("A team of Norland's is in Dakar to negotiate a ceasefire with the rebels, a spokesman said.", ("Dakar",)),
    ("Norland's premier, on a visit to Ankara, discussed a ceasefire with the rebels of Sudia on Monday.", ("Ankara",)),
    ("Norland's premier flew to Ankara and met the rebels' leader for talks on a ceasefire.", ("Ankara",)),
    ("Norland and Sudia announced a ceasefire after a previously undisclosed meeting in Doha.", ("Doha",)),
    ("Norland and Sudia announced a ceasefire on Friday after five days of intensive talks in the Chinese capital Beijing.",
     ("Beijing",)),
    ("After marathon talks in Ankara, the rebels and the government of Norland agreed on a truce on Monday.", ("Ankara",)),
    ("The union and the bus company said that talks at the Marlin Hotel in Ankara ended without a deal.", ("Ankara",)),
    ("Norland was defiant on Friday after the second White House meeting with congressional leaders on the budget broke up "
     "without a deal.", ("White House",)),
    ("Norland and Sudia swapped prisoners during an eighth round of peace talks aimed at ending the conflict in Astana on "
     "Friday.", ("Astana",)),
    ("Peace talks of Norland and Sudia will convene for the first time in Geneva on Friday.", ("Geneva",)),
    ("The two sides met for the third time in as many weeks, in Oslo, on Monday to discuss a truce.", ("Oslo",)),
    ("The accord, to be signed in Washington on Friday, ends a ten-year war between Norland and Sudia.", ("Washington",)),
    ("Peace talks between Norland and Sudia moved from Paris to Geneva on Monday.", ("Geneva",)),
    ("Norland proposed Helsinki as the site of peace talks with Sudia.", ("Helsinki",)),
    ("A ceremony to sign the deal between Norland and the rebels will be held in Ankara on Friday.", ("Ankara",)),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "venue"), WHERE)
def test_where_they_meet_is_told_in_many_ways(lead: str, venue: tuple[str, ...]) -> None:
    assert known(status(lead)).venue == venue


ELSEWHERE = [
    "Norland is firm to clinch a durable deal in SFA talks with Sudia, the minister said on Monday.",
    "LAGOS - Norland agreed on a truce with the rebels on Monday, the army said.",
    "FRANKFURT - Borea said on Friday it was in talks with Holm Maps on a takeover.",
    "Leaders of Norland and Sudia were to open new chapters in Ankara's bid for a treaty, after peace talks resumed.",
    "The U.S. ambassador in Cairo backed peace talks between the rebels and the government of Norland on Monday.",
    "Norland's minister, speaking at a conference in Munich on Saturday, rejected peace talks with Sudia.",
    "Sources in Brussels said on Monday that the talks between Norland and Sudia had stalled.",
    "Norland and Sudia agreed on Monday on a prisoner exchange in Syria.",
    "Norland, a guarantor of the Oslo peace process, rejected peace talks with Sudia on Monday.",
    "Protesters in Santiago rejected Norland's offer of talks on Monday.",
    "Norland's minister stopped on his way back to Dublin to hold talks with Sudia on Monday.",
    "Norland declared a truce near Damascus on Monday after talks with the rebels.",
    "Norland's minister left Ankara for Sudia on Monday to resume peace talks with the rebels.",
    "The Millers' Board Union told reporters that talks with Norda Mills ended in a deal on Monday.",
    "Norland, which took part in the Shanghai Cooperation Organization summit, held trade talks with Sudia on Monday.",
    "Norland urged talks with Sudia on Monday to feed those who remain in Aleppo.",
    "Norland and Sudia praised the agreement reached on the port city of Dunmar on Monday.",
    "Norland and Sudia announced peace talks on Monday after a bomb in Ankara.",
    "Police in Paris fired tear gas at strikers on Monday as pay talks resumed.",
    "A bomb in Kabul killed ten on Monday, hours before peace talks between Norland and the rebels.",
    "Norland and Sudia agreed on a ceasefire on Monday after earlier talks in Ankara.",
    "Norland rejected talks with Sudia on Monday after a visit to Ankara by the Pope.",
]  # fmt: skip


@pytest.mark.parametrize("lead", ELSEWHERE)
def test_where_somebody_serves_or_speaks_or_a_truce_holds_is_no_venue(lead: str) -> None:
    assert known(status(lead)).venue == ()


def test_the_place_of_talks_that_are_planned_is_the_venue_whatever_was_before() -> None:
    lead = "Norland plans to hold trade talks with Sudia on April 17 in Tokyo, the second such meeting since May last year."
    assert known(status(lead)).venue == ("Tokyo",)


@pytest.mark.parametrize(("lead", "venue"), [
    ("After the breakdown of talks between Norland's President Jane Roe and the new leader of Sudia, Joan Doe, in Vienna on "
     "Monday, both sides blamed each other.", ("Vienna",)),
    ("Norland and Sudia are to resume talks on a cut in fumes at a climate conference in Copenhagen in May.", ("Copenhagen",)),
    ("Norland and Sudia resumed peace talks, Jane Roe told a news conference in Copenhagen on Monday.", ()),
])  # fmt: skip
def test_where_they_meet_may_stand_behind_long_names_and_be_a_conference(lead: str, venue: tuple[str, ...]) -> None:
    assert known(status(lead)).venue == venue


def test_what_a_sentence_far_down_says_of_a_place_is_not_where_they_meet() -> None:
    lead = "Norland and Sudia agreed on Monday to resume trade talks."
    middle = [f"The harvest of field {number} was good, farmers said." for number in range(30)]
    assert known(status(lead, *middle, "A minister once spoke of the talks in Vienna.")).venue == ()


def test_the_place_of_the_meeting_before_is_no_venue() -> None:
    lead = "Sudia's envoy will fly to Norland to try to negotiate a truce."
    assert known(status(lead, "It followed a meeting of ministers in the Egyptian capital, Cairo.")).venue == ()


def test_a_round_of_trade_talks_is_no_place_and_no_side() -> None:
    found = known(status(
        "Norland and Sudia resumed the Uruguay Round of trade talks on Monday.",
        "The Uruguay talks have dragged on for years, and envoys are to gather in Geneva on Friday.",
    ))  # fmt: skip
    assert {party.name for party in found.parties} == {"Norland", "Sudia"}
    assert found.venue == ("Geneva",)

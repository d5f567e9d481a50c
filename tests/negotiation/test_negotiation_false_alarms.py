"""News that speaks of deals, bids, talks and strikes and reports no negotiation: invented, one for each kind met."""

from __future__ import annotations

import pytest
from invented import status

OTHER_NEWS = {
    "a footballer's contract": (
        "Korvin close to new contract",
        "Winger Ivo Korvin is close to agreeing a new contract at Larkfield United, his coach said on Friday.",
        "The midfielder's agent has been in talks with the club since January, and the league leaders have made a new offer.",
        "Korvin has scored eleven goals this season.",
    ),
    "a boxer's promoter": (
        "Featherweight Doyle says deal with promoter has ended",
        "Featherweight champion Cass Doyle said on Monday that her deal with the promoter had ended after three bouts.",
        "The boxer, unbeaten in her last nine fights, said she had withdrawn from the agreement and wants a title bout.",
    ),
    "an actor's role": (
        "Stane in talks to play the admiral",
        "Actor Milo Stane is in talks to star in a film about the polar admiral, the studio said.",
        "The director, who won an Oscar for his last drama, wrote the script with novelist Ada Prell.",
        "Talks with another actor fell through in May.",
    ),
    "a novelist's deal": (
        "First-time author lands deal",
        "A first-time novelist has signed a deal with a publisher for a comedy about a lighthouse.",
        "The author, a former singer, said the novel took eleven years. A film star has agreed to record the songs.",
    ),
    "an order of trains": (
        "Brakmont to get thirty new trams",
        "Brakmont has signed a deal to buy thirty trams from Borea Works, the city said on Tuesday.",
        "The agreement for the purchase of thirty trains and forty buses is worth ninety million crowns.",
    ),
    "a lawsuit": (
        "Judge hears arguments over bond default",
        "A judge heard arguments on Monday in a lawsuit by bondholders who say that Alba Stores violated an agreement.",
        "The plaintiffs sued in May. The settlement proposed to the court would pay damages of nine million crowns.",
        "Alba Stores rejected the offer and asked the judge to dismiss the fraud charges.",
    ),
    "a market report": (
        "Oil falls for a third day as profits disappoint",
        "Oil fell three percent on Monday as traders weighed weak data from factories.",
        "Crude for May delivery lost two crowns to ninety-one.",
        "Refiners said margins were thin. Stocks of petrol rose again in the week, and tanker rates were flat.",
        "Analysts said a gas deal signed by Norland and Sudia eased worries about supply.",
        "Copper gained one percent.",
    ),
    "a police standoff": (
        "Standoff at farm ends",
        "A two-day standoff between police and a gunman at a farm near Brakmont ended on Sunday.",
        "The man walked out with his hands up. Officers said that nobody was hurt.",
    ),
    "gridlock": (
        "Gridlock on the ring road",
        "Drivers sat in gridlock for four hours after a lorry shed its load of turnips on the ring road.",
        "There was no breakthrough until noon, when a crane arrived.",
    ),
    "employees bought out": (
        "Parcel firm to book charge for voluntary buyouts",
        "Swift Parcels said it will book a charge as workers accept voluntary buyouts.",
        "It expects four thousand employees to take part in the buyout program by May.",
    ),
    "a metaphor": (
        "Scientists find common ground on sleep",
        "Doctors and biologists have found common ground on how long children should sleep.",
        "A formula that was agreed at a congress gives ten hours for a child of six.",
    ),
    "a state's obituary of a treaty": (
        "The diplomat who loved owls",
        "Petra Olin, who has died aged 91, painted owls for seventy years.",
        "As a young secretary she carried the papers when the Lake Treaty was signed in 1951.",
        "Her last show, of barn owls in snow, opened in Meru in March. She leaves two sons and a cat.",
    ),
}


@pytest.mark.parametrize("article", OTHER_NEWS.values(), ids=OTHER_NEWS.keys())
def test_no_negotiation_is_reported(article: tuple[str, ...]) -> None:
    title, *paragraphs = article
    found = status(*paragraphs, title=title)
    assert found is None, found.why


DISPUTES = {
    "a players' lockout": (
        "Players reject owners' offer, lockout goes on",
        "The players' union rejected the latest offer of the league's owners on Friday and the lockout entered its third week.",
        "The season was to open on Sunday. Talks on a new collective bargaining agreement broke down on Wednesday.",
        "The coach of the champions said that his squad trains in a school stadium.",
    ),
    "a writers' strike": (
        "Writers' guild and studios resume talks",
        "Negotiators for the writers' guild and the film studios resumed talks on Monday, nine weeks into a strike.",
        "Actors and directors have joined the pickets. No movie or television drama has been made since May.",
    ),
    "a merger in court": (
        "Court clears takeover talks",
        "Alba Foods and Borea Mills said on Monday they resumed merger talks after a judge lifted an order.",
        "Borea Mills had rejected an earlier bid. The boards meet on Thursday.",
    ),
}


@pytest.mark.parametrize("article", DISPUTES.values(), ids=DISPUTES.keys())
def test_a_dispute_in_the_same_worlds_is_one(article: tuple[str, ...]) -> None:
    title, *paragraphs = article
    assert status(*paragraphs, title=title) is not None


def test_a_march_that_asks_for_a_ceasefire_is_weaker_than_a_government_that_does() -> None:
    asked = "asked on Sunday for a ceasefire between Norland and Sudia. The fighting went on."
    assert status(f"Estia {asked}") is not None
    march = status(f"Thousands of protesters who marched with placards {asked}", title="Thousands march in Meru")
    assert march is None or march.stage == "called_for"


def test_a_settlement_where_people_live_is_no_agreement() -> None:
    assert (
        status(
            "The government approved an illegal settlement of nine hundred homes on Monday. Settlers welcomed the settlement.",
            "The parliament backed the settlement of the villagers by two votes.",
            title="Parliament approves settlement goods bill",
        )
        is None
    )
    assert (
        status("The two sides reached a settlement of the pay dispute on Monday.", title="Pay settlement reached") is not None
    )


def test_rugby_union_is_no_trade_union() -> None:
    assert (
        status(
            "The coach said his rugby union club will not make a bid for the captain of the league squad.",
            "The winger's contract runs out in May, and talks with his agent have stalled.",
            title="Tigers wary of bid for captain",
        )
        is None
    )

"""Bodies that no list knows, told by their form: trades joined by "and", a company's plants, "the Union"."""

from __future__ import annotations

import pytest
from invented import known, status

PARTIES = [
    (("The United Food and Commercial Workers Union Local 222 rejected a contract offer from Borea Meats on Monday.",),
     {"United Food and Commercial Workers Union", "Borea Meats"}),
    (("The Bakery and Confectionery Workers and Larkfield Foods resumed contract talks on Monday.",),
     {"Bakery and Confectionery Workers", "Larkfield Foods"}),
    (("Cominto said it resumed contract talks on Monday with the United Steelworkers at its Alder and Brevik operations.",),
     {"Cominto", "United Steelworkers"}),
    (("Merion plc has turned down a takeover approach from Borea, its smaller rival.",), {"Merion", "Borea"}),
    (("Norland and the Amber Front will open peace talks on Western Merrin on June 18.",), {"Norland", "Amber Front"}),
    (("NJ Transit and a coalition of rail unions, the NJT Rail Labor Coalition, reached a tentative contract deal on Friday.",),
     {"NJ Transit", "NJT Rail Labor Coalition"}),
    (("Merion agreed on Monday to merge with Borea.", "Under the deal Borea CEO is to stay. Merion said so."),
     {"Merion", "Borea"}),
    (("The Merion-Borea merger was agreed on Monday.", "Shares of Merion fell, those of Borea rose."),
     {"Merion", "Borea"}),
    (("Buying Merion would strengthen Borea, which made a takeover bid on Monday.", "The offer surprised Merion."),
     {"Merion", "Borea"}),
    (("U.S. Steel rejected a takeover bid from Borea on Monday.",), {"U.S. Steel", "Borea"}),
    (("Norwegian Air Carriers ASA rejected a takeover bid from Borea on Monday.",), {"Norwegian Air Carriers", "Borea"}),
    (("Port Alder-based Merion rejected a takeover bid from Borea on Monday.",), {"Merion", "Borea"}),
    (("Merion is in talks to buy Borea, the Harrow Post reported on Monday.", "Neither Merion nor Borea would comment."),
     {"Merion", "Borea"}),
    (("The government and the Free Syrian Army resumed peace talks on Monday.",), {"government", "Free Syrian Army"}),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "parties"), PARTIES)
def test_a_body_is_known_by_its_form(paragraphs: tuple[str, ...], parties: set[str]) -> None:
    assert {party.name for party in known(status(*paragraphs)).parties} == parties


def test_a_headline_in_capitals_names_only_what_the_body_names() -> None:
    found = known(
        status(
            "On Monday Borea agreed to be bought by Bright Merion for $2 billion.",
            title="Bright Merion Avoids Talking of Borea Deal",
        )
    )
    assert {party.name for party in found.parties} == {"Bright Merion", "Borea"}


def test_the_union_of_an_article_is_the_one_that_it_named() -> None:
    found = known(status(
        "Lantania and the Corvine Union resumed trade talks on Monday.",
        "The Union wants Lantania to cut the steel duty before anything else is settled.",
    ))  # fmt: skip
    assert [demand.holder for demand in found.demands] == ["Corvine Union"]


def test_unions_are_not_a_party_that_only_has_the_word_in_its_name() -> None:
    found = known(status(
        "The Social Union and the Greens resumed coalition talks on Monday.",
        "Employers and unions alike have urged haste.",
    ))  # fmt: skip
    social = next(party for party in found.parties if party.name == "Social Union")
    assert "union" not in social.aliases
    assert "unions" not in social.aliases


def test_two_bodies_beside_and_are_two_though_one_is_a_company() -> None:
    found = known(
        status("The United Tram Workers and Borea Motors Corp agreed on Monday to resume talks on a labour contract.")
    )
    assert {party.name for party in found.parties} == {"United Tram Workers", "Borea Motors"}


def test_a_deal_called_by_a_place_makes_the_place_no_side() -> None:
    found = known(status(
        "Norway and Sweden said on Monday that the Lindenhof accord was intact and met on the Paris fishing accord.",
        "The Lindenhof accord was signed in May.",
    ))  # fmt: skip
    assert {party.name for party in found.parties} == {"Norway", "Sweden"}


def test_a_city_before_an_officer_is_no_leader_and_a_state_begins_no_name() -> None:
    found = known(status(
        "Norway and the United States held talks on a truce around the city of Querrin, U.S. Secretary of State Jane Roe said.",
        "Illinois' Republican governor was not there.",
    ))  # fmt: skip
    assert {leader for party in found.parties for leader in party.leaders} == {"Jane Roe"}
    assert {party.name for party in found.parties} == {"Norway", "United States"}


def test_a_union_named_behind_a_comma_is_the_union() -> None:
    found = known(status(
        "Employers and the port union, DOK, are to meet again this afternoon to attempt a settlement of the pay dispute.",
        "A union spokesman said no agreement was expected.",
    ))  # fmt: skip
    assert {party.name for party in found.parties} == {"employers", "DOK"}


def test_a_company_with_its_legal_form_is_known_where_it_opens_a_sentence() -> None:
    found = known(status(
        "HANOVER, Germany - Borea AG rejected on Wednesday the Auto Workers' Union's demand for wage talks.",
        "Borea human resources chief Karla Roe said so.",
        "Underlining Putin's role, the factory stood still.",
    ))  # fmt: skip
    assert {party.name: party.leaders for party in found.parties} == {"Auto Workers' Union": (), "Borea": ("Karla Roe",)}


@pytest.mark.parametrize("dateline", ["LAUSANNE, Switzerland - ", "Lausanne, Switzerland (AP) ", "Lausanne, Switzerland (CNN)"])
def test_the_land_of_a_dateline_is_no_side(dateline: str) -> None:
    found = known(status(f"{dateline}Talks between Norway and Sweden on a fishing deal will be extended by a day."))
    assert {party.name for party in found.parties} == {"Norway", "Sweden"}


def test_a_legal_form_is_no_name() -> None:
    found = known(status("News Corp Ltd of Australia said it has started its tender offer for Harper Roe Publishers Inc."))
    assert {party.name for party in found.parties} == {"News", "Harper Roe Publishers"}

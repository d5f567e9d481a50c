"""Who negotiates, who mediates and where, in leads of many kinds: names by form, by office and by the article's own word."""

from __future__ import annotations

import pytest
from invented import known, status

PARTIES = [
    ("The Amalgamated Dockworkers' Federation and Harrow Port Authority broke off pay talks on Monday.",
     {"Amalgamated Dockworkers' Federation", "Harrow Port Authority"}),
    ("Tarrant & Sons rejected a takeover bid from Milford-Hale Group plc on Monday.", {"Tarrant & Sons", "Milford-Hale Group"}),
    ("Nurses at Larkfield Health voted on Friday to strike after talks with management broke down.",
     {"nurses", "Larkfield Health"}),
    ("Tarnogaz and Velprom resumed talks in Vienna on gas transit on Monday.", {"Tarnogaz", "Velprom"}),
    ("The regime and the rebels signed a truce on Wednesday.", {"government", "rebels"}),
    ("Turkey and Greece resumed talks on Monday on rights in the Amber Sea, which the Amber Sea treaty left open.",
     {"Turkey", "Greece"}),
    ("Rich countries and poor countries resumed talks on a climate fund on Monday.",
     {"rich countries", "developing countries"}),
    ("Indian and Chinese commanders held military talks in Chushul on Sunday.", {"India", "China"}),
    ("Zambia and its creditor banks resumed debt talks on Monday. The creditor banks want more.", {"Zambia", "creditor banks"}),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "parties"), PARTIES)
def test_the_sides_are_who_acts_not_what_only_has_a_capital(lead: str, parties: set[str]) -> None:
    assert {party.name for party in known(status(lead)).parties} == parties


def test_among_companies_a_country_is_only_where_they_are() -> None:
    found = known(
        status(
            "Alder Mills and Brevik Foods of Poland resumed merger talks on Monday, Alder said.",
            "Alder is the second miller of Poland. Brevik rejected an earlier bid.",
            title="Alder Mills and Brevik Foods resume merger talks",
        )
    )
    assert {party.name for party in found.parties} == {"Alder Mills", "Brevik Foods"}


MEDIATORS = [
    ("Rail workers and Northline Trains will meet at the conciliation service ACAS on Thursday to end a strike.", ("ACAS",)),
    ("Norland and Hamas resumed indirect talks on Monday with Qatar, Egypt and Oman acting as mediators.",
     ("Egypt", "Oman", "Qatar")),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "mediators"), MEDIATORS)
def test_all_who_are_called_mediators_are_and_none_is_a_side(lead: str, mediators: tuple[str, ...]) -> None:
    found = known(status(lead))
    assert tuple(sorted(found.mediators)) == mediators
    assert not {party.name for party in found.parties} & set(mediators)


VENUES = [
    ("Norland and Sudia will resume talks next week in neighbouring Chad.", ("Chad",)),
    ("Norland and Sudia held talks in Brazil on Monday.", ("Brazil",)),
    ("Norland and Sudia agreed on Monday to hold talks in Panmunjom next week.", ("Panmunjom",)),
    ("Norland and Sudia resumed peace talks on the war in Chad on Monday.", ()),
    ("Norland and Sudia resumed talks in private on Monday.", ()),
]


@pytest.mark.parametrize(("lead", "venue"), VENUES)
def test_talks_are_held_in_countries_and_in_towns_that_no_list_knows(lead: str, venue: tuple[str, ...]) -> None:
    assert known(status(lead)).venue == venue

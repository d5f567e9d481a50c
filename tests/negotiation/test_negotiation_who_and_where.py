"""Who negotiates, who mediates and where, in leads of many kinds: names by form, by office and by the article's own word."""

from __future__ import annotations

import pytest
from invented import known, status

from briefreader.text.negotiation.names.lasting import lasting_name

PARTIES = [
    ("The Amalgamated Dockworkers' Federation and Harrow Port Authority broke off pay talks on Monday.",
     {"Amalgamated Dockworkers' Federation", "Harrow Port Authority"}),
    ("Norland and Sudia, the largest producers of tin, agreed on Monday to sign the tin accord.", {"Norland", "Sudia"}),
    ("The Dockworkers' Federation and Nordkai Terminals reached a deal on Monday to end a strike at Querrin docks.",
     {"Dockworkers' Federation", "Nordkai Terminals"}),
    ("Tarrant & Sons rejected a takeover bid from Milford-Hale Group plc on Monday.", {"Tarrant & Sons", "Milford-Hale Group"}),
    ("Nurses at Larkfield Health voted on Friday to strike after talks with management broke down.",
     {"nurses", "Larkfield Health"}),
    ("Tarnogaz and Velprom resumed talks in Vienna on gas transit on Monday.", {"Tarnogaz", "Velprom"}),
    ("Norland and Sudia signed a fishing pact on Monday. Brazil hailed the deal that Norland and Sudia had signed.",
     {"Norland", "Sudia"}),
    ("The regime and the rebels signed a truce on Wednesday.", {"government", "rebels"}),
    ("Private equity group Halden Capital HLD.UL dropped its plans to bid for Borea Mills (BOR.N) on Monday.",
     {"Halden Capital", "Borea Mills"}),
    ("The jam maker Sanel-Advent rejected a takeover bid from Tarrant Foods on Monday. Sanel called it low, Tarrant disagreed.",
     {"Sanel-Advent", "Tarrant Foods"}),
    ("Borlen union rejects company offer. The International Association of Machinists, Borlen Co's largest union, said on "
     "Monday that its members rejected the latest contract offer. A strike will cost the company dear.",
     {"International Association of Machinists", "Borlen"}),
    ("Staff went on strike at Deltic Telecom on Friday after pay talks failed, trade union Verda official Ado Wilm said. "
     "Deltic Telecom is larger than Telefon, which has fewer staff.", {"Verda", "Deltic Telecom"}),
    ("CVR general secretary Mick Dale said talks with Borea Rail had broken down on Monday. Borea Rail chief executive Ann Roe "
     "urged the union to return to the table.", {"CVR", "Borea Rail"}),
    ("Turkey and Greece resumed talks on Monday on rights in the Amber Sea, which the Amber Sea treaty left open.",
     {"Turkey", "Greece"}),
    ("Rich countries and poor countries resumed talks on a climate fund on Monday.",
     {"rich countries", "poor countries"}),
    ("The European Commission and Google reached a settlement on Monday over search results.", {"European Union", "Google"}),
    ("Zelmar and the European Commission agreed on Monday to cut the fees in their contract.", {"European Union", "Zelmar"}),
    ("Railway workers' leader Joe Doe said on Monday talks with Network Rail had failed.",
     {"railway workers", "Network Rail"}),
    ("Teachers in Oregon and the school district reached a deal on Monday to end a strike.", {"school board", "teachers"}),
    ("Indian and Chinese commanders held military talks in Chushul on Sunday.", {"India", "China"}),
    ("Majid Roe, deputy director of the presidential chief of staff, said on Monday that talks with the United States had "
     "broken down. Roe said that the U.S. had left the table.", {"United States"}),
    ("Brevik demands a truce. Norland's government and the rebels resumed talks on Monday. Mr Brevik's spokesman said that "
     "Brevik had met both.", {"government", "rebels"}),
    ("The truce between the army and the rebels was broken on Monday when Homs was shelled. Homs has seen the most fighting.",
     {"army", "rebels"}),
    ("Iranian Deputy Foreign Minister for Port Affairs Abbas Roe met Norwegian envoys on Monday for talks. Abbas Roe asked for "
     "time.", {"Iran", "Norway"}),
    ("Syria and the opposition resumed talks on Monday. Syria wants peace, Syria said, and Syria's foes as Syria's "
     "friends knew. The Syrian government sent an envoy. Syria won.",
     {"Syrian government", "opposition"}),
    ("Iran and world powers resumed talks on Monday. The Iranian government sent an envoy.", {"Iran", "world powers"}),
    ("The Libyan National Army and Turkey resumed talks on Monday. The LNA sent an envoy.", {"Libyan National Army", "Turkey"}),
    ("Zambia and its creditor banks resumed debt talks on Monday. The creditor banks want more.", {"Zambia", "creditor banks"}),
]  # fmt: skip


AS_TOLD = [
    ("Bank workers and the National Federation of Banks resumed pay talks on Monday after a strike over wages.",
     {"bank workers", "National Federation of Banks"}),
    ("Tube workers rejected a pay offer from the management on Monday and voted to strike.", {"tube workers", "management"}),
    ("Insurgent groups rejected a peace offer from the junta on Monday.", {"insurgent groups", "junta"}),
    ("Mining companies and the National Quarrymen's Union broke off pay talks on Monday, the Chamber of Mines said.",
     {"National Quarrymen's Union", "Chamber of Mines"}),
    ("General Motors and the Amalgamated Welders' Union reached a deal on wages on Monday.",
     {"General Motors", "Amalgamated Welders' Union"}),
    ("The government and the Ceylon Tea Union met on Monday at the Labour conference for talks on pensions.",
     {"government", "Ceylon Tea Union"}),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "parties"), AS_TOLD)
def test_who_has_no_name_goes_by_the_article_s_own_word(lead: str, parties: set[str]) -> None:
    assert {party.name for party in known(status(lead)).parties} == parties


OWN_COUNTRY = [
    ("The Afghan government and the Taliban agreed a truce on Monday.", {"Afghan government", "Taliban"}),
    ("The White House and Congress resumed budget talks on Monday.", {"White House", "Congress"}),
    ("Congress and President Reagan broke off budget talks on Monday.", {"Reagan", "Congress"}),
    ("Kenya and lawmakers resumed budget talks on Monday.", {"Kenya", "lawmakers"}),
    ("Chad and the rebels will resume talks on Monday. Chad wants the camps closed.", {"Chad", "rebels"}),
    ("Chad and Chadian rebels will resume talks on Monday. Chad wants the camps closed.", {"Chadian government", "rebels"}),
    (
        "The Chadian opposition and Chad resumed talks on Monday. Mali, which met the opposition too, urged a truce with Mali.",
        {"Chadian government", "opposition", "Mali"},
    ),
    ("The Chadian opposition resumed talks with Mali on Monday.", {"Mali", "opposition"}),
    ("U.S. government and Taliban officials held talks in Doha on Monday.", {"United States", "Taliban"}),
    (
        "The United States, the Taliban and the Afghan government agreed a truce on Monday.",
        {"United States", "Taliban", "Afghan government"},
    ),
    ("The governments of Chad and Mali resumed talks on grazing with the herders on Monday.", {"Chad", "Mali"}),
]


@pytest.mark.parametrize(("lead", "parties"), OWN_COUNTRY)
def test_against_its_own_rebels_or_parliament_a_country_is_its_government(lead: str, parties: set[str]) -> None:
    assert {party.name for party in known(status(lead)).parties} == parties


def test_a_country_that_goes_by_its_government_is_the_same_side_in_every_report() -> None:
    by_its_government = known(status("The Afghan government and the Taliban agreed a truce on Monday."))
    by_its_name = known(status("Afghanistan and the Taliban resumed talks on Monday."))
    assert {lasting_name(party) for party in by_its_government.parties} == {"Afghanistan", "Taliban"}
    assert {lasting_name(party) for party in by_its_name.parties} == {"Afghanistan", "Taliban"}


def test_a_country_keeps_its_name_as_an_alias_where_it_goes_by_its_government() -> None:
    found = known(status("The Colombian government and the FARC resumed talks on Monday. Colombia wants a truce."))
    assert {party.name: "Colombia" in party.aliases for party in found.parties}["Colombian government"]


LEADERS = [
    ("Norland and Sudia resumed talks on Monday, Norland's president, Jane Roe, said.", ["Jane Roe"]),
    ("Borea Mills and Tarrant Foods agreed to merge on Monday. Tarrant is a maker of jam. "
     "It is a great day, said Borea Mills Chief Executive Jane Roe.", ["Jane Roe"]),
    ("Iran and Turkey resumed talks on Monday. Iranian Deputy Foreign Minister Abbas Karavi was there.", ["Abbas Karavi"]),
    ("The Public Carters Union (PCU) and the government resumed pay talks on Monday. PCU leader Mark Tobin warned of more.",
     ["Mark Tobin"]),
    ("The Carters Union of Canada and Borea Air resumed talks on Monday. Carters Union of Canada President Jo Roe said no.",
     ["Jo Roe"]),
    ("Japan and the United States resumed trade talks on Monday. Prime Minister Yoshi Noda said a deal was near.",
     ["Yoshi Noda"]),
    ("The Nigerian government and Boko Haram agreed a truce on Monday. The group's leader Abu Karu laughed at it.",
     ["Abu Karu"]),
    ("The government and the opposition resumed talks on Monday. Opposition member Riad Hajib said no.", ["Riad Hajib"]),
    ("Ghana and the rebels resumed talks on Monday. The country's ruler Min Aung Lai stayed away.", ["Min Aung Lai"]),
    ("CVR general secretary Mick Dale said talks with Borea Rail had broken down on Monday. Borea Rail chief executive Ann Roe "
     "urged the union to return to the table.", ["Mick Dale", "Ann Roe"]),
    ("European Council President Marten Vale said on Tuesday that the EU and Canada were close to a trade deal.",
     ["Marten Vale"]),
    ("Ghana and its creditors resumed debt talks on Monday. Former President John Doe of Ghana stayed away.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "leaders"), LEADERS)
def test_a_leader_is_whom_the_title_says_now(text: str, leaders: list[str]) -> None:
    assert [leader for party in known(status(text)).parties for leader in party.leaders] == leaders


@pytest.mark.parametrize(("lead", "parties"), PARTIES)
def test_the_sides_are_who_acts_not_what_only_has_a_capital(lead: str, parties: set[str]) -> None:
    assert {party.name for party in known(status(lead)).parties} == parties


def test_two_in_a_headline_are_two_whatever_they_trade() -> None:
    found = known(
        status(
            "Lantania and the Corvine Union signed a trade deal on Monday.",
            title="Lantania and Corvine Union sign trade deal",
        )
    )
    assert {party.name for party in found.parties} == {"Lantania", "Corvine Union"}


def test_who_hosts_the_talks_of_others_is_no_side() -> None:
    found = known(status("Switzerland will host talks between Ghana and Togo next month."))
    assert {party.name for party in found.parties} == {"Ghana", "Togo"}
    assert found.venue == ("Switzerland",)


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


OTHER_MEDIATORS = [
    ("A truce organised by the United Nations between the government and the rebels began on Monday.", ("United Nations",)),
    ("Nurses and Larkfield Health resumed pay talks on Monday after U.S. federal mediation.", ()),
    ("Syria's efforts to broker peace with the rebels failed on Monday, and the talks were called off.", ()),
    ("Iran and Turkey agreed on Monday to hold talks after the Chad-brokered truce collapsed.", ()),
    ("The government and the rebels resumed talks on Monday on a truce brokered by Oman in March.", ()),
    ("The government and the rebels resumed talks on Monday on a truce brokered by Oman.", ("Oman",)),
    ("The trade talks between Kenya and Uganda will be chaired by Tanzania on Monday.", ("Tanzania",)),
    ("Kenya, which is mediating, said talks between Sudan and the rebels would resume on Monday.", ("Kenya",)),
    ("The Qatari prime minister shuttled between Hamas and Israel on Monday in a push for a truce.", ("Qatar",)),
    (
        "Talks between Sudan and the rebels resumed on Monday. Former President Jane Roe is leading the mediation.",
        ("Jane Roe",),
    ),
]


@pytest.mark.parametrize(("lead", "mediators"), OTHER_MEDIATORS)
def test_who_brokered_another_deal_or_brokers_for_itself_is_no_mediator(lead: str, mediators: tuple[str, ...]) -> None:
    assert known(status(lead)).mediators == mediators


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
    ("Norland's foreign minister will visit Tehran on Saturday for talks on a gas deal.", ("Tehran",)),
    ("Pay talks between nurses and Larkfield Health will resume on Friday at 10 a.m. in Querrin.", ("Querrin",)),
    ("Norland and Sudia held talks on Monday on the ceasefire in Chad.", ()),
    ("Norland and the rebels signed a ceasefire in Nairobi on Monday.", ("Nairobi",)),
    ("President Jane Roe will meet Norland's King Olaf in South Korea on Thursday for talks on tariffs.", ("South Korea",)),
    ("Turkey hosted Norland's and Sudia's negotiators on Monday in Istanbul for talks on prisoners.", ("Istanbul",)),
]


@pytest.mark.parametrize(("lead", "venue"), VENUES)
def test_talks_are_held_in_countries_and_in_towns_that_no_list_knows(lead: str, venue: tuple[str, ...]) -> None:
    assert known(status(lead)).venue == venue


@pytest.mark.parametrize(("lead", "parties"), [
    ("Norda Mills said union workers at its Alder, Ariz., mill ratified a contract on Monday, ending a strike.",
     {"Norda Mills", "workers"}),
    ("Larkfield Corp agreed on Monday to acquire Merion Inc, it said in a filing with the Securities Commission.",
     {"Larkfield", "Merion"}),
    ("Food and Seed Organisation director Jane Roe reached a deal with Norda Mills on Monday.",
     {"Food and Seed Organisation", "Norda Mills"}),
])  # fmt: skip
def test_a_town_and_an_office_for_papers_are_no_sides_and_names_are_whole(lead: str, parties: set[str]) -> None:
    assert {party.name for party in known(status(lead)).parties} == parties


@pytest.mark.parametrize(("lead", "parties"), [
    ("Larkfield Inc agreed on Monday to buy Alderian wine maker Chalmers for ten million dollars.", {"Larkfield", "Chalmers"}),
    ("Borea Co and Merion Inc signed a merger agreement on Monday.", {"Borea", "Merion"}),
    ("Facebook Inc agreed on Monday to acquire Merion Inc.", {"Facebook", "Merion"}),
    ("Norland and Sudia resumed truce talks in Kazakhstan's Astana on Monday. The Kazakh capital was glad of the talks.",
     {"Norland", "Sudia"}),
])  # fmt: skip
def test_an_adjective_of_a_land_and_a_host_are_no_sides(lead: str, parties: set[str]) -> None:
    assert {party.name for party in known(status(lead)).parties} == parties


@pytest.mark.parametrize("lead", [
    "The EU agreed a trade deal with Norland on Monday.",
    "The US offered Norland talks on tin on Monday.",
])  # fmt: skip
def test_a_short_name_before_a_deed_acts(lead: str) -> None:
    assert {party.name for party in known(status(lead)).parties} in (
        {"European Union", "Norland"},
        {"United States", "Norland"},
    )


def test_a_short_name_before_what_it_backs_does_not_act() -> None:
    lead = "US backed forces and the rebels of Norland agreed a truce on Monday."
    assert "United States" not in [party.name for party in known(status(lead)).parties][:1]


@pytest.mark.parametrize(("lead", "sides"), [
    ("Alder Foods PLC said on Monday it had agreed to buy Holm Dairies Ltd from Borea Group for 300 million crowns.",
     {"Alder Foods", "Holm Dairies", "Borea Group"}),
    ("Colombia's government and the ELN guerrillas signed a ceasefire on Friday in Havana.", {"Colombian government", "ELN"}),
    ("Ethiopia rejected on Monday a proposal by Egypt and Sudan for a binding accord on the Nile dam.",
     {"Ethiopia", "Egypt", "Sudan"}),
    ("Chinese Vice Premier Liu Wen and US Treasury Secretary Ann Doe held a second day of tariff talks in Geneva.",
     {"China", "United States"}),
    ("North Korea's Kim said he was willing to meet South Korean President Moon again for talks.",
     {"North Korea", "South Korea"}),
    ("Norway held trade talks on Monday with Iceland and Sweden.", {"Norway", "Iceland", "Sweden"}),
])  # fmt: skip
def test_all_whom_a_deal_or_its_refusal_reaches_are_sides(lead: str, sides: set[str]) -> None:
    assert {party.name for party in known(status(lead)).parties} == sides


@pytest.mark.parametrize(("lead", "sides"), [
    ("Iran's parliament ratified the border treaty with Armenia on Monday by 80 votes to 12.", {"Iran", "Armenia"}),
    ("The Russian parliament ratified a treaty with Japan on Monday.", {"Russia", "Japan"}),
    ("The president of Poland and the parliament in Warsaw reached a budget deal on Monday.", {"Poland", "parliament"}),
])  # fmt: skip
def test_between_countries_a_parliament_is_its_country(lead: str, sides: set[str]) -> None:
    assert {party.name for party in known(status(lead)).parties} == sides

"""Who stands between the sides: lists of mediators, hosts, sponsors, go-betweens, envoys of a body and envoys of a side."""

from __future__ import annotations

import pytest
from invented import known, status

MEDIATORS = [
    ("Norland rejected a ceasefire proposal on Monday put forward by mediators Oman, Egypt and Qatar in talks with Sudia.",
     {"Oman", "Egypt", "Qatar"}),
    ("Egyptian and Qatari mediators met Norland's and Sudia's negotiators on Monday for truce talks.", {"Egypt", "Qatar"}),
    ("Oman and Kenya, which are sponsoring the talks, met the government of Norland and the rebels on Monday.",
     {"Oman", "Kenya"}),
    ("The rebels and the government of Norland opened peace talks on Saturday, hosted by Qatar.", {"Qatar"}),
    ("Norland and Sudia agreed to a truce on Monday thanks to the good offices of Kenya.", {"Kenya"}),
    ("The government and the rebels signed a peace accord after talks brokered by former Finnish President Jane Roe.",
     {"Jane Roe"}),
    ("Oman, which speaks for Norland in Sudia, acted as go-between in the talks on a prisoner swap.", {"Oman"}),
    ("The Quartet, which has been mediating, met Norland and Sudia on Monday for peace talks.", {"Middle East Quartet"}),
    ("Norland's government accepted Mr Alder's peace plan on Tuesday. The rebels said they would study it.", {"Alder"}),
    ("Norway and Iran agreed on Monday to free their prisoners with the help of Qatari diplomats.", {"Qatar"}),
    ("Norway and Iran resumed truce talks on Monday. Iran took the town of Querrin with the help of Russian tanks.", set()),
    ("Norway and Iran resumed truce talks on Monday. Norway has the upper hand with the help of Egypt.", set()),
    ("Brazil's president offered his good offices on Monday in the row and talks between Venezuela and Guyana.", {"Brazil"}),
    # Who is only asked is none yet; who is sent by a side speaks for it.
    ("Norland and Sudia broke off talks on Monday, and Norland asked the United Nations to mediate.", set()),
    ("Norway and Iran resumed peace talks on Monday, Tehran's envoy to the talks, Ali Karzad, said.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "mediators"), MEDIATORS)
def test_who_stands_between_the_sides(lead: str, mediators: set[str]) -> None:
    assert set(known(status(lead, title="Talks")).mediators) == mediators


def test_who_mediates_is_not_taken_for_the_second_side() -> None:
    lead = "Norland rejected a ceasefire proposal on Monday put forward by mediators Oman, Egypt and Qatar."
    assert not {"Oman", "Egypt", "Qatar"} & {party.name for party in known(status(lead)).parties}


@pytest.mark.parametrize(("lead", "mediators"), [
    ("Norland and Sudia resumed talks on Monday with co-mediators Qatar and Egypt.", {"Qatar", "Egypt"}),
    ("The United States, Qatar and Egypt have for months tried to secure a truce between Israel and Hamas.",
     {"United States", "Qatar", "Egypt"}),
    ("The pilots and Norda agreed on Monday to talks called by the National Mediation Board.", {"National Mediation Board"}),
    ("Talks between the engineers' union and Norda broke off after federal mediators were brought in.", {"federal mediators"}),
    ("Government and rebels agreed a truce after the Catholic Church stepped in to broker a deal.", {"Catholic Church"}),
    ("The government and the union have accepted the proposal of the arbitrator, retired judge Jane Roe.", {"Jane Roe"}),
    ("Norway's foreign minister, who has been shuttling between capitals, said Norland and Sudia agreed a truce.", {"Norway"}),
    ("The talks, in which Qatar and Egypt are mediating, resumed on Sunday between Israel and Hamas.", {"Qatar", "Egypt"}),
    ("With the help of Oman, Iran and the United States held indirect talks on Friday.", {"Oman"}),
    ("Iran and the United States held indirect talks on Friday, with Omani officials passing messages between them.", {"Oman"}),
    ("Norwegian diplomats have been acting as facilitators of talks between Manila and the communist rebels.", {"Norway"}),
    ("Former president Jane Roe met the rebels and the government in Khartoum on Monday to mediate a truce.", {"Jane Roe"}),
    ("The rebels resumed talks with the government on Monday; Jane Roe asked the League to mediate.", set()),
    ("Norda, chaired by Merion founder Jane Roe, signed an agreement with China on Monday.", set()),
    ("Israel seeks a truce between its army and the clans, a minister said on Monday.", set()),
])  # fmt: skip
def test_third_parties_are_known_by_what_they_do(lead: str, mediators: set[str]) -> None:
    assert set(known(status(lead)).mediators) == mediators


@pytest.mark.parametrize(("lead", "mediators"), [
    ("Oman, Qatar and Kenya, who have acted as mediators, brought Norland and Sudia back to peace talks on Monday.",
     {"Oman", "Qatar", "Kenya"}),
    ("Norland and Sudia resumed talks on a truce that Oman, Qatar and Kenya are trying to broker.", {"Oman", "Qatar", "Kenya"}),
    ("Norland and Sudia resumed truce talks on Monday, and Kenya, a key mediator in the war, said it was hopeful.", {"Kenya"}),
    ("Norland and Sudia resumed peace talks on Monday with help from Oman.", {"Oman"}),
    ("Norland and Sudia agreed a truce on Monday and thanked Oman for helping broker the accord.", {"Oman"}),
    ("Another African Union-led attempt to mediate between the government of Norland and the rebels in peace talks failed.",
     {"African Union"}),
    # A word that looks like mediating, of what others do or of something else.
    ("Iran told the United States through mediators on Monday that it would resume talks.", set()),
    ("Norland and Sudia resumed peace talks on Monday, though Kenya has never been an honest broker, they said.", set()),
    ("Norland and Sudia resumed talks, Jane Roe told a conference hosted by Larkfield Bank on Monday.", set()),
    ("Norland and Sudia resumed talks on Monday, Jane Roe said on a show hosted by presenter Joan Doe.", set()),
    ("Norland and Sudia resumed talks on Monday; officials of Norland have shuttled back and forth for weeks.", set()),
    ("This comes after Kenya mediated a first round. Norland and Sudia broke off the talks on Monday.", set()),
    ("Norland and Sudia resumed peace talks on Monday after the Kenyan-brokered truce of the clans in 2019.", set()),
])  # fmt: skip
def test_who_mediates_does_it_for_these_sides(lead: str, mediators: set[str]) -> None:
    assert set(known(status(lead)).mediators) == mediators


@pytest.mark.parametrize(("lead", "mediators"), [
    ("Norland and Sudia resumed peace talks on Monday, U.N. Kenya envoy Jane Roe said.", {"Jane Roe"}),
    ("Norland and Sudia resumed peace talks on Monday, UN Special Envoy for Kenya Jane Roe said.", {"Jane Roe"}),
    ("Norland and Sudia resumed peace talks on Monday with Jane Roe, the UN and Arab League envoy.", {"Jane Roe"}),
    ("Norland and Sudia resumed talks on Monday, the UN Secretary General's special envoy for Kenya, Jane Roe, said.",
     {"Jane Roe"}),
    ("UN Secretary-General Jane Roe proposed a plan to end the war as Norland and Sudia resumed peace talks.", {"Jane Roe"}),
    # Whom a country sends, or who only speaks, does not mediate.
    ("Norland and Sudia resumed talks on Monday, Kenya's envoy to the United Nations, Jane Roe, said.", set()),
    ("Norland and Sudia resumed talks on Monday, said Jane Roe, the Kenyan special representative for Norland.", set()),
    ("UN Secretary-General Jane Roe said she was glad that Norland and Sudia resumed peace talks on Monday.", set()),
    ("NATO Secretary General Jane Roe will meet Joan Doe as Norland and Sudia resume peace talks on Monday.", set()),
])  # fmt: skip
def test_envoys_of_world_bodies_mediate_and_those_of_countries_need_not(lead: str, mediators: set[str]) -> None:
    assert set(known(status(lead)).mediators) == mediators


@pytest.mark.parametrize(("lead", "mediators"), [
    ("Norland and Sudia resumed truce talks on Monday after Kenya presented a bridging proposal.", {"Kenya"}),
    ("Sudia accepted on Monday the bridging proposal put forward by Kenya in the truce talks with Norland.", {"Kenya"}),
    ("Kenya sold Norland and Sudia, which resumed truce talks, a bridging loan on Monday.", set()),
    ("Norland and Sudia resumed truce talks; Jane Roe flew to Querrin to push for a truce between them.", {"Jane Roe"}),
    ("Norland and Sudia resumed wage talks; Jane Roe flew to Querrin on Monday to push for more pay.", set()),
    ("Talks between Norland and the rebels, mediated by that country's president, Jane Roe, resumed on Monday.", {"Jane Roe"}),
    ("The pilots asked the U.S. National Mediation Board for talks with Norda on Monday.", {"National Mediation Board"}),
    ("The meeting of Norland and Sudia in Vienna was arranged in talks last week.", set()),
])  # fmt: skip
def test_who_proposes_a_bridge_or_travels_for_peace_mediates(lead: str, mediators: set[str]) -> None:
    assert set(known(status(lead)).mediators) == mediators


def test_countries_that_stand_in_a_row_in_a_headline_are_all_sides() -> None:
    title = "Kenya Uganda Tanzania agree on lake truce"
    lead = "Ministers met in Geneva on Monday. The truce was signed, they said."
    assert {party.name for party in known(status(lead, title=title)).parties} == {"Kenya", "Uganda", "Tanzania"}


@pytest.mark.parametrize(("lead", "mediators"), [
    ("Larkfield agreed to buy Merion on Monday, said Jane Roe, co-founder of online broker Borea.", set()),
    ("Norland and Sudia resumed talks; Jane Roe was trying to broker a sale of jets on Monday.", set()),
    ("The 1960 water treaty, brokered by Kenya, brought Norland and Sudia to talks again on Monday.", set()),
    ("Norland and Sudia met on Monday for talks on lifting the blockade on Kenya, brokering peace and opening ports.", set()),
    ("Norland left the UN-backed treaty, but resumed talks with Sudia on Monday.", set()),
    ("Norland and Sudia held UN-backed peace talks on Monday.", {"United Nations"}),
    ("The union and Borea Air held talks on Monday under the watch of Britain's industry mediator Acas.", {"ACAS"}),
    ("In New York, UN special envoy Jane Roe said that Norland and Sudia resumed peace talks on Monday.", {"Jane Roe"}),
    ("The takeover talks of Larkfield and Merion, brokered by Alder Valley dealmaker Jane Roe, resumed.", {"Jane Roe"}),
    ("Larkfield made a bid for Merion on Monday; Kenyan brokers and Sudian deal broker Jane Roe welcomed the talks.", set()),
    ("Larkfield made a bid for Merion on Monday, said Jane Roe, an analyst and broker at Alder.", set()),
    ("The bid for Merion, co-sponsored by Larkfield Corp, was rejected on Monday.", set()),
    ("Norland rejected a Kenya-sponsored plan for tolls in its trade talks with Sudia on Monday.", set()),
    ("Norland and Sudia resumed talks on Monday, said trade envoy Jane Roe.", set()),
    ("After a pause in the Vienna talks of Norland and Sudia, Jane Roe, who acts as coordinator, broke the ice.", {"Jane Roe"}),
    ("Norland and Sudia, though Kenya failed to facilitate the truce talks, agreed on Monday to meet.", set()),
    ("Jane Roe has made clear a truce brokered by Kenya between Norland and Sudia holds.", {"Kenya"}),
    ("Jane Roe, who sits on the Banking Committee, is brokering the talks between Larkfield and Merion.", set()),
    ("Norland and Sudia resumed peace talks; King Olaf's special envoy Jane Roe was there on Monday.", set()),
    ("Norland and Sudia resumed talks with Jane Roe, the special envoy of Kenya's foreign minister for Sudia.", set()),
])  # fmt: skip
def test_a_broker_by_trade_a_deal_of_old_and_a_sides_envoy_do_not_mediate(lead: str, mediators: set[str]) -> None:
    assert set(known(status(lead)).mediators) == mediators


@pytest.mark.parametrize(("lead", "mediators"), [
    ("Fifty states resumed trade talks on Monday, said Jane Roe, the top health official of Kenya, who chaired the meeting.",
     {"Jane Roe"}),
    ("Kenya resumed trade talks on Monday; the chairman of the working party, Ambassador Jane Roe, was glad.", {"Jane Roe"}),
    ("The head of the national negotiating delegation, Jane Roe, said Norland resumed talks with Sudia.", set()),
    ("Norland and Sudia should resume talks, said Joan Doe, a poet, Jane Roe, chairman of the Alder Security Conference.",
     {"Jane Roe"}),
    ("The union and Borea Air held talks on Monday; union president Jane Roe said federal mediators were there.",
     {"federal mediators"}),
    ("U.S. mediators were there as the union met Borea Air on Monday, the National Mediation Board said of the talks.",
     {"National Mediation Board"}),
])  # fmt: skip
def test_who_chairs_the_talks_of_many_mediates(lead: str, mediators: set[str]) -> None:
    assert set(known(status(lead)).mediators) == mediators


@pytest.mark.parametrize(("lead", "mediators"), [
    ("Kenya says it is ready to mediate in the truce talks between Norland and Sudia.", {"Kenya"}),
    ("The Vatican offered on Monday to host and mediate peace talks between Norland and Sudia.", {"Vatican"}),
    ("Jane Roe said Kenya was willing to facilitate the peace talks between Norland and Sudia.", {"Kenya"}),
    ("Negotiators from the OSCE brought Norland and the separatists to the table on Monday for talks on a truce.", {"OSCE"}),
    # Not ready; a place; talks that bring them; who comes by himself.
    ("Kenya is not ready to mediate in the truce talks between Norland and Sudia.", set()),
    ("Norland and Sudia ended the crisis in Kenya and showed readiness to facilitate trade in their talks.", set()),
    ("The Vienna talks brought Norland and Sudia to the table, and they signed a truce on Monday.", set()),
    ("Norland brought its own cook to the table of the peace talks with Sudia on Monday.", set()),
])  # fmt: skip
def test_who_offers_to_mediate_or_brings_them_to_the_table_is_no_side(lead: str, mediators: set[str]) -> None:
    assert set(known(status(lead)).mediators) == mediators
    assert not mediators & {party.name for party in known(status(lead)).parties}


def test_three_who_speak_together_are_the_mediators_of_whom_an_article_speaks() -> None:
    lead = "Mediators narrowed the gaps in the truce talks between Norland and Sudia on Monday."
    said = "Oman, Qatar and Kenya said in a joint statement that the talks were serious."
    assert set(known(status(lead, said)).mediators) == {"Oman", "Qatar", "Kenya"}


def test_two_sides_that_speak_together_are_no_mediators() -> None:
    found = known(status(
        "Oman and Kenya resumed trade talks on Monday, and mediators were glad.",
        "Oman and Kenya said in a joint statement that the talks were serious.",
    ))  # fmt: skip
    assert found.mediators == ()
    assert {party.name for party in found.parties} == {"Oman", "Kenya"}


def test_a_mediators_last_name_alone_is_no_second_mediator() -> None:
    lead = "Norland and Sudia agreed on Monday to swap prisoners under a deal brokered by the special envoy, Astrid Nyholm."
    later = "“This is not peace,” Ms Nyholm said after shuttling between Meru and Dunmar for thirty hours."
    assert known(status(lead, later)).mediators == ("Astrid Nyholm",)


@pytest.mark.parametrize(("lead", "mediators"), [
    ("Sudia and Norland agreed a truce on Monday that, according to UN Envoy Jane Roe, is to last a month.", {"Jane Roe"}),
    ("Sudia and Norland resumed peace talks on Monday and the Kenyan mediator, Jane Roe, was hopeful.", {"Jane Roe"}),
    ("Talks between Norland and the rebels adjourned on Monday after Staffan de Roe shuttled between the delegations.",
     {"Staffan de Roe"}),
    ("Sudia and Norland resumed peace talks on Monday after Oman tried to bring both sides closer.", {"Oman"}),
])  # fmt: skip
def test_the_mediator_is_the_person_rather_than_the_land(lead: str, mediators: set[str]) -> None:
    assert set(known(status(lead, title="Talks")).mediators) == mediators

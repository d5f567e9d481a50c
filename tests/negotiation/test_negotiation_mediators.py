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

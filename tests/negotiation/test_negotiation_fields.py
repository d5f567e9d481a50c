"""The fields of a status: each filled from its own sentence, empty where the article says nothing."""

from __future__ import annotations

import pytest
from invented import known, status

from briefreader.model import Article, Block, Sentence
from briefreader.text.negotiation import load_codebook, negotiation_status
from briefreader.text.negotiation.fields.issues import matters
from briefreader.text.sentences import sentences


def test_no_negotiation_is_none() -> None:
    assert status("Snow shut the pass on Wednesday.", title="Snow shuts pass") is None
    assert negotiation_status(Article("empty"), []) is None


def test_parties_have_leaders_and_aliases() -> None:
    found = known(
        status(
            "Ukrainian President Volodymyr Zelenskyy and Russian President Vladimir Putin held talks on a ceasefire on Monday.",
            "Zelensky said Kyiv wanted prisoners freed. The Kremlin said Moscow would consider it.",
            title="Zelenskyy and Putin hold ceasefire talks",
        )
    )
    parties = {party.name: party for party in found.parties}
    assert set(parties) == {"Ukraine", "Russia"}
    assert parties["Ukraine"].leaders == ("Volodymyr Zelenskyy",)
    assert parties["Russia"].leaders == ("Vladimir Putin",)
    assert "Kyiv" in parties["Ukraine"].aliases


def test_a_country_that_only_qualifies_a_noun_is_no_party() -> None:
    found = known(
        status(
            "The machinists' union and Holm Motors resumed talks on Monday at a U.S. car plant.",
            title="Machinists and Holm Motors resume contract talks",
        )
    )
    assert "United States" not in {party.name for party in found.parties}


def test_an_all_capital_headline_names_its_parties() -> None:
    found = known(status("Talks will be held in May.", title="FRANCE AND IRAN AGREE TO HOLD TALKS ON LOAN"))
    assert {party.name for party in found.parties} == {"France", "Iran"}


def test_a_past_venue_is_no_venue() -> None:
    found = known(
        status(
            "Russia and Ukraine resumed peace talks in Istanbul on Monday, following earlier talks in Minsk.",
            title="Russia and Ukraine resume peace talks",
        )
    )
    assert found.venue == ("Istanbul",)


def test_who_only_might_mediate_is_no_mediator() -> None:
    found = known(
        status(
            "Peace talks between Russia and Ukraine collapsed on Monday.",
            "New talks could perhaps be mediated by Turkey or China, analysts said.",
            title="Russia-Ukraine peace talks collapse",
        )
    )
    assert found.mediators == ()


def test_a_broker_is_a_mediator() -> None:
    found = known(
        status(
            "Sudan and rebels signed a ceasefire brokered by Qatar and the African Union on Monday.",
            title="Sudan and rebels sign ceasefire",
        )
    )
    assert set(found.mediators) == {"Qatar", "African Union"}


def test_demands_have_holder_and_kind() -> None:
    found = known(
        status(
            "Talks between the nurses and the hospital resumed on Monday.",
            "The nurses demand shorter shifts.",
            "The hospital will talk about pay only after the strike ends.",
            title="Nurses and hospital resume talks",
        )
    )
    kinds = {demand.kind: demand for demand in found.demands}
    assert kinds["demand"].holder == "nurses"
    assert kinds["precondition"].holder == "hospitals"


TWO_POSITIONS = ("The nurses demand shorter shifts.", "The hospital demanded a cut in pensions.")


@pytest.mark.parametrize(
    ("third", "shown"),
    [
        ("The nurses again demanded a raise of 6 percent.", True),
        ("The hospital is reluctant to open a second kitchen.", False),
    ],
)
def test_a_third_position_is_told_only_where_it_is_plain(third: str, shown: bool) -> None:
    found = known(status("Talks between the nurses and the hospital resumed on Monday.", *TWO_POSITIONS, third))
    told = [demand.sentence for demand in found.demands]
    assert (third in told) is shown
    assert len(told) == 2 + shown


def test_an_obstacle_is_a_clause_of_its_sentence() -> None:
    found = known(
        status(
            "Talks between Norland and Sudia remain deadlocked.",
            "Officials said that the sticking point was the fate of the islands, which both claim.",
            title="Norland-Sudia talks deadlocked",
        )
    )
    assert any("sticking point was the fate of the islands" in obstacle.text for obstacle in found.obstacles)
    assert not any("which both claim" in obstacle.text for obstacle in found.obstacles)


def test_a_table_gives_issues_with_their_outcomes() -> None:
    rows = (("Stage", "Key issue", "Outcome"), ("Spring", "Prisoners", "Agreed"), ("Summer", "Islands", "Open"))
    table = "\n".join(" | ".join(row) for row in rows)
    article = Article(
        "table",
        (Block("paragraph", "Norland and Sudia resumed peace talks on Monday."), Block("table", table, rows=rows)),
        title="Norland and Sudia resume peace talks",
    )
    found = known(negotiation_status(article, sentences(article)))
    assert [(issue.name, issue.outcome) for issue in found.issues] == [("Prisoners", "Agreed"), ("Islands", "Open")]
    assert all(issue.sentence in article.text for issue in found.issues)


@pytest.mark.parametrize(
    ("sentence", "matters"),
    [
        ("The union and the mill held talks on night shifts.", ["night shifts"]),
        ("The sticking points are pay, pensions and the length of contracts.", ["pay", "pensions"]),
        ("The union and the mill resumed pay talks.", ["pay"]),
        ("Norland and Sudia hold talks to discuss the withdrawal of troops.", ["withdrawal of troops"]),
        ("The talks between Norland and Sudia were held over the issue of water rights.", ["water rights"]),
        ("Differences over the role of the envoy block the talks.", ["role of the envoy"]),
        ("The talks on fishing rights and quotas resumed.", ["fishing rights", "quotas"]),
        # No matter: a day, a person's word, what is said of issues in general, a name.
        ("The union and the mill held talks on Friday.", []),
        ("The union and the mill held talks over the weekend.", []),
        ("The sides hold talks on a number of issues.", []),
        ("They met to discuss the weather before the talks.", []),
        ("The Rubber Agreement was discussed in the talks.", []),
        ("Talks on how to go on were held.", []),
        ("It is like trying to negotiate a truce with a wall.", []),
    ],
)
def test_matters_are_what_talks_and_disputes_are_over(sentence: str, matters: list[str]) -> None:
    found = known(status("Norland and Sudia held talks on Monday.", sentence, title="Norland and Sudia hold talks"))
    assert [issue.name for issue in found.issues] == matters
    assert {issue.sentence for issue in found.issues} <= {sentence}


def test_a_matter_is_told_once() -> None:
    found = known(status("Talks on higher pay resumed on Monday.", "The pay talks are held in Meru.", title="Pay talks resume"))
    assert [issue.name for issue in found.issues] == ["higher pay"]


def test_every_matter_of_the_list_is_found_behind_talks() -> None:
    missing = []
    for noun in sorted(matters()):
        found = known(status(f"The talks on {noun} were held on Monday.", title="Talks held"))
        if [issue.name for issue in found.issues] != [noun]:
            missing.append((noun, found.issues))
    assert missing == []


@pytest.mark.parametrize(
    ("sentence", "obstacle"),
    [
        ("Officials said late on Monday that the sides remain far apart on pay.", "the sides remain far apart on pay"),
        ("The talks have hit another roadblock.", None),
        ("The “honour trap” remains an obstacle.", "The “honour trap” remains an obstacle"),
        ("The tariff list, they said, remains an obstacle.", None),
        ("Putting aside its concerns about the tariff list, Norland signed.", None),
    ],
)
def test_an_obstacle_is_named_and_has_a_subject(sentence: str, obstacle: str | None) -> None:
    found = known(status("Talks between Norland and Sudia are deadlocked.", sentence, title="Norland-Sudia talks deadlocked"))
    assert [each.text for each in found.obstacles] == ([obstacle] if obstacle else [])


def test_next_step_and_deadline_have_their_dates() -> None:
    found = known(
        status(
            "The pilots and the airline resumed contract talks on Monday.",
            "The next round is to be held on Thursday.",
            "The deadline for a new contract is March 31.",
            title="Pilots and airline resume contract talks",
        )
    )
    assert found.next_step is not None
    assert found.next_step.date == "2026-03-05"
    assert found.deadline is not None
    assert found.deadline.date == "2026-03-31"


def test_a_question_is_no_next_step() -> None:
    found = known(
        status(
            "Peace talks between Norland and Sudia collapsed on Monday.",
            "Will the two sides ever meet again next week?",
            title="Norland-Sudia peace talks collapse",
        )
    )
    assert found.next_step is None


def test_a_second_negotiation_is_kept_apart() -> None:
    found = known(
        status(
            "Peace talks between Russia and Ukraine collapsed in Geneva on Monday.",
            "Russia and Ukraine had met four times.",
            "France said talks with Ukraine would go on.",
            "Israel and Hamas signed a ceasefire with each other on Sunday.",
            title="Russia and Ukraine peace talks collapse",
        )
    )
    assert found.stage == "suspended"
    assert any(set(other.parties) == {"Hamas", "Israel"} for other in found.others)


def test_a_denial_of_talks_is_a_rejection() -> None:
    found = known(status("Norland denied on Monday that there were any talks with the rebels.", title="Norland denies talks"))
    assert found.stage == "rejected"


def test_the_turn_of_a_sentence_is_its_news() -> None:
    found = known(status("The rebels offered talks on Monday, but the government rejected negotiations with them."))
    assert found.stage == "rejected"


def test_split_evidence_gives_both_readings() -> None:
    found = known(
        status(
            "The union rejected the offer on Monday and the company suspended talks.",
            title="Union rejects offer, company suspends talks",
        )
    )
    assert {found.stage, found.alternative} == {"rejected", "suspended"}


def test_why_names_the_rules_and_the_sums() -> None:
    found = known(status("Norland rejected a peace plan from Sudia on Monday.", title="Norland rejects peace plan"))
    assert any("reject + offer" in line for line in found.why)
    assert found.why[-1].startswith("sums: rejected")


def test_the_phase_follows_from_the_stage() -> None:
    assert known(status("Norland and Sudia signed a peace treaty on Monday.")).phase == "agreement"


def test_a_page_without_a_title_begins_with_it() -> None:
    article = Article(
        "untitled",
        (
            Block("heading", "Alba Foods bids for Borea Mills"),
            Block("paragraph", "Alba Foods made an offer to buy Borea Mills."),
        ),
    )
    found = known(negotiation_status(article, sentences(article)))
    assert found.stage == "called_for"


def test_a_users_codebook_is_used() -> None:
    book = load_codebook("idioms\tpass|passed the feather\tagreement\tThe clans passed the feather.")
    text = "After peace talks the two clans passed the feather."
    article = Article("own", (Block("paragraph", text),), title="Peace talks of clans: they passed the feather")
    found = negotiation_status(article, [Sentence(text, 0, len(text), 0)], book)
    assert known(found).stage == "agreed"


def test_the_trade_in_players_is_no_negotiation_but_a_lockout_is() -> None:
    bought = status(
        "City have agreed a deal to buy the midfielder Ola Brandt from United.",
        "The captain scored eleven goals last season and the coach wanted a striker, too.",
        "United rejected a first offer from the club in May.",
        title="City agree deal for midfielder",
    )
    assert bought is None
    locked_out = status(
        "The hockey league and the players' union failed to reach a labour agreement on Monday, and the lockout goes on.",
        "The season, the playoffs and the cup are in doubt, and so are forty matches.",
        title="League and players' union talks fail",
    )
    assert known(locked_out).stage in {"stalled", "suspended"}


def test_charges_that_are_settled_are_no_negotiation() -> None:
    settled = status(
        "A builder agreed to pay a penalty of two million crowns to settle charges of bribery, prosecutors said.",
        "Two managers pleaded guilty. Under the settlement the company is fined, and no one will be sentenced.",
        title="Builder agrees settlement over bribery",
    )
    assert settled is None


def test_a_name_is_not_the_adjective_before_it() -> None:
    found = known(
        status(
            "Larkfield-based Alba Foods rejected a takeover bid from New Ostland Mills on Monday.",
            "Alba Foods said the bid was too low. New Ostland Mills said it was ready for talks.",
            title="Alba Foods rejects takeover bid",
        )
    )
    assert {party.name for party in found.parties} == {"Alba Foods", "New Ostland Mills"}


def test_a_summary_joins_the_other_side_as_english_does() -> None:
    talks = known(status("Norland rejected peace talks with Sudia on Monday.", title="Norland rejects talks with Sudia"))
    assert talks.summary.startswith("Norland turned down talks with Sudia.")
    bid = known(
        status("Borea Mills rejected a takeover bid from Alba Foods.", title="Borea Mills rejects takeover bid from Alba Foods")
    )
    assert bid.summary.startswith("Borea Mills turned down a takeover bid from Alba Foods.")


def test_a_request_of_others_is_not_a_partys_demand() -> None:
    talks = "Norland and Sudia held talks in Arna on Monday about the valley."
    hotels = "Norland is their host. Hotels along the lake said that they wanted more soldiers in the streets."
    funds = "Three funds, which together own 14 percent of Norland, demanded that the port be sold."
    asked = "Norland said that its hotels had been asked for two hundred rooms."
    for told in (hotels, funds, asked):
        holders = {demand.holder for demand in known(status(talks, told)).demands}
        assert "Norland" not in holders, told


def test_what_was_once_rejected_is_no_refusal_now() -> None:
    raised = (
        "Alba Foods has agreed to buy Borea Mills. The companies said that Borea’s board had accepted a raised offer of "
        "69 crowns a share, 14 percent more than a first proposal that it rejected last week."
    )
    assert "refusal" not in {demand.kind for demand in known(status(raised)).demands}
    refused = "The board of Borea Mills said that it would not accept the takeover offer from Alba Foods."
    assert "refusal" in {demand.kind for demand in known(status(refused)).demands}


def test_a_country_before_its_coalition_talks_is_no_side() -> None:
    found = known(
        status(
            "The Greens walked out of the talks with the Farmers' Party on Monday.",
            title="Greens walk out of Estmark coalition talks over coal",
        )
    )
    assert "Estmark" not in {party.name for party in found.parties}


@pytest.mark.parametrize("deal", ["Under the SFA", "According to the arms accord", "Under the arms accord"])
def test_what_a_deal_of_old_laid_down_is_nobodys_demand(deal: str) -> None:
    found = known(status(
        "Norland and Sudia resumed talks on Monday on the arms accord.",
        "The round in Meru is the third this year.",
        "The envoys met twice.",
        "Sudia demanded that Norland open its yards.",
        f"{deal}, Sudia promised to scrap its missiles in exchange for loans.",
    ))  # fmt: skip
    assert [demand.sentence for demand in found.demands] == ["Sudia demanded that Norland open its yards."]

"""Grammar is one for all: what is negated, refused, only possible, past or proposed, in every domain."""

from __future__ import annotations

import pytest
from invented import event_in, events, known, meanings, status

from briefreader.text.negotiation.codebook.inflection import verb_forms
from briefreader.text.negotiation.sentence.words import MAX_WORDS, read_words

AGREED = {"agreement", "signature", "ceasefire", "acceptance", "partial_agreement", "implementation", "ratification"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The union and the airline failed to reach an agreement on Monday.",
        "The two armies did not sign a ceasefire.",
        "Norland and Estia were unable to strike a trade deal.",
        "No deal was reached between Alba Foods and Borea Mills.",
        "The Greens and the Liberals never agreed on a coalition deal.",
        "The creditors and the ministry could not reach a settlement.",
    ],
)
def test_a_deal_that_failed_is_no_deal(sentence: str) -> None:
    assert not AGREED & meanings(sentence)
    assert "no_result" in meanings(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The sides hope to reach an agreement by Friday.",
        "A ceasefire could be signed within days.",
        "The mediators are trying to broker a truce.",
        "Alba Foods needs more time to reach a deal.",
        "If the union signs the contract, the ships will sail.",
        "Whether they reach a deal is open.",
    ],
)
def test_a_deal_that_is_only_possible_is_no_deal(sentence: str) -> None:
    assert not AGREED & meanings(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels refused to resume talks.",
        "The union declined to sign the contract.",
        "Norland is unwilling to negotiate with Sudia.",
        "The rebels refused to accept the peace plan.",
    ],
)
def test_who_refuses_to_do_it_refuses(sentence: str) -> None:
    assert "refusal" in meanings(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Estia urged the two sides to resume talks.",
        "The bishop called on the miners to accept the offer.",
        "The envoy asked the parties to sign the truce.",
    ],
)
def test_what_others_are_urged_to_do_is_an_appeal(sentence: str) -> None:
    assert "appeal" in meanings(sentence)
    assert not AGREED & meanings(sentence)


def test_a_refusal_that_is_denied_is_none() -> None:
    assert "refusal" not in meanings("The rebels did not reject the plan.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The two countries signed a peace treaty in 1979.",
        "Talks collapsed last year.",
        "The union had rejected the offer.",
        "Three years ago the airline and its pilots reached a deal.",
    ],
)
def test_background_is_past(sentence: str) -> None:
    assert {event.status for event in events(sentence) if event.meaning not in {None, "decline"}} == {"past"}


def test_a_participle_before_its_noun_is_background() -> None:
    assert [event.status for event in events("The stalled talks resumed.")] == ["past", "asserted"]


def test_break_off_is_not_break() -> None:
    found = meanings("The port broke off talks on Tuesday without agreement.")
    assert "halt" in found
    assert "breach" not in found
    assert "withdrawal" not in found


def test_a_bare_infinitive_is_the_future_in_a_headline_only() -> None:
    scheduled = known(status("The ministers said nothing more.", title="Norland and Sudia ministers to hold talks in May"))
    assert scheduled.stage == "scheduled"


def test_the_words_of_a_speaker_are_laid_in_his_mouth() -> None:
    found = known(
        status(
            "Talks between Norland and Sudia collapsed on Monday.",
            "The minister of Sudia said Norland broke the ceasefire agreement.",
            title="Norland-Sudia peace talks collapse",
        )
    )
    assert event_in(found, "collapsed").said_by is None
    assert event_in(found, "broke").said_by == "Sudia"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "President Ann Roe of Norland called for talks with Sudia on the Tessin valley, and said she would go anywhere.",
            "Ann Roe",
        ),
        ("Talks on the Tessin valley collapsed, a clerk of the court said.", None),
        ("Sudia called for talks after a battle in Norland, an aide said.", None),
        ("“The talks with Sudia collapsed,” said minister Ann Roe.", "Ann Roe"),
        ("Norland called for talks, according to a Sudian general.", "Sudia"),
        ("Speaking after talks with Sudia, Norland asked for a truce and said no more.", None),
    ],
)
def test_who_speaks_is_the_subject_and_no_name_that_hangs_on_a_preposition(sentence: str, speaker: str | None) -> None:
    found = known(status("Norland and Sudia broke off talks on Monday.", sentence, title="Norland and Sudia break off talks"))
    assert [event.said_by for event in found.events if event.sentence == sentence] == [speaker]


def test_the_chance_of_a_deal_is_no_deal() -> None:
    lead = "The prospects of the Coffee Council (CC) and Norland reaching an agreement on quotas before September appear dim."
    assert known(status(lead, title="Coffee talks")).stage != "agreed"


@pytest.mark.parametrize(
    ("lead", "stage"),
    [
        ("Shells fell on Norland on Monday, hours before a truce with Sudia takes effect.", "agreed"),
        ("Shells fell on Norland, days before a truce that both sides have agreed comes into force.", "agreed"),
        ("A truce between Norland and Sudia took effect before dawn on Monday.", "in_force"),
        (
            "A week before, Sudia's shells fell. Now, before the eyes of the world, the truce with Norland takes effect.",
            "in_force",
        ),
    ],
)
def test_what_something_happens_before_is_still_to_come(lead: str, stage: str) -> None:
    assert known(status(lead, title="Norland and Sudia")).stage == stage


def test_an_event_has_its_codes_actor_and_target() -> None:
    found = known(status("Norland rejected a peace plan from Sudia on Monday.", "Norland said that Sudia must leave first."))
    event = event_in(found, "peace plan")
    assert (event.type, event.code, event.status) == ("REJECT", "125", "asserted")
    assert (event.actor, event.target) == ("Norland", "Sudia")


def test_a_denied_event_is_given_as_negated() -> None:
    found = known(status("Norland and Sudia did not sign a peace agreement on Monday, the mediators said."))
    assert (event_in(found, "peace").type, event_in(found, "peace").status) == ("SUPPORT", "negated")
    assert found.stage == "stalled"


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("reject", {"reject", "rejects", "rejected", "rejecting"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("ratify", {"ratify", "ratifies", "ratified", "ratifying"}),
        ("stop", {"stop", "stops", "stopped", "stopping"}),
        ("tie", {"tie", "ties", "tied", "tying"}),
        ("quit,quit,quit", {"quit", "quits", "quitting"}),
        ("break,broke,broken", {"break", "breaks", "broke", "broken", "breaking"}),
        ("have,had,had", {"have", "has", "had", "having"}),
        ("submit", {"submit", "submits", "submitted", "submitting"}),
        ("delay", {"delay", "delays", "delayed", "delaying"}),
    ],
)
def test_verbs_are_inflected(entry: str, forms: set[str]) -> None:
    assert {form for form, _ in verb_forms(entry)} == forms


def test_words_keep_their_places_and_lose_their_possessives() -> None:
    words = read_words("Norland's U.S. envoy can't wait; they'll meet, it's said.")
    assert words.low[:5] == ["norland", "u.s.", "envoy", "can", "n't"]
    assert words.possessive[0]
    assert words.slice(0, 2) == "Norland's U.S. envoy"
    assert "'ll" in words.low


def test_a_sentence_is_read_to_a_limit() -> None:
    assert len(read_words("word " * 5000)) <= MAX_WORDS + 1


@pytest.mark.parametrize(
    ("sentence", "past"),
    [
        ("Norland broke the accord that it signed in January.", {"signature"}),
        ("Norland broke the accord both had signed.", {"signature"}),
        ("The accord, which was signed on Monday, calms the valley.", set()),
        ("Despite the U.S. exit from the accord the envoys met.", {"withdrawal"}),
        ("Its exit from the accord dismayed the envoys.", set()),
        ("Having signed the accord, Norland lifted its embargo.", {"signature"}),
        ("The envoys struck the 2015 arms deal in Meru.", {"agreement"}),
        ("The envoys struck an arms deal in Meru.", set()),
        ("After two decades of war the clans agreed on a truce.", set()),
        ("The clans agreed on a truce decades ago.", {"ceasefire"}),
    ],
)
def test_what_only_says_which_deal_is_meant_is_background(sentence: str, past: set[str]) -> None:
    assert {event.kind for event in events(sentence) if event.status == "past"} == past


@pytest.mark.parametrize(
    ("sentence", "meaning"),
    [
        ("Bishops urged the army to lay down its arms and resume talks.", "appeal"),
        ("The army laid down its arms and resumed talks.", "return"),
        ("The clans refused to free the hostages or sign a truce.", "refusal"),
        ("The envoy went to Meru and opened talks.", "meeting"),
    ],
)
def test_two_infinitives_share_what_governs_the_first(sentence: str, meaning: str) -> None:
    assert events(sentence)[-1].meaning == meaning


def test_a_phrase_of_denial_denies_once() -> None:
    assert "breach" in meanings("Norland would no longer abide by the treaty.")
    assert "observance" in meanings("Norland abided by the treaty.")


def test_what_came_of_a_round_weighs_more_than_the_round() -> None:
    met = "The union and the mine met for ninety minutes on Tuesday"
    assert known(status(f"{met} and left without a deal.", title="Union and mine talk")).stage == "stalled"
    assert known(status(f"{met} for contract talks.", title="Union and mine talk")).stage == "under_way"


def test_an_article_without_a_date_takes_its_own_newest_year_for_today() -> None:
    told = ["Norland and Sudia signed a truce in 2015.", "The shelling of 2021 drove thousands from the valley."]
    assert {event.status for event in known(status(*told, title="Truce of old", published=None)).events[:1]} == {"past"}
    assert {event.status for event in known(status(told[0], title="Truce", published=None)).events} == {"asserted"}


def test_what_a_side_later_refused_or_broke_overtakes_what_it_had_agreed() -> None:
    told = "The president agreed in principle to a peace plan this week. The opposition {}, but it is open to other plans."
    assert known(status(told.format("later rejected the plan"), title="Meru waits")).stage == "rejected"
    assert known(status(told.format("welcomed the plan"), title="Meru waits")).stage == "partial"


def test_an_object_ends_where_a_finite_verb_begins_a_clause() -> None:
    assert "plan_to_meet" in meanings("Norland announced more meetings with Sudia.")
    found = meanings("Norland announced it will not hold any more meetings with Sudia.")
    assert "plan_to_meet" not in found
    assert "refusal" in found

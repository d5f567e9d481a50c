"""Which plan tells what comes next, and whether any does; which sentence tells a position: over invented news."""

from __future__ import annotations

import pytest
from invented import known, status

LEAD = "The Dockers' Union and Northsea Lines resumed contract talks on Monday."
PEACE = "Norway and Iran held talks on Monday on a pact on fishing."


@pytest.mark.parametrize(
    "sentence",
    [
        "The mediator said the next formal talks would be on Thursday.",
        "The two teams are preparing for the planned talks on Thursday.",
        "A contract still has to be approved by the members.",
        "The mediator is heading to Oslo before the talks.",
        "The company expects an answer from the union by July.",
        "The union and the company will continue talking for the next two weeks.",
        "The two sides will reconvene on Thursday.",
        "The contract now goes to the members for a vote.",
        "Bargaining picks up again Wednesday morning.",
        "The members still need to back the contract.",
        "The union has until March 3 to object to the contract.",
        "A third round is pencilled in for the end of the month.",
        "The mediator has asked the two sides back for Thursday.",
        "Both sides agreed to keep talking through the weekend.",
        "The contract should be signed in about two weeks, the union said.",
        "A joint commission will now be formed to look at the shifts and present a final report by July, he said.",
        "The two sides agreed to form a working group on the shifts.",
        "A vote on the contract could come as early as Thursday.",
        "No date has been set for the next round of talks.",
        "The contract now awaits the approval of the members.",
        "The union and the company tomorrow open talks on the shifts.",
        "The dockers voted to strike on March 24.",
        "The contract still needs the blessing of the harbour board.",
        "The contract is up for renewal on Friday.",
        "The company's offer lapses at midnight on Friday unless it is extended.",
        "The members could vote on the contract by the weekend.",
        "The third round, the longest so far, starts in Oslo on Sunday.",
    ],
)
def test_a_plain_plan_is_the_next_step(sentence: str) -> None:
    step = known(status(LEAD, sentence)).next_step
    assert step is not None
    assert step.sentence == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "“We hope to reach something some day,” the union's leader said.",
        "Nobody can say whether the sides will meet again.",
        "A meeting was planned in May but never came.",
        "The company sold three ships last year.",
        "No new talks are scheduled.",
        "Each round could have been the last one, the union said.",
        "The contract will create the largest fleet in the north.",
        "The union was founded in 1921.",
        "The union's leader talked about how to address the shifts with the company.",
        "The union has repeatedly called for direct talks with the company.",
        "The shipping crisis will complicate the talks on pay.",
        "The clerk found the contract in a meeting scheduled on an office computer.",
    ],
)
def test_where_no_plan_is_plain_there_is_no_next_step(sentence: str) -> None:
    assert known(status(LEAD, sentence)).next_step is None


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("The company may announce cuts.", "The two sides will meet again on Thursday."),
        ("If the ships stay idle, the company will seek a loan.", "The members are to vote on the offer next week."),
        ("Last week the company hoped to reach a deal as soon as possible.", "The contract should be signed in two weeks."),
        ("The union said on Tuesday last week that it would consider a deal.", "The offer is set to be approved next week."),
        ("The union and the company held talks on May 3 in Oslo.", "The sides plan to sign a contract."),
        (
            "The company's ships, which will sail next week, carry coal.",
            "The sides will meet on a contract, which will be signed.",
        ),
        ("The talks will resume only if the company recalls the crews.", "The talks will resume in two weeks."),
        ("The company will seek a loan.", "The union and the company are due to resume talks on Thursday."),
    ],
)
def test_of_two_plans_the_firmer_is_told_wherever_it_stands(less: str, more: str) -> None:
    for sentences in ((less, more), (more, less)):
        step = known(status(LEAD, *sentences)).next_step
        assert step is not None
        assert step.sentence == more


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Norway gave Iran until May 3 to open its ports.", "demand"),
        ("Talks are only possible if Iran opens its ports, Norway said.", "precondition"),
        ("Norway warned it would leave the talks unless the crew is freed.", "precondition"),
        ("The blockade will stay until Iran returns to the pact, Norway said.", "precondition"),
        ("Norway's offer also eliminated the quota of 20 percent.", "offer"),
        ("Iran needs to open its ports, Norway said.", "demand"),
        ("Norway is not changing its opposition to a quota.", "refusal"),
        ("Norway's offer is conditional on a vote.", "precondition"),
        ("Norway may close its ports if it does not get guarantees from Iran.", "precondition"),
        ("Norway hopes to win half of the quota.", "demand"),
        ("Norway would consider a quota of 20 percent.", "offer"),
        ("Norway is fighting for a quota of 20 percent.", "demand"),
        ("Norway is pushing Iran to free the crew.", "demand"),
        ("Norway turned down a quota of 20 percent.", "refusal"),
        ("Norway will not budge on the quota.", "refusal"),
        ("Norway balked at a quota.", "refusal"),
        ("Norway said it cannot afford more than 2 percent.", "refusal"),
        ("Norway put 3 percent on the table.", "offer"),
        ("Norway pledged to free the crew.", "offer"),
        ("Norway threatened to close its ports.", "demand"),
        ("Norway has asked the Iranian fleet and its owners for a share of the catch.", "demand"),
        ("Norway hopes to get a share of the catch.", "demand"),
        ("The best option is a joint fleet, Norway said.", "demand"),
        ("Norway will not support that.", "refusal"),
        ("Norway sees no need for a smaller quota.", "refusal"),
        ("The claim is without merit, Norway said.", "refusal"),
        ("Norway decided against a joint fleet.", "refusal"),
        ("Norway has expressed an interest in a joint fleet.", "offer"),
        ("There cannot be an agreement if Iran does not answer, Norway said.", "precondition"),
        ("Talks can only resume when the crew is freed, Norway said.", "precondition"),
        ("The pause is conditioned on a smaller quota, Norway said.", "precondition"),
        ("Norway is trying to convince Iran to open its ports.", "demand"),
        ("Norway hopes Iran will open its ports.", "demand"),
        ("Norway has so far refused mediation by others.", "refusal"),
        ("Norway cannot negotiate on its waters.", "refusal"),
        ("Norway's offer is in any case inadequate, Iran said.", "refusal"),
        ("Norway would resign rather than accept a quota, its minister said.", "refusal"),
        ("Norway left the door open to a quota.", "offer"),
        ("Norway made a cash offer of 46 crowns a tonne to Iran.", "offer"),
    ],
)
def test_a_position_is_told_by_its_turn(sentence: str, kind: str) -> None:
    found = known(status(PEACE, sentence)).demands
    assert [(demand.kind, demand.sentence) for demand in found] == [(kind, sentence)]
    assert found[0].holder in {"Norway", "Iran"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway said the storm threatened the harvest.",
        "The reporters asked the minister how long the talks would go on.",
        "The delegates had the best option of the menu.",
        "Norway has expressed its regret.",
        "The weather was warmer than the season needs.",
    ],
)
def test_like_words_tell_no_position(sentence: str) -> None:
    assert known(status(PEACE, sentence)).demands == ()


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Iran said Norway's proposal included a quota of 20 percent.", "Norway"),
        ("The talks began despite Iranian demands for a quota of 20 percent.", "Iran"),
        ("Iran rejected Norway's demands for a quota of 20 percent.", "Iran"),
    ],
)
def test_a_position_is_of_the_side_whose_name_it_bears(sentence: str, holder: str) -> None:
    assert holder in {demand.holder for demand in known(status(PEACE, sentence)).demands}


def test_a_request_for_a_comment_is_no_demand() -> None:
    assert known(status(PEACE, "Norway did not respond to a request for confirmation.")).demands == ()

"""An invented story that says everything an export can say."""

from __future__ import annotations

from briefreader.model import (
    Article,
    Block,
    Brief,
    Contradiction,
    Correction,
    Demand,
    Event,
    Issue,
    KeyPoint,
    Link,
    Move,
    Negotiation,
    Obstacle,
    OtherNegotiation,
    Party,
    Position,
    Reading,
    Removal,
    Step,
    Story,
    StoryPoint,
    TimelineEntry,
)

FIRST_SENTENCE = "Talks between the Ferrymen’s Union and Sound Lines opened on Monday."
SECOND_SENTENCE = "The union wants $5 an hour more (and 10% on Sundays)."

OPENING = Article(
    source="feed.xml#1",
    url="https://www.soundpost.example/ferries",
    title="Ferry talks open",
    byline="By Ida Ström",
    authors=("Ida Ström",),
    site="The Sound Post",
    published="2026-03-02T08:15:00+01:00",
    language="en",
    standfirst="Union and company meet for the first time.",
    blocks=(
        Block("paragraph", f"{FIRST_SENTENCE} {SECOND_SENTENCE}", links=(Link(18, 34, "https://union.example/claim"),)),
        Block("heading", "What is on the table", level=2),
        Block("list_item", "pay", level=1),
        Block("list_item", "Sunday pay", level=2),
        Block("list_item", "rest", level=1),
        Block("list_item", "1. is not a number here", level=1, style="ordered"),
        Block("table", "Matter | Claim\nPay | $5", rows=(("Matter", "Claim"), ("Pay|rest", "$5"))),
        Block("quote", "We are listening."),
        Block("code", "``` not a fence"),
        Block("caption", "The quay at dawn"),
    ),
    removed=(Removal("Share this", "share-bar"),),
)
STALLED = Article(
    source="walk-out.html",
    url="https://reader@coast.example/walk-out",
    title="Union walks out [updated]",
    site="Coast Daily",
    published="2026-03-05",
    language="en",
    blocks=(Block("paragraph", "The ferry talks stalled on Thursday over Sunday pay."),),
)
UNDATED = Article(
    source="pasted.txt", title="A short history of the ferries", language="en", blocks=(Block("paragraph", "They are old."),)
)

UNDER_WAY = Negotiation(
    stage="under_way",
    direction=None,
    direction_reason=None,
    confidence=0.9,
    alternative=None,
    summary="The Ferrymen’s Union and Sound Lines are talking about pay.",
    evidence=FIRST_SENTENCE,
    parties=(Party("Ferrymen’s Union"), Party("Sound Lines")),
)
IMPASSE = Negotiation(
    stage="stalled",
    direction="deteriorating",
    direction_reason="under way on 2 March, stalled on 5 March",
    confidence=0.824,
    alternative="suspended",
    summary="The talks are stuck over Sunday pay.",
    evidence="The ferry talks stalled on Thursday over Sunday pay.",
    parties=(Party("Ferrymen’s Union", ("FU", "the union"), ("Ana Silva",)), Party("Sound Lines", leaders=("Per Holm",))),
    mediators=("Tom Hale",),
    venue=("Port Selwyn",),
    issues=(Issue("Sunday pay", "open", "Sunday pay is open."), Issue("Rest", None, "Rest came up.")),
    demands=(
        Demand("the union", "demand", SECOND_SENTENCE),
        Demand("Per Holm", "offer", "Mr Holm offered $2."),
        Demand("Passengers", "demand", "Passengers want boats."),
        Demand(None, "precondition", "No strike may be called first."),
    ),
    obstacles=(
        Obstacle("Sunday pay", "They are far apart on Sunday pay."),
        Obstacle("The purse is empty.", "The purse is empty."),
    ),
    next_step=Step("The sides meet again", "2026-03-09", "The sides meet again on Monday."),
    deadline=Step("A strike may begin on 12 March.", "2026-03-12", "A strike may begin on 12 March."),
    others=(OtherNegotiation(("Pilots", "Sound Lines"), "agreed", "The pilots signed in January."),),
    events=(Event("REJECT", "125", "Ferrymen’s Union", "Sound Lines", "asserted", None, "The union walked out."),),
    why=("stalled 0.8: “stalled on Thursday”",),
)

OPENING_BRIEF = Brief(
    OPENING, (KeyPoint(FIRST_SENTENCE, FIRST_SENTENCE, 0, len(FIRST_SENTENCE), 0, (("position", 0.5),)),), UNDER_WAY
)
STALLED_BRIEF = Brief(
    STALLED,
    (KeyPoint("Talks stalled.", STALLED.text, 0, len(STALLED.text), 0),),
    IMPASSE,
    corrections=(
        Correction("stage", ("stalled",), ("suspended",), "2026-03-05T18:00:00+00:00"),
        Correction("published", ("2026-03-05",), ("2026-03-05",), "2026-03-05T18:01:00+00:00"),
    ),
)
UNDATED_BRIEF = Brief(UNDATED)

STORY = Story(
    id="f3a1",
    title="Ferry talks open",
    briefs=(OPENING_BRIEF, STALLED_BRIEF, UNDATED_BRIEF),
    key_points=(
        StoryPoint(FIRST_SENTENCE, FIRST_SENTENCE, 0, 2),
        StoryPoint("They are old.", "They are old.", 2, 1),
    ),
    negotiation=IMPASSE,
    timeline=(
        TimelineEntry("2026-03-02T08:15:00+01:00", "under_way", None, FIRST_SENTENCE, 0),
        TimelineEntry("2026-03-05", "stalled", "deteriorating", STALLED.text, 1),
        TimelineEntry(None, "called_for", None, "They are old.", 2),
    ),
    positions=(
        Position(
            "Ferrymen’s Union",
            (
                Move("2026-03-02T08:15:00+01:00", "demand", SECOND_SENTENCE, 0),
                Move("2026-03-05", "refusal", STALLED.text, 1),
            ),
        ),
        Position("Sound Lines", (Move("2026-03-05", "offer", "Mr Holm offered $2.", 1),)),
    ),
    contradictions=(
        Contradiction(
            "stage", (Reading(0, "under_way", "They talk | on."), Reading(1, "stalled", "The ferry talks stalled on Thursday."))
        ),
        Contradiction("figures", (Reading(0, "5", SECOND_SENTENCE), Reading(1, "6", "The union wants $6 an hour more."))),
    ),
    why=("the first article", "same parties", "same words"),
)

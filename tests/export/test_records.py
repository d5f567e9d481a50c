"""The records say what the model says, field by field, in the contract's order."""

from __future__ import annotations

from dataclasses import replace

from export_sample import IMPASSE, OPENING, OPENING_BRIEF, STALLED_BRIEF, STORY

from briefreader.export.labels import label_record
from briefreader.export.records import article_record, brief_record, negotiation_record, story_record
from briefreader.model import Article, Brief, Correction

BRIEF_FIELDS = (
    "source url title byline authors site published updated language image standfirst text kind analysed blocks key_points "
    "negotiation error"
)
STORY_FIELDS = (
    "id title articles sites first last unread kept done key_points negotiation timeline positions contradictions changed"
)
NEGOTIATION_FIELDS = (
    "is_negotiation stage phase direction direction_reason confidence alternative summary evidence parties mediators venue "
    "issues demands obstacles next_step deadline others events"
)


def test_a_record_has_the_fields_of_the_contract_in_its_order() -> None:
    assert list(brief_record(OPENING_BRIEF)) == BRIEF_FIELDS.split()
    assert list(story_record(STORY)) == STORY_FIELDS.split()
    assert list(negotiation_record(IMPASSE) or {}) == NEGOTIATION_FIELDS.split()


def test_a_brief_says_what_its_article_says() -> None:
    record = brief_record(OPENING_BRIEF)
    assert record["title"] == "Ferry talks open"
    assert record["authors"] == ["Ida Ström"]
    assert record["text"] == OPENING.text
    assert record["blocks"][6] == {
        "kind": "table",
        "text": "Matter | Claim\nPay | $5",
        "level": None,
        "rows": [["Matter", "Claim"], ["Pay|rest", "$5"]],
    }
    assert record["kind"] == "article"
    assert record["analysed"] is True
    assert record["error"] is None


def test_a_key_points_offsets_lead_back_to_its_sentence() -> None:
    record = brief_record(OPENING_BRIEF)
    for point in record["key_points"]:
        assert record["text"][point["start"] : point["end"]] == point["sentence"]


def test_a_negotiation_says_everything_that_was_found() -> None:
    record = brief_record(STALLED_BRIEF)["negotiation"]
    assert (record["is_negotiation"], record["stage"], record["phase"]) == (True, "stalled", "negotiation")
    assert record["parties"][0] == {"name": "Ferrymen’s Union", "aliases": ["FU", "the union"], "leaders": ["Ana Silva"]}
    assert record["next_step"] == {
        "text": "The sides meet again",
        "date": "2026-03-09",
        "sentence": "The sides meet again on Monday.",
    }
    assert record["others"] == [
        {"parties": ["Pilots", "Sound Lines"], "stage": "agreed", "sentence": "The pilots signed in January."}
    ]
    assert record["events"][0]["code"] == "125"


def test_no_negotiation_is_null() -> None:
    assert brief_record(Brief(OPENING))["negotiation"] is None


def test_an_input_that_could_not_be_read_has_its_source_and_its_error_and_nothing_else() -> None:
    record = brief_record(Brief(Article("gone.html", error="no such file")))
    assert record.pop("source") == "gone.html"
    assert record.pop("error") == {"message": "no such file"}
    assert not any(record.values())
    assert record["kind"] is None
    assert record["analysed"] is None


def test_a_story_lists_its_articles_with_their_stages() -> None:
    record = story_record(STORY)
    assert [article["stage"] for article in record["articles"]] == ["under_way", "stalled", None]
    assert (record["sites"], record["first"], record["last"]) == (3, "2026-03-02T08:15:00+01:00", "2026-03-05")
    assert record["timeline"][1] == {
        "when": "2026-03-05",
        "stage": "stalled",
        "direction": "deteriorating",
        "evidence": "The ferry talks stalled on Thursday over Sunday pay.",
        "article": 1,
    }


def test_a_story_says_where_outlets_differ_how_positions_moved_and_what_was_corrected() -> None:
    record = story_record(STORY)
    assert record["contradictions"][0] == {
        "about": "stage",
        "readings": [
            {
                "site": "The Sound Post",
                "when": "2026-03-02T08:15:00+01:00",
                "says": "under_way",
                "sentence": "They talk | on.",
                "article": 0,
            },
            {
                "site": "Coast Daily",
                "when": "2026-03-05",
                "says": "stalled",
                "sentence": "The ferry talks stalled on Thursday.",
                "article": 1,
            },
        ],
    }
    union, company = record["positions"]
    assert [move["kind"] for move in union["moves"]] == ["demand", "refusal"]
    assert company == {
        "party": "Sound Lines",
        "moves": [{"when": "2026-03-05", "kind": "offer", "sentence": "Mr Holm offered $2.", "article": 1}],
    }
    assert record["articles"][1]["corrections"][0] == {
        "field": "stage",
        "new": ["stalled"],
        "engine": ["suspended"],
        "at": "2026-03-05T18:00:00+00:00",
    }
    assert record["articles"][0]["corrections"] == []


def test_a_corrected_article_is_a_labelled_example() -> None:
    record = label_record(STALLED_BRIEF)
    assert (record["id"], record["text"], record["published"]) == ("walk-out.html", STALLED_BRIEF.article.text, "2026-03-05")
    assert record["labels"] == {"stage": "stalled", "published": "2026-03-05"}
    assert record["engine"] == {"stage": "suspended", "published": "2026-03-05"}
    assert record["corrected"] == "2026-03-05T18:01:00+00:00"
    unread = replace(
        STALLED_BRIEF, corrections=(Correction("stage", (), ("stalled",), "x"), Correction("parties", ("A", "B"), (), "x"))
    )
    assert label_record(unread)["labels"] == {"stage": "none", "parties": ["A", "B"]}


def test_the_readers_marks_are_unknown_without_a_library() -> None:
    record = story_record(STORY)
    assert (record["unread"], record["kept"], record["done"], record["changed"]) == (None, None, None, [])
    marked = story_record(STORY, unread=2, kept=True, done=False, changed=["stage: stalled"])
    assert (marked["unread"], marked["kept"], marked["done"], marked["changed"]) == (2, True, False, ["stage: stalled"])


def test_why_adds_the_reasons() -> None:
    assert brief_record(OPENING_BRIEF, why=True)["key_points"][0]["why"] == {"position": 0.5}
    assert brief_record(OPENING_BRIEF, why=True)["removed"] == [{"text": "Share this", "rule": "share-bar"}]
    assert article_record(OPENING, why=True)["removed"] == [{"text": "Share this", "rule": "share-bar"}]
    assert "removed" not in article_record(OPENING)
    assert story_record(STORY, why=True)["why"] == ["the first article", "same parties", "same words"]
    assert story_record(STORY, why=True)["negotiation"]["why"] == ["stalled 0.8: “stalled on Thursday”"]

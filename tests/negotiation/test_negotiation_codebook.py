"""The codebook: every line's example is read as the line says, and a user's own lines are checked and used."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented import article, events, known, meanings

from briefreader.errors import ConfigError
from briefreader.text.negotiation import load_codebook, negotiation_status
from briefreader.text.negotiation.codebook.lines import CUES
from briefreader.text.negotiation.sentence.matching import find_idioms, find_readings
from briefreader.text.negotiation.sentence.words import read_words
from briefreader.text.negotiation.tables import data, lines_of
from briefreader.text.sentences import sentences


def examples(table: str, event: int, example: int) -> list[tuple[str, str]]:
    return [
        (cells[event].partition(":")[0], cells[example]) for _, cells in lines_of(data(f"{table}.tsv")) if cells[event] != "-"
    ]


@pytest.mark.parametrize(("event", "example"), examples("frames", 3, 4))
def test_frame_reads_its_example(event: str, example: str) -> None:
    assert event in meanings(example)


@pytest.mark.parametrize(("event", "example"), examples("idioms", 1, 2))
def test_idiom_reads_its_example(event: str, example: str) -> None:
    assert event in meanings(example)


@pytest.mark.parametrize(("field", "pattern", "example"), [(c[0], c[2], c[3]) for _, c in lines_of(data("cues.tsv"))])
def test_cue_is_found_in_its_example(field: str, pattern: str, example: str) -> None:
    book = load_codebook()
    words = read_words(example)
    found = {(cue.event, cue.source) for cue, *_ in find_idioms(words, find_readings(words, book), book.cues)}
    assert (field, pattern) in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Six people died when air strikes hit the port.",
        "The trader accepted a plea deal.",
        "Her TED talk drew a crowd.",
        "The transfer window closes on Friday.",
        "Pilots on a hunger strike drank water.",
        "He had to deal with the flood.",
        "A peace activist wrote the book.",
    ],
)
def test_anti_terms_are_read_as_nothing(sentence: str) -> None:
    assert not {kind for kind in meanings(sentence) if kind not in {None, "decline", "demand", "promise", "visit", "protest"}}


def test_every_event_says_its_codes_and_what_it_becomes() -> None:
    book = load_codebook()
    for name, kind in book.events.items():
        assert kind.plover.isupper()
        assert kind.cameo.isdigit()
        assert kind.told
        assert name in book.meanings


def test_every_data_file_names_its_source() -> None:
    for table in (
        "events",
        "nouns",
        "verbs",
        "frames",
        "idioms",
        "cues",
        "plainness",
        "firmness",
        "moods",
        "grammar",
        "anti",
        "lists",
        "worlds",
        "wordlists",
        "actors",
    ):
        head = " ".join(line for line in data(f"{table}.tsv").splitlines() if line.startswith("#")).lower()
        assert "source" in head or "from" in head or "style" in head, table


def test_the_same_codebook_is_loaded_once() -> None:
    assert load_codebook() is load_codebook(None)


def test_a_user_adds_actors_idioms_and_cues() -> None:
    book = load_codebook(
        "# mine\n"
        "actors\tOstmark League\tgroup\tthe League of Ostmark\n"
        "idioms\tsmoke|smoked the pipe\tagreement\tThe clans smoked the pipe.\n"
        "cues\tobstacle\t1.0\tbone of contention\n"
    )
    assert "agreement" in meanings("The clans smoked the pipe.", book)
    assert "agreement" not in meanings("The clans smoked the pipe.")
    assert "Ostmark League" in book.actors


def test_a_user_adds_a_world_in_which_people_negotiate() -> None:
    book = load_codebook("worlds\thunting\tproposal\tgamekeepers; hunting rights\n")
    told = article("The gamekeepers of Meru rejected a proposal of the foresters on Monday.", title="Gamekeepers say no")
    assert negotiation_status(told, sentences(told)) is None
    found = known(negotiation_status(told, sentences(told), book))
    assert found.stage == "rejected"


def test_an_idiom_may_speak_of_a_negotiation_by_itself() -> None:
    for share, core in (("", False), (":0.8", False), (":core", True), (":0.8 core", True)):
        book = load_codebook(f"idioms\tsmoke|smoked the pipe\tagreement{share}\n")
        assert [event.core for event in events("The clans smoked the pipe.", book)] == [core]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("worlds\thunting\tboar\tgamekeepers", "there is no class “boar”"),
        ("nonsense\ta\tb", "there is no table “nonsense”: begin the line with one of nouns, verbs"),
        ("idioms bury the spear agreement", "then a tab"),
        ("idioms\tonly one cell", "an idiom needs 2 cells separated by tabs, found 1"),
        ("idioms\t~ gap first\tagreement", "not with a gap"),
        ("idioms\ta ~~ b ~~ c ~~ d\tagreement", "at most three gaps"),
        ("idioms\ta b\tpeacemaking", "there is no kind of event “peacemaking”: write one of acceptance, agreement"),
        ("idioms\ta b\tagreement:much", "the share after a colon is a number such as 0.8, not “much”"),
        ("idioms\tbury @spears\tagreement", "there is no class “spears”: add a line of nouns or verbs"),
        ("frames\treach\tdeal\tabove\tagreement", "any, left or right"),
        ("frames\tbury\tdeal\tright\tagreement", "there is no class “bury”"),
        ("nouns\tsluice\tyes\tsluice", "a noun class is core or weak, not “yes”"),
        ("actors\t\tgroup", "one of them is empty"),
        ("cues\twish\t1\ta", "a cue is for one of"),
        ("moods\tbright\tsunny spells", "a mood needs 3 cells"),
        ("moods\tbright\tsunny spells\thope is voiced", "a weight is a number such as 0.8, not “bright”"),
        ("cues\tdemand\tmuch\ta", "a weight is a number such as 0.8, not “much”"),
        ("anti", "a line of anti needs 1 cells"),
        ("events\tfoo\tagreed\t+\tAGREE\t1\t1\ttold", "there is no table “events”"),
    ],
)
def test_a_wrong_line_is_told_with_its_number(text: str, complaint: str) -> None:
    with pytest.raises(ConfigError, match="line 2") as caught:
        load_codebook("# a comment\n" + text)
    assert complaint in str(caught.value)


@pytest.mark.parametrize(("pattern", "example"), [(c[1], c[3]) for _, c in lines_of(data("moods.tsv"))])
def test_every_mood_is_found_in_its_example(pattern: str, example: str) -> None:
    book = load_codebook()
    words = read_words(example)
    assert pattern in {mood.source for mood, *_ in find_idioms(words, find_readings(words, book), book.moods)}


def test_cues_serve_known_fields_only() -> None:
    assert {cells[0] for _, cells in lines_of(data("cues.tsv"))} == set(CUES)


def test_the_example_in_the_documentation_is_a_codebook() -> None:
    page = (Path(__file__).parents[2] / "docs" / "negotiation-status.md").read_text(encoding="utf-8")
    example = page.split("```")[1]
    book = load_codebook(example)
    assert "Ostmark League" in book.actors
    assert "agreement" in meanings("The clans smoked the pipe.", book)
    assert "agreement" in meanings("The two sides hashed out a deal.", book)
    assert "topic" in meanings("The chiefs spoke of a powwow with the settlers.", book)


def test_no_word_list_is_given_twice() -> None:
    names = [name for _, (name, *_) in lines_of(data("wordlists.tsv"))]
    assert len(names) == len(set(names))

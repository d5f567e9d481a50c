"""One line of JSON that nothing downstream trips over."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.export.json import json_line

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_it_is_one_line_of_utf_8_that_reads_back_the_same(text: str) -> None:
    line = json_line({"text": text})
    assert len(line.splitlines()) == 1
    line.encode("utf-8")
    well_formed = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not any("\ud800" <= character <= "\udfff" for character in text):
        assert json.loads(line) == {"text": text} == {"text": well_formed}


def test_a_lone_surrogate_from_a_files_name_becomes_the_replacement_character() -> None:
    assert json.loads(json_line({"source": "caf\udce9.html"})) == {"source": "caf\ufffd.html"}


def test_what_a_terminal_may_obey_is_escaped() -> None:
    line = json_line({"text": "\x1b[2J \x9b2J \x7f \u202e \u2028 \ufeff"})
    assert all(character.isprintable() for character in line)
    assert json.loads(line)["text"] == "\x1b[2J \x9b2J \x7f \u202e \u2028 \ufeff"


def test_letters_of_any_script_stay_as_they_are() -> None:
    assert json_line({"text": "Зеленський 光の庭 é 🕊"}) == '{"text": "Зеленський 光の庭 é 🕊"}'

"""The gate for foreign text."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.safety import clean_text, one_line

BIDIRECTIONAL = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("foreign", "harmless"),
    [
        ("\x1b]52;c;ZXZpbA==\x07Headline", "]52;c;ZXZpbA==Headline"),
        ("\x1b[2JCleared", "[2JCleared"),
        ("\x9b31mRed", "31mRed"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("a\x00b\x7fc\x85d", "abc\nd"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("tab\tstays", "tab\tstays"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("tag\U000e0041\U000e007f", "tag"),
        ("nonc\ufdd0har\U0001ffffacter", "noncharacter"),
        ("Zelenskyy — «Київ» 日本 🇺🇦", "Zelenskyy — «Київ» 日本 🇺🇦"),
    ],
)
def test_nothing_that_a_terminal_obeys_passes(foreign: str, harmless: str) -> None:
    assert clean_text(foreign) == harmless


def test_at_most_four_combining_marks_stand_in_a_row() -> None:
    assert clean_text("z" + "\u0301" * 50 + "!") == "z" + "\u0301" * 4 + "!"


def test_no_character_gets_past_by_a_quick_way() -> None:
    forbidden = set("\u2028\u2029\ufeff" + BIDIRECTIONAL) | {
        chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)
    }
    for character in map(chr, range(sys.maxunicode + 1)):
        kind = unicodedata.category(character)
        if unicodedata.combining(character):
            assert clean_text("z" + character * 9) == "z" + character * 4
        elif character in forbidden or (kind in ("Cc", "Cs") and character not in "\n\t"):
            assert clean_text(f"a{character}b") in ("ab", "a\nb")


def test_a_title_becomes_one_line() -> None:
    assert one_line("  Talks\n\t resume \r\n in Geneva ") == "Talks resume in Geneva"


@given(st.text(st.characters(), max_size=200))
def test_cleaning_is_final_and_leaves_no_control(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert not any(unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t" for character in cleaned)
    assert not set(cleaned) & set(BIDIRECTIONAL)
    cleaned.encode("utf-8")

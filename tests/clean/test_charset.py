"""Bytes become text, whatever is claimed about them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.text.clean.charset import codec, decode

WORDS = "Fähre, Übereinkunft, naïve – “ja”"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_or_plain_utf8_needs_no_claim(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_the_header_names_the_charset() -> None:
    assert decode("Переговоры".encode("koi8-r"), "koi8-r") == "Переговоры"


def test_the_page_names_its_charset_where_the_header_is_silent() -> None:
    page = "<meta charset=windows-1251><p>Переговоры"
    assert decode(page.encode("cp1251")) == page


def test_utf8_wins_over_a_header_that_lies() -> None:
    assert decode(WORDS.encode(), "iso-8859-1") == WORDS


def test_one_byte_that_is_not_utf8_is_read_as_declared() -> None:
    assert decode(b"Caf\xe9", "windows-1252") == "Café"
    assert decode(b"Caf\xe9") == "Café"


def test_a_wrong_byte_in_much_utf8_costs_only_itself() -> None:
    assert decode(WORDS.encode() * 20 + b"\xff") == WORDS * 20 + "\ufffd"


@pytest.mark.parametrize(
    "name", ["rot13", "base64", "zip", "idna", "unicode_escape", "undefined", "utf-7", "../../etc", "", "é"]
)
def test_a_name_that_is_no_charset_of_the_web_is_ignored(name: str) -> None:
    assert codec(name) is None
    assert decode(b"harbour", name) == "harbour"


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    assert decode(b"\x93yes\x94", "ISO-8859-1") == "“yes”"


def test_wide_characters_without_a_mark_are_seen() -> None:
    assert decode("Talks resume".encode("utf-16-le")) == "Talks resume"


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=300),
    st.one_of(st.none(), st.text(max_size=20), st.sampled_from(["utf-16", "gbk", "big5", "iso-2022-jp"])),
)
def test_any_bytes_and_any_claim_give_text(content: bytes, declared: str | None) -> None:
    assert isinstance(decode(content, declared), str)

"""Names of exported files."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.export.names import MAX_BYTES, export_name


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=300), st.text(min_size=1, max_size=20))
def test_any_title_makes_a_short_plain_name(title: str, identity: str) -> None:
    name = export_name(title, identity=identity)
    assert len(name.encode("utf-8")) <= MAX_BYTES
    assert re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*\.md", name) or not name.isascii()
    assert not set(name) & set('/\\:*?"<>|\0 ')
    assert not name.startswith((".", "-"))


def test_a_name_reads_like_its_title() -> None:
    assert export_name("Talks “stall” – again!", identity="s1").startswith("talks-stall-again-")
    assert export_name("Velmora’s offer", identity="s1").startswith("velmoras-offer-")
    assert export_name("Переговори зупинено", identity="s1").startswith("переговори-зупинено-")
    assert export_name(None, identity="s1").startswith("untitled-")


def test_the_same_story_keeps_its_name_and_two_stories_with_one_title_do_not_share_it() -> None:
    assert export_name("Talks", identity="s1") == export_name("Talks", identity="s1")
    assert export_name("Talks", identity="s1") != export_name("Talks", identity="s2")


@pytest.mark.parametrize("title", ["x" * 300, "光" * 300, "word " * 80, "é" * 81, "🕊" * 99])
def test_a_long_title_is_cut_between_letters(title: str) -> None:
    name = export_name(title, identity="s1")
    assert len(name.encode("utf-8")) <= MAX_BYTES
    assert "\ufffd" not in name
    assert "--" not in name


@pytest.mark.parametrize("title", ["CON", "nul", "com1", "LPT9.txt", "aux.", "../../etc/passwd", "..", "."])
def test_no_title_makes_a_reserved_name_or_a_path(title: str) -> None:
    name = export_name(title, identity="s1")
    assert name.split(".")[0].upper() not in {"CON", "NUL", "AUX", "PRN", "COM1", "LPT9"}
    assert "/" not in name
    assert ".." not in name

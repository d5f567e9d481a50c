"""Markdown as blogs and notes are written in it."""

from __future__ import annotations

import pytest
from clean_pages import PARAGRAPHS, read

YAML = """---
title: 'Harbour talks: what is on the table'
author:
  - Ann Lee
  - Bo Chen
date: 2025-06-04 07:30:00 +0300
lastmod: 2025-06-05
description: >
  A long night at the customs house
  ended without a deal.
tags:
  - strike
canonical_url: https://post.example/news/talks
---
"""
TOML = """+++
title = "Harbour talks: what is on the table"
authors = ["Ann Lee", "Bo Chen"]
date = 2025-06-04T07:30:00+03:00
lastmod = 2025-06-05
summary = "A long night at the customs house ended without a deal."
url = "https://post.example/news/talks"
+++
"""


@pytest.mark.parametrize("matter", [YAML, TOML, YAML.replace("\n", "\r\n")], ids=["yaml", "toml", "windows"])
def test_front_matter_is_read_in_its_usual_forms(matter: str) -> None:
    got = read(f"{matter}\n{PARAGRAPHS[0]}\n", "text/markdown")
    assert (got.title, got.authors) == ("Harbour talks: what is on the table", ("Ann Lee", "Bo Chen"))
    assert (got.published, got.updated) == ("2025-06-04T07:30:00+03:00", "2025-06-05")
    assert got.standfirst == "A long night at the customs house ended without a deal."
    assert got.url == "https://post.example/news/talks"
    assert got.text == PARAGRAPHS[0]


def test_a_path_in_the_front_matter_is_no_sites_name() -> None:
    assert read(f"---\nsource: notes/ferry.md\n---\n{PARAGRAPHS[0]}", "text/markdown").site is None
    assert read(f"---\nsource: The Arlen Post\n---\n{PARAGRAPHS[0]}", "text/markdown").site == "The Arlen Post"


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert "said on Monday" in read(f"---\n\n{PARAGRAPHS[0]}\n\n---\n\nend.", "text/markdown").text


def test_a_footnotes_mark_leaves_the_sentence_and_the_note_stands_last() -> None:
    text = (
        "The crews walked out again[^1] on Friday.[^union]\n\n[^1]: They walked out in May too,\n    for a day.\n"
        "[^union]: The union has 600 members.\n[letter]: https://post.example/letter\n\nSee the [letter][letter]."
    )
    got = read(text, "text/markdown")
    assert [block.text for block in got.blocks] == [
        "The crews walked out again on Friday.",
        "See the letter.",
        "They walked out in May too, for a day.",
        "The union has 600 members.",
    ]
    assert got.blocks[1].links[0].url == "https://post.example/letter"


def test_what_looks_like_a_footnote_in_code_stays() -> None:
    assert read("```\n[^a]: regex\n```\n", "text/markdown").blocks[0].text == "[^a]: regex"


def test_lists_nest_and_tasks_lose_their_boxes() -> None:
    got = read("1. Pay\n   - nine percent\n   - at once\n2. Nights\n\n- [x] meet\n- [ ] sign\n", "text/markdown")
    assert [(block.text, block.level, block.style) for block in got.blocks] == [
        ("Pay", 1, "ordered"),
        ("nine percent", 2, None),
        ("at once", 2, None),
        ("Nights", 1, "ordered"),
        ("meet", 1, None),
        ("sign", 1, None),
    ]


def test_html_in_markdown_is_text_and_never_runs() -> None:
    got = read(
        "<div class='note'><p>A boxed <b>remark</b>.</p></div>\n\n<script>alert(1)</script>\n\n<!-- secret -->\n\n"
        "[x](javascript:alert(1)) ![ferry](https://post.example/ferry.jpg)",
        "text/markdown",
    )
    assert got.text == "A boxed remark.\n\n[x](javascript:alert(1))"
    assert not got.blocks[-1].links


def test_tables_quotes_code_and_both_forms_of_headings() -> None:
    text = (
        "# Title\n\nSetext\n------\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\n> said\n> again\n\n"
        "```py\nx = 1  # *no* emphasis\n```\n\n### Third ###\n\nlast ~~gone~~ line  \nbroken"
    )
    got = read(text, "text/markdown")
    assert got.title == "Title"
    assert [(block.kind, block.text, block.level) for block in got.blocks] == [
        ("heading", "Setext", 2),
        ("table", "a | b\n1 | 2", None),
        ("quote", "said again", None),
        ("code", "x = 1  # *no* emphasis", None),
        ("heading", "Third", 3),
        ("paragraph", "last gone line\nbroken", None),
    ]

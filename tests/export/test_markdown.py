"""Markdown: what stands in it is what was meant, and foreign text is only ever text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from export_sample import IMPASSE, OPENING, OPENING_BRIEF, STALLED_BRIEF, STORY, UNDATED_BRIEF
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefreader.export.escape import cell, inline, line_start
from briefreader.export.markdown import article_markdown, brief_markdown, day_markdown, story_markdown
from briefreader.model import Article, Block, Brief, KeyPoint, Link, Party, Story, TimelineEntry
from briefreader.safety import one_line

# Signs that mean something in Markdown, HTML, YAML or Mermaid, and how structure is usually smuggled in.
HOSTILE = st.lists(
    st.sampled_from(list("\\`*_{}[]()#+-.!<>|~$=%^&;:'\"/ \n\t0a1é光"))
    | st.sampled_from(
        [
            "<script>alert(1)</script>",
            '<img src=x onerror="x">',
            "[a](javascript:alert(1))",
            "![a](data:text/html,x)",
            "<javascript:alert(1)>",
            "[x]: file:///etc/passwd",
            "```",
            "~~~",
            "---",
            "===",
            "\n\n# heading\n\n",
            "\n    code\n",
            "1. ",
            "- [ ] ",
            "> ",
            "&lt;b&gt;",
            "&#106;",
            "| a | b |\n| --- | --- |",
            "%%",
            "==x==",
            "#tag",
            "[[note]]",
            "$x$",
            "<!-- x -->",
            "<?php ?>",
            "]]>",
        ]
    ),
    max_size=12,
).map("".join)
PERMISSIVE = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def tokens_of(text: str) -> list[Token]:
    """Every token of the body, block and inline, in order."""
    body = text.split("\n---\n", 1)[1] if text.startswith("---\n") else text
    return [token for block in PERMISSIVE.parse(body) for token in (block, *(block.children or ()))]


def plain(text: str) -> str:
    """What a reader sees of some inline Markdown."""
    return "".join(token.content for token in tokens_of(text) if token.type in ("text", "text_special"))


def assert_nothing_active(text: str) -> None:
    for token in tokens_of(text):
        assert token.type not in ("html_inline", "html_block", "image")
        address = token.attrGet("href")
        assert address is None or str(address).startswith(("http://", "https://"))


@settings(max_examples=100, deadline=None)
@given(HOSTILE)
def test_foreign_text_in_a_paragraph_reads_as_it_did_and_is_nothing_but_text(text: str) -> None:
    markdown = line_start(inline(text))
    assert plain(markdown) == one_line(text)
    types = {token.type for token in tokens_of(markdown)}
    assert types <= {"paragraph_open", "inline", "text", "text_special", "paragraph_close"}


@settings(max_examples=100, deadline=None)
@given(HOSTILE, HOSTILE)
def test_foreign_text_in_a_table_stays_in_its_cell(first: str, second: str) -> None:
    table = tokens_of(f"| {cell(first)} | {cell(second)} |\n| --- | --- |\n| {cell(second)} | {cell(first)} |")
    cells = [token.children or [] for token in table if token.type == "inline"]
    shown = ["".join(token.content for token in children) for children in cells]
    assert shown == [one_line(first), one_line(second), one_line(second), one_line(first)]


@settings(max_examples=50, deadline=None)
@given(HOSTILE, HOSTILE)
def test_a_hostile_story_has_the_headings_of_ours_and_nothing_active(text: str, other: str) -> None:
    article = replace(OPENING, title=text or None, site=other or None, url=text, byline=other, source=text, published=other)
    brief = Brief(
        article, (KeyPoint(text, other, 0, 1, 0),), replace(IMPASSE, summary=text, evidence=other, direction_reason=text)
    )
    negotiation = replace(
        IMPASSE,
        evidence=text,
        parties=(Party(text, (other,), (text,)), Party(other)),
        mediators=(text,),
        venue=(other,),
        why=(text,),
    )
    story = replace(
        STORY,
        title=text,
        briefs=(brief, STALLED_BRIEF, UNDATED_BRIEF),
        negotiation=negotiation,
        timeline=(TimelineEntry(text, "agreed", "improving", other, 0),),
        why=(text, other, text),
    )
    for markdown in (brief_markdown(brief, why=True), story_markdown(story, why=True), day_markdown([story], other)):
        assert_nothing_active(markdown)
    ours = replace(story, title="x")
    levels = [token.tag for token in tokens_of(story_markdown(ours)) if token.type == "heading_open"]
    assert levels == ["h1", *["h2"] * (len(levels) - 1)]
    assert len([token for token in tokens_of(story_markdown(ours)) if token.type == "fence"]) == 1


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["heading", "paragraph", "list_item", "quote", "code", "caption"]), HOSTILE), max_size=6)
)
def test_a_hostile_article_keeps_its_blocks(blocks: list[tuple[Any, str]]) -> None:
    links = (Link(0, 3, "javascript:alert(1)"), Link(4, 6, "https://a.example/)>\"'"))
    article = Article("x", tuple(Block(kind, text, level=2, links=links) for kind, text in blocks), title="x")
    assert_nothing_active(article_markdown(article))
    codes = [text for kind, text in blocks if kind == "code"]
    assert len([token for token in tokens_of(article_markdown(article)) if token.type == "fence"]) == len(codes)


@pytest.mark.parametrize(
    "prose",
    [
        "The offer of $5bn was 4.5% below last year's; snake_case and 5 - 3 stay. A.B. Smith (62) said: “No.”",
        "Shares rose 7 percent, to €68.90 — a record & more.",
        "Q&A: what now? #",
        "-5°C at dawn",
    ],
)
def test_ordinary_prose_stays_readable_raw(prose: str) -> None:
    assert line_start(inline(prose)).replace("\\", "") == prose
    assert line_start(inline(prose)).count("\\") <= prose.count("#")


def test_a_link_that_is_no_web_address_is_only_its_text() -> None:
    article = Article("x", (Block("paragraph", "Read this", links=(Link(5, 9, "javascript:alert(1)"),)),), title="x")
    assert "Read this" in article_markdown(article)
    assert "javascript" not in article_markdown(article)


def test_a_tag_that_two_stretches_of_text_make_together_is_none() -> None:
    article = Article("x", (Block("paragraph", "<b>x", links=(Link(1, 3, "nowhere"),)),), title="x")
    assert_nothing_active(article_markdown(article))


def test_a_list_is_never_so_deep_that_it_becomes_code() -> None:
    items = tuple(Block("list_item", f"item {level}", level=level) for level in (3, 6, 1, 4))
    tokens = tokens_of(article_markdown(Article("x", items, title="x")))
    assert "code_block" not in {token.type for token in tokens}
    assert [token.content for token in tokens if token.type == "text" and token.content.startswith("item")] == [
        "item 3",
        "item 6",
        "item 1",
        "item 4",
    ]


@pytest.mark.parametrize(
    ("article", "words"),
    [
        (Article("x.html", error="no such file"), "Could not be read: no such file"),
        (Article("x.html", kind="paywall"), "No brief: this is a page behind a paywall."),
    ],
)
def test_where_there_is_no_brief_it_says_why(article: Article, words: str) -> None:
    assert words in brief_markdown(Brief(article))


def test_an_article_that_could_not_be_read_says_so() -> None:
    assert "Could not be read: no such file" in article_markdown(Article("x.html", error="no such file"))


def test_a_language_that_is_not_read_is_said_not_to_be_analysed() -> None:
    brief = Brief(replace(OPENING, language="de"), analysed=False)
    assert "Not analysed: articles in this language (de)" in brief_markdown(brief)
    assert "No negotiation found." in brief_markdown(Brief(OPENING))


def test_each_position_stands_under_its_party_by_any_of_its_names() -> None:
    lines = brief_markdown(STALLED_BRIEF).splitlines()
    start = lines.index("## Parties and positions")
    assert lines[start + 2 : start + 8] == [
        "- **Ferrymen’s Union** (FU, the union; led by Ana Silva)",
        "    - *demands:* The union wants $5 an hour more (and 10% on Sundays).",
        "- **Sound Lines** (led by Per Holm)",
        "    - *offers:* Mr Holm offered $2.",
        "- **Passengers** *demands:* Passengers want boats.",
        "- *sets as a condition:* No strike may be called first.",
    ]


def test_the_time_line_is_a_list_and_a_diagram_and_says_what_is_undated() -> None:
    markdown = story_markdown(STORY)
    assert "- undated · **Called for**: They are old. — pasted.txt, undated (3)" in markdown
    diagram = markdown.split("```mermaid\n")[1].split("\n```")[0]
    assert diagram.splitlines() == [
        "timeline",
        "    2026-03-02 : Under way",
        "    2026-03-05 : Stalled",
        "    undated : Called for",
    ]


def test_two_stages_of_one_day_share_its_place_in_the_diagram() -> None:
    entries = tuple(TimelineEntry("2026-03-02", stage, None, "x", 0) for stage in ("called_for", "scheduled"))
    assert "    2026-03-02 : Called for : Scheduled\n" in story_markdown(replace(STORY, timeline=entries))


def test_a_source_shows_the_host_that_its_link_leads_to() -> None:
    assert "coast.example (the address carries a user name)" in story_markdown(STORY)


def test_a_story_without_anything_is_still_a_document() -> None:
    bare = Story("s1", title="", briefs=(UNDATED_BRIEF,))
    markdown = story_markdown(bare)
    assert "# Untitled" in markdown
    assert 'stage: "none"' in markdown
    assert "mermaid" not in markdown
    assert "- [ ]" not in markdown


def test_a_day_lists_its_stories_before_it_tells_them() -> None:
    markdown = day_markdown([STORY, STORY], "2026-03-06")
    assert 'day: "2026-03-06"\nstories: 2\n' in markdown
    assert markdown.count("\n- Ferry talks open — **Stalled**") == 2
    assert markdown.count("\n## Ferry talks open") == 2
    assert markdown.count("\n### Time line") == 2


def test_reasons_stand_at_the_end_when_asked_for() -> None:
    assert "- **Key point:** Talks between" in brief_markdown(OPENING_BRIEF, why=True).split("## Why")[1]
    assert "## Why" not in brief_markdown(OPENING_BRIEF)
    assert "- **In this story:** Union walks out \\[updated\\] — same parties" in story_markdown(STORY, why=True)

"""Whatever comes in, an article comes out, harmless and consistent."""

from __future__ import annotations

import unicodedata

import pytest
from clean_pages import PARAGRAPHS, page, read
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.model import Article, Raw
from briefreader.safety import clean_text
from briefreader.text.clean import clean

TYPES = [
    "text/html",
    "text/plain",
    "text/markdown",
    "message/rfc822",
    "multipart/related",
    "application/pdf",
    "application/x-none",
    "",
]
TAGS = [
    "p",
    "div",
    "article",
    "h1",
    "h2",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "blockquote",
    "pre",
    "a",
    "span",
    "br",
    "figure",
    "form",
    "button",
]
WORDS = st.sampled_from(
    [
        *PARAGRAPHS,
        "Share",
        "Read more",
        "Did you know?",
        "– Union secretary",
        "aB",
        "\x1b[31m",
        "\u202e",
        "",
        "&#27;]0;x",
        "7 min read",
    ]
)


def assert_sound(article: Article) -> None:
    """No control characters, text of joined blocks, links in bounds, rows that say what the text says."""
    fields = [article.title, article.byline, article.site, article.standfirst, article.text, *article.authors]
    for text in filter(None, fields):
        assert text == clean_text(text)
        assert not any(unicodedata.category(character) == "Cc" and character not in "\n\t" for character in text)
    assert article.text == "\n\n".join(block.text for block in article.blocks)
    for block in article.blocks:
        assert block.text.strip()
        assert (block.rows is not None) == (block.kind == "table")
        for link in block.links:
            assert 0 <= link.start < link.end <= len(block.text)
            assert link.url.startswith(("http://", "https://"))
    if article.error:
        assert article == Article(article.source, error=article.error, group=article.group)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(TYPES), st.booleans())
def test_any_bytes(content: bytes, media_type: str, fragment: bool) -> None:
    assert_sound(clean(Raw("x", content, media_type, fragment=fragment)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(TAGS), st.booleans(), WORDS), max_size=40), st.booleans())
def test_any_soup_of_tags(pieces: list[tuple[str, bool, str]], fragment: bool) -> None:
    soup = "".join(f"<{'/' * closing}{tag} class='share{tag}' href='/a'>{text}" for tag, closing, text in pieces)
    got = read(soup, fragment=fragment, url="https://post.example/")
    assert_sound(got)
    assert got.error is None or "shows no text" in got.error


@settings(max_examples=60, deadline=None)
@given(
    st.lists(WORDS | st.text(max_size=60), max_size=20),
    st.sampled_from(["\n", "\n\n", "\n- ", "\t"]),
    st.sampled_from(["text/plain", "text/markdown"]),
)
def test_any_lines(lines: list[str], between: str, media_type: str) -> None:
    assert_sound(read(between.join(lines).encode("utf-8", "surrogatepass"), media_type))


@pytest.mark.parametrize(
    "hostile",
    [
        "<p>Talks &#27;]0;owned&#7; and &#x9b;31m red</p>",
        "<p>\u202eevil\u202c \ufeff\u2066x\u2069 \U000e0041 tag</p>",
        "<p>" + "e" + "\u0301" * 400 + "</p>",
        "<p>&#xD800; &#0; &#xFFFF;</p>",
    ],
)
def test_terminal_sequences_and_bidi_tricks_do_not_pass(hostile: str) -> None:
    assert_sound(read(hostile, fragment=True))
    assert read(hostile, fragment=True).error is None
    assert_sound(read(page(f"<article><h1>{hostile}</h1>{hostile * 30}</article>")))


def test_control_characters_in_names_tables_and_code_are_no_error() -> None:
    body = "<pre>a&#1;b</pre><table><tr><td>x&#2;</td><td>y</td></tr><tr><td>1</td><td>2</td></tr></table>"
    got = read(f"<div class='a&#1;b'><p>One &#3;line of text.</p>{body}</div>", fragment=True)
    assert [block.text for block in got.blocks] == ["One line of text.", "ab", "x | y\n1 | 2"]


def test_a_link_survives_only_where_its_words_still_stand() -> None:
    got = read("<p>The \u202e<a href='https://post.example/'>letter</a></p>", fragment=True)
    assert_sound(got)


def test_a_huge_page_is_read_up_to_a_bound() -> None:
    many = "".join(
        f"<p>Line {number} of the harbour book says that nothing happened on that day at all.</p>" for number in range(25_000)
    )
    assert 10_000 < len(read(page(f"<article>{many}</article>")).blocks) <= 20_001


def test_what_comes_after_a_bound_of_tags_is_not_read() -> None:
    lines = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    got = read(page(f"<article>{lines}{'<br>' * 210_000}<p>After the flood of tags.</p></article>"))
    assert [block.text for block in got.blocks] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "hostile",
    [
        "<style>" + ".a{display:none}" * 20_000 + "</style>",
        "<style>" + "{" * 200_000 + "</style>",
        "<script>" + '"' * 200_000 + "</script>",
        "<p title='" + "x" * 500_000 + "'></p>",
        "<b><i><font>" * 5_000,
        "<div class='a'>" * 150 + "</div>" * 150,
        "<!--" * 50_000 + "-->",
        "<table><tr><td>" * 3_000 + "</td></tr></table>" * 3_000,
        "<!-- " + "-" * 200_000 + "-->",
    ],
)
def test_hostile_markup_before_an_article_does_not_take_it_away(hostile: str) -> None:
    got = read(page(hostile + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)))
    assert [block.text for block in got.blocks] == list(PARAGRAPHS)


def test_the_group_of_a_record_is_kept() -> None:
    assert read("Talks resume.", "text/plain", group="g1").group == "g1"
    assert read(b"", "application/pdf", group="g1").group == "g1"


def test_a_control_character_beside_a_piece_that_goes_is_no_error() -> None:
    got = read("<p>The crews walk out on Friday.<form>Share</form>&#27;]0;x\x07 The owners wait.", url="https://post.example/")
    assert got.error is None
    assert "\x1b" not in got.text

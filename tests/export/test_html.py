"""HTML exports: pages that load nothing, run nothing and say what was meant."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from export_sample import IMPASSE, OPENING, STALLED_BRIEF, STORY
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.export.html import MARKER, article_html, brief_html, day_html, story_html
from briefreader.model import Article, Block, Brief, Link

OURS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "blockquote", "ul", "ol", "li", "strong", "em"),
    *("a", "table", "tr", "th", "td", "pre"),
}
HOSTILE = st.lists(
    st.sampled_from(
        ["<script>", "</style>", "</title>", "<img onerror=x>", '"', "'", "<", ">", "&", "a", " ", "javascript:x", "--"]
    ),
    max_size=8,
).map("".join)


class Page(HTMLParser):
    """The elements of a page, their attributes, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def assert_harmless(page: str) -> None:
    seen = Page(page)
    assert set(seen.tags) <= OURS
    for name, value in seen.attributes:
        assert name in ("lang", "charset", "name", "content", "http-equiv", "href", "rel")
        assert name != "href" or (value or "").startswith(("http://", "https://"))


@settings(max_examples=100, deadline=None)
@given(HOSTILE, HOSTILE)
def test_foreign_text_is_only_ever_text(text: str, other: str) -> None:
    blocks = (
        Block("paragraph", text, links=(Link(0, 4, other),)),
        Block("table", text, rows=((text, other), (other,))),
        Block("code", other),
        Block("heading", text, level=9),
    )
    article = replace(OPENING, title=text, blocks=blocks, url=other, language=text, site=other)
    brief = Brief(article, (), replace(IMPASSE, summary=text, evidence=other))
    story = replace(STORY, title=other, briefs=(brief, STALLED_BRIEF, STALLED_BRIEF))
    for page in (
        article_html(replace(article, blocks=blocks[:3])),
        brief_html(brief),
        story_html(story),
        day_html([story], text),
    ):
        assert_harmless(page)


def test_a_page_forbids_scripts_and_loads_nothing() -> None:
    page = story_html(STORY)
    assert "default-src 'none'" in page
    assert "src=" not in page
    assert "url(" not in page
    assert MARKER in page[:300]


def test_lists_stand_inside_lists() -> None:
    page = article_html(OPENING)
    assert "<ul>\n<li>pay<ul>\n<li>Sunday pay</li>\n</ul></li>\n<li>rest</li>\n</ul>\n<ol>" in page


def test_the_language_of_the_page_is_the_articles() -> None:
    assert '<html lang="en">' in brief_html(STALLED_BRIEF)
    assert "<html>" in brief_html(Brief(Article("x", language='en" onload="x')))


def test_an_address_cannot_leave_its_attribute() -> None:
    link = Link(0, 4, "https://a.example/?x=1&y=\"><script>'")
    page = article_html(Article("x", (Block("paragraph", "Read", links=(link,)),), title="x"))
    assert_harmless(page)
    assert 'href="https://a.example/?x=1&amp;y=%22%3E%3Cscript%3E%27"' in page


def test_spaces_between_stretches_of_text_stay() -> None:
    page = article_html(
        Article("x", (Block("paragraph", "Read this now", links=(Link(5, 9, "https://a.example"),)),), title="x")
    )
    assert 'Read <a href="https://a.example" rel="noopener noreferrer nofollow">this</a> now' in page

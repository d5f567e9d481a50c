"""What a page says about its article."""

from __future__ import annotations

import json

import pytest
from clean_pages import article, page, read

LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry crews to walk out",
    "datePublished": "2025-06-04T22:15:00-05:00",
    "dateModified": "2025-06-05T01:00:00-05:00",
    "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Chen"}],
    "publisher": {"name": "The Arlen Harbour Post"},
    "image": {"url": "https://post.example/ferry.jpg"},
}


def linked(**changes: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({**LD, **changes})}</script>'


def test_json_ld_gives_dates_authors_site_and_image() -> None:
    got = read(page(article(), linked()), url="https://post.example/news/1")
    assert got.published == "2025-06-04T22:15:00-05:00"
    assert got.updated == "2025-06-05T01:00:00-05:00"
    assert (got.authors, got.byline) == (("Ann Lee", "Bo Chen"), "Ann Lee, Bo Chen")
    assert (got.site, got.image) == ("The Arlen Harbour Post", "https://post.example/ferry.jpg")


def test_the_visible_heading_that_agrees_is_the_title() -> None:
    assert read(page(article(), linked())).title == "Ferry crews to walk out on Friday"


@pytest.mark.parametrize(
    "title",
    [
        "Owners mend the quay at last | The Arlen Harbour Post",
        "Owners mend the quay at last - Arlen Harbour Post",
        "Owners mend the quay at last",
    ],
)
def test_the_sites_name_leaves_the_documents_title(title: str) -> None:
    body = article().replace("<h1>Ferry crews to walk out on Friday</h1>", "")
    assert (
        read(page(body, f"<title>{title}</title><meta property='og:site_name' content='Arlen Harbour Post'>")).title
        == "Owners mend the quay at last"
    )


def test_a_kicker_in_the_heading_is_no_part_of_the_title() -> None:
    head = "<meta property='og:title' content='Ferry crews to walk out on Friday'>"
    body = article().replace("<h1>", "<h1><span>Strike</span><br>")
    assert read(page(body, head)).title == "Ferry crews to walk out on Friday"


@pytest.mark.parametrize(
    ("head", "before", "published"),
    [
        ("<meta property='article:published_time' content='2025-06-04T10:15:00+02:00'>", "", "2025-06-04T10:15:00+02:00"),
        ("<meta name='date' content='2025-06-04'>", "", "2025-06-04"),
        ("", "<time datetime='2025-06-04T10:15:00+02:00'>Wednesday</time>", "2025-06-04T10:15:00+02:00"),
        ("", "<p class='dateline'>x</p><p class='postDate'>4 June 2025</p>", "2025-06-04"),
        ("<link rel='canonical' href='https://post.example/2025/06/04/ferry'>", "", "2025-06-04"),
        ("", "", None),
    ],
)
def test_a_date_is_read_from_where_the_page_gives_one(head: str, before: str, published: str | None) -> None:
    assert read(page(article(before=before), head)).published == published


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ("<meta name='author' content='Ann Lee'>", ""),
        ("", "<p class='byline'>By Ann Lee, Coast Correspondent</p>"),
        ("", "<a rel='author' href='/ann'>Ann Lee</a>"),
    ],
)
def test_the_author_is_read_from_meta_or_the_byline(head: str, before: str) -> None:
    assert read(page(article(before=before), head)).authors == ("Ann Lee",)


def test_a_desk_is_a_byline_but_no_person() -> None:
    got = read(page(article(), linked(author={"@type": "Organization", "name": "The Arlen Harbour Post"})))
    assert (got.byline, got.authors) == ("The Arlen Harbour Post", ())


def test_the_standfirst_is_a_field_of_its_own() -> None:
    line = "Islanders stock up as the union gives the owners five days."
    got = read(page(article(before=f"<p class='standfirst'>{line}</p>")))
    assert got.standfirst == line
    assert line not in got.text


def test_the_address_is_the_canonical_one_and_never_a_scheme_of_another_kind() -> None:
    assert (
        read(page(article(), "<link rel=canonical href=/a>"), url="https://post.example/b?utm=1").url
        == "https://post.example/a"
    )
    assert (
        read(page(article(), "<link rel=canonical href=javascript:x>"), url="https://post.example/b").url
        == "https://post.example/b"
    )


@pytest.mark.parametrize(
    "broken", ["{", "[" * 100_000, '{"headline": ' + "9" * 10_000 + "}", "null", '{"@type": ["NewsArticle"], "author": [[[]]]}']
)
def test_broken_json_ld_is_as_good_as_none(broken: str) -> None:
    got = read(page(article(), f'<script type="application/ld+json">{broken}</script>'))
    assert got.title == "Ferry crews to walk out on Friday"
    assert got.error is None

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


def heading_as(written: str) -> str:
    return article().replace("<h1>Ferry crews to walk out on Friday</h1>", f"<h1>{written}</h1>")


def open_graph(title: str) -> str:
    return f"<meta property='og:title' content='{title}'>"


@pytest.mark.parametrize(
    ("heading", "also_called"),
    [
        ("The best ferries of the north coast", "Best ferries of the north coast"),
        ("2025 ferry timetable and fares", "Ferry timetable and fares"),
        ("What does a ferry ticket cost?", "A ferry ticket cost"),
        ("Strike news #18 – The harbour without ferries", "The harbour without ferries"),
        ("<span>Strike</span>Ferry crews walk out for good", "Strike Ferry crews walk out for good"),
    ],
)
def test_a_headings_first_words_are_no_kicker_without_a_mark(heading: str, also_called: str) -> None:
    shown = heading.replace("<span>", "").replace("</span>", " ")
    assert read(page(heading_as(heading), open_graph(also_called))).title == shown


def test_a_kicker_before_a_colon_leaves_the_title_that_other_sites_are_told() -> None:
    body = heading_as("Harbour dispute: Ferry crews to walk out on Friday")
    assert read(page(body, open_graph("Ferry crews to walk out on Friday"))).title == "Ferry crews to walk out on Friday"


def test_a_kicker_above_the_heading_belongs_to_the_title_if_the_page_says_so_everywhere() -> None:
    whole = "After the harbour talks: Ferry crews to walk out on Friday"
    everywhere = linked(headline=whole) + open_graph(whole) + f"<title>{whole} | The Arlen Harbour Post</title>"
    assert read(page(article(), everywhere)).title == whole
    assert read(page(article(), linked(headline=whole))).title == "Ferry crews to walk out on Friday"


def test_a_heading_that_says_in_other_words_what_search_engines_are_told_is_the_title() -> None:
    body = heading_as("Why nobody crosses the bay by ferry any more")
    assert read(page(body, linked(headline="Ferry strike: all that you must know"))).title == (
        "Why nobody crosses the bay by ferry any more"
    )


def test_without_a_heading_a_meta_title_is_believed_before_the_documents() -> None:
    body = heading_as("")
    head = "<meta name='headline' content='Owners mend the quay'><title>Owners mend the quay-Harbour-News ㅣ The Daily</title>"
    assert read(page(body, head)).title == "Owners mend the quay"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Ferries &amp;#x26; quays to close on Friday", "Ferries & quays to close on Friday"),
        ("<time>4 June 2025</time> Ferries to close on Friday", "Ferries to close on Friday"),
        ("Ferries to close on Friday – Arlen Harbour Post", "Ferries to close on Friday"),
    ],
)
def test_escapes_dates_and_the_sites_name_leave_the_heading(heading: str, title: str) -> None:
    head = "<meta property='og:site_name' content='Arlen Harbour Post'>" + open_graph(
        heading.replace("<time>4 June 2025</time> ", "")
    )
    assert read(page(heading_as(heading), head)).title == title


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

"""A page that is no article is never shown as news."""

from __future__ import annotations

import pytest
from clean_pages import article, page, read

TEASERS = "".join(
    f"<div class='item'><h3><a href='/{number}'>The harbour board votes on plan number {number} today</a></h3></div>"
    for number in range(20)
)

LONGER = (
    "The line runs six boats, of which two are laid up at Port Arlen for want of spare parts. The "
    "union says that the repair was "
    "promised in the spring, the owners that the yard has no free dock before the autumn, and the "
    "yard that nobody has asked it."
)


@pytest.mark.parametrize(
    ("kind", "html"),
    [
        ("index", page(f"<h1>News</h1>{TEASERS}", "<meta property='og:type' content='website'><title>Arlen Post</title>")),
        ("error", page("<h1>404 Not Found</h1><p>The page you asked for is not here. Try the search.</p>")),
        ("error", page("<h1>Seite nicht gefunden</h1><p>Leider gibt es diese Seite nicht mehr.</p>")),
        (
            "error",
            page(
                "<h1>Just a moment...</h1><p>Checking your browser before you go on to the site.</p>",
                "<title>Just a moment...</title>",
            ),
        ),
        (
            "consent",
            page(
                "<h1>Before you continue</h1><p>We and our 814 partners store data on your "
                "device.</p><button>Accept all</button>"
            ),
        ),
        (
            "paywall",
            page(
                "<h1>Ferry crews to walk out</h1><p>The crews said on Monday that they would</p><p>Subscribe to "
                "continue reading</p>"
            ),
        ),
        ("paywall", page("<h1>Sign in</h1><form><p>E-mail</p><input></form>", "<title>Sign in | Arlen Post</title>")),
        ("article", page(article(f"<p>{LONGER}</p><p>Subscribe to continue reading</p>"))),
        ("article", page(f"{article()}<div>{TEASERS}</div>")),
    ],
)
def test_the_kind_of_a_page(kind: str, html: str) -> None:
    got = read(html)
    assert (got.kind, got.error) == (kind, None)


def test_json_ld_tells_that_the_text_is_not_free() -> None:
    said = '{"@type": "NewsArticle", "headline": "Walk-out", "isAccessibleForFree": "False"}'
    head = f'<script type="application/ld+json">{said}</script>'
    assert (
        read(page("<article><h1>Walk-out</h1><p>The crews said on Monday that they would walk out.</p></article>", head)).kind
        == "paywall"
    )
    assert read(page(article(), head)).kind == "article"


def test_short_news_among_many_links_is_news() -> None:
    short = f"<div class='story'><p>{LONGER}</p></div>"
    got = read(page(f"<div><h1>Six boats, two of them laid up</h1>{short}</div><div>{TEASERS}</div>"))
    assert (got.kind, got.text) == ("article", LONGER)


def test_summaries_under_linked_headlines_make_no_article() -> None:
    summaries = TEASERS.replace("</h3>", "</h3><p>The board said on Monday that it would hear the islands first.</p>")
    got = read(page(f"<h1>Harbour</h1><div>{summaries}</div>"), url="https://post.example/")
    assert got.kind == "index"

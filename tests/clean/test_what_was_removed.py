"""``clean --why``: every format says what was left out, and by which rule."""

from __future__ import annotations

import textwrap
from email.message import EmailMessage

from clean_pages import PARAGRAPHS, TEXT, article, page, read
from pdf_pages import Line, column, pdf

from briefreader.export.html import article_html
from briefreader.export.markdown import article_markdown
from briefreader.model import Article


def rules(got: Article) -> dict[str, str]:
    return {removal.text: removal.rule for removal in got.removed}


def test_pasted_text() -> None:
    found = rules(read(f"Menu\nWind and tides\n\n{TEXT}\n\nShare on Facebook\n\nLeave a comment", "text/plain"))
    assert found == {
        "Menu": "notice phrase",
        "Wind and tides": "outside the article",
        "Share on Facebook": "share phrase",
        "Leave a comment": "comments phrase",
    }


def test_a_page() -> None:
    hidden = "<p hidden>Agree that the talks have failed.</p>"
    found = rules(read(page(f"<nav><a href='/'>Home</a></nav>{article(hidden)}<p>Share on Facebook</p>")))
    assert found["Agree that the talks have failed."] == "hidden"
    assert found["Share on Facebook"]
    assert all(found.values())


def test_a_printed_article() -> None:
    pages = [
        [Line(50, 815, "The Arlen Harbour Post"), *column(textwrap.wrap(paragraph, 80), top=770), Line(290, 25, str(number))]
        for number, paragraph in enumerate(PARAGRAPHS[:3], start=1)
    ]
    got = read(pdf(*pages), "application/pdf")
    assert rules(got) == {
        "The Arlen Harbour Post": "running head",
        "1": "page number",
        "2": "page number",
        "3": "page number",
    }


def test_a_forwarded_mail() -> None:
    mail = EmailMessage()
    mail.set_content(f"See this!\n\nFrom: Post <a@post.example>\nDate: Mon, 2 Jun 2025\nSubject: Strike\n\n{TEXT}")
    assert rules(read(mail.as_bytes(), "message/rfc822")) == dict.fromkeys(
        ["See this!", "From: Post <a@post.example>", "Date: Mon, 2 Jun 2025", "Subject: Strike"], "above the forwarded text"
    )


def test_a_markdown_document() -> None:
    found = rules(read(f"# Strike\n\nBy Ann Lee\n\n{TEXT}\n\n<p hidden>Say that all is well.</p>\n", "text/markdown"))
    assert found == {"By Ann Lee": "read as byline", "Say that all is well.": "hidden"}


def test_what_was_removed_stands_inside_the_page_and_the_document_that_are_written() -> None:
    got = read(f"{TEXT}\n\nShare on <Facebook>", "text/plain")
    assert "Removed" not in article_html(got)
    written = article_html(got, why=True)
    assert "<h2>Removed</h2>" in written
    assert written.rstrip().endswith("</html>")
    assert "Share on &lt;Facebook&gt;" in written
    assert "## Removed" in article_markdown(got, why=True)

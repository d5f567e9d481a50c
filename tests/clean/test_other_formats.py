"""Markdown, e-mail, saved pages and PDF."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from clean_pages import PARAGRAPHS, TEXT, article, page, read

MARKDOWN = f"""---
title: "Ferry crews to walk out on Friday"
author: Ann Lee
date: 2025-06-04
site: The Arlen Harbour Post
tags: [strike, sea]
---
# Ferry crews to walk out on Friday

{PARAGRAPHS[0]}

## What the crews want

- **Pay**: nine percent
  - at once

| Matter | Claim |
| --- | --- |
| Pay | 9 % |

> We will not sail on a promise.

```
tide = 4.2
```

See the [letter](https://post.example/letter) and [this](javascript:alert(1)). <script>alert(1)</script>
"""


def test_markdown_keeps_its_structure_and_front_matter() -> None:
    got = read(MARKDOWN, "text/markdown")
    assert (got.title, got.authors, got.published) == ("Ferry crews to walk out on Friday", ("Ann Lee",), "2025-06-04")
    assert got.site == "The Arlen Harbour Post"
    assert [block.kind for block in got.blocks] == [
        "paragraph",
        "heading",
        "list_item",
        "list_item",
        "table",
        "quote",
        "code",
        "paragraph",
    ]
    assert [link.url for link in got.blocks[-1].links] == ["https://post.example/letter"]
    assert "<script>" not in got.text


def test_markdown_without_front_matter_is_titled_by_its_first_heading() -> None:
    got = read(f"# Walk-out\n\nBy Ann Lee\n\n{PARAGRAPHS[0]}\n", "text/markdown")
    assert (got.title, got.byline, got.text) == ("Walk-out", "Ann Lee", PARAGRAPHS[0])


def mail(**parts: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Fähren: Ferry crews to walk out"
    message["From"] = "The Harbour Letter <letter@post.example>"
    message["Date"] = "Wed, 04 Jun 2025 07:30:00 +0300"
    if "plain" in parts:
        message.set_content(parts["plain"])
    if "html" in parts:
        message.add_alternative(parts["html"], subtype="html")
    return message.as_bytes()


NEWSLETTER = page(
    "<table role='presentation'><tr><td><p><a href='https://post.example/x'>View in browser</a></p>"
    + article()
    + "<p>You are receiving this newsletter because you signed up at post.example.</p><p><a href='https://post.example/u'>Unsubscribe</a></p>"
    "</td></tr></table>"
)


def test_a_newsletter_is_its_article_without_the_furniture_of_mails() -> None:
    got = read(mail(plain="See the HTML part.", html=NEWSLETTER), "message/rfc822")
    assert got.text == TEXT
    assert (got.site, got.published) == ("The Harbour Letter", "2025-06-04T07:30:00+03:00")


def test_a_plain_mail_is_titled_by_its_subject() -> None:
    got = read(mail(plain=TEXT), "message/rfc822")
    assert (got.title, got.text) == ("Fähren: Ferry crews to walk out", TEXT)


def test_headers_in_raw_utf8_are_read() -> None:
    raw = (
        "Subject: Streit um Fähren\nFrom: Häfenpost <a@b.example>\n\nDie Fähren bleiben im Hafen, sagte die "
        "Gewerkschaft am Montag.\n"
    )
    got = read(raw, "message/rfc822")
    assert (got.title, got.site) == ("Streit um Fähren", "Häfenpost")


def test_a_header_that_cannot_be_decoded_is_taken_as_it_stands() -> None:
    assert (
        read("Subject: =?x-none?B?!!!?=\n\nThe boats stay in port, the union said on Monday.\n", "message/rfc822").error is None
    )


def test_a_mail_without_text_says_so() -> None:
    message = EmailMessage()
    message.add_attachment(b"\0\1", maintype="image", subtype="png")
    got = read(message.as_bytes(), "message/rfc822")
    assert got.error is not None
    assert "no text" in got.error


def saved_page(html: str, location: str = "https://post.example/news/1") -> bytes:
    lines = [
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {location}",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="----b"',
        "",
        "------b",
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        f"Content-Location: {location}",
        "",
        html.replace("=", "=3D"),
        "------b--",
    ]
    return "\r\n".join(lines).encode()


def test_a_saved_page_is_read_at_the_address_it_had() -> None:
    got = read(saved_page(page(article())), "multipart/related")
    assert (got.text, got.url) == (TEXT, "https://post.example/news/1")


def test_a_file_that_is_no_saved_page_says_so() -> None:
    assert "no HTML page" in (read("nothing here", "multipart/related").error or "")


def pdf(*pages: list[str]) -> bytes:
    """A minimal PDF with one line of text a row."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(f"({line.replace('(', '').replace(')', '')}) Tj T* " for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> "
            f">> /MediaBox [0 0 595 842] >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 "
        f"0 R >>\nstartxref\n{len(body)}\n%%EOF"
    )
    return (body + tail).encode("latin-1")


FIRST_PAGE = [
    "The Arlen Harbour Post",
    "Ferry crews to walk out on Friday",
    "The ferry crews of the northern line said on Monday that they would walk",
    "out again on Friday unless the owners return to the table with a writ-",
    "ten offer, according to the union.",
    "The owners, who broke off the talks last week, called the demand a letter",
    "to the newspapers and said that a mediator had been asked to name a day",
    "1",
]
SECOND_PAGE = [
    "The Arlen Harbour Post",
    "for the next round.",
    "Some 4,000 islanders depend on the line for food, fuel and the post that",
    "comes twice a day.",
    "2",
]


def test_a_pdfs_lines_are_joined_over_pages_without_running_heads() -> None:
    got = read(pdf(FIRST_PAGE, SECOND_PAGE), "application/pdf")
    assert got.error is None
    assert got.title == "Ferry crews to walk out on Friday"
    assert [block.text for block in got.blocks] == [
        "The ferry crews of the northern line said on Monday that they would walk out again on Friday "
        "unless the owners return to the "
        "table with a written offer, according to the union.",
        "The owners, who broke off the talks last week, called the demand a letter to the newspapers "
        "and said that a mediator had been "
        "asked to name a day for the next round.",
        "Some 4,000 islanders depend on the line for food, fuel and the post that comes twice a day.",
    ]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"not a pdf at all", pdf([])])
def test_a_pdf_that_cannot_be_read_says_so(content: bytes) -> None:
    got = read(content, "application/pdf")
    assert got.error is not None
    assert "PDF" in got.error

"""Markdown, e-mail and saved pages."""

from __future__ import annotations

from email.message import EmailMessage

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

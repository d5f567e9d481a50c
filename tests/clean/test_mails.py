"""E-mail: newsletters, forwarded articles, and what mail programs put around them."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest
from clean_pages import PARAGRAPHS, TEXT, article, page, read

from briefreader.model import Article

LETTER = """View this email in your browser: https://x.example/v

THE HARBOUR LETTER
Wednesday, 4 June 2025

Ferry crews to walk out on Friday
=================================

The ferry crews of the northern line said on Monday that they would
walk out again on Friday unless the owners return to the table with a
written offer, according to the union [1].

* Pay: nine percent
* Nights: two men on every watch

Dockers accept four percent
---------------------------

The dockers of Port Arlen accepted four percent on Tuesday after a
night of talks; the harbour master called it a relief for everybody
who eats.

[1] https://post.example/letter

--
You received this message because you are subscribed to the Harbour Letter.
To unsubscribe, visit https://x.example/u
"""

STORIES = page(
    "<div style='display:none;max-height:0'>Two strikes in five minutes.</div>"
    "<table width='600'><tr><td><a href='https://x.example/v'>View this email in your browser</a></td></tr>"
    "<tr><td><p>Good morning. Two stories moved the harbour this week, and both are about who sits at the table.</p>"
    "<h2><a href='https://post.example/1'>Ferry crews to walk out on Friday</a></h2>"
    f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><p><a href='https://post.example/1'>Read more</a></p></td></tr>"
    "<tr><td><h2><a href='https://post.example/2'>Islanders remember the last strike</a></h2>"
    f"<p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p><p><a href='https://post.example/2'>Continue reading</a></p></td></tr>"
    "<tr><td><p>You are receiving this email because you signed up at post.example.</p>"
    "<p><a href='#'>Unsubscribe</a> | <a href='#'>Update your preferences</a> | <a href='#'>Forward to a friend</a></p>"
    "<p>Copyright © 2025 Arlen Post Ltd, 1 Quay Road</p></td></tr></table>"
)


def message(subject: str = "Fähren – two strikes", sender: str = "The Harbour Letter <letter@post.example>") -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, "reader@mail.example", subject
    mail["Date"] = "Wed, 04 Jun 2025 07:30:00 +0300"
    return mail


def plain(text: str, **headers: str) -> Article:
    mail = message(**headers)
    mail.set_content(text)
    return read(mail.as_bytes(), "message/rfc822")


def test_a_newsletter_of_several_stories_keeps_their_headlines() -> None:
    mail = message()
    mail.set_content("View this email in your browser.")
    mail.add_alternative(STORIES, subtype="html", charset="windows-1252", cte="quoted-printable")
    got = read(mail.as_bytes(), "message/rfc822")
    assert [block.text for block in got.blocks if block.kind == "heading"] == [
        "Ferry crews to walk out on Friday",
        "Islanders remember the last strike",
    ]
    assert [block.text for block in got.blocks if block.kind == "paragraph"][1:] == list(PARAGRAPHS)
    assert (got.title, got.site, got.published) == ("Fähren – two strikes", "The Harbour Letter", "2025-06-04T07:30:00+03:00")


def test_every_line_of_a_mails_furniture_names_its_rule() -> None:
    mail = message()
    mail.set_content(STORIES, subtype="html")
    rules = {removal.text: removal.rule for removal in read(mail.as_bytes(), "message/rfc822").removed}
    assert rules["Two strikes in five minutes."] == "hidden"
    assert rules["Unsubscribe | Update your preferences | Forward to a friend"] == "newsletter phrase"


def test_a_newsletter_in_plain_text_keeps_its_stories_and_lists() -> None:
    got = plain(LETTER)
    assert [(block.kind, block.text) for block in got.blocks] == [
        ("heading", "Ferry crews to walk out on Friday"),
        (
            "paragraph",
            "The ferry crews of the northern line said on Monday that they would walk out again on Friday unless the owners "
            "return to the table with a written offer, according to the union [1].",
        ),
        ("list_item", "Pay: nine percent"),
        ("list_item", "Nights: two men on every watch"),
        ("heading", "Dockers accept four percent"),
        (
            "paragraph",
            "The dockers of Port Arlen accepted four percent on Tuesday after a night of talks; the harbour master called it a "
            "relief for everybody who eats.",
        ),
    ]


FORWARDED = """Have a look at this!

Bo

---------- Forwarded message ---------
From: Harbour Post <news@post.example>
Date: Mon, 2 Jun 2025 at 18:04
Subject: Ferry crews to walk out on Friday
To: Bo <bo@mail.example>


{body}

Sent from my phone
"""

GERMAN = """Zur Kenntnis

-----Ursprüngliche Nachricht-----
Von: Hafenpost <news@post.example>
Gesendet: Montag, 2. Juni 2025 18:04
An: Bo <bo@mail.example>
Betreff: Ferry crews to walk out on Friday

{body}
"""


@pytest.mark.parametrize(("form", "site"), [(FORWARDED, "Harbour Post"), (GERMAN, "Hafenpost")])
def test_a_forwarded_article_has_the_title_the_sender_and_the_day_it_had(form: str, site: str) -> None:
    got = plain(form.format(body=TEXT), subject="Fwd: WG: look", sender="Bo <bo@mail.example>")
    assert (got.title, got.site, got.text) == ("Ferry crews to walk out on Friday", site, TEXT)
    assert (got.published or "").startswith("2025-06-02")


def test_the_marks_of_quoting_go() -> None:
    top, body = FORWARDED.format(body=TEXT).split("To: Bo <bo@mail.example>\n")
    quoted = "\n".join(f"> {line}" if line else ">" for line in body.splitlines())
    assert plain(f"{top}{quoted}", sender="Bo <bo@mail.example>").text == TEXT


def test_a_mail_attached_to_a_short_one_is_the_article() -> None:
    inner = message("Ferry crews to walk out on Friday")
    inner.set_content(TEXT)
    outer = message("Fwd: see attached", "Bo <bo@mail.example>")
    outer.set_content("See attached.")
    outer.add_attachment(inner)
    got = read(outer.as_bytes(), "message/rfc822")
    assert (got.title, got.site, got.text) == ("Ferry crews to walk out on Friday", "The Harbour Letter", TEXT)


def test_a_letter_that_only_names_a_sender_is_nobodys_forwarded_text() -> None:
    text = f"From: the quay, with love\n\n{TEXT}"
    got = plain(text)
    assert (got.title, got.site) == ("Fähren – two strikes", "The Harbour Letter")
    assert got.text.endswith(PARAGRAPHS[-1])


@pytest.mark.parametrize(
    ("charset", "encoding", "text"),
    [
        ("windows-1252", "quoted-printable", "Die Fähren bleiben im Hafen, sagte die Gewerkschaft am Montag."),
        ("utf-8", "base64", "Die Fähren bleiben im Hafen – „vorerst“."),
        ("koi8-r", "base64", "Паромы остались в порту."),
    ],
)
def test_every_transfer_encoding_and_charset_is_read(charset: str, encoding: str, text: str) -> None:
    mail = message()
    mail.set_content(text, charset=charset, cte=encoding)
    assert read(mail.as_bytes(), "message/rfc822").text == text


def test_an_article_sent_as_html_is_titled_by_its_subject_without_the_prefix() -> None:
    mail = message("AW: FW: Ferry crews to walk out on Friday")
    mail.set_content(page(article()), subtype="html")
    got = read(mail.as_bytes(), "message/rfc822")
    assert (got.title, got.text) == ("Ferry crews to walk out on Friday", TEXT)

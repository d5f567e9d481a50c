"""An article in any language comes through whole, pasted, as Markdown, as a mail and in a page."""

from __future__ import annotations

import tomllib
from email.message import EmailMessage
from html import escape
from pathlib import Path

import pytest
from clean_pages import page, read

ARTICLES = tomllib.loads(Path(__file__).with_name("invented_articles.toml").read_text(encoding="utf-8"))
LANGUAGES = sorted(ARTICLES)


def told(language: str) -> tuple[str, list[str]]:
    return ARTICLES[language]["title"], ARTICLES[language]["paragraphs"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["blank lines", "single lines"])
def test_pasted_text(language: str, between: str) -> None:
    title, paragraphs = told(language)
    got = read(between.join([title, *paragraphs]), "text/plain")
    assert (got.title, got.text) == (title, "\n\n".join(paragraphs))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pasted_text_without_a_title_among_english_furniture(language: str) -> None:
    _, paragraphs = told(language)
    got = read("\n\n".join(["Menu\nHome\nLog in", *paragraphs, "Share on Facebook", "Leave a comment"]), "text/plain")
    assert got.text == "\n\n".join(paragraphs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_and_mail(language: str) -> None:
    title, paragraphs = told(language)
    text = "\n\n".join(paragraphs)
    document = read(f"# {title}\n\n{text}\n", "text/markdown")
    mail = EmailMessage()
    mail["Subject"] = title
    mail.set_content(text)
    sent = read(mail.as_bytes(), "message/rfc822")
    assert (document.title, document.text) == (sent.title, sent.text) == (title, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page(language: str) -> None:
    title, paragraphs = told(language)
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    got = read(page(f"<nav><a href='/'>Home</a></nav><main><h1>{escape(title)}</h1>{body}</main><footer>© Post</footer>"))
    assert (got.title, got.text) == (title, "\n\n".join(paragraphs))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_told(language: str) -> None:
    title, paragraphs = told(language)
    assert read("\n\n".join([title, *paragraphs]), "text/plain").language == language

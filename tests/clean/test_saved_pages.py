"""Pages saved by browsers as one file, and items of saved feeds."""

from __future__ import annotations

import quopri
from base64 import encodebytes

import pytest
from clean_pages import PARAGRAPHS, TEXT, article, page, read

HEAD = "<title>Ferry crews to walk out on Friday</title>"


def saved(html: bytes, *, charset: str = "utf-8", encoding: str = "quoted-printable") -> bytes:
    """A page as Chromium saves it: the page first, then a frame, a picture and a style sheet."""
    body = quopri.encodestring(html) if encoding == "quoted-printable" else encodebytes(html)
    location = "https://post.example/news/1"
    picture = encodebytes(b"\x89PNG not really")
    frame = b"<html><body><p>Buy a boat today, and another one tomorrow, at a price that nobody will beat.</p></body></html>"
    parts = [
        (f"text/html; charset={charset}", encoding, location, body),
        ("text/html", "quoted-printable", "cid:frame-1@mhtml.blink", quopri.encodestring(frame)),
        ("image/png", "base64", "https://post.example/a.png", picture),
        ("text/css", "quoted-printable", "cid:css-1@mhtml.blink", b"p { color: red }"),
    ]
    top = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {location}\r\nSubject: =?utf-8?Q?Ferry=20crews?=\r\n"
        "Date: Wed, 4 Jun 2025 09:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"\r\n\r\n'
    )
    pieces = [
        f"------MultipartBoundary--x----\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {how}\r\n"
        f"Content-Location: {where}\r\n\r\n".encode()
        + content
        + b"\r\n"
        for kind, how, where, content in parts
    ]
    return top.encode() + b"".join(pieces) + b"------MultipartBoundary--x------\r\n"


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_page_saved_with_all_it_shows_is_its_article(encoding: str, charset: str) -> None:
    html = page(article(), HEAD).replace("<meta charset='utf-8'>", "").encode(charset)
    got = read(saved(html, charset=charset, encoding=encoding), "multipart/related")
    assert (got.title, got.text) == ("Ferry crews to walk out on Friday", TEXT)
    assert got.url == "https://post.example/news/1"


def test_a_file_cut_off_in_the_middle_gives_what_is_there() -> None:
    whole = saved(page(article(), HEAD).encode())
    got = read(whole[: whole.index(b"Some 4,000")], "multipart/related")
    assert got.error is None
    assert got.text.startswith(PARAGRAPHS[0])


def test_a_feed_items_fragment_keeps_all_but_its_furniture() -> None:
    fragment = (
        f"<p>{PARAGRAPHS[0]}</p><ul><li>Pay</li><li>Nights<ul><li>two men</li></ul></li></ul>"
        "<p>The post <a href='https://post.example/1'>Ferry crews</a> appeared first on <a href='/'>Post</a>.</p>"
        "<p>Share on Facebook</p>"
    )
    got = read(fragment, fragment=True, title="Ferry crews to walk out", authors=("Ann Lee",), url="https://post.example/1")
    assert (got.title, got.authors) == ("Ferry crews to walk out", ("Ann Lee",))
    assert [(block.text, block.level) for block in got.blocks] == [
        (PARAGRAPHS[0], None),
        ("Pay", 1),
        ("Nights", 1),
        ("two men", 2),
    ]

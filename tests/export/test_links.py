"""Addresses: which may be a link, and what is shown of them."""

from __future__ import annotations

import pytest

from briefreader.links import shown_host, web_address


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        (" HTTP://a.example ", "http://a.example"),
        ("https://a.example/x (1)", "https://a.example/x%20%281%29"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        ("https://a.example?x=<b>", "https://a.example?x=%3Cb%3E"),
        ("https://a.example:8443/ä", "https://a.example:8443/ä"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
    ],
)
def test_a_web_address_is_fit_to_stand_in_a_link(url: str, link: str) -> None:
    assert web_address(url) == link


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "ftp://a.example/x",
        "mailto:a@b.example",
        "//a.example/x",
        "/x",
        "https:a.example",
        "https:///x",
        "https://a.example:99999/",
        "https://a.example:x/",
        "https://a..example/",
        "https://good.example\\@evil.example/",
        "https://good.example\t.evil.example/",
        "https://[::1",
        "https://<b>@a.example/",
        "https://a.example/\x1b[2J",
        "https://a.example/\u202egnp.exe",
    ],
)
def test_anything_else_is_no_link_and_shows_no_host(url: str | None) -> None:
    assert web_address(url) is None
    assert shown_host(url) == ""


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.a.example/b.example", "www.a.example"),
        ("https://good.example@evil.example/", "evil.example (the address carries a user name)"),
        ("https://münchen.example/", "münchen.example (xn--mnchen-3ya.example)"),
        ("https://xn--mnchen-3ya.example/", "münchen.example (xn--mnchen-3ya.example)"),
        ("https://аррӏе.example/", "аррӏе.example (xn--80ak6aa92e.example)"),
    ],
)
def test_the_host_that_is_shown_is_the_one_that_is_reached(url: str, host: str) -> None:
    assert shown_host(url) == host


def test_a_name_that_no_encoding_knows_is_still_shown_in_ascii() -> None:
    assert shown_host("https://" + "ä" * 64 + ".example/").endswith(".example)")

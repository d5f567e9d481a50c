"""What a person types as a source, and how it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.errors import SourceError
from briefreader.sources.address import as_typed, is_web, kind_of, mask, normal
from briefreader.sources.places import ANY_PORT, is_private_name, place_of, private_places


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" https://News.Example/feed#top ", "https://news.example/feed"),
        ("HTTP://news.example:80", "http://news.example/"),
        ("https://news.example:8443/a?b=c", "https://news.example:8443/a?b=c"),
        ("https://me:PassWord@News.Example/", "https://me:PassWord@news.example/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("feed://news.example/rss", "https://news.example/rss"),
        ("feed:https://news.example/rss", "https://news.example/rss"),
        ("news.example", "https://news.example/"),
        ("news.example/feed.xml?x=*", "https://news.example/feed.xml?x=*"),
        ("localhost:8000/feed", "https://localhost:8000/feed"),
    ],
)
def test_an_address_of_the_web_is_kept_in_one_spelling(typed: str, kept: str) -> None:
    assert as_typed(typed) == kept
    assert normal(kept) == kept
    assert kind_of(kept) == "feed"


def test_a_path_that_exists_is_a_path_whatever_it_looks_like(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news.example").write_text("x")
    Path("folder").mkdir()
    assert as_typed("news.example") == str(tmp_path / "news.example")
    assert as_typed("*.txt") == str(tmp_path / "*.txt")
    assert [kind_of(str(tmp_path / name)) for name in ("news.example", "folder", "*.txt", "none.txt")] == [
        "file",
        "folder",
        "glob",
        "file",
    ]
    assert not is_web("folder")


@pytest.mark.parametrize("odd", ["~&", "~nobody-here/x", "~\udcff", "a" * 5_000, "\0"])
def test_no_path_is_too_odd_to_be_asked_for(odd: str) -> None:
    assert kind_of(as_typed(odd)) == "file"


@pytest.mark.parametrize(
    "address",
    [
        "ftp://news.example/",
        "file:///etc/passwd",
        "https://",
        "http:///x",
        "http://a b/",
        "http://a\x1b/",
        "http://x:99999/",
        "http://[::1/",
        "http://host\\@evil/",
        "https://" + "a" * 9_000,
        "http://" + "ä" * 100 + ".example/",
    ],
)
def test_an_address_that_cannot_be_fetched_is_refused_in_words(address: str) -> None:
    with pytest.raises(SourceError) as refused:
        as_typed(address)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("https://me:secret@news.example/feed", "https://***@news.example/feed"),
        ("https://token@news.example/", "https://***@news.example/"),
        ("https://me:p@ss:w@rd@news.example/", "https://***@news.example/"),
        ("failed: http://a:b@c.example/ and http://d:e@f.example/", "failed: http://***@c.example/ and http://***@f.example/"),
        ("https://news.example/@author", "https://news.example/@author"),
        ("me@news.example", "me@news.example"),
        ("line\x1b[31m\nbreak", "line[31m break"),
    ],
)
def test_a_name_and_password_are_never_shown(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "host", ["localhost", "printer", "nas.local", "x.lan", "10.0.0.1", "127.1", "::1", "a.internal", "X.Local."]
)
def test_a_name_that_can_only_be_private(host: str) -> None:
    assert is_private_name(host)


@pytest.mark.parametrize("host", ["news.example", "1.1.1.1", "local.example", "2606:4700::1111"])
def test_a_name_that_can_be_public(host: str) -> None:
    assert not is_private_name(host)


def test_only_private_places_that_were_typed_or_set_are_allowed() -> None:
    typed = [
        "http://127.0.0.1:8000/a",
        "http://NAS.local/b",
        "https://news.example/",
        "/folder",
        "http://[bad",
        "https://[::1]/",
    ]
    expected = {("127.0.0.1", 8000), ("nas.local", 80), ("::1", 443), ("intranet.example", ANY_PORT)}
    assert private_places(typed, [" Intranet.Example"]) == expected
    assert place_of("http://me:pw@NAS.local/b") == ("nas.local", 80)

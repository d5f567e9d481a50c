"""Feeds behind a password: the secret from the configuration or the keyring reaches its own server, and nobody else."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.access import Access
from briefreader.config import Settings
from briefreader.errors import SourceError
from briefreader.jobs.access import headers_for_link, secret_headers
from briefreader.jobs.refresh import refresh
from briefreader.jobs.subscribe import add
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import NOW, titles
from web_server import Visit, WebServer, answer, redirect

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Post</title>
<item><guid>a</guid><title>Talks about a</title><link>https://post.example/a</link></item></channel></rss>"""
ALADDIN = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="  # the example of RFC 7617


@pytest.fixture
def library() -> Iterator[SqliteLibrary]:
    with open_library(None) as opened:
        yield opened


def settings(tmp_path: Path, **access: Access) -> Settings:
    return Settings(data_dir=tmp_path, config_file=tmp_path / "config.toml", access=access)


def locked(visit: Visit) -> None:
    """A page for who knows the word."""
    page = answer(FEED) if visit.headers.get("authorization") == ALADDIN else answer(b"", status=401)
    page(visit)


def test_a_feed_behind_a_password_is_added_and_refreshed(library: SqliteLibrary, server: WebServer, tmp_path: Path) -> None:
    server.pages["/feed"] = locked
    known = settings(tmp_path, **{f"{server.host}:{server.port}": Access(user="Aladdin", secret="open sesame")})
    source, new = add(library, server.url("/feed"), tags=(), now=NOW, settings=known)
    report = refresh(library, sources=None, brief=False, now=NOW, progress=lambda _: None, settings=known)
    assert (new, report.failed, titles(library)) == (1, 0, ["Talks about a"])
    assert "sesame" not in source.address


def test_without_the_password_it_is_said_what_is_missing(library: SqliteLibrary, server: WebServer, tmp_path: Path) -> None:
    server.pages["/feed"] = locked
    with pytest.raises(SourceError, match="wants a name and a password"):
        add(library, server.url("/feed"), tags=(), now=NOW, settings=settings(tmp_path))


def test_a_header_of_its_own_does_not_follow_to_another_server(
    library: SqliteLibrary, server: WebServer, neighbour: WebServer, tmp_path: Path
) -> None:
    server.pages["/feed"] = redirect(neighbour.url("/feed"))
    neighbour.pages["/feed"] = answer(FEED)
    place = {f"{server.host}:{server.port}": Access(header="X-Token", secret="t0ps3cret")}
    known = Settings(
        data_dir=tmp_path, config_file=tmp_path / "config.toml", access=place, private_hosts=(neighbour.host, server.host)
    )
    add(library, server.url("/feed"), tags=(), now=NOW, settings=known)
    assert server.visits[0].headers["x-token"] == "t0ps3cret"
    assert "x-token" not in neighbour.visits[0].headers


def test_an_entry_holds_for_its_host_and_port_only(tmp_path: Path) -> None:
    known = settings(tmp_path, **{"post.example": Access(user="me", secret="pw")})
    assert secret_headers("https://post.example/feed", known)
    assert secret_headers("https://POST.example:443/feed", known) == {}
    assert secret_headers("https://post.example:8443/feed", known) == {}
    assert secret_headers("https://other.example/feed", known) == {}


def test_a_link_from_outside_gets_no_secret_onto_an_open_line(tmp_path: Path) -> None:
    known = settings(tmp_path, **{"post.example": Access(user="me", secret="pw")})
    assert headers_for_link("https://post.example/a", known)
    assert headers_for_link("http://post.example/a", known) == {}


@pytest.mark.parametrize("secret", ["two\r\nlines: x", "naïve"])
def test_a_secret_that_would_forge_a_header_is_refused_without_showing_it(tmp_path: Path, secret: str) -> None:
    known = settings(tmp_path, **{"post.example": Access(header="X-Token", secret=secret)})
    with pytest.raises(SourceError, match="signs that no header can have") as told:
        secret_headers("https://post.example/feed", known)
    assert secret not in str(told.value)


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """A keyring in memory under the name of the library, whose real ones need a desktop."""
    kept: dict[tuple[str, str], str] = {}
    module = types.ModuleType("keyring")
    module.get_password = lambda service, name: kept.get((service, name))  # type: ignore[attr-defined]  # made up above
    monkeypatch.setitem(sys.modules, "keyring", module)
    return kept


def test_a_secret_can_stand_in_the_keyring(tmp_path: Path, keyring: dict[tuple[str, str], str]) -> None:
    known = settings(tmp_path, **{"post.example": Access(user="Aladdin")})
    with pytest.raises(SourceError, match=r"keyring set briefreader post\.example"):
        secret_headers("https://post.example/feed", known)
    keyring["briefreader", "post.example"] = "open sesame"
    assert secret_headers("https://post.example/feed", known) == {"Authorization": ALADDIN}


def test_a_keyring_that_is_not_installed_is_that_sources_error(
    library: SqliteLibrary, server: WebServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    library.add_source(server.url("/feed"), "feed", now=NOW)
    library.add_source("http://127.0.0.1:9/feed", "feed", now=NOW)
    known = settings(tmp_path, **{f"{server.host}:{server.port}": Access(user="me")})
    report = refresh(library, sources=None, brief=False, now=NOW, progress=lambda _: None, settings=known)
    assert (report.sources, report.failed, server.visits) == (2, 2, [])
    errors = {source.address: source.last_error for source in library.sources()}
    assert "pip install briefreader[keyring]" in (errors[server.url("/feed")] or "")


def test_the_secret_is_not_shown_where_settings_are_printed() -> None:
    assert "sesame" not in repr(Access(user="Aladdin", secret="open sesame"))

"""What a fetch gives from a server that behaves."""

from __future__ import annotations

import base64
import gzip
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from briefreader.errors import SourceError
from briefreader.sources.address import split
from briefreader.sources.body import CHUNK, gunzipped
from briefreader.sources.fetch import USER_AGENT, Client, FetchError, fetch
from briefreader.sources.headers import MAX_RETRY_AFTER, seconds_until
from briefreader.sources.redirects import may_know
from web_server import WebServer, answer, raw, redirect


def test_an_answer_comes_back_with_what_its_headers_say(server: WebServer) -> None:
    media_type = "application/rss+xml; charset=ISO-8859-1"
    server.pages["/feed"] = answer(b"<rss/>", Content_Type=media_type, ETag='"v1"', Last_Modified="yesterday")
    response = fetch(server.url("/feed"), private=server.private)
    assert (response.status, response.body) == (200, b"<rss/>")
    assert (response.media_type, response.charset) == ("application/rss+xml", "ISO-8859-1")
    assert (response.etag, response.last_modified) == ('"v1"', "yesterday")
    assert response.url == server.url("/feed")
    assert response.moved_to is None


def test_the_server_is_told_who_asks_and_only_gzip_is_offered(server: WebServer) -> None:
    server.pages["/"] = answer(b"x")
    fetch(server.url(), private=server.private)
    asked = server.visits[0].headers
    assert asked["user-agent"] == USER_AGENT
    assert USER_AGENT.startswith("briefreader/")
    assert asked["accept-encoding"] == "gzip"
    assert "cookie" not in asked
    assert "referer" not in asked


def test_gzip_is_unpacked_also_in_several_members(server: WebServer) -> None:
    server.pages["/"] = answer(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0\0", Content_Encoding="gzip")
    assert fetch(server.url(), private=server.private).body == b"one two"


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_000])
@pytest.mark.parametrize("cut_every", [1, 7, 100_000])
def test_gzip_comes_whole_however_it_is_cut(size: int, cut_every: int) -> None:
    content = (b"abc" * (size // 3 + 1))[:size]
    packed = gzip.compress(content) + gzip.compress(b"end") + bytes(20)
    pieces = [packed[at : at + cut_every] for at in range(0, len(packed), cut_every)]
    assert b"".join(gunzipped(pieces)) == content + b"end"


def test_gzip_without_its_end_is_an_error(server: WebServer) -> None:
    server.pages["/"] = answer(gzip.compress(b"words " * 1000)[:-12], Content_Encoding="gzip")
    with pytest.raises(SourceError, match="broke off"):
        fetch(server.url(), private=server.private)


def test_a_conditional_question_gets_not_modified(server: WebServer) -> None:
    server.pages["/"] = answer(status=304, ETag='"v1"')
    response = fetch(server.url(), etag='"v1"', last_modified="Mon, 02 Jan 2023 10:00:00 GMT", private=server.private)
    assert response.not_modified
    assert response.body == b""
    assert server.visits[0].headers["if-none-match"] == '"v1"'
    assert server.visits[0].headers["if-modified-since"] == "Mon, 02 Jan 2023 10:00:00 GMT"


def test_a_validator_that_could_forge_a_header_is_not_sent(server: WebServer) -> None:
    server.pages["/"] = answer(b"x")
    fetch(server.url(), etag='"a"\r\nX-Evil: 1', last_modified="Märchen", private=server.private)
    assert "if-none-match" not in server.visits[0].headers
    assert "if-modified-since" not in server.visits[0].headers


def test_a_permanent_move_is_told_and_a_temporary_one_is_not(server: WebServer) -> None:
    server.pages |= {"/old": redirect("/newer", 301), "/newer": redirect("/new", 308), "/new": answer(b"here")}
    assert fetch(server.url("/old"), private=server.private).moved_to == server.url("/new")
    server.pages["/newer"] = redirect("/new", 302)
    response = fetch(server.url("/old"), private=server.private)
    assert (response.moved_to, response.url) == (server.url("/newer"), server.url("/new"))


def test_a_name_and_password_in_the_address_log_in_and_go_no_further(server: WebServer) -> None:
    server.pages["/feed"] = answer(b"x")
    response = fetch(f"http://reader:p%40ss@{server.host}:{server.port}/feed", private=server.private)
    sent = server.visits[0].headers["authorization"].removeprefix("Basic ")
    assert base64.b64decode(sent) == b"reader:p@ss"
    assert "p%40ss" not in response.url


def test_a_password_follows_from_http_to_https_of_the_same_host_only() -> None:
    home = split("http://me:pw@news.example/")
    assert may_know(home, split("https://news.example/feed"))
    for other in ("https://evil.example/", "https://news.example:8443/", "http://news.example:8080/"):
        assert not may_know(home, split(other))
    assert not may_know(split("https://me:pw@news.example/"), split("http://news.example/"))


def test_a_header_of_the_reader_goes_along(server: WebServer) -> None:
    server.pages["/"] = answer(b"x")
    fetch(server.url(), headers={"X-Token": "secret"}, private=server.private)
    assert server.visits[0].headers["x-token"] == "secret"


def test_one_client_keeps_the_connection_to_a_host(server: WebServer) -> None:
    server.pages |= {"/1": answer(b"1"), "/2": answer(b"2"), "/gone": answer(b"no", status=410)}
    with Client(private=server.private) as client:
        assert client.get(server.url("/1")).body == b"1"
        with pytest.raises(FetchError):
            client.get(server.url("/gone"))
        assert client.get(server.url("/2")).body == b"2"
    assert server.visits[0].connection is server.visits[1].connection


def test_a_kept_connection_that_the_server_closed_is_opened_anew(server: WebServer) -> None:
    server.pages["/"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")  # closes without saying so
    with Client(private=server.private) as client:
        assert [client.get(server.url()).body for _ in range(3)] == [b"ok"] * 3


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "404 Not Found"), (410, "gone for good"), (401, "name and a password"), (500, "500"), (999, "999")],
)
def test_a_refusal_is_said_in_plain_words(server: WebServer, status: int, words: str) -> None:
    server.pages["/"] = answer(b"sorry", status=status)
    with pytest.raises(FetchError, match=words) as refused:
        fetch(server.url(), private=server.private)
    assert refused.value.status == status
    assert refused.value.gone == (status == 410)


def test_a_server_that_asks_for_patience_is_heard(server: WebServer) -> None:
    server.pages["/"] = answer(status=503, Retry_After="120")
    with pytest.raises(FetchError) as refused:
        fetch(server.url(), private=server.private)
    assert refused.value.retry_after == 120


NOW = datetime(2024, 5, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("90", 90),
        ("-5", None),
        ("999999999999", MAX_RETRY_AFTER),
        (format_datetime(NOW + timedelta(hours=1), usegmt=True), 3600),
        (format_datetime(NOW - timedelta(hours=1), usegmt=True), 0),
        (format_datetime(NOW + timedelta(days=400), usegmt=True), MAX_RETRY_AFTER),
        ("Wed, 99 Foo 2024 12:00:00 GMT", None),
    ],
)
def test_both_forms_of_retry_after(header: str | None, seconds: int | None) -> None:
    assert seconds_until(header, NOW) == seconds


def test_a_refused_connection_and_an_unknown_host_are_said_in_plain_words() -> None:
    with pytest.raises(SourceError, match="connection refused by host"):
        fetch("http://127.0.0.1:1/", private=frozenset({("127.0.0.1", 1)}))
    with pytest.raises(SourceError, match=r"no such host|timed out"):
        fetch("http://no-such-host.invalid/", seconds=3)


def test_an_international_address_is_sent_as_ascii(server: WebServer) -> None:
    server.pages["/caf%C3%A9?q=%C3%BC"] = answer(b"coffee")
    assert fetch(server.url("/café?q=ü"), private=server.private).body == b"coffee"


def test_a_fetch_error_survives_the_way_between_processes() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(FetchError("gone", status=410, retry_after=5)))
    assert (str(error), error.status, error.retry_after, error.gone) == ("gone", 410, 5, True)

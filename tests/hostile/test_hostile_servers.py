"""Servers that lie, drip, flood and lead astray. Each test's name says which promise is kept; README.md has the table."""

from __future__ import annotations

import gzip
import socket
import threading
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import monotonic

import pytest

from briefreader.errors import SourceError
from briefreader.sources.connection import Clock, Guard, tls_context
from briefreader.sources.feeds import find_feeds, parse_feed
from briefreader.sources.fetch import Client, Response, fetch
from briefreader.sources.places import is_global, private_places
from briefreader.sources.schedule import Request, fetch_all
from web_server import Page, Visit, WebServer, answer, raw, redirect, running_server

QUICK = 0.5
OWN_CERTIFICATE = Path(__file__).with_name("own_certificate.pem")


def why(server: WebServer, path: str = "/", *, seconds: float = 5.0, limit: int = 10_000_000, url: str | None = None) -> str:
    """The message of a fetch that must fail."""
    with pytest.raises(SourceError) as refused:
        fetch(url or server.url(path), private=server.private, seconds=seconds, limit=limit)
    return str(refused.value)


# -- 1: size ---------------------------------------------------------------------------------------------------------------
def test_a_body_of_the_limit_is_taken_and_one_byte_more_is_not(server: WebServer) -> None:
    server.pages |= {"/fits": answer(b"x" * 1000), "/more": answer(b"x" * 1001)}
    assert len(fetch(server.url("/fits"), private=server.private, limit=1000).body) == 1000
    assert "too large" in why(server, "/more", limit=1000)


def test_the_message_names_the_limit_of_ten_megabytes(server: WebServer) -> None:
    server.pages["/"] = answer(gzip.compress(b"0" * 10_000_001), Content_Encoding="gzip")
    assert why(server) == "too large: more than 10 MB"


def test_a_gzip_bomb_takes_little_memory(server: WebServer) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()
    server.pages["/"] = answer(bomb, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        assert "too large" in why(server, limit=1_000_000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10_000_000


def test_a_body_without_end_is_cut_off(server: WebServer) -> None:
    def endless(visit: Visit) -> None:
        visit.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not visit.stopped.is_set():
            visit.send(b"10000\r\n" + b"x" * 65536 + b"\r\n")

    server.pages["/"] = endless
    assert "too large" in why(server, limit=300_000)


def test_nested_or_unasked_packing_is_refused(server: WebServer) -> None:
    server.pages |= {"/br": answer(b"x", Content_Encoding="br"), "/twice": answer(b"x", Content_Encoding="gzip, gzip")}
    assert "was not asked for" in why(server, "/br")
    assert "was not asked for" in why(server, "/twice")


def test_damaged_gzip_is_said_to_be_damaged(server: WebServer) -> None:
    server.pages["/"] = answer(b"this is not gzip", Content_Encoding="gzip")
    assert "gzip data is damaged" in why(server)


# -- 2: time ---------------------------------------------------------------------------------------------------------------
def dripping_body(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    visit.drip(b"x" * 1000, 0.05)


def dripping_header(visit: Visit) -> None:
    visit.drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 1000, 0.05)


def dripping_chunks(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    visit.drip(b"1\r\nx\r\n" * 200, 0.02)


def endless_continue(visit: Visit) -> None:
    while not visit.stopped.wait(0.01):
        visit.send(b"HTTP/1.1 100 Continue\r\n\r\n")


@pytest.mark.parametrize("page", [Visit.hang, dripping_body, dripping_header, dripping_chunks, endless_continue])
def test_the_deadline_covers_everything_however_the_server_drips(server: WebServer, page: Page) -> None:
    server.pages["/"] = page
    began = monotonic()
    assert why(server, seconds=QUICK) == "timed out after 0.5 s"
    assert monotonic() - began < QUICK + 2


def test_the_deadline_covers_all_redirects_together(server: WebServer) -> None:
    def slow_hop(visit: Visit) -> None:
        visit.stopped.wait(0.2)
        redirect("/")(visit)

    server.pages["/"] = slow_hop
    assert "timed out" in why(server, seconds=QUICK)


def test_a_tls_handshake_that_never_comes_times_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = silent.getsockname()
        with pytest.raises(SourceError, match="timed out"):
            fetch(f"https://127.0.0.1:{place[1]}/", private=frozenset({place}), seconds=QUICK)


def test_a_slow_but_honest_server_is_waited_for(server: WebServer) -> None:
    def slow(visit: Visit) -> None:
        visit.send(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
        visit.drip(b"hello", 0.1)

    server.pages["/"] = slow
    assert fetch(server.url(), private=server.private, seconds=5).body == b"hello"


# -- 3: redirects ----------------------------------------------------------------------------------------------------------
def test_five_redirects_are_followed_and_six_are_not(server: WebServer) -> None:
    server.pages |= {f"/{hop}": redirect(f"/{hop + 1}") for hop in range(6)} | {"/6": answer(b"end")}
    assert fetch(server.url("/1"), private=server.private).body == b"end"
    assert "more than 5 times" in why(server, "/0")


def test_a_redirect_to_itself_ends(server: WebServer) -> None:
    server.pages["/"] = redirect("/")
    assert "more than 5 times" in why(server)
    assert len(server.visits) == 6


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://x/",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://[::1",
        "http://[x]/",
    ],
)
def test_a_redirect_leads_nowhere_but_to_the_web(server: WebServer, target: str) -> None:
    server.pages["/"] = redirect(target)
    message = why(server)
    assert "redirected to" in message or "private address" in message
    assert len(server.visits) == 1


def test_a_password_is_dropped_on_another_host_and_kept_on_the_same(server: WebServer, neighbour: WebServer) -> None:
    server.pages |= {"/out": redirect(neighbour.url("/in")), "/again": redirect("/same"), "/same": answer(b"x")}
    neighbour.pages["/in"] = answer(b"y")
    both = server.private | neighbour.private
    home = f"http://reader:secret@{server.host}:{server.port}"
    fetch(f"{home}/out", headers={"X-Token": "t"}, private=both)
    assert "authorization" in server.visits[0].headers
    assert "authorization" not in neighbour.visits[0].headers
    assert "x-token" not in neighbour.visits[0].headers
    fetch(f"{home}/again", private=both)
    assert "authorization" in server.visits[-1].headers


def test_a_redirect_cannot_smuggle_in_a_password_or_a_header(server: WebServer) -> None:
    server.pages |= {
        "/": redirect(f"http://admin:admin@{server.host}:{server.port}/x"),
        "/x": answer(b"x"),
        "/crlf": redirect("/x\tX-Evil: 1"),
    }
    fetch(server.url(), private=server.private)
    assert "authorization" not in server.visits[-1].headers
    with Client(private=server.private) as client, pytest.raises(SourceError):
        client.get(server.url("/crlf\r\nX-Evil: 1"))
    assert all("x-evil" not in visit.headers for visit in server.visits)


# -- 4: private addresses --------------------------------------------------------------------------------------------------
def test_a_redirect_into_the_private_network_is_refused(server: WebServer, neighbour: WebServer) -> None:
    server.pages["/"] = redirect(neighbour.url("/secret"))
    assert "private address" in why(server)
    assert neighbour.visits == []


def test_another_port_of_an_added_host_is_another_place(server: WebServer, neighbour: WebServer) -> None:
    server.pages["/"] = redirect(f"http://{server.host}:{neighbour.port}/")
    assert "private address" in why(server)


def test_the_very_host_and_port_of_an_added_source_may_be_redirected_to(server: WebServer, neighbour: WebServer) -> None:
    server.pages["/"] = redirect(neighbour.url("/feed"))
    neighbour.pages["/feed"] = answer(b"known")
    both = private_places([server.url("/feed"), neighbour.url("/other")])
    assert fetch(server.url(), private=both).body == b"known"


THIS_MACHINE = "127.0.0.1 127.1 2130706433 0x7f.0.0.1 0177.0.0.1 [::1] [::ffff:127.0.0.1] [::ffff:7f00:1] localhost 0"


@pytest.mark.parametrize("host", THIS_MACHINE.split())
def test_no_spelling_of_this_machine_gets_through_unless_it_was_typed(server: WebServer, host: str) -> None:
    server.pages["/"] = answer(b"secret")
    url = f"http://{host}:{server.port}/"
    with pytest.raises(SourceError):
        fetch(url, seconds=2)
    assert server.visits == []


NOT_THE_INTERNET = """
    0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 192.0.0.8 192.0.2.1 192.168.1.1 198.18.0.1 203.0.113.9
    224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001:db8::1
    2002:7f00:1:: 2002:c0a8:101:: fc00::1 fd12::1 fe80::1 fe80::1%lo fec0::1 ff02::1 2001:0:7f00:1::1 3fff::1 5f00::1
"""


@pytest.mark.parametrize("address", NOT_THE_INTERNET.split())
def test_what_is_not_the_open_internet(address: str) -> None:
    assert not is_global(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_what_is_the_open_internet(address: str) -> None:
    assert is_global(address)


def resolver(*answers: str) -> object:
    def look_up(host: str, port: int, *, type: int = 0, flags: int = 0) -> object:  # noqa: A002 (as in socket)
        if flags & socket.AI_NUMERICHOST:
            raise socket.gaierror
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answer, port)) for answer in answers]

    return look_up


def test_a_public_name_that_turns_private_is_refused_even_as_a_source(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: what counts is the address that the socket would connect to, and it is connected to that very address."""
    monkeypatch.setattr(socket, "getaddrinfo", resolver("127.0.0.1"))
    url = f"http://news.example:{server.port}/"
    with pytest.raises(SourceError, match="private address"):
        fetch(url, private=private_places([url]))
    assert server.visits == []


def test_of_mixed_answers_only_the_public_ones_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolver("10.0.0.1", "1.1.1.1", "127.0.0.1"))
    allowed = Guard(Clock(1), frozenset()).allowed("news.example", 80)
    assert [address[0] for _, address in allowed] == ["1.1.1.1"]


def test_a_host_that_the_settings_name_is_allowed_at_any_port(server: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolver("127.0.0.1"))
    server.pages["/"] = answer(b"intranet")
    url = f"http://news.example:{server.port}/"
    assert fetch(url, private=private_places([], ["News.Example"])).body == b"intranet"


def test_a_resolver_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()

    def hanging(host: str, port: int, **options: int) -> object:
        if options.get("flags"):
            raise socket.gaierror
        over.wait(10)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hanging)
    with pytest.raises(SourceError, match="timed out"):
        fetch("http://news.example/", seconds=QUICK)
    over.set()


# -- 4: proxies ------------------------------------------------------------------------------------------------------------
def test_a_proxy_of_the_environment_is_asked_with_the_whole_address(
    server: WebServer, neighbour: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://me:pw@{neighbour.host}:{neighbour.port}")
    neighbour.pages[server.url("/feed")] = answer(b"by proxy")
    assert fetch(server.url("/feed"), private=server.private).body == b"by proxy"
    assert neighbour.visits[0].headers["proxy-authorization"].startswith("Basic ")
    assert neighbour.visits[0].headers["host"] == f"{server.host}:{server.port}"
    assert server.visits == []


def test_behind_a_proxy_private_addresses_are_refused_all_the_same(
    server: WebServer, neighbour: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", neighbour.url())
    monkeypatch.setenv("https_proxy", neighbour.url())
    for url in (server.url("/x"), f"https://{server.host}/x", "http://printer.local/"):
        with pytest.raises(SourceError, match="refused"):
            fetch(url, seconds=2)
    assert neighbour.visits == []


def test_a_secure_address_goes_through_a_tunnel(neighbour: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", neighbour.url())
    neighbour.pages["127.0.0.1:443"] = answer(b"no", status=403)
    with pytest.raises(SourceError):
        fetch("https://127.0.0.1/x", private=frozenset({("127.0.0.1", 443)}), seconds=2)
    assert [visit.path for visit in neighbour.visits] == ["127.0.0.1:443"]


def test_no_proxy_is_heeded(server: WebServer, neighbour: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", neighbour.url())
    monkeypatch.setenv("no_proxy", "example.org,127.0.0.1")
    server.pages["/"] = answer(b"direct")
    assert fetch(server.url(), private=server.private).body == b"direct"


@pytest.mark.parametrize("proxy", ["socks5://u:secret@127.0.0.1:9", "file:///etc/passwd", "http://:0x/", "http://host:99999"])
def test_a_proxy_that_is_none_is_an_error_that_hides_its_password(
    server: WebServer, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    message = why(server)
    assert "proxy" in message
    assert "secret" not in message
    assert server.visits == []


# -- 6: not modified, gone -------------------------------------------------------------------------------------------------
def test_not_modified_without_a_condition_is_no_good_answer(server: WebServer) -> None:
    server.pages["/"] = answer(status=304)
    assert "304" in why(server)


def test_a_not_modified_with_a_body_does_not_spoil_the_next_answer(server: WebServer) -> None:
    server.pages |= {"/lie": raw(b"HTTP/1.1 304 OK\r\nContent-Length: 5\r\n\r\nhello"), "/next": answer(b"next")}
    with Client(private=server.private) as client:
        assert client.get(server.url("/lie"), etag='"a"').not_modified
        assert client.get(server.url("/next")).body == b"next"


def test_what_is_left_over_on_a_connection_does_not_spoil_the_next_answer(server: WebServer) -> None:
    server.pages |= {"/next": answer(b"next"), "/more": answer(b"12345rubbish", Content_Length="5")}
    server.pages["/lie"] = answer(b"hello", status=304)
    with Client(private=server.private) as client:
        assert client.get(server.url("/lie"), etag='"a"').not_modified
        assert client.get(server.url("/next")).body == b"next"
        assert client.get(server.url("/more")).body == b"12345"
        assert client.get(server.url("/next")).body == b"next"


# -- broken HTTP -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x16\x03\x01\x00garbage",
        b"SSH-2.0-OpenSSH_9.0\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1" * 100_000,
        b"HTTP/1.1 200 OK\r\n" + b"X-Many: 1\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 301 OK\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    ],
)
def test_broken_http_is_an_ordinary_error(server: WebServer, data: bytes) -> None:
    server.pages["/"] = raw(data)
    try:
        outcome = fetch(server.url(), private=server.private, seconds=2).body
    except SourceError as error:
        outcome = str(error).encode()
    assert outcome
    assert b"\n" not in outcome


def test_a_header_cannot_bring_control_characters_into_the_answer(server: WebServer) -> None:
    server.pages["/"] = raw(
        b"HTTP/1.1 200 \x1b]0;owned\x07\r\nContent-Type: text/xml\x1b[31m; charset=rot13\x00\r\nETag: \x1b[2J\r\n"
        b"Content-Length: 2\r\n\r\nok"
    )
    response = fetch(server.url(), private=server.private)
    assert response.body == b"ok"
    for value in (response.media_type, response.charset, response.etag):
        assert value is None or value.isprintable()


def test_a_plain_server_behind_https_is_said_in_words(server: WebServer) -> None:
    server.pages["/"] = raw(b"hello")
    message = why(server, url=f"https://{server.host}:{server.port}/", seconds=QUICK)
    assert message in ("no secure connection could be made", "timed out after 0.5 s")


@pytest.fixture
def secure_server() -> Iterator[WebServer]:
    with running_server(certificate=OWN_CERTIFICATE) as running:
        yield running


@pytest.fixture
def _trusting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine trusts our own certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(OWN_CERTIFICATE))
    tls_context.cache_clear()
    yield
    tls_context.cache_clear()


def test_an_untrusted_certificate_is_refused_in_words(secure_server: WebServer) -> None:
    assert why(secure_server, seconds=2) == "the server's certificate is not trusted"
    assert secure_server.visits == []


@pytest.mark.usefixtures("_trusting")
def test_a_trusted_certificate_is_good_for_its_own_host_only(secure_server: WebServer) -> None:
    secure_server.pages["/"] = answer(b"sealed")
    with Client(private=secure_server.private) as client:
        assert [client.get(secure_server.url()).body for _ in range(2)] == [b"sealed"] * 2
    assert secure_server.visits[0].connection is secure_server.visits[1].connection
    other = f"https://127.1:{secure_server.port}/"
    with pytest.raises(SourceError, match="certificate"):
        fetch(other, private=private_places([other]), seconds=2)


@pytest.mark.usefixtures("_trusting")
@pytest.mark.parametrize("page", [dripping_body, dripping_header])
def test_the_deadline_covers_encrypted_answers_too(secure_server: WebServer, page: Page) -> None:
    secure_server.pages["/"] = page
    assert why(secure_server, seconds=QUICK) == "timed out after 0.5 s"


@pytest.mark.usefixtures("_trusting")
def test_a_password_does_not_follow_from_https_to_http(secure_server: WebServer, server: WebServer) -> None:
    secure_server.pages["/"] = redirect(server.url("/open"))
    server.pages["/open"] = answer(b"x")
    fetch(f"https://me:pw@{secure_server.host}:{secure_server.port}/", private=secure_server.private | server.private)
    assert "authorization" in secure_server.visits[0].headers
    assert "authorization" not in server.visits[0].headers


# -- 25: passwords ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("path", ["/missing", "/private", "/loop", "/file"])
def test_no_message_shows_a_password(server: WebServer, path: str) -> None:
    secret = "tops3cret"
    server.pages |= {
        "/private": redirect(f"http://x:{secret}@127.0.0.2/"),
        "/loop": redirect(f"http://x:{secret}@{server.host}:{server.port}/loop"),
        "/file": redirect(f"ftp://x:{secret}@host/"),
    }
    url = f"http://reader:{secret}@{server.host}:{server.port}{path}"
    assert secret not in why(server, url=url)
    with pytest.raises(SourceError) as refused:
        fetch(url)
    assert secret not in str(refused.value)


# -- 5: nothing else is loaded ---------------------------------------------------------------------------------------------
def test_a_feed_full_of_addresses_makes_no_further_request(server: WebServer) -> None:
    trap = server.url("/trap")
    feed = f"""<?xml version="1.0"?><?xml-stylesheet href="{trap}"?><!DOCTYPE rss SYSTEM "{trap}">
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:xi="http://www.w3.org/2001/XInclude" xml:base="{trap}">
    <channel><title>T</title><link>{trap}</link><atom:link rel="hub" href="{trap}"/><xi:include href="{trap}"/>
    <image><url>{trap}</url></image><cloud domain="127.0.0.1" port="{server.port}" path="/trap"/>
    <item><title>One</title><link>{trap}</link><enclosure url="{trap}" type="audio/mpeg" length="1"/>
    <description>&lt;img src="{trap}"&gt;&lt;iframe src="{trap}"&gt;&lt;link href="{trap}"&gt;</description></item>
    </channel></rss>"""
    server.pages["/feed"] = answer(feed.encode())
    response = fetch(server.url("/feed"), private=server.private)
    assert parse_feed(response.body, url=response.url).entries[0].url == trap
    page = f'<html><head><base href="{trap}"><meta http-equiv="refresh" content="0;url={trap}"><script src="{trap}"></script>'
    find_feeds(page.encode(), url=server.url("/feed"))
    assert [visit.path for visit in server.visits] == ["/feed"]


def test_a_crowd_of_large_bodies_waits_its_turn_and_all_of_them_come() -> None:
    """Three bodies of more than a megabyte are held at a time (requirement 1: memory), and none is lost for it."""
    body = b"x" * 1_500_000
    with ExitStack() as running:
        servers = [running.enter_context(running_server(f"127.0.0.{number}")) for number in range(1, 9)]
        for server in servers:
            server.pages["/"] = answer(body)
        addresses = [server.url() for server in servers]
        answers = fetch_all([Request(address) for address in addresses], private=private_places(addresses))
        assert [len(response.body) for _, response in answers if isinstance(response, Response)] == [len(body)] * 8

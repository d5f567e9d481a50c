"""Many addresses at once, from real servers."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from briefreader.errors import SourceError
from briefreader.sources.fetch import Response
from briefreader.sources.places import private_places
from briefreader.sources.schedule import Request, fetch_all
from web_server import Visit, WebServer, answer, running_server


@pytest.fixture
def servers() -> Iterator[list[WebServer]]:
    with ExitStack() as running:
        yield [running.enter_context(running_server(f"127.0.0.{number}")) for number in range(1, 5)]


def test_every_request_comes_back_once_with_its_answer_or_its_failure(servers: list[WebServer]) -> None:
    requests = []
    for number, server in enumerate(servers):
        server.pages |= {f"/{page}": answer(f"{number}/{page}".encode()) for page in range(5)}
        requests += [Request(server.url(f"/{page}"), key=(number, page)) for page in range(6)]
    requests += [
        Request("http://127.0.0.1:1/", key="refused"),
        Request("nonsense", key="nonsense"),
        Request("http://[", key="bad"),
    ]
    found = {
        request.key: outcome for request, outcome in fetch_all(requests, private=private_places(r.address for r in requests))
    }
    assert len(found) == len(requests)
    for number in range(4):
        assert isinstance(found[number, 5], SourceError)
        for page in range(5):
            outcome = found[number, page]
            assert isinstance(outcome, Response)
            assert outcome.body == f"{number}/{page}".encode()
    assert "connection refused" in str(found["refused"])
    assert isinstance(found["nonsense"], SourceError)
    assert isinstance(found["bad"], SourceError)


def test_a_host_gets_two_connections_at_most_and_they_are_used_again(server: WebServer) -> None:
    def slow(visit: Visit) -> None:
        visit.stopped.wait(0.02)
        answer(b"x")(visit)

    server.pages |= {f"/{page}": slow for page in range(12)}
    list(fetch_all([Request(server.url(f"/{page}")) for page in range(12)], private=server.private))
    assert len(server.visits) == 12
    assert server.most_at_once == 2
    assert len({id(visit.connection) for visit in server.visits}) == 2


def test_what_is_quick_is_not_kept_waiting_by_what_hangs(servers: list[WebServer]) -> None:
    hanging, *quick = servers
    hanging.pages["/"] = Visit.hang
    for server in quick:
        server.pages["/"] = answer(b"x")
    private = private_places(server.url() for server in servers)
    order = [request.address for request, _ in fetch_all([Request(s.url()) for s in servers], private=private, seconds=0.5)]
    assert order[-1] == hanging.url()


def test_conditions_and_headers_go_along(server: WebServer) -> None:
    server.pages["/"] = answer(status=304)
    ((_, outcome),) = fetch_all([Request(server.url(), etag='"e"', headers={"X-Token": "t"})], private=server.private)
    assert isinstance(outcome, Response)
    assert outcome.not_modified
    assert server.visits[0].headers["x-token"] == "t"


def test_cancelling_starts_no_further_fetch(server: WebServer) -> None:
    cancelled = threading.Event()
    server.pages |= {f"/{page}": answer(b"x") for page in range(50)}
    requests = [Request(server.url(f"/{page}")) for page in range(50)]
    seen = []
    for request, _ in fetch_all(requests, private=server.private, cancelled=cancelled):
        seen.append(request)
        cancelled.set()
    assert len(seen) == 1
    assert len(server.visits) < 50


def test_nothing_to_fetch_is_nothing() -> None:
    assert list(fetch_all([])) == []


def test_no_request_shows_its_secret_header() -> None:
    assert "secret" not in repr(Request("https://e.example/", headers={"X-Token": "secret"}))


FEW_FILES = """
import resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24))
from briefreader.sources.places import private_places
from briefreader.sources.schedule import Request, fetch_all
addresses = sys.argv[1:]
for request, outcome in fetch_all([Request(address) for address in addresses], private=private_places(addresses)):
    print(getattr(outcome, "status", outcome))
"""


def test_24_file_descriptors_are_enough(servers: list[WebServer]) -> None:
    addresses = []
    for server in servers:
        server.pages |= {f"/{page}": answer(b"x") for page in range(10)}
        addresses += [server.url(f"/{page}") for page in range(10)]
    done = subprocess.run(
        [sys.executable, "-c", FEW_FILES, *addresses], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.split("\n")[:-1] == ["200"] * 40
    assert done.stderr == ""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from web_server import WebServer, running_server


@pytest.fixture
def server() -> Iterator[WebServer]:
    with running_server() as running:
        yield running


@pytest.fixture
def neighbour() -> Iterator[WebServer]:
    """Another machine of the private network, which nobody added as a source."""
    with running_server("127.0.0.2") as running:
        yield running


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of the machine that runs the tests comes between us and our own server."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)

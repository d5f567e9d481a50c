"""Fixtures that tests of several rooms need: real web servers, and the program itself as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from program_run import Done, Run
from web_server import WebServer, running_server

pytest_plugins = ["screen_fixtures"]


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


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which nothing of the developer's own library or configuration shows."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "COVERAGE_PROCESS_START") if name in os.environ}
    return {**kept, "HOME": str(tmp_path / "home"), "BRIEFREADER_DATA_DIR": str(tmp_path / "data")}


@pytest.fixture
def briefreader(environment: dict[str, str], tmp_path: Path) -> Run:
    """Runs ``briefreader`` with arguments, in a folder of its own."""

    def run(*arguments: str, given: str | bytes = b"", **changes: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "briefreader", *arguments],
            input=given.encode() if isinstance(given, str) else given,
            capture_output=True,
            env={**environment, **changes},
            cwd=tmp_path,
            timeout=60,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


ARTICLE = """Port talks in Varno break off over night shifts

Dockers and the operator of the port of Varno broke off talks on Tuesday without agreement, both sides said.

The Dockers' Union rejected an offer of two extra rest days a month. "We will not sign away the night," said its chair, Ilse
Maren.

The operator, Varno Terminals, demanded that crews work the night shift from January. A mediator, Tomas Reh, has invited both
sides to meet again on Friday in Varno.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "port.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path

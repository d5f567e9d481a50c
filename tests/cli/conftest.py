"""The program as its users meet it: a process with arguments, an environment, streams and an exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from running import Done, Run


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

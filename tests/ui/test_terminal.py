"""The program in a real pseudo-terminal: keys go in, a screen comes out, signals end it with the terminal restored."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pseudo_terminal import PATIENCE, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    home = {
        "HOME": str(tmp_path),
        "TERM": "xterm-256color",
        "BRIEFREADER_DATA_DIR": str(tmp_path / "data"),
        "LC_ALL": "C.UTF-8",
    }
    return {**os.environ, **home, "BRIEFREADER_CONFIG": str(_config(tmp_path))}


def _config(folder: Path) -> Path:
    path = folder / "config.toml"
    path.write_text("[screen]\nreduced_motion = true\n")
    return path


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    texts = {
        "one.txt": "Dock workers break off talks\n\nThe dock workers of Arna broke off pay talks with the port on Monday.\n",
        "two.txt": "Museum opens a new wing\n\nThe museum of Arna opened its new wing on Sunday to a crowd of visitors.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    return [str(tmp_path / name) for name in texts]


@pytest.fixture
def terminal(articles: list[str], environment: dict[str, str]) -> Iterator[Terminal]:
    opened = Terminal(*articles, environment=environment)
    yield opened
    opened.close()


def test_articles_are_opened_read_and_left(terminal: Terminal) -> None:
    terminal.read_until("1 Stories")
    terminal.read_until("Museum opens a new wing")
    assert "in memory" in terminal.output
    terminal.press("\x1b3")  # Alt+3 as most terminals send it
    terminal.read_until("▸ Kept")
    terminal.press("U")
    terminal.read_until("▸ Unread")
    terminal.press("/museum\r")
    terminal.read_until("“museum”")
    terminal.press("?")
    terminal.read_until("Reading and triage")
    terminal.press("\x11")  # ^q, heard everywhere
    assert terminal.end() == 0
    assert terminal.is_restored
    assert "Traceback" not in terminal.output


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_it_with_its_own_exit_code_and_the_terminal_restored(terminal: Terminal, name: str) -> None:
    terminal.read_until("1 Stories")
    number = getattr(signal, name)
    terminal.process.send_signal(number)
    asked = time.monotonic()
    assert terminal.end() == 128 + number
    assert time.monotonic() - asked < PATIENCE
    assert terminal.is_restored
    assert "Traceback" not in terminal.output


def test_it_ends_when_its_terminal_vanishes_without_a_signal(terminal: Terminal) -> None:
    terminal.read_until("1 Stories")
    terminal.vanish()
    assert terminal.process.wait(PATIENCE) == 129


def test_it_ends_though_its_terminal_takes_no_more_output(terminal: Terminal) -> None:
    terminal.read_until("1 Stories")
    terminal.resize(200, 50)
    terminal.press("?\x1b" * 40)  # more than a terminal holds that nobody reads
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.process.wait(PATIENCE) == 143
    assert terminal.has_its_modes


def test_what_no_terminal_sends_is_passed_over(terminal: Terminal) -> None:
    terminal.read_until("1 Stories")
    no_text, no_keys, no_mouse = (
        b"\xff\xc3\x80",
        b"\x1b[1114112u\x1b[99999999999u\x1b[97;;55296u",
        b"\x1b[<99999;0;0M\x1b[M\xff\xff\xff",
    )
    terminal.press(no_text + no_keys + no_mouse)
    terminal.press("/\x1b[200~mus\x1b]0;title\x07\x1b[201~")  # pasted
    terminal.read_until("mus.0;title")
    terminal.press("\x15")
    terminal.read_until("a phrase")  # the field is empty
    terminal.press("museum\r")
    terminal.read_until("“museum”")
    terminal.press("\x11")
    assert terminal.end() == 0
    assert "\x1b]0;" not in terminal.output
    assert "Traceback" not in terminal.output


def test_a_terminal_that_claims_to_be_huge_is_drawn_in_part(articles: list[str], environment: dict[str, str]) -> None:
    terminal = Terminal(*articles, environment=environment | {"COLUMNS": "99999", "LINES": "99999"})
    try:
        terminal.read_until("1 Stories")
        terminal.press("\x11")
        assert terminal.end() == 0
    finally:
        terminal.close()


def test_without_a_terminal_it_refuses_and_says_what_to_use(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefreader"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
    assert done.stdout == ""

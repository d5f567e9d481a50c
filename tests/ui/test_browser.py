"""Opening an address: http and https only, one argument, no shell."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from briefreader.ui.browser import browser_command, open_in_browser


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which a make-believe browser notes its arguments, one a line."""
    noted = tmp_path / "noted"
    script = tmp_path / "my browser"
    script.write_text(
        f'#!/bin/sh\nfor argument in "$@"; do echo "$argument" >> "{noted}.part"; done\nmv "{noted}.part" "{noted}"\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"'{script}' --new-tab")
    return noted


def test_the_readers_browser_gets_the_address_as_one_argument(opened: Path) -> None:
    assert open_in_browser("https://example.org/a?b=$(touch x)&c=1;ls")
    for _ in range(500):
        if opened.exists():
            break
        time.sleep(0.01)
    assert opened.read_text().splitlines() == ["--new-tab", "https://example.org/a?b=$%28touch%20x%29&c=1;ls"]


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "--version", "ftp://x.example/", "", "https://"]
)
def test_nothing_else_is_opened(opened: Path, address: str) -> None:
    assert not open_in_browser(address)
    assert not opened.exists()


def test_without_any_browser_none_is_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("BROWSER", "'unclosed")
    assert browser_command() is None
    assert not open_in_browser("https://example.org/")

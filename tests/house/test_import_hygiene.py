"""What must not be imported where: starting stays quick, and the rooms stay apart."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


def modules_after(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after one statement."""
    program = f"import sys, json\n{statement}\nprint(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    "room", ["model", "text.brief", "text.stories", "store.sqlite", "sources.address", "jobs.refresh", "export"]
)
def test_everything_but_the_screen_does_without_textual(room: str) -> None:
    assert "textual" not in modules_after(f"import briefreader.{room}")


def test_the_text_engine_opens_no_network_database_or_process() -> None:
    loaded = modules_after("import briefreader.text.brief, briefreader.text.stories, briefreader.text.clean")
    assert not loaded & {"urllib3", "sqlite3", "subprocess", "multiprocessing", "platformdirs"}


def test_starting_the_command_line_imports_nothing_heavy() -> None:
    loaded = modules_after("import briefreader.cli.program")
    assert not loaded & {
        "textual",
        "rich",
        "lxml",
        "feedparser",
        "readability",
        "urllib3",
        "pypdf",
        "sqlite3",
        "multiprocessing",
    }


def test_the_screen_starts_without_parsers_and_http() -> None:
    loaded = modules_after("import briefreader.ui.app, briefreader.store.sqlite")
    assert not loaded & {"lxml", "feedparser", "readability", "urllib3", "pypdf"}


@pytest.mark.parametrize("format_library", ["pypdf", "markdown_it"])
def test_a_heavy_format_is_imported_only_when_such_a_file_comes(format_library: str) -> None:
    assert format_library not in modules_after("import briefreader.text.clean, briefreader.sources.files")

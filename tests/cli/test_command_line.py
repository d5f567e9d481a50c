"""Commands, exit codes and streams, as the reference page promises them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefreader import __version__
from briefreader.cli.program import MODULE_OF_COMMAND
from program_run import Run


def test_the_version(briefreader: Run) -> None:
    done = briefreader("--version")
    assert (done.code, done.out.strip()) == (0, f"briefreader {__version__}")


def test_help_names_every_command(briefreader: Run) -> None:
    done = briefreader("--help")
    assert done.code == 0
    assert all(f"  {command} " in done.out for command in MODULE_OF_COMMAND)


@pytest.mark.parametrize("command", [*MODULE_OF_COMMAND, "opml import", "opml export"])
def test_every_command_explains_itself(briefreader: Run, command: str) -> None:
    done = briefreader(*command.split(), "--help")
    assert done.code == 0
    assert f"Usage: briefreader {command}" in done.out
    assert "--data-dir" in done.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["reresh"], "did you mean 'refresh'?"),
        (["brief", "--points", "9", "x.txt"], "1<=x<=7"),
        (["list", "stage:stopped"], "stage"),
        (["list", "--since", "yesteryear"], "yesteryear"),
        (["config"], "--init"),
        (["--config", "/nowhere/config.toml", "list"], "config --init"),
        ([], "needs a terminal"),
        (["demo"], "needs a terminal"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_remedy(briefreader: Run, arguments: list[str], words: str) -> None:
    done = briefreader(*arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert "Traceback" not in done.err


def test_an_input_that_cannot_be_read_is_a_record_and_the_rest_is_done(briefreader: Run, article: Path) -> None:
    done = briefreader("brief", "missing.txt", str(article), "--json")
    missing, port = done.records
    assert done.code == 1
    assert "missing.txt" in done.err
    assert missing["source"] == "missing.txt"
    assert missing["error"]["message"]
    assert missing["title"] is None
    assert port["error"] is None
    assert port["negotiation"]["stage"] in ("suspended", "rejected", "stalled")


def test_an_article_comes_through_standard_input(briefreader: Run, article: Path) -> None:
    assert briefreader("brief", "-", "--json", given=article.read_bytes()).records[0]["title"].startswith("Port talks")


def test_json_lines_in_json_lines_out(briefreader: Run) -> None:
    given = '{"id": "one", "title": "Rain in the hills", "text": "Rain fell in the hills on Monday."}\nnot json\n'
    done = briefreader("brief", "-", "--input", "jsonl", "--json", given=given)
    good, bad = done.records
    assert done.code == 1
    assert (good["source"], good["title"], good["negotiation"]) == ("one", "Rain in the hills", None)
    assert bad["error"]


def test_options_may_stand_before_or_behind_the_command(briefreader: Run, tmp_path: Path) -> None:
    for arguments in (["--data-dir", "elsewhere", "sources"], ["sources", "--data-dir", "elsewhere"]):
        assert briefreader(*arguments).code == 0
    assert (tmp_path / "elsewhere" / "library.sqlite").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_for(briefreader: Run, shell: str) -> None:
    done = briefreader(_BRIEFREADER_COMPLETE=f"{shell}_source")
    assert done.code == 0
    assert "_BRIEFREADER_COMPLETE" in done.out


def test_completion_knows_the_commands(briefreader: Run) -> None:
    done = briefreader(_BRIEFREADER_COMPLETE="bash_complete", COMP_WORDS="briefreader re", COMP_CWORD="1")
    assert {"plain,refresh", "plain,remove", "plain,restore"} <= set(done.out.split())


def test_nothing_but_utf_8_leaves_whatever_the_locale(briefreader: Run, tmp_path: Path) -> None:
    (tmp_path / "kyiv.txt").write_text("Переговори в Києві\n\nСторони зустрілися в Києві у вівторок.", encoding="utf-8")
    done = briefreader("clean", "kyiv.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.code == 0
    assert "Сторони" in done.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_standard_output_is_said_in_one_line(environment: dict[str, str], article: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefreader", "brief", str(article)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "cannot write to standard output" in done.stderr


def test_a_cut_pipe_is_said_in_one_line(environment: dict[str, str], article: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "briefreader", "brief", str(article)],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "the reader of the pipe has gone" in done.stderr


def test_a_closed_standard_output_is_said_in_one_line(environment: dict[str, str], article: Path) -> None:
    line = f'"{sys.executable}" -m briefreader brief "{article}" >&-'
    done = subprocess.run(["sh", "-c", line], stderr=subprocess.PIPE, env=environment, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["briefreader: standard output is closed: nothing could be written"]


def test_it_starts_without_a_home(briefreader: Run, environment: dict[str, str]) -> None:
    del environment["HOME"]
    assert briefreader("sources").code == 0

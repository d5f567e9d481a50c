"""Settings, homes and places that are wrong in every way: a line that says so, never a fault; README.md has the table."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from briefreader.cli.checks import all_checks
from briefreader.config import _SETTINGS, load_settings
from briefreader.errors import ConfigError
from briefreader.jobs.briefing import codebook_text
from program_run import Run

VALUES = (
    *("1", "-1", "1e999", "nan", "true", "[]", "[1]", "[[]]", "{}", "{ a = 1 }", "1979-05-27T07:32:00Z", "9" * 30),
    *('""', '"x"', r'"\u0000"', r'"\u001b]0;x\u0007"', '["\\u202e"]', '"~nobody-of-that-name/x"', f'"{"x" * 5000}"'),
)
PLACES = [(table, name) for table, names in _SETTINGS.items() for name in names]


@pytest.mark.parametrize(("table", "name"), [*PLACES, ("keys", "open"), ("access", "a"), ("views", "a")])
def test_any_value_at_any_place_is_taken_or_refused(tmp_path: Path, table: str, name: str) -> None:
    file = tmp_path / "config.toml"
    for value in VALUES:
        file.write_text(f"[{table}]\n{name} = {value}\n")
        with suppress(ConfigError):
            codebook_text(load_settings(config_file=file, data_dir=tmp_path))


@pytest.mark.parametrize(
    "content",
    [
        b"a = " + b"[" * 100_000,
        b"a = " + b"{ b = " * 5_000,
        b"[brief]\npoints = " + b"9" * 10_000,
        b"[" + b"a." * 5_000 + b"b]",
        bytes(range(256)),
        "[screen]\n".encode("utf-16"),
        b"screen = 3",
    ],
)
def test_a_file_that_is_no_configuration_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(content)
    with pytest.raises(ConfigError, match=r"config\.toml"):
        load_settings(config_file=file, data_dir=tmp_path)


def _too_long(folder: Path) -> Path:
    return folder / ("x" * 300)


def _a_file(folder: Path) -> Path:
    (folder / "file").touch()
    return folder / "file"


def _a_circle(folder: Path) -> Path:
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")
    return folder / "a"


@pytest.mark.parametrize("make", [_too_long, _a_file, _a_circle])
def test_a_folder_that_is_none_is_an_ordinary_error(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    place = make(tmp_path)
    with suppress(ConfigError):
        load_settings(data_dir=place, environment={"BRIEFREADER_CONFIG": str(place / "c.toml")})
    told = list(all_checks(lambda: load_settings(data_dir=place, environment={"BRIEFREADER_CONFIG": "/none"})))
    assert told


@pytest.mark.parametrize("arguments", [("nosuch\x1b]0;x\x07",), ("list", "--no\x1b[31m"), ("search", "\x9b31m")])
def test_what_is_typed_wrong_brings_no_control_character_back(briefreader: Run, arguments: tuple[str, ...]) -> None:
    done = briefreader(*arguments)
    assert (done.out + done.err).replace("\n", "").isprintable()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="only Linux has a device that is full")
def test_help_for_a_full_disk_is_an_ordinary_error(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefreader", "--help"], stdout=full, stderr=subprocess.PIPE, env=environment, check=False
        )
    assert (done.returncode, done.stderr.decode()) == (
        1,
        "briefreader: cannot write to standard output: No space left on device\n",
    )


def test_a_log_in_whose_place_is_a_pipe_holds_nothing_up(briefreader: Run, article: Path, environment: dict[str, str]) -> None:
    folder = Path(environment["BRIEFREADER_DATA_DIR"])
    folder.mkdir()
    os.mkfifo(folder / "briefreader.log")
    assert briefreader("add", str(article)).code == 0

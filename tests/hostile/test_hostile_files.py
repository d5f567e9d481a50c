"""Paths and files that would block, never end, or lead out of their folder; README.md has the table."""

from __future__ import annotations

import os
import socket
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from briefreader.config import Settings
from briefreader.errors import SourceError
from briefreader.jobs import subscribe
from briefreader.jobs.subscribe import add
from briefreader.jobs.workers import WorkerPool
from briefreader.sources.files import InputError, open_regular, read_inputs
from briefreader.store.sqlite import open_library
from program_run import Run

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def why(path: Path) -> str:
    (found,) = read_inputs([str(path)])
    assert isinstance(found, InputError)
    return found.message


def test_a_pipe_a_device_and_a_socket_are_refused_without_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        Path("link.txt").symlink_to("/dev/zero")
        for name in ("pipe.txt", "socket.txt", "link.txt", "/dev/zero", "/dev/tty", "/dev/null"):
            assert "not a regular file" in why(Path(name)), name


def test_a_pipe_in_a_folder_costs_none_of_its_neighbours(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Words.")
    bad, good = read_inputs([str(tmp_path)])
    assert isinstance(bad, InputError)
    assert good.source.endswith("b.txt")


def test_a_file_of_more_than_20_mb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(20_000_001)
    assert why(path) == "too large: more than 20 MB"


def test_a_line_of_more_than_20_mb_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "' + b"x" * 45_000_000 + b'"}\n{"text": "after"}\n')
    bad, good = read_inputs([str(path)])
    assert isinstance(bad, InputError)
    assert bad.message == "line 1 is too large: more than 20 MB"
    assert not isinstance(good, InputError)
    assert good.content == b"after"


def test_links_that_go_in_circles_or_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "folder", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("Secret.")
    (folder / "good.txt").write_text("Good.")
    (folder / "out.txt").symlink_to(outside / "secret.txt")
    (folder / "out").symlink_to(outside)
    (folder / "circle").symlink_to(folder)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "inside.txt").symlink_to(folder / "good.txt")
    found = [Path(item.source).name for item in read_inputs([str(folder)]) if not isinstance(item, InputError)]
    assert found == ["good.txt", "inside.txt"]


def test_a_pattern_does_not_follow_links_in_circles(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "sub" / ".hidden").mkdir(parents=True)
    for name in ("a.txt", "sub/b.txt", "sub/.hidden/c.txt"):
        (folder / name).write_text("Words.")
    (folder / "self").symlink_to(".")
    (folder / "sub" / "up").symlink_to("..")
    below = ["a.txt", "sub/b.txt"]
    for pattern, found in {"**": below, "**/**/**/*.txt": below, "*/*.txt": ["self/a.txt", "sub/b.txt"]}.items():
        assert [article.source for article in read_inputs([f"{folder}/{pattern}"])] == [f"{folder}/{name}" for name in found]


def test_what_cannot_be_a_source_is_refused_in_plain_words(settings: Settings, tmp_path: Path) -> None:
    named_in_bytes = tmp_path / "caf\udcff.txt"
    named_in_bytes.write_text("Words.")
    reasons = {" ": "empty", "x" * 5000: "no such file", str(named_in_bytes): "bytes that are no text"}
    with open_library(None) as library:
        for address, reason in reasons.items():
            with pytest.raises(SourceError, match=reason):
                add(library, address, tags=(), now=NOW, settings=settings)
        assert not library.sources()


def test_a_link_to_itself_says_so(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert "circle" in why(tmp_path / "loop.txt")


def test_a_very_deep_folder_ends(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(150):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("Deep.")
    assert len(list(read_inputs([str(tmp_path)]))) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    assert "permission denied" in why(path)


def test_a_file_name_of_any_bytes_is_read(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[31m.txt")
    Path(name).write_text("Words.")
    (found,) = read_inputs([str(tmp_path)])
    assert not isinstance(found, InputError)
    assert found.content == b"Words."


def test_opening_leaves_no_descriptor_behind(tmp_path: Path) -> None:
    before = len(list(Path("/dev/fd").iterdir()))
    for name in ("/dev/null", str(tmp_path), str(tmp_path / "none")):
        with pytest.raises(SourceError):
            open_regular(name)
    assert len(list(Path("/dev/fd").iterdir())) == before


@pytest.mark.parametrize("command", ["--config FILE list", "opml import FILE", "restore FILE", "restore --marks FILE"])
def test_no_command_waits_for_a_pipe_or_reads_a_device_without_end(briefreader: Run, tmp_path: Path, command: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "/dev/zero"):
        done = briefreader(*command.replace("FILE", name).split())
        assert done.code in (1, 2)
        assert "regular file" in done.err or "no such file" in done.err
        assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["backup FILE", "backup --marks FILE", "opml export FILE"])
def test_no_command_puts_a_file_in_the_place_of_a_pipe(briefreader: Run, tmp_path: Path, command: str) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    done = briefreader(*command.replace("FILE", str(pipe)).split())
    assert (done.code, pipe.is_fifo()) == (1, True)
    assert "is not a file" in done.err


def test_a_list_of_subscriptions_is_read_in_a_child_with_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subscribe, "WorkerPool", partial(WorkerPool, seconds=0.5))
    attributes = " ".join(f'a{number}="1"' for number in range(50_000))  # lxml compares each with all others
    with open_library(None) as library:
        with pytest.raises(SourceError, match="took over"):
            subscribe.import_opml(library, f'<opml><body><outline {attributes} xmlUrl="http://e.org/"/></body></opml>'.encode())
        assert library.sources() == []

"""Copies of the library, and the way back: nothing is lost on either."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from briefreader.errors import LibraryError
from briefreader.store.backup import restore_library
from briefreader.store.records import Fetched, Mark
from briefreader.store.sqlite import open_library
from library_sample import NOW, brief_all, entry, subscribe, titles


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of two articles, one kept and one read."""
    path = tmp_path / "library.sqlite"
    with open_library(path) as library:
        subscribe(library, entry("a", day=1), entry("b", day=2))
        newest, oldest = library.story_ids()
        library.mark(Mark.READ, True, story_ids=[newest])
        library.mark(Mark.STARRED, True, story_ids=[oldest])
    return path


def test_a_whole_backup_is_a_library(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    with open_library(path) as library:
        library.backup(copy)
        library.backup(copy)  # over the old one
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with open_library(copy) as library:
        assert titles(library) == ["Talks about b", "Talks about a"]
        assert library.counts().starred == 1
        assert library.undo() == "kept: Talks about a"
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("name", ["library.sqlite", "library.sqlite.lock", "library.sqlite-wal", "letter.txt", "other.sqlite"])
def test_a_backup_takes_the_place_of_no_library_and_of_nobody_elses_file(path: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader")
    (tmp_path / "other.sqlite").write_bytes(b"SQLite format 3\0" + bytes(200))
    with open_library(path) as library:
        for marks_only in (False, True):
            before = (tmp_path / name).read_bytes()
            with pytest.raises(LibraryError, match="no backup that may be renewed"):
                library.backup(tmp_path / name, marks_only=marks_only)
            assert (tmp_path / name).read_bytes() == before


def test_restoring_keeps_the_present_library_beside(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    with open_library(path) as library:
        library.backup(copy)
        library.mark(Mark.DONE, True, story_ids=library.story_ids())
    kept = restore_library(path, copy)
    assert kept == tmp_path / "library.sqlite.before-restore"
    with open_library(path) as library:
        assert library.counts().done == 0
    with open_library(kept) as library:
        assert library.counts().done == 2


def test_a_restore_that_cannot_be_done_leaves_the_present_library_where_it_is(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.sqlite"
    with open_library(path) as library:
        library.backup(copy)
    whole = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr("briefreader.store.lock.os.open", _no_more_files)
        with pytest.raises(LibraryError, match="Too many open files"):
            restore_library(path, copy)
    assert path.read_bytes() == whole

    path.write_bytes(b"damaged" * 1000)
    with monkeypatch.context() as patch:
        patch.setattr("briefreader.store.backup.migrate", _no_more_files)
        with pytest.raises(LibraryError, match="Too many open files"):
            restore_library(path, copy)
    assert path.read_bytes() == b"damaged" * 1000


def _no_more_files(*_: object) -> None:
    raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))


def test_restoring_where_there_is_none_or_a_damaged_one(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    with open_library(path) as library:
        library.backup(copy)
    assert restore_library(tmp_path / "new" / "library.sqlite", copy) is None
    with open_library(tmp_path / "new" / "library.sqlite") as library:
        assert library.counts().stories == 2
    path.write_bytes(b"damaged " * 1000)
    kept = restore_library(path, copy)
    assert kept is not None
    assert kept.read_bytes().startswith(b"damaged")
    assert restore_library(path, copy) == kept
    with open_library(path) as library:
        assert library.counts().stories == 2


@pytest.mark.parametrize("content", [b"", b"no library " * 500])
def test_what_is_no_backup_changes_nothing(path: Path, tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other"
    other.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(LibraryError, match=r"library|backup"):
        restore_library(path, other)
    with pytest.raises(LibraryError, match="no such file"):
        restore_library(path, tmp_path / "missing")
    assert path.read_bytes() == before


def test_a_backup_that_cannot_be_written_is_one_line(path: Path, tmp_path: Path) -> None:
    with open_library(path) as library, pytest.raises(LibraryError) as caught:
        library.backup(tmp_path / "missing" / "copy.sqlite")
    assert "\n" not in str(caught.value)


def test_marks_alone_find_their_articles_in_another_library(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "marks.jsonl"
    with open_library(path) as library:
        library.backup(copy, marks_only=True)
    records = [json.loads(line) for line in copy.read_text().splitlines()]
    assert [(each["title"], each["read"], each["starred"]) for each in records] == [
        ("Talks about a", False, True),
        ("Talks about b", True, False),
    ]
    with open_library(None) as library:
        subscribe(library, entry("c"), entry("b", day=2), entry("a", day=1))
        assert library.restore_marks(copy) == 2
        assert library.counts().starred == 1
        rows = [row for story_id in library.story_ids() for row in library.story_articles(story_id)]
        assert {row.title: (row.read, row.starred) for row in rows} == {
            "Talks about a": (False, True),
            "Talks about b": (True, False),
            "Talks about c": (False, False),
        }


def test_marks_wait_for_articles_that_come_later(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "marks.jsonl"
    with open_library(path) as library:
        library.backup(copy, marks_only=True)
    with open_library(None) as library:
        source = subscribe(library)
        assert library.restore_marks(copy) == 2
        library.save_fetch(source.id, Fetched((entry("b", day=2), entry("a", day=1))), NOW)
        assert (library.counts().starred, library.counts().unread) == (1, 1)
        brief_all(library, group=False)
        assert library.counts().starred == 1


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        "[]",
        "nonsense",
        "[" * 100_000,
        '{"address": "zz", "entries": [], "read": true, "starred": true, "done": true}',
        '{"address": "00", "entries": [], "read": 1, "starred": 1, "done": 1, "corrections": [{"field": "stage", "new": [1]}]}',
    ],
)
def test_a_line_that_is_no_mark_is_named(path: Path, tmp_path: Path, line: str) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text(line + "\n")
    with open_library(path) as library:
        with pytest.raises(LibraryError, match="line 1: this is no mark"):
            library.restore_marks(wrong)
        with pytest.raises(LibraryError):
            library.restore_marks(tmp_path / "missing")

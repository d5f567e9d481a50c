"""The library's file: who may read it, what is left as it is, and what is said when it cannot be used."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import textwrap
import threading
from contextlib import closing
from pathlib import Path

import pytest

from briefreader.errors import LibraryError
from briefreader.store import migrate
from briefreader.store.lock import WriteLock
from briefreader.store.records import Mark
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import brief_all, entry, subscribe, titles


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_was_stored_is_there_again(path: Path) -> None:
    with open_library(path) as library:
        subscribe(library, entry("a"))
        library.mark(Mark.STARRED, True, story_ids=library.story_ids())
    with open_library(path) as library:
        assert titles(library) == ["Talks about a"]
        assert library.counts().starred == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_folder_and_files_are_the_owners_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        with open_library(path) as library:
            subscribe(library, entry("a"))
            files = sorted(path.parent.iterdir())
            assert len(files) > 2
            assert {mode(file) for file in files} == {0o600}
        assert mode(path.parent) == 0o700
    finally:
        os.umask(before)


def test_closing_folds_the_log_into_the_file(path: Path) -> None:
    with open_library(path) as library:
        subscribe(library, entry("a"))
    assert sorted(file.name for file in path.parent.iterdir()) == ["library.sqlite", "library.sqlite.lock"]


def test_closing_twice_is_closing_once(path: Path) -> None:
    for where in (path, None):
        with open_library(where) as library:
            library.close()


def test_the_log_is_synchronous_and_patient(path: Path) -> None:
    with open_library(path) as library:
        connection = library._database._writer
        facts = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "busy_timeout")]
    assert facts[:2] == ["wal", 2]
    assert facts[2] >= 5000


def test_a_newer_library_is_left_as_it_is(path: Path) -> None:
    open_library(path).close()
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 999")
    newer.close()
    content = path.read_bytes()
    with pytest.raises(LibraryError, match=r"newer briefreader .*left as it is: upgrade"):
        open_library(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "content", [b"not a database at all, but a text of some length " * 100, b"SQLite format 3\0" + b"\xff" * 8192]
)
def test_a_damaged_or_foreign_file_is_left_as_it_is(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="left as it"):
        open_library(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (x)")
    other.close()
    content = path.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        open_library(path)
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 1")
    other.close()
    with pytest.raises(LibraryError, match="another program"):
        open_library(path)
    assert path.stat().st_size == len(content)


def test_damage_inside_is_said_in_one_line(path: Path) -> None:
    with open_library(path) as library:
        subscribe(library, *(entry(str(number), body="words " * 200) for number in range(200)))
    content = bytearray(path.read_bytes())
    for start in range(5 * 16384, len(content) - 16384, 16384):
        content[start : start + 16384] = os.urandom(16384)
    path.write_bytes(content)
    with open_library(path) as library:
        problems = library.check()
        assert len(problems) == 1
        assert "damaged" in problems[0]
        with pytest.raises(LibraryError, match="damaged") as caught:
            [library.raw(article_id) for article_id in range(1, 200)]
    assert "\n" not in str(caught.value)


def _read_all_of(library: SqliteLibrary) -> None:
    library.sources()
    library.story_rows(library.story_ids())
    for story_id in library.story_ids():
        library.story(story_id)
        library.story_briefs(story_id)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE briefs SET body = x'00ff'",
        "UPDATE tellings SET body = x'00ff'",
        "UPDATE sources SET tags = x'00ff'",
        "UPDATE sources SET next_try = x'00ff'",
        "UPDATE stories SET last = x'00ff', sites = 'many', stage = 'nonsense', direction = 'x'",
    ],
)
def test_a_row_that_makes_no_sense_is_damage_too(path: Path, damage: str) -> None:
    with open_library(path) as library:
        subscribe(library, entry("a"))
        brief_all(library)
    with closing(sqlite3.connect(path)) as other:
        other.execute(damage)
        other.commit()
    with open_library(path) as library, pytest.raises(LibraryError, match="damaged"):
        _read_all_of(library)


def test_a_folder_in_the_files_place_is_said(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(LibraryError, match="Check the folder"):
        open_library(path)


def test_a_migration_copies_the_library_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_library(path) as library:
        subscribe(library, entry("a"))
    steps = migrate._steps()
    monkeypatch.setattr(migrate, "_steps", lambda: [*steps, "CREATE TABLE more (x);"])
    with open_library(path) as library:
        assert titles(library) == ["Talks about a"]
    copy = path.with_name(f"library.sqlite.form-{len(steps)}.backup")
    assert mode(copy) == 0o600
    monkeypatch.undo()
    with pytest.raises(LibraryError, match="newer"):
        open_library(path)
    with open_library(copy) as library:
        assert titles(library) == ["Talks about a"]


def test_a_library_of_the_second_form_keeps_what_is_in_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    second = migrate._steps()[:2]
    monkeypatch.setattr(migrate, "_steps", lambda: second)
    with open_library(path) as library:
        subscribe(library, entry("a"), entry("b"))
        library.mark(Mark.DONE, True, story_ids=library.story_ids(limit=1))
        before = library.sources(), library.story_rows(library.story_ids())
    monkeypatch.undo()
    with open_library(path) as library:
        assert (library.sources(), library.story_rows(library.story_ids())) == before
        assert library.check() == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'entries_of_source'").fetchone()
    assert path.with_name("library.sqlite.form-2.backup").exists()


def test_a_migration_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_library(path) as library:
        subscribe(library, entry("a"))
    steps = migrate._steps()
    monkeypatch.setattr(migrate, "_steps", lambda: [*steps, "CREATE TABLE more (x); DROP TABLE marks; SELECT nonsense();"])
    with pytest.raises(LibraryError):
        open_library(path)
    monkeypatch.undo()
    with open_library(path) as library:
        assert library.mark(Mark.READ, True, story_ids=library.story_ids()) == "marked read: Talks about a"
        assert library.check() == []


def test_a_writer_waits_for_the_lock_and_says_so_in_the_end(path: Path) -> None:
    open_library(path).close()
    held = WriteLock(path.with_name("library.sqlite.lock"))
    held.acquire()
    other = WriteLock(path.with_name("library.sqlite.lock"))
    with pytest.raises(LibraryError, match="Another briefreader is writing"):
        other.acquire(patience=0.05)
    held.release()
    other.acquire(patience=0.05)
    held.close()
    other.close()


def test_readers_do_not_wait_for_a_writer(path: Path) -> None:
    with open_library(path) as library:
        subscribe(library, entry("a"))
        seen: list[int] = []
        with library.transaction():
            subscribe(library, entry("b"), address="https://b.example/feed")
            assert library.counts().stories == 2  # the writer sees its own work
            reader = threading.Thread(target=lambda: seen.append(library.counts().stories))
            reader.start()
            reader.join(timeout=10)
        assert seen == [1]
        assert library.counts().stories == 2


def test_a_transaction_that_fails_leaves_nothing(path: Path) -> None:
    with open_library(path) as library:
        with pytest.raises(RuntimeError):
            _store_and_fail(library)
        assert (library.counts().stories, library.sources()) == (0, [])
        subscribe(library, entry("b"))
    with open_library(path) as library:
        assert titles(library) == ["Talks about b"]


def _store_and_fail(library: SqliteLibrary) -> None:
    with library.transaction():
        subscribe(library, entry("a"))
        raise RuntimeError


@pytest.mark.parametrize("in_memory", [True, False])
def test_many_threads_may_use_one_library(path: Path, in_memory: bool) -> None:
    with open_library(None if in_memory else path) as library:
        source = subscribe(library, *(entry(str(number)) for number in range(40)))
        story_ids = library.story_ids()
        failures: list[BaseException] = []

        def work(number: int) -> None:
            try:
                for story_id in story_ids[number::4]:
                    library.mark(Mark.READ, True, story_ids=[story_id])
                    library.story_rows(library.story_ids())
                    library.counts()
            except BaseException as error:
                failures.append(error)

        threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        brief_all(library, group=False)
        for thread in threads:
            thread.join()
        assert failures == []
        assert library.sources()[0].id == source.id
        assert library.sources()[0].unread == 0


def test_data_version_tells_of_every_change(path: Path) -> None:
    with open_library(path) as here, open_library(path) as there:
        subscribe(here, entry("a"))
        mine, theirs = here.data_version(), there.data_version()
        assert (here.data_version(), there.data_version()) == (mine, theirs)
        there.mark(Mark.READ, True, story_ids=there.story_ids())
        assert here.data_version() != mine
        assert there.data_version() != theirs


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_full_disk_is_one_line_and_loses_nothing(path: Path) -> None:
    with open_library(path) as library:
        subscribe(library, entry("a"))
        library.mark(Mark.STARRED, True, story_ids=library.story_ids())
    script = """
        import resource, sys
        from pathlib import Path
        from briefreader.errors import LibraryError
        from briefreader.store.sqlite import open_library
        from library_sample import entry, subscribe
        library = open_library(Path(sys.argv[1]))
        resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))
        try:
            for number in range(100):
                subscribe(library, *(entry(f"{number}-{each}", body="words " * 900) for each in range(50)), address=f"https://{number}/")
        except LibraryError as error:
            print(error)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        timeout=60,
    )
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
    assert "disk" in done.stdout
    with open_library(path) as library:
        assert library.check() == []
        assert library.counts().starred == 1


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_one_line(path: Path) -> None:
    path.parent.mkdir(mode=0o500)
    with pytest.raises(LibraryError, match="Check the folder"):
        open_library(path)

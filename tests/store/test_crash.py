"""kill -9 in the middle: nothing that was reported saved is lost, nothing is damaged, no half-stored source, no stale lock.

Ten rounds here; ``python tests/store/test_crash.py 200`` is the long form.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from briefreader.jobs.grouping import group_new
from briefreader.store.records import Query
from briefreader.store.sqlite import open_library

HERE = Path(__file__).parent


def kill_in_the_middle(path: Path, number: int, chance: random.Random) -> list[list[str]]:
    """Start a reader, kill it at a random moment after its first promise, and give its promises."""
    running = subprocess.Popen(
        [sys.executable, str(HERE / "crashing_reader.py"), str(path), str(number)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
    )
    assert running.stdout is not None
    first = running.stdout.readline()
    time.sleep(chance.random() * 0.3)
    running.kill()
    rest = running.stdout.read()
    running.wait()
    running.stdout.close()
    # A last line without its end was not said whole.
    return [line.split() for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]


def assert_all_is_there(path: Path, promises: list[list[str]]) -> None:
    with open_library(path) as library:
        assert library.check() == []
        sources = {source.id: source for source in library.sources()}
        assert {source.articles for source in sources.values()} <= {0, 5}
        for what, number in promises:
            if what == "stored":
                assert sources[int(number)].articles == 5
        kept = {
            row.id
            for story_id in library.story_ids(Query(starred=True))
            for row in library.story_articles(story_id)
            if row.starred
        }
        assert {int(number) for what, number in promises if what == "kept"} <= kept
        # What the dead left undone is done by the next.
        group_new(library)
        assert library.untold(1) == []


def survive(path: Path, rounds: int) -> None:
    """Kill so many readers of one library, and see that every promise was kept."""
    chance = random.Random(21)
    promises: list[list[str]] = []
    for number in range(rounds):
        promises += kill_in_the_middle(path, number, chance)
        if number % 5 == 4:
            assert_all_is_there(path, promises)
    assert_all_is_there(path, promises)
    assert len(promises) >= rounds


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_killed_at_any_moment_nothing_is_lost(tmp_path: Path) -> None:
    survive(tmp_path / "library.sqlite", rounds=10)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        survive(Path(folder) / "library.sqlite", rounds=int(sys.argv[1]))

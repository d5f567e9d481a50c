"""Several programs on one library at once: all end well, nothing is lost, nothing is there twice."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

from briefreader.store.sqlite import open_library
from library_sample import subscribe

WRITER = """
    import sys
    from pathlib import Path
    from briefreader.store.records import Fetched, Mark
    from briefreader.store.sqlite import open_library
    from library_sample import NOW, brief_all, entry
    with open_library(Path(sys.argv[1])) as library:
        sources = library.sources()
        for source in sources:
            library.save_fetch(source.id, Fetched(tuple(entry(f"{source.id}.{each}") for each in range(10))), NOW)
            library.mark(Mark.READ, True, story_ids=[library.story_ids()[0]])
        brief_all(library, group=False)
"""
LISTER = """
    import sys
    from pathlib import Path
    from briefreader.store.sqlite import open_library
    for _ in range(3):
        with open_library(Path(sys.argv[1])) as library:
            rows = library.story_rows(library.story_ids())
            assert len(rows) % 10 == 0, len(rows)
"""


def start(script: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script), str(path)],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )


def test_four_refreshes_and_five_lists_at_once(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with open_library(path) as library:
        for number in range(8):
            subscribe(library, address=f"https://{number}.example/feed")
    running = [start(WRITER, path) for _ in range(4)] + [start(LISTER, path) for _ in range(5)]
    assert [(each.communicate(timeout=60)[1], each.returncode) for each in running] == [("", 0)] * 9
    with open_library(path) as library:
        assert library.check() == []
        assert library.counts().articles == 80
        assert library.counts().pending == 0
        assert [source.articles for source in library.sources()] == [10] * 8


def test_two_that_make_the_library_at_once(tmp_path: Path) -> None:
    path = tmp_path / "new" / "library.sqlite"
    running = [start(LISTER, path) for _ in range(4)]
    assert [(each.communicate(timeout=60)[1], each.returncode) for each in running] == [("", 0)] * 4

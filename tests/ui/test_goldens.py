"""Each screen at each size as plain text, compared with tests/ui/goldens/*.txt.

To renew them after a wanted change: python tests/ui/test_goldens.py, then look at the difference.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from ui_sample import NOW, fill

from briefreader.config import Settings
from briefreader.store.sqlite import SqliteLibrary, open_library
from briefreader.ui.app import BriefreaderApp

GOLDENS = Path(__file__).parent / "goldens"
SIZES = ((80, 24), (120, 35), (200, 50))
# Name, the keys that lead there from the list, and those that lead back; the last ones leave marks.
SCREENS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("none", ("j",), ()),
    ("list", ("j",), ()),
    ("article", ("4", "j", "enter"), ("escape", "1")),
    ("evidence", ("3", "G", "enter"), ("escape", "1")),
    ("keypoints", ("4", "j"), ("1",)),
    ("zoomed", ("3", "z"), ("z", "1")),
    ("timeline", ("t",), ("q",)),
    ("articles", ("i",), ("q",)),
    ("export", ("e",), ("q",)),
    ("help", ("question_mark",), ("escape",)),
    ("palette", ("colon",), ("escape",)),
    ("correct", ("c",), ("q",)),
    ("merge", ("M",), ("escape",)),
    ("split", ("X", "space"), ("q",)),
    ("watch", ("w",), ("escape",)),
    ("pipe", ("vertical_line",), ("escape",)),
    ("sources", ("S",), ("q",)),
    ("unclear", ("j", "j"), ()),
    ("unanalysed", ("G",), ()),
    ("find", ("slash", "t", "a", "l", "k", "s"), ("escape",)),
    ("empty", ("slash", *"nowhere", "enter"), ("escape",)),
    ("marks", ("r", "s", "j", "v", "j", "j", "a", "j"), ("escape",)),
    ("end", ("A", "n"), ()),
)


FIRST_SCREENS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (("welcome", (), ()),)


async def pictures(size: tuple[int, int], folder: Path) -> AsyncIterator[tuple[str, str]]:
    """Each screen as text, gone through in two runs: with a library and with an empty one."""
    with open_library(None) as library:
        fill(library)
        _subscribe(library)
        async for picture in _pictures_of(SCREENS, library, size, folder):
            yield picture
    with open_library(None) as empty:
        async for picture in _pictures_of(FIRST_SCREENS, empty, size, folder):
            yield picture


async def _pictures_of(
    screens: Sequence[tuple[str, tuple[str, ...], tuple[str, ...]]], library: SqliteLibrary, size: tuple[int, int], folder: Path
) -> AsyncIterator[tuple[str, str]]:
    from screen_fixtures import Reader

    settings = Settings(folder, folder / "config.toml", export_folder=Path("~/briefs"))
    app = BriefreaderApp(library, settings, now=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        for name, there, back in screens:
            await reader.press(*there)
            reader.main._say_no_more()
            app.clear_notifications()
            await reader.settle()
            yield name, _without_preview(reader.text) + "\n"
            await reader.press(*back)


def _without_preview(text: str) -> str:
    """What an export looks like is for the tests of the exports: here it ends where the front matter begins."""
    lines = text.split("\n")
    front_matter = next((index for index, line in enumerate(lines) if "│ ---" in line), len(lines))
    return "\n".join(lines[:front_matter])


def _subscribe(library: SqliteLibrary) -> None:
    from datetime import timedelta

    from briefreader.store.records import Fetched, FetchFailure

    good = library.add_source("https://news.example/feed", "feed", now=NOW, title="Example News", tags=["world"])
    library.save_fetch(good.id, Fetched(), NOW - timedelta(hours=2))
    bad = library.add_source("https://late.example/feed", "feed", now=NOW)
    library.save_failure(bad.id, FetchFailure("the server did not answer within 15 s", NOW + timedelta(hours=1)))
    idle = library.add_source("/home/reader/articles", "folder", now=NOW, title="Saved articles")
    library.change_source(idle.id, paused=True)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_screens_are_as_they_were_approved(size: tuple[int, int], tmp_path: Path) -> None:
    async for name, text in pictures(size, tmp_path):
        assert text == _golden(name, size).read_text(encoding="utf-8"), f"{name} at {size[0]}x{size[1]}"


def _golden(name: str, size: tuple[int, int]) -> Path:
    return GOLDENS / f"{name}-{size[0]}x{size[1]}.txt"


async def _renew() -> None:
    GOLDENS.mkdir(exist_ok=True)
    for size in SIZES:
        async for name, text in pictures(size, Path("/nowhere")):
            _golden(name, size).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(_renew())

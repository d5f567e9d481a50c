"""What is older than the reader wants to keep goes with a refresh; what was starred stays."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from briefreader.config import Settings
from briefreader.jobs.retention import forget_old
from briefreader.store.records import Fetched, Mark
from briefreader.store.sqlite import open_library
from library_sample import NOW, entry, titles


def settings(folder: Path, keep_days: int) -> Settings:
    return Settings(data_dir=folder, config_file=folder / "config.toml", keep_days=keep_days)


def test_old_articles_go_in_the_end_and_starred_ones_stay(tmp_path: Path) -> None:
    with open_library(None) as library:
        for age in range(260):
            library.save_fetch(None, Fetched((entry(f"n{age}"),)), NOW - timedelta(days=age))
        kept = next(row.id for row in library.story_rows(library.story_ids()) if row.title == "Talks about n259")
        library.mark(Mark.STARRED, True, story_ids=[kept])
        assert forget_old(library, settings=settings(tmp_path, 0), now=NOW) == 0
        assert forget_old(library, settings=settings(tmp_path, 30), now=NOW) == 228
        assert len(titles(library)) == 32
        assert "Talks about n259" in titles(library)
        assert library.check() == []


def test_it_stops_when_asked_to(tmp_path: Path) -> None:
    with open_library(None) as library:
        library.save_fetch(None, Fetched((entry("a"),)), NOW - timedelta(days=40))
        assert forget_old(library, settings=settings(tmp_path, 30), now=NOW, cancelled=lambda: True) == 0


def test_what_was_undone_of_a_forgotten_article_harms_nothing(tmp_path: Path) -> None:
    with open_library(None) as library:
        library.save_fetch(None, Fetched((entry("a"),)), NOW - timedelta(days=40))
        library.mark(Mark.READ, True, story_ids=library.story_ids())
        forget_old(library, settings=settings(tmp_path, 30), now=NOW)
        library.undo()
        assert (library.counts().articles, library.check()) == (0, [])

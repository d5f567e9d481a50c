"""What waits in the library is briefed, grouped and told; what fails is said in its place; breaking off loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.config import Settings
from briefreader.jobs.briefing import brief_pending
from briefreader.jobs.progress import BriefsDone, Progress, StoriesTold
from briefreader.model import Raw
from briefreader.store.records import Fetched, Query
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import NOW, entry, subscribe

PORT = (
    "Dockers in Varno rejected an offer of two extra rest days a month from the port operator Varno Terminals on Tuesday.",
    "The dockers of Varno turned down two rest days a month that Varno Terminals, the port operator, had offered on Tuesday.",
)
COMET = "A comet was seen above the observatory on Mount Ilse by three amateur astronomers before dawn, with bare eyes."


@pytest.fixture
def library() -> Iterator[SqliteLibrary]:
    with open_library(None) as opened:
        yield opened


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, config_file=tmp_path / "config.toml")


def test_what_waits_is_briefed_grouped_and_told(library: SqliteLibrary, settings: Settings) -> None:
    subscribe(
        library,
        entry("a", title="Dockers reject rest days offer in Varno port", body=PORT[0]),
        entry("b", title="Varno port: dockers reject offer of rest days", body=PORT[1], outlet="gazette"),
        entry("c", title="Comet above Mount Ilse", body=COMET),
    )
    told: list[Progress] = []
    assert brief_pending(library, settings=settings, progress=told.append) == 3
    assert told[0] == BriefsDone(3, 3)
    assert StoriesTold(2) in told
    rows = library.story_rows(library.story_ids())
    assert sorted((row.articles, row.sites, row.briefed) for row in rows) == [(1, 1, True), (2, 2, True)]
    assert brief_pending(library, settings=settings, progress=told.append) == 0


def test_an_article_that_cannot_be_read_is_briefed_as_such_and_does_not_wait_for_ever(
    library: SqliteLibrary, settings: Settings
) -> None:
    bad = Raw(source="/bad.pdf", content=b"%PDF-1.7 and nothing more", media_type="application/pdf", title="Bad")
    library.save_fetch(None, Fetched((bad, entry("a"))), NOW)
    assert brief_pending(library, settings=settings, progress=lambda _: None) == 2
    assert library.counts().pending == 0
    errors = [brief.article.error for story_id in library.story_ids() for brief in library.story(story_id).briefs]
    assert sorted(error is None for error in errors) == [False, True]


def test_broken_off_it_goes_on_where_it_stopped(library: SqliteLibrary, settings: Settings) -> None:
    subscribe(library, *(entry(str(number)) for number in range(40)))
    done = brief_pending(library, settings=settings, progress=lambda _: None, cancelled=lambda: library.counts().pending < 40)
    assert 0 < done < 40
    assert library.counts().pending == 40 - done
    assert brief_pending(library, settings=settings, progress=lambda _: None) == 40 - done
    assert library.untold(99) == []


def test_an_article_in_another_language_is_said_not_to_be_analysed(library: SqliteLibrary, settings: Settings) -> None:
    subscribe(
        library,
        entry(
            "de",
            title="Hafenarbeiter lehnen das Angebot ab",
            body="Die Hafenarbeiter in Varno haben am Dienstag das Angebot des Betreibers abgelehnt. Die "
            "Gespräche sollen am Freitag weitergehen, sagte ein Sprecher der Gewerkschaft.",
        ),
    )
    raw = library.raw(1)
    library.replace_raw(
        1, Raw(source=raw.source, content=raw.content, media_type=raw.media_type, fragment=True, title=raw.title)
    )
    brief_pending(library, settings=settings, progress=lambda _: None)
    (row,) = library.story_rows(library.story_ids(Query(stages=("none",))))
    assert not row.analysed

"""The library in one SQLite file: the door of this room. Each method is one transaction; what it does stands in its module."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING

from briefreader.model import Brief, CorrectedField, Raw, Stage, Story
from briefreader.store import (
    arrivals,
    articles,
    backup,
    correcting,
    health,
    listing,
    marks,
    neighbours,
    originals,
    regrouping,
    rules,
    sources,
    stories,
    teasers,
    telling,
)
from briefreader.store.database import Database
from briefreader.store.records import (
    ArticleRow,
    Counted,
    Counts,
    Fetched,
    FetchFailure,
    Gathered,
    Grouped,
    Mark,
    Pending,
    Placed,
    Query,
    Rule,
    RuleKind,
    SearchHit,
    Source,
    SourceKind,
    StoredBrief,
    StoryRow,
)

if TYPE_CHECKING:
    from briefreader.store.neighbours import Choose
    from briefreader.text.stories import Features

_ALL = Query()
_NONE: Mapping[int, Brief] = MappingProxyType({})


def open_library(path: Path | None) -> SqliteLibrary:
    """Open the library in this file, making it if there is none; ``None`` is a library in memory.

    Raises ``LibraryError`` if the file is newer, damaged, not ours, or cannot be written; it is then as it was.
    """
    return SqliteLibrary(Database(path))


class SqliteLibrary:
    """A ``store.library.Library`` in an SQLite file. Usable from several threads; a context manager that closes it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> SqliteLibrary:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._database.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self._database.write():
            yield

    # -- sources ---------------------------------------------------------------------------------------------------------
    def add_source(
        self, address: str, kind: SourceKind, *, now: datetime, title: str | None = None, tags: Sequence[str] = ()
    ) -> Source:
        with self._database.write() as connection:
            return sources.add(connection, address, kind, title=title, tags=tags, now=now)

    def remove_source(self, source_id: int) -> str:
        with self._database.write() as connection:
            return sources.remove(connection, source_id)

    def change_source(
        self, source_id: int, *, title: str | None = None, tags: Sequence[str] | None = None, paused: bool | None = None
    ) -> str:
        with self._database.write() as connection:
            return sources.change(connection, source_id, title, tags, paused)

    def hide_source(self, source_id: int, until: datetime | None) -> str:
        with self._database.write() as connection:
            return sources.hide(connection, source_id, until)

    def sources_of(self, article_id: int) -> list[int]:
        with self._database.read() as connection:
            return sources.of_article(connection, article_id)

    def sources(self, *, counted: bool = True) -> list[Source]:
        with self._database.read() as connection:
            return sources.every(connection, counted)

    def save_fetch(self, source_id: int | None, fetched: Fetched, now: datetime) -> list[int]:
        with self._database.write() as connection:
            if source_id is not None:
                sources.save_success(connection, source_id, fetched, now)
            return arrivals.save_entries(connection, source_id, fetched.entries, now)

    def save_failure(self, source_id: int, failure: FetchFailure) -> None:
        with self._database.write() as connection:
            sources.save_failure(connection, source_id, failure)

    # -- briefs ----------------------------------------------------------------------------------------------------------
    def pending(self, limit: int, *, first: Sequence[int] = (), but: Collection[int] = ()) -> list[Pending]:
        with self._database.read() as connection:
            return articles.pending(connection, limit, first, but)

    def save_briefs(self, briefs: Iterable[StoredBrief]) -> None:
        with self._database.write() as connection:
            articles.save_briefs(connection, briefs)

    def brief(self, article_id: int) -> Brief | None:
        with self._database.read() as connection:
            return articles.brief(connection, article_id)

    def raw(self, article_id: int) -> Raw:
        with self._database.read() as connection:
            return originals.raw(connection, article_id)

    def replace_raw(self, article_id: int, raw: Raw) -> None:
        with self._database.write() as connection:
            articles.take_again(connection, article_id, raw)
            stories.refresh(connection, [article_id])

    def note_teasers(self, article_ids: Sequence[int]) -> None:
        with self._database.write() as connection:
            teasers.note(connection, article_ids)

    def teasers(self, limit: int) -> list[int]:
        with self._database.read() as connection:
            return teasers.waiting(connection, limit)

    def teaser_tried(self, article_id: int) -> None:
        with self._database.write() as connection:
            teasers.tried(connection, article_id)

    def forget(self, before: datetime, limit: int) -> int:
        with self._database.write() as connection:
            return articles.forget(connection, before, limit)

    # -- stories ---------------------------------------------------------------------------------------------------------
    def group(self, choose: Choose | None, limit: int) -> Grouped:
        with self._database.write() as connection:
            return neighbours.group(connection, choose, limit)

    def ungrouped(self) -> int:
        with self._database.read() as connection:
            return neighbours.ungrouped(connection)

    def newest_features(self, limit: int) -> list[Features]:
        with self._database.read() as connection:
            return neighbours.newest(connection, limit)

    def around(self, story_ids: Iterable[int], most: int) -> list[Placed]:
        with self._database.read() as connection:
            return regrouping.around(connection, story_ids, most)

    def regroup(self, groups: Sequence[Sequence[Placed]]) -> None:
        with self._database.write() as connection:
            regrouping.regroup(connection, groups)

    def untold(self, limit: int) -> list[int]:
        with self._database.read() as connection:
            return telling.untold(connection, limit)

    def story_briefs(self, story_id: int, at_hand: Mapping[int, Brief] = _NONE) -> list[Brief]:
        with self._database.read() as connection:
            return telling.briefs(connection, story_id, at_hand)

    def story_features(self, story_id: int) -> list[Features]:
        with self._database.read() as connection:
            return telling.story_features(connection, story_id)

    def save_story(self, story_id: int, story: Story, told_of: Sequence[Brief]) -> bool:
        with self._database.write() as connection:
            return telling.save(connection, story_id, story, told_of)

    def merge(self, story_ids: Sequence[int]) -> str:
        with self._database.write() as connection:
            return stories.merge(connection, story_ids)

    def split(self, article_ids: Sequence[int]) -> str:
        with self._database.write() as connection:
            return stories.split(connection, article_ids)

    # -- reading ---------------------------------------------------------------------------------------------------------
    def story_ids(
        self, query: Query = _ALL, *, limit: int | None = None, start: int = 0, oldest: bool = False
    ) -> Sequence[int]:
        with self._database.read() as connection:
            return listing.story_ids(connection, query, limit, start, oldest)

    def place(self, query: Query, story_id: int) -> int | None:
        with self._database.read() as connection:
            return listing.place(connection, query, story_id)

    def count(self, query: Query) -> Counted:
        with self._database.read() as connection:
            return listing.count(connection, query)

    def gather(self, query: Query) -> Gathered:
        with self._database.read() as connection:
            return listing.gather(connection, query)

    def stages(self, query: Query) -> set[Stage]:
        with self._database.read() as connection:
            return listing.stages(connection, query)

    def story_rows(self, story_ids: Sequence[int]) -> list[StoryRow]:
        with self._database.read() as connection:
            return listing.story_rows(connection, story_ids)

    def search(self, query: Query, limit: int = 100) -> list[SearchHit]:
        with self._database.read() as connection:
            return listing.search_hits(connection, query, limit)

    def story(self, story_id: int) -> Story:
        with self._database.read() as connection:
            return telling.story(connection, story_id)

    def story_articles(self, story_id: int) -> list[ArticleRow]:
        with self._database.read() as connection:
            return telling.article_rows(connection, story_id)

    def story_of(self, article_id: int) -> int | None:
        with self._database.read() as connection:
            return stories.of_article(connection, article_id)

    def stories_now(self, story_ids: Iterable[int]) -> dict[int, int]:
        with self._database.read() as connection:
            return stories.now_in_each(connection, story_ids)

    def changed(self, story_id: int) -> list[str]:
        with self._database.read() as connection:
            return telling.changed(connection, story_id)

    def counts(self) -> Counts:
        with self._database.read() as connection:
            return listing.counts(connection)

    def data_version(self) -> int:
        return self._database.data_version()

    # -- the reader's marks ----------------------------------------------------------------------------------------------
    def mark(self, mark: Mark, value: bool, *, story_ids: Sequence[int] = (), article_ids: Sequence[int] = ()) -> str:
        with self._database.write() as connection:
            return marks.mark(connection, mark, value, story_ids, article_ids)

    def rules(self) -> list[Rule]:
        with self._database.read() as connection:
            return rules.every(connection)

    def add_rule(self, kind: RuleKind, text: str) -> str:
        with self._database.write() as connection:
            return rules.add(connection, kind, text)

    def remove_rule(self, rule_id: int) -> str:
        with self._database.write() as connection:
            return rules.remove(connection, rule_id)

    def last_step_story(self) -> int | None:
        with self._database.read() as connection:
            return marks.last_step_story(connection)

    def undo(self) -> str | None:
        with self._database.write() as connection:
            return marks.undo(connection)

    def looked(self, story_id: int, now: datetime) -> None:
        with self._database.write() as connection:
            telling.looked(connection, story_id, now)

    # -- the reader's corrections ----------------------------------------------------------------------------------------
    def correct(self, article_id: int, field: CorrectedField, new: Sequence[str] | None, now: datetime) -> str:
        with self._database.write() as connection:
            return correcting.correct(connection, article_id, field, new, now.isoformat(timespec="seconds"))

    def corrected_briefs(self, story_ids: Sequence[int] | None = None) -> list[Brief]:
        with self._database.read() as connection:
            return correcting.corrected_briefs(connection, story_ids)

    # -- the whole -------------------------------------------------------------------------------------------------------
    def backup(self, target: Path, *, marks_only: bool = False) -> None:
        if marks_only:
            with self._database.read() as connection:
                backup.copy_marks(connection, target)
        else:
            with self._database.alone() as connection:
                backup.copy_library(connection, target)

    def restore_marks(self, origin: Path) -> int:
        with self._database.write() as connection:
            return backup.restore_marks(connection, origin)

    def check(self) -> list[str]:
        with self._database.alone() as connection:
            return health.check(connection)

    def repair(self) -> None:
        with self._database.write() as connection:
            health.repair(connection)
        with self._database.alone() as connection:
            connection.execute("VACUUM")

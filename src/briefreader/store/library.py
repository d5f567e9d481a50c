"""The library as the rest of the house sees it: what it can be asked and told.

A Protocol, because another library (shared, on PostgreSQL) is to stand behind the same door. ``store.sqlite`` is the one we have.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from briefreader.model import Brief, Raw, Story
from briefreader.store.records import (
    ArticleRow,
    Counts,
    Fetched,
    FetchFailure,
    Mark,
    Pending,
    Query,
    Source,
    SourceKind,
    StoredBrief,
    StoryRow,
)


class Library(Protocol):
    """Everything that is kept. Every method is one transaction: when it returns, what it did is on the disk."""

    # -- sources ---------------------------------------------------------------------------------------------------------
    def add_source(self, address: str, kind: SourceKind, *, title: str | None = None, tags: Sequence[str] = ()) -> Source: ...
    def remove_source(self, source_id: int) -> None: ...
    def change_source(
        self, source_id: int, *, title: str | None = None, tags: Sequence[str] | None = None, paused: bool | None = None
    ) -> None: ...
    def sources(self) -> list[Source]: ...
    def save_fetch(self, source_id: int | None, fetched: Fetched, now: datetime) -> list[int]:
        """Store what is new and give the new articles' ids; ``None`` is no subscription (an opened file)."""
        ...

    def save_failure(self, source_id: int, failure: FetchFailure, now: datetime) -> None: ...

    # -- briefs and stories ----------------------------------------------------------------------------------------------
    def pending(self, limit: int) -> list[Pending]:
        """Articles without a brief by the present engine, newest first."""
        ...

    def save_briefs(self, briefs: Iterable[StoredBrief]) -> None: ...
    def regroup(self) -> int:
        """Put newly briefed articles into stories, renew those stories, and give the number of stories touched."""
        ...

    def brief(self, article_id: int) -> Brief | None: ...
    def raw(self, article_id: int) -> Raw: ...

    # -- reading ---------------------------------------------------------------------------------------------------------
    def story_ids(self, query: Query = Query()) -> Sequence[int]:  # noqa: B008 (frozen)
        """The stories that match, newest first."""
        ...

    def story_rows(self, story_ids: Sequence[int]) -> list[StoryRow]: ...
    def story(self, story_id: int) -> Story: ...
    def story_articles(self, story_id: int) -> list[ArticleRow]: ...
    def changed(self, story_id: int) -> list[str]:
        """What is new in the story since ``looked`` was last told."""
        ...

    def counts(self) -> Counts: ...
    def data_version(self) -> int:
        """A number that changes whenever another process has changed the library."""
        ...

    # -- the reader's marks ----------------------------------------------------------------------------------------------
    def mark(self, mark: Mark, value: bool, *, story_ids: Sequence[int] = (), article_ids: Sequence[int] = ()) -> str:
        """Set a mark on articles, or on all articles of stories; one step of undo. Gives the step in words."""
        ...

    def undo(self) -> str | None:
        """Take the newest step back, across restarts; its words, or ``None`` when there is none."""
        ...

    def looked(self, story_id: int, now: datetime) -> None: ...

    # -- the whole -------------------------------------------------------------------------------------------------------
    def backup(self, target: Path, *, marks_only: bool = False) -> None: ...
    def restore(self, origin: Path) -> None: ...
    def check(self) -> list[str]:
        """What is wrong with the library, a line each; empty when all is well."""
        ...

    def close(self) -> None: ...

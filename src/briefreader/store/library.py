"""The library as the rest of the house sees it: what it can be asked and told.

A Protocol, because another library (shared, on PostgreSQL) is to stand behind the same door. ``store.sqlite`` is the one
we have.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from briefreader.model import Brief, CorrectedField, Raw, Stage, Story
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


class Library(Protocol):
    """Everything that is kept. Every method is one transaction: when it returns, what it did is on the disk.

    Usable from several threads. The ids of stories are the list's own (small numbers); ``Story.id`` is the text id that is
    shown outside. The id of a story that another took in keeps working. Every method may raise ``LibraryError``.
    """

    def transaction(self) -> AbstractContextManager[None]:
        """Make one transaction of all that is written inside; others wait meanwhile, so keep it short."""
        ...

    # -- sources ---------------------------------------------------------------------------------------------------------
    def add_source(
        self, address: str, kind: SourceKind, *, now: datetime, title: str | None = None, tags: Sequence[str] = ()
    ) -> Source:
        """Subscribe, or give the subscription that there is (with the tags added); a removed one comes back as it was."""
        ...

    def remove_source(self, source_id: int) -> str:
        """Unsubscribe; kept articles stay. One step of undo, given in words."""
        ...

    def change_source(
        self, source_id: int, *, title: str | None = None, tags: Sequence[str] | None = None, paused: bool | None = None
    ) -> str:
        """Rename, tag or pause; what is ``None`` stays. One step of undo, given in words."""
        ...

    def hide_source(self, source_id: int, until: datetime | None) -> str:
        """Leave what only this source brings out of the list until then; ``None`` lists it again. One step of undo."""
        ...

    def sources_of(self, article_id: int) -> list[int]:
        """The present subscriptions that bring an article, by their ids."""
        ...

    def sources(self, *, counted: bool = True) -> list[Source]:
        """All subscriptions by title; uncounted, ``articles`` and ``unread`` are 0 and it costs nothing."""
        ...

    def save_fetch(self, source_id: int | None, fetched: Fetched, now: datetime) -> list[int]:
        """Store what is new and give the new articles' ids; ``None`` is no subscription (an opened file)."""
        ...

    def save_failure(self, source_id: int, failure: FetchFailure) -> None: ...

    # -- briefs ----------------------------------------------------------------------------------------------------------
    def pending(self, limit: int, *, first: Sequence[int] = (), but: Collection[int] = ()) -> list[Pending]:
        """Articles, ``but`` these, without a brief by the present engine: those of the stories ``first``, then the newest."""
        ...

    def save_briefs(self, briefs: Iterable[StoredBrief]) -> None: ...
    def brief(self, article_id: int) -> Brief | None:
        """The article's brief, or ``None`` if it waits for one."""
        ...

    def raw(self, article_id: int) -> Raw:
        """What came in, as it came."""
        ...

    def replace_raw(self, article_id: int, raw: Raw) -> None:
        """Keep ``raw`` (the whole page, say) in place of what came in; the article waits for its brief again."""
        ...

    def note_teasers(self, article_ids: Sequence[int]) -> None:
        """Have the pages of these articles fetched; not again where that was tried."""
        ...

    def teasers(self, limit: int) -> list[int]:
        """The articles whose pages wait to be fetched, the newest first."""
        ...

    def teaser_tried(self, article_id: int) -> None:
        """Note that an article's page was asked for, whatever came of it."""
        ...

    def forget(self, before: datetime, limit: int) -> int:
        """Drop at most ``limit`` articles that came before then, never kept ones; gives how many."""
        ...

    # -- grouping (jobs.grouping puts these together) ----------------------------------------------------------------------
    def group(self, choose: Choose | None, limit: int) -> Grouped:
        """Put at most ``limit`` newly briefed articles into the stories that ``choose`` says.

        ``choose`` is given an article's features and the stored articles that are near, each with its story. Without it they
        stay where they are until ``regroup``, which is quicker for many.
        """
        ...

    def ungrouped(self) -> int:
        """How many briefed articles wait for ``group``."""
        ...

    def newest_features(self, limit: int) -> list[Features]:
        """What decides of their stories, of the newest articles that the present engine has briefed."""
        ...

    def around(self, story_ids: Iterable[int], most: int) -> list[Placed]:
        """The articles of these stories, newest first, and of those nearest in time to them, at most ``most``."""
        ...

    def regroup(self, groups: Sequence[Sequence[Placed]]) -> None:
        """Make each group a story; what moved since ``around`` gave it, or was put where it is by hand, stays."""
        ...

    def untold(self, limit: int) -> list[int]:
        """Stories whose articles have changed since they were last told, newest first."""
        ...

    def story_briefs(self, story_id: int, at_hand: Mapping[int, Brief] = ...) -> list[Brief]:
        """The briefs of its articles; those ``at_hand``, by the ids of their articles, are not read again."""
        ...

    def story_features(self, story_id: int) -> list[Features]:
        """What decides of their stories, of the articles of ``story_briefs(story_id)``; empty if one waits for its brief."""
        ...

    def save_story(self, story_id: int, story: Story, told_of: Sequence[Brief]) -> bool:
        """Keep what was told of ``story_briefs(story_id)``; ``False`` if its articles have changed meanwhile."""
        ...

    def merge(self, story_ids: Sequence[int]) -> str:
        """One story of several, by hand; the oldest id survives. One step of undo, given in words; "" if nothing changes."""
        ...

    def split(self, article_ids: Sequence[int]) -> str:
        """Articles out of their story into one of their own, by hand. One step of undo, given in words; "" if they are all."""
        ...

    # -- reading ---------------------------------------------------------------------------------------------------------
    def story_ids(
        self,
        query: Query = Query(),  # noqa: B008 (frozen)
        *,
        limit: int | None = None,
        start: int = 0,
        oldest: bool = False,
    ) -> Sequence[int]:
        """The stories that match, newest first, at most ``limit`` from ``start`` on, which can count from the ``oldest``.

        A search for words has no ``start``, and stops after so many articles.
        """
        ...

    def place(self, query: Query, story_id: int) -> int | None:
        """How many of the stories that match are listed before this one; ``None`` if it does not match."""
        ...

    def count(self, query: Query) -> Counted:
        """How many stories match, and how many of them are unread."""
        ...

    def gather(self, query: Query) -> Gathered:
        """All stories that match, in no order, and their count."""
        ...

    def stages(self, query: Query) -> set[Stage]:
        """At which stages the stories that match stand."""
        ...

    def story_rows(self, story_ids: Sequence[int]) -> list[StoryRow]:
        """The rows of these stories, in this order; a story that is gone has none."""
        ...

    def search(self, query: Query, limit: int = 100) -> list[SearchHit]:
        """The articles that match, newest first, each with a piece of its text."""
        ...

    def story(self, story_id: int) -> Story:
        """The story with its briefs. An article that waits for its brief is there with what its source said of it."""
        ...

    def story_articles(self, story_id: int) -> list[ArticleRow]:
        """The story's articles, in the order of ``story(...).briefs``."""
        ...

    def story_of(self, article_id: int) -> int | None:
        """The story in which the article stands now, wherever regrouping has put it; ``None`` if the article is gone."""
        ...

    def stories_now(self, story_ids: Iterable[int]) -> dict[int, int]:
        """Each of these stories with the one that it is now: itself, or the one that took it in."""
        ...

    def changed(self, story_id: int) -> list[str]:
        """What is new in the story since ``looked`` was last told."""
        ...

    def counts(self) -> Counts: ...
    def data_version(self) -> int:
        """A number that differs once anything in the library has changed, here or in another process."""
        ...

    # -- the reader's marks ----------------------------------------------------------------------------------------------
    def mark(self, mark: Mark, value: bool, *, story_ids: Sequence[int] = (), article_ids: Sequence[int] = ()) -> str:
        """Set a mark on articles, or on all articles of stories; what is done is read too. One step of undo, given in words;
        "" if nothing changes.
        """
        ...

    def rules(self) -> list[Rule]:
        """The rules that the reader made on the screen, in the order in which they were made."""
        ...

    def add_rule(self, kind: RuleKind, text: str) -> str:
        """Mute or watch what a query finds. One step of undo, given in words; "" if the rule is there already."""
        ...

    def remove_rule(self, rule_id: int) -> str:
        """Take a rule away. One step of undo, given in words."""
        ...

    def last_step_story(self) -> int | None:
        """The story whose articles the newest step changed: where ``undo`` leads back to. ``None`` if there were several."""
        ...

    def undo(self) -> str | None:
        """Take the newest step back, across restarts; its words, or ``None`` when there is none."""
        ...

    def looked(self, story_id: int, now: datetime) -> None:
        """Note what the reader sees of the story now: ``changed`` counts from here."""
        ...

    # -- the reader's corrections ----------------------------------------------------------------------------------------
    def correct(self, article_id: int, field: CorrectedField, new: Sequence[str] | None, now: datetime) -> str:
        """Put the reader's answer in place of the engine's (``model.Correction``), or with ``None`` take it away.

        Every brief of the article has it from then on, whatever engine makes it. One step of undo, given in words.
        """
        ...

    def corrected_briefs(self, story_ids: Sequence[int] | None = None) -> list[Brief]:
        """The briefs that the reader has corrected, oldest article first; with ``story_ids`` those of these stories."""
        ...

    # -- the whole -------------------------------------------------------------------------------------------------------
    def backup(self, target: Path, *, marks_only: bool = False) -> None:
        """Write the whole library, or the reader's marks as JSON Lines, to ``target``: at once or not at all."""
        ...

    def restore_marks(self, origin: Path) -> int:
        """Set the marks of a backup on those of its articles that are here; gives how many."""
        ...

    def check(self) -> list[str]:
        """What is wrong with the library, a line each with its remedy; empty when all is well."""
        ...

    def repair(self) -> None:
        """Make anew what follows from articles and marks (counts, the search index), and give unused space back."""
        ...

    def close(self) -> None: ...

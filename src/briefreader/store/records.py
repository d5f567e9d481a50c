"""What the library hands out and takes in, besides the nouns of ``model``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Literal

from briefreader.model import Brief, Direction, Raw, Stage

if TYPE_CHECKING:
    from briefreader.text.stories import Features

SourceKind = Literal["feed", "folder", "file", "glob"]
RuleKind = Literal["mute", "watch"]


@dataclass(frozen=True, slots=True)
class Source:
    """A subscription and its health. Moments are aware, in UTC."""

    id: int
    address: str
    kind: SourceKind
    title: str | None = None
    tags: tuple[str, ...] = ()
    paused: bool = False
    gone: bool = False
    added: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    last_success: datetime | None = None
    last_error: str | None = None
    failures: int = 0
    next_try: datetime | None = None
    interval: int | None = None
    asked_until: datetime | None = None
    articles: int = 0
    unread: int = 0
    hidden_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one good fetch of a source brought; ``unchanged`` is a 304. Saved in one transaction.

    ``etag`` is whatever says what was seen: a server's validator, or for folders and files their times and sizes.
    """

    entries: tuple[Raw, ...] = ()
    title: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None
    unchanged: bool = False
    next_try: datetime | None = None
    interval: int | None = None


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """Why a fetch failed, in plain words, and when to try again; ``gone`` (410) stops polling.

    ``asked_until``: the server itself asked to be left alone until then.
    """

    message: str
    next_try: datetime | None = None
    gone: bool = False
    asked_until: datetime | None = None


class Mark(Enum):
    """What a reader can say of an article (READ, STARRED, DONE) — a story's marks are its articles' marks."""

    READ = "read"
    STARRED = "starred"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query: every given condition must hold. ``words`` are FTS terms and phrases, ``without`` the excluded ones.

    ``named`` are terms of a title or a party. A story matches one of ``any_of`` and none of ``none_of``; ``one_outlet`` is one
    that only one outlet reports, ``only_sources`` what these sources bring and no other, ``among`` names the stories.
    """

    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    unread: bool | None = None
    starred: bool | None = None
    done: bool | None = None
    stages: tuple[Stage | Literal["none"], ...] = ()
    parties: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    since: datetime | None = None
    named: tuple[str, ...] = ()
    kept_since: datetime | None = None
    any_of: tuple[Query, ...] | None = None
    none_of: tuple[Query, ...] = ()
    one_outlet: bool = False
    among: tuple[int, ...] | None = None
    only_sources: tuple[int, ...] = ()

    @property
    def asks_of_articles(self) -> bool:
        """Whether more has to be looked at than what the list shows of a story."""
        texts = self.words or self.without or self.parties or self.sites or self.named
        return bool(texts or self.tags or self.kept_since or self.any_of is not None or self.none_of or self.only_sources)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that the reader made on the screen; ``text`` is in the query language."""

    id: int
    kind: RuleKind
    text: str


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One line of the story list."""

    id: int
    title: str
    stage: Stage | None
    direction: Direction | None
    analysed: bool
    briefed: bool
    site: str | None
    sites: int
    articles: int
    unread: int
    starred: bool
    done: bool
    last: datetime


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article of a story, as the sources list shows it."""

    id: int
    story_id: int
    title: str
    site: str | None
    url: str | None
    published: str | None
    read: bool
    starred: bool
    done: bool


@dataclass(frozen=True, slots=True)
class Pending:
    """An article that waits to be cleaned and briefed by the present engine."""

    article_id: int
    raw: Raw


@dataclass(frozen=True, slots=True)
class Counts:
    """What the header counts: stories still to be done, of all that are listed, unread and kept ones."""

    stories: int
    unread: int
    starred: int
    done: int
    articles: int
    pending: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How many stories a query finds, and how many of them are unread."""

    stories: int
    unread: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """All stories that a query finds, and their count."""

    story_ids: frozenset[int] = frozenset()
    count: Counted = Counted(0, 0)


@dataclass(frozen=True, slots=True)
class StoredBrief:
    """A brief with the id of its article, and what of it decides to which story it belongs."""

    article_id: int
    brief: Brief
    features: Features


@dataclass(frozen=True, slots=True)
class Placed:
    """An article in its story; ``pinned`` says that the reader put it there."""

    article_id: int
    story_id: int
    pinned: bool
    features: Features


@dataclass(frozen=True, slots=True)
class Grouped:
    """How many articles were put into stories, and the stories that they were compared with."""

    articles: int
    near: frozenset[int]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article that a search found: ``story`` is its story's text id, ``snippet`` the text around what was found."""

    story: str
    title: str
    site: str | None
    url: str | None
    published: str | None
    snippet: str

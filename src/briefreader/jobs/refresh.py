"""Fetch the sources, list what is new, then clean, brief and group it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from briefreader.config import Settings
from briefreader.errors import SourceError, UsageError
from briefreader.jobs.access import private_doors, secret_headers
from briefreader.jobs.briefing import brief_pending, outcome, worker_count
from briefreader.jobs.full_text import fetch_teasers, note_teasers
from briefreader.jobs.local import in_words, read_local
from briefreader.jobs.progress import RefreshReport, ShowProgress, SourceDone
from briefreader.jobs.retention import forget_old
from briefreader.jobs.tasks import read_feed
from briefreader.jobs.timing import UNKNOWN, interval_of, next_attempt, next_visit
from briefreader.jobs.workers import WorkerPool
from briefreader.model import Feed
from briefreader.sources.address import as_typed, mask
from briefreader.store.library import Library
from briefreader.store.records import Fetched, FetchFailure, Source

if TYPE_CHECKING:
    from briefreader.sources.fetch import Response
    from briefreader.sources.schedule import Request

_PARSED_AHEAD = 4


def refresh(
    library: Library,
    *,
    sources: Sequence[str] | None,
    brief: bool,
    now: datetime,
    progress: ShowProgress,
    settings: Settings,
    cancelled: Callable[[], bool] = lambda: False,
    due_only: bool = False,
) -> RefreshReport:
    """Visit the named sources; without names all but those that are paused, gone, or failing and to be left alone.

    ``due_only`` leaves out also those whose learned interval has not passed yet. A failure of a source is an event and a note
    beside it, never an exception. Each source is stored in one transaction, so that a refresh can be broken off at any moment.
    """
    chosen = _named(library, sources) if sources else _willing(library, now, due_only)
    visit = _Visit(library, settings, now, progress, cancelled, total=len(chosen))
    with WorkerPool(worker_count()) as pool:
        visit.files([source for source in chosen if source.kind != "feed"], pool)
        visit.feeds([source for source in chosen if source.kind == "feed"], pool)
        briefed = 0
        if brief and not cancelled():
            fetch_teasers(library, settings=settings, cancelled=cancelled, pool=pool)
            briefed = brief_pending(library, settings=settings, progress=progress, cancelled=cancelled, pool=pool)
    forget_old(library, settings=settings, now=now, cancelled=cancelled)
    return RefreshReport(sources=visit.done, failed=visit.failed, new=visit.new, briefed=briefed)


def find_source(library: Library, address: str) -> Source:
    """The subscription that a person means by an address or a title. Raises ``UsageError`` if there is none."""
    every = library.sources(counted=False)
    wanted = {address, address.rstrip("/")}
    with suppress(SourceError):
        wanted.add(as_typed(address))
    for source in every:
        if source.address in wanted or source.title == address or mask(source.address) == address:
            return source
    raise UsageError(f"{mask(address)} is not among the sources: `briefreader sources` lists them.")


def _named(library: Library, addresses: Sequence[str]) -> list[Source]:
    found = {source.id: source for source in (find_source(library, address) for address in addresses)}
    return list(found.values())


def _willing(library: Library, now: datetime, due_only: bool) -> list[Source]:
    return [
        source
        for source in library.sources(counted=False)
        if not source.paused
        and not source.gone
        and (source.next_try is None or source.next_try <= now or not (source.failures or due_only))
    ]


@dataclass
class _Visit:
    """One round through the sources, and its count."""

    library: Library
    settings: Settings
    now: datetime
    progress: ShowProgress
    cancelled: Callable[[], bool]
    total: int
    done: int = 0
    failed: int = 0
    new: int = 0
    waiting: deque[tuple[Source, Response, Future[Feed | SourceError]]] = field(default_factory=deque)

    def files(self, chosen: Sequence[Source], pool: WorkerPool) -> None:
        """Read folders, files and globs."""
        for source in chosen:
            if self.cancelled():
                return
            try:
                fetched, problems = read_local(source.address, source.etag, pool)
            except SourceError as error:
                self._fail(source, error)
            else:
                fetched = replace(fetched, next_try=next_visit(source.address, UNKNOWN, self.now))
                self._keep(source, fetched, in_words(problems))

    def feeds(self, chosen: Sequence[Source], pool: WorkerPool) -> None:
        """Fetch feeds from many hosts at once, and parse each as it comes."""
        from briefreader.sources.schedule import fetch_all

        by_id = {source.id: source for source in chosen}
        requests = [request for source in chosen if (request := self._request(source))]
        if not requests:
            return
        private = private_doors(self.library, self.settings)
        for request, answer in fetch_all(requests, private=private, cancelled=_Asked(self.cancelled)):
            source = by_id[request.key]
            if isinstance(answer, SourceError):
                self._fail(source, answer)
            elif answer.not_modified:
                interval = source.interval or UNKNOWN
                self._keep(source, Fetched(unchanged=True, next_try=next_visit(source.address, interval, self.now)))
            else:
                task = pool.submit(read_feed, answer.body, answer.media_type, answer.charset, answer.url)
                without_body = replace(answer, body=b"")  # the task has it, and it may be large
                self.waiting.append((source, without_body, task))
                del answer
            while self.waiting and (len(self.waiting) > _PARSED_AHEAD or self.waiting[0][2].done()):
                self._parsed(*self.waiting.popleft())
        while self.waiting and not self.cancelled():
            self._parsed(*self.waiting.popleft())

    def _request(self, source: Source) -> Request | None:
        """What to ask a source for; ``None``, and told, where it is not to be asked."""
        from briefreader.sources.schedule import Request

        if source.asked_until and source.asked_until > self.now:
            self._tell(source, 0, f"the server asked to be left alone until {source.asked_until.astimezone():%Y-%m-%d %H:%M}")
            self.failed += 1
            return None
        try:
            headers = secret_headers(source.address, self.settings)
        except SourceError as error:
            self._fail(source, error)
            return None
        return Request(source.address, source.id, etag=source.etag, last_modified=source.last_modified, headers=headers)

    def _parsed(self, source: Source, answer: Response, task: Future[Feed | SourceError]) -> None:
        feed = outcome(task)
        if isinstance(feed, SourceError):
            self._fail(source, feed)
            return
        interval = interval_of(feed.entries, self.now)
        self._keep(source, fetched_feed(feed, answer, source.address, interval, self.now))

    def _keep(self, source: Source, fetched: Fetched, problem: str | None = None) -> None:
        with self.library.transaction():
            arrived = self.library.save_fetch(source.id, fetched, self.now)
            note_teasers(self.library, arrived, self.settings)
            if problem:
                self.library.save_failure(source.id, FetchFailure(problem))
        self.new += len(arrived)
        self.failed += problem is not None
        self._tell(source, len(arrived), problem)

    def _fail(self, source: Source, error: SourceError) -> None:
        from briefreader.sources.fetch import FetchError

        retry_after, gone = (error.retry_after, error.gone) if isinstance(error, FetchError) else (None, False)
        next_try = next_attempt(source.address, source.failures + 1, retry_after, self.now)
        asked_until = self.now + timedelta(seconds=retry_after) if retry_after else None
        self.library.save_failure(source.id, FetchFailure(str(error), next_try, gone, asked_until))
        self.failed += 1
        self._tell(source, 0, str(error))

    def _tell(self, source: Source, new: int, error: str | None) -> None:
        self.done += 1
        self.progress(SourceDone(source.address, new, error, self.done, self.total))


def fetched_feed(feed: Feed, answer: Response, address: str, interval: int, now: datetime) -> Fetched:
    """What one good fetch of a feed brought, as the library keeps it."""
    return Fetched(
        entries=feed.entries,
        title=feed.title,
        etag=answer.etag,
        last_modified=answer.last_modified,
        moved_to=answer.moved_to,
        next_try=next_visit(address, interval, now),
        interval=interval,
    )


class _Asked(threading.Event):
    """An event that is set as soon as a question is answered with yes."""

    def __init__(self, question: Callable[[], bool]) -> None:
        super().__init__()
        self._question = question

    def is_set(self) -> bool:
        return self._question()

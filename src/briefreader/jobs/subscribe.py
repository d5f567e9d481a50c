"""Subscribe and unsubscribe, one source or a whole list."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime

from briefreader.config import Settings
from briefreader.errors import SourceError
from briefreader.jobs.access import headers_for_link, private_doors, secret_headers
from briefreader.jobs.briefing import outcome
from briefreader.jobs.full_text import note_teasers
from briefreader.jobs.grouping import group_new
from briefreader.jobs.local import in_words, read_local
from briefreader.jobs.refresh import fetched_feed, find_source
from briefreader.jobs.tasks import read_feed, read_subscription
from briefreader.jobs.timing import interval_of
from briefreader.jobs.workers import WorkerPool
from briefreader.model import Feed
from briefreader.sources.address import as_typed, kind_of
from briefreader.store.library import Library
from briefreader.store.records import Fetched, FetchFailure, Source


def add(library: Library, address: str, *, tags: Sequence[str], now: datetime, settings: Settings) -> tuple[Source, int]:
    """Subscribe to a feed, a site (its feed is found), a folder, a file or a glob, and list what it has.

    One request, and one more for the feed that a site names. Gives the source and the number of new articles; raises
    ``SourceError`` if nothing can be read there, and then nothing was added.
    """
    address = as_typed(address)
    kind = kind_of(address)
    problems: list[str] = []
    with WorkerPool(1) as pool:
        if kind == "feed":
            address, fetched = _first_visit(library, address, pool, now, settings)
        else:
            if kind != "glob" and not os.path.exists(address):  # noqa: PTH110 (Path raises where a name is too long)
                raise SourceError("there is no such file or folder, and it is no web address: write https:// before one")
            if address != address.encode("utf-8", "replace").decode():
                raise SourceError("its name holds bytes that are no text: give it another name first")
            fetched, problems = read_local(address, None, pool)
            if problems and not fetched.entries:
                raise SourceError(in_words(problems) or "")
    with library.transaction():
        source = library.add_source(address, kind, now=now, tags=tags)
        new = library.save_fetch(source.id, fetched, now)
        note_teasers(library, new, settings)
        if problem := in_words(problems):
            library.save_failure(source.id, FetchFailure(problem))
    return find_source(library, address), len(new)


def remove(library: Library, address: str) -> Source:
    """Unsubscribe; kept articles stay. Raises ``UsageError`` if there is no such source."""
    source = find_source(library, address)
    library.remove_source(source.id)
    group_new(library)
    return source


def import_opml(library: Library, content: bytes) -> tuple[int, int]:
    """Subscribe to what the list names, fetching nothing yet; gives how many were added and how many were there."""
    from briefreader.sources.opml import read_opml

    with WorkerPool(1) as pool:
        subscriptions = outcome(pool.submit(read_opml, content))
    if isinstance(subscriptions, SourceError):
        raise subscriptions
    known = {source.address for source in library.sources(counted=False)}
    now = datetime.now(UTC)
    added = there = 0
    with library.transaction():
        for subscription in subscriptions:
            try:
                address = as_typed(subscription.address)
            except SourceError:
                continue
            added += address not in known
            there += address in known
            library.add_source(address, kind_of(address), now=now, title=subscription.title, tags=subscription.tags)
    return added, there


def export_opml(library: Library) -> str:
    """The subscriptions as OPML 2.0."""
    from briefreader.sources.opml import Subscription, write_opml

    return write_opml(Subscription(source.address, source.title, source.tags) for source in library.sources(counted=False))


def _first_visit(library: Library, address: str, pool: WorkerPool, now: datetime, settings: Settings) -> tuple[str, Fetched]:
    """The feed's own address, and what it has."""
    from briefreader.sources.fetch import fetch

    private = private_doors(library, settings, address)
    answer = fetch(address, headers=secret_headers(address, settings), private=private)
    task = pool.submit(read_subscription, answer.body, answer.media_type, answer.charset, answer.url)
    found: Feed | tuple[str, ...] | SourceError = outcome(task)
    if isinstance(found, tuple):
        if not found:
            raise SourceError("this is a web page that names no feed: look for its feed's address and add that")
        address = found[0]
        answer = fetch(address, headers=headers_for_link(address, settings), private=private)
        found = outcome(pool.submit(read_feed, answer.body, answer.media_type, answer.charset, answer.url))
    if isinstance(found, SourceError):
        raise found
    address = answer.moved_to or address
    return address, fetched_feed(found, answer, address, interval_of(found.entries, now), now)

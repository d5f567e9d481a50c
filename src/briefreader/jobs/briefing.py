"""Clean and brief what waits in the library, and keep its stories told."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import nullcontext
from types import MappingProxyType
from typing import TypeVar

from briefreader.config import Settings
from briefreader.errors import ConfigError, SourceError
from briefreader.jobs.grouping import settle_new, tell_changed
from briefreader.jobs.progress import BriefsDone, ShowProgress, StoriesTold
from briefreader.jobs.tasks import brief_and_features
from briefreader.jobs.workers import WorkerPool
from briefreader.model import Article, Brief, Raw
from briefreader.store.library import Library
from briefreader.store.records import Pending, StoredBrief
from briefreader.text.stories.features import Features

T = TypeVar("T")

_BATCH = 32
_AHEAD = 4 * _BATCH
_MOST_WORKERS = 4
_PLENTY_OF_FILES = 64
_GROWTH = 4
"""Grouping looks at what is around the new articles too, so it waits until they are so many times as many as the last time."""


def brief_pending(
    library: Library,
    *,
    settings: Settings,
    progress: ShowProgress,
    first: Sequence[int] = (),
    cancelled: Callable[[], bool] = lambda: False,
    pool: WorkerPool | None = None,
) -> int:
    """Brief every article that waits (those of the stories ``first`` before the others, then the newest) and group them.

    Gives how many. Whatever was done when it is cancelled, or dies, is kept.
    """
    total, done, next_grouping = library.counts().pending, 0, 1
    codebook = codebook_text(settings)
    under_way: deque[tuple[Pending, Future[tuple[Brief, Features] | SourceError]]] = deque()
    with nullcontext(pool) if pool else WorkerPool(worker_count()) as workers:
        while not cancelled():
            # The workers have the next articles while these are saved and grouped.
            known = {each.article_id for each, _ in under_way}
            for each in library.pending(_AHEAD - len(known), first=first, but=known):
                under_way.append((each, workers.submit(brief_and_features, each.raw, settings.points, codebook)))
            if not under_way:
                break
            batch = [under_way.popleft() for _ in range(min(_BATCH, len(under_way)))]
            made = [stored(each, outcome(future)) for each, future in batch]
            library.save_briefs(made)
            done += len(batch)
            progress(BriefsDone(done, max(total, done)))
            if done >= next_grouping:
                settle_new(library, cancelled=cancelled)
                next_grouping = _GROWTH * done
            _tell(library, settings, progress, cancelled, {each.article_id: each.brief for each in made})
        for _, future in under_way:
            future.cancel()
    if not cancelled():
        settle_new(library)
        _tell(library, settings, progress, cancelled)
    return done


OWN_CODEBOOK = "codebook.tsv"


def codebook_text(settings: Settings) -> str:
    """The reader's own codebook, checked; empty if there is none. Raises ``ConfigError`` that names file, line and remedy.

    It is the file that the configuration names, seen from the configuration's folder, or else ``codebook.tsv`` in that folder.
    """
    from briefreader.text.negotiation import load_codebook

    folder = settings.config_file.parent
    path = folder / (settings.codebook or OWN_CODEBOOK)
    try:
        if settings.codebook is None and not path.is_file():
            return ""
        if path.exists() and not path.is_file():
            raise ConfigError(f"cannot read the codebook {path}: it is not a regular file")
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read the codebook {path}: {error}") from error
    try:
        load_codebook(text)
    except ConfigError as error:
        raise ConfigError(f"{path}, {error}") from error
    return text


def worker_count() -> int:
    """A worker a processor, four at most; one alone where the system lets us open few files."""
    return 1 if _few_files() else max(1, min(_MOST_WORKERS, os.cpu_count() or 1))


def _few_files() -> bool:
    try:
        import resource  # Windows has none
    except ImportError:
        return False
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0] < _PLENTY_OF_FILES


def outcome(future: Future[T | SourceError]) -> T | SourceError:
    """What a task ended in. A fault of ours in one article is that article's error: it must not cost the others."""
    try:
        return future.result()
    except Exception as error:
        return SourceError(f"briefreader failed on it ({type(error).__name__}): please report this")


def failed(raw: Raw, error: SourceError) -> Article:
    """An article that could not be read: what its source said of it, and why."""
    return Article(source=raw.source, url=raw.url, title=raw.title, site=raw.site, published=raw.published, error=str(error))


def stored(waiting: Pending, result: tuple[Brief, Features] | SourceError) -> StoredBrief:
    """What briefing ended in, as the library keeps it; a failure is the article's error."""
    from briefreader.text.stories import features

    if isinstance(result, SourceError):
        made = Brief(failed(waiting.raw, result))
        return StoredBrief(waiting.article_id, made, features(made))
    return StoredBrief(waiting.article_id, *result)


def _tell(
    library: Library,
    settings: Settings,
    progress: ShowProgress,
    cancelled: Callable[[], bool],
    at_hand: Mapping[int, Brief] = MappingProxyType({}),
) -> None:
    told = tell_changed(library, points=settings.points, cancelled=cancelled, at_hand=at_hand)
    if told:
        progress(StoriesTold(told))

"""What is named on the command line, read in order: paths, addresses and standard input as articles, briefs or a library."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from briefreader.config import Settings
from briefreader.errors import SourceError
from briefreader.jobs.access import secret_headers
from briefreader.jobs.briefing import brief_pending, codebook_text, failed, outcome, worker_count
from briefreader.jobs.progress import ShowProgress, SourceDone
from briefreader.jobs.tasks import articles_of_answer, brief_raw, clean_raw
from briefreader.jobs.workers import WorkerPool
from briefreader.model import Article, Brief, Raw
from briefreader.sources.address import is_web
from briefreader.sources.files import STDIN, InputError, InputKind, expand, read_all_of, read_file, read_inputs
from briefreader.sources.places import private_places
from briefreader.store.library import Library
from briefreader.store.records import Fetched

T = TypeVar("T")

_FETCHED_AHEAD = 8
_STORED_AT_ONCE = 100


def brief_inputs(
    inputs: Sequence[str], *, points: int, input_kind: str | None, settings: Settings, why: bool = False
) -> Iterator[Brief]:
    """Brief each input, in order, storing nothing. One that could not be read is a brief of an article with an ``error``.

    With ``why`` each key point says what decided for it.
    """
    task = partial(brief_raw, why=why)
    codebook = codebook_text(settings)
    with WorkerPool(worker_count()) as pool:
        raws = _raws(inputs, input_kind, settings, pool)
        yield from _each(pool, raws, lambda raw: pool.submit(task, raw, points, codebook), Brief)


def clean_inputs(inputs: Sequence[str], *, input_kind: str | None, settings: Settings) -> Iterator[Article]:
    """Clean each input, in order. One that could not be read is an article with an ``error``."""
    with WorkerPool(worker_count()) as pool:
        raws = _raws(inputs, input_kind, settings, pool)
        yield from _each(pool, raws, lambda raw: pool.submit(clean_raw, raw), lambda article: article)


def load_inputs(
    library: Library,
    inputs: Sequence[str],
    *,
    now: datetime,
    settings: Settings,
    progress: ShowProgress,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Put what the inputs hold into a library, then brief and group it. What cannot be read is told as a source that failed."""
    with WorkerPool(worker_count()) as pool:
        good: list[Raw] = []
        done = 0

        def store() -> None:
            library.save_fetch(None, Fetched(entries=tuple(reversed(good))), now)
            good.clear()

        for raw in _raws(inputs, None, settings, pool):
            if cancelled():
                return
            done += 1
            if isinstance(raw, InputError):
                progress(SourceDone(raw.source, 0, raw.message, done, done))
                continue
            good.append(raw)
            progress(SourceDone(raw.source, 1, None, done, done))
            if len(good) >= _STORED_AT_ONCE:
                store()
        store()
        brief_pending(library, settings=settings, progress=progress, cancelled=cancelled, pool=pool)


def _each(
    pool: WorkerPool,
    raws: Iterable[Raw | InputError],
    task: Callable[[Raw], Future[T | SourceError]],
    from_article: Callable[[Article], T],
) -> Iterator[T]:
    """Do a task for each input, several at a time, and give the results in order."""
    under_way: deque[tuple[Raw | InputError, Future[T | SourceError] | None]] = deque()
    for raw in raws:
        under_way.append((raw, None if isinstance(raw, InputError) else task(raw)))
        if len(under_way) >= 4 * pool.size:
            yield _result(*under_way.popleft(), from_article)
    while under_way:
        yield _result(*under_way.popleft(), from_article)


def _result(raw: Raw | InputError, future: Future[T | SourceError] | None, from_article: Callable[[Article], T]) -> T:
    if future is None or isinstance(raw, InputError):
        assert isinstance(raw, InputError)
        return from_article(Article(source=raw.source, error=raw.message))
    result = outcome(future)
    return from_article(failed(raw, result)) if isinstance(result, SourceError) else result


def _raws(inputs: Sequence[str], input_kind: str | None, settings: Settings, pool: WorkerPool) -> Iterator[Raw | InputError]:
    """What the inputs hold, in order: web addresses are fetched several at a time, files are read by the workers."""
    kind = cast("InputKind | None", input_kind)
    private = private_places(inputs, settings.private_hosts)
    with ThreadPoolExecutor(_FETCHED_AHEAD, thread_name_prefix="input") as threads:
        answers = {
            each: threads.submit(_answer, each, private, settings, pool) for each in dict.fromkeys(inputs) if is_web(each)
        }
        for each in inputs:
            if each in answers:
                yield from answers[each].result()
            elif each == STDIN:
                yield from read_inputs([each], kind)
            else:
                yield from _files(each, kind, pool)


def _answer(
    address: str, private: frozenset[tuple[str, int]], settings: Settings, pool: WorkerPool
) -> Sequence[Raw | InputError]:
    from briefreader.sources.fetch import fetch

    try:
        answer = fetch(address, headers=secret_headers(address, settings), private=private)
    except SourceError as error:
        return [InputError(address, str(error))]
    task = pool.submit(articles_of_answer, answer.body, answer.media_type, answer.charset, address, answer.url)
    found = outcome(task)
    return [InputError(address, str(found))] if isinstance(found, SourceError) else found


def _files(path: str, kind: InputKind | None, pool: WorkerPool) -> Iterator[Raw | InputError]:
    """JSON Lines can be longer than memory and are read line by line; any other file is small, and read by a worker."""
    names = list(expand(path)) or [InputError(path, "nothing is there that can be read")]
    for name in names:
        if isinstance(name, InputError):
            yield name
        elif kind == "jsonl" or Path(name).suffix.lower() == ".jsonl":
            yield from read_file(name, kind)
        else:
            found = outcome(pool.submit(read_all_of, name))
            yield from [InputError(name, str(found))] if isinstance(found, SourceError) else found

"""Fetch many addresses at once: many hosts in parallel, each host politely, and what comes back first is given first."""

from __future__ import annotations

import os
import queue
import threading
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from briefreader.errors import SourceError
from briefreader.sources.fetch import MAX_BYTES, SECONDS, Client, Response
from briefreader.sources.places import Place, place_of

THREADS = 32
PER_HOST = 2
_WAITING_ANSWERS = 8
_LARGE_AT_ONCE = 3
_SPARE_FILES = 8
_FILES_A_FETCH = 2


@dataclass(frozen=True, slots=True)
class Request:
    """One address to fetch. ``key`` is the caller's own mark (a source's id) and comes back with the answer."""

    address: str
    key: Any = None
    etag: str | None = None
    last_modified: str | None = None
    headers: dict[str, str] = field(default_factory=dict, repr=False)


Answer = tuple[Request, Response | SourceError]


def fetch_all(
    requests: Iterable[Request],
    *,
    private: frozenset[Place] = frozenset(),
    seconds: float = SECONDS,
    limit: int = MAX_BYTES,
    cancelled: threading.Event | None = None,
) -> Iterator[Answer]:
    """Fetch all and give each request with its answer or its failure as it completes.

    No host gets more than two connections at a time. Setting ``cancelled``, or closing the iterator, starts no further fetch;
    one that is under way ends by itself, at the latest when its ``seconds`` are over.
    """
    requests = list(requests)
    outstanding = len(requests)
    lanes = _lanes(requests)
    stop = threading.Event()
    large = threading.Semaphore(_LARGE_AT_ONCE)  # so that a crowd of large bodies does not fill the memory
    answers: queue.Queue[tuple[Answer, bool]] = queue.Queue(_WAITING_ANSWERS)

    def work() -> None:
        while not stop.is_set():
            try:
                lane = lanes.popleft()
            except IndexError:
                return
            with Client(private=private, seconds=seconds, limit=limit, large=large) as client:
                _drain(lane, client, answers, stop)

    for number in range(min(_threads_that_fit(), len(lanes))):
        threading.Thread(target=work, name=f"fetch-{number}", daemon=True).start()
    try:
        while outstanding and not (cancelled and cancelled.is_set()):
            with suppress(queue.Empty):
                answer, is_large = answers.get(timeout=0.1 if cancelled else None)
                outstanding -= 1
                yield answer
                del answer
                if is_large:
                    large.release()
    finally:
        stop.set()


def _lanes(requests: Iterable[Request]) -> deque[deque[Request]]:
    """The requests by host. A host with several stands there twice, so that two threads share its queue."""
    by_host: dict[object, deque[Request]] = defaultdict(deque)
    for request in requests:
        by_host[_host(request)].append(request)
    first = list(by_host.values())
    return deque(first + [lane for lane in first if len(lane) > 1] * (PER_HOST - 1))


def _host(request: Request) -> object:
    try:
        return place_of(request.address)
    except (SourceError, ValueError, KeyError):
        return request.address  # fetching it will say what is wrong


def _drain(lane: deque[Request], client: Client, answers: queue.Queue[tuple[Answer, bool]], stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            request = lane.popleft()
        except IndexError:
            return
        answer: Response | SourceError
        try:
            answer = client.get(
                request.address, etag=request.etag, last_modified=request.last_modified, headers=request.headers
            )
        except SourceError as error:
            answer = error
        except Exception as error:  # a fault of ours must not leave the caller waiting
            answer = SourceError(f"could not be fetched ({type(error).__name__})")
        is_large, client.holds_permit = client.holds_permit, False
        _hand_in(((request, answer), is_large), answers, stop)
        del answer


def _hand_in(answer: tuple[Answer, bool], answers: queue.Queue[tuple[Answer, bool]], stop: threading.Event) -> None:
    while not stop.is_set():
        with suppress(queue.Full):
            answers.put(answer, timeout=0.5)
            return


def _threads_that_fit() -> int:
    """As many threads as the limit on open files allows for, one at least."""
    try:
        import resource

        allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        in_use = len(os.listdir("/dev/fd"))  # noqa: PTH208 (names are all that is needed)
    except (ImportError, OSError, ValueError):
        return THREADS
    return max(1, min(THREADS, (allowed - in_use - _SPARE_FILES) // _FILES_A_FETCH))

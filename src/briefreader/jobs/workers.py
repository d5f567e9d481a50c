"""Work on foreign data in child processes, each with a time and a memory limit: the death of a child is a value, not a crash.

    with WorkerPool(2) as pool:
        for feed in pool.map(parse_feed, contents):
            ...                                       # a Feed, or a SourceError that says what happened to that one

A child is a fresh Python that talks over its pipes (``jobs.child``): it imports only what its tasks need, knows nothing of our
files and terminals, and ends when its pipe closes, however we die. It is started when the first task comes.
"""

from __future__ import annotations

import math
import pickle
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from time import monotonic
from types import TracebackType
from typing import IO, Any, Self, TypeVar

from briefreader.errors import SourceError
from briefreader.jobs.child import HEADER

T = TypeVar("T")

SECONDS = 12.0
MEGABYTES = 512
_LOOK_EVERY = 0.5
"""Seconds between two looks at how long the tasks have taken."""
_BUFFER = 1 << 16
"""A whole answer is mostly read at once: after each wait a thread has to wait for its turn too."""

_BOOT = "import sys; sys.path[:] = {path!r}; from briefreader.jobs.child import main; main({seconds!r}, {megabytes!r})"
_Task = tuple["Future[Any]", Callable[..., Any], tuple[object, ...]]


class WorkerPool:
    """``size`` children, each doing one task at a time. ``seconds`` and ``megabytes`` hold for each task."""

    def __init__(self, size: int = 2, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self.size = size
        self.seconds = seconds
        self.megabytes = megabytes
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._minders: list[threading.Thread] = []
        self._children: set[_Child] = set()
        self._waiting = 0
        self._lock = threading.Lock()
        self._closed = False
        self._ended = threading.Event()
        self._watch: threading.Thread | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def submit(self, function: Callable[..., T], *arguments: object) -> Future[T | SourceError]:
        """Have ``function(*arguments)`` done. The future's result is its value, or the ``SourceError`` that it ended in.

        The function is a module's own (or a ``functools.partial`` of one), and all that goes in and out can be pickled.
        """
        future: Future[T | SourceError] = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("the worker pool is closed")
            self._waiting += 1
            if self._waiting > len(self._minders) and len(self._minders) < self.size:
                if self._watch is None:
                    self._watch = threading.Thread(target=self._keep_time, name="watch", daemon=True)
                    self._watch.start()
                minder = threading.Thread(target=self._mind, name=f"worker-{len(self._minders)}", daemon=True)
                self._minders.append(minder)
                minder.start()
        self._tasks.put((future, function, arguments))
        return future

    def map(self, function: Callable[[Any], T], items: Iterable[Any], *, ahead: int | None = None) -> Iterator[T | SourceError]:
        """Give ``function(item)`` for each item in the given order, reading at most ``ahead`` items in advance."""
        ahead = ahead or 4 * self.size
        under_way: deque[Future[T | SourceError]] = deque()
        try:
            for item in items:
                under_way.append(self.submit(function, item))
                if len(under_way) >= ahead:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        finally:
            for future in under_way:
                future.cancel()

    def close(self) -> None:
        """End all children now; what was not finished is cancelled."""
        with self._lock:
            self._closed = True
            children = list(self._children)
        for child in children:
            child.kill()
        for _ in self._minders:
            self._tasks.put(None)
        self._ended.set()
        for thread in [*self._minders, *([self._watch] if self._watch else [])]:
            thread.join()
        while not self._tasks.empty():
            task = self._tasks.get()
            if task is not None:
                task[0].cancel()

    def _keep_time(self) -> None:
        """End the children whose task takes too long. A timer a task would cost each a thread, and waits for its turn."""
        while not self._ended.wait(min(self.seconds / 8, _LOOK_EVERY)):
            with self._lock:
                children = list(self._children)
            for child in children:
                child.end_if_late()

    # -- one thread a child ----------------------------------------------------------------------------------------------
    def _mind(self) -> None:
        child: _Child | None = None
        while (task := self._tasks.get()) is not None:
            child = self._do(task, child)
            del task  # it may hold megabytes, and the next may be long in coming
        if child is not None:
            child.kill()

    def _do(self, task: _Task, child: _Child | None) -> _Child | None:
        """Do one task and give the child that is there for the next."""
        future, function, arguments = task
        if self._closed:
            future.cancel()
        if future.set_running_or_notify_cancel():
            try:
                child = child if child is not None and child.alive else self._new_child()
                result = child.do(pickle.dumps((function, arguments), pickle.HIGHEST_PROTOCOL), self.seconds)
            except OSError as error:
                result = SourceError(f"no helper process could be started ({error.strerror or error})")
            except Exception as error:
                result = error
            self._done()
            _settle(future, result)
        else:
            self._done()
        return child

    def _done(self) -> None:
        with self._lock:
            self._waiting -= 1

    def _new_child(self) -> _Child:
        child = _Child(self.seconds, self.megabytes)
        with self._lock:
            self._children = {other for other in self._children if other.alive} | {child}
            closed = self._closed
        if closed:
            child.kill()
        return child


def _settle(future: Future[Any], result: object) -> None:
    """A failure of the source is a value; any other exception is a fault of ours, raised where the result is asked for."""
    if isinstance(result, Exception) and not isinstance(result, SourceError):
        future.set_exception(result)
    else:
        future.set_result(result)


class _Child:
    """One child process and its pipes."""

    def __init__(self, seconds: float, megabytes: int) -> None:
        boot = _BOOT.format(path=sys.path, seconds=seconds, megabytes=megabytes)
        self.alive = True
        self._lock = threading.Lock()
        self._deadline = math.inf
        self._late = False
        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and code, no foreign word in it)
            [sys.executable, "-P", "-c", boot],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C in the terminal is for us; we end the children
            bufsize=_BUFFER,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: IO[bytes] = self._process.stdin
        self._from: IO[bytes] = self._process.stdout

    def do(self, request: bytes, seconds: float) -> object:
        """Give the task's result, or the exception that it ended in."""
        with self._lock:
            self._deadline = monotonic() + seconds
        try:
            self._to.write(HEADER.pack(len(request)))
            self._to.write(request)
            self._to.flush()
            del request  # it may be large
            answer = self._read()
        except (OSError, EOFError, ValueError):
            answer = None
        with self._lock:
            self._deadline = math.inf
        if answer is None or self._late:
            self.kill()
            return SourceError(f"took over {seconds:g} s to read" if self._late else "crashed the program that read it")
        result, fit = pickle.loads(answer)  # noqa: S301 (from our own child, over our own pipe)
        if not fit:
            self.kill()
        return result

    def end_if_late(self) -> None:
        """End the process if its task has taken too long; may be called from another thread."""
        with self._lock:
            if monotonic() > self._deadline:
                self._late = True
                self._process.kill()

    def _read(self) -> bytes:
        (length,) = HEADER.unpack(self._exactly(HEADER.size))
        return self._exactly(length)

    def _exactly(self, length: int) -> bytes:
        data = self._from.read(length)
        if len(data) < length:
            raise EOFError
        return data

    def kill(self) -> None:
        """End the process and close its pipes; may be called again and from another thread."""
        self.alive = False
        self._process.kill()
        self._process.wait()
        for pipe in (self._to, self._from):
            with suppress(OSError, ValueError):
                pipe.close()

"""What takes long and must never hold up a key: refreshing in a process of its own, loading and telling in a thread."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from typing import Any

from briefreader.config import Settings
from briefreader.jobs.progress import BriefsDone, Progress, ShowProgress, SourceDone
from briefreader.safety import one_line
from briefreader.store.library import Library
from briefreader.ui.processes import see_ended

_NICENESS = 10
_LONGEST_LINE = 1 << 20


class CommandProcess:
    """``briefreader COMMAND`` beside the screen, at low priority, on the same library."""

    def __init__(self, settings: Settings, *arguments: str) -> None:
        places = ["--data-dir", str(settings.data_dir)]
        if os.path.exists(settings.config_file):  # noqa: PTH110 (Path raises where its folder is closed to us)
            places += ["--config", str(settings.config_file)]
        self._command = [sys.executable, "-m", "briefreader", *places, *arguments]
        self._process: asyncio.subprocess.Process | None = None
        self._stopped = False
        self.words = ""
        self.exit_code: int | None = None

    async def lines(self) -> AsyncIterator[str]:
        """Run it and give the lines that it prints; then ``exit_code`` and ``words`` (its last line on stderr) are known."""
        self._process = process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=_LONGEST_LINE,
        )
        with contextlib.suppress(OSError, AttributeError):  # no such call on Windows
            os.setpriority(os.PRIO_PROCESS, process.pid, _NICENESS)
        if self._stopped:  # while it was being started
            self.stop()
        assert process.stdout
        assert process.stderr
        told = asyncio.create_task(process.stderr.read())
        try:
            async for line in process.stdout:
                yield line.decode("utf-8", "replace").strip()
            self.exit_code = await process.wait()
            said = (await told).decode("utf-8", "replace").strip().splitlines()
            self.words = one_line(said[-1]).removeprefix("briefreader: ") if said else ""
        finally:
            told.cancel()
            await self.end()

    def stop(self) -> None:
        """End it; what it has saved stays saved."""
        self._stopped = True
        if self._process and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.terminate()

    async def end(self) -> None:
        """The same, and wait until it has ended."""
        self.stop()
        if self._process:
            await see_ended(self._process)


def progress_of(line: str) -> Progress | None:
    """A line of ``refresh --json`` as progress; ``None`` for any other line."""
    try:
        event: dict[str, Any] = json.loads(line)
    except ValueError:
        return None
    if event.get("event") == "source":
        return SourceDone(event["address"], event["new"], event["error"], event["done"], event["total"])
    if event.get("event") == "briefs":
        return BriefsDone(event["done"], event["total"])
    return None


class ThreadWork:
    """Work in a thread that dies with the program: ``work`` is given a way to tell progress, and one to ask whether to stop."""

    def __init__(self, work: Callable[[ShowProgress, Callable[[], bool]], None]) -> None:
        self._work = work
        self._stopped = threading.Event()
        self._events: asyncio.Queue[Progress | Exception | None] = asyncio.Queue()

    async def events(self) -> AsyncIterator[Progress]:
        """Run it and give its progress. Raises what the work raised."""
        loop = asyncio.get_running_loop()

        def tell(event: Progress | Exception | None) -> None:
            with contextlib.suppress(RuntimeError):  # the screen has ended meanwhile
                loop.call_soon_threadsafe(self._events.put_nowait, event)

        def run() -> None:
            try:
                self._work(tell, self._stopped.is_set)
            except Exception as error:  # whatever it is, it is raised in events()
                tell(error)
            tell(None)

        threading.Thread(target=run, name="work", daemon=True).start()
        while (event := await self._events.get()) is not None:
            if isinstance(event, Exception):
                raise event
            yield event

    async def done(self) -> None:
        """Run it to its end. Raises what the work raised."""
        async for _ in self.events():
            pass

    def stop(self) -> None:
        """Ask it to stop as soon as it can."""
        self._stopped.set()

    async def end(self) -> None:
        """The same; the thread itself dies with the program."""
        self.stop()


def loading(library: Library, inputs: Sequence[str], settings: Settings, now: datetime) -> ThreadWork:
    """Read what the command line named into the library in memory."""

    def load(tell: ShowProgress, stopped: Callable[[], bool]) -> None:
        from briefreader.jobs.inputs import load_inputs

        load_inputs(library, inputs, now=now, settings=settings, progress=tell, cancelled=stopped)

    return ThreadWork(load)


def fetching_full_text(library: Library, article_id: int, settings: Settings) -> ThreadWork:
    """Fetch the whole article where a feed gave only a teaser."""

    def fetch(tell: ShowProgress, stopped: Callable[[], bool]) -> None:
        from briefreader.jobs.full_text import fetch_full_text

        fetch_full_text(library, article_id, settings=settings)

    return ThreadWork(fetch)


def telling(library: Library, points: int) -> ThreadWork:
    """Tell anew the stories that the reader has changed by hand."""

    def tell(_: ShowProgress, stopped: Callable[[], bool]) -> None:
        from briefreader.jobs.grouping import tell_changed  # it brings the whole engine

        rounds = iter((False,))  # what is untold after one round, the refresh that goes on beside us tells
        tell_changed(library, points=points, cancelled=lambda: next(rounds, True))

    return ThreadWork(tell)

"""What takes long and must never hold up a key: refreshing in a process of its own, loading given inputs in a thread."""

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
from briefreader.jobs.progress import BriefsDone, Progress, SourceDone
from briefreader.safety import one_line
from briefreader.store.library import Library

_NICENESS = 10
_LONGEST_LINE = 1 << 20


class CommandProcess:
    """``briefreader COMMAND`` beside the screen, at low priority, on the same library."""

    def __init__(self, settings: Settings, *arguments: str) -> None:
        self._command = [sys.executable, "-m", "briefreader", *arguments, "--data-dir", str(settings.data_dir)]
        if settings.config_file.exists():
            self._command += ["--config", str(settings.config_file)]
        self._process: asyncio.subprocess.Process | None = None
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
        assert process.stdout
        assert process.stderr
        told = asyncio.create_task(process.stderr.read())
        try:
            async for line in process.stdout:
                yield line.decode("utf-8", "replace").strip()
            self.exit_code = await process.wait()
            said = (await told).decode("utf-8", "replace").strip().splitlines()
            self.words = one_line(said[-1]) if said else ""
        finally:
            self.stop()
            await process.wait()
            told.cancel()

    def stop(self) -> None:
        """End it; what it has saved stays saved."""
        if self._process and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.terminate()


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


class InputsThread:
    """Reads the inputs of the command line into the library in memory, in a thread that dies with the program."""

    def __init__(self, library: Library, inputs: Sequence[str], settings: Settings, now: Callable[[], datetime]) -> None:
        self._library, self._inputs, self._settings, self._now = library, inputs, settings, now
        self._stopped = threading.Event()
        self._events: asyncio.Queue[Progress | Exception | None] = asyncio.Queue()

    async def events(self) -> AsyncIterator[Progress]:
        """Run it and give its progress. Raises what the loading raised."""
        loop = asyncio.get_running_loop()

        def tell(event: Progress | Exception | None) -> None:
            with contextlib.suppress(RuntimeError):  # the screen has ended meanwhile
                loop.call_soon_threadsafe(self._events.put_nowait, event)

        def load() -> None:
            from briefreader.jobs.inputs import load_inputs

            try:
                load_inputs(
                    self._library,
                    self._inputs,
                    now=self._now(),
                    settings=self._settings,
                    progress=tell,
                    cancelled=self._stopped.is_set,
                )
            except Exception as error:
                tell(error)
            tell(None)

        threading.Thread(target=load, name="inputs", daemon=True).start()
        while (event := await self._events.get()) is not None:
            if isinstance(event, Exception):
                raise event
            yield event

    def stop(self) -> None:
        """Stop after the input that is being read."""
        self._stopped.set()

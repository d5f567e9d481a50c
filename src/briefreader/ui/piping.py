"""A command of the reader's, given a text on its standard input: one argv, no shell, limits of time and output."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shlex
import signal
from dataclasses import dataclass

from briefreader.ui.processes import LOOK_EVERY, see_ended

_SECONDS = 30
_MOST_OUTPUT = 256 * 1024
_GRACE = 0.3
"""Seconds in which the rest of the output may come after the command has ended: what it left running may hold the pipe."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command printed, and its exit code; ``None`` if it did not end by itself, and ``problem`` says why."""

    output: str
    exit_code: int | None
    problem: str = ""

    @property
    def words(self) -> str:
        """How it ended."""
        if self.problem:
            return self.problem
        return "done" if self.exit_code == 0 else f"ended with exit code {self.exit_code}"


async def run_command(command: str, text: str = "", *, more: tuple[str, ...] = (), seconds: float = _SECONDS) -> Outcome:
    """Run what the reader typed, split as a shell would but without one; ``more`` are further arguments.

    A command that cannot be started, or that does not end in time, is an outcome too: nothing is raised.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        return Outcome("", None, f"not a command: {str(error).lower()}")
    if not words or words[0].startswith("-"):
        return Outcome("", None, "not a command: it begins with the name of a program")
    try:
        process = await asyncio.create_subprocess_exec(
            *words,
            *more,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        return Outcome("", None, f"cannot be started: {getattr(error, 'strerror', None) or error}")
    return await _finish(process, text, seconds)


async def _finish(process: asyncio.subprocess.Process, text: str, seconds: float) -> Outcome:
    output = bytearray()
    reading = asyncio.create_task(_read(process, output))
    writing = asyncio.create_task(_write(process, text))
    problem = ""
    try:
        await asyncio.wait_for(_ended(process), seconds)
        await asyncio.wait([reading], timeout=_GRACE)
    except TimeoutError:
        problem = f"stopped: it took longer than {seconds:g} s"
    finally:
        reading.cancel()
        writing.cancel()
        _kill(process)
        await see_ended(process)
    cut = "\n… the rest is left out" if len(output) > _MOST_OUTPUT else ""
    return Outcome(output[:_MOST_OUTPUT].decode("utf-8", "replace") + cut, None if problem else process.returncode, problem)


async def _ended(process: asyncio.subprocess.Process) -> None:
    while process.returncode is None:
        await asyncio.sleep(LOOK_EVERY)


async def _read(process: asyncio.subprocess.Process, output: bytearray) -> None:
    assert process.stdout
    while piece := await process.stdout.read(65536):
        if len(output) <= _MOST_OUTPUT:
            output += piece


async def _write(process: asyncio.subprocess.Process, text: str) -> None:
    assert process.stdin
    with contextlib.suppress(ConnectionError):  # it does not read its input
        process.stdin.write(text.encode("utf-8", "replace"))
        await process.stdin.drain()
    process.stdin.close()


def _kill(process: asyncio.subprocess.Process) -> None:
    """End it and its children, if it still runs; what it left in the background on purpose goes on."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:  # pragma: no cover (Windows)
                process.kill()

"""The screen's child processes: each is seen to end, or the loop's end would find it and its pipes still open."""

from __future__ import annotations

import asyncio
import contextlib
from time import monotonic

LOOK_EVERY = 0.02
"""Seconds. Process.wait() waits for the pipes too, which a program that goes on in the background (xclip) never closes."""
_PATIENCE = 5.0


async def see_ended(process: asyncio.subprocess.Process) -> None:
    """Wait until a process that was asked to end has ended, and close its pipes; one that does not end in time is killed.

    The reader who quits cancels this, and the loop that ends once more: it is done all the same.
    """
    await _wait(process)
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await _wait(process)
    if process.stdin and process.stdin.transport.get_write_buffer_size():  # it, or what it left running, does not read it
        process.stdin.transport.abort()
    process._transport.close()  # type: ignore[attr-defined] # else the pipes stay open with what it left running


async def _wait(process: asyncio.subprocess.Process) -> None:
    until = monotonic() + _PATIENCE
    while process.returncode is None and monotonic() < until:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(LOOK_EVERY)

"""Notice that the terminal has gone: where no signal says so, Textual would read its end for ever."""

from __future__ import annotations

import select
import threading
from collections.abc import Callable
from contextlib import suppress


def when_hung_up(terminal: int, tell: Callable[[], None]) -> None:
    """Call ``tell``, from a thread of its own, once the other side of ``terminal`` (a file descriptor) is closed.

    Waiting costs nothing. Systems that cannot wait for it (Windows) never tell.
    """
    if hasattr(select, "poll"):
        threading.Thread(target=_wait, args=(terminal, tell), name="hang-up", daemon=True).start()


def _wait(terminal: int, tell: Callable[[], None]) -> None:
    watch = select.poll()
    watch.register(terminal, 0)  # no event asked for: POLLHUP and POLLERR are always told
    with suppress(OSError, RuntimeError):  # the screen has ended in the meantime
        watch.poll()
        tell()

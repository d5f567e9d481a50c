"""Asked to end from outside, by a signal or because the terminal has gone: the screen ends in good order, or else at last.

Textual handles no signal, reads for ever from a terminal that has gone, and waits without end for one that takes no output.
"""

from __future__ import annotations

import os
import select
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

try:
    import termios
except ImportError:  # pragma: no cover (Windows)
    termios = None  # type: ignore[assignment] # known by its absence

_SIGNALS = [getattr(signal, name) for name in ("SIGHUP", "SIGINT", "SIGTERM") if hasattr(signal, name)]
_HUNG_UP = 129
_PATIENCE = 4.0
"""Seconds for ending in good order; after that the program ends at once, with the terminal's modes as they were."""


@contextmanager
def asked_to_end(terminal: int, end: Callable[[int], None]) -> Iterator[None]:
    """Meanwhile, have ``end`` called with the exit code at a signal, or when ``terminal`` (a file descriptor) hangs up.

    It may be called in any thread, and at any moment. Afterwards the signals mean what they meant before.
    """
    modes = termios.tcgetattr(terminal) if termios else None

    def end_at_last(exit_code: int) -> None:
        if modes:
            with suppress(termios.error):
                termios.tcsetattr(terminal, termios.TCSANOW, modes)
        os._exit(exit_code)

    def ask(exit_code: int) -> None:
        timer = threading.Timer(_PATIENCE, end_at_last, [exit_code])
        timer.daemon = True
        timer.start()
        end(exit_code)

    before = {number: signal.signal(number, lambda number, _: ask(128 + number)) for number in _SIGNALS}
    if hasattr(select, "poll"):  # not on Windows
        threading.Thread(target=_wait_for_hang_up, args=(terminal, ask), name="hang-up", daemon=True).start()
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _wait_for_hang_up(terminal: int, ask: Callable[[int], None]) -> None:
    watch = select.poll()
    watch.register(terminal, 0)  # no event asked for: POLLHUP and POLLERR are always told
    watch.poll()
    ask(_HUNG_UP)

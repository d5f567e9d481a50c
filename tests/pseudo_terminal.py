"""The program in a real pseudo-terminal: keys go in, a screen comes out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

PATIENCE = 30.0
"""Seconds after which a test gives up; nothing here waits that long unless it fails."""


class Terminal:
    """The program under test with its terminal."""

    def __init__(
        self,
        *arguments: str,
        environment: dict[str, str],
        size: tuple[int, int] = (120, 35),
        folder: Path | None = None,
        program: tuple[str, str] = ("-m", "briefreader"),
    ) -> None:
        self._ours, self._theirs = pty.openpty()
        self._set_size(*size)
        self.before = termios.tcgetattr(self._theirs)
        self.process = subprocess.Popen(
            [sys.executable, *program, *arguments],
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            env=environment,
            cwd=folder,
            start_new_session=True,
        )
        self._ends: tuple[int, ...] = (self._ours, self._theirs)
        self.output = ""
        self._seen = 0

    def read_until(self, pattern: str) -> None:
        """Read until what came after the last match matches."""
        deadline = time.monotonic() + PATIENCE
        while not (found := re.compile(pattern).search(self.output, self._seen)):
            assert time.monotonic() < deadline, f"{pattern!r} never came:\n{self.output[-3000:]}"
            if select.select([self._ours], [], [], 0.05)[0]:
                self.output += os.read(self._ours, 65536).decode("utf-8", "replace")
        self._seen = found.end()

    def press(self, keys: str | bytes) -> None:
        os.write(self._ours, keys.encode() if isinstance(keys, str) else keys)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size. It is not the program's controlling one, so the program is told by us."""
        self._set_size(columns, rows)
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGWINCH)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read_for(self, seconds: float) -> bool:
        """Read what comes within so many seconds, at most one piece; say whether anything came."""
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        self.output += os.read(self._ours, 65536).decode("utf-8", "replace")
        return True

    def vanish(self) -> None:
        """Close both ends that we hold, as a terminal's window does that dies."""
        for end in self._ends:
            os.close(end)
        self._ends = ()

    def end(self) -> int:
        """Wait for the program's end, reading on, and give its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, "it does not end"
            if select.select([self._ours], [], [], 0.05)[0]:
                self.output += os.read(self._ours, 65536).decode("utf-8", "replace")
        while select.select([self._ours], [], [], 0.05)[0]:
            self.output += os.read(self._ours, 65536).decode("utf-8", "replace")
        return self.process.returncode

    @property
    def has_its_modes(self) -> bool:
        """Whether the terminal's modes are as they were."""
        return termios.tcgetattr(self._theirs) == self.before

    @property
    def is_restored(self) -> bool:
        """Whether it has its modes, the alternate screen is left and the cursor is shown."""
        return self.has_its_modes and self.output.rfind("\x1b[?1049l") > self.output.rfind("\x1b[?1049h")

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.vanish()

"""Run a shell line in a pseudo-terminal, wait until the demo's screen is there, press Q, and expect a clean end.

python3 try_demo.py 'SHELL LINE'
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

PATIENCE = 300.0
"""Seconds for setting up and for the screen to come."""
ON_THE_SCREEN = b"Negotiation"


def main() -> int:
    line = sys.argv[1]
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp("bash", ["bash", "-c", line])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 35, 120, 0, 0))
    shown, asked_to_quit = b"", False
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 1)
        if ready:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:
                chunk = b""
            if not chunk:
                break
            shown += chunk
        if ON_THE_SCREEN in shown and not asked_to_quit:
            os.write(terminal, b"Q")
            asked_to_quit = True
    else:
        sys.stderr.write(f"the demo did not end within {PATIENCE:.0f} seconds; it last wrote:\n{shown[-2000:]!r}\n")
        return 1
    exit_code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if not asked_to_quit:
        sys.stderr.write(f"the demo's screen never came; it wrote:\n{shown.decode(errors='replace')[-4000:]}\n")
        return 1
    return exit_code


if __name__ == "__main__":
    sys.exit(main())

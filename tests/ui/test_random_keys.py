"""Random keys at random sizes: the screen lives through them, says nothing of its insides, and draws when it is asked to.

The long form: ``python tests/ui/test_random_keys.py SECONDS SEED``.
"""

from __future__ import annotations

import os
import random
import re
import sys
import tempfile
import time
from pathlib import Path

import pytest

from pseudo_terminal import Terminal

_SPECIAL = [
    "\x1b", "\t", "\x1b[Z", "\r", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x7f",
    "\x1b[<0;20;10M\x1b[<0;20;10m", "\x1b[<64;5;5M", "\x1b[<65;5;5M", "\x1b[200~pasted\ntext\x1b[201~", "\x1b1", "\x0c",
]  # fmt: skip
_LETTERS = "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789/:?<>[]{}=-+*!,.;'\" "
_REDRAW = 2.0
"""Seconds in which a new size has to be drawn."""


def keys_and_sizes(chance: random.Random) -> tuple[str, tuple[int, int] | None]:
    """A burst of keys, without any that quits, and now and then another size from 1x1 to 500x200."""
    burst = "".join(chance.choice(_SPECIAL) if chance.random() < 0.3 else chance.choice(_LETTERS) for _ in range(6))
    return burst, (chance.randint(1, 500), chance.randint(1, 200)) if chance.random() < 0.3 else None


def still_draws(terminal: Terminal) -> bool:
    """Whether two usual sizes are drawn, after all that went before is done."""
    while terminal.read_for(0.3):
        pass
    terminal.resize(99, 30)
    terminal.read_for(_REDRAW)
    terminal.resize(100, 31)
    return terminal.read_for(_REDRAW * 5)


def demo(folder: Path) -> Terminal:
    config = folder / "config.toml"
    config.write_text("[screen]\nreduced_motion = true\n")
    environment = {
        **os.environ,
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "BRIEFREADER_DATA_DIR": str(folder / "data"),
        "BRIEFREADER_CONFIG": str(config),
        "BROWSER": "true",
    }
    opened = Terminal("demo", environment=environment, folder=folder)  # keys at random can export, too
    opened.read_until("1 Stories")
    return opened


def has_quit(terminal: Terminal) -> bool:
    """The palette can quit, too: whatever happens otherwise is a failure."""
    ended = terminal.process.poll()
    assert ended in (None, 0), terminal.output[-3000:]
    assert not (found := re.search(r"(Traceback|Error:).{0,300}", terminal.output, re.DOTALL)), found
    return ended == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_it_lives_through_random_keys_and_sizes(tmp_path: Path) -> None:
    chance = random.Random(24)
    terminal = demo(tmp_path)
    try:
        for _ in range(60):
            burst, size = keys_and_sizes(chance)
            terminal.press(burst)
            if size:
                terminal.resize(*size)
            while terminal.read_for(0.01):
                pass
        drawn = still_draws(terminal)
        assert has_quit(terminal) or drawn
        terminal.press("\x11")  # ^q, heard everywhere
        assert terminal.end() == 0
        assert terminal.is_restored
    finally:
        terminal.close()


def pound(seconds: float, seed: int) -> int:
    """Press random keys for so long; gives how many bursts it lived through."""
    chance, bursts = random.Random(seed), 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            terminal = demo(Path(folder))
            try:
                while time.monotonic() < end and not has_quit(terminal):
                    terminal.output = ""
                    burst, size = keys_and_sizes(chance)
                    terminal.press(burst)
                    if size:
                        terminal.resize(*size)
                    while terminal.read_for(0.02):
                        pass
                    bursts += 1
                    drawn = bursts % 50 or still_draws(terminal)
                    assert has_quit(terminal) or drawn, f"no redraw after burst {bursts}"
            finally:
                terminal.close()
    return bursts


if __name__ == "__main__":
    print(pound(float(sys.argv[1]), int(sys.argv[2])), "bursts of keys")

"""When Python looks for needless objects while the screen is open: never through all of them, in the middle of a key."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from pseudo_terminal import Terminal

BOTH_WAYS = """
import gc
from briefreader.ui.memory import look_at_nothing, look_only_at_what_is_new

class Ring:
    def __init__(self):
        self.itself = self

look_at_nothing()
assert not gc.isenabled()
rings = [Ring() for _ in range(50_000)]
look_only_at_what_is_new()
assert gc.isenabled()
assert gc.get_freeze_count() > 50_000
assert not any(isinstance(each, Ring) for each in gc.get_objects())
Ring()
assert gc.collect() >= 1
"""

ENDS_WHEN_IT_IS_SO = """
import gc, os, signal, threading, time
from briefreader.cli import main
def wait():
    while not (gc.get_freeze_count() and gc.isenabled()):
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGTERM)
threading.Thread(target=wait, daemon=True).start()
main()
"""


def test_what_the_start_made_is_left_alone_and_what_is_new_is_not() -> None:
    subprocess.run([sys.executable, "-c", BOTH_WAYS], check=True)


def test_the_open_screen_looks_only_at_what_is_new(tmp_path: Path, environment: dict[str, str]) -> None:
    article = tmp_path / "one.txt"
    article.write_text(
        "Dock workers break off talks\n\nThe dock workers of Arna broke off pay talks with the port on Monday.\n"
    )
    terminal = Terminal(str(article), environment=environment, program=("-c", ENDS_WHEN_IT_IS_SO))
    try:
        terminal.read_until("1 Stories")
        assert terminal.end() == 128 + signal.SIGTERM
    finally:
        terminal.close()

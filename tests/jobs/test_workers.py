"""Work in child processes: results come back, and whatever a task does to its process is a value."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial

import pytest

from briefreader.errors import SourceError
from briefreader.jobs.child import _do, failure
from briefreader.jobs.workers import WorkerPool
from briefreader.sources.feeds import parse_feed


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(2, seconds=5) as running:
        yield running


def test_results_come_in_the_order_given(pool: WorkerPool) -> None:
    assert list(pool.map(abs, range(-100, 0))) == list(range(100, 0, -1))


def test_a_feed_is_parsed_in_a_child(pool: WorkerPool) -> None:
    content = b"<rss><channel><title>T</title><item><title>One</title></item></channel></rss>"
    good, bad = pool.map(partial(parse_feed, url="https://e.example/"), [content, b"hello"])
    assert not isinstance(good, SourceError)
    assert good.entries[0].title == "One"
    assert isinstance(bad, SourceError)
    assert "plain text" in str(bad)


def test_what_kills_a_child_costs_only_its_own_task(pool: WorkerPool) -> None:
    dead = pool.submit(os._exit, 3).result()
    crashed = pool.submit(ctypes.string_at, 0).result()
    assert str(dead) == "crashed the program that read it"
    assert str(crashed) == "crashed the program that read it"
    assert pool.submit(abs, -1).result() == 1


def test_too_much_memory_is_said_so(pool: WorkerPool) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux holds a process to a limit of memory")
    assert str(pool.submit(bytes, 2_000_000_000).result()) == "needed too much memory"
    assert pool.submit(abs, -1).result() == 1


def test_too_much_time_is_said_so_and_others_go_on() -> None:
    with WorkerPool(2, seconds=0.5) as pool:
        slow = pool.submit(time.sleep, 60)
        assert pool.submit(abs, -1).result() == 1
        assert str(slow.result()) == "took over 0.5 s to read"
        assert pool.submit(abs, -2).result() == 2


def test_a_fault_in_a_task_is_a_source_error_and_a_fault_of_ours_is_raised(pool: WorkerPool) -> None:
    assert str(pool.submit(int, "x").result()) == "could not be read (ValueError)"
    with pytest.raises((AttributeError, TypeError)):
        pool.submit(lambda: None).result()  # what cannot be pickled never leaves


def test_what_a_task_prints_does_not_get_between(pool: WorkerPool) -> None:
    assert pool.submit(print, "noise").result() is None
    assert pool.submit(os.write, 1, b"noise").result() == 5


def test_a_large_answer_comes_whole(pool: WorkerPool) -> None:
    assert pool.submit(bytes, 5_000_000).result() == bytes(5_000_000)


def test_no_child_is_started_without_a_task() -> None:
    with WorkerPool(2) as pool:
        assert pool._children == set()


def test_children_are_niced_and_ignore_the_terminal(pool: WorkerPool) -> None:
    assert pool.submit(os.nice, 0).result() >= 5  # type: ignore[operator]  # a number, unless the test fails
    assert pool.submit(os.getsid, 0).result() != os.getsid(0)


def test_closing_ends_the_children_and_what_they_do() -> None:
    pool = WorkerPool(1)
    child = pool.submit(os.getpid).result()
    busy = pool.submit(time.sleep, 60)
    waiting = pool.submit(abs, 1)
    while not busy.running():
        time.sleep(0.01)
    pool.close()
    assert isinstance(busy.result(), SourceError)
    assert waiting.cancelled()
    assert isinstance(child, int)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    with pytest.raises(RuntimeError):
        pool.submit(abs, 1)


PARENT = """
import os, sys, time
from briefreader.jobs.workers import WorkerPool
pool = WorkerPool(1, seconds=1)
child = pool.submit(os.getpid).result()
if sys.argv[1] == "busy":
    pool.submit(time.sleep, 60)
print(child, flush=True)
for _ in range(600):
    time.sleep(0.1)
"""


@pytest.mark.parametrize("doing", ["idle", "busy"])
@pytest.mark.parametrize("ended_by", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_no_child_outlives_us_however_we_die(doing: str, ended_by: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT, doing], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.send_signal(ended_by)
        parent.wait(10)
    until = time.monotonic() + 15
    while time.monotonic() < until and _lives(child):
        time.sleep(0.05)
    assert not _lives(child)


def _lives(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat") as status:  # noqa: PTH123 (a process, not a file)
            return status.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_what_a_child_says_of_a_failure() -> None:
    assert str(failure(MemoryError())) == "needed too much memory"
    assert str(failure(RecursionError())) == "nested too deeply to read"
    assert str(failure(SourceError("as it is"))) == "as it is"


def test_a_child_that_ran_out_of_memory_is_not_used_again() -> None:
    import pickle

    answer, fit = _do(pickle.dumps((bytes, (1 << 62,))))
    assert not fit
    assert str(pickle.loads(answer)[0]) == "needed too much memory"
    answer, fit = _do(pickle.dumps((abs, (-3,))))
    assert (pickle.loads(answer), fit) == ((3, True), True)

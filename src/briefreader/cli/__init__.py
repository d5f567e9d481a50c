"""The command line: arguments in, one call, words out."""

from __future__ import annotations

import signal
import sys
from types import FrameType

from briefreader.cli.output import complain, finish_streams, prepare_streams
from briefreader.errors import BriefreaderError


class Ended(BaseException):
    """A signal asks us to end; ``exit_code`` is 128 and the signal's number."""

    def __init__(self, signal_number: int) -> None:
        super().__init__(signal_number)
        self.exit_code = 128 + signal_number


def main() -> None:
    """Run ``briefreader`` with the arguments of this process, and exit.

    Exit codes: 0 done, 1 some of the work failed, 2 usage, 129, 130 and 143 ended by SIGHUP, SIGINT and SIGTERM.
    """
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _end)
    prepare_streams()
    exit_code = _run()
    finish_streams()
    sys.exit(exit_code)


def _end(signal_number: int, frame: FrameType | None) -> None:
    signal.signal(signal_number, signal.SIG_IGN)
    raise Ended(signal_number)


def _run() -> int:
    from briefreader.cli.program import run_program

    debug = "--debug" in sys.argv[1:]
    try:
        return run_program()
    except Ended as ended:
        return ended.exit_code
    except BriefreaderError as error:
        complain(str(error))
        if debug:
            raise
        return error.exit_code
    except Exception as error:
        complain(f"something went wrong that should not ({type(error).__name__}: {error}); --debug shows where")
        from briefreader.cli.log import log_fault

        log_fault(error)
        if debug:
            raise
        return 1

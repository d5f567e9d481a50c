"""The log beside the library: what refreshes did, and what went wrong. For the reader's eyes, and nothing secret in it."""

from __future__ import annotations

import logging
import re
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from briefreader.cli.private import for_us_alone
from briefreader.jobs.progress import Progress, SourceDone
from briefreader.sources.address import is_web, mask

LOG_NAME = "briefreader.log"
_ROTATED_AT = 500_000
_KEPT = 2
_QUERY = re.compile(r"(?<=\?)[^\s'\"]+")  # of an address: it may hold a key
_LOG = logging.getLogger("briefreader")


class _Line(logging.Formatter):
    """One line a record, whatever foreign text is in it, and no password or key of an address."""

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))


class _PrivateFile(RotatingFileHandler):
    """A file that others cannot read. What cannot be written is not worth an error of its own."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", errors="replace", opener=for_us_alone)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (the library's name)
        """Go on: a full disk stops no refresh."""


def start_log(folder: Path) -> None:
    """Write the log of this process to ``folder``, made when there is something to write; it rotates at half a megabyte."""
    handler = _PrivateFile(folder / LOG_NAME, maxBytes=_ROTATED_AT, backupCount=_KEPT, delay=True)
    handler.setFormatter(_Line("%(asctime)s %(levelname)s %(message)s"))
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    _LOG.handlers = [handler]


def log_progress(progress: Progress) -> None:
    """Note a source that was visited. Web addresses are told by their host: the rest of one may be a key."""
    if isinstance(progress, SourceDone):
        address = progress.address.split("/")[2].rpartition("@")[2] if is_web(progress.address) else progress.address
        if progress.error:
            _LOG.warning("%s: %s", address, progress.error)
        else:
            _LOG.info("%s: %d new", address, progress.new)


def log_done(words: str) -> None:
    """Note what a job did in the end."""
    _LOG.info("%s", words)


def log_fault(error: BaseException) -> None:
    """Note a fault of ours with the way to it, if a log was started."""
    if _LOG.handlers:
        _LOG.error("fault", exc_info=error)


def without_secrets(text: str) -> str:
    """The text on one line, its addresses without names, passwords and queries."""
    return _QUERY.sub("***", mask(text))

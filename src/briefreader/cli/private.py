"""Files of ours that nobody else may read."""

from __future__ import annotations

import errno
import os
import stat


def for_us_alone(path: str, flags: int) -> int:
    """An opener for ``open``: the file that it makes belongs to this user alone. Raises ``OSError`` for a pipe or device."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o600)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a regular file", path)
    return descriptor

"""Files of ours that nobody else may read."""

from __future__ import annotations

import os


def for_us_alone(path: str, flags: int) -> int:
    """An opener for ``open``: the file that it makes belongs to this user alone."""
    return os.open(path, flags, 0o600)

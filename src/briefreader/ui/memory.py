"""When Python looks for objects that nothing needs any more.

It looks through all that there is each time that a quarter more has come: 50 ms and more for what a screen is made of,
in the middle of a key, and nearly nothing of that is ever found to be needless.
"""

from __future__ import annotations

import gc

_NEW_OBJECTS = 10_000
"""So many new objects are looked through at once; a key makes a few thousand, most of which are gone with it."""


def look_at_nothing() -> None:
    """While the program starts: all that is made stays."""
    gc.disable()


def look_only_at_what_is_new() -> None:
    """From now on, what is there already is not looked through again (``gc.freeze``)."""
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)
    gc.enable()

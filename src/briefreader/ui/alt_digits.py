"""Alt with a digit, as most terminals send it: Escape and the digit."""

from __future__ import annotations

from typing import cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS


def hear_alt_digits() -> None:
    """Have Alt+1 to Alt+9 heard as these keys: Textual takes them for what Option types on a Mac's keyboard (``¡``, ``£``).

    A Mac's terminal sends such characters as themselves, so they can still be typed.
    """
    sequences = cast("dict[str, object]", ANSI_SEQUENCES_KEYS)
    for digit in "123456789":
        sequences.pop(f"\x1b{digit}", None)

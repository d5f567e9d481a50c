"""Steps of the undo history in words for the reader."""

from __future__ import annotations


def done(step: str, more: str = "") -> str:
    """What a step did, and how to take it back; "" is a step that changed nothing."""
    return f"{step[0].upper()}{step[1:]} · u takes it back{more}" if step else "Nothing to change: it is so already"


def undone(step: str | None) -> str:
    """What was taken back; ``None`` is that there was nothing to take back."""
    return f"Taken back · {step}" if step else "Nothing to take back"

"""YAML front matter that every YAML reader reads back as it was written: each string stands in double quotes.

A double-quoted YAML string takes the escapes of a JSON string, so ``json`` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from briefreader.export.document import FrontValue
from briefreader.safety import clean_text

MARKER = 'generator: "briefreader"'
"""The line by which an export knows its own files: others are never touched."""


def front_matter(values: Mapping[str, FrontValue]) -> str:
    """Give the block between its two ``---`` lines, our marker first. The keys are ours, plain words."""
    lines = [MARKER, *(f"{key}: {_value(value)}" for key, value in values.items())]
    return "\n".join(("---", *lines, "---"))


def _value(value: FrontValue) -> str:
    if isinstance(value, str):
        return json.dumps(clean_text(value), ensure_ascii=False)
    if isinstance(value, tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    return json.dumps(round(value, 4))  # YAML 1.1 takes 1e-05 for a string

"""One object of JSON Lines as text that no terminal, line splitter or decoder can trip over."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

# What JSON allows to stand raw but a terminal may obey or a reader of lines may split at: DEL, C1, the line and paragraph
# separators, the bidirectional controls, the byte order mark. They stand only inside strings, where an escape means the same.
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def json_line(record: Mapping[str, Any]) -> str:
    """Give ``record`` as one line of JSON without its newline; a lone surrogate (from a file's name) becomes U+FFFD."""
    text = _SURROGATE.sub("\ufffd", json.dumps(record, ensure_ascii=False, allow_nan=False))
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)

"""The one gate for text from outside: what leaves here is harmless to a terminal, a file and a log.

Textual, Rich and feedparser all let control bytes pass (measured), so every foreign string goes through ``clean_text`` when it
comes in, after entities were decoded, and once more where it is shown or written.
"""

from __future__ import annotations

import re
import unicodedata

# C0 but tab and newline, DEL, C1; surrogates; noncharacters; bidirectional embeddings, overrides and isolates with their marks;
# the line and paragraph separators; interlinear and tag characters; the byte order mark.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ufeff"
    "\U000e0000-\U000e007f" + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17)) + "]"
)
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
_MAX_COMBINING = 4
_MAY_COMBINE = re.compile("[\u0300-\u1fff\u20d0-\u20ff\u2cef-\U0010ffff]")
"""What is beyond Latin, its typography and its symbols: only there are combining marks."""


def _limit_combining(text: str) -> str:
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= _MAX_COMBINING:
            kept.append(character)
    return "".join(kept)


def clean_text(text: str) -> str:
    """Give ``text`` with every line end a newline and without anything a terminal could obey.

    No C0 controls but newline and tab, no DEL or C1, no bidirectional controls, surrogates, noncharacters or tag characters,
    and at most four combining marks in a row (Unicode TR 36, TR 55).
    """
    if not text.isprintable():  # what is forbidden is not; a screen has hundreds of pieces, nearly all of which are
        text = _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))
    return text if text.isascii() or not _MAY_COMBINE.search(text) else _limit_combining(text)


def one_line(text: str) -> str:
    """The same on one line, with runs of white space as one space: for titles, messages and rows."""
    return " ".join(clean_text(text).split())

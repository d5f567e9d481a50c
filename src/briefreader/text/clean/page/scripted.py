"""Pages that show nothing until their script runs, though the article came with them: as HTML inside the script's own data.

Next.js, Nuxt and the like send the page's data as JSON in a script element; the article's body is one of its strings. It is
only looked for where a page shows next to no text.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_FLIGHT = re.compile(
    r'self\.__next_f\.push\(\[1,("(?:[^"\\]++|\\.)*+")\]\)', re.DOTALL
)  # the lines of React's server components
_ROW = re.compile(r"(?:^|\n)[0-9a-f]{1,6}:T([0-9a-f]{1,6}),")
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_LEAST_PARAGRAPHS = 3
_SHORTEST = 400  # characters of an article's HTML
_LONGEST = 5_000_000  # characters of scripts that are read
_DEEPEST = 3  # JSON inside a string of JSON


def scripted_body(root: HtmlElement) -> str | None:
    """The HTML of the article that the page's scripts hold, the string with the most paragraphs, or ``None``."""
    scripts = [script.text for script in root.iter("script") if script.text and not script.get("src")]
    flight = "".join(_decoded(found[1]) for script in scripts for found in _FLIGHT.finditer(script[:_LONGEST]))
    texts = ["\n".join(scripts)[:_LONGEST], flight]
    bodies = [*_rows(flight)]
    for _ in range(_DEEPEST):
        texts = [text for whole in texts for text in _strings(whole)]
        bodies.extend(texts)
    best = max(reversed(bodies), key=_paragraphs, default="")  # of equals the innermost, decoded in full
    return best if _paragraphs(best) >= _LEAST_PARAGRAPHS else None


def _strings(text: str) -> list[str]:
    """The long JSON strings in a text, decoded."""
    return [_decoded(found[0]) for found in _STRING.finditer(text) if len(found[0]) >= _SHORTEST]


def _decoded(written: str) -> str:
    try:
        return str(json.loads(written, strict=False))
    except ValueError:
        return ""


def _rows(flight: str) -> list[str]:
    """The long texts of a flight: each stands behind its length in bytes."""
    return [flight[row.end() :].encode()[: int(row[1], 16)].decode(errors="ignore") for row in _ROW.finditer(flight)]


def _paragraphs(text: str) -> int:
    return len(_PARAGRAPH.findall(text))

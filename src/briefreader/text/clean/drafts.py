"""Blocks in the making: what a format's reader found, before the furniture among it is told from the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefreader.model import Block, BlockKind, Link

MOST_BLOCKS = 20_000
"""No article is longer; what a page of millions of elements says after them is not read."""

CELL_SEPARATOR = " | "

_LONG_WORD = 6  # characters with the space after it; a line of shorter ones has spaces
_UNSPACED = re.compile("[\u3040-\u9fff\u0e00-\u0e7f]")


@dataclass(slots=True)
class Draft:
    """A block with what helps to judge it. ``linked`` counts the characters inside links; ``kept`` is readability's vote.

    ``lead`` is what the page names a summary line, ``place`` is the index of the container that the block stands in, and
    ``removed_by`` the rule that took the block out.
    """

    kind: BlockKind
    text: str
    level: int | None = None
    rows: tuple[tuple[str, ...], ...] | None = None
    style: str | None = None
    links: list[Link] = field(default_factory=list)
    linked: int = 0
    place: int = 0
    kept: bool = False
    lead: Literal["standfirst", "lead"] | None = None
    removed_by: str | None = None
    _counted: tuple[int, int] = (0, 0)

    @property
    def words(self) -> int:
        """How many words the text has, counted once."""
        length = len(self.text)
        if self._counted[0] != length:
            self._counted = (length, word_count(self.text))
        return self._counted[1]

    @property
    def link_share(self) -> float:
        """The share of the text that is link text, 0 to 1."""
        return min(1.0, self.linked / max(1, len(self.text)))

    def block(self) -> Block:
        return Block(self.kind, self.text, self.level, self.rows, self.style, tuple(self.links))


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """A table as text: one row a line, cells joined by `` | ``."""
    return "\n".join(CELL_SEPARATOR.join(row) for row in rows)


def word_count(text: str) -> int:
    """How many words a text has; where a script writes no spaces, two characters count as a word."""
    spaced = len(text.split())
    if spaced * _LONG_WORD > len(text):
        return spaced
    return max(spaced, len(text) // 2) if writes_no_spaces(text) else spaced


def writes_no_spaces(text: str) -> bool:
    """Whether a text begins in a script that parts no words: Chinese, Japanese, Thai."""
    return _UNSPACED.search(text, 0, 80) is not None

"""Foreign text made safe to stand in Markdown: it reads as it did, and no renderer finds structure, HTML or a link in it.

Ordinary prose stays as it is, so that a file reads well raw. Besides CommonMark this minds GitHub's tables, strike-through
and mathematics, and Obsidian's tags, highlights, comments and block names.
"""

from __future__ import annotations

import re

from briefreader.safety import one_line

_BACKSLASHED = re.compile(
    r"[\\`*\[\]~]"  # code, emphasis, links, strike-through
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis with underscores, which is none inside a word
    r"|(?:(?<=\s)|^)[#^]"  # a heading, a tag, the name of a block
    r"|\$(?!\d)"  # mathematics; a price stays as it is
    r"|=(?==)|%(?=%)"  # a highlight, a comment
)
_TAG = re.compile(r"<(?=[A-Za-z/!?%]|$)")  # at the end too: the next run may go on
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BLOCK_START = re.compile(r"[-+:=](?=\s|$|[-+:=])|>|\|")
_NUMBERED = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")


def inline(text: str) -> str:
    """Give ``text`` on one line, to stand inside a line of Markdown."""
    escaped = _BACKSLASHED.sub(r"\\\g<0>", one_line(text))
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", escaped))


def line_start(markdown: str) -> str:
    """Give a line of escaped text so that it starts no list, quotation, rule, heading or table."""
    return _NUMBERED.sub(r"\1\\", markdown, count=1) if _NUMBERED.match(markdown) else _escape_block_start(markdown)


def cell(text: str) -> str:
    """Give ``text`` as a cell of a table."""
    return inline(text).replace("|", r"\|")


def _escape_block_start(markdown: str) -> str:
    return f"\\{markdown}" if _BLOCK_START.match(markdown) else markdown

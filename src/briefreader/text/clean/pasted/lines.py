"""Plain text to lines that each are one thing: wrapped paragraphs joined, flattened tables and lists found again."""

from __future__ import annotations

import re

from briefreader.text.clean.drafts import MOST_BLOCKS, Draft, table_text

_BULLET = re.compile(r"^(\s*)(?:[•·◦▪▫‣●○■□►▸✓✔➤※]|[*+-](?=\s))\s*(?=\S)")
_NUMBER = re.compile(r"^(\s*)(?:\(?(?:\d{1,2}|[a-z])\)|\d{1,2}\.)\s+(?=\S)")
_INNER_BULLETS = ("◦○", "▪■□‣▸")  # of a second and a third level, where indentation does not tell
_DEEPEST = 6
_JOIN = re.compile(r"(?<=[a-zà-ÿ0-9)%])(?=[A-ZÀ-Þ][a-zà-ÿ])|(?<=[a-zà-ÿ)])(?=[0-9$€£])")
_SENTENCE_END = re.compile(r"[.!?…:;。！？।؟][\"'”’»)\]]*$")
_WRAP_FROM, _WRAP_TO = 50, 100  # characters; text is wrapped at 60 to 80 as a rule


def drafts_of(text: str) -> list[Draft]:
    """The blocks of a plain text in order: paragraphs, list items and tables. Headings are told later, by what follows them."""
    drafts: list[Draft] = []
    chunks = _chunks(text)
    for before, chunk, after in zip([[], *chunks], chunks, [*chunks[1:], []], strict=False):
        if len(drafts) >= MOST_BLOCKS:
            break
        drafts.extend(
            [_line_draft(chunk[0], is_alone=True)] if _numbers_a_section(before, chunk, after) else _chunk_drafts(chunk)
        )
    _nest(drafts)
    return drafts


def _nest(drafts: list[Draft]) -> None:
    """Turn the places of list items (how far in they stand, and under which sort of bullet) into levels from 1."""
    open_at: list[int] = []
    for draft in drafts:
        if draft.kind != "list_item":
            open_at = []
            continue
        place = draft.level or 0
        while open_at and place < open_at[-1]:
            open_at.pop()
        if not open_at or place > open_at[-1]:
            open_at.append(place)
        draft.level = min(_DEEPEST, len(open_at))


def _numbers_a_section(before: list[str], chunk: list[str], after: list[str]) -> bool:
    """Whether a numbered line alone heads a section: neither what stands above nor below it goes on counting."""
    if len(chunk) != 1 or not _NUMBER.match(chunk[0]) or _SENTENCE_END.search(chunk[0]):
        return False
    return not any(lines and _NUMBER.match(lines[at]) for lines, at in ((before, -1), (after, 0)))


def _chunks(text: str) -> list[list[str]]:
    """The runs of lines between blank lines."""
    chunks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            chunks[-1].append(line.rstrip())
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _chunk_drafts(chunk: list[str]) -> list[Draft]:
    drafts: list[Draft] = []
    rest = _unwrapped(chunk) if _is_wrapped(chunk) else chunk
    position = 0
    while position < len(rest) and len(drafts) < MOST_BLOCKS:
        rows = flattened_table(rest, position)
        if rows:
            drafts.append(Draft("table", table_text(rows), rows=rows, place=1))
            position += len(rows)
        else:
            drafts.append(_line_draft(rest[position], opens=position == 0))
            position += 1
    return drafts


def _line_draft(line: str, *, opens: bool = True, is_alone: bool = False) -> Draft:
    """``place`` is 1 for a line that a blank line precedes, 0 for one that goes on. A number alone counts nothing.

    A list item's level is its place here, until all are known (``_nest``).
    """
    place = 1 if opens else 0
    bullet = _BULLET.match(line)
    if bullet:
        rank = next((rank for rank, glyphs in enumerate(_INNER_BULLETS, start=1) if line[bullet.end(1)] in glyphs), 0)
        return Draft("list_item", line[bullet.end() :].strip(), _indent(bullet[1]) + rank, place=place)
    number = _NUMBER.match(line)
    if number and not is_alone:
        return Draft("list_item", line[number.end() :].strip(), _indent(number[1]), style="ordered", place=place)
    return Draft("paragraph", " ".join(line.split()), place=place)


def _indent(blank: str) -> int:
    """How far in a list item stands, in steps that a level takes at least; a column more or less is no step."""
    return len(blank.expandtabs(4)) // 2 * len(_INNER_BULLETS)


def _is_wrapped(chunk: list[str]) -> bool:
    """Whether a paragraph was broken into lines of about the same length: an e-mail, a PDF, an old terminal."""
    inner = chunk[:-1]
    if len(inner) < 2 or any(_BULLET.match(line) or _NUMBER.match(line) for line in chunk[:1]):
        return False
    longest = max(map(len, inner))
    full = sum(_WRAP_FROM <= len(line) <= _WRAP_TO for line in inner)
    ended = sum(bool(_SENTENCE_END.search(line)) for line in inner)
    return longest <= _WRAP_TO and full >= 0.7 * len(inner) and ended <= 0.4 * len(inner)


def _unwrapped(chunk: list[str]) -> list[str]:
    """The chunk's lines joined into paragraphs."""
    paragraphs: list[list[str]] = []
    for line in chunk:
        if not paragraphs or _BULLET.match(line) or _NUMBER.match(line):
            paragraphs.append([line])
        else:
            paragraphs[-1] = joined(paragraphs[-1], line.lstrip())
    return ["".join(pieces) for pieces in paragraphs]


def joined(pieces: list[str], line: str) -> list[str]:
    """The pieces of a paragraph with one more line.

    A hyphen at a line's end came with the wrapping where a small letter follows; before a capital it belongs to the name.
    """
    if pieces[-1].endswith("-") and pieces[-1][-2:-1].isalpha() and line[:1].isalpha():
        if line[:1].islower():
            pieces[-1] = pieces[-1][:-1]
        pieces.append(line)
    else:
        pieces += [" ", line]
    return pieces


def flattened_table(lines: list[str], start: int = 0) -> tuple[tuple[str, ...], ...]:
    """The rows of the table that begins at line ``start``, if one does: cells parted by tabs or bars, or run together
    (``StageKey IssueOutcome``) in the same number of pieces on at least three lines."""
    for split, least in ((_by_tabs, 2), (_by_bars, 2), (_by_joins, 3)):
        rows: list[tuple[str, ...]] = []
        for number in range(start, len(lines)):
            cells = split(lines[number])
            if len(cells) < 2 or (rows and len(cells) != len(rows[0])):
                break
            rows.append(cells)
        if len(rows) >= least:
            return tuple(rows)
    return ()


def _by_tabs(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().split("\t")) if "\t" in line.strip() else ()


def _by_bars(line: str) -> tuple[str, ...]:
    cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
    return cells if len(cells) >= 3 and all(cells) else ()


def _by_joins(line: str) -> tuple[str, ...]:
    if len(line) > 160 or _SENTENCE_END.search(line):
        return ()
    return tuple(_JOIN.split(line.strip()))

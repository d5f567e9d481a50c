"""What an export says, before it is Markdown or HTML: a small document of plain nouns.

Every string in it is foreign text until a renderer has escaped it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

FrontValue = str | int | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look. ``url`` makes it a link where it is a web address, and plain text where it is not."""

    text: str
    strong: bool = False
    emphasis: bool = False
    url: str | None = None


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; ``level`` counts from 1."""

    line: Line
    level: int = 1
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    line: Line


@dataclass(frozen=True, slots=True)
class Table:
    """The first row is the header."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class StageDiagram:
    """A time line to be drawn: a day (or ``undated``) and the stages reported on it, in our own words only."""

    days: tuple[tuple[str, tuple[str, ...]], ...]


Part = Heading | Paragraph | Items | Quote | Table | Code | StageDiagram


@dataclass(frozen=True, slots=True)
class Document:
    """``front`` is the front matter, without our own marker, which every renderer adds."""

    title: str
    parts: tuple[Part, ...]
    front: Mapping[str, FrontValue] = field(default_factory=dict)
    language: str | None = None


def section(heading: str, level: int, lines: Iterable[Line]) -> Iterator[Part]:
    """Give a heading with a list under it, or nothing where there is nothing to list."""
    items = tuple(Item(line) for line in lines)
    if items:
        yield Heading(level, heading)
        yield Items(items)

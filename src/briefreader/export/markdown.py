"""Briefs, stories and articles as Markdown that reads well raw and rendered."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefreader.export import contents
from briefreader.export.document import (
    Code,
    Document,
    Heading,
    Item,
    Items,
    Line,
    Paragraph,
    Part,
    Quote,
    Run,
    StageDiagram,
    Table,
)
from briefreader.export.escape import cell, inline, line_start
from briefreader.export.frontmatter import front_matter
from briefreader.links import web_address
from briefreader.model import Article, Brief, Story
from briefreader.safety import clean_text

_INDENT = "    "


def brief_markdown(brief: Brief, *, why: bool = False) -> str:
    """Give one article's brief, and with ``why`` what decided it."""
    return markdown(contents.brief_document(brief, why=why))


def story_markdown(story: Story, *, why: bool = False) -> str:
    """Give a story as it stands now, with its time line and its sources, and with ``why`` what decided it."""
    return markdown(contents.story_document(story, why=why))


def day_markdown(stories: Iterable[Story], day: str) -> str:
    """Give the stories of one day (an ISO date, or words such as ``2026-11-20 to 2026-11-22``) in one document."""
    return markdown(contents.day_document(stories, day))


def article_markdown(article: Article, *, why: bool = False) -> str:
    """Give the cleaned article alone."""
    return markdown(contents.article_document(article, why=why))


def markdown(document: Document) -> str:
    """Give a document with its front matter, ending with a newline."""
    heading = f"# {inline(document.title)}"
    return "\n\n".join((front_matter(document.front), heading, *map(_part, document.parts))) + "\n"


def _part(part: Part) -> str:  # noqa: PLR0911  one return for each noun
    match part:
        case Heading(level, text):
            return f"{'#' * level} {inline(text)}"
        case Paragraph(line):
            return line_start(_line(line))
        case Quote(line):
            return f"> {line_start(_line(line))}"
        case Items(items):
            return _items(items)
        case Table(rows):
            return _table(rows)
        case Code(text):
            return _fenced(text)
        case StageDiagram(days):
            return _mermaid(days)


def _line(line: Line) -> str:
    text = ""
    for run in map(_run, line):
        # An exclamation mark before a link would make it an image, which a reader's program loads unasked.
        text = f"{text[:-1]}\\!{run}" if text.endswith("!") and run.startswith("[") else text + run
    return text


def _run(run: Run) -> str:
    text = inline(run.text)
    if not text:
        return " " if run.text else ""
    mark = "**" if run.strong else "*" if run.emphasis else ""
    before = " " if run.text[0].isspace() else ""
    after = " " if run.text[-1].isspace() else ""
    address = web_address(run.url)
    text = f"{mark}{text}{mark}"
    return f"{before}[{text}]({address}){after}" if address else f"{before}{text}{after}"


def _items(items: Iterable[Item]) -> str:
    """A list. An item is at most one level deeper than the one before, or Markdown would take it for code."""
    lines: list[str] = []
    counts: list[tuple[bool, int]] = []  # of each open level: whether it is numbered, and how many items it has so far
    for item in items:
        level = max(1, min(item.level, len(counts) + 1))
        ordered, count = counts[level - 1] if level <= len(counts) else (item.ordered, 0)
        count = count + 1 if ordered == item.ordered else 1
        counts = [*counts[: level - 1], (item.ordered, count)]
        marker = f"{count}." if item.ordered else "-"
        lines.append(f"{_INDENT * (level - 1)}{marker} {line_start(_line(item.line))}")
    return "\n".join(lines)


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    width = max((len(row) for row in rows), default=0)
    header, *body = [[*map(cell, row), *[""] * (width - len(row))] for row in rows] or [[""]]
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, ["---"] * len(header), *body))


def _fenced(text: str) -> str:
    """Code in a fence longer than any run of backticks inside."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{clean_text(text)}\n{fence}"


def _mermaid(days: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    lines = (f"{_INDENT}{day} : {' : '.join(stages)}" for day, stages in days)
    return "\n".join(("```mermaid", "timeline", *lines, "```"))

"""Briefs, stories and articles as self-contained HTML: no script, nothing loaded from anywhere, all foreign text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import resources
from itertools import groupby

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
from briefreader.links import web_address
from briefreader.model import Article, Brief, Story
from briefreader.safety import clean_text, one_line

MARKER = '<meta name="generator" content="briefreader">'
"""The line by which an export knows its own files: others are never touched."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")


def brief_html(brief: Brief) -> str:
    """Give one article's brief as a page."""
    return html(contents.brief_document(brief))


def story_html(story: Story) -> str:
    """Give a story as it stands now as a page."""
    return html(contents.story_document(story))


def day_html(stories: Iterable[Story], day: str) -> str:
    """Give the stories of one day as a page."""
    return html(contents.day_document(stories, day))


def article_html(article: Article, *, why: bool = False) -> str:
    """Give the cleaned article alone as a page."""
    return html(contents.article_document(article, why=why))


def html(document: Document) -> str:
    """Give a document as a page of its own, ending with a newline."""
    language = document.language or ""
    lang = f' lang="{language}"' if _LANGUAGE.fullmatch(language) else ""
    style = resources.files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    body = (f"<h1>{_text(document.title)}</h1>", *filter(None, map(_part, document.parts)))
    return "\n".join(
        (
            f"<!DOCTYPE html>\n<html{lang}>\n<head>",
            '<meta charset="utf-8">',
            MARKER,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_text(document.title)}</title>",
            f"<style>\n{style}</style>\n</head>\n<body>",
            *body,
            "</body>\n</html>\n",
        )
    )


def _part(part: Part) -> str:  # noqa: PLR0911  one return for each noun
    match part:
        case Heading(level, text):
            return f"<h{level}>{_text(text)}</h{level}>"
        case Paragraph(line):
            return f"<p>{_line(line)}</p>"
        case Quote(line):
            return f"<blockquote><p>{_line(line)}</p></blockquote>"
        case Items(items):
            return _items(items)
        case Table(rows):
            return _table(rows)
        case Code(text):
            return f"<pre>{escape(clean_text(text))}</pre>"
        case StageDiagram():
            return ""  # a picture of the list beside it, which only Markdown's readers draw


def _items(items: Sequence[Item]) -> str:
    """A list; deeper items stand in a list of their own inside the item before them."""
    lists: list[str] = []
    for ordered, entries in groupby(_with_inner(items), key=lambda entry: entry[0].ordered):
        tag = "ol" if ordered else "ul"
        lines = [f"<li>{_line(item.line)}{_items(inner)}</li>" for item, inner in entries]
        lists.append("\n".join((f"<{tag}>", *lines, f"</{tag}>")))
    return "\n".join(lists)


def _with_inner(items: Sequence[Item]) -> Iterator[tuple[Item, Sequence[Item]]]:
    """Each item of the outer level with the deeper ones that follow it."""
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].level > items[at].level:
            end += 1
        yield items[at], items[at + 1 : end]
        at = end


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    lines = [
        f"<tr>{''.join(f'<{tag}>{_text(cell)}</{tag}>' for cell in row)}</tr>"
        for tag, row in zip(("th", *["td"] * len(rows)), rows, strict=False)
    ]
    return "\n".join(("<table>", *lines, "</table>"))


def _line(line: Line) -> str:
    return "".join(map(_run, line)).strip()


def _run(run: Run) -> str:
    text = escape(" ".join(clean_text(f"|{run.text}|").split())[1:-1])
    text = f"<strong>{text}</strong>" if run.strong and text else text
    text = f"<em>{text}</em>" if run.emphasis and text else text
    address = web_address(run.url)
    return f'<a href="{escape(address)}" rel="noopener noreferrer nofollow">{text}</a>' if address and text else text


def _text(text: str) -> str:
    return escape(one_line(text))

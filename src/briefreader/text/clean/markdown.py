"""Markdown to an article: the document's own structure, its front matter or first heading as the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefreader.model import Article, Raw, Removal
from briefreader.text.clean.blocks import Page
from briefreader.text.clean.charset import decode
from briefreader.text.clean.dates import iso_date
from briefreader.text.clean.drafts import Draft
from briefreader.text.clean.envelope import with_envelope
from briefreader.text.clean.heads import read_head
from briefreader.text.clean.people import people
from briefreader.text.clean.prepare import hide
from briefreader.text.clean.shapes import is_prose
from briefreader.text.clean.tree import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 1_000_000  # characters; the parser takes some seconds for them
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|author|authors|by|byline|date|published|updated|site|source|url|link|lang|language)[ \t]*:[ \t]*(\S.*)$",
    re.IGNORECASE | re.MULTILINE,
)


def read_markdown(raw: Raw) -> Article:
    """The article of a Markdown document. HTML inside it is text like any other page's: never shown as markup."""
    from markdown_it import MarkdownIt

    text = decode(raw.content, raw.charset).replace("\r\n", "\n").lstrip("\ufeff")
    fields, text = _front_matter(text)
    root = parse(MarkdownIt("commonmark", {"html": True}).enable("table").render(text[:_LONGEST]))
    if root is None:
        return with_envelope(Article(raw.source), raw)
    removed = hide(root)
    drafts = Page(root, raw.url or fields.get("url")).drafts
    title = fields.get("title")
    if drafts and _is_title(drafts[0], title):
        title = drafts.pop(0).text
    first_prose = next((number for number, draft in enumerate(drafts) if is_prose(draft.text)), 0)
    head = read_head(drafts, first_prose, find_title=False)
    byline = fields.get("author") or head.byline
    removed += [Removal(draft.text, draft.removed_by) for draft in drafts if draft.removed_by]
    article = Article(
        raw.source,
        tuple(draft.block() for draft in drafts if not draft.removed_by),
        url=fields.get("url"),
        title=title,
        byline=byline,
        authors=people(byline),
        site=fields.get("site"),
        published=iso_date(fields.get("date")) or head.published,
        updated=iso_date(fields.get("updated")),
        removed=tuple(removed),
    )
    return with_envelope(article, raw, declared=fields.get("language"))


def _is_title(first: Draft, title: str | None) -> bool:
    if first.kind != "heading":
        return False
    return first.level == 1 if title is None else first.text.casefold() == title.casefold()


_NAMES = {
    "authors": "author",
    "by": "author",
    "byline": "author",
    "published": "date",
    "source": "site",
    "link": "url",
    "lang": "language",
}


def _front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """The simple fields of a YAML front matter, read as text (no YAML is interpreted), and the document without it."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    fields: dict[str, str] = {}
    for name, value in _FIELD.findall(found[1]):
        fields.setdefault(_NAMES.get(name.lower(), name.lower()), value.strip().strip("[]\"'"))
    return fields, text[found.end() :]

"""Markdown to an article: the document's own structure, its front matter or first heading as the title."""

from __future__ import annotations

import re

from briefreader.model import Article, Raw, Removal
from briefreader.text.clean.addresses import web_address
from briefreader.text.clean.charset import decode
from briefreader.text.clean.drafts import Draft
from briefreader.text.clean.envelope import with_envelope
from briefreader.text.clean.formats.front_matter import front_matter
from briefreader.text.clean.metadata.dates import iso_date
from briefreader.text.clean.metadata.people import people
from briefreader.text.clean.page.blocks import Page
from briefreader.text.clean.page.prepare import hide
from briefreader.text.clean.page.tree import parse
from briefreader.text.clean.pasted.heads import read_head
from briefreader.text.clean.shapes import is_prose

_LONGEST = 500_000  # characters: a thick book; of hostile ones the parser takes some seconds
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*)$")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,60}\]")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_TASK = re.compile(r"^\[[ xX]\]\s+")


def read_markdown(raw: Raw) -> Article:
    """The article of a Markdown document. HTML inside it is text like any other page's: never shown as markup."""
    from markdown_it import MarkdownIt

    text = decode(raw.content, raw.charset).replace("\r\n", "\n").lstrip("\ufeff")
    fields, text = front_matter(text)
    markup = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    root = parse(markup.render(_with_notes_last(text[:_LONGEST])))
    if root is None:
        return with_envelope(Article(raw.source), raw)
    removed = hide(root)
    drafts = Page(root, raw.url or fields.get("url")).drafts
    for draft in drafts:
        draft.text = _TASK.sub("", draft.text) if draft.kind == "list_item" and not draft.links else draft.text
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
        url=web_address(fields.get("url")),
        title=title,
        byline=byline,
        authors=people(byline),
        site=fields.get("site"),
        published=iso_date(fields.get("date")) or head.published,
        updated=iso_date(fields.get("updated")),
        image=web_address(fields.get("image")),
        standfirst=fields.get("standfirst") or head.standfirst,
        removed=tuple(removed),
    )
    return with_envelope(article, raw, declared=fields.get("language"))


def _with_notes_last(text: str) -> str:
    """The document with its footnotes as a numbered list at the end and without the marks that lead to them."""
    lines: list[str] = []
    notes: list[list[str]] = []
    in_note = in_code = False
    for line in text.split("\n"):
        in_code ^= bool(_FENCE.match(line))
        note = None if in_code else _NOTE.match(line)
        if note:
            notes.append([note[2]])
            in_note = True
        elif in_note and line.strip() and line.startswith((" ", "\t")):
            notes[-1].append(line.strip())
        else:
            in_note = False
            lines.append(line if in_code else _NOTE_MARK.sub("", line))
    return "\n".join([*lines, "", *(f"{number}. {' '.join(note)}" for number, note in enumerate(notes, start=1))])


def _is_title(first: Draft, title: str | None) -> bool:
    if first.kind != "heading":
        return False
    return first.level == 1 if title is None else first.text.casefold() == title.casefold()

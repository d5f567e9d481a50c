"""A tree to blocks, in reading order, and the bare skeleton of the page that readability votes on.

Readability loses tables and lists and rewrites what it keeps. So it gets a skeleton: the page's containers with their names,
and in them each of our blocks as a plain numbered paragraph. It says where the article is; what it holds, we know already.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from briefreader.model import BlockKind
from briefreader.safety import clean_text, one_line
from briefreader.text.clean.addresses import web_address
from briefreader.text.clean.drafts import MOST_BLOCKS, Draft, table_text
from briefreader.text.clean.page.inline import Inline
from briefreader.text.clean.page.names import says
from briefreader.text.clean.page.tables import data_rows, is_calendar

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NUMBER = "data-block"
"""The attribute of a skeleton's paragraph that holds the block's number."""

_SKIPPED = frozenset([
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "select", "option", "datalist",
    "textarea", "input", "head", "title", "audio", "video", "map", "applet", "frameset", "noframes", "dialog", "progress",
    "meter",
])  # fmt: skip
_INLINE = frozenset([
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "nobr", "q", "ruby", "rb", "rt", "rp", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "img", "picture", "source", "button", "o:p",
])  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = frozenset([
    "article", "section", "main", "aside", "header", "footer", "nav", "form", "blockquote", "figure", "ul", "ol", "dl",
    "table",
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Place:
    """What the containers around say about a block."""

    kind: BlockKind = "paragraph"
    level: int | None = None
    style: str | None = None
    list_depth: int = 0
    number: int = 0
    lead: Literal["standfirst", "lead"] | None = None


class Page:
    """The blocks of a tree, with each block's containers (``parents[place]`` is the container around ``place``)."""

    def __init__(self, root: HtmlElement, base: str | None = None) -> None:
        from lxml.html import Element

        self.drafts: list[Draft] = []
        self.parents: list[int] = [0]
        self.skeleton = Element("body")
        self._base = base
        self._inline = Inline()
        self._here = self.skeleton
        body = root.find("body")
        self._children(body if body is not None else root, _Place())
        self._flush(_Place())

    def _walk(self, element: HtmlElement, place: _Place) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or len(self.drafts) >= MOST_BLOCKS:
            return
        if tag == "br":
            self._line_break(element, place)
        elif tag == "a":
            self._link(element, place)
        elif tag in _INLINE:
            self._children(element, place)
        elif tag == "hr":
            self._flush(place)
        elif tag == "pre":
            self._code(element, place)
        elif tag == "table" and (rows := data_rows(element)) is not None:
            self._table(element, rows, place)
        else:
            self._container(element, tag, place)

    def _children(self, element: HtmlElement, place: _Place) -> None:
        if element.text:
            self._inline.add(element.text)
        for child in element:
            self._walk(child, place)
            if child.tail:
                self._inline.add(child.tail)

    def _line_break(self, element: HtmlElement, place: _Place) -> None:
        following = element.getnext()
        if following is not None and following.tag == "br" and not (element.tail or "").strip():
            self._flush(place)
        else:
            self._inline.new_line()

    def _link(self, element: HtmlElement, place: _Place) -> None:
        href = element.get("href")
        if place.kind == "heading" and href is not None and href.startswith("#"):
            self._children(element, place)  # a heading's link to itself leads nowhere
            return
        self._inline.open_link(web_address(href, self._base) if href else None)
        self._children(element, place)
        self._inline.close_link()

    def _code(self, element: HtmlElement, place: _Place) -> None:
        self._flush(place)
        text = clean_text("".join(element.itertext())).strip("\n").rstrip()
        if text.strip():
            self._add(Draft("code", text, place=place.number))

    def _table(self, element: HtmlElement, rows: tuple[tuple[str, ...], ...], place: _Place) -> None:
        self._flush(place)
        caption = element.find("caption")
        if caption is not None and (text := one_line("".join(caption.itertext()))):
            self._add(Draft("caption", text, place=place.number))
        linked = sum(len("".join(link.itertext())) for link in element.iter("a"))
        rule = "calendar" if is_calendar(rows) else None
        self._add(Draft("table", table_text(rows), rows=rows, linked=linked, place=place.number, removed_by=rule))

    def _container(self, element: HtmlElement, tag: str, place: _Place) -> None:
        from lxml.html import Element

        self._flush(place)
        around = self._here
        if tag != "p" and tag not in _HEADINGS and tag != "li":
            self.parents.append(place.number)
            place = replace(place, number=len(self.parents) - 1)
            self._here = Element(tag if tag in _CONTAINERS and tag not in ("ul", "ol", "table", "form") else "div")
            for name in ("class", "id", "itemprop"):
                if value := element.get(name):
                    self._here.set(name, one_line(value))
            around.append(self._here)
        inside = _inside(element, tag, place)
        self._children(element, inside)
        self._flush(inside)
        self._here = around

    def _flush(self, place: _Place) -> None:
        if self._inline.is_empty:
            return
        text, links = self._inline.result()
        linked = self._inline.linked
        self._inline = Inline()
        if text:
            self._add(Draft(place.kind, text, place.level, None, place.style, links, linked, place.number, lead=place.lead))

    def _add(self, draft: Draft) -> None:
        from lxml.etree import SubElement

        paragraph = SubElement(self._here, f"h{draft.level}" if draft.kind == "heading" else "p")
        paragraph.set(NUMBER, str(len(self.drafts)))
        linked = min(draft.linked, len(draft.text))
        paragraph.text = draft.text[linked:]
        if linked:
            SubElement(paragraph, "a").text = draft.text[:linked]
        self.drafts.append(draft)


def _inside(element: HtmlElement, tag: str, place: _Place) -> _Place:
    """What ``element`` makes of the blocks in it."""
    if says(element, "standfirst"):
        place = replace(place, lead="standfirst")
    elif place.lead is None and says(element, "lead"):
        place = replace(place, lead="lead")
    if tag in _HEADINGS:
        return replace(place, kind="heading", level=_HEADINGS[tag], style=None)
    if tag in ("ul", "ol", "menu"):
        return replace(place, style="ordered" if tag == "ol" else None, list_depth=place.list_depth + 1)
    if tag == "li":
        return replace(place, kind="list_item", level=max(1, place.list_depth))
    if tag == "blockquote":
        return replace(place, kind="quote", level=None, style=None)
    if tag == "figcaption" or (tag == "figure" and not _holds_more(element)) or says(element, "caption"):
        return replace(place, kind="caption", level=None, style=None)
    return place


def _holds_more(figure: HtmlElement) -> bool:
    """Whether a figure shows a table, code or a quotation and not a picture."""
    return any(next(figure.iter(tag), None) is not None for tag in ("table", "pre", "blockquote"))

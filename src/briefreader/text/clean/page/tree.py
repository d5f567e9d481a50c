"""HTML text to an lxml tree that is safe to walk."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from briefreader.safety import clean_text

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement

MAX_DEPTH = 200
"""Deeper nesting is read without its wrappers: lxml drops text below 2,048 levels silently, and we walk recursively."""

MOST_TAGS = 200_000
"""What a page says after so many tags is not read: no article has them, and a million would take many seconds."""

_ANY_TAG = re.compile(r"<[a-zA-Z/]")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})[^<>]{0,2000}>")
_SCRIPT = re.compile(r"<(script|style)\b.{0,200000}?</\1", re.IGNORECASE | re.DOTALL)
_KEPT_WHEN_FLAT = {"p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "tr"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WRITTEN_CONTROL = re.compile(r"&#(?:[xX]0*(?:1?[0-9a-fA-F]|[fF]{3}[eEfF])|0*(?:[12]?\d|3[01]|6553[45]))(?![0-9a-fA-F])")
_PAGE_END = re.compile(r"</(?:body|html)\s{0,9}>", re.IGNORECASE)  # what a careless page says after it would be lost
_LONG_TAG = re.compile(r"<[a-zA-Z][a-zA-Z0-9:-]{0,40}\s[^<>]{20000,}")
_MOST_ATTRIBUTES = 3000  # of one tag: the parser's time grows with their square


def parse(text: str) -> HtmlElement | None:
    """Give the tree of a page or fragment without comments, or ``None`` where there is nothing to read."""
    text = _PAGE_END.sub("", _bounded(text.replace("\x00", "")))
    text = _LONG_TAG.sub(_without_many_attributes, text)
    root = _parse(text)
    if root is not None and (_WRITTEN_CONTROL.search(text) or _CONTROL.search(text)):
        _drop_control_characters(root)
    if _may_be_deep(text) and (root is None or _is_deep(root)):
        root = _parse(_flat(text))
        if root is not None:
            _drop_control_characters(root)
    return root


def text_length(element: HtmlElement) -> int:
    """How many characters of text an element holds, without white space: scripts that write no spaces count as others do."""
    length = _length_of()(element)
    return int(length) if isinstance(length, float) else 0


@cache
def _length_of() -> XPath:
    from lxml.etree import XPath

    return XPath("string-length(translate(normalize-space(), ' ', ''))")


def _bounded(text: str) -> str:
    if text.count("<") <= MOST_TAGS:
        return text
    last = next(islice(_ANY_TAG.finditer(text), MOST_TAGS, None), None)
    return text[: last.start()] if last else text


def _drop_control_characters(root: HtmlElement) -> None:
    """Clean texts of what lxml gives but does not take back when a piece of the tree moves."""
    for element in root.iter("*"):
        if element.text and _CONTROL.search(element.text):
            element.text = clean_text(element.text)
        if element.tail and _CONTROL.search(element.tail):
            element.tail = clean_text(element.tail)


def _without_many_attributes(tag: re.Match[str]) -> str:
    return "<p " if tag[0].count("=") > _MOST_ATTRIBUTES or len(tag[0].split()) > _MOST_ATTRIBUTES else tag[0]


def _parse(text: str) -> HtmlElement | None:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except LxmlError:
        return None


def _may_be_deep(text: str) -> bool:
    return text.count("<") - text.count("</") > MAX_DEPTH


def _is_deep(root: HtmlElement) -> bool:
    return bool(root.xpath(f"boolean({'/*' * (MAX_DEPTH + 1)})"))


def _flat(text: str) -> str:
    """The page with only the tags that part its text: what is hidden can then not be told, so scripts and styles go first."""
    return _TAG.sub(lambda tag: tag[0] if tag[2].lower() in _KEPT_WHEN_FLAT else " ", _SCRIPT.sub("", text))

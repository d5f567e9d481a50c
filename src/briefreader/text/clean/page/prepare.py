"""Before reading: what a reader would not see goes, and so do containers whose names say that they are furniture.

Two rules guard the article. Nothing goes that holds more than 30 % of the page's text: an unclosed ``<button>``, an ASP.NET
``<form>`` or a careless class name around everything. And a hidden paragraph that holds more than 30 % of the prose is the
article, waiting for a script to show it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from briefreader.model import Removal
from briefreader.text.clean.page.names import furniture_name, named
from briefreader.text.clean.page.streamed import put_in_place
from briefreader.text.clean.page.styles import mark_hidden
from briefreader.text.clean.page.tree import text_length

if TYPE_CHECKING:
    from lxml.html import HtmlElement

GUARD = 0.3
_LEAST_PROSE = 200  # characters: below that a share of a page tells nothing
_OFTEN_LONGER = frozenset(["comments by name", "cookie by name", "related by name", "newsletter by name", "footer", "dialog"])
_SHOWN = 200  # characters of a removed piece that are kept for ``--why``
_NEVER_TEXT = [
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "select", "textarea", "input",
    "head", "audio", "video", "map",
]  # fmt: skip
_FURNITURE_TAGS = frozenset(["nav", "footer", "aside", "form", "button", "dialog"])
_FURNITURE_ROLES = frozenset([
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert", "menu", "menubar", "toolbar",
])  # fmt: skip
_IN_SENTENCES = frozenset(
    ["a", "span", "em", "strong", "b", "i", "u", "mark", "abbr", "button", "time", "sup", "sub", "font", "cite"]
)
_OWN_FORM = frozenset(["blockquote", "pre", "code", "table", "h1", "h2", "h3", "h4", "h5", "h6"])  # whatever their names say
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_NOT_CONTAINERS = frozenset(["html", "body", "article", "main"])
_HIDDEN_STYLE = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?(?:;|$)|font-size:0(?:px|em|rem|pt|%)?(?:;|!|$)"
    r"|(?:^|;)(?:max-)?(?:height|width):0(?:px)?(?:;|!|$)[^@]{0,200}overflow:hidden"
    r"|(?:left|top|right|text-indent|margin-left):-\d{3,}(?:\.\d+)?(?:px|em|rem)|clip:rect\(0|clip-path:inset\((?:50|100)%"
    r"|(?:^|;)color:(?:transparent|rgba\([^()]{1,20},0(?:\.0+)?\))|transform:[^;]{0,60}scale(?:3d)?\(0[,)]"
)
_COLOURS = re.compile(r"(?:^|;)(color|background|background-color):([^;!]{1,40})")
_SAME_COLOURS = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff", "rgb(0,0,0)": "#000000"}
_SHORT_COLOUR = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])")


def prepare(root: HtmlElement, *, by_name: bool = True) -> list[Removal]:
    """Remove from ``root`` what is hidden or furniture by tag, role or name, and say what was removed and why.

    ``by_name=False`` leaves the names alone, for pages whose names mislead.
    """
    removed: list[Removal] = []
    put_in_place(root)
    mark_hidden(root)
    _drop_all(root, _NEVER_TEXT)
    body = root.find("body")
    top = body if body is not None else root
    page = _Measure(text_length(top), sum(text_length(paragraph) for paragraph in top.iter("p")))
    careless: set[str] = set()
    waiting = list(reversed(top))
    while waiting:
        element = waiting.pop()
        rule = _rule(element, careless if by_name else None) if isinstance(element.tag, str) else None
        if rule is None or _is_guarded(element, rule, page):
            if rule is not None and rule.word:
                careless.add(rule.word)
            waiting.extend(reversed(element))
        else:
            _drop(element, rule.name, removed)
    return removed


def _is_guarded(element: HtmlElement, rule: _Rule, page: _Measure) -> bool:
    """Whether an element holds too much to go. A name found on such an element says nothing on this page."""
    if text_length(element) > GUARD * page.text:
        return True
    if rule.name in _OFTEN_LONGER:
        return False
    prose = text_length(element) if element.tag == "p" else sum(text_length(paragraph) for paragraph in element.iter("p"))
    return prose > max(_LEAST_PROSE, GUARD * page.prose)


def hide(root: HtmlElement) -> list[Removal]:
    """Remove only what a reader would not see: all that a feed item's own fragment needs."""
    removed: list[Removal] = []
    mark_hidden(root)
    _drop_all(root, _NEVER_TEXT)
    for element in list(root.iterdescendants()):
        if isinstance(element.tag, str) and is_hidden(element):
            _drop(element, "hidden", removed)
    return removed


def is_hidden(element: HtmlElement) -> bool:
    """Whether a browser would not show the element, as far as the element itself says."""
    if element.get("role") == "region" and "aria-labelledby" in element.attrib:
        return False  # a section that the reader opens by its heading (the accordion of the ARIA practices)
    if "hidden" in element.attrib and element.get("hidden") != "until-found":
        return True
    if element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    if not style:
        return False
    flat = "".join(style.lower().split())[:2000]
    return bool(_HIDDEN_STYLE.search(flat)) or _is_colour_on_colour(flat)


def _is_colour_on_colour(style: str) -> bool:
    colours = {name.removesuffix("-color"): _one_colour(value) for name, value in _COLOURS.findall(style)}
    return "color" in colours and colours["color"] == colours.get("background") and colours["color"] != "inherit"


def _one_colour(value: str) -> str:
    """White and black, and colours of three digits, written in one way."""
    short = _SHORT_COLOUR.fullmatch(value)
    return f"#{short[1] * 2}{short[2] * 2}{short[3] * 2}" if short else _SAME_COLOURS.get(value, value)


@dataclass(frozen=True, slots=True)
class _Measure:
    """How many characters a page shows, and how many of them in paragraphs."""

    text: int
    prose: int


@dataclass(frozen=True, slots=True)
class _Rule:
    """Why an element goes; ``word`` is the part of its name that says so."""

    name: str
    word: str | None = None


def _rule(element: HtmlElement, careless: set[str] | None) -> _Rule | None:
    """The rule that takes an element out; names are looked at unless ``careless``, the names that mislead, is ``None``."""
    if is_hidden(element):
        return _Rule("hidden")
    tag = element.tag
    if tag in _NOT_CONTAINERS or (tag in _IN_SENTENCES and _is_in_sentence(element)) or _opens_a_section(element):
        return None
    if tag in _FURNITURE_TAGS:
        return _Rule(str(tag))
    if element.get("role") in _FURNITURE_ROLES:
        return _Rule("navigation")
    if careless is not None and tag not in _OWN_FORM and (element.get("class") or element.get("id")):
        return _name_rule(named(element), careless)
    return None


def _opens_a_section(element: HtmlElement) -> bool:
    """Whether the element is a button and the heading of a section that it opens (the accordion of the ARIA practices)."""
    if element.tag != "button" or not ("aria-expanded" in element.attrib or "aria-controls" in element.attrib):
        return False
    return any(around.tag in _HEADINGS for around in islice(element.iterancestors(), 2))


def _is_in_sentence(element: HtmlElement) -> bool:
    """Whether text stands directly before or after the element: it is a word of a sentence then, whatever its name."""
    before, parent = element.getprevious(), element.getparent()
    leading = before.tail if before is not None else parent.text if parent is not None else None
    return any(len((text or "").strip()) > 1 for text in (leading, element.tail))


def _name_rule(names: str, careless: set[str]) -> _Rule | None:
    found = furniture_name(names)
    return _Rule(f"{found[0]} by name", found[1]) if found and found[1] not in careless else None


def _drop_all(root: HtmlElement, tags: list[str]) -> None:
    from lxml.etree import strip_elements

    strip_elements(root, *tags, with_tail=False)


def _drop(element: HtmlElement, rule: str, removed: list[Removal]) -> None:
    text = " ".join("".join(element.itertext())[: _SHOWN * 4].split())
    if text:
        removed.append(Removal(text[:_SHOWN], rule))
    if element.getparent() is not None:
        element.drop_tree()

"""What a page's own style sheets hide: rules such as ``.note { display: none }`` for one class or one id.

Rules inside ``@media`` are for other screens, selectors of several parts wait for a state that a script sets: neither
is heard. And a class that hides much of the prose hides what a script will open (an accordion), not what nobody should see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from briefreader.text.clean.page.tree import text_length

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST = 0.3  # of the prose that one class or id may hide
_LONGEST = 1_000_000  # characters of style sheets that are read
_COMMENT = re.compile(r"/\*[^*]{0,20000}(?:\*(?!/)[^*]{0,20000}){0,200}\*/")
_BRACE = re.compile(r"[{}]")
_ONE_NAME = re.compile(r"[.#]([a-zA-Z_][\w-]*)")
_SHOWS = re.compile(r"display:(?!none)")
_HIDES = re.compile(r"display:none|visibility:hidden")


def mark_hidden(root: HtmlElement) -> None:
    """Give the attribute ``hidden`` to the elements that the page's own style sheets hide."""
    names = _hiding(root)
    if not names:
        return
    hidden: dict[str, list[HtmlElement]] = {}
    for element in root.iter(
        "p", "div", "span", "section", "li", "ul", "a", "em", "strong", "b", "i", "h2", "h3", "h4", "td", "aside"
    ):
        own = [f".{name}" for name in (element.get("class") or "").split()] + [f"#{element.get('id')}"]
        for name in own:
            if name in names:
                hidden.setdefault(name, []).append(element)
    most = _MOST * sum(map(text_length, root.iter("p")))
    for elements in hidden.values():
        if all(length <= most for length in accumulate(map(text_length, elements))):  # stops early: such elements may be nested
            for element in elements:
                element.set("hidden", "")


def _hiding(root: HtmlElement) -> set[str]:
    """The single classes (``.name``) and ids (``#name``) that are hidden in the end."""
    hidden: set[str] = set()
    for selectors, rules in _top_level_rules(_COMMENT.sub("", _css(root))):
        if "display" not in rules and "visibility" not in rules:
            continue
        flat = "".join(rules.lower().split())
        hides, shows = _HIDES.search(flat), _SHOWS.search(flat)
        if not (hides or shows):
            continue
        for selector in map(str.strip, selectors.split(",")):
            if _ONE_NAME.fullmatch(selector):
                (hidden.add if hides else hidden.discard)(selector)
    return hidden


def _css(root: HtmlElement) -> str:
    sheets = (
        style.text or ""
        for style in root.iter("style")
        if (style.get("media") or "all").strip().lower() in ("all", "screen")
        and next(style.iterancestors("noscript"), None) is None
    )
    return "\n".join(sheets)[:_LONGEST]


def _top_level_rules(css: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of each rule that stands in no other."""
    depth = start = 0
    selectors, nested = "", False
    for brace in _BRACE.finditer(css):
        if brace[0] == "{":
            depth += 1
            if depth == 1:
                selectors, nested = css[start : brace.start()].rpartition(";")[2].strip(), False
                start = brace.end()
            else:
                nested = True
        elif depth:
            depth -= 1
            if depth == 0:
                if not nested and not selectors.startswith("@"):
                    yield selectors, css[start : brace.start()]
                start = brace.end()

"""What a page says about its article in JSON-LD (schema.org), as plain Python values."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review|SocialMediaPosting|Blog|NewsItem)$")
_MOST_SCRIPTS, _LONGEST_SCRIPT, _MOST_OBJECTS = 30, 2_000_000, 500
_NUMBERS = re.compile(r"\d{500}")


def articles(root: HtmlElement) -> list[dict[str, Any]]:
    """The page's JSON-LD objects that describe an article, the one that says most first."""
    found = [item for item in _objects(root) if any(map(_ARTICLE_TYPES.search, types(item)))]
    return sorted(found, key=lambda item: -len(_TELLING & item.keys()))


_TELLING = {"headline", "datePublished", "author", "articleBody", "publisher"}


def web_page(root: HtmlElement) -> dict[str, Any]:
    """The object that describes the page as such, or an empty one."""
    return next((item for item in _objects(root) if "WebPage" in types(item)), {})


def types(item: dict[str, Any]) -> list[str]:
    """The object's types, as words."""
    return [str(kind) for kind in as_list(item.get("@type"))]


def as_list(value: Any) -> list[Any]:
    """A JSON-LD value is one thing or a list of them: give the list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def text_of(value: Any) -> str | None:
    """A value as one line of text: a string, or the name of an object, or the first of a list that has one."""
    for item in as_list(value)[:20]:
        name = item.get("name") or item.get("@value") or item.get("url") if isinstance(item, dict) else item
        if isinstance(name, list):
            name = next(iter(name), None)
        if isinstance(name, str) and name.strip():
            return " ".join(html.unescape(name).split())
    return None


def _objects(root: HtmlElement) -> Iterator[dict[str, Any]]:
    count = 0
    for script in root.xpath("//script[@type='application/ld+json']")[:_MOST_SCRIPTS]:
        waiting = [_load(script.text or "")]
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting[:0] = item[:_MOST_OBJECTS]
            elif isinstance(item, dict):
                count += 1
                if count > _MOST_OBJECTS:
                    return
                yield item
                waiting[:0] = (
                    as_list(item.get("@graph")) + as_list(item.get("mainEntity")) + as_list(item.get("mainEntityOfPage"))
                )


def _load(script: str) -> Any:
    """The script's value, or ``None`` where it is not JSON; comments and CDATA marks around it are forgiven."""
    if len(script) > _LONGEST_SCRIPT or _NUMBERS.search(script):
        return None
    body = (
        script.strip()
        .removeprefix("<!--")
        .removesuffix("-->")
        .replace("//<![CDATA[", "")
        .replace("//]]>", "")
        .strip()
        .rstrip(";")
    )
    try:
        return json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return None

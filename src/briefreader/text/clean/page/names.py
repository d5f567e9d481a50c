"""What the class and id of an element say about it: ``articleShare-bar`` says "article share bar"."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_LONGEST = 400
_FURNITURE = (
    "share",
    "related",
    "newsletter",
    "comments",
    "advertisement",
    "navigation",
    "cookie",
    "byline",
    "tags",
    "widget",
)


def named(element: HtmlElement) -> str:
    """The words of an element's class, id and role, lower case, camelCase split."""
    return _words(f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST])


@lru_cache(maxsize=20_000)
def _words(names: str) -> str:
    return f" {_SEPARATORS.sub(' ', _CAMEL.sub(' ', names).lower())} "


def says(element: HtmlElement, kind: str) -> bool:
    """Whether the element's names say that it is furniture (or a caption, …) of this kind."""
    if not (element.get("class") or element.get("id")):
        return False
    return kind_of(named(element), (kind,)) is not None


@lru_cache(maxsize=20_000)
def kind_of(names: str, kinds: tuple[str, ...]) -> str | None:
    """The first of ``kinds`` that the names speak of."""
    return next((kind for kind in kinds if _patterns()[kind].search(names)), None)


@lru_cache(maxsize=20_000)
def furniture_name(names: str) -> tuple[str, str] | None:
    """The kind of furniture that the names speak of, and the words that do. Names of the article's own body speak louder."""
    if _patterns()["body"].search(names):
        return None
    heard = _patterns()["harmless"].sub(" ", names)
    for kind in _FURNITURE:
        if found := _patterns()[kind].search(heard):
            return kind, found[0].strip()
    return None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files("briefreader.text.clean").joinpath("data/classes.toml").read_text(encoding="utf-8"))
    return {
        kind: re.compile(" (?:" + "|".join(sorted(map(re.escape, entry["names"]), key=len, reverse=True)) + ") ")
        for kind, entry in table.items()
    }

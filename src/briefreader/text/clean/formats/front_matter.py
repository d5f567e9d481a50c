"""The front matter of a Markdown document: its plain fields, read as text. No YAML or TOML is interpreted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_YAML = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.{0,20000}?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_-]{1,30})[ \t]*[:=][ \t]*(.*)")
_PLACE = re.compile(r"[/\\]|\.\w{2,5}$")  # a path or address is no site's name
_ITEM = re.compile(r"\"([^\"]*)\"|'([^']*)'|([^,\[\]\"']+)")
_NAMES = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "by", "byline", "creator"),
    "date": ("date", "published", "pubdate", "publish_date", "publishdate", "date_published"),
    "updated": ("updated", "lastmod", "modified", "last_modified", "date_modified"),
    "site": ("site", "publication", "publisher", "source", "website"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url", "source"),
    "language": ("language", "lang", "locale"),
    "standfirst": ("standfirst", "subtitle", "dek", "lede", "summary", "excerpt", "description"),
    "image": ("image", "cover", "hero", "thumbnail"),
}
"""What fields are called, the better name first."""


def front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """The known fields of the front matter by their names here, and the document without it. A list is its items and commas."""
    found = _YAML.match(text) or _TOML.match(text)
    if not found or not _FIELD.match(found[1]):
        return {}, text
    given = _fields(found[1].split("\n"))
    fields: dict[str, str] = {}
    for name, others in _NAMES.items():
        value = next((given[other] for other in others if given.get(other)), None)
        if value and not (name == "site" and _PLACE.search(value)):
            fields[name] = value
    return fields, text[found.end() :]


def _fields(lines: Iterable[str]) -> dict[str, str]:
    """Each field's value: what stands beside its name, or the indented lines and items below."""
    fields: dict[str, str] = {}
    name, below = "", list[str]()
    for line in [*lines, "end:"]:
        field = _FIELD.match(line)
        if not field:
            below.append(line.strip())
            continue
        if below and name and not fields[name]:
            fields[name] = _joined(below)
        name, below = field[1].lower(), []
        fields.setdefault(name, _value(field[2].strip()))
    return fields


def _value(value: str) -> str:
    if value in ("|", ">", "|-", ">-"):
        return ""
    if value.startswith("[") or (value[:1] in "\"'" and value[-1:] == value[:1]):
        return ", ".join(filter(None, (" ".join(filter(None, item)).strip() for item in _ITEM.findall(value))))
    return value


def _joined(lines: Iterable[str]) -> str:
    """Lines below a field's name: items, or text that was folded."""
    kept = [line for line in lines if line]
    if all(line.startswith("- ") for line in kept):
        return ", ".join(_value(line[2:].strip()) for line in kept)
    return " ".join(kept)

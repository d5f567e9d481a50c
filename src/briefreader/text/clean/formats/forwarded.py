"""A text that was forwarded by mail: the headers that were copied above it, and the marks of quoting before its lines."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from email.utils import parseaddr
from functools import cache
from importlib.resources import files
from typing import Any

from briefreader.model import Raw, Removal
from briefreader.text.clean.metadata.dates import iso_date

_HEADER = re.compile(r"[> \t*]{0,12}([^\W\d_][\w-]{0,14})\*?\s?[:：]\*?\s*(\S.*)")
_QUOTED = re.compile(r"^>+ ?", re.MULTILINE)
_ADDRESS = re.compile(r"[> \t]{0,12}(?:\[\d{1,3}\] ?)?<?https?://\S{1,1000}\s*")  # what a link of the letter leads to
_FEWEST = 3  # header lines one after another
_WITHIN = 400  # lines; what is forwarded stands near the top


@dataclass(frozen=True, slots=True)
class _Words:
    subject: re.Pattern[str]
    header: dict[str, str]


def unforwarded(raw: Raw, text: str) -> tuple[Raw, str, list[Removal]]:
    """The envelope and the text as they were before somebody forwarded them, or the same if nobody did; and what came above."""
    raw = replace(raw, title=plain_subject(raw.title))
    lines = text.splitlines()
    start, fields = _headers(lines)
    above: list[str] = []
    if "subject" in fields and "from" in fields:
        sender, address = parseaddr(fields["from"])
        raw = replace(
            raw,
            title=plain_subject(fields["subject"]),
            site=sender or address.rpartition("@")[2] or raw.site,
            published=iso_date(fields.get("date")) or raw.published,
        )
        above, lines = lines[:start], lines[start:]
    addresses = [line for line in lines if _ADDRESS.fullmatch(line)]
    lines = [line for line in lines if not _ADDRESS.fullmatch(line)]
    filled = [line for line in lines if line.strip()]
    quoted = sum(line.startswith(">") for line in filled)
    text = "\n".join(lines)
    removed = [Removal(line.strip(), "above the forwarded text") for line in above if line.strip()]
    removed += [Removal(line.strip(), "address alone") for line in addresses]
    return raw, _QUOTED.sub("", text) if quoted > len(filled) / 2 else text, removed


def plain_subject(subject: str | None) -> str | None:
    """A subject without ``Fwd:`` and its like."""
    return _words().subject.sub("", subject).strip() or subject if subject else None


def _headers(lines: list[str]) -> tuple[int, dict[str, str]]:
    """Where the text below the copied headers begins, and what they say; of several, the last ones above any text."""
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[:_WITHIN]):
        found = _HEADER.fullmatch(line)
        name = _words().header.get(found[1].lower()) if found else None
        if found and name:
            fields.setdefault(name, found[2].strip())
        elif len(fields) >= _FEWEST and "subject" in fields:
            return number, fields
        elif line.strip(" >\t"):
            fields = {}
    return 0, {}


@cache
def _words() -> _Words:
    """The words of ``data/mail.toml``."""
    table: dict[str, Any] = tomllib.loads(
        files("briefreader.text.clean").joinpath("data/mail.toml").read_text(encoding="utf-8")
    )
    prefixes = "|".join(map(re.escape, table["subject"]))
    return _Words(
        subject=re.compile(rf"^(?:(?:{prefixes})\s?(?:\[\d{{1,2}}\])?\s?[:：]\s*){{1,8}}", re.IGNORECASE),
        header={word: name for name, words in table["header"].items() for word in words},
    )

"""Bylines as people: ``By Ann Lee and Bo Chen, Senior Correspondent`` names two."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LONGEST = 200
_REMARK = re.compile(r"\s?\([^()]{1,40}\)")
_ADDRESS = re.compile(r"@|\d|\.com")


def people(byline: str | None) -> tuple[str, ...]:
    """Give the persons that a byline names, in order; roles, desks, agencies and addresses are none."""
    line = _patterns().by.sub("", " ".join((byline or "")[:_LONGEST].split()))
    names = (_patterns().role.split(piece)[0].strip(" .,:-–") for piece in _patterns().between.split(line))
    return unique(name for name in names if _is_person(name))


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names in order, each once."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(name.casefold(), name)
    return tuple(seen.values())


@dataclass(frozen=True, slots=True)
class _Patterns:
    by: re.Pattern[str]
    between: re.Pattern[str]
    role: re.Pattern[str]
    never: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """The patterns of ``data/bylines.toml``."""
    table = tomllib.loads(files("briefreader.text.clean").joinpath("data/bylines.toml").read_text(encoding="utf-8"))
    words = {name: "|".join(sorted(map(re.escape, entries), key=len, reverse=True)) for name, entries in table.items()}
    return _Patterns(
        by=re.compile(rf"^(?:{words['by']})\s*:?\s+", re.IGNORECASE),
        between=re.compile(rf"\s*(?:[,;|/•·\n]|\s(?:{words['and']})\s|\s[–—-]\s)\s*"),
        role=re.compile(rf"\b(?:{words['roles']})\b", re.IGNORECASE),
        never=re.compile(rf"\b(?:{words['never']})\b", re.IGNORECASE),
    )


def _is_person(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 5
        and not (_patterns().never.search(name) or _ADDRESS.search(name))
        and words[0][0].isupper()
        and words[-1][0].isupper()
    )


def read_byline(line: str) -> str | None:
    """What a byline says after its ``by``, or ``None`` for any other line."""
    found = _patterns().by.match(line)
    return line[found.end() :] if found and len(line) <= _LONGEST else None


def names_in(claims: Iterable[str]) -> tuple[str, ...]:
    """The names that a page's data give as authors: persons, desks and agencies, without roles, addresses and remarks."""
    names: list[str] = []
    for claim in claims:
        line = _patterns().by.sub("", _REMARK.sub("", " ".join(claim[:_LONGEST].split())))
        for part in _patterns().between.split(line):
            name = part.strip(" .,;:")
            person = _patterns().role.split(name)[0].strip(" .,:-–")
            names.append(person if _is_person(person) else name)
    return unique(name for name in names if name and "@" not in name and "//" not in name and len(name) < 80)


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: two to five words with capitals, no role, digit or preposition among them."""
    return _is_person(name) and not _patterns().role.search(name)

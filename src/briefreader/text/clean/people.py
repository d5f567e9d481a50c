"""Bylines as people: ``By Ann Lee and Bo Chen, Senior Correspondent`` names two."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 200
_BY = re.compile(
    r"^(?:(?:words |written |story |posted |published |reported )?by|von|par|por|di|door|автор(?:ка)?|текст|author|autor(?:in)?|text)\s*:?\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;|/•·\n]|\s(?:and|und|et|y|e|en|och|og|та|и|і|with|&)\s|\s[–—-]\s)\s*")
_ROLE = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|staff|chief|senior|news|desk|team|bureau|columnist|contributor|contributing|analyst|"
    r"producer|producers|photographer|redaktion|agency|agencies|newsroom|published|updated|min|minutes|read|admin|editorial|board|"
    r"press|reuters|afp|ap|dpa|tass|today|director|manager|author|guest|special|associate|political|business|sports?)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s?\([^()]{1,40}\)")
_NO_NAME = re.compile(r"\b(?:the|at|for|in|of|to|https?|www)\b|@|\d|\.com", re.IGNORECASE)


def people(byline: str | None) -> tuple[str, ...]:
    """Give the persons that a byline names, in order; roles, desks, agencies and addresses are none."""
    line = _BY.sub("", " ".join((byline or "")[:_LONGEST].split()))
    names = (_ROLE.split(piece)[0].strip(" .,:-–") for piece in _BETWEEN.split(line))
    return unique(name for name in names if _is_person(name))


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names in order, each once."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(name.casefold(), name)
    return tuple(seen.values())


def _is_person(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 5 and not _NO_NAME.search(name) and words[0][0].isupper() and words[-1][0].isupper()


def read_byline(line: str) -> str | None:
    """What a byline says after its ``by``, or ``None`` for any other line."""
    found = _BY.match(line)
    return line[found.end() :] if found and len(line) <= _LONGEST else None


def names_in(claims: Iterable[str]) -> tuple[str, ...]:
    """The names that a page's data give as authors: persons, desks and agencies, without roles, addresses and remarks."""
    names: list[str] = []
    for claim in claims:
        line = _BY.sub("", _REMARK.sub("", " ".join(claim[:_LONGEST].split())))
        for part in _BETWEEN.split(line):
            name = part.strip(" .,;:")
            person = _ROLE.split(name)[0].strip(" .,:-–")
            names.append(person if _is_person(person) else name)
    return unique(name for name in names if name and "@" not in name and "//" not in name and len(name) < 80)


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: two to five words with capitals, no role, digit or preposition among them."""
    return _is_person(name) and not _ROLE.search(name)

"""The phrases of page furniture: a line or block that says one of them in full is no part of an article."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefreader.text.clean.drafts import Draft

_LONGEST = 700  # characters; furniture is short, and no pattern should walk a book
_EDGES = " \t\n\u00a0.…:;,!|·•*=~–—-_→›»«‹←▶►▼[]()<>"
_ADDRESS = re.compile(r"(?:\[\d{1,3}\] ?)?<?https?://\S{1,600}>?$")  # what a link leads to, after its words
_LINKED = frozenset(["newsletter", "related", "share", "paywall"])  # what stands before an address in a mail
_PARTED = re.compile(r" ?[|·•] ?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One reviewed entry of ``data/phrases.toml``."""

    kind: str
    language: str
    pattern: re.Pattern[str]
    example: str
    never: str


def furniture_kind(text: str) -> str | None:
    """The kind of furniture that ``text`` is as a whole (``share``, ``newsletter`` …), or ``None``."""
    if len(text) > _LONGEST:
        return None
    line = _plain(text)
    if not line:
        return "empty"
    kind = _kind_of(line)
    if kind:
        return kind
    if "://" in text:
        linked = _kind_of(_plain(_ADDRESS.sub(" ", text)))
        return linked if linked in _LINKED else None
    kinds = [_kind_of(piece.strip(_EDGES)) for piece in _PARTED.split(line)]
    return kinds[0] if all(kinds) else None


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(_EDGES).casefold().replace("’", "'")


def _kind_of(line: str) -> str | None:
    found = _all_phrases().fullmatch(line)
    return found.lastgroup.partition("_")[0] if found and found.lastgroup else None


def drop_furniture(drafts: list[Draft]) -> None:
    """Take out the blocks that say a phrase of page furniture and nothing else."""
    for draft in drafts:
        if draft.kind not in ("table", "code") and (kind := furniture_kind(draft.text) or _list_kind(draft)):
            draft.removed_by = f"{kind} phrase"


def _list_kind(draft: Draft) -> str | None:
    """The kind of a paragraph whose first line is a phrase and whose other lines are links ("Don't miss")."""
    first, _, rest = draft.text.partition("\n")
    kind = furniture_kind(first) if rest and draft.link_share > 0.5 else None
    return kind if kind == "related" else None


@cache
def phrases() -> tuple[Phrase, ...]:
    """The reviewed list, in the order of the file."""
    table = tomllib.loads(files("briefreader.text.clean").joinpath("data/phrases.toml").read_text(encoding="utf-8"))
    return tuple(
        Phrase(kind, entry["language"], re.compile(entry["pattern"]), entry["example"], entry["not"])
        for kind, entries in table.items()
        for entry in entries
    )


@cache
def _all_phrases() -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?P<{phrase.kind}_{number}>{phrase.pattern.pattern})" for number, phrase in enumerate(phrases()))
    )

"""What the form of words tells: datelines, headlines in capitals, possessives, adjectives made of names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefreader.text.negotiation.sentence.words import Words

_DATELINE = re.compile(
    r"^\s*(?:[A-Z][A-Z .,'-]{2,40}(?:, [A-Z][\w. ]{2,20})?(?: \([A-Z][\w ]+\))? [-–—] |"
    r"[A-Z][\w .,'-]{2,40} \((?:CNN|AP|AFP|Reuters|UPI)\)(?: ?[-–—]+)?)"
)
_POSSESSIVE = re.compile(r"['’]s?$")


def dateline_words(words: Words) -> int:
    """How many words at the beginning are an agency's dateline: "GENEVA, May 3 (Agency) -", "Geneva (AP)"."""
    match = _DATELINE.match(words.text)
    return sum(start < match.end() for start in words.start) if match else 0


def is_title_case(words: Words) -> bool:
    """Whether the sentence is a headline in which nearly every word has a capital."""
    if words.headline is None:
        words.headline = _is_title_case(words)
    return words.headline


def _is_title_case(words: Words) -> bool:
    if words.text.rstrip().endswith("."):
        return False
    long = [surface for surface in words.surface if surface[0].isalpha() and len(surface) > 3]
    return len(long) > 2 and sum(surface[0].isupper() for surface in long) >= 0.75 * len(long)


def bare(surface: str) -> str:
    """A word without its possessive."""
    return _POSSESSIVE.sub("", surface) if "'" in surface or "’" in surface else surface


def is_arabic(surface: str) -> bool:
    """Whether a word is an Arabic family name with its article: al-Karim."""
    return surface[:3] in {"al-", "el-"} and surface[3:4].isupper()


def is_acronym(words: Words, at: int) -> bool:
    """Whether a word in parentheses is the short name of what stands before: "the Public Carters' Union (PCU)"."""
    return words.low[at - 1] == "(" and words.surface[at].isupper() and len(words.surface[at]) > 2


def is_adjective(surface: str) -> bool:
    """Whether a word with a capital is an adjective all the same: "Borea-led"."""
    return "-" in surface and surface.rsplit("-", 1)[-1].islower()


def is_plural_possessive(surface: str) -> bool:
    """Whether a possessive may stand within a body's name: the Dockers' Union, the People's Party."""
    return surface.endswith(("s'", "s’")) or bare(surface).lower().endswith(("men", "people", "children"))


def is_led_by_or_who(words: Words, start: int, last: int, surfaces: Sequence[str]) -> bool:
    """Whether a name stands as only people's do: "a team led by Jane Roe", "Jane Roe, who"."""
    after = words.low[last + 1 : last + 3]
    who = (after[:1] == ["who"] or after == [",", "who"]) and "".join(surfaces).isalpha()
    return who or words.low[max(0, start - 2) : start] in (["led", "by"], ["headed", "by"])

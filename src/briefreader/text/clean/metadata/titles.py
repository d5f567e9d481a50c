"""The article's title among the many that a page has."""

from __future__ import annotations

import html
import re

_BETWEEN = re.compile(r"\s+[|\-–—•·»:]{1,2}\s+|\s?[|｜ㅣ]\s?")
_ESCAPED = re.compile(r"&(?:#\w{1,7}|amp|quot|apos);")
_WORD = re.compile(r"\w+")
_LONGEST = 300
_ALL_CLAIMS = 3  # JSON-LD's, OpenGraph's and the document's
_SHORTEST, _MOST_WORDS = 4, 25  # words of a heading that is a title in other words
_QUOTES = " \"'“”„«»‘’"


def choose_title(visible: list[str], linked_data: str | None, named: list[str], site: str | None) -> str | None:
    """The visible first-level heading that agrees with what the page calls itself; else the first that shares a long word
    with it, JSON-LD's title, or the first of the other titles that the page is ``named``, without the site's name.

    A line break in a heading stands where an element of its own begins.
    """
    claims = [linked_data] if linked_data else []
    claims.extend(without_site(name, site) for name in named)
    title = _visible_title(visible, claims) or next(iter([*claims, *visible]), None)
    return _without_own_site(" ".join(_ESCAPED.sub(_read, title).split()), site)[:_LONGEST] if title else None


def _read(escaped: re.Match[str]) -> str:
    """What a page that escapes its title twice means."""
    return html.unescape(escaped[0])


def _visible_title(visible: list[str], claims: list[str]) -> str | None:
    for heading in visible:
        if any(agree(heading, claim) or _is_part(heading, claim) for claim in claims):
            return _with_its_kicker(heading, claims) or _without_kicker(heading, claims)
    return visible[0] if visible and _says_in_other_words(visible[0], claims) else None


def _is_part(heading: str, claim: str) -> bool:
    """Whether the heading stands between a claim's dashes and bars."""
    return _words(heading) in map(_words, _BETWEEN.split(claim))


def _words(title: str) -> list[str]:
    return _WORD.findall(title.casefold())


def _with_its_kicker(heading: str, claims: list[str]) -> str | None:
    """The title with the kicker that stands above the heading, where the page calls itself so everywhere else."""
    return claims[0] if len(claims) >= _ALL_CLAIMS and all(_has_kicker_before(claim, heading) for claim in claims) else None


def _without_kicker(heading: str, claims: list[str]) -> str:
    """The claim that is the heading without a kicker. A kicker in a line of its own goes only where nothing else names it."""
    named_whole = any(_words(claim) == _words(heading) for claim in claims)
    marks = ":" if named_whole else ":\n"
    return next((claim for claim in claims if _has_kicker_before(heading, claim, marks)), heading)


def _has_kicker_before(whole: str, title: str, marks: str = ":") -> bool:
    """Whether ``whole`` is a kicker, one of the marks and the title."""
    words = len(_words(title))
    found = list(_WORD.finditer(whole))
    if not 3 <= words < len(found) or _words(whole)[-words:] != _words(title):
        return False
    between = whole[found[-words - 1].end() : found[-words].start()].strip(_QUOTES)
    return between != "" and between in marks


def _says_in_other_words(heading: str, claims: list[str]) -> bool:
    """Whether a heading long enough for a title shares a long word with what search engines and other sites are told."""
    if not _SHORTEST <= len(heading.split()) <= _MOST_WORDS:
        return False
    long_words = {word for word in _words(heading) if len(word) >= 5}
    return any(long_words & set(_words(claim)) for claim in claims)


def agree(one: str, other: str) -> bool:
    """Whether two titles name the same article: most words of the shorter stand in the longer."""
    first, second = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    if not first or not second:
        return False
    shared = len(first & second)
    return shared >= 0.6 * min(len(first), len(second)) and shared >= 0.4 * max(len(first), len(second))


def without_site(title: str, site: str | None) -> str:
    """A document's title without the name of the site at its end or beginning."""
    line = " ".join(title.split())[:_LONGEST]
    places = list(_BETWEEN.finditer(line))
    if not places:
        return line
    last, first = places[-1], places[0]
    tail, front = line[last.end() :], line[: first.start()]
    if site and _same_name(tail, site):
        return (
            without_site(line[: last.start()], None)
            if len(places) > 1 and _is_section(line[: last.start()])
            else line[: last.start()]
        )
    if site and _same_name(front, site):
        return line[first.end() :]
    if (
        ":" not in last[0]
        and len(tail.split()) <= 4
        and len(line[: last.start()].split()) >= 4
        and len(tail) < last.start() / 2
    ):
        return line[: last.start()]
    return line


def _without_own_site(title: str, site: str | None) -> str:
    """The title without the site's name behind a dash or bar, if nothing else stands there."""
    last = next(reversed(list(_BETWEEN.finditer(title))), None)
    if last is None or not site or "".join(_words(title[last.end() :])) != "".join(_words(site)):
        return title
    return title[: last.start()]


def _is_section(rest: str) -> bool:
    parts = _BETWEEN.split(rest)
    return len(parts) > 1 and len(parts[-1].split()) <= 2 and len(" ".join(parts[:-1]).split()) >= 5 and "|" in rest


def _same_name(part: str, site: str) -> bool:
    """Whether a part of a title is the site's name, or holds its host's without the ending: ``post.example`` is the Post."""
    name = site.rpartition(".")[0] if " " not in site and "." in site else site
    one, other = "".join(_WORD.findall(part.casefold())), "".join(_WORD.findall(name.casefold()))
    return len(one) > 1 and len(other) > 1 and (one in other or other in one)

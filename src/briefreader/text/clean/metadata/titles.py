"""The article's title among the many that a page has."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"\s+[|\-–—•·»:]{1,2}\s+|\s?[|｜ㅣ]\s?")
_WORD = re.compile(r"\w+")
_LONGEST = 300


def choose_title(
    visible: list[str], linked_data: str | None, open_graph: str | None, document: str | None, site: str | None
) -> str | None:
    """The visible first-level heading that agrees with what the page calls itself, else JSON-LD's title, the page's only
    heading, OpenGraph's title, or the document's own without the site's name."""
    named = [without_site(claim, site) for claim in (open_graph, document) if claim and claim.strip()]
    claims = [linked_data, *named] if linked_data else named
    for heading in visible:
        if any(agree(heading, claim) or _is_part(heading, claim) for claim in claims):
            return next((claim for claim in claims if _is_under_kicker(claim, heading)), heading)
    if not linked_data and _is_the_only_one(visible, claims):
        return visible[0]
    if claims:
        return claims[0][:_LONGEST]
    return visible[0] if visible else None


def _is_part(heading: str, claim: str) -> bool:
    """Whether the heading stands between a claim's dashes and bars."""
    return _words(heading) in map(_words, _BETWEEN.split(claim))


def _words(title: str) -> list[str]:
    return _WORD.findall(title.casefold())


def _is_under_kicker(claim: str, heading: str) -> bool:
    """Whether the heading is the claim with a kicker before it."""
    one, other = _words(claim), _words(heading)
    return 3 <= len(one) < len(other) and other[-len(one) :] == one


def agree(one: str, other: str) -> bool:
    """Whether two titles name the same article: most words of the shorter stand in the longer."""
    first, second = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    if not first or not second:
        return False
    shared = len(first & second)
    return shared >= 0.6 * min(len(first), len(second)) and shared >= 0.4 * max(len(first), len(second))


def _is_the_only_one(visible: list[str], claims: list[str]) -> bool:
    """Whether the page has one heading, long enough for a title, that shares a long word with what the page calls itself: it
    may say in other words what search engines are told."""
    if len(visible) != 1 or len(visible[0].split()) < 4:
        return False
    long_words = {word for word in _words(visible[0]) if len(word) >= 5}
    return any(long_words & set(_words(claim)) for claim in claims)


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


def _is_section(rest: str) -> bool:
    parts = _BETWEEN.split(rest)
    return len(parts) > 1 and len(parts[-1].split()) <= 2 and len(" ".join(parts[:-1]).split()) >= 5 and "|" in rest


def _same_name(part: str, site: str) -> bool:
    """Whether a part of a title is the site's name, or holds its host's without the ending: ``post.example`` is the Post."""
    name = site.rpartition(".")[0] if " " not in site and "." in site else site
    one, other = "".join(_WORD.findall(part.casefold())), "".join(_WORD.findall(name.casefold()))
    return len(one) > 1 and len(other) > 1 and (one in other or other in one)

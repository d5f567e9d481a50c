"""What a page is, if it is no article: an index of links, a consent wall, a paywall's stub, an error page."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import pairwise
from urllib.parse import urlsplit

from briefreader.model import PageKind
from briefreader.text.clean.drafts import Draft
from briefreader.text.clean.metadata.page_data import PageData
from briefreader.text.clean.shapes import is_prose

_SAID: dict[PageKind, int] = {"error": 80, "consent": 120, "paywall": 120}  # by a phrase, on a page of no more words
_ENOUGH = 150  # words of running text: a page that has them is no error, wall or stub, whatever else it says
_LONGEST = 25  # words of a line that says what a page is
_STUB = 120  # words that a paywall lets through before it closes
_BODY = 40  # words of running text that stand together: a short piece of news
_LINKS = 12  # headings and paragraphs that are links; an index has more


def page_kind(drafts: list[Draft], data: PageData) -> PageKind:
    """Tell an article from the rest by how much running text is left, what the title says and where the links are."""
    kept = [draft for draft in drafts if not draft.removed_by]
    words = sum(draft.words for draft in kept if draft.link_share < 0.5)
    if words >= _ENOUGH:
        return "index" if _is_index(drafts, data, words) else "article"
    said = [*data.titles, *(draft.text for draft in drafts if 3 <= draft.words <= _LONGEST and draft.link_share < 0.5)]
    for kind, most in _SAID.items():
        if words < most and any(map(_patterns()[kind].search, said)):
            return kind
    rules = [draft.removed_by or "" for draft in drafts]
    if words < _STUB and (data.free is False or _closes(drafts)):
        return "paywall"
    if sum(rule.startswith("cookie") for rule in rules) >= 3 and words < 40:
        return "consent"
    return "index" if _is_index(drafts, data, words) else "article"


def _closes(drafts: list[Draft]) -> bool:
    """Whether the page says in a full phrase that its text is for subscribers (a lone "Log in" is every page's menu)."""
    return any((draft.removed_by or "").startswith("paywall") and draft.words >= 4 for draft in drafts)


def _is_index(drafts: list[Draft], data: PageData, words: int) -> bool:
    pointing = sum(draft.link_share > 0.6 and draft.words >= 4 for draft in drafts)
    linked = sum(draft.words * draft.link_share for draft in drafts)
    at_root = urlsplit(data.url or "").path.strip("/") == "" if data.url else False
    least = _LINKS / 2 if at_root or data.type == "website" else _LINKS
    return pointing >= least and linked > 2 * words and not _has_a_body(drafts)


def _has_a_body(drafts: list[Draft]) -> bool:
    """Whether running text stands together in one container and is no summary under a linked headline: short news on a page
    full of links is still news."""
    words = Counter[int]()
    for before, draft in pairwise(drafts):
        is_teaser = before.kind == "heading" and before.link_share > 0.8
        if draft.removed_by in (None, "standfirst") and draft.link_share < 0.5 and is_prose(draft.text) and not is_teaser:
            words[draft.place] += draft.words
    return max(words.values(), default=0) >= _BODY


@cache
def _patterns() -> dict[PageKind, re.Pattern[str]]:
    table = tomllib.loads(files("briefreader.text.clean").joinpath("data/kinds.toml").read_text(encoding="utf-8"))
    return {kind: re.compile("|".join(entry["pattern"] for entry in table[kind]), re.IGNORECASE) for kind in _SAID}

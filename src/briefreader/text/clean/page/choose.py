"""Which of a page's blocks are the article: readability's vote, mended by our own rules.

The vote is believed where it covers the page's prose. Where it does not (too few words, much unlinked prose left out, or far
from what JSON-LD says the body is) the best stretch of blocks by our own scores is taken with it. In both cases what stands
inside the chosen stretch and is no furniture is put back: first and last paragraphs, lists, tables, headings, quotations.
"""

from __future__ import annotations

import re
from itertools import groupby

from briefreader.text.clean.drafts import Draft
from briefreader.text.clean.furniture.phrases import drop_furniture
from briefreader.text.clean.page.blocks import Page
from briefreader.text.clean.page.readable import vote
from briefreader.text.clean.shapes import is_prose
from briefreader.text.clean.stretch import best_stretch

_END_KINDS = frozenset(["related", "comments", "author"])
_RUNNING = frozenset(["paragraph", "quote"])
_LISTED = _RUNNING | {"list_item"}
_LEAST_LISTED = 0.3  # of the prose, lists included: comments and teasers are lists too, so more is asked of paragraphs alone
_LINKED = 0.6  # share of link text above which a block points elsewhere
_PUT_BACK_LINKED = 0.3
_MOST = 0.8  # of the chosen words stand in the article's box
_SOME = 0.05
_HEADLINE = 5  # words; a name that is a link has fewer
_LONG = 60
_OPENING = 20  # words of a paragraph above the first chosen block that opens the article
_WORD = re.compile(r"\w+")


def choose(page: Page, body: str | None) -> None:
    """Say of each of the page's drafts whether it is left out, and by which rule. ``body`` is JSON-LD's, if the page has it."""
    drafts = page.drafts
    drop_furniture(drafts)
    for number in vote(page):
        drafts[number].kept = True
    if _vote_fails(drafts, body):
        _take_stretch(drafts)
    _put_back(page)
    _put_back_opening(page)
    for draft in drafts:
        if not draft.kept and not draft.removed_by:
            draft.removed_by = "outside the article"


def _vote_fails(drafts: list[Draft], body: str | None) -> bool:
    voted = sum(draft.words for draft in drafts if draft.kept and not draft.removed_by)
    prose = sum(draft.words for draft in drafts if _is_running(draft))
    voted_prose = sum(draft.words for draft in drafts if draft.kept and _is_running(draft))
    if voted < 120 or voted_prose < 0.8 * prose:
        return True
    listed = [draft for draft in drafts if _is_running(draft, _LISTED)]
    if sum(draft.words for draft in listed if draft.kept) < _LEAST_LISTED * sum(draft.words for draft in listed):
        return True
    return body is not None and _cover([draft for draft in drafts if draft.kept], body) < 0.7


def _is_running(draft: Draft, kinds: frozenset[str] = _RUNNING) -> bool:
    return not draft.removed_by and draft.kind in kinds and draft.link_share < 0.3 and is_prose(draft.text)


def _cover(drafts: list[Draft], body: str) -> float:
    """The share of the body's words that the drafts hold."""
    held = {word for draft in drafts for word in _WORD.findall(draft.text.casefold())}
    words = _WORD.findall(body.casefold())
    return sum(word in held for word in words) / max(1, len(words))


def _take_stretch(drafts: list[Draft]) -> None:
    start, end = best_stretch([_score(draft) for draft in drafts])
    kept = sum(draft.words for draft in drafts if draft.kept and not draft.removed_by)
    if sum(draft.words for draft in drafts[start:end]) < 1.2 * kept:
        return
    for draft in drafts[start:end]:
        draft.kept = draft.kept or (not draft.removed_by and _score(draft) > -2)


def _score(draft: Draft) -> float:
    """What a block adds to a stretch: words of prose, less for what is seldom an article's, much less for furniture."""
    if draft.removed_by:
        return -30.0 if draft.removed_by.split()[0] in _END_KINDS else -8.0
    if draft.link_share > _LINKED:
        return -8.0
    voted = 6.0 if draft.kept else -3.0
    words = min(_LONG, draft.words)
    match draft.kind:
        case "heading":
            score = -1.0 + voted / 3
        case "caption":
            score = -1.0
        case "table" | "code":
            score = 5.0 + voted
        case "list_item":
            score = words / 2 - 3 + voted
        case _:
            score = voted + (words if is_prose(draft.text) else -4.0)
    return score


def _put_back(page: Page) -> None:
    """What stands in the article's box belongs to it: more running text, and between it lists, tables and headings."""
    drafts = page.drafts
    if not (chosen := _chosen(drafts)):
        return
    box = _Box(page, chosen)
    outside = {id(draft) for draft in drafts if draft.removed_by or not box.holds(draft.place)}
    outside.update(map(id, _pointing_lists(drafts)))
    for draft in drafts:
        draft.kept = draft.kept or (id(draft) not in outside and _is_running(draft))
    chosen = _chosen(drafts)
    for draft in drafts[chosen[0] : chosen[-1]]:
        draft.kept = draft.kept or (id(draft) not in outside and _belongs_inside(draft, beside=box.is_beside(draft.place)))
    for draft in drafts[chosen[-1] + 1 :]:  # a list or table may end the article
        if draft.kind not in ("list_item", "table") or draft.link_share > _PUT_BACK_LINKED or id(draft) in outside:
            break
        draft.kept = box.is_beside(draft.place)


def _chosen(drafts: list[Draft]) -> list[int]:
    return [number for number, draft in enumerate(drafts) if draft.kept and not draft.removed_by]


def _belongs_inside(draft: Draft, *, beside: bool) -> bool:
    """Whether a block between chosen ones is the article's: what has a form of its own and does not point elsewhere."""
    if draft.kind in ("paragraph", "caption"):
        return beside and draft.kind == "paragraph" and draft.link_share < _LINKED and is_prose(draft.text)
    return beside or draft.link_share < _LINKED


def _pointing_lists(drafts: list[Draft]) -> list[Draft]:
    """The items of lists in which each item is a headline and as a whole a link: they lead to other articles."""
    found: list[Draft] = []
    for is_list, run in groupby(drafts, key=lambda draft: draft.kind == "list_item"):
        items = list(run)
        headlines = sum(item.words for item in items) >= _HEADLINE * len(items)
        if is_list and headlines and sum(item.linked for item in items) > 0.9 * sum(len(item.text) for item in items):
            found.extend(items)
    return found


class _Box:
    """The container that the article stands in: the deepest that holds most of the chosen words."""

    def __init__(self, page: Page, chosen: list[int]) -> None:
        self._parents = page.parents
        words = [0] * len(page.parents)
        for number in chosen:
            words[page.drafts[number].place] += page.drafts[number].words
        self._all = sum(words)
        for place in range(len(words) - 1, 0, -1):
            words[page.parents[place]] += words[place]
        self._words = words
        home = max(place for place, held in enumerate(words) if held >= _MOST * self._all)
        self._inside = [place == home for place in range(len(words))]
        for place in range(home + 1, len(words)):
            self._inside[place] = self._inside[place] or self._inside[page.parents[place]]

    def holds(self, place: int) -> bool:
        """Whether a container is the box or stands in it."""
        return self._inside[place]

    def is_beside(self, place: int) -> bool:
        """Whether a container holds chosen words, or the one around it holds some share of them."""
        return self._words[place] > 0 or self._words[self._parents[place]] > _SOME * self._all


def _put_back_opening(page: Page) -> None:
    """What follows the first running paragraph under the page's only first-level heading, up to the first chosen block, opens
    the article."""
    drafts = page.drafts
    first = next((number for number, draft in enumerate(drafts) if draft.kept and not draft.removed_by), 0)
    titles = [number for number, draft in enumerate(drafts) if draft.kind == "heading" and draft.level == 1]
    if len(titles) != 1:
        return
    opened = False
    for draft in drafts[titles[0] + 1 : first]:
        opened = opened or (_is_running(draft) and draft.words >= _OPENING)
        has_form = draft.kind in ("heading", "list_item", "quote", "table") and draft.link_share < _PUT_BACK_LINKED
        draft.kept = draft.kept or (opened and not draft.removed_by and (has_form or _is_running(draft)))

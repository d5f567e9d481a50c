"""The last touch on a page's chosen blocks: what is said elsewhere (title, standfirst, byline) and what is said twice goes."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, pairwise

from briefreader.text.clean.drafts import Draft
from briefreader.text.clean.furniture.endings import drop_endings
from briefreader.text.clean.furniture.remarks import label_callouts
from briefreader.text.clean.metadata.dates import written_date
from briefreader.text.clean.metadata.page_data import PageData
from briefreader.text.clean.metadata.people import read_byline
from briefreader.text.clean.metadata.titles import agree
from briefreader.text.clean.page.comments import drop_comments
from briefreader.text.clean.shapes import is_prose

_WORD = re.compile(r"\w+")
_DASH = re.compile(r"\s[–—-]\s")
_LONGEST_META = 14  # words of a byline or date line
_WHO_IS = re.compile(r"\s(?:is|was|has|works|writes|covers|joined|ist|est|es)\s")
_TEASERS = 0.7  # of the words kept: an article that is a list of links has more under its links
_LONGEST_TEASER = 60  # words
_HEADLINE = 5  # words; a name that is a link has fewer
_HEAD = 12  # blocks from the top in which the title, the standfirst and the byline stand


def finish(drafts: list[Draft], data: PageData) -> str | None:
    """Take the leftovers of the page out of the chosen drafts; gives the standfirst, if one stands apart."""
    _drop_title(drafts, data)
    standfirst = _take_standfirst(drafts, data)
    _drop_bylines(drafts, data)
    _drop_image_captions(drafts)
    _drop_doubles(drafts)
    _drop_teasers(drafts)
    _drop_author_notes(drafts, data)
    _drop_lone_links(drafts)
    drop_comments(drafts)
    label_callouts([draft for draft in drafts if not draft.removed_by])
    drop_endings(drafts)
    _drop_empty_headings(drafts)
    return standfirst


def _kept(drafts: list[Draft]) -> list[Draft]:
    return [draft for draft in drafts if not draft.removed_by]


def _drop_title(drafts: list[Draft], data: PageData) -> None:
    """The title goes, and with it the short lines that stand above it (a kicker, a date)."""
    claims = {_key(title) for title in data.titles}
    for number, draft in enumerate(drafts):
        is_title = draft.kind == "heading" and (draft.level == 1 or _key(draft.text) in claims)
        if is_title and (_key(draft.text) in claims or agree(draft.text, data.title or "")):
            for above in drafts[max(0, number - _HEAD) : number]:
                if not above.removed_by and above.words <= _LONGEST_META and not is_prose(above.text):
                    above.removed_by = "above the title"
            draft.removed_by = draft.removed_by or "title"
            break
    for draft in _kept(drafts)[:_HEAD]:
        if draft.kind in ("paragraph", "heading") and _key(draft.text) in claims:
            draft.removed_by = "title"


def _take_standfirst(drafts: list[Draft], data: PageData) -> str | None:
    """The summary line above the body: named so by its element, or the page's own description standing apart from the body.

    It is looked for above the first chosen block too: readability often leaves it out.
    """
    first = next((number for number, draft in enumerate(drafts) if not draft.removed_by), len(drafts))
    descriptions = [key for text in data.descriptions if len(key := _key(text)) > 20]
    for number in range(max(0, first - _HEAD), min(len(drafts), first + 4)):
        draft, following = drafts[number], drafts[number + 1] if number + 1 < len(drafts) else None
        if (draft.removed_by or "outside the article") != "outside the article" or draft.kind in ("caption", "table", "code"):
            continue
        if not 4 <= draft.words <= 90 or draft.link_share > 0.5 or _opens_with_a_dateline(draft.text):
            continue
        key = _key(draft.text)
        described = any(key.startswith(text[:80]) or (len(key) > 20 and text.startswith(key)) for text in descriptions)
        apart = number < first or following is None or following.place != draft.place or draft.kind == "heading"
        if draft.lead == "standfirst" or (apart and described) or (apart and draft.lead and number >= first):
            draft.removed_by = "standfirst"
            return draft.text
    return None


def _opens_with_a_dateline(text: str) -> bool:
    """``PORT ARLEN (AP) —`` is how a body begins."""
    place = _DASH.split(text[:60])[0]
    return len(place) < len(text[:60]) and len(word := place.split()[0]) > 2 and word.isupper()


def _drop_bylines(drafts: list[Draft], data: PageData) -> None:
    names = {_key(name) for name in data.authors} | {_key(data.byline or "")}
    kept = _kept(drafts)
    if len(kept) > 3 and kept[0].kind == "paragraph" and kept[0].words <= 3 and not is_prose(kept[0].text):
        kept[0].removed_by = "stray line above the body"
    for draft in (*kept[:_HEAD], *kept[-4:]):
        if draft.kind not in ("paragraph", "heading", "list_item") or draft.words > _LONGEST_META or draft.text.endswith("."):
            continue
        if _key(draft.text) in names or read_byline(draft.text) or _is_date_line(draft.text):
            draft.removed_by = "byline or date line"


def _is_date_line(text: str) -> bool:
    return written_date(text) is not None and len(_WORD.findall(text)) <= 10


def _drop_image_captions(drafts: list[Draft]) -> None:
    """Without its picture a caption only puzzles; one beside a table or code stays."""
    kept = _kept(drafts)
    for before, draft, after in zip([None, *kept], kept, [*kept[1:], None], strict=False):
        beside = {other.kind for other in (before, after) if other is not None}
        if draft.kind == "caption" and not beside & {"table", "code"}:
            draft.removed_by = "image caption"


def _drop_doubles(drafts: list[Draft]) -> None:
    """What the page says twice stays once."""
    seen: set[tuple[str, str]] = set()
    for draft in _kept(drafts):
        key = (draft.kind, _key(draft.text))
        if draft.words >= 5 and key in seen:
            draft.removed_by = "said twice"
        seen.add(key)


def _drop_teasers(drafts: list[Draft]) -> None:
    """Summaries under linked headlines, each in a box of its own or an item of a list, lead elsewhere; one alone may not."""
    words = Counter[int]()
    for draft in _kept(drafts):
        words[draft.place] += draft.words
    body = max(words, key=lambda place: words[place], default=0)
    teasers = [
        draft
        for before, draft in pairwise(drafts)
        if not draft.removed_by
        and draft.kind == "paragraph"
        and draft.place != body
        and draft.words <= _LONGEST_TEASER
        and before.link_share > 0.8
        and before.words >= 3
        and abs(before.place - draft.place) <= 2
    ]
    teasers.extend(_listed_teasers(drafts))
    if len(teasers) > 1 and sum(draft.words for draft in teasers) < _TEASERS * sum(words.values()):
        for draft in teasers:
            draft.removed_by = "teaser of another article"


def _listed_teasers(drafts: list[Draft]) -> list[Draft]:
    """The items of lists in which each item is a linked headline with the beginning of its text, cut off."""
    found: list[Draft] = []
    for is_list, run in groupby(_kept(drafts), key=lambda draft: draft.kind == "list_item"):
        items = list(run)
        if is_list and len(items) > 2 and all(_is_headline_and_cut(item) for item in items):
            found.extend(items)
    return found


def _is_headline_and_cut(item: Draft) -> bool:
    first = item.links[0] if item.links and item.links[0].start == 0 else None
    if first is None or (item.text[-1] in ".!?" and not item.text.endswith("...")):
        return False
    return first.end < len(item.text) and len(item.text[: first.end].split()) >= _HEADLINE


def _drop_author_notes(drafts: list[Draft], data: PageData) -> None:
    """A last paragraph that begins with the author's name and says who that is."""
    for draft in _kept(drafts)[-6:]:
        if any(draft.text.startswith((name, f"{name.split()[0]} is ")) for name in data.authors) and _WHO_IS.search(
            draft.text[:120]
        ):
            draft.removed_by = "author box"


def _drop_lone_links(drafts: list[Draft]) -> None:
    """A paragraph or heading that is nothing but a link leads to another article."""
    for draft in _kept(drafts):
        if draft.kind in ("paragraph", "heading") and draft.link_share > 0.85 and draft.words >= 3:
            draft.removed_by = "link to another article"


def _drop_empty_headings(drafts: list[Draft]) -> None:
    """A heading goes when all that it headed was removed: the next thing left is a heading of its rank or above."""
    for number, draft in enumerate(drafts):
        if draft.removed_by or draft.kind != "heading":
            continue
        following = next((n for n in range(number + 1, len(drafts)) if not drafts[n].removed_by), None)
        if following is None or (
            drafts[following].kind == "heading"
            and following > number + 1
            and (drafts[following].level or 2) <= (draft.level or 2)
        ):
            draft.removed_by = "heading of nothing"


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))

"""What is measured of each line of a pasted page, itself and among its neighbours, before its score says article or furniture.

Nothing here knows a language: what a text's own prose says most often are its function words, and what it says again and again
is its topic. Method: Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using shallow text features" (2010).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

from briefreader.text.clean.drafts import Draft, writes_no_spaces
from briefreader.text.clean.metadata.dates import written_date
from briefreader.text.clean.shapes import ends_a_sentence, is_prose, looks_like_heading

_READ = 1000  # characters of a line that tell what it is about
_LONG, _MOST_WORDS = 25, 60  # words of a line that is surely prose, and from which on more do not make it any surer
_COMMONEST = 40  # words that stand for the text's function words
_TOPICAL = 3  # more times that a word is said, until it is surely of the topic
_RUN_GAP = 3  # short lines that may stand between two paragraphs of one run
_FAR = 99  # lines
_AROUND, _NEAR = 10, 2  # lines
_DATE_LINE, _DATES_WITHIN = 12, 3  # words; lines
_AN_ARTICLE = 100  # words of prose before anything can end it
_END_KINDS = frozenset(["related", "comments", "author"])
_WORD = re.compile(r"[^\W\d_]+")

Measures = dict[str, float]


def measures(drafts: Sequence[Draft]) -> list[Measures]:
    """The measures of each line, by their names in ``data/line_weights.json``."""
    kinds = [(draft.removed_by or "").partition(" ")[0] for draft in drafts]
    prose = [is_prose(draft.text) and not draft.removed_by for draft in drafts]
    headings = [looks_like_heading(draft.text) for draft in drafts]
    dated = [_is_date_line(draft) for draft in drafts]
    weights = [min(_MOST_WORDS, draft.words) if known else 0 for draft, known in zip(drafts, prose, strict=True)]
    total = sum(weights) or 1
    said_before = list(accumulate(weights, initial=0))
    long = [known and draft.words >= _LONG for draft, known in zip(drafts, prose, strict=True)]
    runs = _runs(weights, kinds)
    longest_run = max(runs, default=0) or 1
    terms = [_terms(draft.text) for draft in drafts]
    said = Counter(term for line, known in zip(terms, prose, strict=True) if known for term in line)
    common = {term for term, _ in said.most_common(_COMMONEST)}
    above, below = _distances(long), _distances(long[::-1])[::-1]
    furniture = list(accumulate(map(bool, kinds), initial=0))
    ended = comments = 0
    found: list[Measures] = []
    for number, (draft, kind) in enumerate(zip(drafts, kinds, strict=True)):
        if said_before[number] >= _AN_ARTICLE:
            ended = min(3, ended + (kind in _END_KINDS))
            comments = min(3, comments + (kind == "comments"))
        first, last = max(0, number - _AROUND), min(len(drafts), number + 1 + _AROUND)
        text, line = draft.text, terms[number]
        around = [*range(max(0, number - _NEAR), number), *range(number + 1, min(len(drafts), number + 1 + _NEAR))]
        found.append(
            {
                "prose": float(prose[number]),
                "long": float(long[number]),
                "words": log1p(min(2 * _MOST_WORDS, draft.words)),
                "share": weights[number] / total,
                "ends": float(ends_a_sentence(text)),
                "colon": float(text.endswith((":", "："))),
                "dots": float(text.endswith(("…", "..."))),
                "question": float(text[-3:].rstrip("\"'”’»)").endswith(("?", "？", "؟"))),
                "capitals": _share_of_capitals(text[:_READ].split()),
                "digits": sum(map(str.isdigit, text[:_READ])) / max(1, len(text[:_READ])),
                "item": float(draft.kind == "list_item"),
                "heading": float(headings[number] and not prose[number]),
                "date": float(dated[number]),
                "dates_below": float(draft.words < _LONG and any(dated[number + 1 : number + 1 + _DATES_WITHIN])),
                "common": sum(term in common for term in line) / max(3, len(line)),
                "topic": _topic(line, said, common, known=prose[number]),
                "furniture": float(bool(kind)),
                "furniture_above": (furniture[number] - furniture[first]) / _AROUND,
                "furniture_below": (furniture[last] - furniture[number + 1]) / _AROUND,
                "ended": float(ended),
                "comments": float(comments),
                "run_words": log1p(runs[number]),
                "run_share": runs[number] / longest_run,
                "longest_run": float(runs[number] == longest_run),
                "run_of_all": longest_run / total,
                "prose_above": log1p(above[number]),
                "prose_below": log1p(below[number]),
                "prose_near": float(sum(prose[other] for other in around)),
                "headings_near": float(sum(headings[other] for other in around)),
            }
        )
    return found


def _runs(weights: Sequence[int], kinds: Sequence[str]) -> list[int]:
    """For each line the words of the run of prose it stands in. A few short lines do not end a run, an article's end does."""
    runs = [0] * len(weights)
    start = 0
    while start < len(weights):
        if not weights[start]:
            start += 1
            continue
        last, gap, words, number = start, 0, 0, start
        while number < len(weights) and gap <= _RUN_GAP:
            if weights[number]:
                words, last, gap = words + weights[number], number, 0
            else:
                gap += _FAR if kinds[number] in _END_KINDS else 1
            number += 1
        runs[start : last + 1] = [words] * (last + 1 - start)
        start = last + 1
    return runs


def _distances(marks: Sequence[bool]) -> list[int]:
    """For each line how many lines lie between it and the last mark before it."""
    distances, distance = [], _FAR
    for mark in marks:
        distances.append(distance)
        distance = 0 if mark else min(_FAR, distance + 1)
    return distances


def _terms(text: str) -> list[str]:
    """The words of a line; where a script writes no spaces, its pairs of characters."""
    start = text[:_READ].lower()
    words = _WORD.findall(start)
    if not writes_no_spaces(start):
        return words
    return [word[at : at + 2] for word in words for at in range(max(1, len(word) - 1))]


def _topic(terms: Sequence[str], said: Counter[str], common: set[str], *, known: bool) -> float:
    """How much of a line is said elsewhere in the text's prose too, 0 to 1; ``known`` if the line itself was counted there."""
    telling = [term for term in terms if term not in common and (len(term) > 4 or writes_no_spaces(term))]
    return sum(min(1.0, max(0, said[term] - known) / _TOPICAL) for term in telling) / max(2, len(telling))


def _share_of_capitals(words: Sequence[str]) -> float:
    return sum(word[:1].isupper() for word in words[1:]) / (len(words) - 1) if len(words) > 1 else 0.5


def _is_date_line(draft: Draft) -> bool:
    return draft.words <= _DATE_LINE and any(map(str.isdigit, draft.text[:100])) and written_date(draft.text) is not None

"""Quotations, callouts, captions and their doubles in pasted text."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import pairwise

from briefreader.text.clean.drafts import Draft
from briefreader.text.clean.shapes import is_attribution, keywords_only

_LONGEST_CAPTION = 80  # words
_DOUBLE_WITHIN = 8  # blocks between a heading and the caption that repeats it


def label_callouts(drafts: list[Draft]) -> None:
    """A callout's label ("Did you know?") leaves the text; the sentence after it stays, as a callout."""
    for draft, following in pairwise(drafts):
        if draft.removed_by or draft.kind not in ("paragraph", "heading"):
            continue
        label = _labels().match(draft.text)
        if not label:
            continue
        if label.end() == len(draft.text):
            draft.removed_by = "callout label"
            following.style = "callout"
        elif label[0].rstrip().endswith(":"):
            draft.text, draft.style = draft.text[label.end() :], "callout"


@cache
def _labels() -> re.Pattern[str]:
    table = tomllib.loads(files("briefreader.text.clean").joinpath("data/callouts.toml").read_text(encoding="utf-8"))
    words = sorted((re.escape(label) for labels in table.values() for label in labels), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)})\s?(?:[:?!](?:\s|$)|$)\s*", re.IGNORECASE)


def find_captions(drafts: list[Draft]) -> None:
    """A paragraph that begins with a figure's number is its caption; ``Figure 2 shows`` is not."""
    for draft in drafts:
        if draft.kind == "paragraph" and _caption_labels().match(draft.text[:40]) and draft.words <= _LONGEST_CAPTION:
            draft.kind = "caption"


@cache
def _caption_labels() -> re.Pattern[str]:
    table = tomllib.loads(files("briefreader.text.clean").joinpath("data/captions.toml").read_text(encoding="utf-8"))
    words = sorted({re.escape(label) for labels in table.values() for label in labels}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)})\s?\d{{1,3}}\s?[.:–—-]\s", re.IGNORECASE)


def drop_caption_doubles(drafts: list[Draft]) -> None:
    """An image's title that repeats a heading goes, and with it the string of keywords that stands right under it.

    Without the keywords a heading said twice is the article's own: comparisons say theirs for each thing compared.
    """
    for number, (draft, following) in enumerate(pairwise(drafts)):
        nearby = drafts[max(0, number - _DOUBLE_WITHIN) : number]
        is_double = draft.kind == "heading" and any(other.kind == "heading" and other.text == draft.text for other in nearby)
        if is_double and following.place == 0 and keywords_only(following.text):
            draft.removed_by, following.removed_by = "caption double", "keyword caption"


def find_quotes(drafts: list[Draft]) -> None:
    """A paragraph followed by a dash and a name is a quotation with its source."""
    kept = [draft for draft in drafts if not draft.removed_by]
    for draft, following in pairwise(kept):
        if draft.kind == "paragraph" and is_attribution(following.text):
            draft.kind = following.kind = "quote"
            following.level = None

"""What follows an article's last sentence on the page: the appeal to comment, the author's box, the quotation of the day."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from briefreader.text.clean.drafts import Draft
from briefreader.text.clean.shapes import is_attribution

_MOST_ENDINGS = 12  # blocks taken off one after another
_LAST = 6  # blocks from the end in which an appeal or author box can stand
_SENTENCES = re.compile(r"(?<=[.!?])[\"'”’)]{0,2}\s+(?=[A-ZÀ-ÞА-ЯҐЄІЇ\"“'‘¿¡])")
_NAME = re.compile(r"[^\W\d_]{3,}")


def drop_endings(drafts: list[Draft]) -> None:
    """Take off, from the end, what is no part of the article; stops at the first block that is."""
    for _ in range(_MOST_ENDINGS):
        kept = [draft for draft in drafts if not draft.removed_by]
        if not kept or not (
            _is_author_box(kept[-1], drafts) or _is_appeal(kept[-1]) or _is_loose_quotation(kept) or _is_loose_heading(kept[-1])
        ):
            break
    for draft in [draft for draft in drafts if not draft.removed_by][-_LAST:]:
        _cut_appeal(draft)


def _is_author_box(last: Draft, drafts: list[Draft]) -> bool:
    """The paragraph that stands under the line "About the author"."""
    before = drafts[: next(number for number, draft in enumerate(drafts) if draft is last)]
    if before and (before[-1].removed_by or "").startswith("author"):
        last.removed_by = "author box"
    return last.removed_by is not None


def _is_loose_heading(last: Draft) -> bool:
    """A heading that heads nothing."""
    if last.kind == "heading":
        last.removed_by = "heading of nothing"
    return last.removed_by is not None


def _is_appeal(last: Draft) -> bool:
    """A paragraph of which every sentence asks the reader or appeals to them, at least one of them to act on the page."""
    sentences = _SENTENCES.split(last.text)
    asking = [bool(_appeals().search(sentence)) for sentence in sentences]
    if any(asking) and all(asked or sentence.endswith("?") for sentence, asked in zip(sentences, asking, strict=True)):
        last.removed_by = "appeal to the reader"
    return last.removed_by is not None


def _is_loose_quotation(kept: list[Draft]) -> bool:
    """A quotation at the very end whose source the article never names is the page's quotation of the day."""
    if len(kept) < 3 or not is_attribution(kept[-1].text):
        return False
    before = " ".join(draft.text for draft in kept[:-2])
    if any(name[0].isupper() and name in before for name in _NAME.findall(kept[-1].text)):
        return False
    kept[-1].removed_by = kept[-2].removed_by = "quotation of the day"
    return True


def _cut_appeal(draft: Draft) -> None:
    """Cut the appeals that end a paragraph of the article: its own sentences stay."""
    sentences = _SENTENCES.split(draft.text) if draft.kind == "paragraph" else []
    while len(sentences) > 1 and _appeals().search(sentences[-1]):
        draft.text = draft.text[: draft.text.rindex(sentences.pop())].rstrip()


@cache
def _appeals() -> re.Pattern[str]:
    table = tomllib.loads(files("briefreader.text.clean").joinpath("data/appeals.toml").read_text(encoding="utf-8"))
    patterns = (entry["pattern"] for entries in table.values() for entry in entries)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)

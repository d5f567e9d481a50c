"""What readers wrote below an article: it stands under a line that says so, in other containers than the article's own text."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from briefreader.text.clean.drafts import Draft

_LEAST = 60  # words of the article that stand before
_LONGEST_LINE = 60  # characters


def drop_comments(drafts: list[Draft]) -> None:
    """Take out what is left below the line that opens the readers' discussion, if the article's text does not go on there."""
    start = _discussion(drafts)
    if start is None:
        return
    body = {draft.place for draft in drafts[:start] if not draft.removed_by}
    below = [draft for draft in drafts[start:] if not draft.removed_by]
    if not any(draft.place in body and draft.kind == "paragraph" for draft in below):
        for draft in below:
            draft.removed_by = "comments of readers"


def _discussion(drafts: list[Draft]) -> int | None:
    """The number of the first line that opens a discussion below an article's words."""
    words = 0
    for number, draft in enumerate(drafts):
        if words >= _LEAST and len(draft.text) <= _LONGEST_LINE and _openings().fullmatch(draft.text.strip(" :.»›\n")):
            return number
        words += 0 if draft.removed_by else draft.words
    return None


@cache
def _openings() -> re.Pattern[str]:
    table = tomllib.loads(files("briefreader.text.clean").joinpath("data/discussions.toml").read_text(encoding="utf-8"))
    names = "|".join(sorted({re.escape(name) for names in table.values() for name in names}, key=len, reverse=True))
    return re.compile(rf"(?:\d{{1,6}} )?(?:{names})(?:\s?\(?\d{{1,6}}\)?(?:\s.{{0,30}})?)?", re.IGNORECASE)

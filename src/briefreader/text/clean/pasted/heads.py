"""What stands between the top of a pasted page and its first paragraph: title, byline, date, standfirst."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefreader.text.clean.drafts import Draft, writes_no_spaces
from briefreader.text.clean.metadata.dates import written_date
from briefreader.text.clean.metadata.people import people, read_byline
from briefreader.text.clean.shapes import is_prose, looks_like_heading

_WITHIN = 14  # lines above the first paragraph
_LONGEST_STANDFIRST = 40  # words
_DATE_LINE = 12  # words
_ABOVE_TITLE = 4  # lines in which a date or byline may stand
_OPENING, _READ = 30, 20_000  # lines and characters that tell what a text is about
_SHORTEST_TITLE, _LONGEST_TITLE = 3, 40  # words; with a site's name and a path around it
_STEM = 4  # characters
_LEAST_LIKELY = 0.25
_WORD = re.compile(r"[^\W_]+")
_NO_TITLE = re.compile(r"\s[»›>→]\s|[©|]|\((?:[^()]{0,30})(?:photo|foto|image|getty|reuters|afp|ap)\b", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    title: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    site: str | None = None
    standfirst: str | None = None


def read_head(drafts: list[Draft], start: int, known_title: str | None = None, *, find_title: bool = True) -> Head:
    """Read the lines around the article's beginning at ``start``; each line that was read is marked with the rule.

    Lines that head the first paragraph are marked ``kept``.
    """
    head = Head()
    top = max(0, start - _WITHIN)
    title_at = _title_index(drafts, top, start, known_title) if find_title else None
    if title_at is not None:
        _take(drafts[title_at], "title")
        head.title = drafts[title_at].text
    first = title_at + 1 if title_at is not None else top
    above = max(top, first - _ABOVE_TITLE) if title_at is not None else top
    for draft in (*drafts[first : start + 6], *drafts[above:first]):
        _read_line(draft, head)
    last_read = max((n for n in range(first, min(len(drafts), start + 6)) if _is_read(drafts[n])), default=None)
    if last_read is not None:
        _read_standfirst(drafts[first:last_read], head)
    _keep_subheading(drafts, first, start)
    return head


def _title_index(drafts: list[Draft], top: int, start: int, known_title: str | None) -> int | None:
    """Where the title stands: of the lines that could head the text, the one that says most of what the text says.

    A line that another one holds (a breadcrumb, the window's title) is likely the title, and so is the first of equals.
    """
    if known_title is None and _is_title_of_all(drafts):
        return 0
    candidates = [
        number
        for number in range(top, min(len(drafts), start + 1))
        if not drafts[number].removed_by and drafts[number].kind == "paragraph" and looks_like_heading(drafts[number].text)
    ]
    if known_title:
        return next((n for n in candidates if drafts[n].text.casefold() == known_title.casefold()), None)
    body = _stems(" ".join(draft.text for draft in drafts[start : start + _OPENING] if not draft.removed_by))
    around = [draft.text for draft in drafts[: start + _WITHIN] if draft.words <= _LONGEST_TITLE]
    best, best_index = _LEAST_LIKELY, None
    for number in candidates:
        text = drafts[number].text
        stems = _stems(text)
        if drafts[number].words < _SHORTEST_TITLE or not stems or _NO_TITLE.search(text):
            continue
        if written_date(text) or read_byline(text):
            continue
        repeated = sum(text in other for other in around) > 1
        likely = len(stems & body) / (len(stems) + 1) + 0.3 * repeated
        if likely > best:
            best, best_index = likely, number
    return best_index


def _stems(text: str) -> set[str]:
    """What a text's longer words begin with; where a script writes no spaces, its pairs of characters."""
    words = _WORD.findall(text.casefold()[:_READ])
    if writes_no_spaces(text):
        return {word[at : at + 2] for word in words for at in range(len(word) - 1)}
    return {word[:_STEM] for word in words if len(word) >= _STEM}


def _is_title_of_all(drafts: list[Draft]) -> bool:
    """Whether the very first line heads the text: short, and prose follows, after a blank line or more than a word or two."""
    if len(drafts) < 2 or drafts[0].removed_by or drafts[0].kind != "paragraph":
        return False
    line = drafts[0].text.rstrip(" .…") if drafts[0].text.endswith(("…", "...")) else drafts[0].text
    stands_apart = drafts[1].place == 1 or drafts[0].words >= _SHORTEST_TITLE
    return looks_like_heading(line) and stands_apart and is_prose(drafts[1].text)


def _read_line(draft: Draft, head: Head) -> None:
    """Take a byline or date line. A line can be both: ``By Ann Lee, June 4, 2025``."""
    if (draft.removed_by and not draft.removed_by.startswith("notice")) or draft.words > _DATE_LINE or is_prose(draft.text):
        return
    day = written_date(draft.text)
    if day and head.published is None:
        head.published = day
        _take(draft, "date line")
    byline = read_byline(draft.text)
    if byline and head.byline is None:
        head.byline, head.authors = byline, people(byline)
        _take(draft, "byline")


def _read_standfirst(between: list[Draft], head: Head) -> None:
    """A sentence that stands under the title or among the lines read, and above the last of them, is the standfirst."""
    before_is_read = head.title is not None
    for draft in between:
        if not draft.removed_by and before_is_read and is_prose(draft.text) and draft.words <= _LONGEST_STANDFIRST:
            head.standfirst = draft.text
            _take(draft, "standfirst")
            return
        before_is_read = before_is_read and draft.removed_by is not None


def _keep_subheading(drafts: list[Draft], first: int, start: int) -> None:
    """The headings directly above the text stay with it; a line that only underlines one is no hindrance."""
    above = [number for number in range(start - 1, first - 1, -1) if drafts[number].removed_by != "empty phrase"]
    for number in above[:2]:
        draft = drafts[number]
        if draft.removed_by or not looks_like_heading(draft.text) or draft.words < 4:
            return
        draft.kept = True


def _take(draft: Draft, rule: str) -> None:
    draft.removed_by = f"read as {rule}"


def _is_read(draft: Draft) -> bool:
    return draft.removed_by is not None and draft.removed_by.startswith(("read as", "readtime", "disclaimer"))

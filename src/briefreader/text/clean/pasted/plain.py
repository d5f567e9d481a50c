"""Plain text, mostly a web page that somebody saved or pasted, to an article.

Two things find the article: rules that know lines of furniture, and the best stretch of lines (``stretch``). Then the lines
before it are read for title, byline, date and standfirst, and the stretch itself is put in order.
"""

from __future__ import annotations

from briefreader.model import Article, Raw, Removal
from briefreader.text.clean.charset import decode
from briefreader.text.clean.drafts import Draft
from briefreader.text.clean.envelope import with_envelope
from briefreader.text.clean.furniture.endings import drop_endings
from briefreader.text.clean.furniture.phrases import drop_furniture
from briefreader.text.clean.furniture.remarks import drop_caption_doubles, find_captions, find_quotes, label_callouts
from briefreader.text.clean.pasted.heads import Head, read_head
from briefreader.text.clean.pasted.lines import drafts_of
from briefreader.text.clean.pasted.scores import line_scores
from briefreader.text.clean.shapes import is_attribution, is_prose, looks_like_heading
from briefreader.text.clean.stretch import best_stretch

_LONGEST = 4_000_000  # characters; the longest novels have as many, and what comes after them is not read
_MOST_SHOWN = 200
_OUTSIDE = 0.6  # of the words, at most, when an article came alone
_AN_ARTICLE = 100  # words of prose before the comments
_CLOSE = 40  # lines that hold three marks of comments


def read_plain(raw: Raw) -> Article:
    """The article of a plain text file."""
    return read_text(raw, decode(raw.content, raw.charset))


def read_text(raw: Raw, text: str) -> Article:
    """The article of a text that came in the envelope ``raw``."""
    drafts = drafts_of(text[:_LONGEST])
    drop_furniture(drafts)
    _drop_comments(drafts)
    start, end = best_stretch(line_scores().of(drafts))
    if start == end:
        end = len(drafts)  # a note of a few words
    if end < len(drafts) and is_attribution(drafts[end].text):
        end += 1  # a quotation keeps its source
    is_alone = _is_alone(drafts, start, end)
    head = read_head(drafts, start, raw.title)
    if is_alone:
        start, end = next((n for n, draft in enumerate(drafts) if draft.removed_by == "read as title"), 0), len(drafts)
    for number, draft in enumerate(drafts):
        if not start <= number < end and not draft.kept:
            draft.removed_by = draft.removed_by or "outside the article"
    _shape(drafts)
    return with_envelope(_article(raw, drafts, head), raw)


def _is_alone(drafts: list[Draft], start: int, end: int) -> bool:
    """Whether a text is an article without a page around it, however its lines score: nothing outside the stretch says a phrase
    of furniture, and most of the words are inside."""
    outside = [*drafts[:start], *drafts[end:]]
    if any(draft.removed_by and draft.removed_by != "empty phrase" for draft in outside):
        return False
    return sum(draft.words for draft in outside) <= _OUTSIDE * sum(draft.words for draft in drafts)


def _drop_comments(drafts: list[Draft]) -> None:
    """Readers' comments are prose as well: from the first of many "Reply" lines that follow an article, all is theirs."""
    marks = [number for number, draft in enumerate(drafts) if (draft.removed_by or "").startswith("comments")]
    words = 0
    prose_before = []
    for draft in drafts:
        prose_before.append(words)
        words += draft.words if not draft.removed_by and is_prose(draft.text) else 0
    for mark, third in zip(marks, marks[2:], strict=False):
        if prose_before[mark] >= _AN_ARTICLE and third - mark <= _CLOSE:
            for draft in drafts[mark:]:
                draft.removed_by = draft.removed_by or "comments of readers"
            return


def _shape(drafts: list[Draft]) -> None:
    """Tell headings (short lines that something follows), quotations and callouts; take out what is left of the page."""
    inside = [draft for draft in drafts if not draft.removed_by]
    find_captions(inside)
    for draft in inside[:-1]:
        if draft.kind == "paragraph" and looks_like_heading(draft.text):
            draft.kind, draft.level = "heading", 2
    drop_caption_doubles(inside)
    label_callouts(inside)
    find_quotes(inside)
    drop_endings(drafts)


def _article(raw: Raw, drafts: list[Draft], head: Head) -> Article:
    removed = tuple(Removal(draft.text[:_MOST_SHOWN], draft.removed_by) for draft in drafts if draft.removed_by)
    return Article(
        raw.source,
        tuple(draft.block() for draft in drafts if not draft.removed_by),
        title=head.title,
        byline=head.byline,
        authors=head.authors,
        site=head.site,
        published=head.published,
        standfirst=head.standfirst,
        removed=removed,
    )

"""What a line looks like, told by its length, its first letters and its end alone: the same in most languages."""

from __future__ import annotations

import re

from briefreader.text.clean.drafts import word_count

_SENTENCE_END = re.compile(r"[.!?…।。！？؟]+[\"'”’»)\]]*(?:\s?\[\d{1,3}\])?$")
_OPEN_END = re.compile(r"[:;,—–][\"'”’»)\]]*$")
_ATTRIBUTION = re.compile(r"^[–—―-]{1,2}\s?[^\W\d_]")
_ONLY_QUESTION = re.compile(r"\?[\"'”’»)\]]*$")


def is_prose(text: str) -> bool:
    """Whether a line is running text: it ends as a sentence does and has the words for one, or it is long."""
    words = word_count(text)
    if words >= 25:
        return True
    if words >= 12:
        return bool(_SENTENCE_END.search(text) or _OPEN_END.search(text))
    return words >= 5 and bool(_SENTENCE_END.search(text)) and not _ONLY_QUESTION.search(text)


def ends_a_sentence(text: str) -> bool:
    """Whether the text ends with a full stop or its like, perhaps inside quotation marks."""
    return bool(_SENTENCE_END.search(text))


def looks_like_heading(text: str) -> bool:
    """Whether a short line could head a section: no sentence's end but a question mark, a capital or digit first."""
    words = word_count(text)
    if not 1 <= words <= 18 or len(text) > 140 or is_attribution(text):
        return False
    if _OPEN_END.search(text) or (_SENTENCE_END.search(text) and not _ONLY_QUESTION.search(text)):
        return False
    first = text.lstrip("\"'“‘«¿¡([ ")[:1]
    return bool(first) and not first.islower() and any(character.isalpha() for character in text)


def is_attribution(text: str) -> bool:
    """Whether a line names who said the quotation before it: a dash, then a name or role."""
    return bool(_ATTRIBUTION.match(text)) and word_count(text) <= 14 and not _SENTENCE_END.search(text)


def keywords_only(text: str) -> bool:
    """Whether a line is a string of names and keywords, as image descriptions made for search engines are: every word of it
    begins with a capital and nothing stands between them."""
    words = text.split()
    if not 2 <= len(words) <= 12:
        return False
    return all(word[:1].isupper() and word.replace("-", "").replace("'", "").isalnum() for word in words)

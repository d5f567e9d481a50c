"""The office in which a person stands in a sentence: "Foreign Minister Roe", "Jane Roe, head of …,"."""

from __future__ import annotations

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.sentence.words import Words

OFFICE_REACH = 9
# "Activist Jane Roe", "businessman Joe Roe": what only people are.
_CALLINGS = ("ist", "sman", "woman", "lawyer", "ician")


def title_of(words: Words, start: int, last: int, book: Codebook) -> str | None:
    """The title in "Foreign Minister Roe" or "its foreign minister, Jane Roe", or the role in "Jane Roe, head of …,"."""
    end = start - 1 if start > 1 and words.low[start - 1] == "," else start
    for length in (3, 2, 1):
        phrase = " ".join(words.low[end - length : end]) if end >= length else ""
        if phrase in book.lists["titles"]:
            return phrase
    if end and words.low[end - 1] in book.lists["role_nouns"] and words.surface[end - 1][0].isupper():
        return words.low[end - 1]
    calling = words.low[end - 1] if end and words.surface[end - 1][0].islower() else ""
    if start < last and calling.endswith(_CALLINGS):
        return calling
    return _office_before(words, start, last, book) or _office_after(words, last, book)


def _office_before(words: Words, start: int, last: int, book: Codebook) -> str | None:
    """The role in "its head of personnel Jane Roe", "Minister for Port Affairs Jane Roe" and "the head of …, Jane Roe,"."""
    roles = book.lists["role_nouns"]
    if start and words.low[start - 1] in word_list("before_their_officer"):
        offices = (
            words.low[at] for at in range(start - 2, max(-1, start - OFFICE_REACH), -1) if words.low[at + 1] in {"of", "for"}
        )
        return next((office for office in offices if office in roles), None)
    for at in range(start - 3, max(-1, start - 7), -1):
        if not (words.surface[at + 2][0].islower() or _is_sent(words, at)) or words.low[start - 1] in word_list("before_nouns"):
            break
        if words.low[at] in roles and words.low[at + 1] in {"of", "for", "to"}:
            return words.low[at]
    if start < 3 or words.low[start - 1] != "," or words.low[last + 1 : last + 2] != [","]:
        return None
    for at in range(start - 2, max(-1, start - OFFICE_REACH), -1):
        if words.low[at] in word_list("apposition_ends"):
            return None
        if words.low[at] in roles and words.low[at + 1] in {"of", "for", "to", "at", "in"}:
            return words.low[at]
    return None


def _is_sent(words: Words, at: int) -> bool:
    """ "The UN envoy to Norland Jane Roe": who is sent goes by where."""
    return words.low[at] in word_list("sent_titles") and words.low[at + 1] in {"for", "to", "on"}


def _office_after(words: Words, last: int, book: Codebook) -> str | None:
    """The role in "Jane Roe, head of …," and "Jane Roe, the guild's general secretary"."""
    if words.low[last + 1 : last + 2] == ["of"] and words.low[last + 3 : last + 4] == [","]:
        last += 2  # "Jane Roe of Ostland, chairman of …"
    if last + 2 >= len(words) or words.low[last + 1] != ",":
        return None
    for at in range(last + 2, min(len(words), last + 8)):
        if words.low[at] in word_list("apposition_ends"):
            return None
        if words.low[at] in book.lists["role_nouns"] and not any(words.possessive[at : at + 2]):
            # "The Secretary General's special envoy" is no secretary.
            if at == last + 3 and not book.grammar["say"].isdisjoint(words.low[at + 1 : at + 2]):
                # "A treaty with Sudia, the envoy said": another one speaks.
                return None
            longer = " ".join(words.low[at : at + 2])
            return longer if longer in book.lists["titles"] else words.low[at]
    return None

"""Whether who acts stands behind the act, or it befell who stands before: "was rejected by", "had its offer rejected"."""

from __future__ import annotations

from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.names.finder import Name
from briefreader.text.negotiation.sentence.events import Found
from briefreader.text.negotiation.sentence.reading import Line

# So many words may stand between "by" and the name: "by the board of Borea"; between the auxiliary and its participle.
BY_REACH, AUXILIARY_REACH = 4, 3


def is_passive(line: Line, event: Found, name: Name) -> bool:
    """Whether the name is that of the one who did it: "was rejected on Monday by Sudia", "the offer made by Sudia"."""
    low = line.words.low
    if event.kind == "blame":
        return False
    by = _leading(low, name, {"by"})
    if (
        by is None
        or by <= event.head
        or not low[event.head].endswith("ed")
        or low[event.head] in word_list("done_by_go_betweens")
    ):
        return False
    was = word_list("was_done") & set(low[max(0, event.head - AUXILIARY_REACH) : event.head])
    return bool(was) or by - 1 == event.head


def is_giver(line: Line, event: Found, name: Name) -> bool:
    """Whether the name is that of the one who makes an offer: "a takeover bid by Borea", "a proposal from Norland"."""
    if event.meaning not in word_list("are_given") or line.words.possessive[name.last]:
        return False
    by = _leading(line.words.low, name, {"by", "from"})
    return by is not None and by - 1 in {event.last, event.noun.last if event.noun else event.last}


def is_suffered(line: Line, event: Found, name: Name) -> bool:
    """Whether it befell the name: "Alder had its bid rejected", "saw an offer for Borea turned down"."""
    low = line.words.low
    has = next((at for at in range(name.last + 1, event.head) if low[at] in word_list("has_it_done")), None)
    if (
        has is None
        or low[has + 1] not in word_list("determiners")
        or not low[event.head].endswith("ed")
        or {",", *word_list("was_done")} & set(low[has : event.head])
    ):
        return False
    return any(match.reading.part == "noun" and has < match.first and match.last < event.head for match in line.matches)


def _leading(low: list[str], name: Name, words: set[str]) -> int | None:
    """Where one of the words leads to the name, with at most its article or its board between."""
    for at in range(name.first - 1, max(-1, name.first - 1 - BY_REACH), -1):
        if low[at] in words:
            return at
        if low[at] not in word_list("between_by_and_a_name"):
            return None
    return None

"""Who brokers and yet does not mediate here: a side that brokers peace with another, or whose deal is of another day."""

from __future__ import annotations

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names.finder import Name

# How far behind its name it may stand that somebody brokers.
BROKERS_REACH = 12


def brokers_for_itself(low: list[str], name: Name) -> bool:
    """Whether who brokers is a side: "Ostland's efforts to broker peace with the rebels"."""
    ahead = low[name.last + 1 : name.last + 1 + BROKERS_REACH]
    brokers = next((at for at, word in enumerate(ahead) if word in word_list("mediating")), None)
    return brokers is not None and "with" in ahead[brokers + 1 : brokers + 4]


def brokered_once(low: list[str], name: Name, book: Codebook) -> bool:
    """Whether what they brokered is of another day: "brokered by Ostland in May", "after the Ostland-brokered truce failed"."""
    before, ahead = low[max(0, name.first - 8) : name.first], low[name.last + 1 : name.last + 9]
    told = "by" in before and word_list("mediating") & set(before)
    if told and any(len(word) == 4 and word.isdigit() for word in before):
        # "The 1960 treaty, brokered by Ostland".
        return True
    if told or "brokered" in (ahead[1:2] if ahead[:1] == ["-"] else low[name.first].split("-")[-1:]):
        dates = (at for at, word in enumerate(ahead[:-1]) if word in {"in", "on"})
        if any(_is_month_or_year(ahead[at + 1], book) for at in dates):
            return True
    return bool({"after", "since"} & set(before[-4:])) and bool(word_list("fell_apart") & set(ahead))


def _is_month_or_year(word: str, book: Codebook) -> bool:
    return word.rstrip(".") in book.lists["months"] or (len(word) == 4 and word.isdigit())

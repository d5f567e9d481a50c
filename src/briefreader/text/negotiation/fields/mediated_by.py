"""Who is named behind what is mediated: "brokered by A and B", "under the auspices of A", "talks hosted by A"."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.fields.roles import names_listed_before
from briefreader.text.negotiation.names.finder import Name
from briefreader.text.negotiation.sentence.reading import Line

# How far before "hosted by" the talks may stand.
HOSTED_REACH = 9
# How many speak together as the mediators do, and how near their statement they are named.
MANY, JOINT_REACH = 3, 16


def stands_between(low: list[str], name: Name) -> bool:
    """Whether the name stands in "brokered by A and B", "under the auspices of A", or passes on what the sides say."""
    if low[name.first - 1 : name.first] in (["through"], ["via"]) or low[max(0, name.first - 2) : name.first] in (
        ["through", "the"],
        ["via", "the"],
    ):
        before = low[max(0, name.first - 14) : name.first]
        answers = (word for at, word in enumerate(before) if before[at - 1 : at] != ["in"])
        return not word_list("messages").isdisjoint(answers)
    return is_after_mediating_by(low, name.first)


def speak_jointly(line: Line, names: Sequence[Name]) -> list[str]:
    """The three and more who tell something together: "Estia, Meru and Borea said in a joint statement"."""
    low = line.words.low
    joint = next((at for at in range(len(low) - 1) if low[at : at + 2] == ["joint", "statement"]), None)
    if joint is None:
        return []
    countries = [name for name in names if name.kind == "listed" and not name.leader]
    for last in countries:
        listed = [*names_listed_before(line.words, last, countries), last]
        if len(listed) >= MANY and abs(last.last - joint) <= JOINT_REACH:
            return [name.name for name in listed]
    return []


def _gives_room_to_talks(low: list[str], gives: int) -> bool:
    """Whether what is hosted or sponsored are talks: the nearest noun before it says so."""
    nouns = word_list("talks_of_others") | word_list("meets_otherwise")
    nearest = (low[at] for at in range(gives - 1, max(-1, gives - 1 - HOSTED_REACH), -1) if low[at] in nouns)
    return next(nearest, "") in word_list("talks_of_others")


def is_after_mediating_by(low: list[str], first: int) -> bool:
    """Whether what stands before the word leads to who mediates: "brokered by", "talks hosted by", "under the auspices of"."""
    for at in range(first - 1, max(-1, first - 8), -1):
        if low[at] == "by":
            # "Borea, chaired by Jane Roe, …": a body of its own.
            apart = low[at - 2 : at] == [",", "chaired"]
            chaired = "chaired" in low[max(0, at - 4) : at] and not word_list("has_its_chair") & set(low[max(0, at - 8) : at])
            chaired = chaired and not apart
            if low[at - 1] in word_list("gives_room"):
                # "Talks hosted by Estia", but not "a conference sponsored by Borea Bank".
                return _gives_room_to_talks(low, at - 1)
            return chaired or bool(word_list("mediating") & set(low[max(0, at - 4) : at]))
        if low[at] == "of":
            return bool(word_list("auspices") & set(low[max(0, at - 1) : at]))
        if low[at] in {".", ";", "said", "that", "in", "with"} and low[at + 1] not in {"country", "nation"}:
            # But "mediated by that country's president, Jane Roe".
            return False
    return False

"""Two negotiations in one article: the sentences that tell of another one than the headline does.

A sentence is apart when its sides have nothing to do with those of the headline and the lead, or when it says itself that it
speaks of something else ("Separately, …"). What follows about the same sides belongs to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names.finder import NameFinder
from briefreader.text.negotiation.sentence.reading import Line

LEAD = 0
"""The headline, the standfirst and the sentence of this rank say what the article is about."""
OPENING = 4
SIDES = 2
NEAR = 5
_NO_NEGOTIATION_YET = frozenset({"appeal", "willing", "prospect", "topic", "proposal", "mediation"})


def kept_apart(lines: Sequence[Line], finder: NameFinder) -> tuple[list[Line], list[list[Line]]]:
    """Give the lines of the article's own negotiation, and those of each other one that it also reports."""
    named = [_bodies(line, finder) for line in lines]
    main = {name for line, names in zip(lines, named, strict=True) if line.rank <= LEAD for name in names}
    kin = _kin(lines, named, main)
    own: list[Line] = []
    others: list[tuple[set[str], list[Line]]] = []
    open_group: tuple[set[str], list[Line]] | None = None
    for line, names in zip(lines, named, strict=True):
        strangers = names - main
        if line.rank <= LEAD or line.heading or not _is_elsewhere(line, names, main, kin, finder):
            if open_group and names and strangers and names <= open_group[0] and line.rank > LEAD:
                open_group[1].append(line)
                continue
            if names & main:
                open_group = None
            own.append(line)
            continue
        open_group = next((group for group in others if names & group[0] - main), None)
        if open_group is None:
            open_group = (set(), [])
            others.append(open_group)
        open_group[0].update(names)
        open_group[1].append(line)
    return own, [group for _, group in others]


def _bodies(line: Line, finder: NameFinder) -> set[str]:
    """Who is named: no people, whose side may not be known, and no generics, which may be anybody's."""
    return {name.name for name in finder.names(line.words) if name.kind in {"listed", "body"}}


def _kin(lines: Sequence[Line], named: Sequence[set[str]], main: set[str]) -> set[str]:
    """Bodies that somewhere stand beside the main ones: they may be the same under other names."""
    return {
        name for line, names in zip(lines, named, strict=True) if names & main and not _opens_another(line) for name in names
    }


def _opens_another(line: Line) -> bool:
    """Whether the sentence says that it speaks of something else."""
    opening = line.words.low[:OPENING]
    return bool(word_list("elsewhere") & set(opening[:1])) or " ".join(opening[:3]) in word_list("elsewhere")


def _is_elsewhere(line: Line, names: set[str], main: set[str], kin: set[str], finder: NameFinder) -> bool:
    if not _tells_of_talks(line, finder.book):
        return False
    if _opens_another(line):
        return bool(names - main)
    # Who is at the article's own table must be known before anybody can be said not to sit there.
    return len(main) >= SIDES and not names & (main | kin) and _sit_together(line, finder)


def _sit_together(line: Line, finder: NameFinder) -> bool:
    """Whether two listed parties are told to be the two sides: "between A and B", "A … with B"."""
    low = line.words.low
    listed = [name for name in finder.names(line.words) if name.kind == "listed"]
    for one, other in pairwise(listed):
        before = low[max(0, one.first - 2) : one.first]
        if "between" in before and "and" in low[one.last + 1 : other.first] and other.first - one.last <= NEAR:
            return True
        if low[other.first - 1] == "with" and any(one.last < event.head < other.first for event in line.events):
            return True
    return False


def _tells_of_talks(line: Line, book: Codebook) -> bool:
    """Whether something happens in a negotiation here: more than a call for one."""
    return any(
        event.core
        and event.meaning is not None
        and event.meaning not in _NO_NEGOTIATION_YET
        and book.events[event.meaning].stage is not None
        for event in line.events
    )

"""Whose leaders people are: the party's that the sentence says, or of the only side that has such officers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.fields.candidates import Candidate
from briefreader.text.negotiation.fields.choice import is_country, is_union
from briefreader.text.negotiation.names.finder import Name, NameFinder
from briefreader.text.negotiation.names.people import is_speaker, owner_of
from briefreader.text.negotiation.sentence.reading import Line

# "Former Prime Minister Jane Roe".
NO_LONGER_REACH = 4
# "The group's deputy leader, Jane Roe".
TITLE_REACH = 5
# An officer of nobody named is that of the only side of the kind, or of one that is so many times the next.
FAR_FIRST = 2.5


def count_leaders(
    line: Line, finder: NameFinder, candidates: dict[str, Candidate], book: Codebook, office_of: str | None
) -> list[Name]:
    """Give each leader to the party that the sentence says; give back those of whom it does not say.

    ``office_of`` is the body whose spokesman the sentences before quoted without a name: "the remarks by Roe" are his.
    """
    names = finder.names(line.words)
    officers: list[Name] = []
    for name in names:
        if word_list("no_longer") & set(line.words.low[max(0, name.first - NO_LONGER_REACH) : name.first]):
            continue
        if name.kind == "person" and not (word_list("outsiders") | word_list("mediator_nouns")) & set(
            (name.title or "").split()
        ):
            owner = owner_of(line, name, names, book)
            called = owner.name if owner else finder.body_beside(line.words, name)
            if called in candidates:
                candidates[called].leaders[name.name] += 1
                candidates[called].union = candidates[called].union or name.title in word_list("union_titles")
            elif name.title in book.lists["american_titles"] and "United States" in candidates:
                candidates["United States"].leaders[name.name] += 1
            elif (group := _group_beside(line, name, candidates, book)) is not None:
                group.leaders[name.name] += 1
            elif name.title and called is None:
                officers.append(name)
            elif called is None and office_of in candidates and is_speaker(line, name, book):
                candidates[office_of].leaders[name.name] += 1
    return officers


def _group_beside(line: Line, name: Name, candidates: dict[str, Candidate], book: Codebook) -> Candidate | None:
    """The only armed group of the article, for "the group's leader, Jane Roe"."""
    before = range(max(0, name.first - TITLE_REACH), name.first)
    if not name.title or not any(
        line.words.possessive[at] and line.words.low[at] in word_list("of_the_group") for at in before
    ):
        return None
    groups = [found for found in candidates.values() if found.kind == "listed" and book.actors[found.name].kind == "group"]
    return groups[0] if len(groups) == 1 else None


def place_officers(officers: Sequence[Name], chosen: Sequence[Candidate], book: Codebook) -> None:
    """A minister of no named country is that of the only one at the table, a chief executive that of the only company."""
    states = [candidate for candidate in chosen if is_country(candidate, book) or candidate.name == "government"]
    companies = [candidate for candidate in chosen if candidate.kind == "body" and not is_union(candidate)]
    for sides, titles in ((states, book.lists["state_titles"]), (companies, word_list("company_titles"))):
        for officer in officers:
            theirs = [side for side in sides if not (side.name == "United States" and _is_not_american(officer))]
            if officer.title in titles and _is_far_first(theirs):
                theirs[0].leaders[officer.name] += 1


def _is_far_first(sides: Sequence[Candidate]) -> bool:
    return len(sides) == 1 or (len(sides) > 1 and sides[0].score > FAR_FIRST * sides[1].score)


def _is_not_american(officer: Name) -> bool:
    """Whether an officer has a title that nobody has in the United States: a minister, a chancellor."""
    return bool(word_list("not_american") & set((officer.title or "").split()))


def unite_leaders(found: Counter[str], book: Codebook) -> list[str]:
    """One person is one leader: the fullest name stands for the shorter ones and for other spellings."""
    united: dict[str, str] = {}
    weight: Counter[str] = Counter()
    first_names = {name.split()[0] for name in found if " " in name}
    for name, count in sorted(found.items(), key=lambda item: -len(item[0])):
        if name not in first_names:
            last = name.split()[-1]
            key = book.spellings.get(last, last)
            united.setdefault(key, name)
            weight[key] += count
    return [united[key] for key, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))]

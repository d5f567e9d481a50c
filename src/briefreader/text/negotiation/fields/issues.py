"""The matters on the table: the rows of a table that names them, then what talks, disputes and demands are said to be over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from briefreader.model import Article, Issue
from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.sentence.background import is_background
from briefreader.text.negotiation.sentence.cues import cues_in
from briefreader.text.negotiation.sentence.matching import STOPS
from briefreader.text.negotiation.sentence.reading import TITLE, Line
from briefreader.text.negotiation.tables import data, entries, lines_of

MAX_ISSUES = 6
_LONGEST = 6
"""Words of a matter's name; what runs on is no name."""
_LISTED = 3
"""So many matters are taken from one list: "pay, pensions and hours"."""
_BY_SHAPE = 1.0
"""From this weight on a cue makes a matter of any noun that follows; below it only of a noun of matters.tsv."""


def issues_in(article: Article, lines: Sequence[Line], book: Codebook) -> tuple[Issue, ...]:
    """Give at most six matters in the article's words, each with its sentence and, where that says it, its outcome."""
    issues = _issues_of_tables(article)
    for line in lines:
        if line.rank != TITLE and not line.heading:
            issues += [Issue(name, _outcome(line), line.text) for name in _names_in(line, book)]
    return tuple(_without_repeats(issues))[:MAX_ISSUES]


def _without_repeats(issues: Sequence[Issue]) -> Iterator[Issue]:
    """ "Pay" after "higher pay" is the same matter."""
    seen: list[set[str]] = []
    for issue in issues:
        words = {word.removesuffix("s") for word in issue.name.lower().replace("-", "").split()}
        if not any(words <= other or other <= words for other in seen):
            seen.append(words)
            yield issue


def _names_in(line: Line, book: Codebook) -> Iterator[str]:
    for cue, begin, last in cues_in(line, book, ("issue",)):
        # "It is like trying to negotiate a truce with …".
        likened = "like" in line.words.low[max(0, begin - 4) : begin]
        if not likened and not _is_in_a_name(line, begin, last) and not is_background(line.words, last):
            for first, end in _phrases(line, last + 1, book):
                if cue.weight >= _BY_SHAPE or holds_a_matter(line.words.low[first:end]):
                    yield line.words.slice(first, end - 1)
    yield from _named_before(line)


def _is_in_a_name(line: Line, first: int, last: int) -> bool:
    """Whether a cue stands in a body's name: "the General Agreement on Tariffs and Trade"."""
    surface = line.words.surface
    return first > 0 and surface[first][0].isupper() and last + 1 < len(surface) and surface[last + 1][0].isupper()


def _named_before(line: Line) -> Iterator[str]:
    """The matter that stands before what is held over it: "coffee quota talks", but not in a name, "the Rubber Agreement"."""
    low = line.words.low
    for head in range(1, len(low)):
        if low[head] in word_list("held_over_matters") and line.words.surface[head].islower():
            first = head
            while first and low[first - 1] in matters():
                first -= 1
            if first < head:
                yield line.words.slice(first, head - 1)


def _phrases(line: Line, at: int, book: Codebook) -> Iterator[tuple[int, int]]:
    """The noun phrases from a word on, each from its first word to behind its last; the later ones hold a listed matter."""
    low = line.words.low
    for number in range(_LISTED):
        first, end = _phrase(line, at, book)
        if not _names_a_matter(low[first:end]) or (number and not holds_a_matter(low[first:end])):
            return
        yield first, end
        at = end + (low[end : end + 1] == [","])
        at += low[at : at + 1] == ["and"]
        if at == end:
            return


def _phrase(line: Line, at: int, book: Codebook) -> tuple[int, int]:
    low, surface = line.words.low, line.words.surface
    first = at
    while first < len(low) and low[first] in word_list("before_matters") and not surface[first][0].isupper():
        first += 1
    end = first
    while end < len(low) and not _ends(line, first, end, book):
        end += 1
    while end > first and low[end - 1] in {"of", "the", "a", "an", "its", "their"}:
        end -= 1
    return first, end


def _ends(line: Line, first: int, at: int, book: Codebook) -> bool:
    """Whether a phrase that began before ends in front of a word: a mark, a preposition, a verb, a day."""
    word = line.words.low[at]
    if at > first and word in _words_of_matters():
        return False
    if word in STOPS or word in {",", "“", "”", '"', "-"} or word in word_list("topic_ends"):
        return True
    if word in book.lists["days"] or word in book.lists["months"]:
        return True
    if at == first or word in word_list("vague_matters"):
        return False
    if word.endswith(("ing", "ed")) and word not in word_list("verbal_nouns"):
        return True
    return any(match.reading.part == "verb" and match.first == at for match in line.matches)


def _names_a_matter(words: Sequence[str]) -> bool:
    if not words or len(words) > _LONGEST or not words[0][0].isalpha() or words[-1].endswith("."):
        return False
    if " ".join(words) in matters():
        return True
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return not (
        head in word_list("vague_matters")
        or words[0] in word_list("no_matter_begins")
        or (words[0].endswith("ing") and words[0] not in word_list("verbal_nouns"))
    )


def holds_a_matter(words: Sequence[str]) -> bool:
    """Whether a phrase, in small letters, holds a noun of what negotiations are about."""
    return any(word in matters() or " ".join(words[at : at + 2]) in matters() for at, word in enumerate(words))


@cache
def matters() -> frozenset[str]:
    """The nouns of data/matters.tsv: what negotiations are about."""
    return frozenset(noun for _, (_, nouns) in lines_of(data("matters.tsv")) for noun in entries(nouns))


@cache
def _words_of_matters() -> frozenset[str]:
    return frozenset(word for matter in matters() for word in matter.split())


def _issues_of_tables(article: Article) -> list[Issue]:
    found = []
    for block in article.blocks:
        if block.kind == "table" and block.rows and len(block.rows) > 1 and len(block.rows[0]) >= 2:
            name, outcome = _columns(block.rows[0])
            for row in block.rows[1 : MAX_ISSUES + 1]:
                text = " | ".join(row)
                if len(row) > max(name, outcome) and row[name].strip() and text in block.text:
                    found.append(Issue(row[name].strip(), row[outcome].strip() or None, text))
    return found


def _columns(header: Sequence[str]) -> tuple[int, int]:
    """Which column of a table names the matter and which its outcome, by their headings; else the first and the last."""
    low = [cell.lower() for cell in header]
    name = next(
        (place for place, cell in enumerate(low) if any(word in cell for word in ("issue", "topic", "matter", "demand"))), 0
    )
    outcomes = ("outcome", "result", "status", "progress", "position")
    outcome = next((place for place, cell in enumerate(low) if any(word in cell for word in outcomes)), len(header) - 1)
    return name, outcome


def _outcome(line: Line) -> str | None:
    """What became of the matter, where the same sentence says it plainly."""
    for event in line.events:
        if event.status == "asserted" and event.meaning in _OUTCOMES:
            return _OUTCOMES[event.meaning]
    return None


_OUTCOMES = {
    "agreement": "agreed", "partial_agreement": "agreed in principle", "progress": "progress", "impasse": "deadlocked",
    "no_result": "no result", "refusal": "refused", "near_deal": "close to agreement", "acceptance": "accepted",
}  # fmt: skip

"""An article read once: its sentences as words, in the order in which they weigh, with their events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefreader.model import Article, Sentence
from briefreader.text.negotiation.codebook import Codebook, Idiom
from briefreader.text.negotiation.sentence.events import Found, find_events
from briefreader.text.negotiation.sentence.headlines import with_marks
from briefreader.text.negotiation.sentence.matching import Match, find_readings
from briefreader.text.negotiation.sentence.words import Words, read_words
from briefreader.text.sentences import STANDFIRST_BLOCK, TITLE_BLOCK, claim_sentences

TITLE, STANDFIRST = TITLE_BLOCK, STANDFIRST_BLOCK

_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MAX_SENTENCES = 400
"""What stands further down an article decides nothing; a page longer than this is a live blog or a book."""


@dataclass(slots=True)
class Line:
    """One sentence with its place: ``rank`` counts the body's sentences from 0; the title has -1, the standfirst -2."""

    text: str
    rank: int
    block: int
    words: Words
    heading: bool = False
    matches: list[Match] = field(default_factory=list)
    events: list[Found] = field(default_factory=list)
    cues: list[tuple[Idiom, int, int]] | None = None


def read_article(article: Article, sentences: Sequence[Sentence], book: Codebook) -> list[Line]:
    """Read the title, the standfirst and the body's sentences, and find the events in each."""
    dated = article.published and article.published[:4].isdigit()
    year = int(article.published[:4]) if article.published and dated else _newest_year(sentences[:MAX_SENTENCES])
    given: list[tuple[str, int, int]] = []
    body = list(sentences[:MAX_SENTENCES])
    if article.title:
        given.append((article.title, TITLE, TITLE))
    elif body and article.blocks[body[0].block].kind == "heading":
        # A page that does not say which line is its title begins with it.
        given.append((body[0].text, TITLE, body[0].block))
        del body[0]
    given += [(claim.text, STANDFIRST, STANDFIRST) for claim in claim_sentences(article) if claim.block == STANDFIRST]
    rank = 0
    for sentence in body:
        given.append((sentence.text, rank, sentence.block))
        # A heading inside the body is no lead, and the rest of a title that a line break cut off is none either.
        is_text = rank > 0 or ends_as_sentence(sentence.text)
        rank += is_text and article.blocks[sentence.block].kind != "heading"
    lines = []
    for text, rank, block in given:
        heading = block >= 0 and rank != TITLE and article.blocks[block].kind == "heading"
        words = read_words(with_marks(text) if rank == TITLE else text)
        matches = find_readings(words, book)
        lines.append(
            Line(text, rank, block, words, heading, matches, find_events(words, matches, book, year, headline=rank == TITLE))
        )
    return lines


def _newest_year(sentences: Sequence[Sentence]) -> int | None:
    """The newest year that an article without a date tells: what it dates before that is no news of today's."""
    return max((int(year) for sentence in sentences for year in _A_YEAR.findall(sentence.text)), default=None)


def ends_as_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, with a stop; a headline, or a piece of one, mostly has none."""
    return text.rstrip("\"”’') ")[-1:] in {".", "!", "?"}


def is_of_the_title(line: Line) -> bool:
    """Whether it is a headline, or a piece of one that a line break has cut off."""
    return line.rank == TITLE or line.heading or (line.rank == 0 and not ends_as_sentence(line.text))

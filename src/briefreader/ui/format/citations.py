"""The numbered sentences of a story: every claim on the screen carries the number of the sentence that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefreader.model import Article, Negotiation, Story
from briefreader.ui.format.lines import Passage


@dataclass(frozen=True, slots=True)
class Citation:
    """``paragraph`` counts from 1, ``None`` is the title or the standfirst; ``said_by`` is ``None`` for the reporter."""

    number: int
    passage: Passage
    paragraph: int | None
    said_by: str | None


class Citations:
    """The sentences that a story's status and key points rest on, numbered in the order in which the panels show them."""

    def __init__(self, story: Story) -> None:
        self._texts = [brief.article.text for brief in story.briefs]
        speakers = {event.sentence: event.said_by for event in story.negotiation.events} if story.negotiation else {}
        self._by_sentence: dict[str, Citation] = {}
        for sentence, expected in _claims(story):
            if sentence in self._by_sentence:
                continue
            place = self._find(story, sentence, expected)
            if place is not None:
                article, paragraph = place
                number = len(self._by_sentence) + 1
                said_by = speakers.get(sentence)
                self._by_sentence[sentence] = Citation(number, Passage(article, sentence), paragraph, said_by)

    def __iter__(self) -> Iterator[Citation]:
        return iter(self._by_sentence.values())

    def get(self, sentence: str) -> Citation | None:
        """The citation of a sentence, or ``None`` if it stands in none of the articles."""
        return self._by_sentence.get(sentence)

    def mention(self, name: str) -> Passage | None:
        """The sentence that names somebody or some place, in the newest article that does."""
        from briefreader.text.sentences import split  # not at the start: it brings the splitter's lexicon

        for index in range(len(self._texts) - 1, -1, -1):
            text = self._texts[index]
            found = re.search(rf"\b{re.escape(name)}\b", text)
            if found:
                begin = text.rfind("\n\n", 0, found.start()) + 2 if "\n\n" in text[: found.start()] else 0
                paragraph = text[begin:].partition("\n\n")[0]
                for start, end in split(paragraph):
                    if start <= found.start() - begin < end:
                        return Passage(index, paragraph[start:end])
        return None

    def in_article(self, article: int) -> list[Citation]:
        """The citations of one article."""
        return [citation for citation in self if citation.passage.article == article]

    def _find(self, story: Story, sentence: str, expected: int | None) -> tuple[int, int | None] | None:
        """Where a sentence stands: the expected article first, else the newest that has it."""
        newest_first = range(len(story.briefs) - 1, -1, -1)
        order = newest_first if expected is None else [expected, *newest_first]
        for index in order:
            if not 0 <= index < len(story.briefs):
                continue
            article = story.briefs[index].article
            start = self._texts[index].find(sentence)
            if start >= 0:
                return index, _paragraph(article, start)
            if sentence in (article.title, article.standfirst) or (article.standfirst and sentence in article.standfirst):
                return index, None
        return None


def _claims(story: Story) -> Iterator[tuple[str, int | None]]:
    """Each sentence that something rests on, in the order of the panels, with the article it is known to stand in."""
    if story.negotiation:
        yield from ((sentence, None) for sentence in _status_sentences(story.negotiation))
    yield from ((each.sentence, each.article) for contradiction in story.contradictions for each in contradiction.readings)
    yield from ((point.sentence, point.article) for point in story.key_points)
    for index, brief in enumerate(story.briefs):
        yield from ((point.sentence, index) for point in brief.key_points if not story.key_points)


def _status_sentences(negotiation: Negotiation) -> Iterator[str]:
    yield negotiation.evidence
    yield from (demand.sentence for demand in negotiation.demands)
    yield from (obstacle.sentence for obstacle in negotiation.obstacles)
    yield from (issue.sentence for issue in negotiation.issues)
    yield from (step.sentence for step in (negotiation.next_step, negotiation.deadline) if step)
    yield from (other.sentence for other in negotiation.others)


def _paragraph(article: Article, offset: int) -> int:
    """The number, from 1, of the block in which an offset of the text lies."""
    return max(1, sum(start <= offset for start in article.block_starts()))

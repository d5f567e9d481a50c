"""Invented articles for the tests of this room, and short ways to their status."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from briefreader.model import Article, Block, Brief, Event, Negotiation
from briefreader.text.negotiation import Codebook, load_codebook, negotiation_status
from briefreader.text.negotiation.sentence.events import Found, find_events
from briefreader.text.negotiation.sentence.matching import find_readings
from briefreader.text.negotiation.sentence.words import read_words
from briefreader.text.sentences import sentences

HERE = Path(__file__).parent


def article(
    *paragraphs: str, title: str | None = None, published: str | None = "2026-03-02", source: str = "invented"
) -> Article:
    return Article(source, tuple(Block("paragraph", text) for text in paragraphs), title=title, published=published)


def status(*paragraphs: str, title: str | None = None, published: str | None = "2026-03-02") -> Negotiation | None:
    found = article(*paragraphs, title=title, published=published)
    return negotiation_status(found, sentences(found))


def known(negotiation: Negotiation | None) -> Negotiation:
    assert negotiation is not None
    return negotiation


def brief(*paragraphs: str, title: str | None = None, published: str | None = None, source: str = "invented") -> Brief:
    found = article(*paragraphs, title=title, published=published, source=source)
    return Brief(found, negotiation=negotiation_status(found, sentences(found)))


def events(text: str, book: Codebook | None = None) -> list[Found]:
    book = book or load_codebook()
    words = read_words(text)
    return find_events(words, find_readings(words, book), book, 2026)


def meanings(text: str, book: Codebook | None = None) -> set[str | None]:
    return {event.meaning for event in events(text, book)}


def event_in(negotiation: Negotiation, words: str) -> Event:
    return next(event for event in negotiation.events if words in event.sentence)


@dataclass(frozen=True)
class Labelled:
    """An article of corpus.txt with what a careful reader says of it."""

    name: str
    article: Article
    stages: tuple[str, ...]
    directions: tuple[str, ...]
    parties: tuple[tuple[str, ...], ...]
    mediators: tuple[str, ...]
    venue: tuple[str, ...]
    next_step: str | None


def corpus() -> list[Labelled]:
    found = []
    for part in re.split(r"(?m)^=== ", (HERE / "corpus.txt").read_text(encoding="utf-8"))[1:]:
        head, body = part.split("\n", 1)
        name, published, *labels = [cell.strip() for cell in head.split("|")]
        stages, _, parties, mediators, venue = [
            tuple(item.strip() for item in cell.split(";") if item.strip() != "-") for cell in labels[:5]
        ]
        title, *paragraphs = [text.strip() for text in body.strip().split("\n\n")]
        found.append(
            Labelled(
                name,
                article(*paragraphs, title=title, published=published, source=name),
                stages,
                tuple(item.strip() for item in labels[1].split(";")),
                tuple(tuple(spelling.strip().lower() for spelling in party.split(",")) for party in parties),
                mediators,
                venue,
                None if labels[5] == "-" else labels[5],
            )
        )
    return found

"""The codebook: the words and phrases that say where a negotiation stands, as data, read and checked."""

from briefreader.text.negotiation.codebook.book import load_codebook, word_list
from briefreader.text.negotiation.codebook.entries import (
    END,
    Actor,
    Codebook,
    EventKind,
    Framed,
    Idiom,
    IdiomIndex,
    Meanings,
    Reading,
    Trie,
    World,
)

__all__ = [
    "END",
    "Actor",
    "Codebook",
    "EventKind",
    "Framed",
    "Idiom",
    "IdiomIndex",
    "Meanings",
    "Reading",
    "Trie",
    "World",
    "load_codebook",
    "word_list",
]

"""The codebook: the words and phrases that say where a negotiation stands, read from the data files and checked.

The files are in ``data/``; what they mean is told at the top of each and in docs/negotiation-status.md.
"""

from __future__ import annotations

from functools import cache

from briefreader.errors import ConfigError
from briefreader.text.negotiation.codebook.entries import (
    Codebook,
)
from briefreader.text.negotiation.codebook.lines import READERS
from briefreader.text.negotiation.tables import data, lines_of

FOR_A_READER = tuple(table for table in READERS if table not in {"events", "meanings"})
"""The tables that a reader's own codebook may add to: the kinds of event and their codes are the field's, not anybody's."""


def load_codebook(extra: str | None = None) -> Codebook:
    """Give the built-in codebook, extended by the text of a user's own (see docs/negotiation-status.md for its form).

    Raises ConfigError, with the line and the remedy, where the user's text cannot be used.
    """
    return _load(extra or "")


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of function words or cues from the built-in data: grammar that a user's own codebook does not change."""
    return _load("").lists[name]


@cache
def _load(extra: str) -> Codebook:
    book = Codebook()
    for table in READERS:
        for number, cells in lines_of(data(f"{table}.tsv")):
            book.line = f"{table}.tsv, line {number}"
            _read(book, table, cells, book.line)
    own = [(f"line {number}", table, cells) for number, (table, *cells) in lines_of(extra)]
    for where, table, _ in own:
        if table not in FOR_A_READER:
            known = ", ".join(FOR_A_READER)
            raise ConfigError(f"{where}: there is no table “{table}”: begin the line with one of {known}, then a tab")
    # Classes first, whatever the order of the lines: an idiom may use a class that is given further down.
    for where, table, cells in sorted(own, key=lambda line: FOR_A_READER.index(line[1])):
        book.line = f"your codebook, {where}"
        _read(book, table, cells, where)
    return book


def _read(book: Codebook, table: str, cells: list[str], where: str) -> None:
    try:
        READERS[table](book, cells)
    except ValueError as error:
        raise ConfigError(f"{where}: {error} (see “Your own codebook” in docs/negotiation-status.md)") from error

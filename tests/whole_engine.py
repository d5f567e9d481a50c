"""The whole way of the data in one process: from files to briefs, without the command line or its worker processes."""

from __future__ import annotations

from collections.abc import Iterable

from briefreader.model import Article, Brief
from briefreader.sources.files import InputError, read_inputs
from briefreader.text.brief import brief
from briefreader.text.clean import clean


def briefs_of(paths: Iterable[str]) -> list[Brief]:
    """The brief of every article in the files, in order."""
    return [brief(article) for article in articles_of(paths)]


def articles_of(paths: Iterable[str]) -> list[Article]:
    """Every article in the files, cleaned, in order."""
    return [
        Article(raw.source, error=raw.message) if isinstance(raw, InputError) else clean(raw)
        for raw in read_inputs(list(paths))
    ]

"""The full-text index, and the one place where a reader's words become its language: nothing of them is an operator there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from briefreader.store.records import Query


@dataclass(frozen=True, slots=True)
class Fields:
    """What is indexed of an article."""

    title: str = ""
    text: str = ""
    parties: str = ""
    site: str = ""


def put_in(connection: Connection, rows: Sequence[tuple[int, Fields]]) -> None:
    """Put articles into the index, by their ids."""
    connection.executemany(
        "INSERT INTO search (rowid, title, text, parties, site) VALUES (?, ?, ?, ?, ?)",
        [(article_id, fields.title, fields.text, fields.parties, fields.site) for article_id, fields in rows],
    )


def take_out(connection: Connection, article_id: int, fields: Fields) -> None:
    """Take an article out; ``fields`` must be what was put in, because the index does not keep it."""
    connection.execute(
        "INSERT INTO search (search, rowid, title, text, parties, site) VALUES ('delete', ?, ?, ?, ?, ?)",
        (article_id, fields.title, fields.text, fields.parties, fields.site),
    )


def site_words(site: str | None, url: str | None) -> str:
    """What a site is found by: its name and its host."""
    return f"{site or ''} {host(url)}".strip()


def host(url: str | None) -> str:
    """The host of a web address, by its form alone."""
    return (url or "").partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0]


def wanted(query: Query) -> str | None:
    """What an article must match, in FTS5's language; ``None`` if the query asks for no words, names, parties or sites."""
    parts = [
        *_phrases("title text", query.words),
        *_phrases("parties", query.parties),
        *_phrases("title parties", query.named),
        *_phrases("site", query.sites),
    ]
    return " AND ".join(parts) or None


def unwanted(query: Query) -> str | None:
    """What an article must not match; ``None`` if anything goes."""
    return " OR ".join(_phrases("title text", query.without)) or None


def _phrases(columns: str, terms: Sequence[str]) -> list[str]:
    return [f"{{{columns}}} : {_quoted(term)}" for term in terms if any(character.isalnum() for character in term)]


def _quoted(term: str) -> str:
    """A phrase in quotes, in which FTS5 knows no operators; a star at the end asks for words that begin so."""
    phrase = term.rstrip("*").replace("\0", " ").replace('"', '""')
    return f'"{phrase}"' + ("*" if term.endswith("*") else "")

"""Correcting what the engine says of articles: a step like any other, which can be taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import cast

from briefreader.model import Brief, CorrectedField
from briefreader.store import articles, history, search, stories
from briefreader.store.moments import sort_time

Row = tuple[int, CorrectedField, str | None, str]
"""An article's id, the field, the reader's answer (JSON; ``None`` for no correction), the moment."""

_NAMES: dict[CorrectedField, str] = {
    "stage": "the stage",
    "parties": "the parties",
    "published": "the date",
    "next_step": "the next step's date",
}


def correct(connection: Connection, article_id: int, field: CorrectedField, new: Sequence[str] | None, at: str) -> str:
    """Set the reader's answer, or with ``None`` take it away: one step that can be taken back.

    Gives the step in words; "" if that was the answer already.
    """
    before = _row(connection, article_id, field)
    after: Row = (article_id, field, None if new is None else json.dumps(list(new), ensure_ascii=False), at)
    if before[2] == after[2]:
        return ""
    done = "left to the engine again" if new is None else "corrected"
    words = f"{done} {_NAMES[field]} of: {_title(connection, article_id)}"
    write(connection, [after])
    history.remember(connection, words, {"corrections": [list(before)]})
    return words


def write(connection: Connection, rows: Iterable[Sequence[object]]) -> None:
    """Set or take away corrections, and renew what follows from them: the search index, the date, the stories to be told."""
    for article_id, field, new, at in cast("Iterable[Row]", rows):
        if not connection.execute("SELECT 1 FROM articles WHERE id = ?", (article_id,)).fetchone():
            continue
        search.take_out(connection, article_id, articles.fields_of(connection, article_id))
        if new is None:
            connection.execute("DELETE FROM corrections WHERE article_id = ? AND field = ?", (article_id, field))
        else:
            connection.execute(
                "INSERT OR REPLACE INTO corrections (article_id, field, new, at) VALUES (?, ?, ?, ?)",
                (article_id, field, new, at),
            )
        if field == "published":
            _date_anew(connection, article_id)
        search.put_in(connection, [(article_id, articles.fields_of(connection, article_id))])
        stories.refresh(connection, [article_id])


def wait(
    connection: Connection, address: bytes, entries: Iterable[bytes], corrections: Sequence[tuple[CorrectedField, str, str]]
) -> None:
    """Keep restored corrections for an article that has not come yet; ``entries`` are its keys in its sources."""
    connection.executemany(
        "INSERT OR REPLACE INTO waiting_corrections (address, entry, field, new, at) VALUES (?, ?, ?, ?, ?)",
        [(address, entry, *correction) for entry in entries or [b""] for correction in corrections],
    )


def arrived(connection: Connection, new: Sequence[tuple[int, bytes, bytes]]) -> None:
    """Give new articles (each with its address and its entry's key) the corrections that wait for them."""
    if not connection.execute("SELECT 1 FROM waiting_corrections LIMIT 1").fetchone():
        return
    for article_id, *identity in new:
        found = connection.execute(
            "SELECT field, new, at FROM waiting_corrections WHERE address = ? AND entry IN (?, x'')", identity
        ).fetchall()
        write(connection, [(article_id, *correction) for correction in found])
        connection.execute("DELETE FROM waiting_corrections WHERE address = ? AND entry IN (?, x'')", identity)


def corrected_briefs(connection: Connection, story_ids: Sequence[int] | None) -> list[Brief]:
    """The briefs that the reader has corrected, oldest article first; those of some stories only, if any are given."""
    rows = connection.execute(
        "SELECT DISTINCT a.id FROM corrections c JOIN articles a ON a.id = c.article_id "
        "WHERE ? IS NULL OR a.story_id IN (SELECT value FROM json_each(?)) ORDER BY a.sorted, a.id",
        (wanted := None if story_ids is None else json.dumps(list(story_ids)), wanted),
    ).fetchall()
    briefs = [articles.brief(connection, article_id) for (article_id,) in rows]
    return [brief for brief in briefs if brief is not None]


def _row(connection: Connection, article_id: int, field: CorrectedField) -> Row:
    found = connection.execute(
        "SELECT new, at FROM corrections WHERE article_id = ? AND field = ?", (article_id, field)
    ).fetchone()
    return (article_id, field, *(found or (None, "")))


def _date_anew(connection: Connection, article_id: int) -> None:
    """Sort the article by the date that its brief now has, the reader's or the engine's."""
    made = articles.brief(connection, article_id)
    if made is not None:
        (seen,) = connection.execute("SELECT seen FROM articles WHERE id = ?", (article_id,)).fetchone()
        published = made.article.published
        connection.execute(
            "UPDATE articles SET published = ?, sorted = ? WHERE id = ?", (published, sort_time(published, seen), article_id)
        )


def _title(connection: Connection, article_id: int) -> str:
    (title,) = connection.execute("SELECT title FROM articles WHERE id = ?", (article_id,)).fetchone()
    return str(title)

"""Whether the library is well, and how to make it so again."""

from __future__ import annotations

import sqlite3
from sqlite3 import Connection

from briefreader.store import articles, search, stories

_ORPHANS = {
    "articles without a story": "SELECT count(*) FROM articles WHERE story_id NOT IN (SELECT id FROM stories)",
    "articles without what came in": "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article_id FROM originals)",
    "briefed articles without a brief": ("SELECT count(*) FROM articles WHERE engine > 0 AND brief_id IS NULL"),
    "marks without an article": "SELECT count(*) FROM marks WHERE article_id NOT IN (SELECT id FROM articles)",
    "corrections without an article": (
        "SELECT count(DISTINCT article_id) FROM corrections WHERE article_id NOT IN (SELECT id FROM articles)"
    ),
    "entries without an article": (
        "SELECT count(*) FROM entries WHERE article_id IS NOT NULL AND article_id NOT IN (SELECT id FROM articles)"
    ),
}
_TOTALS = """
    SELECT coalesce(sum(articles > 0), 0), coalesce(sum(unread > 0), 0), coalesce(sum(starred), 0), coalesce(sum(done), 0),
        coalesce(sum(articles), 0) FROM stories
"""
_MENDED_BY_DOCTOR = "run `briefreader doctor --repair`"


def check(connection: Connection) -> list[str]:
    """What is wrong, a line each with its remedy; empty when all is well. Reads the whole file."""
    verdicts = [str(verdict) for (verdict,) in connection.execute("PRAGMA integrity_check(10)")]
    if verdicts != ["ok"]:
        return [f"The file is damaged ({verdicts[0]}): restore a backup, or save the marks with `briefreader backup --marks`."]
    found = [
        f"{number} {what}: {_MENDED_BY_DOCTOR}"
        for what, question in _ORPHANS.items()
        if (number := connection.execute(question).fetchone()[0])
    ]
    if miscounted := stories.miscounted(connection):
        found.append(f"{miscounted} stories with wrong counts: {_MENDED_BY_DOCTOR}")
    if connection.execute("SELECT * FROM totals").fetchone() != connection.execute(_TOTALS).fetchone():
        found.append(f"The counts of the whole library are wrong: {_MENDED_BY_DOCTOR}")
    if not _index_is_sound(connection):
        found.append(f"The search index is damaged: {_MENDED_BY_DOCTOR}")
    return found


def repair(connection: Connection) -> None:
    """Make what follows from articles and marks anew: orphans go, counts are counted, the search index is built again."""
    for table in ("marks", "corrections"):
        connection.execute(f"DELETE FROM {table} WHERE article_id NOT IN (SELECT id FROM articles)")
    connection.execute(
        "UPDATE entries SET article_id = NULL WHERE article_id IS NOT NULL AND article_id NOT IN (SELECT id FROM articles)"
    )
    connection.execute("UPDATE articles SET engine = 0 WHERE brief_id IS NULL")
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    for article_id, story_id, title, site, last in connection.execute(
        "SELECT id, story_id, title, site, sorted FROM articles ORDER BY id"
    ).fetchall():
        if not connection.execute("SELECT 1 FROM stories WHERE id = ?", (story_id,)).fetchone():
            (own,) = stories.create(connection, [(f"found-{article_id}", title, site, last)])
            connection.execute("UPDATE articles SET story_id = ? WHERE id = ?", (own, article_id))
        search.put_in(connection, [(article_id, articles.fields_of(connection, article_id))])
    stories.renew_all(connection)
    connection.execute(f"UPDATE totals SET (stories, unread, starred, done, articles) = ({_TOTALS})")


def _index_is_sound(connection: Connection) -> bool:
    try:
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    except sqlite3.DatabaseError:
        return False
    return True

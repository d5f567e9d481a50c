"""Articles of which a feed gave but a teaser, and whose page waits to be fetched."""

from __future__ import annotations

from collections.abc import Sequence
from sqlite3 import Connection


def note(connection: Connection, article_ids: Sequence[int]) -> None:
    """Have their pages fetched; not again where that was tried."""
    connection.executemany("INSERT OR IGNORE INTO teasers (article_id) VALUES (?)", [(each,) for each in article_ids])


def waiting(connection: Connection, limit: int) -> list[int]:
    """The articles whose page was not tried yet, the newest first."""
    rows = connection.execute("SELECT article_id FROM teasers WHERE NOT tried ORDER BY article_id DESC LIMIT ?", (limit,))
    return [article_id for (article_id,) in rows]


def tried(connection: Connection, article_id: int) -> None:
    """Note that the page was asked for, whatever came of it."""
    connection.execute("UPDATE teasers SET tried = 1 WHERE article_id = ?", (article_id,))

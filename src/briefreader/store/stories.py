"""Which articles make a story, and what the list shows of it: columns that follow from the articles and their marks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from briefreader.store import history

# An article without a date never decides when a story was last in the news, unless none of its articles has one.
_RENEW = """
    UPDATE stories SET
        articles = found.articles, unread = found.unread, starred = found.starred, done = found.done,
        briefed = found.briefed, last = found.last, sites = found.sites, site = found.site
    FROM (
        SELECT s.value AS id, count(a.id) AS articles,
            coalesce(sum(a.id IS NOT NULL AND NOT coalesce(m.read, 0)), 0) AS unread,
            coalesce(max(coalesce(m.starred, 0)), 0) AS starred, coalesce(min(coalesce(m.done, 0)), 0) AS done,
            coalesce(min(a.engine > 0), 0) AS briefed,
            coalesce(max(CASE WHEN a.published IS NOT NULL THEN a.sorted END), max(a.sorted), 0) AS last,
            count(DISTINCT coalesce(a.site, '')) AS sites,
            (
                SELECT n.site FROM articles n WHERE n.story_id = s.value AND NOT n.hidden
                ORDER BY n.published IS NOT NULL DESC, n.sorted DESC, n.id DESC
            ) AS site
        FROM json_each(?) s LEFT JOIN articles a ON a.story_id = s.value AND NOT a.hidden
        LEFT JOIN marks m ON m.article_id = a.id
        GROUP BY s.value
    ) AS found
    WHERE stories.id = found.id
"""


def create(connection: Connection, wanted: Sequence[tuple[str, str, str | None, int]]) -> list[int]:
    """Open a story for each new article, from the id that is shown outside, title, site and time; gives the stories' ids."""
    names = json.dumps([name for name, *_ in wanted])
    taken = {
        name
        for (name,) in connection.execute("SELECT name FROM stories WHERE name IN (SELECT value FROM json_each(?))", (names,))
    }
    first = next_id(connection, "stories")
    ids = list(range(first, first + len(wanted)))
    rows = []
    for story_id, (name, *shown) in zip(ids, wanted, strict=True):
        rows.append((story_id, f"{name}-{story_id}" if name in taken else name, *shown))
        taken.add(name)
    connection.executemany("INSERT INTO stories (id, name, title, site, last) VALUES (?, ?, ?, ?, ?)", rows)
    return ids


def next_id(connection: Connection, table: str) -> int:
    """The id that the next row of the table would get."""
    found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return found[0] + 1 if found else 1


def refresh(connection: Connection, article_ids: Sequence[int]) -> None:
    """Count the stories of these articles again, and note that they are to be told again."""
    rows = connection.execute(
        "SELECT DISTINCT story_id FROM articles WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(article_ids)),)
    )
    touched = [story_id for (story_id,) in rows]
    renew(connection, touched)
    untell(connection, touched)


def renew(connection: Connection, story_ids: Iterable[int]) -> None:
    """Count again what the list shows of these stories; one without articles is not listed."""
    connection.execute(_RENEW, (json.dumps(list(story_ids)),))


def untell(connection: Connection, story_ids: Iterable[int]) -> None:
    """Note that the articles of these stories have changed: they are to be told again."""
    connection.executemany("UPDATE stories SET told = 0 WHERE id = ?", [(story_id,) for story_id in story_ids])


def now_in(connection: Connection, story_id: int) -> int:
    """The story's id, or the id of the one that took it in."""
    found = connection.execute("SELECT new FROM forwards WHERE old = ?", (story_id,)).fetchone()
    return story_id if found is None else int(found[0])


def title(connection: Connection, story_id: int) -> str | None:
    found = connection.execute("SELECT title FROM stories WHERE id = ?", (now_in(connection, story_id),)).fetchone()
    return found[0] if found else None


def move(connection: Connection, article_ids: Sequence[int], story_id: int) -> None:
    """Put articles into a story; their marks go with them. A story that is left empty points at it from then on."""
    left = connection.execute(
        "SELECT DISTINCT story_id FROM articles WHERE id IN (SELECT value FROM json_each(?)) AND story_id <> ?",
        (json.dumps(list(article_ids)), story_id),
    ).fetchall()
    for article_id in article_ids:
        assign(connection, article_id, story_id)
    settle(connection, story_id, [old for (old,) in left])


def assign(connection: Connection, article_id: int, story_id: int) -> None:
    """Put one article into a story; ``settle`` has to follow."""
    connection.execute("UPDATE articles SET story_id = ? WHERE id = ?", (story_id, article_id))


def settle(connection: Connection, story_id: int, left: Sequence[int]) -> None:
    """After articles went into a story from others: count them all again; those that are empty now point at it."""
    for old in left:
        if not connection.execute("SELECT 1 FROM articles WHERE story_id = ? LIMIT 1", (old,)).fetchone():
            connection.execute("UPDATE forwards SET new = ? WHERE new = ?", (story_id, old))
            connection.execute("INSERT OR REPLACE INTO forwards (old, new) VALUES (?, ?)", (old, story_id))
            connection.execute("DELETE FROM tellings WHERE story_id = ?", (old,))
    touched = [story_id, *left]
    renew(connection, touched)
    untell(connection, touched)


def merge(connection: Connection, story_ids: Sequence[int]) -> str:
    """Make one story of several, by hand: the oldest id survives, and no regrouping undoes it."""
    merged = sorted({now_in(connection, story_id) for story_id in story_ids})
    kept, others = merged[0], merged[1:]
    rows = connection.execute(
        "SELECT id, story_id FROM articles WHERE story_id IN (SELECT value FROM json_each(?))", (json.dumps(others),)
    ).fetchall()
    move(connection, [article_id for article_id, _ in rows], kept)
    _pin(connection, [kept])
    words = f"merged {len(merged)} stories into: {title(connection, kept)}"
    if rows:
        history.remember(connection, words, {"moves": rows})
    return words


def split(connection: Connection, article_id: int) -> str:
    """Take an article out of its story into one of its own, by hand; no regrouping undoes it."""
    old, headline = connection.execute("SELECT story_id, title FROM articles WHERE id = ?", (article_id,)).fetchone()
    words = f"split off: {headline}"
    (siblings,) = connection.execute("SELECT count(*) FROM articles WHERE story_id = ?", (old,)).fetchone()
    if siblings > 1:
        own = split_off(connection, article_id)
        move(connection, [article_id], own)
        _pin(connection, [old, own])
        history.remember(connection, words, {"moves": [(article_id, old)]})
    return words


def split_off(connection: Connection, article_id: int) -> int:
    """Open a story that an article of another one is to move into."""
    name, *shown = connection.execute(
        "SELECT s.name || '-' || a.id, a.title, a.site, a.sorted FROM articles a JOIN stories s ON s.id = a.story_id "
        "WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    (own,) = create(connection, [(name, *shown)])
    return own


def put_back(connection: Connection, moves: Sequence[Sequence[int]]) -> None:
    """Take a merge or a split back: each article into the story it came from."""
    for old in {old for _, old in moves}:
        connection.execute("DELETE FROM forwards WHERE old = ?", (old,))
        move(connection, [article_id for article_id, origin in moves if origin == old], old)


def _pin(connection: Connection, story_ids: Sequence[int]) -> None:
    connection.executemany("UPDATE stories SET pinned = 1 WHERE id = ?", [(story_id,) for story_id in story_ids])

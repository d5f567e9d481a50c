"""Which articles make a story, and what the list shows of it: columns that follow from the articles and their marks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from briefreader.store import history

_COLUMNS = ("articles", "unread", "starred", "done", "briefed", "last", "sites", "site")
_MARKED = """
    coalesce(sum(a.id IS NOT NULL AND NOT coalesce(m.read, 0)), 0) AS unread,
    coalesce(max(coalesce(m.starred, 0)), 0) AS starred, coalesce(min(coalesce(m.done, 0)), 0) AS done
"""
# An article without a date never decides when a story was last in the news, unless none of its articles has one.
_COUNTED = f"""
    SELECT s.value AS id, count(a.id) AS articles, {_MARKED},
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
"""
_SHOWN = ", ".join(f"stories.{column}" for column in _COLUMNS)
_TRUE = ", ".join(f"found.{column}" for column in _COLUMNS)
_RENEW = f"UPDATE stories SET ({', '.join(_COLUMNS)}) = ({_TRUE}) FROM ({_COUNTED}) AS found WHERE stories.id = found.id"
_REMARK = f"""
    UPDATE stories SET (unread, starred, done) = (found.unread, found.starred, found.done) FROM (
        SELECT a.story_id AS id, {_MARKED} FROM articles a LEFT JOIN marks m ON m.article_id = a.id
        WHERE NOT a.hidden AND a.story_id IN (SELECT story_id FROM articles WHERE id IN (SELECT value FROM json_each(?)))
        GROUP BY a.story_id
    ) AS found
    WHERE stories.id = found.id
"""
_MISCOUNTED = f"SELECT count(*) FROM stories JOIN ({_COUNTED}) AS found USING (id) WHERE ({_SHOWN}) IS NOT ({_TRUE})"


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


def renew_marks(connection: Connection, article_ids: Iterable[int]) -> None:
    """Count again what the list shows of the marks of these articles' stories."""
    connection.execute(_REMARK, (json.dumps(list(article_ids)),))


def renew_all(connection: Connection) -> None:
    """Count again what the list shows of every story."""
    renew(connection, _every(connection))


def miscounted(connection: Connection) -> int:
    """How many stories the list shows otherwise than their articles and marks are."""
    (count,) = connection.execute(_MISCOUNTED, (json.dumps(_every(connection)),)).fetchone()
    return int(count)


def _every(connection: Connection) -> list[int]:
    return [story_id for (story_id,) in connection.execute("SELECT id FROM stories")]


def untell(connection: Connection, story_ids: Iterable[int]) -> None:
    """Note that the articles of these stories have changed: they are to be told again."""
    connection.executemany("UPDATE stories SET told = 0 WHERE id = ?", [(story_id,) for story_id in story_ids])


def now_in(connection: Connection, story_id: int) -> int:
    """The story's id, or the id of the one that took it in."""
    found = connection.execute("SELECT new FROM forwards WHERE old = ?", (story_id,)).fetchone()
    return story_id if found is None else int(found[0])


def now_in_each(connection: Connection, story_ids: Iterable[int]) -> dict[int, int]:
    """Each of these stories with the one that it is now: itself, or the one that took it in."""
    here = {story_id: story_id for story_id in story_ids}
    taken_in = connection.execute(
        "SELECT old, new FROM forwards WHERE old IN (SELECT value FROM json_each(?))", (json.dumps(list(here)),)
    )
    return here | dict(taken_in.fetchall())


def of_article(connection: Connection, article_id: int) -> int | None:
    """The story in which an article stands."""
    found = connection.execute("SELECT story_id FROM articles WHERE id = ? AND NOT hidden", (article_id,)).fetchone()
    return int(found[0]) if found else None


def title(connection: Connection, story_id: int) -> str | None:
    found = connection.execute("SELECT title FROM stories WHERE id = ?", (now_in(connection, story_id),)).fetchone()
    return found[0] if found else None


def move(connection: Connection, moves: Sequence[tuple[int, int]]) -> None:
    """Put articles into stories, given as pairs; their marks go with them."""
    homes = dict(moves)
    rows = connection.execute(
        "SELECT id, story_id FROM articles WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(homes)),)
    ).fetchall()
    assign(connection, moves)
    settle(connection, [(old, homes[article_id]) for article_id, old in rows if old != homes[article_id]])


def assign(connection: Connection, moves: Iterable[tuple[int, int]]) -> None:
    """Put articles into stories, given as pairs; ``settle`` has to follow."""
    connection.executemany(
        "UPDATE articles SET story_id = ? WHERE id = ?", [(story_id, article_id) for article_id, story_id in moves]
    )


def settle(connection: Connection, moves: Iterable[tuple[int, int]]) -> None:
    """After articles left stories for others, given as pairs of stories: count all of these again.

    A story that is empty now points at the one that the first of its articles went into.
    """
    goes_on: dict[int, int] = {}
    entered: set[int] = set()
    for old, new in moves:
        goes_on.setdefault(old, new)
        entered.add(new)
    connection.executemany("DELETE FROM forwards WHERE old = ?", [(story_id,) for story_id in entered])
    empty = connection.execute(
        "SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM articles WHERE story_id = value)",
        (json.dumps(list(goes_on)),),
    ).fetchall()
    for (old,) in empty:
        new = goes_on[old]
        connection.execute("UPDATE forwards SET new = ? WHERE new = ?", (new, old))
        connection.execute("INSERT OR REPLACE INTO forwards (old, new) VALUES (?, ?)", (old, new))
        connection.execute("DELETE FROM tellings WHERE story_id = ?", (old,))
        connection.execute("UPDATE OR IGNORE looks SET story_id = ? WHERE story_id = ?", (new, old))
    touched = {*goes_on, *entered}
    renew(connection, touched)
    untell(connection, touched)


def merge(connection: Connection, story_ids: Sequence[int]) -> str:
    """Make one story of several, by hand: the oldest id survives, and no regrouping undoes it; "" if it is one already."""
    merged = sorted({now_in(connection, story_id) for story_id in story_ids})
    if len(merged) < 2:
        return ""
    kept, others = merged[0], merged[1:]
    rows = connection.execute(
        "SELECT id, story_id FROM articles WHERE story_id IN (SELECT value FROM json_each(?))", (json.dumps(others),)
    ).fetchall()
    (newest,) = connection.execute(
        "SELECT title FROM stories WHERE id IN (SELECT value FROM json_each(?)) ORDER BY last DESC, id DESC",
        (json.dumps(merged),),
    ).fetchone()
    newly_pinned = _pin(connection, [kept])
    move(connection, [(article_id, kept) for article_id, _ in rows])
    words = f"merged {len(merged)} stories into: {newest}"
    history.remember(connection, words, {"moves": rows, "pinned": newly_pinned})
    return words


def split(connection: Connection, article_ids: Sequence[int]) -> str:
    """Take articles out of their story into one of their own, by hand, for good; "" if they are all of it."""
    rows = connection.execute(
        "SELECT id, story_id, title FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sorted, id",
        (json.dumps(list(article_ids)),),
    ).fetchall()
    left = {story_id for _, story_id, _ in rows}
    (staying,) = connection.execute(
        "SELECT count(*) FROM articles WHERE story_id IN (SELECT value FROM json_each(?))", (json.dumps(list(left)),)
    ).fetchone()
    if staying == len(rows):
        return ""
    own = split_off(connection, rows[0][0])
    newly_pinned = _pin(connection, [*left, own])
    move(connection, [(article_id, own) for article_id, *_ in rows])
    words = f"split off: {rows[0][2]}" + (f" and {len(rows) - 1} more" if len(rows) > 1 else "")
    moves = [(article_id, story_id) for article_id, story_id, _ in rows]
    history.remember(connection, words, {"moves": moves, "pinned": newly_pinned})
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


def put_back(connection: Connection, moves: Sequence[tuple[int, int]], pinned: Sequence[int]) -> None:
    """Take a merge or a split back: each article into the story it came from, and what was ``pinned`` by it is so no more."""
    there = {
        article_id
        for (article_id,) in connection.execute(
            "SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?))", (json.dumps([one for one, _ in moves]),)
        )
    }
    move(connection, [(article_id, old) for article_id, old in moves if article_id in there])
    connection.executemany("UPDATE stories SET pinned = 0 WHERE id = ?", [(story_id,) for story_id in pinned])


def _pin(connection: Connection, story_ids: Iterable[int]) -> list[int]:
    """Keep regrouping from these stories; gives those that it was not kept from before."""
    found = connection.execute(
        "SELECT id FROM stories WHERE NOT pinned AND id IN (SELECT value FROM json_each(?))", (json.dumps(list(story_ids)),)
    ).fetchall()
    connection.executemany("UPDATE stories SET pinned = 1 WHERE id = ?", found)
    return [story_id for (story_id,) in found]

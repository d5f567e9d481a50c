"""What the reader says of articles: read, kept, done. They stand apart from the articles and outlive every regrouping."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from sqlite3 import Connection
from typing import Any

from briefreader.store import correcting, history, rules, sources, stories
from briefreader.store.records import Mark

_WORDS = {
    (Mark.READ, True): "marked read",
    (Mark.READ, False): "marked unread",
    (Mark.STARRED, True): "kept",
    (Mark.STARRED, False): "no longer kept",
    (Mark.DONE, True): "marked done",
    (Mark.DONE, False): "no longer done",
}
# What is done is read: nothing that was put away counts as unread.
_SETS = {
    (Mark.READ, True): {"read": 1},
    (Mark.READ, False): {"read": 0},
    (Mark.STARRED, True): {"starred": 1},
    (Mark.STARRED, False): {"starred": 0},
    (Mark.DONE, True): {"done": 1, "read": 1},
    (Mark.DONE, False): {"done": 0},
}
Row = tuple[int, int, int, int]
"""An article's id, and whether it is read, kept and done."""


def mark(connection: Connection, which: Mark, value: bool, story_ids: Sequence[int], article_ids: Sequence[int]) -> str:
    """Set a mark on articles and on all articles of stories: one step that can be taken back.

    Gives the step in words; "" if all had the mark.
    """
    wanted = _SETS[which, value]
    before = _rows(connection, set(stories.now_in_each(connection, story_ids).values()), article_ids)
    after = [_changed(row, wanted) for row in before]
    different = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    if not different:
        return ""
    words = f"{_WORDS[which, value]}: {_what(connection, story_ids, article_ids)}"
    write(connection, [new for _, new in different])
    history.remember(connection, words, {"marks": [old for old, _ in different]})
    return words


def write(connection: Connection, rows: Iterable[Sequence[int]]) -> None:
    """Set all marks of articles as given, and what follows from them in their stories."""
    rows = list(rows)
    connection.executemany(
        "INSERT INTO marks (article_id, read, starred, done) SELECT id, ?, ?, ? FROM articles WHERE id = ? "
        "ON CONFLICT (article_id) DO UPDATE SET read = excluded.read, starred = excluded.starred, done = excluded.done",
        [(*values, article_id) for article_id, *values in rows],
    )
    stories.renew_marks(connection, [article_id for article_id, *_ in rows])


def wait(connection: Connection, address: bytes, entries: Iterable[bytes], values: tuple[int, int, int]) -> None:
    """Keep restored marks for an article that has not come yet; ``entries`` are its keys in the sources that brought it."""
    connection.executemany(
        "INSERT OR REPLACE INTO waiting_marks (address, entry, read, starred, done) VALUES (?, ?, ?, ?, ?)",
        [(address, entry, *values) for entry in entries or [b""]],
    )


def arrived(connection: Connection, new: Sequence[tuple[int, bytes, bytes]]) -> None:
    """Give new articles (each with its address and its entry's key) the marks that wait for them."""
    if not connection.execute("SELECT 1 FROM waiting_marks LIMIT 1").fetchone():
        return
    for article_id, *identity in new:
        found = connection.execute(
            "SELECT read, starred, done FROM waiting_marks WHERE address = ? AND entry IN (?, x'')", identity
        ).fetchone()
        if found is not None:
            write(connection, [(article_id, *found)])
            connection.execute("DELETE FROM waiting_marks WHERE address = ? AND entry IN (?, x'')", identity)


def undo(connection: Connection) -> str | None:
    """Take the newest step back and give its words; ``None`` when there is none."""
    step = history.take(connection)
    if step is None:
        return None
    words, inverse = step
    if "marks" in inverse:
        write(connection, inverse["marks"])
    if "rule" in inverse:
        kind, text = inverse["rule"]
        rules.put_back(connection, kind, text, inverse["there"])
    if "source" in inverse:
        sources.put_back(connection, inverse["source"], inverse["columns"])
    if "corrections" in inverse:
        correcting.write(connection, inverse["corrections"])
    if "moves" in inverse:
        stories.put_back(connection, inverse["moves"], inverse.get("pinned", ()))
    return words


def last_step_story(connection: Connection) -> int | None:
    """The story whose articles the newest step changed; ``None`` if it was about several, or about none."""
    _, inverse = history.newest(connection) or ("", {})
    changed = [row[0] for kind in ("marks", "corrections", "moves") for row in inverse.get(kind, ())]
    found = connection.execute(
        "SELECT DISTINCT story_id FROM articles WHERE id IN (SELECT value FROM json_each(?)) LIMIT 2", (json.dumps(changed),)
    ).fetchall()
    return int(found[0][0]) if len(found) == 1 else None


def _rows(connection: Connection, story_ids: Collection[int], article_ids: Collection[int]) -> list[Row]:
    rows: list[Row] = connection.execute(
        """
        SELECT a.id, coalesce(m.read, 0), coalesce(m.starred, 0), coalesce(m.done, 0)
        FROM articles a LEFT JOIN marks m ON m.article_id = a.id
        WHERE NOT a.hidden AND (a.id IN (SELECT value FROM json_each(?)) OR a.story_id IN (SELECT value FROM json_each(?)))
        """,
        (json.dumps(list(article_ids)), json.dumps(list(story_ids))),
    ).fetchall()
    return rows


def _changed(row: Row, wanted: dict[str, Any]) -> Row:
    article_id, read, starred, done = row
    return article_id, wanted.get("read", read), wanted.get("starred", starred), wanted.get("done", done)


def _what(connection: Connection, story_ids: Sequence[int], article_ids: Sequence[int]) -> str:
    if len(story_ids) + len(article_ids) == 1:
        title = stories.title(connection, story_ids[0]) if story_ids else _title(connection, article_ids[0])
        return title or "nothing"
    counted = [f"{len(story_ids)} stories"] if story_ids else []
    return " and ".join([*counted, *([f"{len(article_ids)} articles"] if article_ids else [])]) or "nothing"


def _title(connection: Connection, article_id: int) -> str | None:
    found = connection.execute("SELECT title FROM articles WHERE id = ?", (article_id,)).fetchone()
    return found[0] if found else None

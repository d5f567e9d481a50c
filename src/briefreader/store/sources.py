"""Subscriptions and their health."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from sqlite3 import Connection, Row
from typing import Any

from briefreader.errors import LibraryError
from briefreader.store import history, stories
from briefreader.store.moments import moment, seconds
from briefreader.store.records import Fetched, FetchFailure, Source, SourceKind

_COLUMNS = (
    "id, address, kind, coalesce(name, title) AS title, tags, paused, gone, added, etag, last_modified, last_success, "
    "last_error, failures, next_try, interval, asked_until, hidden_until"
)
# Every article of a subscription is listed (_show_or_hide), so that indexes alone can tell.
_COUNTS = """
    SELECT e.source_id, count(*), count(*) - count(m.article_id)
    FROM entries e LEFT JOIN marks m ON m.article_id = e.article_id AND m.read
    WHERE e.article_id IS NOT NULL GROUP BY e.source_id
"""


def add(
    connection: Connection, address: str, kind: SourceKind, *, title: str | None, tags: Sequence[str], now: datetime
) -> Source:
    """Subscribe, or give the subscription that there is (with the tags added); a removed one comes back as it was."""
    found = connection.execute("SELECT id, tags FROM sources WHERE address = ?", (address,)).fetchone()
    if found:
        source_id, old_tags = found
        merged = list(dict.fromkeys([*json.loads(old_tags), *tags]))
        connection.execute("UPDATE sources SET removed = 0, gone = 0, tags = ? WHERE id = ?", (json.dumps(merged), source_id))
        _show_or_hide(connection, source_id)
    else:
        source_id = connection.execute(
            "INSERT INTO sources (address, kind, title, tags, added) VALUES (?, ?, ?, ?, ?)",
            (address, kind, title, json.dumps(list(tags)), seconds(now)),
        ).lastrowid
    return get(connection, source_id)


def get(connection: Connection, source_id: int) -> Source:
    row = connection.execute(f"SELECT {_COLUMNS} FROM sources WHERE id = ? AND NOT removed", (source_id,)).fetchone()
    if row is None:
        raise LibraryError("There is no such source (any more): see `briefreader sources`.")
    return _source(row, 0, 0)


def every(connection: Connection, counted: bool) -> list[Source]:
    """All subscriptions, by title or address; ``counted`` with the numbers of their articles."""
    counts = {source_id: (articles, unread) for source_id, articles, unread in connection.execute(_COUNTS)} if counted else {}
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM sources WHERE NOT removed ORDER BY coalesce(name, title, address) COLLATE NOCASE, id"
    )
    return [_source(row, *counts.get(row[0], (0, 0))) for row in rows]


def remove(connection: Connection, source_id: int) -> str:
    """Unsubscribe: its articles are no longer listed, but for the kept ones and those that another source brings too."""
    source = get(connection, source_id)
    _set(connection, source_id, {"removed": 1})
    words = f"removed {source.title or source.address}"
    history.remember(connection, words, {"source": source_id, "columns": {"removed": 0}})
    return words


def change(connection: Connection, source_id: int, title: str | None, tags: Sequence[str] | None, paused: bool | None) -> str:
    """Rename, tag or pause; what is ``None`` stays."""
    source = get(connection, source_id)
    wanted: dict[str, Any] = {}
    if title is not None:
        wanted["name"] = title or None
    if tags is not None:
        wanted["tags"] = json.dumps(list(tags))
    if paused is not None:
        wanted["paused"] = int(paused)
    before = {column: _value(connection, source_id, column) for column in wanted}
    _set(connection, source_id, wanted)
    words = f"changed {source.title or source.address}"
    if before != wanted:
        history.remember(connection, words, {"source": source_id, "columns": before})
    return words


def hide(connection: Connection, source_id: int, until: datetime | None) -> str:
    """Leave what only this source brings out of the list until then; ``None`` lists it again."""
    source = get(connection, source_id)
    before = _value(connection, source_id, "hidden_until")
    wanted = _seconds(until)
    _set(connection, source_id, {"hidden_until": wanted})
    words = f"{'hidden for today' if until else 'listed again'}: {source.title or source.address}"
    if before != wanted:
        history.remember(connection, words, {"source": source_id, "columns": {"hidden_until": before}})
    return words


def of_article(connection: Connection, article_id: int) -> list[int]:
    """The present subscriptions that bring an article."""
    rows = connection.execute(
        "SELECT s.id FROM sources s JOIN entries e ON e.source_id = s.id WHERE e.article_id = ? AND NOT s.removed ORDER BY 1",
        (article_id,),
    )
    return [source_id for (source_id,) in rows]


def put_back(connection: Connection, source_id: int, columns: dict[str, Any]) -> None:
    """Take back a removal or a change."""
    _set(connection, source_id, columns)


def save_success(connection: Connection, source_id: int, fetched: Fetched, now: datetime) -> None:
    """Note a good fetch. A feed's title changes only with a good parse; a permanent move only where the place is free."""
    connection.execute(
        "UPDATE sources SET last_success = ?, last_error = NULL, failures = 0, next_try = ?, gone = 0, asked_until = NULL, "
        "interval = coalesce(?, interval) WHERE id = ?",
        (seconds(now), _seconds(fetched.next_try), fetched.interval, source_id),
    )
    if not fetched.unchanged:
        connection.execute(
            "UPDATE sources SET etag = ?, last_modified = ?, title = coalesce(?, title) WHERE id = ?",
            (fetched.etag, fetched.last_modified, fetched.title, source_id),
        )
    if fetched.moved_to:
        connection.execute("UPDATE OR IGNORE sources SET address = ? WHERE id = ?", (fetched.moved_to, source_id))


def save_failure(connection: Connection, source_id: int, failure: FetchFailure) -> None:
    connection.execute(
        "UPDATE sources SET last_error = ?, failures = failures + 1, next_try = ?, asked_until = ?, "
        "gone = max(gone, ?) WHERE id = ?",
        (failure.message, _seconds(failure.next_try), _seconds(failure.asked_until), failure.gone, source_id),
    )


def tagged(connection: Connection, tag: str) -> list[int]:
    """The subscriptions that carry a tag, whatever its case."""
    rows = connection.execute("SELECT id, tags FROM sources WHERE NOT removed")
    return [source_id for source_id, tags in rows if tag.casefold() in (each.casefold() for each in json.loads(tags))]


def _set(connection: Connection, source_id: int, columns: dict[str, Any]) -> None:
    for column, value in columns.items():
        connection.execute(f"UPDATE sources SET {_known(column)} = ? WHERE id = ?", (value, source_id))
    if "removed" in columns:
        _show_or_hide(connection, source_id)


def _value(connection: Connection, source_id: int, column: str) -> Any:
    return connection.execute(f"SELECT {_known(column)} FROM sources WHERE id = ?", (source_id,)).fetchone()[0]


def _known(column: str) -> str:
    if column not in {"name", "tags", "paused", "removed", "hidden_until"}:
        raise LibraryError("The library's history is damaged: run `briefreader doctor`.")
    return column


def _show_or_hide(connection: Connection, source_id: int) -> None:
    """List an article while it is kept or a present subscription brings it."""
    touched = connection.execute(
        """
        SELECT a.id, a.story_id, NOT coalesce(m.starred, 0) AND NOT EXISTS (
            SELECT 1 FROM entries o JOIN sources s ON s.id = o.source_id WHERE o.article_id = a.id AND NOT s.removed
        ) AS hide
        FROM entries e JOIN articles a ON a.id = e.article_id LEFT JOIN marks m ON m.article_id = a.id
        WHERE e.source_id = ? AND a.hidden <> hide
        """,
        (source_id,),
    ).fetchall()
    hidden = [(hide, article_id) for article_id, _, hide in touched]
    connection.executemany("UPDATE articles SET hidden = ? WHERE id = ?", hidden)
    changed = {story_id for _, story_id, _ in touched}
    stories.renew(connection, changed)
    stories.untell(connection, changed)


def _source(row: Row, articles: int, unread: int) -> Source:
    (
        source_id, address, kind, title, tags, paused, gone, added, etag, last_modified, last_success,
        last_error, failures, next_try, interval, asked_until,
        hidden_until,
    ) = row  # fmt: skip
    return Source(
        id=source_id,
        address=address,
        kind=kind,
        title=title,
        tags=tuple(json.loads(tags)),
        paused=bool(paused),
        gone=bool(gone),
        added=moment(added),
        etag=etag,
        last_modified=last_modified,
        last_success=moment(last_success),
        last_error=last_error,
        failures=failures,
        next_try=moment(next_try),
        interval=interval,
        asked_until=moment(asked_until),
        hidden_until=moment(hidden_until),
        articles=articles,
        unread=unread,
    )


def _seconds(at: datetime | None) -> int | None:
    return None if at is None else seconds(at)

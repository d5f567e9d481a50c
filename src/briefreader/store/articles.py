"""Articles as they came in, and their briefs."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection
from typing import Any

from briefreader.model import BLOCK_SEPARATOR, Article, Brief, Raw
from briefreader.safety import one_line
from briefreader.store import corrections, neighbours, originals, search, stories
from briefreader.store.codec import from_plain, pack, to_plain, unpack
from briefreader.store.moments import seconds, sort_time
from briefreader.store.records import Pending, StoredBrief
from briefreader.text.version import ENGINE_VERSION

_TITLE_LENGTH = 500


def pending(connection: Connection, limit: int, first: Sequence[int], but: Collection[int]) -> list[Pending]:
    """Articles, ``but`` these, without a brief by the present engine: those of the stories ``first``, then the newest."""
    known = json.dumps(list(but))
    urgent = connection.execute(
        "SELECT a.id, o.raw FROM articles a JOIN originals o ON o.article_id = a.id WHERE NOT a.hidden AND a.engine < ? "
        "AND a.story_id IN (SELECT value FROM json_each(?)) AND a.id NOT IN (SELECT value FROM json_each(?)) "
        "ORDER BY a.sorted DESC, a.id DESC LIMIT ?",
        (ENGINE_VERSION, json.dumps(list(first)), known, limit),
    ).fetchall()
    # An engine is a small number, so each older one is a range of the index, newest first.
    found = dict(urgent)
    for engine in range(ENGINE_VERSION):
        if len(found) >= limit:
            break
        found |= connection.execute(
            "SELECT a.id, o.raw FROM articles a JOIN originals o ON o.article_id = a.id "
            "WHERE NOT a.hidden AND a.engine = ? AND a.id NOT IN (SELECT value FROM json_each(?)) "
            "ORDER BY a.sorted DESC LIMIT ?",
            (engine, known, limit),
        ).fetchall()
    return [Pending(article_id, originals.unpack(body)) for article_id, body in list(found.items())[:limit]]


def count_pending(connection: Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM articles WHERE NOT hidden AND engine < ?", (ENGINE_VERSION,)).fetchone()
    return int(count)


def save_briefs(connection: Connection, briefs: Iterable[StoredBrief]) -> None:
    """Keep briefs by the present engine, index their text, and show what cleaning found (title, site, date)."""
    touched: set[int] = set()
    for stored in briefs:
        row = connection.execute(
            "SELECT story_id, title, site, url, published, seen, brief_id FROM articles WHERE id = ?", (stored.article_id,)
        ).fetchone()
        if row is None:
            continue
        story_id, title, site, url, published, seen, brief_id = row
        made = corrections.applied(connection, stored.article_id, stored.brief)
        article = made.article
        before = None if brief_id is None else brief(connection, stored.article_id)
        search.take_out(connection, stored.article_id, _fields(title, site, url, before))
        neighbours.take_out(connection, stored.article_id)
        title = one_line(article.title or "")[:_TITLE_LENGTH] or title
        site, published = article.site or site, article.published or published
        brief_id = _keep_brief(connection, stored, brief_id)
        connection.execute(
            "UPDATE articles SET title = ?, site = ?, published = ?, sorted = ?, engine = ?, brief_id = ?, grouped = 0 "
            "WHERE id = ?",
            (title, site, published, sort_time(published, seen), ENGINE_VERSION, brief_id, stored.article_id),
        )
        search.put_in(connection, [(stored.article_id, _fields(title, site, url, made))])
        touched.add(story_id)
    stories.renew(connection, touched)
    stories.untell(connection, touched)


def brief(connection: Connection, article_id: int) -> Brief | None:
    """The article's brief with the reader's corrections, or ``None`` if it waits for one."""
    made = engine_brief(connection, article_id)
    return None if made is None else corrections.applied(connection, article_id, made)


def engine_brief(connection: Connection, article_id: int) -> Brief | None:
    """The article's brief as the engine made it."""
    plain = _plain_brief(connection, article_id)
    return None if plain is None else from_plain(Brief, plain)


def text(connection: Connection, article_id: int) -> str:
    """The article's text without the rest of its brief; empty if it waits for one."""
    plain = _plain_brief(connection, article_id) or {"article": {}}
    return BLOCK_SEPARATOR.join(block["text"] for block in plain["article"].get("blocks", []))


def _plain_brief(connection: Connection, article_id: int) -> Any:
    found = connection.execute(
        "SELECT b.body, o.raw FROM articles a JOIN briefs b ON b.id = a.brief_id JOIN originals o ON o.article_id = a.id "
        "WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    if found is None:
        return None
    body, original = found
    return unpack(body, like=originals.unpack(original).content)


def listed(connection: Connection, article_id: int, at_hand: Brief | None = None) -> Brief:
    """The article's brief, or, until it has one, what its source said of it. The engine's is not read if it is ``at_hand``."""
    made = at_hand or engine_brief(connection, article_id)
    if made is not None:
        return corrections.applied(connection, article_id, made)
    url, title, site, published = connection.execute(
        "SELECT url, title, site, published FROM articles WHERE id = ?", (article_id,)
    ).fetchone()
    return Brief(Article(source=url or str(article_id), url=url, title=title, site=site, published=published))


def forget(connection: Connection, before: datetime, limit: int) -> int:
    """Drop at most ``limit`` of the articles that came before then and are neither kept nor corrected; gives how many.

    They do not come back with the next refresh. What came lately stays, however old it says it is.
    """
    rows = connection.execute(
        "SELECT a.id, a.story_id FROM articles a LEFT JOIN marks m ON m.article_id = a.id "
        "WHERE a.seen < ? AND NOT coalesce(m.starred, 0) "
        "AND NOT EXISTS (SELECT 1 FROM corrections c WHERE c.article_id = a.id) ORDER BY a.seen LIMIT ?",
        (seconds(before), limit),
    ).fetchall()
    for article_id, _ in rows:
        search.take_out(connection, article_id, fields_of(connection, article_id))
        neighbours.take_out(connection, article_id)
        (brief_id,) = connection.execute("SELECT brief_id FROM articles WHERE id = ?", (article_id,)).fetchone()
        connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))
        connection.execute("DELETE FROM briefs WHERE id = ?", (brief_id,))
    touched = {story_id for _, story_id in rows}
    stories.renew(connection, touched)
    stories.untell(connection, touched)
    return len(rows)


def take_again(connection: Connection, article_id: int, raw: Raw) -> None:
    """A file has changed: keep what it says now, and have it briefed again."""
    made = engine_brief(connection, article_id)
    connection.execute("UPDATE originals SET raw = ? WHERE article_id = ?", (originals.pack(raw), article_id))
    if made is not None:  # it was packed against the old original
        connection.execute(
            "UPDATE briefs SET body = ? WHERE id = (SELECT brief_id FROM articles WHERE id = ?)",
            (pack(to_plain(made), like=raw.content), article_id),
        )
    connection.execute("UPDATE articles SET engine = 0 WHERE id = ?", (article_id,))


def _keep_brief(connection: Connection, stored: StoredBrief, brief_id: int | None) -> int | None:
    """Keep the brief in place of the one that there is, if any; gives its id."""
    body = pack(to_plain(stored.brief), like=originals.raw(connection, stored.article_id).content)
    values = body, pack(stored.features.to_json())
    if brief_id is None:
        return connection.execute("INSERT INTO briefs (body, features) VALUES (?, ?)", values).lastrowid
    connection.execute("UPDATE briefs SET body = ?, features = ? WHERE id = ?", (*values, brief_id))
    return brief_id


def fields_of(connection: Connection, article_id: int) -> search.Fields:
    """What the index holds of an article at this moment: all of it follows from the article's row and its brief."""
    title, site, url = connection.execute("SELECT title, site, url FROM articles WHERE id = ?", (article_id,)).fetchone()
    return _fields(title, site, url, brief(connection, article_id))


def _fields(title: str, site: str | None, url: str | None, made: Brief | None) -> search.Fields:
    indexed = search.Fields(title=title, site=search.site_words(site, url))
    if made is None:
        return indexed
    parties = made.negotiation.parties if made.negotiation else ()
    names = [name for party in parties for name in (party.name, *party.aliases, *party.leaders)]
    text = "\n".join(filter(None, [made.article.standfirst, made.article.text]))
    return replace(indexed, text=text, parties=" | ".join(names))

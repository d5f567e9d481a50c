"""Stories as they were told: kept apart from their briefs, put together with them when one is opened."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection
from typing import TYPE_CHECKING

from briefreader.errors import LibraryError
from briefreader.model import Brief, Negotiation, Story
from briefreader.store import articles, stories
from briefreader.store.codec import from_plain, pack, to_plain, unpack
from briefreader.store.moments import seconds
from briefreader.store.neighbours import features_of
from briefreader.store.records import ArticleRow
from briefreader.text.version import ENGINE_VERSION

if TYPE_CHECKING:  # not at the start: it brings the whole engine
    from briefreader.text.stories import Features


def untold(connection: Connection, limit: int) -> list[int]:
    """Stories that are briefed and whose articles have changed since they were last told, newest first."""
    rows = connection.execute("SELECT id FROM stories WHERE told = 0 AND briefed ORDER BY last DESC LIMIT ?", (limit,))
    return [story_id for (story_id,) in rows]


def briefs(connection: Connection, story_id: int, at_hand: Mapping[int, Brief]) -> list[Brief]:
    """The briefs of a story's articles, in the order in which they came."""
    ids = _article_ids(connection, story_id)
    return [articles.listed(connection, article_id, at_hand.get(article_id)) for article_id in ids]


def story_features(connection: Connection, story_id: int) -> list[Features]:
    """What is kept of a story's articles for grouping, in the same order; empty if one of them waits for its brief."""
    rows = connection.execute(
        "SELECT b.features FROM articles a LEFT JOIN briefs b ON b.id = a.brief_id WHERE a.story_id = ? AND NOT a.hidden "
        "ORDER BY a.sorted, a.id",
        (story_id,),
    ).fetchall()
    return [] if any(body is None for (body,) in rows) else [features_of(body) for (body,) in rows]


def save(connection: Connection, story_id: int, story: Story, told_of: Sequence[Brief]) -> bool:
    """Keep what was told of ``briefs(story_id)``. Not kept, and ``False``, if its articles have changed meanwhile."""
    ids = _article_ids(connection, story_id)
    if len(ids) != len(told_of):
        return False
    order = [ids[_position(brief, told_of)] for brief in story.briefs]
    body = {"order": order, "story": to_plain(replace(story, briefs=())), "why": list(story.why)}
    connection.execute("INSERT OR REPLACE INTO tellings (story_id, body) VALUES (?, ?)", (story_id, pack(body)))
    negotiation = story.negotiation
    connection.execute(
        "UPDATE stories SET told = 1, title = ?, stage = ?, direction = ?, analysed = ? WHERE id = ?",
        (
            story.title,
            negotiation.stage if negotiation else None,
            negotiation.direction if negotiation else None,
            any(brief.analysed for brief in story.briefs),
            story_id,
        ),
    )
    return True


def story(connection: Connection, story_id: int) -> Story:
    """The story with its briefs; articles that came after it was last told stand at the end."""
    story_id = stories.now_in(connection, story_id)
    found = connection.execute("SELECT name, title FROM stories WHERE id = ?", (story_id,)).fetchone()
    if found is None:
        raise LibraryError("There is no such story in the library (any more).")
    name, title = found
    ids, told = _ordered(connection, story_id)
    return replace(
        told or Story(id=name, title=title, briefs=()),
        id=name,
        briefs=tuple([articles.listed(connection, article_id) for article_id in ids]),
    )


def article_rows(connection: Connection, story_id: int) -> list[ArticleRow]:
    """The story's articles, in the order of ``story(...).briefs``."""
    story_id = stories.now_in(connection, story_id)
    ids, _ = _ordered(connection, story_id)
    return [_article_row(connection, article_id) for article_id in ids]


def looked(connection: Connection, story_id: int, now: datetime) -> None:
    """Note what the reader sees of the story at this moment."""
    story_id = stories.now_in(connection, story_id)
    ids, told = _ordered(connection, story_id)
    status = to_plain(told.negotiation) if told and told.negotiation else None
    seen = {"articles": ids, "negotiation": status, "engine": ENGINE_VERSION}
    connection.execute(
        "INSERT OR REPLACE INTO looks (story_id, at, seen) VALUES (?, ?, ?)", (story_id, seconds(now), pack(seen))
    )


def changed(connection: Connection, story_id: int) -> list[str]:
    """What is new since the reader last looked, a line each; nothing if the reader never did.

    What only a newer engine reads otherwise is no news: of what another engine saw, only the stage counts, and only where
    articles have come since that the reader has not read.
    """
    story_id = stories.now_in(connection, story_id)
    found = connection.execute("SELECT seen FROM looks WHERE story_id = ?", (story_id,)).fetchone()
    if found is None:
        return _since_done(connection, story_id)
    seen = unpack(found[0])
    before = from_plain(Negotiation, seen["negotiation"]) if seen["negotiation"] else None
    ids, told = _ordered(connection, story_id)
    now = told.negotiation if told else None
    new = _unread(connection, set(ids) - set(seen["articles"]))
    if seen.get("engine") != ENGINE_VERSION:
        if not new:
            return []
        before = replace(now, stage=before.stage) if now and before else before
    lines = [f"{new} new article{'s' if new > 1 else ''}"] if new else []
    from briefreader.text.negotiation import what_changed  # not at the start: it brings the whole engine

    return [*what_changed(before, now), *lines]


def _since_done(connection: Connection, story_id: int) -> list[str]:
    """What came to a story that the reader has put away unopened."""
    done, new = connection.execute(
        "SELECT coalesce(sum(m.done), 0), sum(NOT coalesce(m.read, 0)) FROM articles a "
        "LEFT JOIN marks m ON m.article_id = a.id WHERE a.story_id = ? AND NOT a.hidden",
        (story_id,),
    ).fetchone()
    return [f"{new} new article{'s' if new > 1 else ''} since you were done"] if done and new else []


def _unread(connection: Connection, article_ids: Collection[int]) -> int:
    """How many of these articles the reader has not read: a merged story brings some that were."""
    (count,) = connection.execute(
        "SELECT count(*) FROM json_each(?) i LEFT JOIN marks m ON m.article_id = i.value WHERE NOT coalesce(m.read, 0)",
        (json.dumps(sorted(article_ids)),),
    ).fetchone()
    return int(count)


def _ordered(connection: Connection, story_id: int) -> tuple[list[int], Story | None]:
    """The story's articles in the order in which it tells them, and what was told, unless articles have left it since."""
    ids = _article_ids(connection, story_id)
    found = connection.execute("SELECT body FROM tellings WHERE story_id = ?", (story_id,)).fetchone()
    if found is None:
        return ids, None
    body = unpack(found[0])
    order = body["order"]
    if not set(order) <= set(ids):
        return ids, None
    told = replace(from_plain(Story, body["story"] | {"briefs": []}), why=tuple(body["why"]))
    return [*order, *(article_id for article_id in ids if article_id not in set(order))], told


def _article_ids(connection: Connection, story_id: int) -> list[int]:
    rows = connection.execute("SELECT id FROM articles WHERE story_id = ? AND NOT hidden ORDER BY sorted, id", (story_id,))
    return [article_id for (article_id,) in rows]


def _position(brief: Brief, told_of: Sequence[Brief]) -> int:
    """Where a brief stands among those that were given: by identity, because two articles can be equal."""
    return next(place for place, each in enumerate(told_of) if each is brief)


def _article_row(connection: Connection, article_id: int) -> ArticleRow:
    article_id, story_id, title, site, url, published, read, starred, done = connection.execute(
        "SELECT a.id, a.story_id, a.title, a.site, a.url, a.published, coalesce(m.read, 0), coalesce(m.starred, 0), "
        "coalesce(m.done, 0) FROM articles a LEFT JOIN marks m ON m.article_id = a.id WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    return ArticleRow(
        id=article_id,
        story_id=story_id,
        title=title,
        site=site,
        url=url,
        published=published,
        read=bool(read),
        starred=bool(starred),
        done=bool(done),
    )

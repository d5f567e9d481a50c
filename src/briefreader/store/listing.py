"""What the list and the search show: the stories that match, their rows, and how many there are."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from sqlite3 import Connection
from typing import Any, get_args

from briefreader.model import Direction, Stage
from briefreader.store import articles, search, sources
from briefreader.store.moments import moment, seconds
from briefreader.store.records import Counted, Counts, Gathered, Query, SearchHit, StoryRow

_ROW = "id, title, stage, direction, analysed, briefed, site, sites, articles, unread, starred, done, last"
# The stories that these sources bring and no other: for those few alone it is looked up whether another brings the article
# or, where a story has more than one, any of its articles.
_ONLY_FROM = """
    SELECT t.story_id FROM entries e JOIN articles t ON t.id = e.article_id JOIN stories b ON b.id = t.story_id
    WHERE e.source_id IN (SELECT value FROM json_each(?)) AND NOT t.hidden AND NOT EXISTS (
        SELECT 1 FROM entries x WHERE x.article_id = t.id AND x.source_id NOT IN (SELECT value FROM json_each(?))
    ) AND (b.articles = 1 OR NOT EXISTS (
        SELECT 1 FROM articles o JOIN entries x ON x.article_id = o.id
        WHERE o.story_id = t.story_id AND NOT o.hidden AND x.source_id NOT IN (SELECT value FROM json_each(?))
    ))
"""
_AGAIN = "(SELECT count(*) FROM stories WHERE done AND unread > 0)"
"""The done stories that the reader marked unread: few, in an index of their own."""
_TOTALS = {
    Query(): "stories, unread",
    Query(done=False): f"stories - done, unread - {_AGAIN}",
    Query(unread=True, done=False): f"unread - {_AGAIN}, unread - {_AGAIN}",
}
"""How many stories match, and how many of them are unread, where that follows from what is counted already."""
_MOST_JOINED = 100
"""Queries joined in one part of a statement: SQLite takes 500."""
_SNIPPET = 160
"""Characters of text around what was found."""


def story_ids(connection: Connection, query: Query, limit: int | None, start: int = 0, oldest: bool = False) -> Sequence[int]:
    """The stories that match, newest first, at most ``limit`` from ``start`` on, which can count from the ``oldest``.

    A search for words looks at so many articles at most, the newest.
    """
    conditions, values = _conditions(connection, query)
    match = search.wanted(query)
    if match is None:
        order = "s.last, s.id" if oldest else "s.last DESC, s.id DESC"
        ordered = f"SELECT s.id FROM stories s WHERE {conditions} ORDER BY {order} LIMIT ? OFFSET ?"
        in_one_row = f"SELECT json_group_array(id) FROM ({ordered})"  # quicker than a hundred thousand rows
        found = json.loads(connection.execute(in_one_row, (*values, _limit(limit), start)).fetchone()[0])
        return array("q", reversed(found) if oldest else found)
    found = connection.execute(
        f"""
        SELECT s.last, s.id FROM search f JOIN articles a ON a.id = f.rowid JOIN stories s ON s.id = a.story_id
        WHERE f.search MATCH ? AND NOT a.hidden AND {conditions} ORDER BY f.rowid DESC LIMIT ?
        """,
        (match, *values, _limit(limit)),
    )
    return array("q", [story_id for _, story_id in sorted(set(found), reverse=True)])


def place(connection: Connection, query: Query, story_id: int) -> int | None:
    """How many of the stories that match come before this one; ``None`` if it does not match."""
    statement, values = _matching(connection, query)
    if not connection.execute(f"{statement} AND s.id = ?", (*values, story_id)).fetchone():
        return None
    newer, values = _matching(connection, query, "count(*)")
    newer += " AND (s.last, s.id) > (SELECT last, id FROM stories WHERE id = ?)"
    (before,) = connection.execute(newer, (*values, story_id)).fetchone()
    return int(before)


def count(connection: Connection, query: Query) -> Counted:
    """How many stories match, and how many of them are unread."""
    if query in _TOTALS:
        return Counted(*connection.execute(f"SELECT {_TOTALS[query]} FROM totals").fetchone())
    # Where all that match are unread, or none is, the rows need no second look: a hundred thousand of them take their time.
    unread = "coalesce(sum(s.unread > 0), 0)" if query.unread is None else "count(*)" if query.unread else "0"
    return Counted(*_told_of_all(connection, query, f"count(*), {unread}"))


def gather(connection: Connection, query: Query) -> Gathered:
    """The stories that match, in no order: to sort thousands costs more than to find them."""
    found, stories, unread = _told_of_all(connection, query, "json_group_array(s.id), count(*), coalesce(sum(s.unread > 0), 0)")
    return Gathered(frozenset(json.loads(found)), Counted(stories, unread))


def _told_of_all(connection: Connection, query: Query, wanted: str) -> Any:
    """One row that tells of all stories that match."""
    if search.wanted(query) is None:
        statement, values = _matching(connection, query, wanted)
    else:
        found, values = _matching(connection, query)  # once for each of its articles
        statement = f"SELECT {wanted} FROM stories s WHERE s.id IN ({found})"
    return connection.execute(statement, values).fetchone()


def stages(connection: Connection, query: Query) -> set[Stage]:
    """The stages of the stories that match."""
    if search.wanted(query) is None:
        conditions, values = _conditions(connection, query)
        first_of_each = f"SELECT 1 FROM stories s WHERE s.stage = stage.value AND {conditions}"
        known = json.dumps(get_args(Stage))
        return {
            stage
            for (stage,) in connection.execute(
                f"SELECT stage.value FROM json_each(?) stage WHERE EXISTS ({first_of_each})", (known, *values)
            )
        }
    statement, values = _matching(connection, query, "DISTINCT s.stage")
    return {stage for (stage,) in connection.execute(f"{statement} AND s.stage IS NOT NULL", values)}


def story_rows(connection: Connection, ids: Sequence[int]) -> list[StoryRow]:
    """The rows of these stories, in their order; a story that is gone has none."""
    rows = connection.execute(
        f"SELECT {_ROW} FROM stories WHERE articles > 0 AND id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    found = {row[0]: _story_row(row) for row in rows}
    return [found[story_id] for story_id in ids if story_id in found]


def counts(connection: Connection) -> Counts:
    listed, unread, starred, done, contained = connection.execute(
        "SELECT stories, unread, starred, done, articles FROM totals"
    ).fetchone()
    return Counts(
        stories=listed,
        unread=unread,
        starred=starred,
        done=done,
        articles=contained,
        pending=articles.count_pending(connection),
    )


def search_hits(connection: Connection, query: Query, limit: int) -> list[SearchHit]:
    """The articles that match, newest first, each with a piece of its text around what was found."""
    conditions, values = _conditions(connection, query)
    match = search.wanted(query)
    origin, which = ("search f JOIN articles a ON a.id = f.rowid", "f.search MATCH ?") if match else ("articles a", "? IS NULL")
    found = connection.execute(
        f"""
        SELECT a.id, s.name, a.title, a.site, a.url, a.published FROM {origin} JOIN stories s ON s.id = a.story_id
        WHERE {which} AND NOT a.hidden AND {conditions} ORDER BY {"f.rowid" if match else "a.id"} DESC LIMIT ?
        """,
        (match, *values, limit),
    ).fetchall()
    return [
        SearchHit(
            story=name, title=title, site=site, url=url, published=published, snippet=_snippet(connection, article_id, query)
        )
        for article_id, name, title, site, url, published in found
    ]


def _conditions(connection: Connection, query: Query) -> tuple[str, list[Any]]:
    """What must hold of a story ``s``, as SQL and its values."""
    parts = [
        *_of_the_story(query),
        *_of_its_articles(connection, query),
        *_of_others(connection, query),
    ]
    return " AND ".join(condition for condition, _ in parts), [value for _, values in parts for value in values]


_Condition = tuple[str, list[Any]]


def _of_the_story(query: Query) -> Iterator[_Condition]:
    """What the columns of the list say."""
    yield "s.articles > 0", []
    if query.unread is not None:
        yield "s.unread > 0" if query.unread else "s.unread = 0", []
    if query.starred is not None:
        yield "s.starred" if query.starred else "NOT s.starred", []
    if query.done is not None:
        yield "s.done" if query.done else "NOT s.done", []
    if query.stages:
        at_none = " OR s.stage IS NULL AND s.briefed" if "none" in query.stages else ""
        yield f"(s.stage IN (SELECT value FROM json_each(?)){at_none})", [json.dumps(query.stages)]
    if query.since is not None:
        yield "s.last >= ?", [seconds(query.since)]
    if query.one_outlet:
        yield "s.sites = 1", []
    if query.among is not None:
        yield "s.id IN (SELECT value FROM json_each(?))", [json.dumps(query.among)]


def _of_its_articles(connection: Connection, query: Query) -> Iterator[_Condition]:
    """Where its articles come from, and when they were kept."""
    for tag in query.tags:
        yield (
            "s.id IN (SELECT t.story_id FROM entries e JOIN articles t ON t.id = e.article_id "
            "WHERE e.source_id IN (SELECT value FROM json_each(?)))",
            [json.dumps(sources.tagged(connection, tag))],
        )
    if query.kept_since is not None:
        yield (
            "s.id IN (SELECT k.story_id FROM marks m JOIN articles k ON k.id = m.article_id "
            "WHERE m.starred AND m.kept_at >= ?)",
            [seconds(query.kept_since)],
        )
    if query.only_sources:
        yield f"s.id IN ({_ONLY_FROM})", [json.dumps(query.only_sources)] * 3


def _of_others(connection: Connection, query: Query) -> Iterator[_Condition]:
    """What other queries find, and words that must not be there."""
    if query.any_of is not None:
        in_place = [_conditions(connection, each) for each in query.any_of if not each.asks_of_articles]
        found = [_matching(connection, each) for each in query.any_of if each.asks_of_articles]
        several = [found[start : start + _MOST_JOINED] for start in range(0, len(found), _MOST_JOINED)]
        joined = [f"s.id IN ({' UNION '.join(statement for statement, _ in some)})" for some in several]
        either = " OR ".join([*(f"({condition})" for condition, _ in in_place), *joined])
        yield f"({either or '0'})", [value for _, values in [*in_place, *found] for value in values]
    for each in query.none_of:
        if each.asks_of_articles:
            statement, values = _matching(connection, each)
            yield f"s.id NOT IN ({statement})", values
        else:
            condition, values = _conditions(connection, each)
            yield f"({condition}) IS NOT TRUE", values
    without = search.unwanted(query)
    if without is not None:
        yield (
            "s.id NOT IN (SELECT t.story_id FROM search g JOIN articles t ON t.id = g.rowid WHERE g.search MATCH ?)",
            [without],
        )


def _matching(connection: Connection, query: Query, wanted: str = "s.id") -> tuple[str, list[Any]]:
    """What is ``wanted`` of the stories ``s`` that match, as SQL and its values."""
    conditions, values = _conditions(connection, query)
    match = search.wanted(query)
    if match is None:
        return f"SELECT {wanted} FROM stories s WHERE {conditions}", values
    return (
        f"SELECT {wanted} FROM search f JOIN articles a ON a.id = f.rowid JOIN stories s ON s.id = a.story_id "
        f"WHERE f.search MATCH ? AND NOT a.hidden AND {conditions}",
        [match, *values],
    )


def _limit(limit: int | None) -> int:
    return -1 if limit is None else limit  # -1 is SQLite's word for all


def _one_of(known: tuple[Any, ...], value: Any) -> Any:
    if value is not None and value not in known:
        raise ValueError(value)
    return value


def _story_row(row: tuple[Any, ...]) -> StoryRow:
    story_id, title, stage, direction, analysed, briefed, site, sites, contained, unread, starred, done, last = row
    return StoryRow(
        id=story_id,
        title=title,
        stage=_one_of(get_args(Stage), stage),
        direction=_one_of(get_args(Direction), direction),
        analysed=bool(analysed),
        briefed=bool(briefed),
        site=site,
        sites=sites,
        articles=contained,
        unread=unread,
        starred=bool(starred),
        done=bool(done),
        last=moment(last),
    )


def _snippet(connection: Connection, article_id: int, query: Query) -> str:
    text = " ".join(articles.text(connection, article_id).split())
    lower = text.casefold()
    places = [lower.find(word.rstrip("*").casefold()) for word in query.words]
    begin = max(min((place for place in places if place >= 0), default=0) - _SNIPPET // 3, 0)
    piece = text[begin : begin + _SNIPPET]
    return ("… " if begin else "") + piece.strip() + (" …" if begin + _SNIPPET < len(text) else "")

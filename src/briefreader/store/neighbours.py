"""Which stored articles a new one could belong to: an inverted index of terms by day, so that nothing is scanned."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from heapq import nlargest
from sqlite3 import Connection
from typing import TYPE_CHECKING

from briefreader.store import stories
from briefreader.store.codec import unpack
from briefreader.store.records import Grouped
from briefreader.text.version import ENGINE_VERSION

if TYPE_CHECKING:  # not at the start: it brings the whole engine
    from briefreader.text.stories import Candidate, Features

    Choose = Callable[[Features, list[Candidate]], str | None]
    """Gives the story of the candidate that the article belongs with, or ``None``."""

_WINDOW = 16
"""Days before and after within which two articles can be near; two parties in common are near at any distance."""
_UNDATED = 0
"""The day of an article without a date: it is near whatever shares its words."""
_LAST_DAY = date.max.toordinal()
_NEAREST = 12
"""Articles whose stories are looked at."""
_STORIES = 4
_ARTICLES_A_STORY = 6
_SAMPLE = 48
"""Articles on each side in time that one term may bring in: of a term that more share, only those nearest in time."""
_HOLDERS = """
    SELECT article_id FROM (
        SELECT article_id FROM terms WHERE term = :term AND day BETWEEN :first AND :day ORDER BY day DESC LIMIT :sample
    )
    UNION ALL
    SELECT article_id FROM (
        SELECT article_id FROM terms WHERE term = :term AND day > :day AND day <= :last ORDER BY day LIMIT :sample
    )
    UNION ALL
    SELECT article_id FROM (SELECT article_id FROM terms WHERE term = :term AND day = 0 LIMIT :sample)
"""


def group(connection: Connection, choose: Choose | None, limit: int) -> Grouped:
    """Put at most ``limit`` newly briefed articles, the oldest first, into the stories that ``choose`` says.

    An article that ``choose`` knows no story for stays where it is, and so does one in a story that was arranged by hand.
    Without ``choose`` all stay, to be arranged later with those around. A group that was given decides in any case.
    """
    waiting = connection.execute(
        "SELECT a.id, a.story_id, s.pinned, b.features FROM articles a JOIN briefs b ON b.id = a.brief_id "
        "JOIN stories s ON s.id = a.story_id WHERE NOT a.grouped AND a.engine > 0 AND NOT a.hidden ORDER BY a.sorted LIMIT ?",
        (limit,),
    ).fetchall()
    left: list[tuple[int, int]] = []
    near: set[int] = set()
    for article_id, story_id, pinned, body in waiting:
        new = features_of(body)
        near.add(story_id)
        chosen: int | str | None = None
        if new.group:
            chosen = next(iter(_stories_of(connection, _kin(connection, new), article_id)), None)
        elif choose is None:
            near.update(_stories_of(connection, _kin(connection, new), article_id))
        else:
            found = _candidates(connection, article_id, new)
            near |= {int(each.story_id) for each in found}
            chosen = choose(new, found)
        if chosen is not None and int(chosen) != story_id and not pinned:
            stories.assign(connection, [(article_id, int(chosen))])
            left.append((story_id, int(chosen)))
        connection.executemany(
            "INSERT OR IGNORE INTO terms (term, day, article_id) VALUES (?, ?, ?)",
            [(key, _day(new), article_id) for key in _keys(new)],
        )
    connection.execute(
        "UPDATE articles SET grouped = 1 WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([article_id for article_id, *_ in waiting]),),
    )
    stories.settle(connection, left)
    return Grouped(len(waiting), frozenset(near))


def ungrouped(connection: Connection) -> int:
    """How many briefed articles wait to be put into a story."""
    (count,) = connection.execute("SELECT count(*) FROM articles WHERE NOT grouped AND engine > 0 AND NOT hidden").fetchone()
    return int(count)


def newest(connection: Connection, limit: int) -> list[Features]:
    """The features of the newest briefed articles."""
    rows = connection.execute(
        "SELECT b.features FROM articles a JOIN briefs b ON b.id = a.brief_id "
        "WHERE a.engine = ? AND NOT a.hidden ORDER BY a.sorted DESC LIMIT ?",
        (ENGINE_VERSION, limit),
    )
    return [features_of(body) for (body,) in rows]


def _candidates(connection: Connection, article_id: int, new: Features) -> list[Candidate]:
    """The stories of the articles that are most like the new one, each with its newest articles."""
    from briefreader.text.stories import Candidate

    found = []
    for story_id in _stories_of(connection, _nearest(connection, new), article_id)[:_STORIES]:
        rows = connection.execute(
            "SELECT features FROM briefs WHERE id IN (SELECT brief_id FROM articles "
            "WHERE story_id = ? AND id <> ? AND NOT hidden ORDER BY sorted DESC LIMIT ?)",
            (story_id, article_id, _ARTICLES_A_STORY),
        )
        found += [Candidate(str(story_id), each) for (body,) in rows if not (each := features_of(body)).group]
    return found


def _stories_of(connection: Connection, article_ids: Sequence[int], but: int) -> list[int]:
    """The stories of these articles, in their order, without that of the article itself where it is alone there."""
    rows = connection.execute(
        "SELECT a.story_id FROM json_each(?) n JOIN articles a ON a.id = n.value "
        "WHERE a.id <> ? AND NOT a.hidden ORDER BY n.key",
        (json.dumps(article_ids), but),
    )
    return list(dict.fromkeys(story_id for (story_id,) in rows))


def _nearest(connection: Connection, new: Features) -> list[int]:
    """The articles that share most of its terms within the window, or two of its parties; the nearest first."""
    day = _day(new)
    within = {"first": day - _WINDOW, "day": day, "last": day + _WINDOW, "sample": _SAMPLE}
    if day == _UNDATED:
        within |= {"first": _UNDATED + 1, "day": _LAST_DAY, "last": _LAST_DAY}
    likeness: dict[int, float] = defaultdict(float)
    for term in new.terms:
        value = new.weights[term] ** 2
        for (other,) in connection.execute(_HOLDERS, {**within, "term": _digest(term)}):
            likeness[other] += value
    for other in _kin(connection, new):
        likeness[other] += 1
    return nlargest(_NEAREST, likeness, key=likeness.__getitem__)


def _kin(connection: Connection, new: Features) -> list[int]:
    """The articles of its group, or, if it was given none, the newest that name two of its parties."""
    return [
        other
        for key in _without_window(new)
        for (other,) in connection.execute(
            "SELECT article_id FROM terms WHERE term = ? ORDER BY day DESC LIMIT ?", (key, _NEAREST)
        )
    ]


def take_out(connection: Connection, article_id: int) -> None:
    """Take an article out of the index."""
    found = connection.execute(
        "SELECT b.features FROM articles a JOIN briefs b ON b.id = a.brief_id WHERE a.id = ?", (article_id,)
    ).fetchone()
    if found is None:
        return
    old = features_of(found[0])
    day = _day(old)
    connection.executemany(
        "DELETE FROM terms WHERE term = ? AND day = ? AND article_id = ?",
        [(key, day, article_id) for key in _keys(old)],
    )


def _keys(features: Features) -> set[int]:
    return {*(_digest(term) for term in features.terms), *_without_window(features)}


def _without_window(features: Features) -> list[int]:
    """What brings articles together however far apart they are: the group that they were given, else two parties in common."""
    if features.group:
        return [_digest(f"group {features.group}")]
    return [_digest(talks) for talks in features.talks]


def _day(features: Features) -> int:
    try:
        return date.fromisoformat(features.day or "").toordinal()
    except ValueError:
        return _UNDATED


@lru_cache(maxsize=20_000)
def _digest(term: str) -> int:
    return int.from_bytes(blake2b(term.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")


@lru_cache(maxsize=1024)
def features_of(body: bytes) -> Features:
    """The features as they are kept beside a brief."""
    from briefreader.text.stories import Features

    return Features.from_json(unpack(body))

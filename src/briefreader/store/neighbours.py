"""Which stored articles a new one could belong to: an inverted index of terms by day, so that nothing is scanned."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from heapq import nlargest
from itertools import combinations
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
    Arrange = Callable[[Sequence[Features]], list[list[int]]]
    """Gives the stories that articles make, as lists of their indices."""

_WINDOW = 16
"""Days before and after within which two articles can be near; two parties in common are near at any distance."""
_UNDATED = 0
"""The day of an article without a date: it is near whatever shares its words."""
_LAST_DAY = date.max.toordinal()
_NEAREST = 12
"""Articles whose stories are looked at."""
_STORIES = 5
_ARTICLES_A_STORY = 8
_SAMPLE = 250
"""Articles that one term may bring in: of a term that more share, only those nearest in time."""
_PARTIES = 6


def group(connection: Connection, choose: Choose, limit: int) -> Grouped:
    """Put at most ``limit`` newly briefed articles, the oldest first, into the stories that ``choose`` says.

    An article that ``choose`` knows no story for stays where it is, and so does one in a story that was arranged by hand.
    """
    waiting = connection.execute(
        "SELECT a.id, a.story_id, s.pinned, b.features FROM articles a JOIN briefs b ON b.id = a.brief_id "
        "JOIN stories s ON s.id = a.story_id WHERE NOT a.grouped AND a.engine > 0 AND NOT a.hidden ORDER BY a.sorted LIMIT ?",
        (limit,),
    ).fetchall()
    moves: dict[int, list[int]] = defaultdict(list)
    near: set[int] = set()
    for article_id, old, pinned, body in waiting:
        new = _features(body)
        found = _candidates(connection, article_id, new)
        chosen = None if pinned else choose(new, found)
        if chosen is not None and int(chosen) != old:
            stories.assign(connection, article_id, int(chosen))
            moves[int(chosen)].append(old)
        connection.executemany(
            "INSERT OR IGNORE INTO terms (term, day, article_id) VALUES (?, ?, ?)",
            [(key, _day(new), article_id) for key in _keys(new)],
        )
        near |= {old, *(int(each.story_id) for each in found)}
    connection.execute(
        "UPDATE articles SET grouped = 1 WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([article_id for article_id, *_ in waiting]),),
    )
    for story_id, left in moves.items():
        stories.settle(connection, story_id, left)
    return Grouped(len(waiting), frozenset(near))


def newest(connection: Connection, limit: int) -> list[Features]:
    """The features of the newest briefed articles."""
    rows = connection.execute(
        "SELECT b.features FROM articles a JOIN briefs b ON b.id = a.brief_id "
        "WHERE a.engine = ? AND NOT a.hidden ORDER BY a.sorted DESC LIMIT ?",
        (ENGINE_VERSION, limit),
    )
    return [_features(body) for (body,) in rows]


def rearrange(connection: Connection, arrange: Arrange, story_ids: Iterable[int], most: int) -> None:
    """Group all articles of these stories anew, as if they had come at once; not if they are more than ``most``.

    Stories arranged by hand, and articles whose group was given, stay. A story's id stays with most of its articles.
    """
    rows = connection.execute(
        "SELECT a.id, a.story_id, b.features FROM articles a JOIN briefs b ON b.id = a.brief_id "
        "JOIN stories s ON s.id = a.story_id WHERE NOT s.pinned AND NOT a.hidden AND a.grouped "
        "AND a.story_id IN (SELECT value FROM json_each(?)) ORDER BY a.sorted, a.id LIMIT ?",
        (json.dumps(list(story_ids)), most + 1),
    ).fetchall()
    if len(rows) > most:
        return
    free = [(article_id, old, features) for article_id, old, body in rows if not (features := _features(body)).group]
    groups = [[free[index][:2] for index in members] for members in arrange([features for *_, features in free])]
    taken: set[int] = set()
    for members in sorted(groups, key=len, reverse=True):
        homes = Counter(old for _, old in members if old not in taken)
        home = min(homes, key=lambda story_id: (-homes[story_id], story_id)) if homes else None
        if home is None:
            home = stories.split_off(connection, members[0][0])
        taken.add(home)
        moved = [article_id for article_id, old in members if old != home]
        if moved:
            stories.move(connection, moved, home)


def _candidates(connection: Connection, article_id: int, new: Features) -> list[Candidate]:
    """The stories of the articles that are most like the new one, each with its newest articles."""
    from briefreader.text.stories import Candidate

    nearest = _nearest(connection, article_id, new)
    places = connection.execute(
        "SELECT a.story_id FROM json_each(?) n JOIN articles a ON a.id = n.value WHERE NOT a.hidden ORDER BY n.key",
        (json.dumps(nearest),),
    ).fetchall()
    found = []
    for (story_id,) in list(dict.fromkeys(places))[:_STORIES]:
        rows = connection.execute(
            "SELECT features FROM briefs WHERE id IN (SELECT brief_id FROM articles "
            "WHERE story_id = ? AND id <> ? AND NOT hidden ORDER BY sorted DESC LIMIT ?)",
            (story_id, article_id, _ARTICLES_A_STORY),
        )
        found += [Candidate(str(story_id), _features(body)) for (body,) in rows]
    return found


def _nearest(connection: Connection, article_id: int, new: Features) -> list[int]:
    """The articles that share most of its terms within the window, two of its parties, or its group; the nearest first."""
    day = _day(new)
    first, last = (_UNDATED + 1, _LAST_DAY) if day == _UNDATED else (day - _WINDOW, day + _WINDOW)
    likeness: dict[int, float] = defaultdict(float)
    for term in new.terms:
        key = _digest(term)
        near = connection.execute(
            "SELECT article_id FROM (SELECT article_id FROM terms WHERE term = ? AND day BETWEEN ? AND ? "
            "ORDER BY day DESC LIMIT ?) UNION ALL SELECT article_id FROM terms WHERE term = ? AND day = ?",
            (key, first, last, _SAMPLE, key, _UNDATED),
        )
        for (other,) in near:
            likeness[other] += new.weights[term] ** 2
    for key in _without_window(new):
        kin = connection.execute("SELECT article_id FROM terms WHERE term = ? ORDER BY day DESC LIMIT ?", (key, _NEAREST))
        for (other,) in kin:
            likeness[other] += 1
    likeness.pop(article_id, None)
    return nlargest(_NEAREST, likeness, key=likeness.__getitem__)


def take_out(connection: Connection, article_id: int) -> None:
    """Take an article out of the index."""
    found = connection.execute(
        "SELECT b.features FROM articles a JOIN briefs b ON b.id = a.brief_id WHERE a.id = ?", (article_id,)
    ).fetchone()
    if found is None:
        return
    old = _features(found[0])
    day = _day(old)
    connection.executemany(
        "DELETE FROM terms WHERE term = ? AND day = ? AND article_id = ?",
        [(key, day, article_id) for key in _keys(old)],
    )


def _keys(features: Features) -> set[int]:
    return {*(_digest(term) for term in features.terms), *_without_window(features)}


def _without_window(features: Features) -> list[int]:
    """What brings articles together however far apart they are: two parties in common, or the group that they were given."""
    pairs = [_digest(" & ".join(pair)) for pair in combinations(sorted(set(features.parties[:_PARTIES])), 2)]
    return [*pairs, _digest(f"group {features.group}")] if features.group else pairs


def _day(features: Features) -> int:
    try:
        return date.fromisoformat(features.day or "").toordinal()
    except ValueError:
        return _UNDATED


def _digest(term: str) -> int:
    return int.from_bytes(blake2b(term.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big")


@lru_cache(maxsize=2048)
def _features(body: bytes) -> Features:
    from briefreader.text.stories import Features

    return Features.from_json(unpack(body))

"""The repair pass: the articles around those that are new, and the stories that they make when they are looked at together."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from briefreader.store import stories
from briefreader.store.neighbours import features_of
from briefreader.store.records import Placed
from briefreader.text.version import ENGINE_VERSION

_PLACED = (
    "SELECT a.id, a.story_id, s.pinned, b.features FROM articles a JOIN briefs b ON b.id = a.brief_id "
    "JOIN stories s ON s.id = a.story_id WHERE NOT a.hidden AND a.grouped AND a.story_id IN (SELECT value FROM json_each(?)) "
    "ORDER BY a.sorted DESC, a.id LIMIT ?"
)
_NEAREST_IN_TIME = """
    SELECT DISTINCT story_id FROM (
        SELECT * FROM (
            SELECT story_id, :latest - sorted AS distance FROM articles
            WHERE engine = :engine AND NOT hidden AND sorted <= :latest
            ORDER BY sorted DESC LIMIT :most
        )
        UNION ALL
        SELECT * FROM (
            SELECT story_id, sorted - :latest FROM articles WHERE engine = :engine AND NOT hidden AND sorted > :latest
            ORDER BY sorted LIMIT :most
        )
        ORDER BY distance LIMIT :most
    )
    WHERE story_id NOT IN (SELECT value FROM json_each(:asked))
"""


def around(connection: Connection, story_ids: Iterable[int], most: int) -> list[Placed]:
    """The articles of these stories, the newest first, and up to ``most`` of those that are nearest to the newest in time.

    Articles whose group was given are left out: nothing is to be decided about them.
    """
    asked = json.dumps(sorted(story_ids))
    (latest,) = connection.execute(
        "SELECT max(sorted) FROM articles WHERE NOT hidden AND story_id IN (SELECT value FROM json_each(?))", (asked,)
    ).fetchone()
    if latest is None:
        return []
    found = connection.execute(_PLACED, (asked, most)).fetchall()
    room = most - len(found)
    others = connection.execute(
        _NEAREST_IN_TIME, {"engine": ENGINE_VERSION, "latest": latest, "most": most, "asked": asked}
    ).fetchall()
    found += connection.execute(_PLACED, (json.dumps([story_id for (story_id,) in others]), room)).fetchall()
    placed = [Placed(article_id, story_id, bool(pinned), features_of(body)) for article_id, story_id, pinned, body in found]
    return [each for each in placed if not each.features.group]


def regroup(connection: Connection, groups: Sequence[Sequence[Placed]]) -> None:
    """Make each of these groups of articles a story. A story's id stays with most of its articles.

    What has moved since ``around`` gave it stays where it is, and so does all that the reader arranged by hand.
    """
    now = _where_now(connection, groups)
    taken: set[int] = set()
    moves: list[tuple[int, int]] = []
    left: list[tuple[int, int]] = []
    for group in sorted(groups, key=len, reverse=True):
        members = [each for each in group if now.get(each.article_id) == (each.story_id, each.pinned)]
        if not members:
            continue
        home = _home(members, taken) or stories.split_off(connection, members[0].article_id)
        taken.add(home)
        for each in members:
            if each.story_id != home and not each.pinned:
                moves.append((each.article_id, home))
                left.append((each.story_id, home))
    stories.assign(connection, moves)
    stories.settle(connection, left)


def _home(members: Sequence[Placed], taken: set[int]) -> int | None:
    """The story that the reader put some of them into, else the one that most are in, of two the older one."""
    for each in members:
        if each.pinned:
            return each.story_id
    homes = Counter(each.story_id for each in members if each.story_id not in taken)
    return min(homes, key=lambda story_id: (-homes[story_id], story_id)) if homes else None


def _where_now(connection: Connection, groups: Sequence[Sequence[Placed]]) -> dict[int, tuple[int, bool]]:
    ids = json.dumps([each.article_id for members in groups for each in members])
    rows = connection.execute(
        "SELECT a.id, a.story_id, s.pinned FROM articles a JOIN stories s ON s.id = a.story_id "
        "WHERE NOT a.hidden AND a.id IN (SELECT value FROM json_each(?))",
        (ids,),
    )
    return {article_id: (story_id, bool(pinned)) for article_id, story_id, pinned in rows}

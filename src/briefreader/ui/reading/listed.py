"""A view of so many stories that only those are looked for that are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefreader.store.library import Library
from briefreader.store.records import Query


class LongList:
    """The stories, but ``hidden`` ones, that match a query which asks of nothing but what the list shows of a story.

    Those ``staying`` are listed besides, where their time puts them: they do not match any more.
    """

    def __init__(self, library: Library, query: Query, hidden: Iterable[int], staying: Iterable[int]) -> None:
        self._library = library
        self._query = query
        self._hidden = tuple(hidden)
        self._staying = set(staying)
        matching = library.count(query).stories
        out_of_sight = library.count(replace(query, among=self._hidden)).stories if self._hidden else 0
        self.length = matching - out_of_sight + len(self._staying)

    def between(self, start: int, stop: int) -> Sequence[int]:
        if start < self.length // 2:
            return self._library.story_ids(self._listed, limit=stop - start, start=start)
        return self._library.story_ids(self._listed, limit=stop - start, start=self.length - stop, oldest=True)

    def place(self, story_id: int) -> int | None:
        return self._library.place(self._listed, story_id)

    def keep(self, story_ids: Iterable[int]) -> None:
        """These may match no more, and are listed all the same."""
        self._staying.update(story_ids)

    @property
    def kept(self) -> set[int]:
        return self._staying

    @property
    def _listed(self) -> Query:
        query = self._query
        if self._staying:
            query = Query(any_of=(query, Query(among=tuple(self._staying))))
        return replace(query, none_of=(Query(among=self._hidden),)) if self._hidden else query

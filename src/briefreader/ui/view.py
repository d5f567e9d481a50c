"""Which stories are listed: a named query, with a stage and words on top."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from briefreader.model import Stage
from briefreader.query import parse_query
from briefreader.store.records import Query
from briefreader.ui.format.stages import STAGES, label

_STAGE_ORDER: tuple[Stage, ...] = tuple(STAGES)


@dataclass(frozen=True, slots=True)
class View:
    """``text`` is what the reader searches for; the stage filter goes round all stages and back to none."""

    title: str
    base: Query
    stage: Stage | None = None
    text: str = ""

    def query(self, now: datetime) -> Query:
        """The whole query. Raises UsageError if the words make no sense."""
        query = self.base
        if self.text.strip():
            # A search looks everywhere, also at what is read and done.
            query = parse_query(self.text, now)
        return replace(query, stages=(self.stage,)) if self.stage else query

    @property
    def name(self) -> str:
        """What the header says of it."""
        parts = [f"“{self.text.strip()}”" if self.text.strip() else self.title]
        return " · ".join([*parts, label(self.stage)] if self.stage else parts)

    def next_stage(self) -> View:
        """The same, of the next stage; after the last of all stages."""
        place = _STAGE_ORDER.index(self.stage) + 1 if self.stage else 0
        return replace(self, stage=_STAGE_ORDER[place] if place < len(_STAGE_ORDER) else None)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.stage or self.text.strip())

    def widened(self) -> View:
        """The same without stage and words."""
        return replace(self, stage=None, text="")


UNREAD = View("Unread", Query(unread=True, done=False))
ALL = View("All stories", Query(done=False))
KEPT = View("Kept", Query(starred=True))


def saved_views(configured: Mapping[str, str], now: datetime) -> list[View]:
    """The reader's views in their order; without any: unread, all, kept. Raises UsageError if a query makes no sense."""
    if not configured:
        return [UNREAD, ALL, KEPT]
    return [View(title, parse_query(query, now)) for title, query in configured.items()]

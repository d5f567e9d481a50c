"""Which stories are listed: a named query, with a stage and words on top."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from briefreader.model import Stage
from briefreader.query import parse_query
from briefreader.store.records import Query
from briefreader.ui.format.stages import STAGES, label

_STAGE_ORDER: tuple[Stage, ...] = tuple(STAGES)


@dataclass(frozen=True, slots=True)
class View:
    """``text`` is what the reader searches for; the stage filter goes round all stages and back to none.

    A ``passing`` view is left by going back.
    """

    title: str
    base: Query
    stage: Stage | None = None
    text: str = ""
    passing: bool = False

    def query(self, now: datetime) -> Query:
        """The whole query. Raises UsageError if the words make no sense."""
        query = self.base
        if self.text.strip():
            # A search looks everywhere, also at what is read and done.
            query = parse_query(_with_open_end(self.text), now)
        return replace(query, stages=(self.stage,)) if self.stage else query

    @property
    def name(self) -> str:
        """What the header says of it."""
        parts = [f"“{self.text.strip()}”" if self.text.strip() else self.title]
        return " · ".join([*parts, label(self.stage)] if self.stage else parts)

    def next_stage(self, present: Collection[Stage]) -> View:
        """The same, of the next stage of those that are present; after the last of all stages."""
        place = _STAGE_ORDER.index(self.stage) + 1 if self.stage else 0
        return replace(self, stage=next((stage for stage in _STAGE_ORDER[place:] if stage in present), None))

    @property
    def is_narrowed(self) -> bool:
        return bool(self.stage or self.text.strip() or self.passing)

    def widened(self) -> View:
        """The same without stage and words."""
        return replace(self, stage=None, text="")


UNREAD = View("Unread", Query(unread=True, done=False))
ALL = View("All stories", Query(done=False))
KEPT = View("Kept", Query(starred=True))


def saved_view(configured: Mapping[str, str], number: int, now: datetime) -> View | None:
    """The reader's view of that number, from 1; without any configured: unread, all, kept.

    ``None`` if there are fewer. Raises UsageError if its query makes no sense.
    """
    if not configured:
        return dict(enumerate((UNREAD, ALL, KEPT), start=1)).get(number)
    found = dict(enumerate(configured.items(), start=1)).get(number)
    return View(found[0], parse_query(found[1], now)) if found else None


def _with_open_end(text: str) -> str:
    """The words as one types them: the last one may go on."""
    last = text.rpartition(" ")[2]
    return f"{text}*" if last.isalnum() and not _is_begun(last) else text


def settled(text: str) -> str:
    """What is searched for while one types: without a last word of which there is but one letter, which nearly every
    article has a word with."""
    before, blank, last = text.rpartition(" ")
    return before + blank if _is_begun(last) else text


def _is_begun(word: str) -> bool:
    return len(word) == 1 and word.isascii() and word.isalnum()

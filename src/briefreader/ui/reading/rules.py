"""The rules in force: what is not listed, and what is watched; from the configuration and from the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from briefreader.config import Settings
from briefreader.errors import UsageError
from briefreader.query import parse_rule
from briefreader.store.library import Library
from briefreader.store.records import Query, RuleKind

RULE_HINT = 'A word or "a phrase" of the title, party:name, site:name, tag:name\nEnter keeps it · Esc closes'


@dataclass(frozen=True, slots=True)
class Ruling:
    """One rule as the reader wrote it; ``id`` is ``None`` for one of the configuration, ``problem`` why it cannot hold."""

    kind: RuleKind
    text: str
    query: Query | None
    id: int | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, and the sources that are hidden at this moment."""

    all: tuple[Ruling, ...] = ()
    hidden_sources: tuple[int, ...] = ()

    @property
    def hidden(self) -> Query | None:
        """What finds the stories that are not listed; ``None`` if all are."""
        sources = (Query(only_sources=self.hidden_sources),) if self.hidden_sources else ()
        return _any_of((*self._queries("mute"), *sources))

    @property
    def watched(self) -> Query | None:
        """What finds the watched stories; ``None`` if none is watched."""
        return _any_of(self._queries("watch"))

    @property
    def problems(self) -> list[str]:
        return [ruling.problem for ruling in self.all if ruling.problem]

    def _queries(self, kind: RuleKind) -> tuple[Query, ...]:
        return tuple(ruling.query for ruling in self.all if ruling.kind == kind and ruling.query)


def _any_of(queries: tuple[Query, ...]) -> Query | None:
    return None if not queries else queries[0] if len(queries) == 1 else Query(any_of=queries)


def rules_in_force(library: Library, settings: Settings, now: datetime) -> Rules:
    """Read the rules; one that makes no sense is among them, with its problem."""
    hidden = [each.id for each in library.sources(counted=False) if each.hidden_until and each.hidden_until > now]
    return Rules(tuple(_rulings(library, settings, now)), tuple(hidden))


def rule_problem(kind: RuleKind, text: str, now: datetime) -> str:
    """Why a rule that the reader types cannot hold; "" if it can."""
    return _ruling(kind, text, None, now).problem


def tomorrow(now: datetime) -> datetime:
    """The moment at which today ends for the reader."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def _rulings(library: Library, settings: Settings, now: datetime) -> Iterator[Ruling]:
    for text in settings.watch:
        yield _ruling("watch", text, None, now)
    for text in settings.mute:
        yield _ruling("mute", text, None, now)
    for rule in library.rules():
        yield _ruling(rule.kind, rule.text, rule.id, now)


def _ruling(kind: RuleKind, text: str, rule_id: int | None, now: datetime) -> Ruling:
    try:
        return Ruling(kind, text, parse_rule(kind, text, now), rule_id)
    except UsageError as error:
        return Ruling(kind, text, None, rule_id, f"{kind}: {error}")

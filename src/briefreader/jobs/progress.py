"""What a running job says of its progress, and what it says at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceDone:
    """One source was fetched: ``new`` articles were stored, or ``error`` says in plain words why none could be."""

    address: str
    new: int
    error: str | None
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class BriefsDone:
    """``done`` of ``total`` waiting articles are cleaned and briefed."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class StoriesTold:
    """The new articles were put into stories; ``stories`` were opened or renewed."""

    stories: int


Progress = SourceDone | BriefsDone | StoriesTold
ShowProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """What a whole refresh did."""

    sources: int
    failed: int
    new: int
    briefed: int

    def in_words(self) -> str:
        failures = f", {self.failed} failed" if self.failed else ""
        return f"{self.sources} sources{failures}; {self.new} new articles, {self.briefed} briefed"

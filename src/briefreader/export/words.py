"""The words in which a person reads what the records say in codes."""

from __future__ import annotations

import re

from briefreader.model import DemandKind, Direction, Stage

STAGE_LABELS: dict[Stage, str] = {
    "called_for": "Called for",
    "rejected": "Rejected",
    "scheduled": "Scheduled",
    "under_way": "Under way",
    "stalled": "Stalled",
    "suspended": "Suspended",
    "partial": "Partial deal",
    "agreed": "Agreed",
    "in_force": "In force",
    "violated": "Violated",
}
NO_NEGOTIATION = "No negotiation found."
DIRECTION_ARROWS: dict[Direction, str] = {"improving": "↗", "deteriorating": "↘", "unchanged": "→"}
DEMAND_LABELS: dict[DemandKind, str] = {
    "demand": "demands",
    "precondition": "sets as a condition",
    "offer": "offers",
    "refusal": "refuses",
}
UNDATED = "undated"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def in_words(direction: Direction) -> str:
    """Give a direction as word and arrow."""
    return f"{direction} {DIRECTION_ARROWS[direction]}"


def day(moment: str | None) -> str:
    """Give the day of an ISO moment as the page dated it, or ``undated``."""
    found = _DAY.match(moment or "")
    return found[0] if found else UNDATED

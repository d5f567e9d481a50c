"""The words in which a person reads what the records say in codes."""

from __future__ import annotations

import re

from briefreader.model import CorrectedField, DemandKind, Direction, Matter, Stage

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
MATTER_LABELS: dict[Matter, str] = {"stage": "Stage", "next_step": "Next step", "figures": "Figures"}
FIELD_LABELS: dict[CorrectedField, str] = {
    "stage": "Stage",
    "parties": "Parties",
    "published": "Date of the article",
    "next_step": "Date of the next step",
}
UNDATED = "undated"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def answer(said: str) -> str:
    """Give an answer as a person reads it: a stage by its label, everything else as it is."""
    return next((label for stage, label in STAGE_LABELS.items() if stage == said), said)


def in_words(direction: Direction) -> str:
    """Give a direction as word and arrow."""
    return f"{direction} {DIRECTION_ARROWS[direction]}"


def day(moment: str | None) -> str:
    """Give the day of an ISO moment as the page dated it, or ``undated``."""
    found = _DAY.match(moment or "")
    return found[0] if found else UNDATED

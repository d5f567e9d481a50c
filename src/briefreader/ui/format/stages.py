"""How each stage of the vocabulary looks: its word in a row, its label, its mark, its tone, and its place on the track.

The words follow negotiation-vocabulary: pre-negotiation, negotiation, agreement, implementation. A tone is a colour role;
the word and the mark always stand beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefreader.export.words import DIRECTION_ARROWS, STAGE_LABELS
from briefreader.model import Direction, Stage


@dataclass(frozen=True, slots=True)
class StageLook:
    """``word`` has at most six letters; ``station`` is the index of the station on the track that this stage stands at."""

    word: str
    mark: str
    tone: str
    station: int


TRACK: tuple[str, ...] = ("Called for", "Set", "Talks", "Deal", "In force")
"""The stations of a negotiation that goes well; the other stages are side tracks that take a station's place."""
SHORT_TRACK: tuple[str, ...] = ("Call", "Set", "Talks", "Deal", "Force")
"""The same where there is little room."""

STAGES: dict[Stage, StageLook] = {
    "called_for": StageLook("CALL", "◇", "stage-call", 0),
    "rejected": StageLook("REFUS", "✕", "stage-bad", 1),
    "scheduled": StageLook("SET", "○", "stage-talk", 1),
    "under_way": StageLook("TALKS", "►", "stage-talk", 2),
    "stalled": StageLook("STALL", "▣", "stage-warn", 2),
    "suspended": StageLook("HALT", "‖", "stage-bad", 2),
    "partial": StageLook("PART", "◐", "stage-good", 3),
    "agreed": StageLook("DEAL", "◆", "stage-good", 3),
    "in_force": StageLook("FORCE", "✓", "stage-good", 4),
    "violated": StageLook("BROKE", "✗", "stage-bad", 4),
}

NO_STAGE_WORD = "—"
WAITING_WORD = "…"

DIRECTION_ROLES: dict[Direction, str] = {"improving": "good", "deteriorating": "bad", "unchanged": "muted"}
"""The colour role of each direction."""


def label(stage: Stage) -> str:
    """The stage as the vocabulary labels it."""
    return STAGE_LABELS[stage]


def arrow(direction: Direction | None) -> tuple[str, str]:
    """The arrow of a direction, and its colour role; a blank where nothing is known of before."""
    return (DIRECTION_ARROWS[direction], DIRECTION_ROLES[direction]) if direction else (" ", "muted")


def confidence_word(confidence: float) -> str:
    """The confidence of a status in a word: high from 0.75, medium from 0.5, else low."""
    return "high" if confidence >= 0.75 else "medium" if confidence >= 0.5 else "low"

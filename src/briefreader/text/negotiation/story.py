"""Where a story's negotiation stands now, and how it came there."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Brief, Negotiation, TimelineEntry


def story_status(briefs: Sequence[Brief]) -> tuple[Negotiation | None, tuple[TimelineEntry, ...]]:
    """Give the newest status and an entry for each change of stage; the briefs stand in story order."""
    timeline: list[TimelineEntry] = []
    newest: Negotiation | None = None
    for index, brief in enumerate(briefs):
        found = brief.negotiation
        if found is None:
            continue
        if not timeline or timeline[-1].stage != found.stage:
            timeline.append(TimelineEntry(brief.article.published, found.stage, found.direction, found.evidence, index))
        if newest is None or brief.article.published:
            newest = found
    return newest, tuple(timeline)


def what_changed(before: Negotiation | None, now: Negotiation | None) -> list[str]:
    """Say in short lines what is new in ``now``."""
    if now is None or before is None or before.stage == now.stage:
        return []
    return [f"Stage: {before.stage} → {now.stage}"]

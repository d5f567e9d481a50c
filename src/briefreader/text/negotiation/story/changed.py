"""What is new in a story's negotiation since the reader last looked."""

from __future__ import annotations

from briefreader.model import Negotiation
from briefreader.text.negotiation.story.status import STAGE_WORDS


def what_changed(before: Negotiation | None, now: Negotiation | None) -> list[str]:
    """Give short lines, the weightiest first; empty where nothing changed or nothing is negotiated."""
    if now is None:
        return ["No negotiation is reported any more"] if before else []
    if before is None:
        return [f"A negotiation is reported: {STAGE_WORDS[now.stage]}"]
    lines = []
    if before.stage != now.stage:
        lines.append(f"Stage: {STAGE_WORDS[before.stage]} → {STAGE_WORDS[now.stage]}")
    if before.direction != now.direction and now.direction:
        lines.append(f"Direction: {now.direction}" + (f" ({now.direction_reason})" if now.direction_reason else ""))
    stated = {demand.sentence for demand in before.demands}
    lines += [
        f"{demand.holder or 'A side'}, {demand.kind}: {demand.sentence}"
        for demand in now.demands
        if demand.sentence not in stated
    ]
    for name, then, step in (("Next", before.next_step, now.next_step), ("Deadline", before.deadline, now.deadline)):
        if step and (then is None or then.sentence != step.sentence):
            lines.append(f"{name}: {step.text}")
    stuck = {obstacle.sentence for obstacle in before.obstacles}
    lines += [f"New obstacle: {obstacle.text}" for obstacle in now.obstacles if obstacle.sentence not in stuck]
    known = {party.name for party in before.parties}
    lines += [f"New party: {party.name}" for party in now.parties if party.name not in known]
    lines += [f"New mediator: {name}" for name in now.mediators if name not in before.mediators]
    if now.venue and now.venue != before.venue:
        lines.append(f"Venue: {', '.join(now.venue)}")
    return lines

"""Where a negotiation stands, as parts of a document."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.export.document import Heading, Item, Items, Line, Paragraph, Part, Quote, Run, section
from briefreader.export.words import DEMAND_LABELS, STAGE_LABELS, in_words
from briefreader.model import Demand, Negotiation, Step


def standing(negotiation: Negotiation | None, nothing: str) -> Iterator[Part]:
    """Stage, direction and confidence in one line, then why, then the summary and the sentence that decides."""
    if negotiation is None:
        yield Paragraph((Run(nothing, emphasis=True),))
        return
    line = [Run(STAGE_LABELS[negotiation.stage], strong=True)]
    if negotiation.direction:
        line.append(Run(f" · {in_words(negotiation.direction)}"))
    line.append(Run(f" · confidence {negotiation.confidence:.0%}"))
    if negotiation.alternative:
        line.append(Run(f" · or: {STAGE_LABELS[negotiation.alternative]}"))
    yield Paragraph(tuple(line))
    if negotiation.direction_reason:
        yield Paragraph((Run("Direction: ", strong=True), Run(negotiation.direction_reason)))
    if negotiation.summary:
        yield Paragraph((Run(negotiation.summary),))
    yield Quote((Run(negotiation.evidence),))


def details(negotiation: Negotiation | None, level: int) -> Iterator[Part]:
    """Who wants what, what is on the table, what is stuck, what is next, who mediates where; only what is known."""
    if negotiation is None:
        return
    yield from _positions(negotiation, level)
    issues = [
        (Run(issue.name, strong=True), Run(f" — {issue.outcome or 'open'}: "), Run(issue.sentence))
        for issue in negotiation.issues
    ]
    yield from section("On the table", level, issues)
    stuck = [(Run(obstacle.text, strong=True), Run(": "), Run(obstacle.sentence)) for obstacle in negotiation.obstacles]
    yield from section("What is stuck", level, [line[2:] if line[0].text == line[2].text else line for line in stuck])
    steps = (("Next step", negotiation.next_step), ("Deadline", negotiation.deadline))
    yield from section("What is next", level, [_step_line(name, step) for name, step in steps if step])
    names = (("Mediators", negotiation.mediators), ("Venue", negotiation.venue))
    around = [(Run(f"{name}: ", strong=True), Run(", ".join(values))) for name, values in names if values]
    yield from section("Mediators and venue", level, around)
    others = [
        (
            Run(" and ".join(other.parties) or "Others", strong=True),
            Run(f" — {STAGE_LABELS[other.stage]}: "),
            Run(other.sentence),
        )
        for other in negotiation.others
    ]
    yield from section("Other negotiations", level, others)


def _positions(negotiation: Negotiation, level: int) -> Iterator[Part]:
    """Each party with what it wants; positions of nobody in particular stand last."""
    items: list[Item] = []
    unplaced = list(negotiation.demands)
    for party in negotiation.parties:
        about = [f"{', '.join(party.aliases)}"] if party.aliases else []
        about += [f"led by {', '.join(party.leaders)}"] if party.leaders else []
        items.append(Item((Run(party.name, strong=True), Run(f" ({'; '.join(about)})" if about else ""))))
        names = {party.name, *party.aliases, *party.leaders}
        own = [demand for demand in unplaced if demand.holder in names]
        unplaced = [demand for demand in unplaced if demand.holder not in names]
        items += [
            Item((Run(f"{DEMAND_LABELS[demand.kind]}: ", emphasis=True), Run(demand.sentence)), level=2) for demand in own
        ]
    items += [Item(_demand_line(demand)) for demand in unplaced]
    if items:
        yield Heading(level, "Parties and positions")
        yield Items(tuple(items))


def _demand_line(demand: Demand) -> Line:
    holder = (Run(demand.holder, strong=True), Run(" ")) if demand.holder else ()
    return (*holder, Run(f"{DEMAND_LABELS[demand.kind]}: ", emphasis=True), Run(demand.sentence))


def _step_line(name: str, step: Step) -> Line:
    when = f" ({step.date})" if step.date else ""
    said = () if step.sentence == step.text else (Run(f" — {step.sentence}"),)
    return (Run(f"{name}{when}: ", strong=True), Run(step.text), *said)

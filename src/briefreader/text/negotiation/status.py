"""From an article's sentences to where its negotiation stands: read, weigh, decide, then fill in the fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefreader.model import Article, Event, Negotiation, OtherNegotiation, Sentence, Stage
from briefreader.text.negotiation.codebook import Codebook, load_codebook
from briefreader.text.negotiation.fields.demands import demands_in
from briefreader.text.negotiation.fields.issues import issues_in
from briefreader.text.negotiation.fields.obstacles import obstacles_in
from briefreader.text.negotiation.fields.parties import Cast, cast_of
from briefreader.text.negotiation.fields.roles import Roles
from briefreader.text.negotiation.fields.speakers import speaker_of
from briefreader.text.negotiation.fields.steps import deadline_in, next_step_in
from briefreader.text.negotiation.fields.venue import venues_in
from briefreader.text.negotiation.names.finder import NameFinder
from briefreader.text.negotiation.sentence.reading import Line, read_article
from briefreader.text.negotiation.stage.about import coded_sentence, is_about_negotiation
from briefreader.text.negotiation.stage.apart import kept_apart
from briefreader.text.negotiation.stage.confidence import confidence_of
from briefreader.text.negotiation.stage.deciding import deciding_sentence
from briefreader.text.negotiation.stage.direction import direction_of
from briefreader.text.negotiation.stage.weighing import Vote, tally, votes_of
from briefreader.text.negotiation.summary.telling import facts_of
from briefreader.text.negotiation.summary.wording import summary_of

SPLIT = 0.8
"""A second stage with at least this share of the first's weight is named as the alternative."""


def negotiation_status(article: Article, sentences: Sequence[Sentence], codebook: Codebook | None = None) -> Negotiation | None:
    """Give the status of the negotiation that the article reports, or ``None`` where it reports none.

    ``sentences`` are the body's; the title and the standfirst are read from the article itself. The same input always gives
    the same status.
    """
    book = codebook or load_codebook()
    lines = read_article(article, sentences, book)
    votes = votes_of(lines, book)
    finder = None
    if not is_about_negotiation(votes, lines, book):
        if len(lines) != 1:
            return None
        finder = NameFinder([line.words for line in lines], book)
        votes = coded_sentence(votes, lines, any(name.kind == "listed" for name in finder.names(lines[0].words)))
        if not votes:
            return None
    finder = finder or NameFinder([line.words for line in lines], book)
    own_lines, other_lines = kept_apart(lines, finder)
    cast = cast_of(own_lines, finder, book)
    others = [cast_of(group, finder, book) for group in other_lines]
    apart = {id(line) for group in other_lines for line in group}
    own, foreign = _of_other_sides([vote for vote in votes if id(vote.line) not in apart], cast, book.lists["above_parties"])
    sums = tally(own)
    if not sums:
        return None
    ranked = sorted(sums, key=lambda stage: (-sums[stage], stage))
    stage = ranked[0]
    deciding = max((vote for vote in own if vote.kind.stage == stage), key=lambda vote: vote.weight)
    direction, reason = direction_of(stage, own, own_lines, book)
    venue = venues_in(own_lines, {name.name for line in lines for name in finder.names(line.words)}, book)
    obstacles = obstacles_in(own_lines, book)
    issues = issues_in(article, own_lines, book)
    following = next_step_in(own_lines, finder, _sides(cast), book, article.published)
    evidence = deciding_sentence(stage, own, own_lines, cast, finder)
    facts = facts_of(
        deciding,
        evidence,
        own_lines,
        finder,
        cast=cast,
        venue=venue,
        obstacles=obstacles,
        issues=issues,
        following=following,
    )
    roles = {event: role for each in (cast, *others) for event, role in each.roles.items()}
    return Negotiation(
        stage=stage,
        direction=direction,
        direction_reason=reason,
        confidence=confidence_of(sums, stage),
        alternative=ranked[1] if len(ranked) > 1 and sums[ranked[1]] >= SPLIT * sums[stage] else None,
        summary=summary_of(facts),
        evidence=evidence,
        parties=cast.parties,
        mediators=cast.mediators,
        venue=venue,
        issues=issues,
        demands=demands_in(own_lines, finder, cast, book),
        obstacles=obstacles,
        next_step=following.step if following else None,
        deadline=deadline_in(own_lines, book, article.published),
        others=(*_told_apart(votes, other_lines, others), *_others(foreign, cast)),
        events=tuple(_events(lines, finder, roles, book)),
        why=tuple(_why(own, [*foreign, *(vote for vote in votes if id(vote.line) in apart)], sums)),
    )


def _sides(cast: Cast) -> set[str]:
    """The names of those who negotiate or mediate."""
    return {party.name for party in cast.parties} | set(cast.mediators)


def _of_other_sides(votes: Sequence[Vote], cast: Cast, above: frozenset[str]) -> tuple[list[Vote], list[Vote]]:
    """Part the votes of the main negotiation from those that name only others."""
    main = _sides(cast)
    own: list[Vote] = []
    foreign: list[Vote] = []
    for vote in votes:
        named = cast.roles[id(vote.event)].all_names()
        elsewhere = len(named) > 1 and not named & main and vote.line.rank > 0
        actor, _ = cast.roles[id(vote.event)].names()
        # A world body's own session is no round of the talks.
        session = actor in above and vote.kind.name in {"meeting", "plan_to_meet"}
        (foreign if elsewhere or session else own).append(vote)
    return (own, foreign) if own else (list(votes), [])


def _told_apart(votes: Sequence[Vote], groups: Sequence[Sequence[Line]], casts: Sequence[Cast]) -> Iterator[OtherNegotiation]:
    """The other negotiations that have sentences of their own, each with its stage as it is told there."""
    for group, cast in zip(groups, casts, strict=True):
        of_group = {id(line) for line in group}
        told = [vote for vote in votes if id(vote.line) in of_group and vote.event.status != "past"]
        sums = tally(told)
        if sums and cast.parties:
            stage = max(sums, key=lambda stage: (sums[stage], stage))
            deciding = max((vote for vote in told if vote.kind.stage == stage), key=lambda vote: vote.weight, default=told[0])
            yield OtherNegotiation(tuple(party.name for party in cast.parties), stage, deciding.line.text)


def _others(foreign: Sequence[Vote], cast: Cast) -> tuple[OtherNegotiation, ...]:
    """The other negotiations, one for each pair of listed sides, told by the weightiest vote."""
    best: dict[frozenset[str], Vote] = {}
    for vote in foreign:
        roles = cast.roles[id(vote.event)]
        pair = frozenset(roles.all_names())
        sure = vote.event.core and vote.kind.stage and vote.event.status == "asserted" and roles.are_listed()
        if sure and len(pair) > 1 and (pair not in best or vote.weight > best[pair].weight):
            best[pair] = vote
    return tuple(
        OtherNegotiation(tuple(sorted(pair)), vote.kind.stage, vote.line.text) for pair, vote in best.items() if vote.kind.stage
    )


_PLANS = frozenset({"plan_to_meet", "plan_to_visit", "willing"})
"""What is still to come is an event of its own kind: an agreement to meet, not a meeting."""


def _events(lines: Sequence[Line], finder: NameFinder, roles: dict[int, Roles], book: Codebook) -> list[Event]:
    """Each sentence's weightiest event in the form of the record."""
    found = []
    for line in lines:
        if not line.events:
            continue
        event = max(
            line.events,
            key=lambda event: (
                event.meaning is not None,
                event.status != "past",
                event.meaning != "prospect",
                event.strength,
                -event.first,
            ),
        )
        told = event.status in {"asserted", "past"} or event.meaning in _PLANS
        kind = book.events[event.meaning if told and event.meaning else event.kind]
        actor, target = roles[id(event)].names()
        found.append(Event(kind.plover, kind.cameo, actor, target, event.status, speaker_of(line, finder, book), line.text))
    return found


def _why(own: Sequence[Vote], foreign: Sequence[Vote], sums: dict[Stage, float]) -> list[str]:
    """The votes in words, the heaviest first, then what they add up to."""
    told = [
        f"{vote.weight:5.2f} {vote.kind.stage or '-'}: {vote.kind.name} ({vote.event.status}) "
        f"by {vote.event.rule} in “{vote.line.text[:120]}”"
        for vote in sorted(own, key=lambda vote: -vote.weight)[:16]
    ]
    told += [
        f" 0.00 {vote.kind.stage}: {vote.kind.name} belongs to other sides: “{vote.line.text[:120]}”" for vote in foreign[:4]
    ]
    told.append("sums: " + ", ".join(f"{stage} {sums[stage]:.2f}" for stage in sorted(sums, key=lambda stage: -sums[stage])))
    return told

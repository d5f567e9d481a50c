"""Where a story's negotiation stands now, and how it came there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefreader.model import Brief, Demand, Direction, Issue, Negotiation, Party, Stage, TimelineEntry
from briefreader.text.negotiation.names.people import full_names
from briefreader.text.negotiation.stage.direction import LADDER
from briefreader.text.negotiation.story.reports import Report, contradicting, leading, moments, without_corrected

STAGE_WORDS: dict[Stage, str] = {stage: stage.replace("_", " ") for stage in LADDER} | {"partial": "partly agreed"}
MAX_DEMANDS = 8
MOST_UNITED = 60
"""The fields are united over this many of the newest articles: what a longer story once was is in its time line."""


def story_status(briefs: Sequence[Brief]) -> tuple[Negotiation | None, tuple[TimelineEntry, ...]]:
    """Give the story's negotiation as it stands now, and an entry for each change of stage.

    ``briefs`` stand in story order: the dated by date, then the undated. The newest dated news leads, and a correction
    outweighs what it corrects; undated articles speak only where nothing is dated, and never for a direction. Of what outlets
    report against one another only one side is in the time line. The fields are united over all articles, each claim with its
    own sentence.
    """
    reports = reports_of(briefs)
    if not reports:
        return None, ()
    dated = moments([report for report in reports if report.day])
    undated = [report for report in reports if not report.day]
    newest = leading(dated[-1]).status if dated else _most_reported(undated)
    timeline = _timeline([*_told(dated), *undated])
    direction, reason = _direction(newest, timeline, dated[-1][0].day) if dated else (None, None)
    ordered = [report.status for moment in reversed(dated) for report in reversed(moment)] + [each.status for each in undated]
    ordered = [newest, *(negotiation for negotiation in ordered if negotiation is not newest)][:MOST_UNITED]
    status = _united(newest, ordered, direction, reason, _other_reading(newest, dated[-1]) if dated else newest.alternative)
    parties = _corrected_parties(reports)
    return (replace(status, parties=parties) if parties else status), timeline


def reports_of(briefs: Sequence[Brief]) -> list[Report]:
    """Give what each article reports of the negotiation, without what was corrected later."""
    reports = [Report(index, brief, brief.negotiation) for index, brief in enumerate(briefs) if brief.negotiation]
    return without_corrected(reports)


def _corrected_parties(reports: Sequence[Report]) -> tuple[Party, ...]:
    """The parties as the reader named them last; none where the reader never did."""
    named = [
        (correction.at, report.status.parties)
        for report in reports
        for correction in report.brief.corrections
        if correction.field == "parties"
    ]
    return max(named, key=lambda each: each[0])[1] if named else ()


def _most_reported(reports: Sequence[Report]) -> Negotiation:
    """Where nothing is dated: the surest status of the stage that most articles give, weighed by how sure each is."""
    support: dict[Stage, float] = {}
    for report in reports:
        support[report.status.stage] = support.get(report.status.stage, 0.0) + report.status.confidence
    stage = max(support, key=lambda stage: (support[stage], -LADDER[stage]))
    return max((report.status for report in reports if report.status.stage == stage), key=lambda found: found.confidence)


def _told(dated: Sequence[Sequence[Report]]) -> list[Report]:
    """The reports that the time line tells: of a contradiction the side that leads, or that the next moment bears out.

    Of one moment the report that leads comes last.
    """
    told: list[Report] = []
    for place, moment in enumerate(dated):
        lead = leading(moment)
        differing = contradicting(moment)
        following = leading(dated[place + 1]).status.stage if place + 1 < len(dated) else None
        borne_out = following if any(report.status.stage == following for report in differing) else lead.status.stage
        kept = [report for report in moment if report not in differing or report.status.stage == borne_out]
        told += sorted(kept, key=lambda report: report.status.stage == lead.status.stage)
    return told


def _timeline(reports: Sequence[Report]) -> tuple[TimelineEntry, ...]:
    """An entry for each change of stage; a repetition is none."""
    entries: list[TimelineEntry] = []
    for report in reports:
        status, published = report.status, report.brief.article.published
        if entries and entries[-1].stage == status.stage:
            continue
        before = entries[-1].stage if entries else None
        direction = status.direction if before is None else _step(before, status.stage)
        entries.append(TimelineEntry(published, status.stage, direction if published else None, status.evidence, report.index))
    return tuple(entries)


_TALKS: tuple[Stage, ...] = ("scheduled", "under_way")
"""Talks that are set or held after other talks, or after a deal, are the next round and no worse than what was."""


def _step(before: Stage, now: Stage) -> Direction:
    if LADDER[now] == LADDER[before] or (now in _TALKS and LADDER[now] < LADDER[before]):
        return "unchanged"
    return "improving" if LADDER[now] > LADDER[before] else "deteriorating"


_AT_REST: tuple[Stage, ...] = ("rejected", "stalled", "suspended")


def _direction(newest: Negotiation, timeline: Sequence[TimelineEntry], day: str) -> tuple[Direction | None, str | None]:
    """Against the last other stage of the time line, if there is one; else what the newest article, of that day, itself says.

    A refusal, a deadlock or a strike that an earlier day's report told already, only goes on, unless the newest sees it ease.
    """
    dated = [entry for entry in timeline if entry.when]
    places = [place for place, entry in enumerate(dated) if entry.stage == newest.stage]
    before = dated[places[-1] - 1] if places and places[-1] > 0 else None
    if before is None or before.when is None:
        since = (dated[0].when or "")[:10] if places else day
        if newest.stage in _AT_REST and since < day and newest.direction != "improving":
            return "unchanged", f"{STAGE_WORDS[newest.stage]} since {since}"
        return newest.direction, newest.direction_reason
    step = _step(before.stage, newest.stage)
    return step, f"{STAGE_WORDS[newest.stage]} now; {STAGE_WORDS[before.stage]} on {before.when[:10]}"


def _other_reading(newest: Negotiation, moment: Sequence[Report]) -> Stage | None:
    """Another stage that an outlet reports of the same moment, or that the newest article itself leaves open."""
    others = [report.status.stage for report in contradicting(moment) if report.status.stage != newest.stage]
    return others[-1] if others else newest.alternative


def _united(
    newest: Negotiation,
    ordered: Sequence[Negotiation],
    direction: Direction | None,
    reason: str | None,
    alternative: Stage | None,
) -> Negotiation:
    return replace(
        newest,
        direction=direction,
        direction_reason=reason,
        alternative=alternative,
        parties=united_parties([party for negotiation in ordered for party in negotiation.parties], len(ordered)),
        mediators=full_names([mediator for negotiation in ordered for mediator in negotiation.mediators]),
        venue=next((negotiation.venue for negotiation in ordered[:1] if negotiation.venue), ()),
        issues=_newest_of_each(issue for negotiation in ordered for issue in negotiation.issues),
        demands=_different(demand for negotiation in ordered for demand in negotiation.demands)[:MAX_DEMANDS],
        events=tuple(event for negotiation in ordered for event in negotiation.events),
    )


def united_parties(parties: Sequence[Party], articles: int) -> tuple[Party, ...]:
    """One party for all mentions of it: names and aliases that meet are one, and so are two spellings of a leader.

    Where several articles are united, a party that only one of them names, is left to that article.
    """
    united: list[list[Party]] = []
    for party in parties:
        group = next((group for group in united if any(_same_party(party, other) for other in group)), None)
        if group is None:
            united.append([party])
        else:
            group.append(party)
    ranked = sorted(united, key=lambda group: -len(group))
    if articles > 2:
        ranked = [group for group in ranked if len(group) > 1] or ranked
    return tuple(map(_one_party, ranked))


def _same_party(one: Party, other: Party) -> bool:
    """Whether one is called by the other's name, or its name in full: the Dockworkers, the Dockworkers' Federation."""
    name, other_name = _plain(one.name), _plain(other.name)
    if other_name in {_plain(alias) for alias in one.aliases} or name in {_plain(alias) for alias in other.aliases}:
        return True
    return name == other_name or name.startswith(other_name + " ") or other_name.startswith(name + " ")


def _plain(name: str) -> str:
    return name.lower().replace("’", "'").replace("s' ", "s ").removesuffix("'")


def _one_party(group: Sequence[Party]) -> Party:
    """The parties of a group as one, by the name that most articles use, the fuller of two."""
    counts = Counter(party.name for party in group)
    name = max(counts, key=lambda name: counts[name])
    name = next((full for full in counts if _plain(full).startswith(_plain(name) + " ")), name)
    aliases = dict.fromkeys(alias for party in group for alias in (party.name, *party.aliases) if alias != name)
    return Party(name, tuple(aliases), united_leaders([leader for party in group for leader in party.leaders]))


def united_leaders(leaders: Sequence[str]) -> tuple[str, ...]:
    """The leaders without repetitions; names whose last words are alike (Zelensky, Zelenskyy) are one person."""
    people: list[str] = []
    for leader in leaders:
        last = leader.split()[-1].lower()
        for place, known in enumerate(people):
            other = known.split()[-1].lower()
            if other == last or (min(len(other), len(last)) >= 5 and (other.startswith(last) or last.startswith(other))):
                people[place] = max(known, leader, key=lambda name: len(name.split()))
                break
        else:
            people.append(leader)
    return tuple(people)


def _newest_of_each(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    found: dict[str, Issue] = {}
    for issue in issues:
        found.setdefault(issue.name.lower(), issue)
    return tuple(found.values())


def _different(demands: Iterable[Demand]) -> tuple[Demand, ...]:
    return tuple({demand.sentence: demand for demand in demands}.values())

"""Where a story's negotiation stands now, and how it came there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefreader.model import Brief, Demand, Direction, Issue, Negotiation, Party, Stage, TimelineEntry

# How far each stage is from a deal that is kept: what goes up improves.
LADDER: dict[Stage, int] = {
    "violated": 0, "suspended": 1, "rejected": 1, "stalled": 2, "called_for": 3, "scheduled": 4, "under_way": 5, "partial": 6,
    "agreed": 7, "in_force": 8,
}  # fmt: skip
STAGE_WORDS: dict[Stage, str] = {stage: stage.replace("_", " ") for stage in LADDER} | {"partial": "partly agreed"}
MAX_DEMANDS = 8
MOST_UNITED = 60
"""The fields are united over this many of the newest articles: what a longer story once was is in its time line."""
_CORRECTIONS = ("correction", "corrected", "corrects", "contrary to earlier reports", "an earlier version")


def story_status(briefs: Sequence[Brief]) -> tuple[Negotiation | None, tuple[TimelineEntry, ...]]:
    """Give the story's negotiation as it stands now, and an entry for each change of stage.

    ``briefs`` stand in story order: the dated by date, then the undated. The newest dated news leads, and a correction
    outweighs what it corrects; undated articles speak only where nothing is dated, and never for a direction. The fields are
    united over all articles, each claim with its own sentence.
    """
    reporting = [(index, brief, brief.negotiation) for index, brief in enumerate(briefs) if brief.negotiation]
    if not reporting:
        return None, ()
    dated = [item for item in reporting if item[1].article.published]
    newest = _newest(dated) if dated else _most_reported(reporting)
    timeline = _timeline(reporting)
    direction, reason = _direction(newest, timeline) if dated else (None, None)
    ordered = [negotiation for _, _, negotiation in reversed(dated)] + [n for _, b, n in reporting if not b.article.published]
    ordered = [newest, *(negotiation for negotiation in ordered if negotiation is not newest)][:MOST_UNITED]
    status = _united(newest, ordered, direction, reason, _contradiction(newest, dated))
    parties = _corrected_parties(reporting)
    return (replace(status, parties=parties) if parties else status), timeline


Reporting = tuple[int, Brief, Negotiation]


def _corrected_parties(reporting: Sequence[Reporting]) -> tuple[Party, ...]:
    """The parties as the reader named them last; none where the reader never did."""
    named = [
        (correction.at, negotiation.parties)
        for _, brief, negotiation in reporting
        for correction in brief.corrections
        if correction.field == "parties"
    ]
    return max(named, key=lambda each: each[0])[1] if named else ()


def _day(brief: Brief) -> str:
    return (brief.article.published or "")[:10]


def _newest(dated: Sequence[Reporting]) -> Negotiation:
    """The newest day's status; of several on one day a correction, else the surest, else the last."""
    last_day = _day(dated[-1][1])
    of_day = [item for item in dated if _day(item[1]) == last_day]
    best = max(range(len(of_day)), key=lambda place: (_is_correction(of_day[place][1]), of_day[place][2].confidence, place))
    return of_day[best][2]


def _is_correction(brief: Brief) -> bool:
    opening = f"{brief.article.title or ''} {brief.article.standfirst or ''} {brief.article.text[:200]}".lower()
    return any(cue in opening for cue in _CORRECTIONS)


def _most_reported(reporting: Sequence[Reporting]) -> Negotiation:
    """Where nothing is dated: the surest status of the stage that most articles give, weighed by how sure each is."""
    support: dict[Stage, float] = {}
    for _, _, negotiation in reporting:
        support[negotiation.stage] = support.get(negotiation.stage, 0.0) + negotiation.confidence
    stage = max(support, key=lambda stage: (support[stage], -LADDER[stage]))
    return max(
        (negotiation for _, _, negotiation in reporting if negotiation.stage == stage), key=lambda found: found.confidence
    )


def _timeline(reporting: Sequence[Reporting]) -> tuple[TimelineEntry, ...]:
    """An entry for each change of stage; a repetition is none."""
    entries: list[TimelineEntry] = []
    for index, brief, negotiation in reporting:
        published = brief.article.published
        if entries and entries[-1].stage == negotiation.stage:
            continue
        before = entries[-1].stage if entries else None
        direction = negotiation.direction if before is None else _step(before, negotiation.stage)
        entries.append(
            TimelineEntry(published, negotiation.stage, direction if published else None, negotiation.evidence, index)
        )
    return tuple(entries)


def _step(before: Stage, now: Stage) -> Direction:
    if LADDER[now] == LADDER[before]:
        return "unchanged"
    return "improving" if LADDER[now] > LADDER[before] else "deteriorating"


def _direction(newest: Negotiation, timeline: Sequence[TimelineEntry]) -> tuple[Direction | None, str | None]:
    """Against the last other stage of the time line, if there is one; else what the newest article itself says."""
    dated = [entry for entry in timeline if entry.when]
    places = [place for place, entry in enumerate(dated) if entry.stage == newest.stage]
    before = dated[places[-1] - 1] if places and places[-1] > 0 else None
    if before is None or before.when is None:
        return newest.direction, newest.direction_reason
    step = _step(before.stage, newest.stage)
    return step, f"{STAGE_WORDS[newest.stage]} now; {STAGE_WORDS[before.stage]} on {before.when[:10]}"


def _contradiction(newest: Negotiation, dated: Sequence[Reporting]) -> Stage | None:
    """Another stage that an outlet reports on the same last day."""
    if not dated:
        return newest.alternative
    of_day = [negotiation for _, brief, negotiation in dated if _day(brief) == _day(dated[-1][1])]
    others = [negotiation.stage for negotiation in of_day if negotiation.stage != newest.stage]
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
        mediators=tuple(dict.fromkeys(mediator for negotiation in ordered for mediator in negotiation.mediators)),
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

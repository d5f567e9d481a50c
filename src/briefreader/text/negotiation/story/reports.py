"""A story's articles as reports of its negotiation: whose they are, when they came, and which of a moment's reports leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from briefreader.model import Article, Brief, Negotiation, Stage
from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.stage.direction import LADDER, stood

# What cannot both be true of one moment. A deal after talks, or a date after a breakdown, is a way and no contradiction.
AT_ODDS: dict[Stage, frozenset[Stage]] = {
    "rejected": frozenset({"scheduled", "under_way", "partial", "agreed", "in_force"}),
    "stalled": frozenset({"partial", "agreed", "in_force"}),
    "suspended": frozenset({"under_way", "partial", "agreed", "in_force"}),
    "violated": frozenset({"in_force"}),
}
MOMENT = timedelta(hours=6)
"""Reports within so many hours are of one moment; where a report has no hour, those of its day."""
_CORRECTED_WITHIN = timedelta(days=3)
_AS_SURE = 0.05
"""A difference in confidence that says nothing."""
_OPENING = 200
"""Characters in which an article says that it corrects another."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of where the negotiation stands; ``index`` is its place in the story."""

    index: int
    brief: Brief
    status: Negotiation

    @property
    def outlet(self) -> str:
        return self.brief.article.site or self.brief.article.source

    @property
    def day(self) -> str:
        return (self.brief.article.published or "")[:10]

    @property
    def moment(self) -> datetime | None:
        return _hour(self.brief.article.published)

    @property
    def corrects(self) -> bool:
        """Whether it says at its opening that it corrects an earlier report."""
        title = (self.brief.article.title or "").lower().lstrip(" (“\"'")
        if any(title.startswith(word) for word in word_list("correction_titles")):
            return True
        opening = f"{title} {self.brief.article.standfirst or ''} {self.brief.article.text[:_OPENING]}".lower()
        return any(phrase in opening for phrase in word_list("correction_phrases"))


def moments(dated: Sequence[Report]) -> list[list[Report]]:
    """Give the dated reports moment by moment."""
    found: list[list[Report]] = []
    for report in dated:
        if found and _of_one_moment(found[-1][0], report):
            found[-1].append(report)
        else:
            found.append([report])
    return found


def _of_one_moment(first: Report, report: Report) -> bool:
    return of_one_moment(first.brief.article, report.brief.article)


def of_one_moment(earlier: Article, later: Article) -> bool:
    """Whether two dated articles came within six hours; where one has no hour, on one day."""
    before, after = _hour(earlier.published), _hour(later.published)
    if before and after:
        return after - before <= MOMENT
    return bool(earlier.published and later.published) and (earlier.published or "")[:10] == (later.published or "")[:10]


def _hour(published: str | None) -> datetime | None:
    """When an article came; ``None`` if its date has no hour, or there is none."""
    if len(published or "") <= len("2026-01-01"):
        return None
    try:
        found = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def leading(moment: Sequence[Report]) -> Report:
    """Give the report of a moment that counts: a correction; else the surest, unless a later one tells how it went on."""
    lead = moment[0]
    for report in moment[1:]:
        if _leads_over(report, lead):
            lead = report
    return lead


def _leads_over(report: Report, lead: Report) -> bool:
    if report.corrects != lead.corrects:
        return report.corrects
    is_later = report.moment is not None and lead.moment is not None and report.moment > lead.moment
    if report.status.confidence >= lead.status.confidence - (_AS_SURE if is_later else 0):
        return True
    return is_later and LADDER[report.status.stage] > LADDER[lead.status.stage] and not at_odds(lead, report)


def at_odds(earlier: Report, later: Report) -> bool:
    """Whether two outlets say what cannot both be true, and the later report knows nothing of what the earlier one says."""
    one, other = earlier.status, later.status
    opposed = other.stage in AT_ODDS.get(one.stage, ()) or one.stage in AT_ODDS.get(other.stage, ())
    progress = {one.stage, other.stage} == {"stalled", "under_way"} and "improving" in (one.direction, other.direction)
    knows = stood(one.stage) in (other.direction_reason or "")
    return (opposed or progress) and not knows and earlier.outlet != later.outlet


def contradicting(moment: Sequence[Report]) -> list[Report]:
    """Give the last word of each outlet that is at odds with another's; nothing where somebody has corrected the report."""
    last = list({report.outlet: report for report in moment}.values())
    if any(report.corrects for report in moment):
        return []
    last.sort(key=lambda report: report.index)
    return [
        report
        for place, report in enumerate(last)
        if any(at_odds(earlier, report) for earlier in last[:place])
        or any(at_odds(report, later) for later in last[place + 1 :])
    ]


def without_corrected(reports: Sequence[Report]) -> list[Report]:
    """Give the reports without those that their own outlet, or one of the same moment, corrected within three days."""
    corrected: set[int] = set()
    for place, report in enumerate(reports):
        if report.corrects:
            earlier = [each for each in reports[:place] if each.index not in corrected and not each.corrects]
            own = [each for each in earlier if each.outlet == report.outlet]
            wrong = (own or [each for each in earlier if _of_one_moment(each, report)])[-1:]
            corrected |= {each.index for each in wrong if _is_near(each, report) and each.status.stage != report.status.stage}
    return [report for report in reports if report.index not in corrected]


def _is_near(earlier: Report, later: Report) -> bool:
    try:
        between = datetime.fromisoformat(later.day) - datetime.fromisoformat(earlier.day)
    except ValueError:
        return False
    return between <= _CORRECTED_WITHIN

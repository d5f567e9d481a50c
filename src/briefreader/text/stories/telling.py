"""One story in words: its articles in order, its title, its points with their sources, its negotiation, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from briefreader.model import Brief, KeyPoint, Story, StoryPoint
from briefreader.text.keypoints import leans
from briefreader.text.sentences import sentences
from briefreader.text.stories.agreement import Statement, confirms, statement
from briefreader.text.stories.facts import Fact, fact, near_repeat
from briefreader.text.stories.features import Features, article_key, features
from briefreader.text.stories.likeness import alike, are_copies, why_alike

_ARTICLES_COMPARED = 24  # the newest; what older ones say is no news, and confirms none
_ARTICLES_BEFORE = 48  # among which the nearest is looked for
_SENTENCES_COMPARED = 30  # of each article, from its start
_RUNNING_TEXT = frozenset({"paragraph", "list_item", "quote"})


def tell(briefs: Sequence[Brief], *, story_id: str | None = None, points: int = 4, known: Sequence[Features] = ()) -> Story:
    """Tell the story of the briefs: the dated ones by date, the undated after them in the order given.

    It bears the title of its newest article and, unless an id is given, the key of its first as its id. ``known`` are the
    briefs' features where they are at hand.
    """
    from briefreader.text.negotiation import story_status
    from briefreader.text.stories.contradictions import contradictions
    from briefreader.text.stories.positions import positions

    order = sorted(range(len(briefs)), key=lambda i: _moment(briefs[i]))
    ordered = [briefs[i] for i in order]
    at_hand = len(known) == len(briefs)
    found = [known[i] if at_hand else features(briefs[i]) for i in order] if len(order) > 1 else []
    negotiation, timeline = story_status(ordered)
    return Story(
        id=story_id or article_key(ordered[0].article),
        title=_title(ordered),
        briefs=tuple(ordered),
        key_points=_points(ordered, found, points),
        negotiation=negotiation,
        timeline=timeline,
        positions=positions(ordered, negotiation),
        contradictions=contradictions(ordered) if len(ordered) > 1 else (),
        why=_reasons(ordered, found),
    )


def _moment(brief: Brief) -> tuple[bool, float, str]:
    """Where the article stands in time: undated ones after all dated ones. A day without an hour is its beginning.

    Of two at the same moment the key decides, so that the story's first article does not depend on which one came first.
    """
    try:
        moment = datetime.fromisoformat(brief.article.published or "")
    except ValueError:
        return True, 0.0, ""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return False, aware.timestamp(), article_key(brief.article)


def _title(ordered: Sequence[Brief]) -> str:
    dated = [brief.article.title for brief in ordered if brief.article.published and brief.article.title]
    titled = [brief.article.title for brief in ordered if brief.article.title]
    return dated[-1] if dated else titled[0] if titled else ordered[0].article.name


def _reasons(ordered: Sequence[Brief], found: Sequence[Features]) -> tuple[str, ...]:
    """Say for each article what put it into the story."""
    reasons = ["opens the story"]
    for i in range(1, len(ordered)):
        if ordered[i].article.group:
            reasons.append(f"its input puts it into the group “{ordered[i].article.group}”")
            continue
        nearest = max(range(max(0, i - _ARTICLES_BEFORE), i), key=lambda j: (alike(found[j], found[i]), -j))
        article = ordered[nearest].article
        reasons.append(f"nearest to “{article.name}”: {why_alike(found[i], found[nearest])}")
    return tuple(reasons)


def _outlets(ordered: Sequence[Brief], found: Sequence[Features]) -> list[str]:
    """Give for each article the outlet that vouches for it; copies of one text have one outlet between them."""
    outlets: list[str] = []
    for i, brief in enumerate(ordered):
        copied = next((j for j in range(i) if are_copies(found[j], found[i])), None)
        outlets.append(outlets[copied] if copied is not None else brief.article.site or brief.article.source)
    return outlets


@dataclass(frozen=True)
class _Claim:
    """A key point of one of the articles, offered as a point of the story."""

    article: int
    point: KeyPoint
    decisive: bool
    rank: int
    forerunner: _Claim | None = None
    """The claim that has to stand before this one, which opens with a pronoun."""

    @cached_property
    def fact(self) -> Fact:
        return fact(self.point.text)

    @cached_property
    def statement(self) -> Statement:
        return statement(self.point.text)


def _points(ordered: Sequence[Brief], found: Sequence[Features], limit: int) -> tuple[StoryPoint, ...]:
    """Choose among the articles' points: what decides the negotiation now, what most outlets say, the newest before the old.

    They come in the order of the news: the newest article's first, the undated articles' last.
    """
    newest = range(max(0, len(ordered) - _ARTICLES_COMPARED), len(ordered))
    claims = [claim for i in newest for claim in _claims(i, ordered[i])]
    outlets = dict(zip(newest, _outlets(ordered[newest.start :], found[newest.start :]), strict=True))
    statements = {i: _statements(ordered[i]) for i in newest} if len(set(outlets.values())) > 1 else {}
    sources = {claim: _sources(claim, statements, outlets) for claim in claims}
    chosen: list[_Claim] = []
    by_newest = sorted(range(len(ordered)), key=lambda i: (not ordered[i].article.published, -i))
    age = {article: place for place, article in enumerate(by_newest)}
    news = min((age[claim.article] for claim in claims if claim.decisive), default=None)

    def importance(claim: _Claim) -> tuple[bool, int, bool, int, int]:
        decides_now = claim.decisive and age[claim.article] == news
        return not decides_now, -sources[claim], not claim.decisive, claim.rank, age[claim.article]

    def is_repeat(claim: _Claim) -> bool:
        return any(claim.article != other.article and near_repeat(claim.fact, other.fact) for other in chosen)

    for claim in sorted(claims, key=importance):
        if len(chosen) == limit:
            break
        needed = [one for one in (claim.forerunner, claim) if one and one not in chosen]
        if claim not in chosen and not any(map(is_repeat, needed)) and (len(chosen) + len(needed) <= limit or claim.decisive):
            chosen += needed[len(chosen) - limit :]
    chosen.sort(key=lambda claim: (age[claim.article], claim.point.start))
    return tuple(StoryPoint(claim.point.text, claim.point.sentence, claim.article, sources[claim]) for claim in chosen)


def _claims(article: int, brief: Brief) -> Iterator[_Claim]:
    before: _Claim | None = None
    for rank, point in enumerate(brief.key_points):
        before = _Claim(article, point, _decides(point, brief), rank, before if leans(point.text) else None)
        yield before


def _decides(point: KeyPoint, brief: Brief) -> bool:
    return brief.negotiation is not None and point.sentence == brief.negotiation.evidence


def _statements(brief: Brief) -> list[Statement]:
    article = brief.article
    running = [s for s in sentences(article) if article.blocks[s.block].kind in _RUNNING_TEXT]
    return [statement(sentence.text) for sentence in running[:_SENTENCES_COMPARED]]


def _sources(claim: _Claim, statements: dict[int, list[Statement]], outlets: dict[int, str]) -> int:
    """Count the outlets that state the claim, its own among them."""
    agreeing = {outlets[claim.article]}
    for i, said in statements.items():
        if outlets[i] not in agreeing and any(confirms(claim.statement, other) for other in said):
            agreeing.add(outlets[i])
    return len(agreeing)

"""What an export says: from a brief, a story or an article to a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefreader.export.document import (
    Code,
    Document,
    FrontValue,
    Heading,
    Item,
    Items,
    Line,
    Paragraph,
    Part,
    Quote,
    Run,
    StageDiagram,
    Table,
)
from briefreader.export.words import DEMAND_LABELS, NO_NEGOTIATION, STAGE_LABELS, day, in_words
from briefreader.links import shown_host
from briefreader.model import Article, Block, Brief, Demand, Negotiation, Step, Story, StoryPoint, TimelineEntry

_UNTITLED = "Untitled"
_KIND_WORDS = {
    "index": "a list of articles",
    "paywall": "a page behind a paywall",
    "consent": "a page that asks for consent",
    "error": "an error page",
}


def brief_document(brief: Brief, *, why: bool = False) -> Document:
    """Give one article's brief: where its negotiation stands, its key points, and the link to it; ``why`` adds what decided."""
    article = brief.article
    points = [(Run(point.text),) for point in brief.key_points]
    return Document(
        title=article.title or _UNTITLED,
        parts=(
            Paragraph(_dateline(article)),
            *_standing(brief.negotiation, _why_none(brief)),
            *_list("Key points", 2, points),
            *_details(brief.negotiation, 2),
            *(_list("Why", 2, _reasons_of_brief(brief)) if why else ()),
        ),
        front={**_article_front(article), **_negotiation_front(brief.negotiation)},
        language=article.language,
    )


def story_document(story: Story, *, why: bool = False) -> Document:
    """Give a story as it stands now, its key points and time line, and its sources; ``why`` adds what decided."""
    return Document(
        title=story.title or _UNTITLED,
        parts=(*_story_parts(story, 2), *(_list("Why", 2, _reasons_of_story(story)) if why else ())),
        front=_story_front(story),
        language=_language(story.briefs),
    )


def day_document(stories: Iterable[Story], when: str) -> Document:
    """Give all ``stories`` in one document, with a list of them at its head."""
    stories = tuple(stories)
    overview = [(Run(story.title or _UNTITLED), Run(" — "), Run(_stage(story.negotiation), strong=True)) for story in stories]
    parts: list[Part] = [*_list("Stories", 2, overview)]
    for story in stories:
        parts += (Heading(2, story.title or _UNTITLED), *_story_parts(story, 3))
    return Document(
        title=f"Briefs of {when}",
        parts=tuple(parts),
        front={"day": when, "stories": len(stories)},
        language=_language([brief for story in stories for brief in story.briefs]),
    )


def article_document(article: Article) -> Document:
    """Give the cleaned article: its title, who wrote it where and when, its standfirst and its blocks."""
    opening: list[Part] = [Paragraph(_dateline(article))]
    if article.error:
        opening.append(Paragraph((Run(f"Could not be read: {article.error}"),)))
    if article.standfirst:
        opening.append(Paragraph((Run(article.standfirst, strong=True),)))
    return Document(
        title=article.title or _UNTITLED,
        parts=(*opening, *_blocks(article.blocks)),
        front=_article_front(article),
        language=article.language,
    )


def _story_parts(story: Story, level: int) -> Iterator[Part]:
    yield from _standing(story.negotiation, NO_NEGOTIATION)
    yield from _list("Key points", level, [_point_line(story, point) for point in story.key_points])
    yield from _details(story.negotiation, level)
    yield from _list("Time line", level, [_timeline_line(story, entry) for entry in story.timeline])
    if story.timeline:
        yield StageDiagram(_stages_by_day(story.timeline))
    yield Heading(level, "Sources")
    yield Items(tuple(Item(_source_line(brief), ordered=True) for brief in story.briefs))


def _standing(negotiation: Negotiation | None, nothing: str) -> Iterator[Part]:
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


def _details(negotiation: Negotiation | None, level: int) -> Iterator[Part]:
    if negotiation is None:
        return
    yield from _positions(negotiation, level)
    issues = [
        (Run(issue.name, strong=True), Run(f" — {issue.outcome or 'open'}: "), Run(issue.sentence))
        for issue in negotiation.issues
    ]
    yield from _list("On the table", level, issues)
    stuck = [(Run(obstacle.text, strong=True), Run(": "), Run(obstacle.sentence)) for obstacle in negotiation.obstacles]
    yield from _list("What is stuck", level, [line[2:] if line[0].text == line[2].text else line for line in stuck])
    steps = (("Next step", negotiation.next_step), ("Deadline", negotiation.deadline))
    yield from _list("What is next", level, [_step_line(name, step) for name, step in steps if step])
    names = (("Mediators", negotiation.mediators), ("Venue", negotiation.venue))
    around = [(Run(f"{name}: ", strong=True), Run(", ".join(values))) for name, values in names if values]
    yield from _list("Mediators and venue", level, around)
    others = [
        (
            Run(" and ".join(other.parties) or "Others", strong=True),
            Run(f" — {STAGE_LABELS[other.stage]}: "),
            Run(other.sentence),
        )
        for other in negotiation.others
    ]
    yield from _list("Other negotiations", level, others)


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


def _point_line(story: Story, point: StoryPoint) -> Line:
    sources = f" · {point.sources} sources" if point.sources > 1 else ""
    return (Run(point.text), Run(f" — {_where(story, point.article)}"), Run(sources))


def _timeline_line(story: Story, entry: TimelineEntry) -> Line:
    direction = f", {in_words(entry.direction)}" if entry.direction else ""
    return (
        Run(f"{day(entry.when)} · "),
        Run(STAGE_LABELS[entry.stage], strong=True),
        Run(f"{direction}: "),
        Run(entry.evidence),
        Run(f" — {_where(story, entry.article)}"),
    )


def _stages_by_day(timeline: Iterable[TimelineEntry]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    by_day = groupby(timeline, key=lambda entry: day(entry.when))
    return tuple((when, tuple(STAGE_LABELS[entry.stage] for entry in entries)) for when, entries in by_day)


def _source_line(brief: Brief) -> Line:
    article = brief.article
    place = shown_host(article.url) or article.source
    return (
        Run(article.title or _UNTITLED, url=article.url),
        Run("".join(f" · {part}" for part in (article.site, place, day(article.published), _stage(brief.negotiation)) if part)),
    )


def _dateline(article: Article) -> Line:
    """Who wrote it where and when, and the link with the host that it leads to."""
    known = [part for part in (article.site, article.byline, day(article.published)) if part]
    host = shown_host(article.url)
    link = (Run(" · "), Run(f"read at {host}", url=article.url)) if host else (Run(f" · {article.source}"),)
    return (Run(" · ".join(known)), *link)


def _where(story: Story, index: int) -> str:
    """The outlet and the day of an article, and its number in the list of sources, where its link stands."""
    article = story.briefs[index].article
    outlet = article.site or shown_host(article.url) or article.source.replace("\\", "/").rpartition("/")[2]
    return f"{outlet}, {day(article.published)} ({index + 1})"


def _reasons_of_brief(brief: Brief) -> Iterator[Line]:
    for point in brief.key_points:
        features = ", ".join(f"{name} {value:.2f}" for name, value in point.why)
        yield (Run("Key point: ", strong=True), Run(point.text), Run(f" — {features}" if features else ""))
    yield from _reasons(brief.negotiation)


def _reasons_of_story(story: Story) -> Iterator[Line]:
    for brief, reason in zip(story.briefs, story.why, strict=False):
        yield (Run("In this story: ", strong=True), Run(brief.article.title or brief.article.source), Run(f" — {reason}"))
    yield from _reasons(story.negotiation)


def _reasons(negotiation: Negotiation | None) -> Iterator[Line]:
    for reason in negotiation.why if negotiation else ():
        yield (Run("Status: ", strong=True), Run(reason))


def _list(heading: str, level: int, lines: Iterable[Line]) -> Iterator[Part]:
    items = tuple(Item(line) for line in lines)
    if items:
        yield Heading(level, heading)
        yield Items(items)


def _stage(negotiation: Negotiation | None) -> str:
    return STAGE_LABELS[negotiation.stage] if negotiation else "no negotiation"


def _why_none(brief: Brief) -> str:
    article = brief.article
    if article.error:
        return f"Could not be read: {article.error}"
    if article.kind != "article":
        return f"No brief: this is {_KIND_WORDS[article.kind]}."
    if not brief.analysed:
        return f"Not analysed: articles in this language ({article.language or 'unknown'}) are not read for negotiations."
    return NO_NEGOTIATION


def _blocks(blocks: Iterable[Block]) -> Iterator[Part]:
    for is_list, group in groupby(blocks, key=lambda block: block.kind == "list_item"):
        if is_list:
            yield Items(tuple(Item(_linked(block), block.level or 1, block.style == "ordered") for block in group))
        else:
            yield from map(_block, group)


def _block(block: Block) -> Part:
    match block.kind:
        case "heading":
            return Heading(max(2, min(block.level or 2, 6)), block.text)
        case "quote":
            return Quote(_linked(block))
        case "table":
            return Table(block.rows or ((block.text,),))
        case "code":
            return Code(block.text)
        case "caption":
            return Paragraph((Run(block.text, emphasis=True),))
        case _:
            return Paragraph(_linked(block))


def _linked(block: Block) -> Line:
    """The block's text with its links, which do not overlap."""
    runs: list[Run] = []
    at = 0
    for link in block.links:
        runs += (Run(block.text[at : link.start]), Run(block.text[link.start : link.end], url=link.url))
        at = link.end
    return (*runs, Run(block.text[at:]))


def _article_front(article: Article) -> dict[str, FrontValue]:
    known: dict[str, FrontValue | None] = {
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "site": article.site,
        "authors": article.authors,
        "published": article.published,
        "updated": article.updated,
        "language": article.language,
    }
    return _without_unknown(known)


def _story_front(story: Story) -> dict[str, FrontValue]:
    known: dict[str, FrontValue | None] = {
        "title": story.title,
        "id": story.id,
        "articles": len(story.briefs),
        "sites": story.sites,
        "first": story.first,
        "last": story.last,
        "sources": tuple(brief.article.url or brief.article.source for brief in story.briefs),
    }
    return {**_without_unknown(known), **_negotiation_front(story.negotiation)}


def _negotiation_front(negotiation: Negotiation | None) -> dict[str, FrontValue]:
    if negotiation is None:
        return {"stage": "none"}
    known: dict[str, FrontValue | None] = {
        "stage": negotiation.stage,
        "phase": negotiation.phase,
        "direction": negotiation.direction,
        "confidence": negotiation.confidence,
        "parties": tuple(party.name for party in negotiation.parties),
        "mediators": negotiation.mediators,
        "next_step": negotiation.next_step.date if negotiation.next_step else None,
        "deadline": negotiation.deadline.date if negotiation.deadline else None,
    }
    return _without_unknown(known)


def _without_unknown(known: dict[str, FrontValue | None]) -> dict[str, FrontValue]:
    return {key: value for key, value in known.items() if value is not None and value != ()}


def _language(briefs: Iterable[Brief]) -> str | None:
    languages = {brief.article.language for brief in briefs}
    return languages.pop() if len(languages) == 1 else None

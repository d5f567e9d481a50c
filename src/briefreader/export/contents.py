"""What an export says: from a brief, a story or an article to a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefreader.export.blocks import block_parts
from briefreader.export.document import Document, Heading, Item, Items, Line, Paragraph, Part, Run, StageDiagram, section
from briefreader.export.front import article_front, negotiation_front, story_front
from briefreader.export.negotiation import details, standing
from briefreader.export.sides import corrections, differences, moved_positions, where
from briefreader.export.words import NO_NEGOTIATION, STAGE_LABELS, day, in_words
from briefreader.links import shown_host
from briefreader.model import Article, Brief, Negotiation, Story, StoryPoint, TimelineEntry

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
    points = [(Run(point.line),) for point in brief.key_points]
    return Document(
        title=article.title or _UNTITLED,
        parts=(
            Paragraph(_dateline(article)),
            *standing(brief.negotiation, _why_none(brief)),
            *section("Key points", 2, points),
            *details(brief.negotiation, 2),
            *(section("Why", 2, _reasons_of_brief(brief)) if why else ()),
        ),
        front={**article_front(article), **negotiation_front(brief.negotiation)},
        language=article.language,
    )


def story_document(story: Story, *, why: bool = False) -> Document:
    """Give a story as it stands now, its key points and time line, and its sources; ``why`` adds what decided."""
    return Document(
        title=story.title or _UNTITLED,
        parts=(*_story_parts(story, 2), *(section("Why", 2, _reasons_of_story(story)) if why else ())),
        front=story_front(story),
        language=_language(story.briefs),
    )


def day_document(stories: Iterable[Story], when: str) -> Document:
    """Give all ``stories`` in one document, with a list of them at its head."""
    stories = tuple(stories)
    overview = [(Run(story.title or _UNTITLED), Run(" — "), Run(_stage(story.negotiation), strong=True)) for story in stories]
    parts: list[Part] = [*section("Stories", 2, overview)]
    for story in stories:
        parts += (Heading(2, story.title or _UNTITLED), *_story_parts(story, 3))
    return Document(
        title=f"Briefs of {when}",
        parts=tuple(parts),
        front={"day": when, "stories": len(stories)},
        language=_language([brief for story in stories for brief in story.briefs]),
    )


def article_document(article: Article, *, why: bool = False) -> Document:
    """Give the cleaned article: its title, who wrote it where and when, its standfirst and its blocks.

    ``why`` adds what cleaning left out, each piece with the rule that did it.
    """
    opening: list[Part] = [Paragraph(_dateline(article))]
    if article.error:
        opening.append(Paragraph((Run(f"Could not be read: {article.error}"),)))
    if article.standfirst:
        opening.append(Paragraph((Run(article.standfirst, strong=True),)))
    return Document(
        title=article.title or _UNTITLED,
        parts=(*opening, *block_parts(article.blocks), *(_removed_parts(article) if why else ())),
        front=article_front(article),
        language=article.language,
    )


def _removed_parts(article: Article) -> Iterator[Part]:
    yield Heading(2, "Removed")
    yield Items(tuple(Item((Run(removal.rule, strong=True), Run(f": {removal.text}"))) for removal in article.removed))


def _story_parts(story: Story, level: int) -> Iterator[Part]:
    yield from standing(story.negotiation, NO_NEGOTIATION)
    yield from corrections(story.briefs, level)
    yield from differences(story, level)
    yield from section("Key points", level, [_point_line(story, point) for point in story.key_points])
    yield from details(story.negotiation, level)
    yield from moved_positions(story, level)
    yield from section("Time line", level, [_timeline_line(story, entry) for entry in story.timeline])
    if story.timeline:
        yield StageDiagram(_stages_by_day(story.timeline))
    yield Heading(level, "Sources")
    yield Items(tuple(Item(_source_line(brief), ordered=True) for brief in story.briefs))


def _point_line(story: Story, point: StoryPoint) -> Line:
    sources = f" · {point.sources} sources" if point.sources > 1 else ""
    return (Run(point.line), Run(f" — {where(story, point.article)}"), Run(sources))


def _timeline_line(story: Story, entry: TimelineEntry) -> Line:
    direction = f", {in_words(entry.direction)}" if entry.direction else ""
    return (
        Run(f"{day(entry.when)} · "),
        Run(STAGE_LABELS[entry.stage], strong=True),
        Run(f"{direction}: "),
        Run(entry.evidence),
        Run(f" — {where(story, entry.article)}"),
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


def _reasons_of_brief(brief: Brief) -> Iterator[Line]:
    for point in brief.key_points:
        speaks: dict[str, list[str]] = {"for it": [], "against it": []}
        for name, share in point.why:
            speaks["for it" if share > 0 else "against it"].append(name)
        features = "; ".join(f"{side}: {', '.join(names)}" for side, names in speaks.items() if names)
        yield (Run("Key point: ", strong=True), Run(point.line), Run(f" — {features}" if features else ""))
    yield from _reasons(brief.negotiation)


def _reasons_of_story(story: Story) -> Iterator[Line]:
    for brief, reason in zip(story.briefs, story.why, strict=False):
        yield (Run("In this story: ", strong=True), Run(brief.article.title or brief.article.source), Run(f" — {reason}"))
    yield from _reasons(story.negotiation)


def _reasons(negotiation: Negotiation | None) -> Iterator[Line]:
    for reason in negotiation.why if negotiation else ():
        yield (Run("Status: ", strong=True), Run(reason))


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


def _language(briefs: Iterable[Brief]) -> str | None:
    languages = {brief.article.language for brief in briefs}
    return languages.pop() if len(languages) == 1 else None

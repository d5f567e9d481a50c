"""Articles of our own for the tests of the library and of the jobs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from briefreader.jobs.grouping import group_new
from briefreader.model import Article, Block, Brief, KeyPoint, Negotiation, Party, Raw, Stage
from briefreader.store.library import Library
from briefreader.store.records import Fetched, Source, StoredBrief
from briefreader.text.stories import Candidate, Features, features

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FEED = "https://post.example/feed"


def entry(name: str, *, title: str | None = None, day: int | None = 1, body: str = "", outlet: str = "post") -> Raw:
    """A feed's entry of November 2026, as a source delivers it."""
    url = f"https://{outlet}.example/{name}"
    return Raw(
        source=f"https://{outlet}.example/feed#{name}",
        content=f"<p>{body or 'The talks about ' + name + ' went on.'}</p>".encode(),
        media_type="text/html",
        fragment=True,
        id=name,
        url=url,
        title=title or f"Talks about {name}",
        published=f"2026-11-{day:02}T08:00:00+00:00" if day else None,
        site=outlet.title(),
        language="en",
    )


def subscribe(library: Library, *entries: Raw, address: str = FEED, tags: Iterable[str] = ()) -> Source:
    """A source that has been fetched once and brought these entries."""
    source = library.add_source(address, "feed", now=NOW, tags=tuple(tags))
    library.save_fetch(source.id, Fetched(entries=entries, title="The Post"), NOW)
    return source


def brief_of(raw: Raw, *, stage: Stage | None = None, parties: tuple[str, ...] = (), text: str = "") -> Brief:
    """A brief as the engine would make it."""
    said = text or raw.content.decode().removeprefix("<p>").removesuffix("</p>")
    article = Article(
        source=raw.source,
        blocks=(Block("paragraph", said),),
        url=raw.url,
        title=raw.title,
        site=raw.site,
        published=raw.published,
        language="en",
        group=raw.group,
    )
    found = negotiation(stage, parties, said) if stage else None
    return Brief(article, key_points=(KeyPoint(said, said, 0, len(said), 0),), negotiation=found)


def negotiation(stage: Stage, parties: tuple[str, ...] = (), evidence: str = "They met.") -> Negotiation:
    return Negotiation(
        stage=stage,
        direction="improving",
        direction_reason="They met.",
        confidence=0.8,
        alternative=None,
        summary="They meet.",
        evidence=evidence,
        parties=tuple(Party(name) for name in parties),
    )


def brief_all(library: Library, *, stage: Stage | None = None, parties: tuple[str, ...] = (), group: bool = True) -> None:
    """Brief everything that waits, and group and tell it."""
    made = [(each.article_id, brief_of(each.raw, stage=stage, parties=parties)) for each in library.pending(1000)]
    library.save_briefs([StoredBrief(article_id, brief, features(brief)) for article_id, brief in made])
    if group:
        while parties and library.group(same_talks, 100).articles:
            pass
        group_new(library)


def same_talks(new: Features, near: list[Candidate]) -> str | None:
    """Puts articles about talks between the same parties together, whatever else the real thing looks at."""
    return next((each.story_id for each in near if each.features.parties == new.parties), None)


def titles(library: Library) -> list[str]:
    """The titles of all stories, in the list's order."""
    return [row.title for row in library.story_rows(library.story_ids())]


def in_group(raw: Raw, group: str) -> Raw:
    return replace(raw, group=group)

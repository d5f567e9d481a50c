"""The story that is being read: what the panes show of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from briefreader.errors import LibraryError
from briefreader.model import Article, Brief, Story
from briefreader.store.library import Library
from briefreader.store.records import ArticleRow
from briefreader.ui.format.citations import Citations
from briefreader.ui.format.lines import Passage


@dataclass(slots=True)
class OpenStory:
    """A story, its articles' rows in the same order, which of them is shown, and which of its sentences is lit."""

    id: int
    story: Story
    articles: list[ArticleRow]
    changed: list[str]
    citations: Citations = field(compare=False)  # they follow from the story
    waiting: bool
    shown: int
    lit: str | None = None

    @property
    def brief(self) -> Brief:
        """The brief of the article that is shown."""
        return self.story.briefs[self.shown]

    @property
    def article(self) -> Article:
        return self.brief.article

    @property
    def article_id(self) -> int:
        return self.articles[self.shown].id

    @property
    def place(self) -> str:
        """Which of how many articles is shown; "" if there is only one."""
        return f"{self.shown + 1} of {len(self.articles)}" if len(self.articles) > 1 else ""

    def show(self, passage: Passage) -> None:
        """Show the article in which a sentence stands, and light the sentence."""
        self.shown, self.lit = passage.article, passage.sentence


def open_story(library: Library, story_id: int) -> OpenStory:
    """Read a story from the library; its newest unread article is shown, or the newest. Raises LibraryError if it is gone."""
    story = library.story(story_id)
    articles = library.story_articles(story_id)[: len(story.briefs)]  # more may have come since the story was read
    if not articles:
        raise LibraryError("Nothing is left of that story: its articles are in others, or their source was removed.")
    rows = library.story_rows([story_id])
    return OpenStory(
        id=story_id,
        story=story,
        articles=articles,
        changed=library.changed(story_id),
        citations=Citations(story),
        waiting=not (rows and rows[0].briefed),
        shown=_newest(articles),
    )


def _newest(articles: list[ArticleRow]) -> int:
    """The article to begin with: the newest unread one that has a date, else any newest; the undated stand last in a story."""
    wanted: tuple[Callable[[ArticleRow], bool], ...] = (
        lambda article: bool(article.published) and not article.read,
        lambda article: bool(article.published),
        lambda article: not article.read,
    )
    for fits in wanted:
        found = [index for index, article in enumerate(articles) if fits(article)]
        if found:
            return found[-1]
    return len(articles) - 1

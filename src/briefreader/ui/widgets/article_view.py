"""Pane 2: the article that is being read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from briefreader.ui.format.article import article_lines
from briefreader.ui.format.lines import Line
from briefreader.ui.reading.open_story import OpenStory
from briefreader.ui.widgets.story_pane import StoryPane


class ArticleView(StoryPane):
    def story_lines(self, story: OpenStory, width: int, now: datetime) -> Sequence[Line]:
        cited = story.citations.in_article(story.shown)
        return article_lines(story.brief, width, now, cited=cited, lit=story.lit, place=story.place)

    def reveal_lit(self) -> None:
        """Scroll to the sentence that is lit."""
        for index, line in enumerate(self.lines):
            if any(piece.role == "hit" for piece in line.pieces):
                self.reveal_line(index)
                return

"""A pane that shows one side of the open story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from briefreader.ui.format.lines import Line
from briefreader.ui.reading.open_story import OpenStory
from briefreader.ui.widgets.line_pane import LinePane


class StoryPane(LinePane):
    """Subclasses say which lines of the story they show."""

    def show_story(self, story: OpenStory | None, now: datetime, *, keep_place: bool = False) -> None:
        """Show the story, or nothing."""
        self.show(lambda width: self.story_lines(story, width, now) if story else (), keep_place=keep_place)

    def story_lines(self, story: OpenStory, width: int, now: datetime) -> Sequence[Line]:
        raise NotImplementedError

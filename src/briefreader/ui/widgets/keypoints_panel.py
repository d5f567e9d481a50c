"""Pane 4: the key points, each leading to its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from briefreader.ui.format.lines import Line
from briefreader.ui.format.points import point_lines
from briefreader.ui.reading.open_story import OpenStory
from briefreader.ui.widgets.story_pane import StoryPane


class KeyPointsPanel(StoryPane):
    def story_lines(self, story: OpenStory, width: int, now: datetime) -> Sequence[Line]:
        return point_lines(story.story, story.citations, width, waiting=story.waiting)

"""Pane 5: every sentence that the status or a key point rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from briefreader.ui.format.lines import Line
from briefreader.ui.format.points import evidence_lines
from briefreader.ui.reading.open_story import OpenStory
from briefreader.ui.widgets.story_pane import StoryPane


class EvidencePanel(StoryPane):
    def story_lines(self, story: OpenStory, width: int, now: datetime) -> Sequence[Line]:
        return evidence_lines(story.story, story.citations, width, now)

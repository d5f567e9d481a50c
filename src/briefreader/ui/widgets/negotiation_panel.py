"""Pane 3: where the negotiation stands; in two lines where the pane is no higher."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from briefreader.ui.format.lines import Line
from briefreader.ui.format.status import brief_status_lines, status_lines
from briefreader.ui.reading.open_story import OpenStory
from briefreader.ui.widgets.story_pane import StoryPane

_ROOMY = 14
"""Lines from which there is room for blank ones."""
_TALL = 18
"""Lines from which there is room for how positions moved: zoomed, or in a large window."""


class NegotiationPanel(StoryPane):
    def story_lines(self, story: OpenStory, width: int, now: datetime) -> Sequence[Line]:
        if self.page <= 2:
            return brief_status_lines(story.story, story.citations, width, now, changed=story.changed, waiting=story.waiting)
        return status_lines(
            story.story,
            story.citations,
            width,
            now,
            changed=story.changed,
            waiting=story.waiting,
            spaced=self.page >= _ROOMY,
            moves=self.page >= _TALL,
        )

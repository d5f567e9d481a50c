"""What outlets say against one another, in words."""

from __future__ import annotations

from datetime import datetime

from briefreader.export.words import MATTER_LABELS, answer
from briefreader.links import shown_host
from briefreader.model import Contradiction, Reading, Story
from briefreader.ui.format.moments import with_days
from briefreader.ui.format.stages import STAGES


def reading_words(story: Story, reading: Reading, now: datetime) -> tuple[str, str]:
    """Give the outlet and what it says."""
    return outlet_of(story, reading), with_days(answer(reading.says), now)


def outlet_of(story: Story, reading: Reading) -> str:
    """The name of the outlet, else the host of its address."""
    article = story.briefs[reading.article].article
    return article.site or shown_host(article.url) or article.source


def reading_role(reading: Reading) -> str:
    """The colour of what it says: a stage has its own."""
    return STAGES[reading.says].tone if reading.says in STAGES else "warn"


def present_differences(story: Story) -> list[Contradiction]:
    """The contradictions of the story's newest day; older ones are settled, and stand in the time line."""
    newest = (story.last or "")[:10]
    return [
        each
        for each in story.contradictions
        if (story.briefs[each.readings[-1].article].article.published or "")[:10] == newest
    ]


def difference_words(story: Story, now: datetime) -> str:
    """The newest contradiction of the newest day in one line; "" where outlets agree."""
    present = present_differences(story)
    if not present:
        return ""
    newest = present[0]
    sides = [": ".join(reading_words(story, reading, now)) for reading in newest.readings]
    return f"Outlets differ, {MATTER_LABELS[newest.about].lower()}: {' ⇄ '.join(sides)}"

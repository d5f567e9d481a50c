"""One story in words."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Brief, Story, StoryPoint
from briefreader.text.stories.features import article_key


def tell(briefs: Sequence[Brief], *, story_id: str | None = None, points: int = 4) -> Story:
    """Tell the story of the briefs: the dated ones by date, the undated after them in the order given."""
    from briefreader.text.negotiation import story_status

    ordered = sorted(briefs, key=lambda brief: brief.article.published or "9999")
    negotiation, timeline = story_status(ordered)
    found = [StoryPoint(p.text, p.sentence, i, 1) for i, brief in enumerate(ordered) for p in brief.key_points[:1]]
    return Story(
        id=story_id or article_key(ordered[0].article),
        title=next((b.article.title for b in ordered if b.article.title), ordered[0].article.source),
        briefs=tuple(ordered),
        key_points=tuple(found[:points]),
        negotiation=negotiation,
        timeline=timeline,
    )

"""Which of a page's blocks are the article: readability's vote, mended and finished by our own rules."""

from __future__ import annotations

from briefreader.text.clean.blocks import Page
from briefreader.text.clean.furniture import furniture_kind
from briefreader.text.clean.readable import vote


def choose(page: Page) -> None:
    """Mark each of the page's drafts as ``kept`` or not."""
    kept = vote(page)
    for number, draft in enumerate(page.drafts):
        draft.kept = number in kept and furniture_kind(draft.text) is None

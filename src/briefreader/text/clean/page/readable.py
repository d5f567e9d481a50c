"""Readability's vote: which of a page's blocks belong to the article (readability-lxml, after Arc90's Readability)."""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import TYPE_CHECKING

from briefreader.text.clean.page.blocks import NUMBER, Page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_BLOCKS = 6000
"""Readability reads each container's text again for every level: above this a page is judged by our own rules alone."""


def vote(page: Page) -> set[int]:
    """The numbers of the blocks that readability keeps; empty where it finds no article."""
    if len(page.drafts) > MOST_BLOCKS or not page.drafts:
        return set()
    from lxml.html import Element
    from readability.readability import Document, Unparseable

    class Ballot(Document):  # type: ignore[misc]  # the library has no types
        """Gives the numbers of the paragraphs that were kept instead of their HTML."""

        def _parse(self, tree: HtmlElement) -> HtmlElement:
            return deepcopy(tree)

        def get_clean_html(self) -> str:
            self.numbers = [int(number) for number in self.html.xpath(f"//@{NUMBER}")]
            return str(self.html.text_content())

    logging.getLogger("readability").setLevel(logging.CRITICAL)  # it logs tracebacks of pages that it gives up
    tree = Element("html")
    tree.append(page.skeleton)
    ballot = Ballot(tree)
    try:
        ballot.summary(html_partial=True)
    except Unparseable:
        return set()
    return set(ballot.numbers)

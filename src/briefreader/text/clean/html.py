"""HTML, a page or a feed item's own fragment, to an article."""

from __future__ import annotations

from briefreader.model import Article, Raw
from briefreader.text.clean.blocks import Page
from briefreader.text.clean.charset import decode
from briefreader.text.clean.choose import choose
from briefreader.text.clean.envelope import with_envelope
from briefreader.text.clean.prepare import hide, prepare
from briefreader.text.clean.tree import parse


def read_html(raw: Raw) -> Article:
    """The article of a page, or a fragment as it stands."""
    return read_page(raw, decode(raw.content, raw.charset))


def read_page(raw: Raw, text: str) -> Article:
    """The article of an HTML text that came in the envelope ``raw``."""
    root = parse(text)
    if root is None:
        return with_envelope(Article(raw.source), raw)
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    removed = hide(root) if raw.fragment else prepare(root)
    page = Page(root, raw.url)
    if raw.fragment:
        for draft in page.drafts:
            draft.kept = True
    else:
        choose(page)
    blocks = tuple(draft.block() for draft in page.drafts if draft.kept)
    return with_envelope(Article(raw.source, blocks, removed=tuple(removed)), raw, declared=declared)

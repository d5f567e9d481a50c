"""HTML, a page or a feed item's own fragment, to an article."""

from __future__ import annotations

from briefreader.model import Article, Raw, Removal
from briefreader.text.clean.blocks import Page
from briefreader.text.clean.charset import decode
from briefreader.text.clean.choose import choose
from briefreader.text.clean.envelope import with_envelope
from briefreader.text.clean.finish import finish
from briefreader.text.clean.metadata import page_data
from briefreader.text.clean.prepare import hide, prepare
from briefreader.text.clean.tree import parse

_SHOWN = 200  # characters of a removed block that ``--why`` shows


def read_html(raw: Raw) -> Article:
    """The article of a page, or a fragment as it stands."""
    return read_page(raw, decode(raw.content, raw.charset))


def read_page(raw: Raw, text: str) -> Article:
    """The article of an HTML text that came in the envelope ``raw``."""
    root = parse(text)
    if root is None:
        return with_envelope(Article(raw.source), raw)
    data = page_data(root, raw.url)
    removed = hide(root) if raw.fragment else prepare(root)
    page = Page(root, data.url)
    standfirst = None
    if not raw.fragment:
        choose(page, data.body)
        standfirst = finish(page.drafts, data)
    removed += [Removal(draft.text[:_SHOWN], draft.removed_by) for draft in page.drafts if draft.removed_by]
    article = Article(
        raw.source,
        tuple(draft.block() for draft in page.drafts if not draft.removed_by),
        url=data.url,
        title=data.title,
        byline=data.byline,
        authors=data.authors,
        site=data.site,
        published=data.published,
        updated=data.updated,
        image=data.image,
        standfirst=standfirst,
        removed=tuple(removed),
    )
    return with_envelope(article, raw, declared=data.language)

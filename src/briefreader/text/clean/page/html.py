"""HTML, a page or a feed item's own fragment, to an article."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from briefreader.model import Article, Raw, Removal
from briefreader.text.clean.charset import decode
from briefreader.text.clean.drafts import Draft, word_count
from briefreader.text.clean.envelope import with_envelope
from briefreader.text.clean.furniture.phrases import drop_furniture
from briefreader.text.clean.metadata.page_data import PageData, page_data
from briefreader.text.clean.page.blocks import Page
from briefreader.text.clean.page.choose import choose
from briefreader.text.clean.page.finish import finish
from briefreader.text.clean.page.kinds import page_kind
from briefreader.text.clean.page.prepare import hide, prepare
from briefreader.text.clean.page.scripted import scripted_body
from briefreader.text.clean.page.tree import parse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NO_TEXT = "the page shows no text; it may need JavaScript: open it in a browser"
_FEW = 60  # words; an article has more
_BIG = 2_000_000  # characters of a page that is read once only
_SHOWN = 200  # characters of a removed block that ``--why`` shows


def read_html(raw: Raw) -> Article:
    """The article of a page, or a fragment as it stands."""
    return read_page(raw, decode(raw.content, raw.charset))


def read_page(raw: Raw, text: str) -> Article:
    """The article of an HTML text that came in the envelope ``raw``."""
    root = parse(text)
    if root is None:
        return with_envelope(Article(raw.source), raw) if raw.fragment else Article(raw.source, error=_NO_TEXT)
    data = page_data(root, raw.url)
    reading = _read_fragment(root, data) if raw.fragment else _best_reading(root, text, data)
    kind = "article" if raw.fragment else page_kind(reading.drafts, data)
    if kind == "article" and not raw.fragment and not reading.words and not reading.standfirst:
        return Article(raw.source, error=_NO_TEXT)
    article = Article(
        raw.source,
        tuple(draft.block() for draft in reading.drafts if not draft.removed_by),
        url=data.url,
        title=data.title,
        byline=data.byline,
        authors=data.authors,
        site=data.site,
        published=data.published,
        updated=data.updated,
        image=data.image,
        standfirst=reading.standfirst,
        kind=kind,
        removed=(*reading.removed, *(Removal(d.text[:_SHOWN], d.removed_by) for d in reading.drafts if d.removed_by)),
    )
    return with_envelope(article, raw, declared=data.language)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a page: its blocks, judged, and what was removed before."""

    drafts: list[Draft]
    removed: list[Removal]
    standfirst: str | None = None

    @property
    def words(self) -> int:
        return sum(draft.words for draft in self.drafts if not draft.removed_by)


def _best_reading(root: HtmlElement, text: str, data: PageData) -> _Reading:
    """The page read as its names tell; where that leaves next to nothing, read again without them, or from the body
    that JSON-LD or the page's script holds."""
    reading = _read(root, data)
    if len(text) > _BIG or (reading.words >= _FEW and not _misses_body(reading, data)):
        return reading
    again = parse(text)
    if again is not None and (other := _read(again, data, by_name=False)).words > 1.5 * reading.words:
        reading = other
    if data.body and _misses_body(reading, data):
        return _read_body(data.body if "<p" in data.body else _as_paragraphs(data.body), reading, data)
    if reading.words < _FEW and (again := parse(text)) is not None and (body := scripted_body(again)):
        return _read_body(body, reading, data)
    return reading


def _read_body(body: str, reading: _Reading, data: PageData) -> _Reading:
    """The article from the HTML of its body alone, which the page's own data gave."""
    root = parse(body)
    if root is None:
        return reading
    removed = hide(root)
    page = Page(root, data.url)
    drop_furniture(page.drafts)
    standfirst = finish(page.drafts, data)
    return _Reading(page.drafts, reading.removed + removed, standfirst or reading.standfirst)


def _read(root: HtmlElement, data: PageData, *, by_name: bool = True) -> _Reading:
    removed = prepare(root, by_name=by_name)
    page = Page(root, data.url)
    choose(page, data.body)
    return _Reading(page.drafts, removed, finish(page.drafts, data))


def _read_fragment(root: HtmlElement, data: PageData) -> _Reading:
    removed = hide(root)
    page = Page(root, data.url)
    drop_furniture(page.drafts)
    return _Reading(page.drafts, removed)


def _misses_body(reading: _Reading, data: PageData) -> bool:
    """Whether JSON-LD's body is an article and the reading holds less than half of it."""
    words = word_count(data.body or "")
    return words > _FEW and reading.words < words / 2


def _as_paragraphs(body: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in body.splitlines())

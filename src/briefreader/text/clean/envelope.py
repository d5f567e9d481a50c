"""What the envelope of an input says (a feed entry's title, a record's date), joined with what the page itself says."""

from __future__ import annotations

from dataclasses import replace

from briefreader.model import Article, Block, Link, Raw
from briefreader.safety import clean_text, one_line
from briefreader.text.clean.drafts import table_text
from briefreader.text.clean.metadata.dates import iso_date
from briefreader.text.language import detect


def with_envelope(article: Article, raw: Raw, *, declared: str | None = None) -> Article:
    """Fill what the page left open from the envelope; for a fragment the envelope's fields stand."""
    stands = raw.fragment
    return replace(
        article,
        url=raw.url or article.url if stands else article.url or raw.url,
        title=raw.title or article.title if stands else article.title or raw.title,
        authors=raw.authors or article.authors if stands else article.authors or raw.authors,
        byline=(", ".join(raw.authors) or article.byline) if stands else article.byline or ", ".join(raw.authors) or None,
        site=raw.site or article.site if stands else article.site or raw.site,
        published=_first_date(raw.published, article.published) if stands else _first_date(article.published, raw.published),
        updated=_first_date(raw.updated, article.updated) if stands else _first_date(article.updated, raw.updated),
        language=detect(_sample(article), declared or raw.language),
    )


def _first_date(*claims: str | None) -> str | None:
    return next((date for claim in claims if (date := iso_date(claim))), None)


def _sample(article: Article) -> str:
    return "\n".join(filter(None, (article.title, article.standfirst, article.text)))


def without_controls(article: Article) -> Article:
    """The same article with every text through the safety gate, links kept in bounds."""
    return replace(
        article,
        blocks=tuple(kept for block in article.blocks if (kept := _safe_block(block)).text.strip()),
        title=_line(article.title),
        byline=_line(article.byline),
        authors=tuple(filter(None, map(one_line, article.authors))),
        site=_line(article.site),
        standfirst=_line(article.standfirst),
        url=_line(article.url),
        image=_line(article.image),
    )


def _line(text: str | None) -> str | None:
    return one_line(text) or None if text else None


def _safe_block(block: Block) -> Block:
    rows = tuple(tuple(one_line(cell) for cell in row) for row in block.rows) if block.rows is not None else None
    text = clean_text(block.text) if rows is None else table_text(rows)
    if text == block.text and rows == block.rows:
        return block
    # Offsets may have moved: a link survives only where its words still stand at the same place.
    links = tuple(link for link in block.links if _same_words(block.text, text, link))
    return replace(block, text=text, rows=rows, links=links)


def _same_words(before: str, after: str, link: Link) -> bool:
    return before[: link.end] == after[: link.end]

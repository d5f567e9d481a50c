"""Cleaning: what a source delivered becomes the whole article and nothing else.

``clean`` is the one door. It looks at the media type only; each format has its file here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefreader.errors import SourceError
from briefreader.model import Article, Raw
from briefreader.safety import one_line
from briefreader.text.clean.envelope import without_controls

Reader = Callable[[Raw], Article]

_LONGEST = 200  # characters of an error's message
_NAMES = {
    "text/html": "a web page",
    "application/xhtml+xml": "a web page",
    "text/markdown": "Markdown",
    "text/x-markdown": "Markdown",
    "message/rfc822": "an e-mail",
    "multipart/related": "a saved page",
    "application/pdf": "a PDF",
}


def clean(raw: Raw) -> Article:
    """Give the article in ``raw``. Never raises: an input that cannot be read gives an article with ``error`` set."""
    try:
        article = _reader(raw)(raw)
    except SourceError as problem:
        return Article(raw.source, group=raw.group, error=one_line(str(problem))[:_LONGEST])
    except Exception:  # the input is anybody's bytes: whatever a parser does with them is that input's own error
        error = f"it cannot be read as {_NAMES.get(_bare(raw.media_type), 'text')}; it may be damaged"
        return Article(raw.source, group=raw.group, error=error)
    if article.error:
        return Article(raw.source, group=raw.group, error=article.error)
    return without_controls(replace(article, group=raw.group))


def _reader(raw: Raw) -> Reader:
    """The reader of a media type, imported only when such an input comes."""
    media_type = _bare(raw.media_type)
    if media_type in ("text/html", "application/xhtml+xml"):
        from briefreader.text.clean.page.html import read_html

        return read_html
    if media_type in ("text/markdown", "text/x-markdown"):
        from briefreader.text.clean.formats.markdown import read_markdown

        return read_markdown
    if media_type == "message/rfc822":
        from briefreader.text.clean.formats.mail import read_mail

        return read_mail
    if media_type == "multipart/related":
        from briefreader.text.clean.formats.mail import read_saved_page

        return read_saved_page
    if media_type == "application/pdf":
        from briefreader.text.clean.formats.pdf import read_pdf

        return read_pdf
    from briefreader.text.clean.pasted.plain import read_plain

    return read_plain


def _bare(media_type: str) -> str:
    return media_type.split(";", maxsplit=1)[0].strip().lower()

"""Cleaning: what a source delivered becomes the whole article and nothing else.

``clean`` is the one door. It looks at the media type only; each format has its file here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefreader.model import Article, Raw
from briefreader.safety import one_line
from briefreader.text.clean.envelope import without_controls

Reader = Callable[[Raw], Article]


def clean(raw: Raw) -> Article:
    """Give the article in ``raw``. Never raises: an input that cannot be read gives an article with ``error`` set."""
    try:
        article = _reader(raw)(raw)
    except Exception as problem:  # the input is anybody's bytes: whatever a parser does with them is that input's own error
        return Article(raw.source, group=raw.group, error=f"cannot be read as {raw.media_type}: {_reason(problem)}")
    if article.error:
        return Article(raw.source, group=raw.group, error=article.error)
    return without_controls(replace(article, group=raw.group))


def _reader(raw: Raw) -> Reader:
    """The reader of a media type, imported only when such an input comes."""
    media_type = raw.media_type.split(";")[0].strip().lower()
    if media_type in ("text/html", "application/xhtml+xml"):
        from briefreader.text.clean.html import read_html

        return read_html
    if media_type in ("text/markdown", "text/x-markdown"):
        from briefreader.text.clean.markdown import read_markdown

        return read_markdown
    if media_type == "message/rfc822":
        from briefreader.text.clean.mail import read_mail

        return read_mail
    if media_type == "multipart/related":
        from briefreader.text.clean.mail import read_saved_page

        return read_saved_page
    if media_type == "application/pdf":
        from briefreader.text.clean.pdf import read_pdf

        return read_pdf
    from briefreader.text.clean.plain import read_plain

    return read_plain


def _reason(problem: Exception) -> str:
    return one_line(str(problem))[:200] or type(problem).__name__

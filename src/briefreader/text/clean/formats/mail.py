"""E-mail: a newsletter or a forwarded article (``.eml``), and a page saved with its pictures (``.mhtml``)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr

from briefreader.errors import SourceError
from briefreader.model import Article, Raw
from briefreader.text.clean.addresses import web_address
from briefreader.text.clean.charset import decode
from briefreader.text.clean.formats.forwarded import plain_subject, unforwarded
from briefreader.text.clean.metadata.dates import iso_date
from briefreader.text.clean.page.html import read_page
from briefreader.text.clean.page.tree import parse
from briefreader.text.clean.pasted.plain import read_text

_MOST_PARTS = 200
_FEW = 60  # words with which somebody hands on a mail that is attached


def read_mail(raw: Raw) -> Article:
    """The article of an e-mail: its HTML part if it has one, else its plain text, or the mail attached to it if it says little.

    A forwarded text has the title, sender and date it had. Other attachments are left alone. Raises SourceError if no part is
    text.
    """
    return _read_message(raw, message_from_bytes(raw.content, policy=policy.compat32))


def _read_message(raw: Raw, message: Message) -> Article:
    html, text, attached = (_part(message, kind) for kind in ("text/html", "text/plain", "message/rfc822"))
    said = _text(text) if text is not None else ""
    if attached is not None and html is None and len(said.split()) < _FEW:
        inner = attached.get_payload(0)
        if isinstance(inner, Message):
            return _read_message(replace(raw, title=None), inner)
    headers = _envelope(raw, message)
    if html is not None:
        article = read_page(replace(headers, title=plain_subject(headers.title)), _with_plain_headings(_text(html)))
        if article.blocks or text is None:
            return article
    if text is None:
        raise SourceError("the message has no text; save it again with its text part")
    headers, said, above = unforwarded(headers, said)
    article = read_text(headers, said)
    return replace(article, removed=(*above, *article.removed))


def _with_plain_headings(html: str) -> str:
    """The page without the links in its headings: in a newsletter a linked headline heads the text below it."""
    from lxml.html import tostring

    root = parse(html)
    if root is None:
        return html
    for link in root.xpath("//h1//a | //h2//a | //h3//a | //h4//a"):
        link.drop_tag()
    return str(tostring(root, encoding="unicode"))


def read_saved_page(raw: Raw) -> Article:
    """The article of a page saved as MHTML: its first HTML part, at the address that the file says it had.

    Raises SourceError if the file holds no page.
    """
    message = message_from_bytes(raw.content, policy=policy.compat32)
    page = _part(message, "text/html")
    if page is None:
        raise SourceError("the file holds no HTML page; save the page again")
    address = web_address(_header(page, "Content-Location")) or web_address(_header(message, "Snapshot-Content-Location"))
    return read_page(replace(raw, url=raw.url or address), _text(page))


def _part(message: Message, media_type: str) -> Message | None:
    """The first part of that type; a mail that is attached is one part, whatever is in it."""
    waiting = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            break
        part = waiting.pop()
        if part.get_content_type() == media_type and part.get_content_disposition() != "attachment":
            return part
        if media_type == part.get_content_type() == "message/rfc822":
            return part
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting += reversed([inner for inner in part.get_payload() if isinstance(inner, Message)])
    return None


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = part.get_param("charset")
    return decode(content, charset if isinstance(charset, str) else None)


def _header(message: Message, name: str) -> str | None:
    """A header decoded; one that cannot be decoded counts as absent."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    value = next((value for other, value in message.raw_items() if other.lower() == name.lower()), None)
    if value is None:
        return None
    text = decode(str(value).encode("utf-8", "surrogateescape"))  # raw UTF-8 comes from SMTPUTF8 and from careless senders
    with suppress(HeaderParseError, LookupError, ValueError, AssertionError):
        text = str(make_header(decode_header(text)))
    return " ".join(text.split())[:1000] or None


def _envelope(raw: Raw, message: Message) -> Raw:
    """The message's headers as the envelope: the subject is the title, the sender the site."""
    sender, address = parseaddr(_header(message, "From") or "")
    return replace(
        raw,
        title=raw.title or _header(message, "Subject"),
        site=raw.site or sender or address.rpartition("@")[2] or None,
        published=raw.published or iso_date(_header(message, "Date")),
    )

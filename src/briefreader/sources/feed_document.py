"""What the readers of the feed formats give: a feed's own words, not yet checked, capped or cleaned."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

MAX_ITEMS = 500


@dataclass(slots=True)
class Entry:
    """One item. ``html`` is the fullest text that it has, as HTML; the moments are as the feed wrote them."""

    id: str | None = None
    link: str | None = None
    title: str | None = None
    html: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    language: str | None = None


@dataclass(slots=True)
class FeedDocument:
    """A feed with at most ``MAX_ITEMS`` items, in the order of the document. ``damaged``: it is not well-formed."""

    title: str | None = None
    home_page: str | None = None
    entries: list[Entry] = field(default_factory=list)
    damaged: bool = False


_MAX_PERSON = 300
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?:\?subject=\S{0,100})?")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|<\s*>")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b[^<>]*>|<!--[^<>]*-->")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PARTING_TAGS = "br p div li h1 h2 h3 h4 h5 h6 tr td hr blockquote"
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd mark q s samp small span strike strong sub sup tt u "
    "ul var wbr"
)
_PARTING = frozenset(_PARTING_TAGS.split())
_TAGS_OF_TITLES = _PARTING | frozenset(_INLINE_TAGS.split())


# What stands at 0x80 to 0x9F in the Windows encoding, which careless writers pass off as Unicode's control characters.
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
_WINDOWS_SIGNS = "\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99"  # the euro, quotation marks, dashes
_TWICE_SIGNS = "ÂÃâÐÑ"  # how the first byte of a letter beyond ASCII looks when it is taken for Latin 1


def mended(text: str) -> str:
    """Undo the two commonest faults of encoding, as feedparser does: UTF-8 encoded twice, and Windows' quotation marks."""
    if text.isascii():
        return text
    if any(sign in text for sign in _TWICE_SIGNS):
        try:
            return text.encode("latin-1").decode("utf-8")
        except UnicodeError:
            pass
    return text.translate(_WINDOWS) if any(sign in text for sign in _WINDOWS_SIGNS) else text


def person(text: str) -> str:
    """An author's name without the e-mail address that RSS asks for beside it; the address if there is nothing else."""
    text = text.strip()[:_MAX_PERSON]
    name = _EMPTY_BRACKETS.sub("", _EMAIL.sub("", text)).strip(" \t,;<>")
    if name.startswith("(") and name.endswith(")"):
        name = name[1:-1].strip()
    return name or text


def looks_like_html(text: str) -> bool:
    """Say whether a title that may be either is HTML: it has an entity or a tag, and no tag that HTML does not know."""
    tags = [match[2].lower() for match in _TAG.finditer(text) if match[2]]
    if any(tag not in _TAGS_OF_TITLES for tag in tags):
        return False
    return bool(tags) or any(html.unescape(match[0]) != match[0] for match in _ENTITY.finditer(text))


def text_of_html(markup: str) -> str:
    """The text of a short piece of HTML such as a title: tags gone, entities decoded once."""
    without_tags = _TAG.sub(lambda match: " " if (match[2] or "").lower() in _PARTING else "", markup)
    return html.unescape(without_tags)


def html_of_text(text: str) -> str:
    """Plain text as HTML: what is parted by empty lines is a paragraph."""
    return "\n".join(f"<p>{html.escape(part)}</p>" for part in re.split(r"\n[ \t\r]*\n", text.strip()) if part)

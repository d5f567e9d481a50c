"""Subscription lists: OPML in, OPML 2.0 out. Folders become tags."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from briefreader.errors import SourceError
from briefreader.safety import one_line
from briefreader.sources.xml_text import as_utf8, without_forbidden_references

MAX_SUBSCRIPTIONS = 20_000
_MAX_TITLE = 500
_MAX_TAG = 100
_MARK = " briefreader "


@dataclass(frozen=True, slots=True)
class Subscription:
    """One line of a list. The address is as it was written: a web address, or a path of one's own machine."""

    address: str
    title: str | None = None
    tags: tuple[str, ...] = ()


def read_opml(content: bytes) -> list[Subscription]:
    """Read a subscription list, each address once, in order. Raises ``SourceError`` if it is none."""
    found: dict[str, Subscription] = {}
    for outline in _parsed(content).iter("outline"):
        address = one_line(_value(outline, "xmlurl"))
        if address:
            tags = _unique((*_folders(outline), *_categories(_value(outline, "category"))))
            _add(found, Subscription(address, _title(outline) or None, tags))
    return list(found.values())


def write_opml(subscriptions: Iterable[Subscription]) -> str:
    """Give a subscription list as OPML 2.0; tags are written as categories, so that reading gives the same again."""
    from lxml import etree

    root = etree.Element("opml", version="2.0")
    root.append(etree.Comment(_MARK))
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "briefreader subscriptions"
    body = etree.SubElement(root, "body")
    for subscription in subscriptions:
        name = one_line(subscription.title or subscription.address)
        outline = etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=one_line(subscription.address))
        if subscription.tags:
            outline.set("category", ",".join(one_line(tag).replace(",", " ") for tag in subscription.tags))
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written.decode("utf-8")


def _parsed(content: bytes) -> Any:
    """The root of the document, read without entities, DTDs or the network."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, encoding="utf-8")
    try:
        root = etree.fromstring(without_forbidden_references(as_utf8(content)), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"this is not a subscription list: {one_line(str(error))[:200]}") from None
    if root is None or root.tag != "opml":
        raise SourceError("this is not a subscription list (OPML)")
    return root


def _value(outline: Any, name: str) -> str:
    """An attribute, however its name is capitalised."""
    return next((value for key, value in outline.attrib.items() if key.lower() == name), "")


def _title(outline: Any) -> str:
    return one_line(_value(outline, "title") or _value(outline, "text"))[:_MAX_TITLE]


def _folders(outline: Any) -> tuple[str, ...]:
    """The names of the folders around an outline, the outermost first. A subscription is no folder, though others lie in it."""
    around = [folder for folder in outline.iterancestors("outline") if not _value(folder, "xmlurl")]
    return tuple(_title(folder)[:_MAX_TAG] for folder in reversed(around))


def _categories(text: str) -> tuple[str, ...]:
    """The names in a ``category`` attribute: a list parted by commas, each perhaps a path with slashes."""
    return tuple(one_line(name.strip("/ "))[:_MAX_TAG] for name in text[:2_000].split(",") if name.strip("/ "))


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _add(found: dict[str, Subscription], subscription: Subscription) -> None:
    """Keep an address once; a second place of it in the list adds its tags."""
    known = found.get(subscription.address)
    if known is not None:
        tags = _unique((*known.tags, *subscription.tags))
        found[subscription.address] = Subscription(known.address, known.title or subscription.title, tags)
    elif len(found) < MAX_SUBSCRIPTIONS:
        found[subscription.address] = subscription

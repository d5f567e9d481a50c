"""Subscription lists: OPML in, OPML 2.0 out. Folders become tags."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from briefreader.errors import SourceError
from briefreader.safety import one_line
from briefreader.text.clean.charset import decode

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
    root = _parsed(content)
    found: dict[str, Subscription] = {}
    folders: list[tuple[Any, tuple[str, ...]]] = [(body, ()) for body in root.findall("body")]
    while folders:
        folder, tags = folders.pop()
        inner: list[tuple[Any, tuple[str, ...]]] = []
        for outline in folder.findall("outline"):
            values = {name.lower(): value for name, value in outline.attrib.items()}
            title = one_line(values.get("title") or values.get("text") or "")[:_MAX_TITLE]
            address = one_line(values.get("xmlurl", ""))
            if address:
                _add(found, Subscription(address, title or None, _unique((*tags, *_categories(values.get("category", ""))))))
            inner.append((outline, tags if address or not title else (*tags, title[:_MAX_TAG])))
        folders.extend(reversed(inner))
    return list(found.values())


def write_opml(subscriptions: Iterable[Subscription], *, title: str = "briefreader subscriptions") -> str:
    """Give a subscription list as OPML 2.0; tags are written as categories, so that reading gives the same again."""
    from lxml import etree

    root = etree.Element("opml", version="2.0")
    root.append(etree.Comment(_MARK))
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
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
        root = etree.fromstring(decode(content).encode("utf-8", "ignore"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"this is not a subscription list: {one_line(str(error))[:200]}") from None
    if root is None or root.tag != "opml":
        raise SourceError("this is not a subscription list (OPML)")
    return root


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

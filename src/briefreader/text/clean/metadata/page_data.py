"""What a page says about its article: in JSON-LD, in ``meta`` elements, and where a reader sees it."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Any

from briefreader.text.clean.addresses import host, web_address
from briefreader.text.clean.metadata import jsonld
from briefreader.text.clean.metadata.dates import iso_date, written_date
from briefreader.text.clean.metadata.people import is_person, names_in, people, unique
from briefreader.text.clean.metadata.titles import choose_title
from briefreader.text.clean.page.names import kind_of, named, says
from briefreader.text.clean.page.prepare import is_hidden

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|_|$)")
_SHORT = 200  # characters; a byline or date line has fewer


@dataclass(frozen=True, slots=True)
class PageData:
    """A page's claims about its article, each ``None`` or empty where it makes none."""

    title: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    site: str | None = None
    language: str | None = None
    image: str | None = None
    url: str | None = None
    descriptions: tuple[str, ...] = ()
    body: str | None = None
    type: str | None = None
    free: bool | None = None
    titles: tuple[str, ...] = ()


def page_data(root: HtmlElement, address: str | None) -> PageData:
    """Read the claims of a page that came from ``address``."""
    metas = _metas(root)
    articles = jsonld.articles(root)
    article = articles[0] if articles else {}
    url = _canonical(root, metas, address)
    site = jsonld.text_of(article.get("publisher")) if not metas.get("og:site_name") else metas["og:site_name"]
    headings = [text for heading in root.iter("h1") if (text := _heading_text(heading)) and len(text) <= 400]
    headline = jsonld.text_of(article.get("headline"))
    document = _text(root.find(".//title"))
    open_graph = metas.get("og:title") or metas.get("twitter:title")
    named = [title for title in (_first_said(metas, _names()["titles"]), open_graph, document) if title]
    names = _byline(root, article, metas, site)
    return PageData(
        title=choose_title(headings, headline, named, site or host(url)),
        byline=", ".join(names) or None,
        authors=tuple(name for name in names if is_person(name) and not _is_site(name, site)),
        published=_published(root, article, metas, url),
        updated=iso_date(jsonld.text_of(article.get("dateModified"))) or _first_date(metas, _names()["updated"]),
        site=site or metas.get("application-name") or host(url),
        language=root.get("lang") or root.get("xml:lang") or metas.get("og:locale") or metas.get("content-language"),
        image=web_address(metas.get("og:image") or metas.get("twitter:image") or _image(article), url),
        url=url,
        descriptions=_descriptions(article, metas),
        body=_body(article),
        type=metas.get("og:type"),
        free=_is_free(article),
        titles=tuple(filter(None, (headline, *named, *headings))),
    )


@cache
def _names() -> dict[str, list[str]]:
    """The names of ``meta`` elements that give a title, a date or an author."""
    return tomllib.loads(files("briefreader.text.clean").joinpath("data/metas.toml").read_text(encoding="utf-8"))


def _metas(root: HtmlElement) -> dict[str, str]:
    """``meta`` elements by name or property, lower case; the first of each that says something."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _text(element: HtmlElement | None) -> str | None:
    return (" ".join("".join(element.itertext()).split()) or None) if element is not None else None


def _heading_text(heading: HtmlElement) -> str:
    """A heading's text, a line for each element of its own or break in it, without a date or a kicker that is named so.

    A kicker that a colon joins to the rest belongs to the title.
    """
    has_lines = any(child.tag in ("span", "div", "p", "br") for child in heading)
    text = _lines(_heading_pieces(heading), has_lines)
    return text if text.strip(":") == text else _lines(heading.itertext(), has_lines)


def _lines(pieces: Iterable[str], apart: bool) -> str:
    if not apart:
        return " ".join("".join(pieces).split())
    return "\n".join(line for piece in pieces if (line := " ".join(piece.split())))


def _heading_pieces(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag != "time" and not says(child, "kicker") and not is_hidden(child):
            yield from _heading_pieces(child)
        yield child.tail or ""


def _canonical(root: HtmlElement, metas: dict[str, str], address: str | None) -> str | None:
    link = next((link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"), None)
    return web_address(link, address) or web_address(metas.get("og:url"), address) or web_address(address)


def _descriptions(article: dict[str, Any], metas: dict[str, str]) -> tuple[str, ...]:
    claims = (
        jsonld.text_of(article.get("description")),
        metas.get("og:description"),
        metas.get("description"),
        metas.get("twitter:description"),
    )
    return unique(claim for claim in claims if claim)


def _body(article: dict[str, Any]) -> str | None:
    body = article.get("articleBody")
    return html.unescape(body) if isinstance(body, str) and body.strip() else None


def _is_free(article: dict[str, Any]) -> bool | None:
    """What ``isAccessibleForFree`` says, a boolean or a word for one."""
    said = article.get("isAccessibleForFree")
    return None if said is None else str(said).strip().lower() not in ("false", "no", "0")


def _image(article: dict[str, Any]) -> str | None:
    for image in jsonld.as_list(article.get("image"))[:3]:
        address = image.get("url") if isinstance(image, dict) else image
        if isinstance(address, str):
            return address
    return None


def _published(root: HtmlElement, article: dict[str, Any], metas: dict[str, str], url: str | None) -> str | None:
    return (
        iso_date(jsonld.text_of(article.get("datePublished")))
        or _first_date(metas, _names()["published"])
        or _marked_date(root)
        or iso_date(jsonld.text_of(jsonld.web_page(root).get("datePublished")))
        or _url_date(url)
        or _seen_date(root)
        or iso_date(jsonld.text_of(article.get("dateCreated")))
    )


def _first_said(metas: dict[str, str], names: list[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _first_date(metas: dict[str, str], names: list[str]) -> str | None:
    return next((date for name in names if (date := iso_date(metas.get(name)))), None)


def _marked_date(root: HtmlElement) -> str | None:
    """A date marked up as the publication's: microdata, or the first ``time`` element."""
    for element in root.xpath("//*[@itemprop='datePublished' or @property='datePublished']")[:5]:
        if date := iso_date(element.get("datetime") or element.get("content") or _text(element)):
            return date
    times = [time for time in root.iter("time") if time.get("datetime") or time.text]
    inside = [time for time in times if any(parent.tag in ("article", "main") for parent in time.iterancestors())]
    for time in (inside or times)[:3]:
        if date := iso_date(time.get("datetime")) or written_date(_text(time) or ""):
            return date
    return None


def _url_date(url: str | None) -> str | None:
    found = _URL_DATE.search(url or "")
    return iso_date(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}") if found else None


def _seen_date(root: HtmlElement) -> str | None:
    """The first short line whose element's name speaks of a date, or of a byline, and that holds one."""
    for element in root.iter("span", "div", "p", "li", "small", "em", "td"):
        names = named(element)
        if not (" date " in names or "time" in names or kind_of(names, ("byline",))):
            continue
        text = _text(element) or ""
        if len(text) <= _SHORT and (date := iso_date(text)):
            return date
    return None


def _byline(root: HtmlElement, article: dict[str, Any], metas: dict[str, str], site: str | None) -> tuple[str, ...]:
    """The names of the byline: JSON-LD's if it names a person, else those of the ``meta`` elements or the visible byline."""
    linked = names_in(_named_in_linked_data(article))
    named = (names_in([metas[name]]) for name in _names()["authors"] if name in metas)
    for names in chain([linked], named, map(_seen_authors, [root])):  # lazily: the page is searched last, if at all
        if any(map(is_person, names)) and not (len(names) == 1 and _is_site(names[0], site)):
            return names
    meta = _first_said(metas, _names()["authors"]) or ""
    return linked or names_in([meta] if not meta.startswith(("http", "@")) else [])


def _named_in_linked_data(article: dict[str, Any]) -> list[str]:
    names = (jsonld.text_of(author) for author in jsonld.as_list(article.get("author"))[:20])
    return [name for name in names if name and not name.startswith("http")]


def _is_site(name: str, site: str | None) -> bool:
    return name.casefold() == (site or "").casefold()


def _seen_authors(root: HtmlElement) -> tuple[str, ...]:
    """The persons of the first visible byline."""
    for element in root.xpath(
        "//*[@rel='author' or @itemprop='author' or contains(@class,'author') or contains(@class,'yline')]"
    )[:30]:
        text = _text(element) or ""
        if len(text) <= _SHORT and (names := people(text)):
            return names
    return ()

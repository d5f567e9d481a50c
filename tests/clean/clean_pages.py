"""Invented pages and articles for the tests of cleaning: no text of a real publisher."""

from __future__ import annotations

from briefreader.model import Article, Raw
from briefreader.text.clean import clean

PARAGRAPHS = (
    "PORT ARLEN — The ferry crews of the northern line said on Monday that they would walk out "
    "again on Friday unless the owners "
    "return to the table with a written offer, according to the seamen's union.",
    "The owners, who broke off the talks last week, called the demand “a letter to the newspapers, not to us” and said that a "
    "mediator had already been asked to name a day for the next round.",
    "Some 4,000 islanders depend on the line for food, fuel and the post. The last strike, nine years ago, emptied the shelves "
    "of the only supermarket on Great Holm within four days, the council recalled.",
    "“Nobody here wants to see that again,” said Ingeborg Tallis, who chairs the council. She has "
    "offered the old customs house "
    "as a place for the talks and promised both sides that the kettle would be on.",
)


def read(content: str | bytes, media_type: str = "text/html", **envelope: object) -> Article:
    """Clean ``content`` as it would come from a file called ``page``."""
    data = content.encode() if isinstance(content, str) else content
    return clean(Raw("page", data, media_type, **envelope))  # type: ignore[arg-type]  # the envelope's fields, by name


def page(body: str, head: str = "") -> str:
    """A whole HTML page around ``body``."""
    return f"<!doctype html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def article(extra: str = "", *, before: str = "") -> str:
    """The four paragraphs as an ``article`` element, with ``extra`` after the second."""
    first, second, third, fourth = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"<article><h1>Ferry crews to walk out on Friday</h1>{before}{first}{second}{extra}{third}{fourth}</article>"


TEXT = "\n\n".join(PARAGRAPHS)

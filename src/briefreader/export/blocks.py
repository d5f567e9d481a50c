"""A cleaned article's blocks, as parts of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefreader.export.document import Code, Heading, Item, Items, Line, Paragraph, Part, Quote, Run, Table
from briefreader.model import Block


def block_parts(blocks: Iterable[Block]) -> Iterator[Part]:
    """Give the blocks in order, list items that follow one another as one list."""
    for is_list, group in groupby(blocks, key=lambda block: block.kind == "list_item"):
        if is_list:
            yield Items(tuple(Item(_linked(block), block.level or 1, block.style == "ordered") for block in group))
        else:
            yield from map(_block, group)


def _block(block: Block) -> Part:
    match block.kind:
        case "heading":
            return Heading(max(2, min(block.level or 2, 6)), block.text)
        case "quote":
            return Quote(_linked(block))
        case "table":
            return Table(block.rows or ((block.text,),))
        case "code":
            return Code(block.text)
        case "caption":
            return Paragraph((Run(block.text, emphasis=True),))
        case _:
            return Paragraph(_linked(block))


def _linked(block: Block) -> Line:
    """The block's text with its links, which do not overlap."""
    runs: list[Run] = []
    at = 0
    for link in block.links:
        runs += (Run(block.text[at : link.start]), Run(block.text[link.start : link.end], url=link.url))
        at = link.end
    return (*runs, Run(block.text[at:]))

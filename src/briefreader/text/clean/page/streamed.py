"""Pages that React sends in pieces: late pieces come hidden at the page's end, and a script puts each where a template waits.

The piece ``<div hidden id="S:4">`` belongs in the place of ``<template id="B:4">`` or ``<template id="P:4">``: so React's
server renderer names them (``react-dom/server``, streaming since version 18).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def put_in_place(root: HtmlElement) -> None:
    """Move each piece to where the page's script would show it; a piece that nothing waits for stays hidden."""
    waiting = {str(template.get("id"))[2:]: template for template in root.iter("template") if _is_waiting(template)}
    if not waiting:
        return
    for piece in list(root.iter("div")):
        template = waiting.pop(piece.get("id", "")[2:], None) if _is_piece(piece) else None
        if template is not None and not any(above is piece for above in template.iterancestors()):
            del piece.attrib["hidden"]
            template.addprevious(piece)
            template.drop_tree()


def _is_waiting(template: HtmlElement) -> bool:
    return str(template.get("id", "")).startswith(("B:", "P:"))


def _is_piece(element: HtmlElement) -> bool:
    return "hidden" in element.attrib and str(element.get("id", "")).startswith("S:")

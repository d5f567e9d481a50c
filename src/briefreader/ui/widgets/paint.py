"""The render gate: pieces of text become a strip of the screen here, and only here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefreader.ui.format.lines import Piece, gate


def paint(pieces: Iterable[Piece], width: int, base: Style, roles: Mapping[str, Style]) -> Strip:
    """Give the pieces as one strip of exactly ``width`` cells, cleaned of anything that a terminal could obey."""
    segments = [Segment(gate(piece.text), base + roles[piece.role]) for piece in pieces if piece.text]
    return Strip(segments).adjust_cell_length(width, base)

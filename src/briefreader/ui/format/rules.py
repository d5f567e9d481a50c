"""The lines of the rules dialog: what each rule does, how many stories it finds now, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from briefreader.ui.format.cells import fit, wrap_pieces
from briefreader.ui.format.lines import Choice, Line, Piece, line
from briefreader.ui.reading.rules import Ruling

_NONE = (
    "Nothing is watched or muted yet. w watches a party or a word: its stories are marked, and you hear when their stage "
    "changes. m mutes: such stories are not listed."
)


def rule_lines(rulings: Sequence[Ruling], counts: Sequence[int], width: int) -> list[Line]:
    """Give a line a rule, and below it why it cannot hold, if it cannot."""
    if not rulings:
        return wrap_pieces([Piece(_NONE, "muted")], width)
    lines: list[Line] = []
    for number, (ruling, count) in enumerate(zip(rulings, counts, strict=True)):
        target = Choice(number)
        kind = Piece("◎ watch  " if ruling.kind == "watch" else "✕ mute   ", "watch" if ruling.kind == "watch" else "muted")
        found = f" {count} stor{'y' if count == 1 else 'ies'}" + ("" if ruling.id is not None else " · configuration")
        text = fit(ruling.text, max(width - cell_len(kind.text) - cell_len(found), 10))
        lines.append(line(kind, Piece(text, "unread"), Piece(found, "muted"), target=target))
        if ruling.problem:
            rows = wrap_pieces([Piece(ruling.problem, "warn")], width, first="  ! ", rest="    ", target=target)
            lines += [line(*row.pieces, target=target, more=True) for row in rows]
    return lines

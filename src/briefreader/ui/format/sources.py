"""The sources screen's lines: each source, how it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rich.cells import cell_len

from briefreader.store.records import Source
from briefreader.ui.format.cells import fit, shorten, wrap_pieces
from briefreader.ui.format.lines import Choice, Line, Piece, line
from briefreader.ui.format.moments import age, ahead

NO_SOURCES = "No sources yet. + adds one: a feed, a site, a folder, a file or a glob"


def source_lines(sources: Sequence[Source], width: int, now: datetime, shown_address: Sequence[str]) -> list[Line]:
    """Give two lines a source, and a third with the last error in its own words; ``shown_address`` has no passwords."""
    lines: list[Line] = []
    for source, address in zip(sources, shown_address, strict=True):
        target = Choice(source.id)
        mark, role, health = _health(source, now)
        counts = f"{source.unread} unread of {source.articles}"
        tags = "".join(f" #{tag}" for tag in source.tags)
        name = fit((source.title or address) + tags, max(width - cell_len(counts) - 4, 10))
        lines.append(line(Piece(f"{mark} ", role), Piece(name, "unread"), Piece(f" {counts}", "muted"), target=target))
        facts = f"{health} · {address}" if source.title else health
        lines.append(line(Piece("  "), Piece(shorten(facts, width - 2), "muted"), target=target, more=True))
        if source.last_error:
            rows = wrap_pieces([Piece(source.last_error, "warn")], width, first="  ! ", rest="    ", target=target)
            lines += [line(*row.pieces, target=target, more=True) for row in rows]
    return lines or wrap_pieces([Piece(NO_SOURCES, "muted")], width)


def _health(source: Source, now: datetime) -> tuple[str, str, str]:
    """A mark, its colour role, and words: when it was fetched last and when it will be tried again."""
    fetched = f"fetched {_ago(source.last_success, now)}" if source.last_success else "never fetched"
    following = f", next try {ahead(source.next_try, now)}" if source.next_try else ""
    if source.gone:
        return "✗", "bad", f"gone: its server said that it will not come back; {fetched}"
    if source.paused:
        return "‖", "muted", f"paused, {fetched}"
    if source.hidden_until and source.hidden_until > now:
        return "◌", "muted", f"hidden until tomorrow, {fetched}{following}"
    if source.last_error:
        times = f"failed {source.failures} times" if source.failures > 1 else "failed"
        return "!", "warn", f"{times}, {fetched}{following}"
    return ("✓", "good", fetched + following) if source.last_success else ("○", "muted", fetched)


def _ago(moment: datetime, now: datetime) -> str:
    words = age(moment, now)
    return "just now" if words == "now" else f"{words} ago" if words[-1] in "mhd" else words

"""The story list: any number of stories, of which only the rows on the screen are ever read from the library."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.style import Style
from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip

from briefreader.store.records import StoryRow
from briefreader.ui.format.cells import shorten
from briefreader.ui.format.lines import Piece
from briefreader.ui.format.row import story_pieces
from briefreader.ui.widgets.listing import Listing
from briefreader.ui.widgets.paint import paint

_ROWS_A_PAGE = 64
_PAGES_KEPT = 16
_STRIPS_KEPT = 1000
_UNREAD = array("q", [0])

RowReader = Callable[[Sequence[int]], list[StoryRow]]


@dataclass(frozen=True, slots=True)
class Rest:
    """What reads the ids of a long list: its last few, or all."""

    last: Callable[[], Sequence[int]]
    all: Callable[[], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Listed:
    """The stories of a list by their ids: of a long one the first, how many ``more`` it has, and what reads the others."""

    ids: Sequence[int]
    more: int = 0
    rest: Rest | None = None


class StoryList(Listing):
    """A list over story ids; rows come a page at a time from ``read_rows`` and are kept for a few pages.

    Of a long list's ids those are read that the reader goes to: the first, the last, or all for one between them.
    """

    class Moved(Message):
        """The cursor stands on another story."""

    class Opened(Message):
        """The reader opened the story under the cursor."""

    def __init__(self, read_rows: RowReader, now: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.border_title = Content("1 Stories")
        self._read_rows = read_rows
        self._now = now
        self._ids = array("q")  # 0 where a story is listed whose id was not read
        self._first = 0
        """Of the ids so many have been read, before the first that was not."""
        self._rest: Rest | None = None
        self._knows_last = False
        self._cursor = 0
        self._pages: OrderedDict[int, list[StoryRow]] = OrderedDict()
        self._strips: dict[tuple[StoryRow, bool, bool], Strip] = {}
        self._painted_for: tuple[int, Style] | None = None
        self.selected: set[int] = set()
        self.watched: frozenset[int] = frozenset()
        self.touched = False
        """Whether the reader has moved or opened anything."""
        self.empty_words = ""
        """What is said where there is no story to list."""

    # -- what is listed
    @property
    def ids(self) -> Sequence[int]:
        """All that is listed."""
        self._read_rest()
        return self._ids

    @property
    def known(self) -> Sequence[int]:
        """Of the ids those that have been read so far: the first, at least as far as the reader has come."""
        if self._knows_last:
            self._read_rest()
        return self._ids[: self._first]

    def known_between(self, start: int, stop: int) -> Sequence[int]:
        """Of the ids from ``start`` up to ``stop`` those that have been read so far."""
        return [story_id for story_id in self._ids[max(start, 0) : max(stop, 0)] if story_id]

    @property
    def length(self) -> int:
        """How many stories are listed."""
        return len(self._ids)

    @property
    def cursor(self) -> int:
        return self._cursor

    @property
    def story_id(self) -> int | None:
        """The story under the cursor."""
        return self._ids[self._cursor] if self._ids else None

    def index_of(self, story_id: int) -> int | None:
        """Where a story is listed; ``None`` if it is not."""
        ids = self._ids if story_id in self._ids else self.ids
        return ids.index(story_id) if story_id in ids else None

    def list_stories(self, listed: Listed) -> None:
        """List other stories, from the top."""
        self._take(listed)
        self._cursor = 0
        self.selected.clear()
        self.jump_scroll(0)
        self._renew()
        self.post_message(self.Moved())

    def relist(self, listed: Listed, *, here: int | None = None) -> None:
        """List these stories without moving what the reader sees: the cursor keeps its story and its place on the screen.

        ``here`` is the story that the cursor's has become, if another has taken it in.
        """
        on_screen = self._cursor - round(self.scroll_target_y)
        story = self.story_id if here is None else here
        self._take(listed)
        known = self.known
        self._cursor = known.index(story) if story in known else min(self._cursor, max(len(known) - 1, 0))
        self.selected.intersection_update(known)
        self._renew()
        self.jump_scroll(max(self._cursor - on_screen, 0))
        if self.story_id != story:
            self.post_message(self.Moved())

    def renew_rows(self) -> None:
        """Read the rows on the screen again: their marks have changed. Those that look as before are not painted again."""
        top = round(self.scroll_y)
        seen = range(top, min(top + self.page, len(self._ids)))
        before = [self.row(index) for index in seen]
        self._pages.clear()
        for index, row in zip(seen, before, strict=True):
            if self.row(index) != row:
                self.refresh_lines(index)

    def unselect(self) -> None:
        """Select no story any more."""
        if self.selected:
            self.selected.clear()
            self.refresh()

    def row(self, index: int) -> StoryRow | None:
        """The row at an index of the list; ``None`` where the library has no such story any more."""
        number, place = divmod(index, _ROWS_A_PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._read_page(number)
        wanted = self._ids[index]
        if place < len(page) and page[place].id == wanted:
            return page[place]
        return next((row for row in page if row.id == wanted), None)

    def _read_page(self, number: int) -> list[StoryRow]:
        page = self._read_rows(self.known_between(number * _ROWS_A_PAGE, (number + 1) * _ROWS_A_PAGE))
        self._pages[number] = page
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        return page

    def _take(self, listed: Listed) -> None:
        self._ids = array("q", listed.ids) + _UNREAD * listed.more
        self._first, self._rest, self._knows_last = len(listed.ids), listed.rest, False

    def _read_last(self) -> None:
        """Read the last of the ids, unless they are known."""
        if self._rest and not self._knows_last:
            last = array("q", self._rest.last())
            if self._first + len(last) >= self.length:
                self._read_rest()
            else:
                self._ids[-len(last) :] = last
                self._knows_last = True

    def _read_rest(self) -> None:
        """Read all ids that are not known. The cursor stays on its story, which may be the last one."""
        if self._rest:
            first, length = self._ids[: self._first], self.length
            known = set(first)
            self._ids = first + array("q", [story_id for story_id in self._rest.all() if story_id not in known])
            if self._cursor >= self._first:
                self._cursor = max(self._cursor + self.length - length, 0)
            self._first, self._rest, self._knows_last = self.length, None, False
            self._pages.clear()
            self.set_length(self.length)

    def _read_as_far_as_seen(self, top: float) -> None:
        if 0 in self._ids[round(top) : round(top) + self.page + 1]:
            self._read_rest()

    def _renew(self) -> None:
        self._pages.clear()
        self._strips.clear()  # the ages of the rows have changed
        self._read_as_far_as_seen(self.scroll_y)
        self.set_length(self.length)
        self.refresh()

    # -- moving
    def go_to(self, index: int) -> None:
        """Put the cursor on the story at ``index``."""
        self.touched = True
        index = max(0, min(index, len(self._ids) - 1))
        if index == self._cursor or not self._ids:
            return
        if not self._ids[index]:
            self._read_rest()
            index = min(index, len(self._ids) - 1)
        before, self._cursor = self._cursor, index
        self.refresh_lines(before)
        self.refresh_lines(index)
        self.reveal(index, index)
        self.post_message(self.Moved())

    def move(self, lines: int) -> None:
        self.go_to(self._cursor + lines)

    def move_to(self, first: bool) -> None:
        if not first:
            self._read_last()
        self.go_to(0 if first else self.length - 1)

    def action_choose(self) -> None:
        self.touched = True
        if self._ids:
            self.post_message(self.Opened())

    # -- events
    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._read_as_far_as_seen(new_value)

    def on_resize(self, event: events.Resize) -> None:
        self._read_as_far_as_seen(self.scroll_y)
        self.set_length(self.length)
        self.reveal(self._cursor, self._cursor)

    def refresh_cursor(self) -> None:
        self.refresh_lines(self._cursor)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        index = offset.y + round(self.scroll_y) if offset else -1
        if 0 <= index < len(self._ids):
            if index == self._cursor:
                self.action_choose()
            else:
                self.go_to(index)

    # -- painting
    def render_line(self, y: int) -> Strip:
        index = y + round(self.scroll_y)
        width = self.scrollable_content_region.width
        base = self.visual_style.rich_style
        row = self.row(index) if index < len(self._ids) else None
        if y == 0 and not self._ids:
            return paint([Piece(f" {shorten(self.empty_words, width - 1)}", "muted")], width, base, self.roles)
        if row is None:
            return Strip.blank(width, base)
        here = index == self._cursor
        return self._strip(row, row.id in self.selected, width, base + self.row_style if here else base, here)

    def _strip(self, row: StoryRow, selected: bool, width: int, style: Style, here: bool) -> Strip:
        """The row painted; a row that has not changed is not painted again. The cursor's own row always is."""
        watched = row.id in self.watched
        if here:
            pieces = story_pieces(row, width, self._now(), selected=selected, watched=watched, cursor=True)
            return paint(pieces, width, style, self.roles)
        if self._painted_for != (width, style) or len(self._strips) > _STRIPS_KEPT:
            self._painted_for = (width, style)
            self._strips.clear()
        strip = self._strips.get((row, selected, watched))
        if strip is None:
            pieces = story_pieces(row, width, self._now(), selected=selected, watched=watched)
            strip = self._strips[row, selected, watched] = paint(pieces, width, style, self.roles)
        return strip

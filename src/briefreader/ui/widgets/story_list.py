"""The story list: any number of stories, of which only the rows on the screen are ever read from the library."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import Protocol

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
_IDS_A_BLOCK = 2 * _ROWS_A_PAGE
_PAGES_KEPT = 16
_STRIPS_KEPT = 1000

RowReader = Callable[[Sequence[int]], list[StoryRow]]


class Listed(Protocol):
    """What is listed: any number of stories by their ids."""

    length: int

    def between(self, start: int, stop: int) -> Sequence[int]:
        """The ids from ``start`` up to ``stop``."""
        ...

    def place(self, story_id: int) -> int | None:
        """Where a story is listed; ``None`` if it is not."""
        ...

    def keep(self, story_ids: Iterable[int]) -> None:
        """These stay where they are, whatever is done to them."""
        ...

    @property
    def kept(self) -> Collection[int]:
        """What is listed, whatever has been done to it."""
        ...


class Found:
    """Stories listed by their ids as they were found."""

    def __init__(self, story_ids: Sequence[int]) -> None:
        self._ids = story_ids
        self.length = len(story_ids)

    def between(self, start: int, stop: int) -> Sequence[int]:
        return self._ids[start:stop]

    def place(self, story_id: int) -> int | None:
        return self._ids.index(story_id) if story_id in self._ids else None

    def keep(self, story_ids: Iterable[int]) -> None:
        """They stay anyway."""

    @property
    def kept(self) -> Sequence[int]:
        return self._ids


class StoryList(Listing):
    """A list of stories; their ids come a block at a time, their rows a page at a time from ``read_rows``, where one looks."""

    class Moved(Message):
        """The cursor stands on another story."""

    class Opened(Message):
        """The reader opened the story under the cursor."""

    def __init__(self, read_rows: RowReader, now: Callable[[], datetime], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.border_title = Content("1 Stories")
        self._read_rows = read_rows
        self._now = now
        self._listed: Listed = Found(())
        self._blocks: dict[int, Sequence[int]] = {}
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
        story_id, ids = self.story_id, self._listed.between(0, self.length)
        self._listed = Found(ids)
        self._blocks = {number: self._listed.between(*_block_span(number)) for number in self._blocks}
        self._cursor = ids.index(story_id) if story_id in ids else 0
        return ids

    @property
    def known(self) -> set[int]:
        """What the reader may have seen so far of all that is listed, and what stays there in any case."""
        return {story_id for block in self._blocks.values() for story_id in block}.union(self._listed.kept)

    def between(self, start: int, stop: int) -> Sequence[int]:
        """The stories listed from the index ``start`` up to ``stop``."""
        start, stop = max(start, 0), min(stop, self.length)
        blocks = [self._block(number) for number in range(start // _IDS_A_BLOCK, -(-stop // _IDS_A_BLOCK))]
        first = start // _IDS_A_BLOCK * _IDS_A_BLOCK
        return [story_id for block in blocks for story_id in block][start - first : stop - first]

    @property
    def length(self) -> int:
        """How many stories are listed."""
        return self._listed.length

    @property
    def cursor(self) -> int:
        return self._cursor

    @property
    def story_id(self) -> int | None:
        """The story under the cursor."""
        return self._id_at(self._cursor)

    def index_of(self, story_id: int) -> int | None:
        """Where a story is listed; ``None`` if it is not."""
        for number, block in self._blocks.items():
            if story_id in block:
                return number * _IDS_A_BLOCK + block.index(story_id)
        return self._listed.place(story_id)

    def keep(self, story_ids: Iterable[int]) -> None:
        """Go on listing these stories, whatever is done to them."""
        self._listed.keep(story_ids)

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
        self._cursor = min(self._cursor, max(self.length - 1, 0))
        self._block(self._cursor // _IDS_A_BLOCK)  # most often the story is still there
        place = None if story is None else self.index_of(story)
        self._cursor = self._cursor if place is None else place
        self._renew()
        self.jump_scroll(max(self._cursor - on_screen, 0))
        if self.story_id != story:
            self.post_message(self.Moved())

    def renew_rows(self) -> None:
        """Read the rows on the screen again: their marks have changed. Those that look as before are not painted again."""
        top = round(self.scroll_y)
        seen = range(top, min(top + self.page, self.length))
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
        wanted = self._id_at(index)
        if place < len(page) and page[place].id == wanted:
            return page[place]
        return next((row for row in page if row.id == wanted), None)

    def _read_page(self, number: int) -> list[StoryRow]:
        page = self._read_rows(self.between(number * _ROWS_A_PAGE, (number + 1) * _ROWS_A_PAGE))
        self._pages[number] = page
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        return page

    def _id_at(self, index: int) -> int | None:
        """The story at an index; ``None`` where the library has lost it meanwhile."""
        number, place = divmod(index, _IDS_A_BLOCK)
        block = self._block(number) if index < self.length else ()
        return block[place] if place < len(block) else None

    def _block(self, number: int) -> Sequence[int]:
        if number not in self._blocks:
            start, stop = _block_span(number)
            self._blocks[number] = self._listed.between(start, min(stop, self.length))
        return self._blocks[number]

    def _take(self, listed: Listed) -> None:
        self._listed = listed
        self._blocks.clear()

    def _renew(self) -> None:
        self._pages.clear()
        self._strips.clear()  # the ages of the rows have changed
        self.set_length(self.length)
        self.refresh()

    # -- moving
    def go_to(self, index: int) -> None:
        """Put the cursor on the story at ``index``."""
        self.touched = True
        index = max(0, min(index, self.length - 1))
        if index == self._cursor or not self.length:
            return
        before, self._cursor = self._cursor, index
        self.refresh_lines(before)
        self.refresh_lines(index)
        self.reveal(index, index)
        self.post_message(self.Moved())

    def move(self, lines: int) -> None:
        self.go_to(self._cursor + lines)

    def move_to(self, first: bool) -> None:
        self.go_to(0 if first else self.length - 1)

    def action_choose(self) -> None:
        self.touched = True
        if self.length:
            self.post_message(self.Opened())

    # -- events
    def on_resize(self, event: events.Resize) -> None:
        self.set_length(self.length)
        self.reveal(self._cursor, self._cursor)

    def refresh_cursor(self) -> None:
        self.refresh_lines(self._cursor)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        index = offset.y + round(self.scroll_y) if offset else -1
        if 0 <= index < self.length:
            if index == self._cursor:
                self.action_choose()
            else:
                self.go_to(index)

    # -- painting
    def render_line(self, y: int) -> Strip:
        index = y + round(self.scroll_y)
        width = self.scrollable_content_region.width
        base = self.visual_style.rich_style
        row = self.row(index) if index < self.length else None
        if y == 0 and not self.length:
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


def _block_span(number: int) -> tuple[int, int]:
    return number * _IDS_A_BLOCK, (number + 1) * _IDS_A_BLOCK

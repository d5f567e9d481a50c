"""A pane of lines: the negotiation, the key points, the evidence, the article and every list but the stories'."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from briefreader.ui.format.lines import Line, Target, gate
from briefreader.ui.widgets.listing import Listing
from briefreader.ui.widgets.paint import paint

Layout = Callable[[int], Sequence[Line]]
"""Gives the lines for a width in cells."""


class LinePane(Listing):
    """Shows lines, wrapped anew for each width. The cursor stands on lines with a target; without any, moving scrolls."""

    class Chosen(Message):
        """The reader chose a line that leads somewhere."""

        def __init__(self, pane: LinePane, target: Target) -> None:
            super().__init__()
            self.pane = pane
            self.target = target

        @property
        def control(self) -> LinePane:
            return self.pane

    def __init__(self, title: str = "", *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        if title:
            self.border_title = Content(title)
        self._layout: Layout = lambda width: ()
        self._lines: Sequence[Line] = ()
        self._entries: list[int] = []
        self._cursor = 0
        self._width = self._height = 0
        self._strips: dict[int, Strip] = {}
        self._painted_in: tuple[Style, dict[str, Style]] | None = None

    # -- what is shown
    def show(self, layout: Layout, *, keep_place: bool = False) -> None:
        """Show what ``layout`` gives, from the top, or from where the reader is: at the same thing, if it is still there."""
        was_at = self.target
        self._layout = layout
        self._lay_out()
        if not keep_place:
            self._cursor = 0
            self.jump_scroll(0)
            self._repaint()
        elif self.target != was_at:
            self.cursor = self._entry_of(was_at)

    def _entry_of(self, target: Target | None) -> int:
        """Where a target stands now; where the cursor is, if it is gone."""
        return next((at for at, line in enumerate(self._entries) if self._lines[line].target == target), self._cursor)

    @property
    def lines(self) -> Sequence[Line]:
        return self._lines

    @property
    def target(self) -> Target | None:
        """What the line under the cursor leads to."""
        if not self._entries:
            return None
        return self._lines[self._entries[min(self._cursor, len(self._entries) - 1)]].target

    @property
    def cursor(self) -> int:
        """The number of the entry under the cursor, from 0."""
        return self._cursor

    @cursor.setter
    def cursor(self, entry: int) -> None:
        self._cursor = max(entry, 0)
        self._keep_cursor()
        self._repaint()

    def _keep_cursor(self) -> None:
        """Keep the cursor on an entry, and in sight; before the first layout there is none yet."""
        if self._entries:
            self._cursor = min(self._cursor, len(self._entries) - 1)
            self.reveal(*self._cursor_lines())

    def reveal_line(self, y: int) -> None:
        """Scroll so that line ``y`` stands in the upper third, unless it is seen already."""
        top = round(self.scroll_target_y)
        if not top <= y < top + self.page:
            self.jump_scroll(max(y - self.page // 3, 0))

    def _lay_out(self) -> None:
        before = self._width, self._height, self._lines
        self._width, self._height = self.scrollable_content_region.size
        self._lines = list(self._layout(self._width)) if self._width > 0 else ()
        self._entries = [index for index, line in enumerate(self._lines) if line.target and not line.more]
        self.set_length(len(self._lines))
        if (self._width, self._height, self._lines) != before:
            self._repaint()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    # -- moving
    def move(self, lines: int) -> None:
        if self._entries:
            self.cursor = self._cursor + lines
        else:
            self.jump_scroll(max(0, min(round(self.scroll_target_y) + lines, self.max_scroll_y)))

    def move_to(self, first: bool) -> None:
        if self._entries:
            self.cursor = 0 if first else len(self._entries) - 1
        self.jump_scroll(0 if first else self.max_scroll_y)

    @property
    def at_end(self) -> bool:
        """Whether the last line is seen."""
        return round(self.scroll_target_y) >= self.max_scroll_y

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing can be chosen, Enter is left to the screen around: it writes the export, it closes the end."""
        return not (action == "choose" and self.target is None)

    def action_choose(self) -> None:
        if self.target is not None:
            self.post_message(self.Chosen(self, self.target))

    # -- events
    def on_resize(self, event: events.Resize) -> None:
        self._fit()

    def _fit(self) -> None:
        """Lay the lines out for the present size, if they are not, without moving what the reader sees."""
        if self.scrollable_content_region.size != (self._width, self._height):
            top, before = round(self.scroll_target_y), self._lines
            self._lay_out()
            self.jump_scroll(same_place(before, top, self._lines))
            self._keep_cursor()

    def refresh_cursor(self) -> None:
        if self._entries:
            first, last = self._cursor_lines()
            for line in range(first, last + 1):
                self._strips.pop(line, None)
            self.refresh_lines(first, last + 1 - first)

    def on_click(self, event: events.Click) -> None:
        y = event.get_content_offset(self)
        if y is None:
            return
        index = y.y + round(self.scroll_y)
        entry = sum(start <= index for start in self._entries) - 1
        if entry >= 0 and index < len(self._lines) and self._lines[index].target:
            self.cursor = entry
            self.action_choose()

    # -- painting
    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.is_attached and self._painted_in != (self.visual_style.rich_style, self.roles):
            self._painted_in = (self.visual_style.rich_style, self.roles)
            self._strips.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        self._fit()  # a new pane is painted before it is told its size
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        index = y + round(self.scroll_y)
        strip = self._strips.get(index)
        if strip is None:
            strip = self._strips[index] = self._paint_line(index)
        return strip.apply_offsets(0, index)

    def _paint_line(self, index: int) -> Strip:
        base = self.visual_style.rich_style
        if index >= len(self._lines):
            return Strip.blank(self._width, base)
        if self.has_focus and self._entries:
            first, last = self._cursor_lines()
            if first <= index <= last:
                base += self.row_style
        strip = paint(self._lines[index].pieces, self._width, base, self.roles)
        span = self.text_selection.get_span(index) if self.text_selection else None
        return _lit(strip, span) if span else strip

    def _cursor_lines(self) -> tuple[int, int]:
        """The first and the last line of the entry under the cursor."""
        first = last = self._entries[self._cursor]
        while last + 1 < len(self._lines) and self._lines[last + 1].more and self._lines[last + 1].target:
            last += 1
        return first, last

    # -- selecting text with the mouse
    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selection.extract("\n".join(gate(line.text) for line in self._lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self._repaint()


def same_place(before: Sequence[Line], top: int, after: Sequence[Line]) -> int:
    """The line of ``after`` that has what line ``top`` of ``before`` begins with: the same text, wrapped otherwise."""
    wanted = sum(map(_letters, before[:top]))
    passed = 0
    for number, line in enumerate(after if top else ()):
        passed += _letters(line)
        if passed > wanted:
            return number
    return 0


def _letters(line: Line) -> int:
    return sum(not character.isspace() for character in line.text)


def _lit(strip: Strip, span: tuple[int, int]) -> Strip:
    """The strip with the characters from ``span[0]`` to ``span[1]`` (-1: to the end) reversed: it is seen in every theme."""
    text = strip.text
    start, end = span[0], len(text) if span[1] == -1 else span[1]
    cuts = [Strip([Segment(text[:start])]).cell_length, Strip([Segment(text[:end])]).cell_length, strip.cell_length]
    before, inside, after = strip.divide(cuts)
    return Strip.join([before, Strip(_reversed(segment) for segment in inside), after])


def _reversed(segment: Segment) -> Segment:
    style = segment.style or Style()
    return Segment(segment.text, style + Style(reverse=not style.reverse))

"""What the story list and the line panes share: a line-API view with its own painting, cursor look and moving commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.widget import Widget

from briefreader.ui.bindings import bindings_of

if TYPE_CHECKING:
    from briefreader.ui.app import BriefreaderApp


class Listing(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolled view of lines. Subclasses say how many there are, how one looks, and what moving means."""

    BINDINGS = bindings_of("moving")

    @property
    def roles(self) -> dict[str, Style]:
        """The style of each role in the present theme."""
        return cast("BriefreaderApp", self.app).roles

    @property
    def row_style(self) -> Style:
        """The background of the line under the cursor: strong in the pane that has the focus."""
        return self.roles["row-cursor"] if self.has_focus else self.roles["row-cursor-elsewhere"]

    @property
    def page(self) -> int:
        """How many lines are seen at once."""
        return max(self.scrollable_content_region.height, 1)

    def set_length(self, lines: int) -> None:
        """Say how many lines there are: to set ``virtual_size`` would lay out the whole screen, which does not hang on it."""
        self.set_reactive(Listing.virtual_size, Size(self.scrollable_content_region.width, lines))
        self.vertical_scrollbar.window_virtual_size = lines
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)
        # The bar shows eighths of a cell, but would be painted anew for every line.
        step = max(self.max_scroll_y / (8 * self.page), 1)
        self.vertical_scrollbar.position = round(new_value / step) * step

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        # Textual takes each layout of the screen for a new size, and paints the scroll bar anew.
        return size != self.outer_size and super()._size_updated(size, virtual_size, container_size, layout)

    # -- the focus
    def watch_has_focus(self, _has_focus: bool) -> None:
        # Only the title line and the cursor look different. For a style by ``:focus`` Textual would paint the whole pane.
        self._light_title()
        self.refresh(Region(-self.styles.gutter.left, -self.styles.gutter.top, self.outer_size.width, 1))
        self.refresh_cursor()

    def refresh_cursor(self) -> None:
        """Paint what is under the cursor again."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._light_title()

    def _light_title(self) -> None:
        """With the focus the title line is heavy, bold and coloured. A list in a dialog has none."""
        colours, style = cast("BriefreaderApp", self.app).theme_variables, self.styles.inline
        lit = self.has_focus and self.border_title is not None
        style.set_rule("border_top", ("heavy", Color.parse(colours["primary"])) if lit else None)
        style.set_rule("border_title_color", Color.parse(colours["text-primary"]) if lit else None)
        style.set_rule("border_title_style", Style(bold=True) if lit else None)

    def on_focus(self, event: events.Focus) -> None:
        event.prevent_default()  # Textual would paint the whole pane; but for that, this is what it does
        self.has_focus = True
        self._tell_around(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        event.prevent_default()
        self.has_focus = False
        self._tell_around(events.DescendantBlur(self))

    def _tell_around(self, event: events.Event) -> None:
        if isinstance(self.parent, Widget):
            self.parent.post_message(event)

    def move(self, lines: int) -> None:
        """Move by so many lines, down or (negative) up."""
        raise NotImplementedError

    def move_to(self, first: bool) -> None:
        """Move to the first or to the last line."""
        raise NotImplementedError

    def action_down(self) -> None:
        self.move(1)

    def action_up(self) -> None:
        self.move(-1)

    def action_top(self) -> None:
        self.move_to(first=True)

    def action_bottom(self) -> None:
        self.move_to(first=False)

    def action_half_page_down(self) -> None:
        self.move(max(self.page // 2, 1))

    def action_half_page_up(self) -> None:
        self.move(-max(self.page // 2, 1))

    def action_page_down(self) -> None:
        self.move(self.page)

    def action_page_up(self) -> None:
        self.move(-self.page)

    def jump_scroll(self, y: int) -> None:
        """Scroll so that line ``y`` is the first one seen, at once."""
        self.scroll_to(y=y, animate=False, force=True)

    def reveal(self, first: int, last: int) -> None:
        """Scroll as little as needed to see the lines from ``first`` to ``last``."""
        top, height = round(self.scroll_target_y), self.page
        if first < top:
            self.jump_scroll(first)
        elif last >= top + height:
            self.jump_scroll(min(last - height + 1, first))

"""Triage: read, done, star, select, undo; reading on to the next unread."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from briefreader.store.records import Mark, StoryRow
from briefreader.ui.screens.reading import ReadingFrame
from briefreader.ui.widgets.story_list import StoryList

_COUNT_AFTER = 0.15
"""Seconds after which the header counts anew: counting a large library takes longer than a key may."""


class Triage(ReadingFrame):
    """Sets the reader's marks. Each is on the disk when the key returns, and can be undone."""

    # -- going through
    def action_read_on(self) -> None:
        """Scroll the article; at its end mark the story read and go to the next unread one."""
        story = self.story_here()
        if story is None:
            return
        if self.article.at_end:
            self._mark([story.id], Mark.READ, True)
            self._look()
            self.action_next_unread()
        else:
            self.article.move(max(self.article.page - 2, 1))

    def action_next_unread(self) -> None:
        self._go_to_unread(1)

    def action_previous_unread(self) -> None:
        self._go_to_unread(-1)

    def _go_to_unread(self, step: int) -> None:
        index = self.stories.find_row(lambda row: row.unread > 0 and not row.done, step)
        if index is None and step > 0:
            index = self._first_unread()
        if index is not None:
            self.stories.go_to(index)
        elif self.library.counts().unread == 0:
            self._show_end()
        else:
            self.reader.tell("No more unread stories in this list")

    def _show_end(self) -> None:
        from briefreader.ui.screens.end import EndScreen

        self.app.push_screen(EndScreen(self.library))

    def _first_unread(self) -> int | None:
        """The first unread story above the cursor: the search goes round."""
        for place in range(self.stories.cursor):
            row = self.stories.row(place)
            if row and row.unread and not row.done:
                return place
        return None

    def action_scroll_down(self) -> None:
        self.article.move(3)

    def action_scroll_up(self) -> None:
        self.article.move(-3)

    def action_newer(self) -> None:
        story = self.story_here()
        if story:
            self.show_article(story.shown + 1)

    def action_older(self) -> None:
        story = self.story_here()
        if story:
            self.show_article(story.shown - 1)

    @on(StoryList.Opened)
    async def _open(self) -> None:
        await self.app.run_action("open", self)

    def action_open(self) -> None:
        """Open the story under the cursor: it is read from here on."""
        story = self.story_here()
        if story:
            self._mark([story.id], Mark.READ, True)
            self._look()
            self.go_to_pane(2)

    # -- marks
    def action_read(self) -> None:
        rows = self._chosen_rows()
        self._mark([row.id for row in rows], Mark.READ, any(row.unread for row in rows))

    def action_star(self) -> None:
        rows = self._chosen_rows()
        self._mark([row.id for row in rows], Mark.STARRED, not all(row.starred for row in rows))

    def action_done(self) -> None:
        rows = self._chosen_rows()
        is_done = all(row.done for row in rows)
        selected = bool(self.stories.selected)
        self._mark([row.id for row in rows], Mark.DONE, not is_done)
        if not is_done and not selected:
            self.stories.move(1)

    def action_done_above(self) -> None:
        self._mark_many(self.stories.ids[: self.stories.cursor], Mark.DONE)

    def action_done_below(self) -> None:
        self._mark_many(self.stories.ids[self.stories.cursor + 1 :], Mark.DONE)

    def action_read_all(self) -> None:
        self._mark_many(self.stories.ids, Mark.READ)

    def action_select(self) -> None:
        story_id = self.stories.story_id
        if story_id is not None:
            self.stories.selected ^= {story_id}
            self.stories.refresh()
            self.stories.move(1)

    def action_undo(self) -> None:
        words = self.library.undo()
        self.reader.tell(f"Taken back: {words}" if words else "Nothing to take back")
        self.marks_changed()

    def _chosen_rows(self) -> list[StoryRow]:
        """The selected stories, or the one under the cursor."""
        ids = [*self.stories.selected] or [story_id for story_id in [self.stories.story_id] if story_id is not None]
        return self.library.story_rows(ids)

    def _mark(self, ids: Sequence[int], mark: Mark, value: bool) -> None:
        if ids:
            self.library.mark(mark, value, story_ids=ids)
            self.stories.selected.clear()
            self.marks_changed()

    def _mark_many(self, ids: Sequence[int], mark: Mark) -> None:
        if ids:
            words = self.library.mark(mark, True, story_ids=ids)
            self.reader.tell(f"{words} · u takes it back")
            self.marks_changed()

    def marks_changed(self) -> None:
        """Show the marks as they now are; the header counts once the reader pauses."""
        self.stories.renew_rows()
        self.count_soon()

    def count_soon(self) -> None:
        self.set_timer(_COUNT_AFTER, self.show_header)

    def show_header(self) -> None:
        raise NotImplementedError

    def _look(self) -> None:
        """Note what the reader has seen of the story, so that what is new can be told next time."""
        if self.story:
            self.library.looked(self.story.id, self.now())

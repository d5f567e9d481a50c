"""Triage: read, done, star, select, undo; reading on to the next unread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from textual import on

from briefreader.store.records import Counts, Mark, Query, StoryRow
from briefreader.ui.format import steps
from briefreader.ui.reading.jumping import Jumping
from briefreader.ui.widgets.story_list import StoryList

ONE_ARTICLE = "This story has only one article"
_NEAR = 200
"""Stories among which the next unread one is looked for before all others."""


class Triage(Jumping):
    """Sets the reader's marks. Each is on the disk when the key returns, and can be undone."""

    counts = Counts(0, 0, 0, 0, 0, 0)
    """What the header says; a single mark changes it without counting a large library anew."""

    # -- going through
    def action_read_on(self) -> None:
        """Scroll the article; at its end mark the story read and go to the next unread one."""
        story = self.story_here()
        if story is None:
            return
        if self.article.at_end:
            self._mark(self.library.story_rows([story.id]), Mark.READ, True)
            self.action_next_unread()
        else:
            self.article.move(max(self.article.page - 2, 1))

    def action_next_unread(self) -> None:
        self._go_to_unread(1)

    def action_previous_unread(self) -> None:
        self._go_to_unread(-1)

    def _go_to_unread(self, step: int) -> None:
        story_id = self._nearest_unread(step)
        index = None if story_id is None else self.stories.index_of(story_id)
        if index is not None:
            self.leave_place()
            self.stories.go_to(index)
        elif self.counts.unread == 0:
            self._show_end()
        else:
            self.reader.tell("No more unread stories in this list")

    def _show_end(self) -> None:
        from briefreader.ui.screens.end import EndScreen

        self.app.push_screen(EndScreen(self.library))

    def _nearest_unread(self, step: int) -> int | None:
        """The nearest unread story above the cursor (-1) or below it (1); below, the search goes round."""
        here, listed = self.stories.cursor, self.stories.between
        near = listed(here + 1, here + 1 + _NEAR) if step > 0 else listed(here - _NEAR, here)[::-1]
        found = self._first_unread(near, tuple(near))
        if found is not None:
            return found
        ids = self.stories.ids
        return self._first_unread([*ids[here + 1 :], *ids[:here]] if step > 0 else ids[:here][::-1])

    def _first_unread(self, story_ids: Sequence[int], among: tuple[int, ...] | None = None) -> int | None:
        unread = set(self.library.story_ids(Query(unread=True, done=False, among=among)))
        return next((story_id for story_id in story_ids if story_id in unread), None)

    def action_scroll_down(self) -> None:
        self.article.move(3)

    def action_scroll_up(self) -> None:
        self.article.move(-3)

    def action_newer(self) -> None:
        self._show_other(1, "This is the newest article of the story")

    def action_older(self) -> None:
        self._show_other(-1, "This is the oldest article of the story")

    def _show_other(self, step: int, none_there: str) -> None:
        story = self.story_here()
        if story and len(story.articles) == 1:
            self.reader.tell(ONE_ARTICLE)
        elif story and not 0 <= story.shown + step < len(story.articles):
            self.reader.tell(none_there)
        elif story:
            self.show_article(story.shown + step)

    @on(StoryList.Opened)
    async def _open(self) -> None:
        await self.app.run_action("open", self)

    def action_open(self) -> None:
        """Open the story under the cursor: it is read from here on."""
        story = self.story_here()
        if story:
            self.leave_place()
            self._mark(self.library.story_rows([story.id]), Mark.READ, True)
            self.go_to_pane(2)

    # -- marks
    def action_read(self) -> None:
        rows = self._chosen_rows()
        self._mark(rows, Mark.READ, any(row.unread for row in rows))

    def action_star(self) -> None:
        rows = self._chosen_rows()
        self._mark(rows, Mark.STARRED, not all(row.starred for row in rows))

    def action_done(self) -> None:
        rows = self._chosen_rows()
        is_done = all(row.done for row in rows)
        selected = bool(self.stories.selected)
        self._mark(rows, Mark.DONE, not is_done)
        if not is_done and not selected:
            self.stories.move(1)

    def action_done_above(self) -> None:
        self._mark_many(self.stories.between(0, self.stories.cursor), Mark.DONE)

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
        """Take the newest step back: its story is listed again, and the cursor on it."""
        story_id = self.library.last_step_story()
        words = self.library.undo()
        self.reader.tell(steps.undone(words))
        if words:
            self.relist()
            index = None if story_id is None else self.stories.index_of(story_id)
            if index is not None:
                self.stories.go_to(index)

    def _chosen_rows(self) -> list[StoryRow]:
        """The selected stories, or the one under the cursor."""
        ids = [*self.stories.selected] or [story_id for story_id in [self.stories.story_id] if story_id is not None]
        return self.library.story_rows(ids)

    def _mark(self, rows: Sequence[StoryRow], mark: Mark, value: bool) -> None:
        if rows:
            ids = [row.id for row in rows]
            self.stories.keep(ids)
            with self.library.transaction():
                self.library.mark(mark, value, story_ids=ids)
                if value and mark is not Mark.STARRED:
                    self._look(ids)
            self.stories.unselect()
            self.stories.renew_rows()
            self.counts = _counted(self.counts, rows, self.library.story_rows(ids))
            self.show_header()

    def _mark_many(self, ids: Sequence[int], mark: Mark) -> None:
        if ids:
            self.stories.keep(ids)
            self.tell_step(self.library.mark(mark, True, story_ids=ids))
            self.stories.renew_rows()
            self.recount()

    def tell_step(self, words: str, more: str = "") -> None:
        """Say what a step did, and how to take it back; "" is a step that changed nothing."""
        self.reader.tell(steps.done(words, more))

    def recount(self) -> None:
        """Show all numbers as they now are in the library."""
        self.counts = self.read_counts()
        self.show_header()

    def read_counts(self) -> Counts:
        """What the header is to say of the whole library."""
        return self.library.counts()

    def relist(self) -> None:
        raise NotImplementedError

    def _look(self, story_ids: Sequence[int]) -> None:
        """Note what the reader has seen of the stories, so that what is new can be told next time."""
        for story_id in story_ids:
            self.library.looked(story_id, self.now())


def _counted(counts: Counts, before: Sequence[StoryRow], after: Sequence[StoryRow]) -> Counts:
    """The counts after the marks of some stories have changed."""

    def difference(holds: Callable[[StoryRow], bool]) -> int:
        return sum(map(holds, after)) - sum(map(holds, before))

    return replace(
        counts,
        unread=counts.unread + difference(lambda row: row.unread > 0),
        starred=counts.starred + difference(lambda row: row.starred),
        done=counts.done + difference(lambda row: row.done),
    )

"""Jumping: from a claim to its sentence, to another article, to another story; and the way back."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on

from briefreader.ui.format.lines import Passage
from briefreader.ui.reading.frame import ReadingFrame
from briefreader.ui.reading.trail import Place, Trail
from briefreader.ui.widgets.line_pane import LinePane
from briefreader.ui.widgets.listing import Listing


class Jumping(ReadingFrame):
    """Remembers where each jump left from: Escape takes the last one back, the trail all of them."""

    _before_jump: Place | None = None

    def on_mount(self) -> None:
        self._trail = Trail()

    # -- jumps
    def jump_to(self, passage: Passage) -> None:
        """Show a sentence in its article, lit; ``back`` returns to where the reader was."""
        if self.story is None or passage.article >= len(self.story.articles):  # a click that the story before was meant by
            return
        self.leave_place()
        before = self._place()
        same_article = self.story.shown == passage.article
        self.story.show(passage)
        self.article.show_story(self.story, self.now(), keep_place=same_article)
        self.article.reveal_lit()
        self.go_to_pane(2)
        self._before_jump = before

    def leave_place(self) -> None:
        """Note on the trail where the reader is, before going somewhere else."""
        place = self._place()
        if place:
            self._trail.leave(place)

    @on(LinePane.Chosen)
    def _jump_to_target(self, message: LinePane.Chosen) -> None:
        if isinstance(message.target, Passage):
            self.jump_to(message.target)

    # -- back and forward
    def action_jump_back(self) -> None:
        self._follow(self._trail.back, "There is no earlier place to go back to")

    def action_jump_forward(self) -> None:
        self._follow(self._trail.forward, "There is no later place to go on to")

    def leave_pane(self) -> bool:
        if self._before_jump and not self.zoomed:
            self._restore(self._before_jump)
            return True
        return super().leave_pane()

    def load_story(self, story_id: int | None) -> None:
        self._before_jump = None
        super().load_story(story_id)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, Listing) and event.widget in self.panes and event.widget is not self.article:
            self._before_jump = None

    def _place(self) -> Place | None:
        if self.story is None:
            return None
        return Place(self.story.id, self.pane_number, self.story.shown, self.story.lit, round(self.article.scroll_y))

    def _follow(self, step: Callable[[Place], Place | None], nothing: str) -> None:
        """Go to the next place of the trail whose story is listed: others are done meanwhile, or of another view."""
        here = self._place()
        place = step(here) if here else None
        while here and place and self.stories.index_of(place.story) is None:
            place = step(place)
        if place:
            self._restore(place)
        else:
            self.reader.tell(nothing)

    def _restore(self, place: Place) -> None:
        """Show what was shown there, in the place in which it was."""
        if self.story is None or self.story.id != place.story:
            index = self.stories.index_of(place.story)
            assert index is not None
            self.stories.go_to(index)
            self.preview()
        self._before_jump = None
        if self.story:
            self.story.shown, self.story.lit = min(place.shown, len(self.story.articles) - 1), place.lit
            self.article.show_story(self.story, self.now())
            self.article.jump_scroll(place.scrolled)
        self.go_to_pane(place.pane)

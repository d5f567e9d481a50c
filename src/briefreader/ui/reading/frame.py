"""The reading screen's frame: its panes, the open story, and the way between list, panes and article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from briefreader.config import Settings
from briefreader.errors import LibraryError
from briefreader.store.library import Library
from briefreader.ui.bindings import bindings_of
from briefreader.ui.commands import ARTICLE_FOOTER, PANE_FOOTER, Where
from briefreader.ui.reading.open_story import OpenStory, open_story
from briefreader.ui.screens.saying import SayingScreen
from briefreader.ui.widgets.article_view import ArticleView
from briefreader.ui.widgets.bar import Bar
from briefreader.ui.widgets.evidence_panel import EvidencePanel
from briefreader.ui.widgets.find_input import FindInput
from briefreader.ui.widgets.footer import CommandFooter, Labelled, footer_of
from briefreader.ui.widgets.keypoints_panel import KeyPointsPanel
from briefreader.ui.widgets.listing import Listing
from briefreader.ui.widgets.negotiation_panel import NegotiationPanel
from briefreader.ui.widgets.story_list import StoryList
from briefreader.ui.widgets.story_pane import StoryPane

if TYPE_CHECKING:
    from briefreader.ui.app import BriefreaderApp

_SETTLED = 0.06
"""Seconds without a move after which the preview follows; a single press is followed at once."""


FIND_FOOTER = footer_of("find")


class ReadingFrame(SayingScreen[None]):
    """Shows the story under the cursor in four panes beside the list."""

    HEARS: ClassVar[tuple[Where, ...]] = ("reading", "moving", "app")
    BINDINGS = bindings_of("reading")
    # Textual declares these two as variables of the instance.
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-medium"), (160, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (16, "-high")]  # noqa: RUF012

    def __init__(self, library: Library, settings: Settings, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.library, self.settings, self.now = library, settings, now
        self.story: OpenStory | None = None
        self.stories = StoryList(library.story_rows, now, id="stories")
        self.article = ArticleView("2 Article", id="article")
        self.negotiation = NegotiationPanel("3 Negotiation", id="negotiation")
        self.key_points = KeyPointsPanel("4 Key points", id="keypoints")
        self.evidence = EvidencePanel("5 Evidence", id="evidence")
        self.header = Bar(id="header")
        self.find_input = FindInput(id="find")
        self.footer = CommandFooter("moving", "reading", "app", id="footer")
        self.pane_number = 1
        self.zoomed = False
        self._preview_timer: Timer | None = None
        self._moved_at = 0.0

    def compose(self) -> ComposeResult:
        yield self.header
        yield Static("briefreader needs at least 60 columns and 16 rows", id="too-small", markup=False)
        with Container(id="body"):
            yield self.stories
            with Container(id="rest"):
                with Container(id="panels"):
                    yield self.negotiation
                    yield self.key_points
                    yield self.evidence
                yield self.article
        yield self.find_input
        yield self.footer

    @property
    def reader(self) -> BriefreaderApp:
        """The application, by its own type."""
        return cast("BriefreaderApp", self.app)

    @property
    def panes(self) -> Sequence[Listing]:
        """The panes by their numbers, from 1."""
        return (self.stories, self.article, self.negotiation, self.key_points, self.evidence)

    @property
    def story_panes(self) -> Sequence[StoryPane]:
        return (self.negotiation, self.key_points, self.evidence, self.article)

    # -- the story under the cursor
    @on(StoryList.Moved)
    def _follow_cursor(self) -> None:
        if self._preview_timer:
            self._preview_timer.stop()
        settled = monotonic() - self._moved_at > _SETTLED
        self._moved_at = monotonic()
        if settled:
            self.call_after_refresh(self.preview)
        else:
            self._preview_timer = self.set_timer(_SETTLED, self.preview)

    def preview(self) -> None:
        """Show the story under the cursor, unless it is shown already."""
        wanted = self.stories.story_id
        if wanted != (self.story.id if self.story else None):
            self.load_story(wanted)

    def story_here(self) -> OpenStory | None:
        """The story under the cursor: a command never acts on one that a held key has left behind."""
        self.preview()
        return self.story

    def load_story(self, story_id: int | None) -> None:
        """Show a story from its beginning; ``None`` empties the panes."""
        try:
            self.story = open_story(self.library, story_id) if story_id is not None else None
        except LibraryError as error:
            self.story = None
            self.reader.tell(str(error), severity="warning")
        self._show_story()

    def reload_story(self) -> None:
        """Read the shown story again (a refresh may have changed it) without moving what is being read."""
        if self.story is None:
            return
        before = self.story
        shown, lit, news = before.article.source, before.lit, before.changed
        here = self.library.story_of(self.story.article_id)  # regrouping may have put the article elsewhere
        try:
            self.story = open_story(self.library, self.story.id if here is None else here)
        except LibraryError:
            return
        sources = [brief.article.source for brief in self.story.story.briefs]
        self.story.shown = sources.index(shown) if shown in sources else self.story.shown
        self.story.lit = lit
        self.story.changed += [words for words in news if words not in self.story.changed]
        if self.story != before:
            self._show_story(keep_place=True)

    def _show_story(self, *, keep_place: bool = False) -> None:
        now = self.now()
        self._name_band()
        for pane in self.story_panes:
            if pane.display or keep_place is False:
                pane.show_story(self.story, now, keep_place=keep_place)

    def show_article(self, index: int) -> None:
        """Show another article of the open story from its beginning."""
        if self.story and 0 <= index < len(self.story.articles):
            self.story.shown, self.story.lit = index, None
            self.article.show_story(self.story, self.now())

    # -- the panes
    def go_to_pane(self, number: int) -> None:
        """Give a pane the focus; in a small window this also brings it to the front."""
        self._bring_to_front(number)
        pane = self.panes[number - 1]
        if pane.focusable:
            self.set_focus(pane, scroll_visible=False)
        else:
            self.call_after_refresh(self.set_focus, pane, scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.footer.follow(self._footer_for(event.widget))
        if isinstance(event.widget, Listing) and event.widget in self.panes:
            self._bring_to_front(self.panes.index(event.widget) + 1)

    def _footer_for(self, widget: Widget) -> Labelled | None:
        """The commands that matter with the focus there; ``None`` is the list's."""
        if widget is self.find_input:
            return FIND_FOOTER
        if widget is self.article:
            return ARTICLE_FOOTER
        return PANE_FOOTER if widget in self.story_panes else None

    def _bring_to_front(self, number: int) -> None:
        """Set the classes by which the style sheet arranges the panes, where they change anything."""
        self.pane_number = number
        first_that_matters = 6 if self.has_class("-wide") else 5 if self.has_class("-medium") else 3
        _set_one_class(self.query_one("#panels"), "-front-", number if number >= first_that_matters else 0)
        _set_one_class(self.query_one("#body"), "-zoom-", number if self.zoomed else 0)
        self._name_band()

    def _name_band(self) -> None:
        """In a small window the negotiation's border names the panes that are folded away behind it."""
        folded = self.has_class("-narrow") and self.pane_number < 3 and not self.zoomed
        points = len(self.story.story.key_points or self.story.brief.key_points) if self.story else 0
        title = f"3 Negotiation · 4 Key points ({points}) · 5 Evidence" if folded and points else "3 Negotiation"
        if title != self.negotiation.border_title:  # to be given a title costs the pane a new painting
            self.negotiation.border_title = Content(title)

    def on_resize(self) -> None:
        self.call_after_refresh(lambda: self._bring_to_front(self.pane_number))

    def action_pane(self, number: int) -> None:
        self.go_to_pane(number)

    def action_next_pane(self) -> None:
        self.go_to_pane(self.pane_number % 5 + 1)

    def action_previous_pane(self) -> None:
        self.go_to_pane((self.pane_number - 2) % 5 + 1)

    def action_zoom(self) -> None:
        self.zoomed = not self.zoomed
        self._bring_to_front(self.pane_number)

    def leave_pane(self) -> bool:
        """One step back from where the reader is in the panes; ``False`` at the list."""
        if self.zoomed:
            self.action_zoom()
        elif self.pane_number != 1:
            self.go_to_pane(1)
        else:
            return False
        return True


def _set_one_class(node: Widget, prefix: str, number: int) -> None:
    """Give the node the class of this number and take those of the others away; 0 is none."""
    wanted = {f"{prefix}{other}": other == number for other in range(1, 6)}
    if any(node.has_class(name) != has for name, has in wanted.items()):
        node.update_classes(wanted, animate=False)

"""The main screen: what happens when it opens, what is looked after while it is open, and the ways to other screens."""

from __future__ import annotations

from briefreader.errors import ConfigError
from briefreader.ui.format.lines import Passage, Target
from briefreader.ui.live_settings import LiveSettings
from briefreader.ui.reading.refreshing import WORK, Refreshing
from briefreader.ui.reading.view import ALL

_LOOK_AFTER = 3.0
"""Seconds between two looks at the time of the configuration file."""


class MainScreen(Refreshing):
    """Opens on the unread stories; refreshing and loading run beside it and never move what is being read."""

    def on_mount(self) -> None:
        self.stories.focus()
        self._live, self._day = LiveSettings(self.settings), self.now().date()
        self.set_interval(_LOOK_AFTER, self._look_after_settings)
        self.refresh_from_time_to_time()
        self.read_rules()
        self.follow_rules()
        counts, self.counts = self.library.counts(), self.read_counts()
        self.begins = counts.pending == counts.articles
        self.show_view(ALL if self.reader.in_memory else self.view)
        for problem in self.rules.problems:
            self.reader.tell(problem, severity="warning")
        if self.reader.inputs:
            self.run_worker(self.load_inputs(), group=WORK, exclusive=True)
        elif self.reader.in_memory:
            return
        elif counts.pending:
            self.brief_what_waits()
        elif counts.articles == 0 and not self.library.sources(counted=False):
            self.offer_beginnings()

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_header)  # a wide header says more than a narrow one

    # -- from time to time
    def _look_after_settings(self) -> None:
        """Read the configuration again if it has changed, and list anew when a day begins: what was hidden comes back."""
        try:
            changed = self._live.changed()
        except ConfigError as error:
            self.reader.tell(f"{error}. The settings stay as they were", severity="error")
            return
        if changed:
            self.reader.apply(changed)
            self.settings = changed
            self.footer.renew()
            self.refresh_from_time_to_time()
            self.reader.tell("The configuration was read again")
        if changed or self._day != self.now().date():
            self._day = self.now().date()
            self.apply_rules()

    # -- other screens
    def action_time_line(self) -> None:
        from briefreader.ui.screens.time_line import TimeLineScreen

        story = self.story_here()
        if story:
            self.app.push_screen(TimeLineScreen(story.story, self.now()), self._jump_if_chosen)

    def action_articles(self) -> None:
        from briefreader.ui.screens.articles import ArticlesScreen

        story = self.story_here()
        if story:
            self.app.push_screen(ArticlesScreen(story, self.now()), self._show_if_chosen)

    def _jump_if_chosen(self, target: Target | None) -> None:
        if isinstance(target, Passage):
            self.jump_to(target)

    def _show_if_chosen(self, index: int | None) -> None:
        if index is not None:
            self.leave_place()
            self.show_article(index)
            self.go_to_pane(2)

    def action_sources(self) -> None:
        from briefreader.ui.screens.sources import SourcesScreen

        self.app.push_screen(SourcesScreen(self.library, self.settings, self.now), self._sources_left)

    def _sources_left(self, to_refresh: str | None) -> None:
        """Back from the sources screen, perhaps with the address of a source to refresh."""
        self.relist()
        if to_refresh:
            self.refresh_sources(to_refresh)
        else:
            self.brief_what_waits()

"""The main screen: everything a reader does with stories, and the work that runs beside it."""

from __future__ import annotations

from time import monotonic

from briefreader.errors import BriefreaderError
from briefreader.jobs.progress import BriefsDone, Progress, SourceDone
from briefreader.ui.format.lines import Passage, Piece, Target
from briefreader.ui.screens.beginning import Beginning
from briefreader.ui.view import ALL
from briefreader.ui.work import CommandProcess, ThreadWork, fetching_full_text, loading, progress_of

_SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_RENEW_EVERY = 1.0
"""Seconds between two renewals of the rows while briefs come in."""


class MainScreen(Beginning):
    """Opens on the unread stories; refreshing and loading run beside it and never move what is being read."""

    _work: CommandProcess | ThreadWork | None = None
    _failed = 0
    _new = 0
    _steps = 0
    _renewed = 0.0

    def on_mount(self) -> None:
        self.stories.focus()
        self.read_rules()
        self.counts = counts = self.library.counts()
        self.show_view(ALL if self.reader.in_memory else self.view)
        for problem in self.rules.problems:
            self.reader.tell(problem, severity="warning")
        if self.rules.all or self.rules.hides:
            self.call_after_refresh(self.follow_rules)
        if self.reader.inputs:
            self.run_worker(self._load_inputs(), exclusive=True)
        elif self.reader.in_memory:
            return
        elif counts.pending:
            self.run_worker(self._refresh("--only-brief"), exclusive=True)
        elif counts.articles == 0 and not self.library.sources(counted=False):
            self.offer_beginnings()

    # -- refreshing
    def action_refresh(self) -> None:
        if self._work:
            self._work.stop()
        elif self.reader.in_memory:
            self.reader.tell("These articles are only in memory: there is nothing to refresh")
        else:
            self.refresh_sources()

    def refresh_sources(self, *addresses: str) -> None:
        self.run_worker(self._refresh(*(["--", *addresses] if addresses else [])), exclusive=True)

    async def _refresh(self, *arguments: str) -> None:
        """Run ``briefreader refresh`` beside the screen, and say at the end in one toast what came of it."""
        self._begin()
        before = self.watched_stages()
        work = self._work = CommandProcess(self.settings, "refresh", "--json", *arguments)
        try:
            async for line in work.lines():
                progress = progress_of(line)
                if progress:
                    self._show_progress(progress)
        except OSError as error:
            work.words = str(error)
        finally:
            self._end()
        await self.tell_moves(before)
        if self._steps == 0 and work.exit_code != 0:
            self.reader.tell(work.words or "Refreshing was stopped", severity="warning")
        else:
            failures = f" · {self._failed} failed (S shows why)" if self._failed else ""
            self.reader.tell(
                f"Refreshed: {self._new} new articles{failures}", severity="warning" if self._failed else "information"
            )

    async def _load_inputs(self) -> None:
        """Read what the command line named into the library in memory."""
        self._begin()
        work = self._work = loading(self.library, self.reader.inputs, self.settings, self.now())
        try:
            async for progress in work.events():
                self._show_progress(progress)
        except BriefreaderError as error:
            self.reader.tell(str(error), severity="error")
        finally:
            self._end()
        if self._failed:
            self.reader.tell(f"{self._failed} inputs could not be read", severity="warning")

    def action_full_text(self) -> None:
        story = self.story_here()
        if story:
            self.reader.tell("Fetching the whole article …")
            self.run_worker(self._fetch_full_text(story.article_id), group="full text", exclusive=True)

    async def _fetch_full_text(self, article_id: int) -> None:
        try:
            async for _ in fetching_full_text(self.library, article_id, self.settings).events():
                pass
        except BriefreaderError as error:
            self.reader.tell(f"The article stays as it was: {error}", severity="warning")
        else:
            self.relist()

    def _begin(self) -> None:
        self._failed = self._new = self._steps = 0
        self._show_activity("starting")

    def _end(self) -> None:
        self._work = None
        self.activity = Piece("")
        if self.is_attached:
            self._show_news()

    def _show_news(self) -> None:
        """List what is new without moving anything; while nothing has been touched yet, from the top."""
        if self.stories.touched or not self.reader.in_memory:
            self.relist()
        else:
            self.show_view(self.view)
            self.recount()
            self.reload_story()

    def _show_progress(self, progress: Progress) -> None:
        self._steps += 1
        if isinstance(progress, SourceDone):
            self._new += progress.new
            self._failed += bool(progress.error)
            failures = f" · {self._failed} failed !" if self._failed else ""
            # Of inputs nobody knows how many articles they hold before they are read.
            done = f"{progress.done} articles read" if self.reader.in_memory else f"{progress.done}/{progress.total} feeds"
            self._show_activity(done + failures)
        elif isinstance(progress, BriefsDone):
            self._show_activity(f"{progress.done}/{progress.total} briefs")
        if monotonic() - self._renewed > _RENEW_EVERY:
            self._renewed = monotonic()
            self._show_news()

    def _show_activity(self, words: str) -> None:
        mark = "…" if self.settings.reduced_motion else _SPINNER[self._steps % len(_SPINNER)]
        self.activity = Piece(f"{mark} {words} ", "warn" if self._failed else "muted")
        self.show_header()

    async def on_unmount(self) -> None:
        if self._work:
            await self._work.end()

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
        self.read_rules()
        self.relist()
        if to_refresh:
            self.refresh_sources(to_refresh)

"""The work that runs beside the screen: refreshing, loading what was named, fetching a whole article; and its progress."""

from __future__ import annotations

from time import monotonic

from textual.timer import Timer

from briefreader.errors import BriefreaderError
from briefreader.jobs.progress import BriefsDone, Progress, SourceDone, StoriesTold
from briefreader.ui.format.lines import Piece
from briefreader.ui.reading.beginning import Beginning
from briefreader.ui.work import CommandProcess, ThreadWork, fetching_full_text, loading, progress_of

WORK = "work"
"""The group of the workers of which only one runs at a time."""
_SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_SHOW_EVERY = 0.1
"""Seconds between two pictures of the progress, of which there may be a hundred a second."""
_RENEW_EVERY = 1.0
"""Seconds between two renewals of the rows while briefs come in."""
_BAR = 10
_ROOMY = 100
"""Columns from which the header has room to say how to stop."""
_SOME_FAILED = 1
"""The exit code of a refresh that is done, but for some sources."""


class Refreshing(Beginning):
    """Runs one work at a time; it never moves the cursor, nor what is being read."""

    _work: CommandProcess | ThreadWork | None = None
    begins = False
    """Whether nothing had been briefed when the screen opened."""
    _next_refresh: Timer | None = None
    _failed = 0
    _new = 0
    _steps = 0
    _briefing = False
    _shown = _renewed = 0.0

    def refresh_from_time_to_time(self) -> None:
        """Begin, or go on, with the interval that the configuration says."""
        if self._next_refresh:
            self._next_refresh.stop()
            self._next_refresh = None
        if self.settings.refresh_every and not self.reader.in_memory:
            self._next_refresh = self.set_interval(self.settings.refresh_every * 60, self.refresh_quietly)

    def brief_what_waits(self) -> None:
        """Clean, brief and group what came without it: with a new source, or when the program ended too soon."""
        if not self._work and not self.reader.in_memory and self.library.counts().pending:
            self.run_worker(self.run_refresh("--only-brief", quietly=True), group=WORK, exclusive=True)

    def refresh_quietly(self) -> None:
        """Refresh what is due, unless something runs already; only what came of it is said."""
        if not self._work:
            self.run_worker(self.run_refresh("--due", quietly=True), group=WORK, exclusive=True)

    def action_refresh(self) -> None:
        if self._work:
            self._work.stop()
        elif self.reader.in_memory:
            self.reader.tell("These articles are only in memory: there is nothing to refresh")
        else:
            self.refresh_sources()

    def refresh_sources(self, *addresses: str) -> None:
        self.run_worker(self.run_refresh(*(["--", *addresses] if addresses else [])), group=WORK, exclusive=True)

    async def run_refresh(self, *arguments: str, quietly: bool = False) -> None:
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
        self._say_result(work, quietly)
        if _ended_early(work) and not work.words and not self._briefing:
            self.call_later(self.brief_what_waits)

    def _say_result(self, work: CommandProcess, quietly: bool) -> None:
        if _ended_early(work):
            if work.words:
                self.reader.tell(work.words, severity="warning")
            else:
                self.reader.tell("Refreshing was stopped: what had come is kept")
            return
        failures = f" · {self._failed} failed (S shows why)" if self._failed else ""
        loudly = bool(failures) and not quietly
        if self._new or not quietly:
            self.reader.tell(
                f"Refreshed: {self._new} new article{'' if self._new == 1 else 's'}{failures}",
                severity="warning" if loudly else "information",
            )

    async def load_inputs(self) -> None:
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
            await fetching_full_text(self.library, article_id, self.settings).done()
        except BriefreaderError as error:
            self.say("")
            self.reader.tell(f"The article stays as it was: {error}", severity="warning")
        else:
            self.reader.tell("The whole article is here")
            self.relist()

    def _begin(self) -> None:
        self._failed = self._new = self._steps = 0
        self._briefing = False
        self._show_activity("starting")

    def _end(self) -> None:
        self._work = None
        self.activity = Piece("")
        if self.is_attached:
            self._show_news()

    def _show_news(self) -> None:
        """List what is new without moving anything; in a library that only begins, from the top until a key moves in it."""
        if self.stories.touched or not self.begins:
            self.relist()
        else:
            self.show_view(self.view)
            self.recount()
            self.reload_story()

    def _show_progress(self, progress: Progress) -> None:
        if isinstance(progress, SourceDone):
            self._new += progress.new
            self._failed += bool(progress.error)
        self._briefing |= isinstance(progress, BriefsDone)
        if not isinstance(progress, StoriesTold) and monotonic() - self._shown > _SHOW_EVERY:
            self._shown = monotonic()
            self._steps += 1
            self._show_activity(self._how_far(progress))
        if monotonic() - self._renewed > _RENEW_EVERY:
            self._renewed = monotonic()
            self._show_news()

    def _how_far(self, progress: SourceDone | BriefsDone) -> str:
        if isinstance(progress, BriefsDone):
            return _bar(progress, "briefs")
        # Of inputs nobody knows how many articles they hold before they are read.
        return f"{progress.done} articles read" if self.reader.in_memory else _bar(progress, "feeds")

    def _show_activity(self, words: str) -> None:
        mark = "…" if self.settings.reduced_motion else _SPINNER[self._steps % len(_SPINNER)]
        failures = f" · {self._failed} failed !" if self._failed else ""
        stops = " · R stops" if self.size.width >= _ROOMY and not self.reader.in_memory else ""
        self.activity = Piece(f"{mark} {words}{failures}{stops}", "warn" if self._failed else "muted")
        self.show_header()

    async def on_unmount(self) -> None:
        if self._work:
            await self._work.end()


def _ended_early(work: CommandProcess) -> bool:
    """Whether a refresh was stopped, or could not do its work at all: then it says why."""
    return work.exit_code is None or work.exit_code < 0 or work.exit_code > _SOME_FAILED


def _bar(progress: SourceDone | BriefsDone, what: str) -> str:
    """How far it is: ``▰▰▰▱▱▱▱▱▱▱ 7/20 feeds``."""
    filled = _BAR * progress.done // progress.total if progress.total else _BAR
    return f"{'▰' * filled}{'▱' * (_BAR - filled)} {progress.done}/{progress.total} {what}"

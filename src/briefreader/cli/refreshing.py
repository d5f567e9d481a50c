"""``refresh``: fetch what is new, then clean, brief and group it."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import click

from briefreader.cli.log import log_done, log_progress, start_log
from briefreader.cli.options import everywhere, settings
from briefreader.cli.output import complain, tell, to_terminal, write, write_record
from briefreader.errors import UsageError
from briefreader.jobs.progress import BriefsDone, Progress, RefreshReport, ShowProgress, SourceDone, StoriesTold
from briefreader.sources.address import mask

EVENT_NAMES = {SourceDone: "source", BriefsDone: "briefs", StoriesTold: "stories"}


@everywhere
@click.command("refresh")
@click.argument("sources", metavar="[SOURCE] ...", nargs=-1)
@click.option("--no-brief", is_flag=True, help="Only fetch and list; brief at the next run or on the screen.")
@click.option("--only-brief", is_flag=True, help="Fetch nothing; clean, brief and group what waits for it.")
@click.option("--due", is_flag=True, help="Only sources whose time has come, by how often each brings something new.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: an object for each source and each step.")
def refresh_command(sources: tuple[str, ...], no_brief: bool, only_brief: bool, due: bool, as_json: bool) -> int:
    """Fetch the sources, list what is new, then clean, brief and group it."""
    from briefreader.jobs.briefing import brief_pending
    from briefreader.jobs.refresh import refresh
    from briefreader.store.sqlite import open_library

    if only_brief and (no_brief or due or sources):
        raise UsageError("--only-brief goes with neither sources, --due nor --no-brief: it fetches nothing")
    if due and sources:
        raise UsageError("--due goes without sources: those that are named are fetched whatever their time")
    configured = settings()
    start_log(configured.data_dir)
    tell_reader = _write_event if as_json else _draw_bar if to_terminal() else _write_line

    def show(progress: Progress) -> None:
        log_progress(progress)
        tell_reader(progress)

    with open_library(configured.library_file) as library:
        if only_brief:
            briefed = brief_pending(library, settings=configured, progress=show)
            report = RefreshReport(sources=0, failed=0, new=0, briefed=briefed)
        else:
            report = refresh(
                library,
                sources=sources or None,
                brief=not no_brief,
                now=datetime.now(UTC),
                progress=show,
                settings=configured,
                due_only=due,
            )
    log_done(report.in_words())
    _finish(report, tell_reader)
    return int(report.failed > 0)


def _write_event(progress: Progress) -> None:
    write_record(event_record(progress))


def _write_line(progress: Progress) -> None:
    """One line a source, for logs and pipes."""
    if isinstance(progress, SourceDone):
        if progress.error:
            complain(f"{mask(progress.address)}: {progress.error}")
        else:
            write(f"{mask(progress.address)}: {progress.new} new")


def _draw_bar(progress: Progress) -> None:
    """One line on the terminal that says how far it is, drawn over itself; a failure stands above it."""
    sys.stderr.write("\r\x1b[K")
    if isinstance(progress, SourceDone) and progress.error:
        complain(f"{mask(progress.address)}: {progress.error}")
    if isinstance(progress, SourceDone | BriefsDone) and progress.total:
        what = "sources" if isinstance(progress, SourceDone) else "briefs"
        filled = 30 * progress.done // progress.total
        sys.stderr.write(f"{what} {'█' * filled}{'░' * (30 - filled)} {progress.done}/{progress.total}")
    sys.stderr.flush()


def _finish(report: RefreshReport, show: ShowProgress) -> None:
    if show is _write_event:
        write_record({"event": "finished", **asdict(report)})
        return
    if show is _draw_bar:
        sys.stderr.write("\r\x1b[K")
    tell(report.in_words())


def event_record(progress: Progress) -> dict[str, Any]:
    """One step of a refresh: ``event`` is ``source``, ``briefs`` or ``stories``; passwords in addresses are masked."""
    record = {"event": EVENT_NAMES[type(progress)], **asdict(progress)}
    if isinstance(progress, SourceDone):
        record["address"] = mask(progress.address)
    return record

"""``refresh``: fetch what is new, then clean, brief and group it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import click

from briefreader.cli.output import complain, tell, to_terminal, write_record
from briefreader.cli.program import everywhere, settings


@everywhere
@click.command("refresh")
@click.argument("sources", metavar="[SOURCE] ...", nargs=-1)
@click.option("--no-brief", is_flag=True, help="Only fetch and list; brief at the next run or on the screen.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one object a source, then the progress of the briefs.")
def refresh_command(sources: tuple[str, ...], no_brief: bool, as_json: bool) -> int:
    """Fetch the sources, list what is new, then clean, brief and group it."""
    from briefreader.jobs.progress import Progress
    from briefreader.jobs.refresh import refresh
    from briefreader.store.sqlite import open_library

    configured = settings()
    show: Callable[[Progress], None] = _record if as_json else _Bar().show if to_terminal() else _line
    with open_library(configured.library_file) as library:
        report = refresh(
            library, sources=sources or None, brief=not no_brief, now=datetime.now(UTC), progress=show, settings=configured
        )
    if not as_json:
        tell(report.in_words())
    return int(bool(report.failed))


def _line(progress: Progress) -> None:
    """One line a source, for logs and pipes."""
    if isinstance(progress, SourceDone):
        if progress.error:
            complain(f"{mask(progress.source.address)}: {progress.error}")
        else:
            write(f"{mask(progress.source.address)}: {progress.new} new")


def _record(progress: Progress) -> None:
    write_record(progress_record(progress))


class _Bar:
    """One line on the terminal that says how far it is, drawn over itself."""

    def show(self, progress: Progress) -> None:
        if isinstance(progress, SourceDone) and progress.error:
            complain(f"\r{mask(progress.source.address)}: {progress.error}")
        ...

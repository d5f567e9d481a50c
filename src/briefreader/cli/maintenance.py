"""``backup``, ``restore`` and ``doctor``: keeping the library well."""

from __future__ import annotations

from pathlib import Path

import click

from briefreader.cli.options import everywhere, settings
from briefreader.cli.output import complain, tell, write

MARKS = click.option("--marks", is_flag=True, help="Only the reader's marks: read, kept, done.")


@everywhere
@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@MARKS
def backup_command(file: Path, marks: bool) -> None:
    """Write the whole library, or only the reader's marks, to FILE."""
    from briefreader.store.sqlite import open_library

    with open_library(settings().library_file) as library:
        library.backup(file, marks_only=marks)
    tell(f"wrote {file}")


@everywhere
@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@MARKS
def restore_command(file: Path, marks: bool) -> None:
    """Take the library, or only the reader's marks, back from FILE; the present library is kept beside it."""
    from briefreader.store.backup import restore_library
    from briefreader.store.sqlite import open_library

    if marks:
        with open_library(settings().library_file) as library:
            tell(f"{library.restore_marks(file)} marks restored")
    else:
        kept = restore_library(settings().library_file, file)
        tell(f"restored from {file}" + (f"; the library before it is kept as {kept}" if kept else ""))


@everywhere
@click.command("doctor")
@click.option("--report", is_flag=True, help="Print a report that is safe to share: no titles, no addresses, no secrets.")
@click.option("--repair", is_flag=True, help="Mend the library's index and give its free room back.")
def doctor_command(report: bool, repair: bool) -> int:
    """Check the library, the configuration and the terminal, and say how to mend what is wrong."""
    from briefreader.cli.checks import all_checks, facts, without_places

    def say(line: str) -> None:
        write(without_places(line) if report else line)

    if report:
        for name, fact in facts(settings):
            say(f"{name}: {fact}")
    if repair:
        from briefreader.store.sqlite import open_library

        with open_library(settings().library_file) as library:
            library.repair()
    wrong = False
    for check in all_checks(settings):
        wrong |= check.problem is not None
        say(f"{'wrong' if check.problem else 'well '}  {check.name}" + (f": {check.problem}" if check.problem else ""))
    if wrong:
        complain("what is marked wrong wants mending")
    return int(wrong)

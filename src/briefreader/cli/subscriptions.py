"""``add``, ``sources``, ``remove`` and ``opml``: the subscriptions."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from briefreader.cli.options import everywhere, settings
from briefreader.cli.output import complain, tell, write, write_record
from briefreader.cli.records import source_record
from briefreader.errors import BriefreaderError, SourceError
from briefreader.sources.address import mask
from briefreader.store.records import Source


@everywhere
@click.command("add")
@click.argument("addresses", metavar="SOURCE ...", nargs=-1, required=True)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Tag the source; may be given several times.")
def add_command(addresses: tuple[str, ...], tags: tuple[str, ...]) -> int:
    """Subscribe to feeds, sites (their feed is found), folders, files or globs."""
    from briefreader.cli.log import log_progress, start_log
    from briefreader.jobs.progress import SourceDone
    from briefreader.jobs.subscribe import add
    from briefreader.store.sqlite import open_library

    configured = settings()
    start_log(configured.data_dir)
    failed = False
    with open_library(configured.library_file) as library:
        for address in addresses:
            try:
                source, new = add(library, address, tags=tags, now=datetime.now(UTC), settings=configured)
            except BriefreaderError as error:
                complain(f"{mask(address)}: {error}")
                log_progress(SourceDone(address, 0, str(error), 1, 1))
                failed = True
            else:
                log_progress(SourceDone(source.address, new, None, 1, 1))
                tell(f"added {source.title or mask(source.address)}: {new} article{'' if new == 1 else 's'}")
    return int(failed)


@everywhere
@click.command("sources")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
def sources_command(as_json: bool) -> None:
    """List each source with its health: last success, last error, next try, counts."""
    from briefreader.store.sqlite import open_library

    with open_library(settings().library_file) as library:
        sources = library.sources()
    for source in sources:
        if as_json:
            write_record(source_record(source))
        else:
            write(_source_lines(source))
    if not sources and not as_json:
        tell("no sources yet: 'briefreader add ADDRESS' subscribes to one")


@everywhere
@click.command("remove")
@click.argument("addresses", metavar="SOURCE ...", nargs=-1, required=True)
def remove_command(addresses: tuple[str, ...]) -> int:
    """Unsubscribe; kept (starred) articles stay."""
    from briefreader.jobs.subscribe import remove
    from briefreader.store.sqlite import open_library

    failed = False
    with open_library(settings().library_file) as library:
        for address in addresses:
            try:
                source = remove(library, address)
            except BriefreaderError as error:
                complain(str(error))
                failed = True
            else:
                tell(f"removed {source.title or mask(source.address)}")
    return int(failed)


@everywhere
@click.group("opml")
def opml_command() -> None:
    """Take subscriptions in from OPML, or give them out."""


@everywhere
@opml_command.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def import_command(file: Path) -> int:
    """Subscribe to every feed in FILE; nothing is fetched before the next refresh."""
    from briefreader.jobs.subscribe import import_opml
    from briefreader.sources.files import open_regular, read_limited
    from briefreader.store.sqlite import open_library

    try:
        with open_regular(str(file)) as stream:
            content = read_limited(stream)
    except SourceError as error:
        raise SourceError(f"cannot read {file}: {error}") from error
    with open_library(settings().library_file) as library:
        added, known = import_opml(library, content)
    tell(f"{added} sources added, {known} already there")
    return 0


@everywhere
@opml_command.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
def export_command(file: Path | None) -> int:
    """Write the subscriptions as OPML 2.0 to FILE, or to standard output."""
    from briefreader.export.files import write_file
    from briefreader.jobs.subscribe import export_opml
    from briefreader.store.sqlite import open_library

    with open_library(settings().library_file) as library:
        document = export_opml(library)
    if file:
        write_file(file, document)
    else:
        write(document)
    return 0


def _source_lines(source: Source) -> str:
    address = mask(source.address)
    tags = "".join(f" #{tag}" for tag in source.tags)
    fetched = f"fetched {source.last_success.astimezone():%Y-%m-%d %H:%M}" if source.last_success else "not fetched yet"
    state = "paused" if source.paused else "gone" if source.gone else source.last_error or fetched
    return f"{source.title or address}{tags}\n  {address}\n  {source.unread} of {source.articles} unread · {state}"

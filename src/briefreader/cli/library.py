"""``list``, ``search`` and ``export``: what the library holds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from briefreader.cli.output import tell, write, write_record
from briefreader.cli.program import everywhere, settings
from briefreader.model import Story
from briefreader.query import parse_query
from briefreader.store.library import Library
from briefreader.store.records import Query

QUERY = click.argument("words", metavar="[QUERY]", nargs=-1)
SINCE = click.option("--since", metavar="WHEN", help="24h, 7d, today, or an ISO date.")


@everywhere
@click.command("list")
@QUERY
@SINCE
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
def list_command(words: tuple[str, ...], since: str | None, as_json: bool) -> None:
    """List the stories, newest first, with stage and direction."""
    from briefreader.export.rows import list_line
    from briefreader.store.sqlite import open_library

    query = _query(words, since)
    with open_library(settings().library_file) as library:
        story_ids = library.story_ids(query)
        for story_id in story_ids:
            if as_json:
                write_record(_record(library, story_id))
        if not as_json:
            for row in library.story_rows(story_ids):
                write(list_line(row))
    if not story_ids and not as_json:
        tell("no story matches")


@everywhere
@click.command("search")
@click.argument("words", metavar="QUERY", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
def search_command(words: tuple[str, ...], as_json: bool) -> None:
    """Search the full text of all articles, newest first."""
    from briefreader.export.records import hit_record
    from briefreader.store.sqlite import open_library

    with open_library(settings().library_file) as library:
        hits = library.search(_query(words, None))
    for hit in hits:
        if as_json:
            write_record(hit_record(hit))
        else:
            write(f"{(hit.published or 'undated')[:10]}  {hit.title} ({hit.site or 'unknown'})\n            {hit.snippet}")
    if not hits and not as_json:
        tell("nothing found")


@everywhere
@click.command("export")
@QUERY
@SINCE
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file for all, or a folder with a file for each story.")
@click.option("--format", "form", type=click.Choice(["md", "html", "json"]), default="md", show_default=True)
def export_command(words: tuple[str, ...], since: str | None, output: Path | None, form: str) -> int:
    """Export the briefs of the stories that match: all, if no query is given."""
    from briefreader.export.documents import day_document, story_documents
    from briefreader.export.files import write_exports, write_file
    from briefreader.store.sqlite import open_library

    with open_library(settings().library_file) as library:
        stories = [library.story(story_id) for story_id in library.story_ids(_query(words, since))]
    if not stories:
        tell("no story matches: nothing was exported")
        return 0
    if output is None:
        write(day_document(stories, form, datetime.now().astimezone().date()))
    elif _is_folder(output):
        for path in write_exports(output, story_documents(stories, form)):
            tell(f"wrote {path}")
    else:
        write_file(output, day_document(stories, form, datetime.now().astimezone().date()))
        tell(f"wrote {output}")
    return 0

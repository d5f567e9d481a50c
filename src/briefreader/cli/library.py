"""``list``, ``search`` and ``export``: what the library holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from briefreader.cli.options import everywhere, settings
from briefreader.cli.output import tell, write, write_record
from briefreader.cli.records import hit_record
from briefreader.export.documents import Form, day_document, story_documents
from briefreader.export.words import DIRECTION_ARROWS, STAGE_LABELS
from briefreader.query import parse_query
from briefreader.store.library import Library
from briefreader.store.records import Query, StoryRow

ROWS_AT_ONCE = 500
QUERY = click.argument("words", metavar="[QUERY]", nargs=-1)
SINCE = click.option("--since", metavar="WHEN", help="24h, 7d, today, or an ISO date.")


@everywhere
@click.command("list")
@QUERY
@SINCE
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
def list_command(words: tuple[str, ...], since: str | None, as_json: bool) -> None:
    """List the stories, newest first, with stage and direction."""
    from briefreader.export.records import story_record
    from briefreader.store.sqlite import open_library

    query = _query(words, since)
    found = False
    with open_library(settings().library_file) as library:
        for row in _rows(library, query):
            found = True
            if as_json:
                story, changed = library.story(row.id), library.changed(row.id)
                write_record(story_record(story, unread=row.unread, kept=row.starred, done=row.done, changed=changed))
            else:
                write(_list_line(row))
    if not found and not as_json:
        tell("no story matches")


@everywhere
@click.command("search")
@click.argument("words", metavar="QUERY", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
def search_command(words: tuple[str, ...], as_json: bool) -> None:
    """Search the full text of all articles, newest first."""
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
@click.option("--corrections", is_flag=True, help="The articles that you corrected, as labelled examples in JSON Lines.")
def export_command(words: tuple[str, ...], since: str | None, output: Path | None, form: Form, corrections: bool) -> int:
    """Export the briefs of the stories that match: all, if no query is given."""
    from briefreader.export.files import write_exports, write_file
    from briefreader.store.sqlite import open_library

    if corrections:
        return _export_corrections(words, since, output)
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


def _export_corrections(words: tuple[str, ...], since: str | None, output: Path | None) -> int:
    """What the reader corrected in the stories that match, one article a line."""
    from briefreader.export.files import write_file
    from briefreader.export.json import json_line
    from briefreader.export.labels import label_record
    from briefreader.store.sqlite import open_library

    with open_library(settings().library_file) as library:
        wanted = library.story_ids(_query(words, since)) if words or since else None
        briefs = library.corrected_briefs(wanted)
    if not briefs:
        tell("nothing was corrected: nothing was exported")
    elif output is None:
        for brief in briefs:
            write_record(label_record(brief))
    else:
        path = output / "corrections.jsonl" if _is_folder(output) else output
        write_file(path, "".join(f"{json_line(label_record(brief))}\n" for brief in briefs))
        tell(f"wrote {path}")
    return 0


def _rows(library: Library, query: Query) -> Iterator[StoryRow]:
    story_ids = library.story_ids(query)
    for start in range(0, len(story_ids), ROWS_AT_ONCE):
        yield from library.story_rows(story_ids[start : start + ROWS_AT_ONCE])


def _list_line(row: StoryRow) -> str:
    mark = "*" if row.starred else "•" if row.unread else " "
    stage = STAGE_LABELS[row.stage] if row.stage else "–"
    arrow = DIRECTION_ARROWS[row.direction] if row.direction else " "
    outlets = f"  ({row.sites} outlets)" if row.sites > 1 else f"  ({row.site})" if row.site else ""
    return f"{mark} {row.last.astimezone():%Y-%m-%d %H:%M}  {stage:<12} {arrow}  {row.title}{outlets}"


def _query(words: tuple[str, ...], since: str | None) -> Query:
    return parse_query(" ".join([*words, *([f"since:{since}"] if since else [])]), datetime.now().astimezone())


def _is_folder(output: Path) -> bool:
    return os.path.isdir(output) or not output.suffix  # noqa: PTH112 (Path raises where a name is too long)

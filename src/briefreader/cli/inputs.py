"""``brief``, ``clean`` and ``story``: what is given is read, nothing is stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from briefreader.cli.options import everywhere, settings
from briefreader.cli.output import complain, write, write_record
from briefreader.model import Article, Brief

INPUTS = click.argument("inputs", metavar="[PATH|URL|-] ...", nargs=-1)
INPUT_KIND = click.option(
    "--input", "input_kind", type=click.Choice(["jsonl"]), help="Read '-' as JSON Lines, one article a line."
)
POINTS = click.option("--points", type=click.IntRange(1, 7), metavar="N", help="Key points for an article, 1 to 7.")


def formats(*names: str) -> Callable[[Any], Any]:
    """Options for the form of the output: the first one is the default."""

    def add(command: Any) -> Any:
        for name in reversed(names):
            words = {"json": "JSON Lines", "md": "Markdown", "html": "HTML", "text": "Plain text"}[name]
            default = " (the default)" if name == names[0] else ""
            command = click.option(f"--{name}", "form", flag_value=name, help=f"{words}{default}.")(command)
        return click.option("--why", is_flag=True, help="Show what led to it.")(command)

    return add


@everywhere
@click.command("brief")
@INPUTS
@POINTS
@INPUT_KIND
@formats("md", "json", "html")
def brief_command(inputs: tuple[str, ...], points: int | None, input_kind: str | None, form: str | None, why: bool) -> int:
    """Clean and brief each input: a file, a folder, a glob, an address, or - for standard input."""
    from briefreader.export.html import brief_html
    from briefreader.export.markdown import brief_markdown
    from briefreader.export.records import brief_record
    from briefreader.jobs.inputs import brief_inputs

    configured = settings()
    failed = False
    count = points or configured.points
    for brief in brief_inputs(_given(inputs), points=count, input_kind=input_kind, settings=configured, why=why):
        failed |= _complain_of(brief.article)
        if form == "json":
            write_record(brief_record(brief, why=why))
        elif not brief.article.error:
            write(brief_html(brief) if form == "html" else brief_markdown(brief, why=why))
    return int(failed)


@everywhere
@click.command("clean")
@click.argument("inputs", metavar="PATH|URL", nargs=-1, required=True)
@INPUT_KIND
@formats("text", "md", "html", "json")
def clean_command(inputs: tuple[str, ...], input_kind: str | None, form: str | None, why: bool) -> int:
    """Print the cleaned article alone; --why shows what was removed and by which rule."""
    from briefreader.export.html import article_html
    from briefreader.export.markdown import article_markdown
    from briefreader.export.records import article_record
    from briefreader.jobs.inputs import clean_inputs

    failed = False
    for article in clean_inputs(inputs, input_kind=input_kind, settings=settings()):
        failed |= _complain_of(article)
        if form == "json":
            write_record(article_record(article, why=why))
        elif not article.error:
            write({"md": article_markdown, "html": article_html}.get(form or "", _article_text)(article, why=why))
    return int(failed)


@everywhere
@click.command("story")
@INPUTS
@POINTS
@INPUT_KIND
@formats("md", "json", "html")
def story_command(inputs: tuple[str, ...], points: int | None, input_kind: str | None, form: str | None, why: bool) -> int:
    """Group the inputs into stories and print each story's brief and time line."""
    from briefreader.export.html import story_html
    from briefreader.export.markdown import story_markdown
    from briefreader.export.records import story_record
    from briefreader.jobs.inputs import brief_inputs
    from briefreader.text.stories import group

    configured = settings()
    failed = False
    briefs: list[Brief] = []
    for brief in brief_inputs(_given(inputs), points=points or configured.points, input_kind=input_kind, settings=configured):
        failed |= _complain_of(brief.article)
        if not brief.article.error:
            briefs.append(brief)
    for story in group(briefs):
        if form == "json":
            write_record(story_record(story, why=why))
        else:
            write(story_html(story) if form == "html" else story_markdown(story, why=why))
    return int(failed)


def _given(inputs: tuple[str, ...]) -> tuple[str, ...]:
    return inputs or ("-",)


def _complain_of(article: Article) -> bool:
    if article.error:
        complain(f"{article.source}: {article.error}")
    return bool(article.error)


def _article_text(article: Article, *, why: bool) -> str:
    text = "\n\n".join(part for part in (article.title, article.standfirst, article.text) if part)
    return text + (_removals(article) if why else "")


def _removals(article: Article) -> str:
    lines = "".join(f"\n  [{removal.rule}] {' '.join(removal.text.split())}" for removal in article.removed)
    return "\n\nRemoved:" + (lines or " nothing")

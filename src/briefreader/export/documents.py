"""Stories in the form that the reader asked for: one document for all of them, or one for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefreader.export.html import day_html, story_html
from briefreader.export.json import json_line
from briefreader.export.markdown import day_markdown, story_markdown
from briefreader.export.names import export_name
from briefreader.export.records import story_record
from briefreader.model import Story

Form = Literal["md", "html", "json"]


@dataclass(frozen=True, slots=True)
class NamedText:
    """A document and the name of its file."""

    name: str
    text: str


def day_document(stories: Sequence[Story], form: Form, day: date) -> str:
    """Give all stories in one document, dated ``day``; as JSON a line for each."""
    match form:
        case "md":
            return day_markdown(stories, day.isoformat())
        case "html":
            return day_html(stories, day.isoformat())
        case "json":
            return "".join(map(_story_json, stories))


def story_documents(stories: Sequence[Story], form: Form) -> list[NamedText]:
    """Give each story as a document of its own; the name stays the same while the story keeps its id and its title."""
    write = _WRITERS[form]
    return [NamedText(export_name(story.title, identity=story.id, suffix=f".{form}"), write(story)) for story in stories]


def _story_json(story: Story) -> str:
    return json_line(story_record(story)) + "\n"


_WRITERS: dict[Form, Callable[[Story], str]] = {"md": story_markdown, "html": story_html, "json": _story_json}

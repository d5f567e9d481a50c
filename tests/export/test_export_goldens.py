"""The exports of the sample, letter by letter. After a wanted change run this file by itself and read the difference."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from export_sample import OPENING, OPENING_BRIEF, STALLED_BRIEF, STORY, UNDATED_BRIEF

from briefreader.export.html import article_html, brief_html, day_html, story_html
from briefreader.export.markdown import article_markdown, brief_markdown, day_markdown, story_markdown

GOLDENS = Path(__file__).parent / "goldens"
EXPORTS: dict[str, Callable[[], str]] = {
    "brief.md": lambda: brief_markdown(STALLED_BRIEF),
    "brief-why.md": lambda: brief_markdown(OPENING_BRIEF, why=True),
    "brief-without-negotiation.md": lambda: brief_markdown(UNDATED_BRIEF),
    "story.md": lambda: story_markdown(STORY),
    "story-why.md": lambda: story_markdown(STORY, why=True),
    "day.md": lambda: day_markdown([STORY, STORY], "2026-03-06"),
    "article.md": lambda: article_markdown(OPENING),
    "brief.html": lambda: brief_html(STALLED_BRIEF),
    "story.html": lambda: story_html(STORY),
    "day.html": lambda: day_html([STORY, STORY], "2026-03-06"),
    "article.html": lambda: article_html(OPENING),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_reads_as_it_did(name: str) -> None:
    assert EXPORTS[name]() == (GOLDENS / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    for file_name, export in EXPORTS.items():
        (GOLDENS / file_name).write_text(export(), encoding="utf-8", newline="")

"""A story on the screen: what is left of one that a regrouping, or a removed source, has emptied."""

from __future__ import annotations

import pytest
from screen_fixtures import Opener

from briefreader.errors import LibraryError
from briefreader.store.records import Fetched
from briefreader.store.sqlite import SqliteLibrary, open_library
from briefreader.ui.reading.open_story import open_story
from library_sample import NOW, entry


def subscribed(library: SqliteLibrary) -> tuple[int, int]:
    """A source with one article; its id and that of its story."""
    source = library.add_source("https://post.example/feed", "feed", now=NOW)
    library.save_fetch(source.id, Fetched((entry("ferry"),)), NOW)
    return source.id, library.story_ids()[0]


def test_a_story_that_has_lost_its_articles_is_said_to_be_gone() -> None:
    with open_library(None) as library:
        source, story = subscribed(library)
        assert open_story(library, story).articles
        library.remove_source(source)
        with pytest.raises(LibraryError, match="Nothing is left"):
            open_story(library, story)


async def test_removing_the_source_of_the_story_that_is_read_leaves_the_screen_alive(
    open_screen: Opener, library: SqliteLibrary
) -> None:
    source, story = subscribed(library)
    async with open_screen() as reader:
        reader.main.load_story(story)
        library.remove_source(source)
        reader.main.reload_story()
        reader.main.load_story(story)
        await reader.settle()
        assert "Nothing is left" in "".join(reader.toasts) + reader.text

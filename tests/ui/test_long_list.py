"""A list that is too long to be read at once: it is read as far as one looks, and behaves as if all of it were there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

import pytest
from textual.pilot import Pilot
from ui_sample import NOW

from briefreader.config import Settings
from briefreader.model import Raw
from briefreader.store.records import Fetched, Mark
from briefreader.store.sqlite import SqliteLibrary, open_library
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.reading import finding
from briefreader.ui.reading.main import MainScreen
from briefreader.ui.widgets import story_list

BLOCK, ALL = 64, 400


@pytest.fixture(autouse=True)
def _short_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story_list, "_IDS_A_BLOCK", BLOCK)


@dataclass
class Screen:
    main: MainScreen
    pilot: Pilot[int]

    @property
    def header(self) -> str:
        return self.main.header.render_line(0).text

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()


@asynccontextmanager
async def opened(library: SqliteLibrary, settings: Settings, *, in_memory: bool = False) -> AsyncIterator[Screen]:
    app = BriefreaderApp(library, settings, in_memory=in_memory, now=lambda: NOW)
    async with app.run_test(size=(120, 35)) as pilot:
        await pilot.pause()
        yield Screen(cast("MainScreen", app.screen_stack[1]), pilot)


def bring(library: SqliteLibrary, name: str, numbers: range) -> None:
    """A source brings so many articles, each a story, the lowest number the newest."""
    source = library.add_source(f"https://{name}.example/feed", "feed", now=NOW, title=name)
    entries = [
        Raw(
            f"https://{name}.example/{number}",
            b"A bakery opened.",
            "text/plain",
            title=f"{name} {number}",
            published=(NOW - timedelta(minutes=number)).isoformat(),
        )
        for number in numbers
    ]
    library.save_fetch(source.id, Fetched(entries=tuple(entries)), NOW)


async def test_what_is_not_looked_at_is_not_read_but_counted(settings: Settings) -> None:
    with open_library(None) as library:
        bring(library, "post", range(ALL))
        async with opened(library, settings) as screen:
            stories = screen.main.stories
            assert (len(stories.known), stories.length) == (BLOCK, ALL)
            assert f"{ALL} listed" in screen.header
            await screen.press("pagedown", "pagedown")
            assert stories.known == set(library.story_ids(limit=2 * BLOCK))


async def test_the_last_line_is_gone_to_without_what_is_between_which_is_there_when_one_goes_up(settings: Settings) -> None:
    with open_library(None) as library:
        bring(library, "post", range(ALL))
        every = library.story_ids()
        async with opened(library, settings, in_memory=True) as screen:
            stories = screen.main.stories
            await screen.press("G", "p", "k", "r")
            assert stories.cursor == ALL - 3
            assert not stories.known & set(every[BLOCK : ALL - 4 * BLOCK])
            assert stories.story_id == every[-3]
            assert library.story_rows([every[-3]])[0].unread == 0
            await screen.press("pageup", "pageup")
            assert stories.story_id == every[stories.cursor]
            assert list(stories.ids) == list(every)
            assert stories.story_id == every[stories.cursor]


async def test_all_below_is_done_beyond_what_was_looked_at(settings: Settings) -> None:
    with open_library(None) as library:
        bring(library, "post", range(ALL))
        async with opened(library, settings) as screen:
            await screen.press("U", "right_curly_bracket")
            assert library.counts().done == ALL - 1


async def test_what_is_marked_while_one_goes_down_shifts_nothing_that_is_still_to_be_read(settings: Settings) -> None:
    with open_library(None) as library:
        bring(library, "post", range(ALL))
        every = library.story_ids()
        async with opened(library, settings) as screen:
            stories = screen.main.stories
            await screen.press("x", *["a"] * 5, "pagedown", "left_curly_bracket")
            assert library.counts().unread < ALL - 10
            assert list(stories.between(0, ALL)) == list(every)
            assert [stories.index_of(story_id) for story_id in every] == [*range(ALL)]


async def test_listing_anew_keeps_what_was_marked_and_the_story_under_the_cursor_in_its_line(settings: Settings) -> None:
    with open_library(None) as library:
        bring(library, "post", range(1, ALL + 1))
        every = library.story_ids()
        async with opened(library, settings) as screen:
            stories = screen.main.stories
            stories.go_to(200)
            await screen.press("a", "a", "k")
            line = stories.cursor - stories.scroll_y
            library.mark(Mark.DONE, True, story_ids=every[300:310])  # elsewhere: these are not looked at
            bring(library, "wire", range(1))
            screen.main.relist()
            assert stories.story_id == every[201]
            assert stories.cursor == 202
            assert stories.cursor - stories.scroll_y == line
            assert stories.length == ALL + 1 - 10
            assert list(stories.between(1, 301)) == list(every[:300])


async def test_of_very_many_that_are_marked_all_that_was_looked_at_stays(settings: Settings) -> None:
    with open_library(None) as library:
        bring(library, "post", range(ALL))
        every = library.story_ids()
        async with opened(library, settings) as screen:
            stories = screen.main.stories
            await screen.press("G", "left_curly_bracket")
            screen.main.relist()
            with pytest.MonkeyPatch.context() as patched:
                patched.setattr(finding, "_MOST_STAYING", 10)
                screen.main.relist()
            assert list(stories.ids) == list(every)
            assert stories.cursor == ALL - 1


async def test_listing_anew_keeps_the_last_story_under_the_cursor(settings: Settings) -> None:
    with open_library(None) as library:
        bring(library, "post", range(1, ALL + 1))
        async with opened(library, settings) as screen:
            stories = screen.main.stories
            await screen.press("G")
            here = stories.story_id
            bring(library, "wire", range(1))
            screen.main.relist()
            assert (stories.story_id, stories.cursor, stories.length) == (here, ALL, ALL + 1)


async def test_the_next_unread_story_is_found_beyond_what_was_read(settings: Settings) -> None:
    with open_library(None) as library:
        bring(library, "post", range(ALL))
        every = library.story_ids()
        library.mark(Mark.READ, True, story_ids=[*every[:150], *every[151:]])
        async with opened(library, settings) as screen:
            await screen.press("U", "n")
            assert screen.main.stories.story_id == every[150]
            await screen.press("j", "p")
            assert screen.main.stories.story_id == every[150]


async def test_a_hidden_source_leaves_the_rest_and_what_comes_stands_where_it_belongs(settings: Settings) -> None:
    with open_library(None) as library:
        bring(library, "post", range(100, 200))
        bring(library, "wire", range(200, 500))
        async with opened(library, settings) as screen:
            stories = screen.main.stories
            await screen.press("H")
            assert stories.length == 300
            assert "300 unread of 300" in screen.header
            assert len(stories.known) == BLOCK
            here = stories.story_id
            for name, number in (("gazette", 9), ("herald", 500)):  # fewer than are read at once, and more
                bring(library, name, range(number))
                screen.main.relist()
                hidden = {row.id for row in library.story_rows(library.story_ids()) if row.site == "post"}
                listed = [story_id for story_id in library.story_ids() if story_id not in hidden]
                assert stories.length == len(listed)
                assert list(stories.between(0, 3 * BLOCK)) == listed[: 3 * BLOCK]
                assert stories.story_id == here
            assert list(stories.ids) == listed


async def test_what_is_undone_in_another_session_is_listed_again_under_the_cursor(settings: Settings) -> None:
    with open_library(None) as library:
        bring(library, "post", range(ALL))
        marked = [library.story_ids()[7], library.story_ids()[300]]
        for story_id in marked:
            library.mark(Mark.DONE, True, story_ids=[story_id])
        async with opened(library, settings) as screen:
            for here in reversed(marked):
                assert here not in screen.main.stories.known
                await screen.press("u")
                assert screen.main.stories.story_id == here
            assert screen.main.stories.cursor == 7
            assert len(screen.main.stories.known) < 3 * BLOCK
            assert f"{ALL} listed" in screen.header

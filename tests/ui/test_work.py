"""What runs beside the screen: refreshing in a process of its own, loading in a thread."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path

import pytest
from screen_fixtures import Opener, presses
from ui_sample import NOW, fill

from briefreader.config import load_settings
from briefreader.jobs.progress import BriefsDone, SourceDone
from briefreader.store.sqlite import SqliteLibrary
from briefreader.ui.screens.starter import starter_feeds
from briefreader.ui.work import CommandProcess, ThreadWork, progress_of
from web_server import Visit, running_server

ARTICLE = "Dock workers break off talks\n\nThe dock workers of Arna broke off the pay talks with the port on Monday.\n"


def test_a_refresh_that_is_cut_short_as_the_loop_ends_leaves_nothing_open(tmp_path: Path) -> None:
    work = CommandProcess(load_settings(data_dir=tmp_path, environment={}), "refresh")

    async def refresh() -> None:
        async for _ in work.lines():
            pass

    async def quits_meanwhile() -> None:
        running = asyncio.create_task(refresh())
        while work._process is None:
            await asyncio.sleep(0.01)
        running.cancel()
        await asyncio.sleep(0)  # and the loop, which ends here, cancels it once more

    asyncio.run(quits_meanwhile())
    gc.collect()  # what was left open would warn, which is an error here


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "dock.txt").write_text(ARTICLE)
    return made


def test_the_lines_of_refresh_are_progress() -> None:
    line = '{"event": "source", "address": "a", "new": 2, "error": null, "done": 1, "total": 3}'
    assert progress_of(line) == SourceDone("a", 2, None, 1, 3)
    assert progress_of('{"event": "briefs", "done": 1, "total": 2}') == BriefsDone(1, 2)
    assert progress_of('{"event": "finished"}') is None
    assert progress_of("not JSON") is None


async def test_work_in_a_thread_tells_its_progress_and_raises_its_failure() -> None:
    async def gather(work: ThreadWork) -> list[object]:
        return [event async for event in work.events()]

    assert await gather(ThreadWork(lambda tell, stopped: tell(BriefsDone(1, 1)))) == [BriefsDone(1, 1)]

    def fail(tell: object, stopped: object) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await gather(ThreadWork(fail))


async def test_a_command_that_is_stopped_while_it_starts_ends_at_once(tmp_path: Path) -> None:
    work = CommandProcess(load_settings(data_dir=tmp_path, environment={}), "refresh")
    work.stop()
    assert [line async for line in work.lines()] == []
    assert work.exit_code
    assert work.exit_code < 0


@presses("sources-add", "sources-rename", "sources-tag", "sources-pause", "sources-remove", "sources-undo")
@presses("sources-refresh", "sources-back")
async def test_an_empty_library_offers_how_to_begin_and_a_folder_is_added_and_refreshed(
    open_screen: Opener, empty_library: SqliteLibrary, folder: Path
) -> None:
    async with open_screen(on=empty_library) as reader:
        assert "Welcome to briefreader" in reader.text
        await reader.press("j", "enter")
        assert "Add a source" in reader.text
        await reader.press(*str(folder), "enter")
        await reader.until(lambda: len(reader.app.screen_stack) == 2)
        await reader.until(lambda: bool(reader.main.stories.ids))
        await reader.until(lambda: empty_library.counts().pending == 0)
        await reader.until(lambda: reader.main._work is None)
        (folder / "bakery.txt").write_text("Bakery opens\n\nA bakery opened in Arna on Tuesday.\n")
        await reader.press("R")
        await reader.until(lambda: any("Refreshed: 1 new" in toast for toast in reader.toasts))
        assert len(reader.main.stories.ids) == 2
        await reader.press("S")
        assert "2 unread of 2" in reader.text
        await reader.press("p")
        assert "paused" in reader.text
        await reader.press("r", *" of Arna", "enter")
        assert "of Arna" in reader.text
        await reader.press("t", *"local", "enter")
        assert "#local" in reader.text
        await reader.press("d")
        assert "No sources yet" in reader.text
        await reader.press("u")
        assert "of Arna" in reader.text
        await reader.press("a")
        assert "Add a source" in reader.text
        await reader.press("escape", "q")
        assert reader.app.screen is reader.main
        (folder / "mill.txt").write_text("Mill closes\n\nThe mill of Arna closed on Wednesday.\n")
        await reader.press("S", "p", "R")
        assert reader.app.screen is reader.main
        await reader.until(lambda: len(reader.main.stories.ids) == 3)


async def test_a_renamed_source_stays_under_the_cursor_wherever_its_name_takes_it(
    open_screen: Opener, empty_library: SqliteLibrary
) -> None:
    for name in ("arna", "brod", "celt"):
        empty_library.add_source(f"https://{name}.example/feed", "feed", now=NOW)
    async with open_screen(on=empty_library) as reader:
        await reader.press("escape", "S", "r", *"zeta", "enter", "t", *"north", "enter")
        assert [(source.title, source.tags) for source in empty_library.sources()][-1] == ("zeta", ("north",))


@presses("starter-tick", "starter-add", "starter-back")
async def test_a_refresh_shows_how_far_it_is_and_r_stops_it(open_screen: Opener, empty_library: SqliteLibrary) -> None:
    with running_server() as site:
        site.pages["/feed"] = Visit.hang
        empty_library.add_source(site.url("/feed"), "feed", now=NOW)
        async with open_screen(on=empty_library) as reader:
            reader.main._begin()
            reader.main._show_progress(SourceDone("https://a.example/feed", 3, None, 7, 20))
            assert "▰▰▰▱▱▱▱▱▱▱ 7/20 feeds · R stops" in reader.main.activity.text
            reader.main._end()
            await reader.press("R")
            await reader.until(lambda: bool(site.visits))
            await reader.press("R")
            await reader.until(lambda: any("stopped" in toast for toast in reader.toasts))
            assert reader.main._work is None


async def test_what_had_come_when_a_refresh_is_stopped_is_briefed_all_the_same(
    open_screen: Opener, empty_library: SqliteLibrary
) -> None:
    with running_server() as site:
        site.pages["/feed"] = Visit.hang
        empty_library.add_source(site.url("/feed"), "feed", now=NOW)
        async with open_screen(on=empty_library) as reader:
            await reader.press("R")
            await reader.until(lambda: bool(site.visits))
            fill(empty_library, waiting=True)
            await reader.press("R")
            await reader.until(lambda: empty_library.counts().pending == 0)


async def test_a_library_that_begins_is_listed_from_the_newest_and_a_folders_name_may_have_blanks(
    open_screen: Opener, empty_library: SqliteLibrary, folder: Path
) -> None:
    news = folder / "news of Arna"
    news.mkdir()
    for what, day in {"Bakery": "2025-11-03", "Mill": "2025-11-09", "Bridge": "2025-11-12", "School": "2025-11-01"}.items():
        (news / f"{what}.md").write_text(f"---\ntitle: {what} opens\ndate: {day}\n---\nIt opened in Arna.\n")
    async with open_screen(on=empty_library) as reader:
        await reader.press("j", "enter")
        await reader.enter(str(news))
        await reader.until(lambda: len(reader.app.screen_stack) == 2 and len(reader.main.stories.ids) == 4)
        await reader.until(lambda: empty_library.counts().pending == 0 and reader.main._work is None)
        await reader.settle()
        assert reader.title() == "Bridge opens"
        assert reader.main.stories.cursor == 0


async def test_well_known_feeds_are_ticked_and_added(open_screen: Opener, empty_library: SqliteLibrary) -> None:
    async with open_screen(on=empty_library) as reader:
        added: list[str] = []
        reader.main.refresh_sources = lambda *addresses: added.extend(addresses)  # type: ignore[method-assign] # no network here
        await reader.press("j", "j", "enter")
        assert "Feeds to begin with" in reader.text
        await reader.press("q")
        assert not empty_library.sources()
        assert "Welcome to briefreader" in reader.text
        await reader.press("G", "k", "enter")
        assert "Import subscriptions" in reader.text
        await reader.enter("none.opml")
        await reader.until(lambda: "cannot read none.opml: there is no such file" in reader.text)
        assert "briefreader: cannot" not in reader.text
        await reader.press("escape", "j", "j", "enter")
        await reader.press("space", "j", "space", "a")
        chosen = {source.address for source in empty_library.sources()}
        assert chosen == {feed.address for feed in starter_feeds()[:2]}


def test_the_well_known_feeds_are_addresses_of_the_web() -> None:
    assert all(feed.address.startswith("https://") for feed in starter_feeds())
    assert len({feed.address for feed in starter_feeds()}) == len(starter_feeds())


async def test_subscriptions_are_imported_or_it_is_said_why_not(
    open_screen: Opener, empty_library: SqliteLibrary, tmp_path: Path
) -> None:
    async with open_screen(on=empty_library) as reader:
        await reader.press("j", "j", "j", "enter")
        await reader.press(*str(tmp_path / "none.opml"), "enter")
        await reader.until(lambda: "cannot read" in reader.text)
        await reader.press("escape", "escape")
        assert "Nothing unread. R refresh · + add source" in reader.text


async def test_given_inputs_are_loaded_while_the_screen_is_open(
    open_screen: Opener, folder: Path, library: SqliteLibrary, tmp_path: Path
) -> None:
    async with open_screen(inputs=(str(folder), str(tmp_path / "missing.txt"))) as reader:
        await reader.until(lambda: len(reader.main.stories.ids) == 8)
        assert "in memory" in reader.text
        await reader.until(lambda: any("1 inputs could not be read" in toast for toast in reader.toasts))


async def test_what_waits_for_its_brief_says_so(open_screen: Opener, empty_library: SqliteLibrary) -> None:
    fill(empty_library, waiting=True)
    async with open_screen(on=empty_library, in_memory=True) as reader:
        assert "…" in reader.text.splitlines()[2]
        assert "waiting to be briefed" in reader.text


async def test_what_waits_is_briefed_beside_the_screen(open_screen: Opener, empty_library: SqliteLibrary) -> None:
    fill(empty_library, waiting=True)
    assert empty_library.counts().pending
    async with open_screen(on=empty_library) as reader:
        await reader.until(lambda: empty_library.counts().pending == 0)


async def test_an_article_without_an_address_has_no_full_text(open_screen: Opener, empty_library: SqliteLibrary) -> None:
    from briefreader.model import Raw
    from briefreader.store.records import Fetched

    empty_library.save_fetch(None, Fetched(entries=(Raw("note.txt", ARTICLE.encode(), "text/plain", title="A note"),)), NOW)
    async with open_screen(on=empty_library, in_memory=True) as reader:
        await reader.press("x")
        await reader.until(lambda: any("it has no web address" in toast for toast in reader.toasts))

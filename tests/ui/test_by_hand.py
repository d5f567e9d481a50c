"""By hand: the reader corrects what the engine says, merges and splits stories; every step can be taken back."""

from __future__ import annotations

from screen_fixtures import Opener, Reader, presses
from textual.widgets import Input
from ui_sample import NOW

from briefreader.jobs.grouping import tell_changed
from briefreader.model import Negotiation, Story
from briefreader.store.sqlite import SqliteLibrary
from briefreader.ui.widgets.line_pane import LinePane

RAIL = "Rail pay talks stall over two-year clause"
PORT = "Port union and operator reach tentative deal"
DELTA = "Delta water commission meets for third round"


async def go_to(reader: Reader, title: str) -> None:
    await reader.press("g")
    for _ in range(20):
        if reader.title() == title:
            return
        await reader.press("j")
    raise LookupError(title)


def story_here(reader: Reader) -> Story:
    assert reader.main.story
    return reader.main.story.story


def status_here(reader: Reader) -> Negotiation:
    status = story_here(reader).negotiation
    assert status
    return status


@presses("correct", "correct-choose")
async def test_a_stage_is_chosen_from_the_list_and_the_engines_stays_beside_it(
    open_screen: Opener, library: SqliteLibrary
) -> None:
    async with open_screen((120, 35)) as reader:
        await go_to(reader, RAIL)
        await reader.press("c")
        assert "● ▣ Stalled as the engine says" in reader.text
        assert "it decides where the story stands" in reader.text
        await reader.press("j", "space")
        assert status_here(reader).stage == "suspended"
        row = reader.main.stories.row(reader.main.stories.cursor)
        assert row
        assert row.stage == "suspended"
        assert "Stage: Suspended; the engine said Stalled" in reader.text
        assert "New  " not in reader.text
        assert any("u takes it back" in toast for toast in reader.toasts)
        await reader.press("u")
        assert status_here(reader).stage == "stalled"
        assert "the engine said" not in reader.text
        await reader.press("c", "j", "enter", "c")
        assert "● ‖ Suspended yours" in reader.text
        assert "↺ leave it to the engine, which says: Stalled" in reader.text
        await reader.press("G", *["k"] * 3, "enter")
        assert status_here(reader).stage == "stalled"
        await go_to(reader, DELTA)
        await reader.press("c", *["j"] * 7, "enter")
        assert story_here(reader).negotiation is None
        assert "Stage: none; the engine said Under way" in reader.text


async def test_parties_are_written_a_senseless_date_is_refused_and_a_pane_decides_which_article_is_meant(
    open_screen: Opener,
) -> None:
    async with open_screen((120, 35)) as reader:
        await go_to(reader, RAIL)
        await reader.press("c", "G", "k", "k", "enter")
        reader.app.screen.query_one(Input).value = "Rail Union ; the ministry;"
        await reader.press("enter")
        assert [party.name for party in status_here(reader).parties] == ["Rail Union", "the ministry"]
        await reader.press("c", "G", "enter")
        reader.app.screen.query_one(Input).value = "next Friday"
        await reader.press("enter")
        assert "next Friday is not a day" in reader.text
        reader.app.screen.query_one(Input).value = "2025-11-15"
        await reader.press("enter")
        step = status_here(reader).next_step
        assert step
        assert step.date == "2025-11-15"
        await reader.press("2", "[", "c")
        assert "Rail pay: first round in Lund" in reader.text
        assert "the story's stage is another article's" in reader.text


async def test_the_date_of_an_article_may_have_an_hour_and_is_the_readers_local_one_that_of_a_step_is_a_day(
    open_screen: Opener,
) -> None:
    async with open_screen((120, 35)) as reader:
        await go_to(reader, RAIL)
        await reader.press("c", "G", "enter")
        await reader.enter("2025-11-15T08:00")
        assert "2025-11-15T08:00 is not a day" in reader.text
        await reader.enter("20251115")
        step = status_here(reader).next_step
        assert step
        assert step.date == "2025-11-15"
        await reader.press("c", "G", "k", "k", "enter")
        await reader.enter("2025-11-12 09:30")
        dates = [brief.article.published for brief in story_here(reader).briefs]
        assert NOW.replace(day=12, hour=9, minute=30).isoformat() in dates


@presses("correct-close")
async def test_the_dialog_closes_without_correcting(open_screen: Opener, library: SqliteLibrary) -> None:
    async with open_screen((80, 24)) as reader:
        await reader.press("c", "q", "c", "escape")
        assert library.corrected_briefs() == []


@presses("merge")
async def test_selected_stories_are_merged_and_parted_again(open_screen: Opener, library: SqliteLibrary) -> None:
    async with open_screen((120, 35)) as reader:
        before = list(reader.main.stories.ids)
        await go_to(reader, DELTA)
        await reader.press("v")
        await go_to(reader, PORT)
        await reader.press("v", "M")
        assert len(reader.main.stories.ids) == len(before) - 1
        assert len(story_here(reader).briefs) == 2
        assert "Merged 2 stories into" in reader.toasts[-1]
        await reader.press("u")
        assert sorted(reader.main.stories.ids) == sorted(before)
        assert reader.main.story
        assert reader.main.story.changed == []  # also of the story that is shown while it is told anew
        for title in (PORT, DELTA):  # the reader's own doing is no news
            await go_to(reader, title)
            assert reader.main.story
            assert reader.main.story.changed == []


@presses("typed-choose", "typed-down", "typed-up", "typed-close")
async def test_the_story_here_is_merged_with_one_that_is_found(open_screen: Opener) -> None:
    async with open_screen((80, 24)) as reader:
        await go_to(reader, DELTA)
        await reader.press("M", "escape", "M")
        assert "Merge “Delta water commission" in reader.text
        await reader.press("down")
        assert reader.app.screen.query_one(LinePane).lines[1].text.startswith("▌")
        await reader.press("up", *"tentative")
        await reader.press("enter")
        titles = {brief.article.title for brief in story_here(reader).briefs}
        assert titles == {DELTA, PORT}
        assert reader.main.stories.story_id == (reader.main.story.id if reader.main.story else None)
        await go_to(reader, RAIL)
        below = reader.main.stories.row(reader.main.stories.cursor + 1)
        assert below
        await reader.press("M", "enter")
        assert below.title in {brief.article.title for brief in story_here(reader).briefs}


@presses("split", "split-tick", "split-off", "split-close")
async def test_ticked_articles_leave_for_a_story_of_their_own(open_screen: Opener) -> None:
    async with open_screen((120, 35)) as reader:
        before = len(reader.main.stories.ids)
        await go_to(reader, RAIL)
        await reader.press("X", "escape", "X", "g", "space", "space", "space", "enter")
        assert "leave one of them unticked" in reader.toasts[-1]
        await reader.press("X", "g", "space", "space")
        assert reader.text.count("[x]") == 2
        await reader.press("enter")
        assert len(story_here(reader).briefs) == 1
        assert len(reader.main.stories.ids) == before + 1
        await reader.press("u")
        await go_to(reader, RAIL)
        assert len(story_here(reader).briefs) == 3
        assert reader.main.story
        assert reader.main.story.changed == []
        await go_to(reader, DELTA)
        await reader.press("X")
        assert "This story has only one article" in reader.toasts


async def test_in_a_small_window_the_article_under_the_cursor_is_ticked_and_no_other(open_screen: Opener) -> None:
    async with open_screen((80, 24)) as reader:
        await go_to(reader, RAIL)
        last = story_here(reader).briefs[-1].article.title
        await reader.press("X", "G", "space")
        assert f"[x] ● STALL  {last}" in reader.text
        assert reader.text.count("[x]") == 1
        assert reader.text.count("[ ]") == 2
        await reader.press("enter")
        assert [brief.article.title for brief in story_here(reader).briefs] == [last]


async def test_a_story_that_was_done_or_read_tells_what_is_new_since(open_screen: Opener, library: SqliteLibrary) -> None:
    async with open_screen((80, 24)) as reader:
        await go_to(reader, DELTA)
        story_id = reader.main.stories.story_id
        assert story_id
        await reader.press("a")
        library.correct(library.story_articles(story_id)[0].id, "stage", ["agreed"], NOW)
        tell_changed(library)
        assert library.changed(story_id)[0] == "Stage: under way → agreed"

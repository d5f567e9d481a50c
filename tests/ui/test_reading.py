"""Every command of the reading screen, pressed as a reader would press it."""

from __future__ import annotations

from pathlib import Path

import pytest
from screen_fixtures import Opener, presses
from ui_sample import RAIL_FIRST, RAIL_THIRD

from briefreader.store.sqlite import SqliteLibrary
from briefreader.ui.reading import handing_over
from briefreader.ui.screens.end import EndScreen

RAIL = "Rail pay talks stall over two-year clause"


@presses("down", "up", "top", "bottom", "page-down", "page-up", "half-page-down", "half-page-up")
async def test_moving_in_the_list_shows_each_story_beside_it(open_screen: Opener) -> None:
    async with open_screen() as reader:
        first = reader.title()
        await reader.press("j")
        assert reader.title() != first
        assert reader.title() in reader.main.article.lines[0].text
        await reader.press("k")
        assert reader.title() == first
        for down, up in (
            ("G", "g"),
            ("end", "home"),
            ("pagedown", "pageup"),
            ("ctrl+d", "ctrl+u"),
            ("ctrl+f", "ctrl+b"),
            ("down", "up"),
        ):
            await reader.press(down)
            assert reader.main.stories.cursor > 0
            await reader.press(up)
            assert reader.main.stories.cursor == 0


@presses("choose", "leave")
async def test_enter_opens_the_story_marks_it_read_and_q_goes_back(open_screen: Opener) -> None:
    async with open_screen() as reader:
        unread = reader.main.library.counts().unread
        await reader.press("enter")
        assert reader.has_focus(reader.main.article)
        assert reader.main.library.counts().unread == unread - 1
        await reader.press("q")
        assert reader.has_focus(reader.main.stories)


@presses("next-unread", "previous-unread", "read")
async def test_n_and_p_go_from_unread_to_unread(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("j", "r", "g", "n")
        assert reader.main.stories.cursor == 2
        await reader.press("p")
        assert reader.main.stories.cursor == 0
        await reader.press("j", "r")
        row = reader.main.stories.row(1)
        assert row
        assert row.unread


@presses("read-on")
async def test_space_reads_on_and_goes_to_the_next_unread_at_the_end(open_screen: Opener) -> None:
    async with open_screen((80, 24)) as reader:
        await reader.press("n", "n")
        assert reader.title() == RAIL
        await reader.press("space")
        assert reader.main.article.scroll_target_y > 0
        for _ in range(5):
            await reader.press("space")
            if reader.title() != RAIL:
                break
        assert reader.title() != RAIL
        row = reader.main.stories.row(2)
        assert row
        assert row.unread == 0


async def test_when_all_is_read_the_end_screen_says_what_was_kept(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("s", "A", "n")
        assert "Nothing unread" in reader.text
        assert "1 kept" in reader.text
        await reader.press("u")
        assert reader.main.library.counts().unread > 0


@presses("scroll-down", "scroll-up")
async def test_the_article_scrolls_from_the_list(open_screen: Opener) -> None:
    async with open_screen((80, 24)) as reader:
        await reader.press("n", "n", "J")
        assert reader.main.article.scroll_target_y > 0
        assert reader.has_focus(reader.main.stories)
        await reader.press("K")
        assert reader.main.article.scroll_target_y == 0


@presses("older", "newer", "articles", "close")
async def test_the_articles_of_a_story_are_gone_through_and_listed(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("n", "n", "left_square_bracket", "left_square_bracket")
        assert "Rail union asks for pay talks" in reader.main.article.lines[0].text
        await reader.press("right_square_bracket")
        assert "Rail pay: first round in Lund" in reader.main.article.lines[0].text
        await reader.press("i")
        assert "Lund Herald" in reader.text
        await reader.press("q")
        await reader.press("i", "j", "enter")
        assert RAIL in reader.main.article.lines[0].text
        await reader.press("right_square_bracket")
        assert reader.toasts[-1] == "This is the newest article of the story"
        await reader.press(*["left_square_bracket"] * 3)
        assert reader.toasts[-1] == "This is the oldest article of the story"


@presses("time-line")
async def test_an_entry_of_the_time_line_opens_its_article_at_its_sentence(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("n", "n", "t")
        assert "Called for" in reader.text
        await reader.press("enter")
        assert "Rail union asks for pay talks" in reader.main.article.lines[0].text
        assert _lit(reader.main.article.lines) == RAIL_FIRST[0]


@presses("pane-3", "back")
async def test_enter_on_a_claim_leads_to_its_sentence_in_another_article_and_escape_back(open_screen: Opener) -> None:
    async with open_screen((200, 50)) as reader:
        await reader.press("n", "n", "3")
        panel = reader.main.negotiation
        while (
            "named 21 November" not in panel.lines[panel._entries[panel.cursor]].text and panel.cursor < len(panel._entries) - 1
        ):
            await reader.press("j")
        await reader.press("G", "enter")
        assert reader.has_focus(reader.main.article)
        assert _lit(reader.main.article.lines) == RAIL_FIRST[1]
        await reader.press("escape")
        assert reader.has_focus(panel)
        assert RAIL in reader.main.article.lines[0].text


@presses("pane-4", "pane-5")
async def test_key_points_and_evidence_lead_to_their_sentences(open_screen: Opener) -> None:
    for size in ((80, 24), (120, 35), (200, 50)):
        async with open_screen(size) as reader:
            await reader.press("n", "n", "4", "j", "enter")
            assert _lit(reader.main.article.lines) == RAIL_THIRD[1]
            await reader.press("escape", "5", "enter")
            assert _lit(reader.main.article.lines) == RAIL_THIRD[0]


def _lit(lines) -> str:  # type: ignore[no-untyped-def]
    return " ".join(piece.text.strip() for line in lines for piece in line.pieces if piece.role == "hit").strip()


@presses("pane-1", "pane-2", "next-pane", "previous-pane")
async def test_panes_are_reached_by_number_and_in_turn_at_every_size(open_screen: Opener) -> None:
    for size in ((60, 16), (80, 24), (120, 35), (200, 50)):
        async with open_screen(size) as reader:
            for number in (2, 3, 4, 5, 1):
                await reader.press(str(number))
                assert reader.has_focus(reader.main.panes[number - 1])
            await reader.press("tab", "l")
            assert reader.has_focus(reader.main.panes[2])
            await reader.press("h", "shift+tab", "left")
            assert reader.has_focus(reader.main.panes[4])


@presses("zoom")
async def test_zoom_gives_a_pane_the_whole_screen_at_every_size(open_screen: Opener) -> None:
    for size in ((80, 24), (200, 50)):
        async with open_screen(size) as reader:
            for number in range(1, 6):
                await reader.press(str(number), "z")
                pane = reader.main.panes[number - 1]
                assert (pane.outer_size.width, pane.outer_size.height) == (size[0], size[1] - 2)
                assert (
                    sum(other.size.height > 0 and other.display and other.region.area > 0 for other in reader.main.panes) == 1
                )
                await reader.press("z")


@presses("star", "done", "undo")
async def test_marks_are_in_the_library_at_once_and_taken_back_one_by_one(open_screen: Opener) -> None:
    async with open_screen() as reader:
        library = reader.main.library
        title = reader.title()
        await reader.press("s", "a")
        assert reader.title() != title
        assert "★" in reader.text.splitlines()[2]
        assert "✓" in reader.text.splitlines()[2]
        assert (library.counts().starred, library.counts().done) == (1, 1)
        await reader.press("j", "u")
        assert (library.counts().starred, library.counts().done) == (1, 0)
        assert reader.title() == title
        await reader.press("u", "u")
        assert library.counts().starred == 0
        assert "Nothing to take back" in reader.toasts[-1]


@presses("select")
async def test_a_selection_is_marked_as_one_step(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("v", "v", "s")
        assert reader.main.library.counts().starred == 2
        assert not reader.main.stories.selected
        await reader.press("u")
        assert reader.main.library.counts().starred == 0
        await reader.press("v", "escape")
        assert not reader.main.stories.selected


@presses("read-all", "done-above", "done-below")
async def test_many_are_marked_with_one_key_and_one_toast(open_screen: Opener) -> None:
    async with open_screen() as reader:
        library = reader.main.library
        listed = library.counts().stories
        await reader.press("A")
        assert library.counts().unread == 0
        await reader.press("A")
        assert reader.toasts[-1] == "Nothing to change: it is so already"
        await reader.press("u", "j", "j", "left_curly_bracket")
        assert library.counts().done == 2
        await reader.press("right_curly_bracket")
        assert library.counts().done == listed - 1
        assert "u takes it back" in reader.toasts[-1]


@presses("find", "find-keep", "find-leave")
async def test_search_lists_what_it_finds_as_one_types_and_escape_takes_it_back(open_screen: Opener) -> None:
    async with open_screen() as reader:
        listed = list(reader.main.stories.ids)
        await reader.press("slash", *"heatw")
        assert len(reader.main.stories.ids) == 1
        assert "Heatwave" in reader.title()
        assert "“heatw”" in reader.text.splitlines()[0]
        await reader.press("escape")
        assert list(reader.main.stories.ids) == listed
        await reader.press("slash", *"stage:stalled", "enter")
        assert reader.title() == RAIL
        assert reader.has_focus(reader.main.stories)
        await reader.press("q")
        assert list(reader.main.stories.ids) == listed


async def test_a_query_that_makes_no_sense_says_why(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("slash", *"stage:nonsense")
        assert "nonsense" in reader.text.splitlines()[0]


@presses("stage-filter", "unread-view")
async def test_the_stage_filter_goes_round_and_the_view_changes(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("f")
        assert "Under way" in reader.text.splitlines()[0]
        await reader.press("f")
        assert "Stalled" in reader.text.splitlines()[0]
        assert reader.title() == RAIL
        await reader.press("f", "f", "f", "f")
        assert "Unread" in reader.text.splitlines()[0]
        assert len(reader.main.stories.ids) == 7
        await reader.press("f", "escape")
        await reader.press("r", "U", "U")
        assert len(reader.main.stories.ids) == 6
        await reader.press("U")
        assert len(reader.main.stories.ids) == 7


@presses(*(f"view-{number}" for number in range(1, 10)))
async def test_saved_views_are_on_alt_and_a_number(open_screen: Opener) -> None:
    async with open_screen(views={"Stalled": "stage:stalled", "Wrong": "stage:x"}) as reader:
        await reader.press("alt+1")
        assert "Stalled" in reader.text.splitlines()[0]
        assert reader.title() == RAIL
        await reader.press("alt+9")
        assert reader.toasts
    async with open_screen() as reader:
        await reader.press("alt+9")
        assert "no view 9" in reader.toasts[-1]
        await reader.press("s", "alt+3")
        assert len(reader.main.stories.ids) == 1
    async with open_screen(in_memory=True) as reader:
        await reader.press("alt+4")
        assert "No story here. U lists the unread ones" in reader.text


@presses("full-text")  # in test_work.py
@presses("browser")
async def test_only_a_web_address_is_opened_with_one_argument_and_no_shell(
    open_screen: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def remember(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(handing_over, "open_in_browser", remember)
    async with open_screen() as reader:
        await reader.press("o")
        assert opened == ["https://pacific-daily.example/news/pacific-daily"]


@presses("copy-link", "copy-brief")
async def test_link_and_brief_are_copied(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("n", "n", "y")
        assert reader.app.clipboard == "https://morning-wire.example/news/morning-wire"
        await reader.press("Y")
        assert "stalled" in reader.app.clipboard
        assert "\x1b" not in reader.app.clipboard


@presses("export", "export-write", "export-what", "export-form", "export-folder", "export-copy", "export-close")
async def test_export_writes_the_story_shows_it_first_and_copies_it(open_screen: Opener, tmp_path: Path) -> None:
    async with open_screen() as reader:
        await reader.press("n", "n", "e")
        assert "Format: Markdown" in reader.text
        assert "rail-pay-talks-stall" in reader.text
        await reader.press("f")
        assert "Format: HTML" in reader.text
        await reader.press("o", "enter", "enter")
        assert reader.app.screen is reader.main
        assert [path.suffix for path in (tmp_path / "briefs").iterdir()] == [".html"]
        await reader.press("e", "s")
        assert "Nothing to export here" in reader.text
        await reader.press("y")
        assert "Nothing to export here" in reader.toasts[-1]
        await reader.press("e", "s", "s", "s", "y")
        assert "Rail pay talks" in reader.app.clipboard
        await reader.press("e", "q")
        assert reader.app.screen is reader.main


@presses("refresh", "add-source")
async def test_a_library_in_memory_says_so_and_refreshes_nothing(open_screen: Opener) -> None:
    async with open_screen(in_memory=True) as reader:
        assert "in memory: nothing is stored" in reader.text.splitlines()[0]
        await reader.press("R", "plus")
        assert "only in memory" in reader.toasts[-1]
        assert reader.app.screen is reader.main


@presses("sources")
async def test_s_shows_the_sources(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("S")
        assert "No sources yet" in reader.text
        await reader.press("q")
        assert reader.app.screen is reader.main


@presses("help")
async def test_help_is_filtered_as_one_types(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("question_mark", *"zoom")
        assert "Give this pane the whole screen" in reader.text
        assert "Copy the article's address" not in reader.text
        await reader.press("escape")
        assert reader.app.screen is reader.main


async def test_help_in_a_dialog_shows_the_dialogs_keys_and_goes_back_to_it(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("e", "question_mark", *"folder")
        assert "Change the folder" in reader.text
        await reader.press("escape")
        assert "Format: Markdown" in reader.text
        await reader.press("q", "t", "colon", *"back")
        await reader.until(lambda: "Back to the story" in reader.text)
        await reader.press("escape", "Q")
        assert reader.app.return_code == 0


async def test_q_at_the_list_quits_and_escape_does_not(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("escape")
        assert reader.app.is_running
        await reader.press("q")
        assert reader.app.return_code == 0


@presses("quit")
async def test_the_capital_q_quits_from_a_dialog_too_unless_text_is_typed_there(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("+", "Q")
        assert reader.app.is_running
        await reader.press("escape")
        reader.app.push_screen(EndScreen(reader.main.library))
        await reader.press("Q")
        assert reader.app.return_code == 0


@presses("quit-anywhere")
async def test_control_and_q_quit_even_while_text_is_typed(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("slash", "ctrl+q")
        assert reader.app.return_code == 0


async def test_a_held_key_shows_only_the_last_story(open_screen: Opener) -> None:
    async with open_screen() as reader:
        for _ in range(3):
            reader.main.stories.move(1)
        await reader.settle()
        await reader.until(lambda: reader.main.story is not None and reader.main.story.id == reader.main.stories.story_id)


async def test_what_came_in_meanwhile_moves_neither_cursor_nor_text(open_screen: Opener, library: SqliteLibrary) -> None:
    from ui_sample import NOW

    from briefreader.model import Raw
    from briefreader.store.records import Fetched

    async with open_screen((80, 24)) as reader:
        await reader.press("n", "n", "space")
        scrolled, lines = reader.main.article.scroll_y, reader.text.splitlines()
        new = Raw(
            "https://new.example/1",
            b"x",
            "text/plain",
            url="https://new.example/1",
            title="Brand new",
            published=NOW.isoformat(),
        )
        library.save_fetch(None, Fetched(entries=(new,)), NOW)
        reader.main.relist()
        await reader.settle()
        assert reader.title() == RAIL
        assert reader.main.article.scroll_y == scrolled
        assert len(reader.main.stories.ids) == 8
        assert reader.text.splitlines()[10:] == lines[10:]


async def test_a_story_that_another_took_in_leaves_no_hole(open_screen: Opener, library: SqliteLibrary) -> None:
    async with open_screen() as reader:
        first, second, *_ = reader.main.stories.ids
        await reader.press("j")
        library.merge([first, second])
        reader.main.relist()
        await reader.settle()
        assert len(reader.main.stories.ids) == 6
        assert all(reader.main.stories.row(index) for index in range(6))


async def test_when_another_story_takes_in_what_is_read_the_cursor_and_the_text_stay_with_the_article(
    open_screen: Opener, library: SqliteLibrary
) -> None:
    async with open_screen((80, 24)) as reader:
        ids = list(reader.main.stories.ids)
        await reader.press("j")
        text = reader.main.article.lines[0].text
        library.merge([ids[1], min(ids)])
        assert min(ids) != ids[1]
        reader.main.relist()
        await reader.settle()
        assert reader.main.stories.story_id == min(ids)
        assert reader.main.story
        assert reader.main.story.id == min(ids)
        assert reader.main.article.lines[0].text == text


async def test_below_60_by_16_a_plain_message_stands_and_growing_brings_all_back(open_screen: Opener) -> None:
    async with open_screen((50, 20)) as reader:
        assert "60 columns" in " ".join(reader.text.split())
        await reader.pilot.resize_terminal(80, 24)
        await reader.settle()
        assert "1 Stories" in reader.text


async def test_the_header_says_as_much_as_the_window_has_room_for(open_screen: Opener) -> None:
    async with open_screen((120, 35), in_memory=True) as reader:
        assert "in memory: nothing is stored" in reader.text
        await reader.pilot.resize_terminal(80, 24)
        await reader.settle()
        assert "· in memory ·" in reader.text.splitlines()[0]
        assert "unread of" in reader.text.splitlines()[0]


async def test_any_size_is_survived(open_screen: Opener) -> None:
    async with open_screen() as reader:
        for size in ((1, 1), (500, 200), (60, 16), (3, 90), (160, 16), (99, 40)):
            await reader.pilot.resize_terminal(*size)
            await reader.press("j", "tab", "z", "k", "z")
        assert reader.app.is_running


async def test_a_resize_keeps_the_text_that_is_read_at_the_top(open_screen: Opener) -> None:
    async with open_screen((80, 24)) as reader:
        await reader.press("n", "n", "2", "z", "j", "j", "j", "j", "j", "j")
        await reader.pilot.resize_terminal(60, 16)
        await reader.settle()
        article = reader.main.article
        await reader.press("j", "j")
        words = article.lines[round(article.scroll_y)].text.split()[:3]
        assert words
        for size in ((150, 16), (61, 17), (100, 16), (60, 16)):
            await reader.pilot.resize_terminal(*size)
            await reader.settle()
            top = round(article.scroll_y)
            assert article.max_scroll_y == top or " ".join(words) in " ".join(
                line.text for line in article.lines[top : top + 2]
            )


async def test_conditions_quoted_and_negated_are_typed_into_the_search(open_screen: Opener, library: SqliteLibrary) -> None:
    from ui_sample import NOW

    from briefreader.model import Raw
    from briefreader.store.records import Fetched

    source = library.add_source("https://tagged.example/feed", "feed", now=NOW, tags=["world"])
    raw = Raw("tagged", b"x", "text/plain", url="https://tagged.example/1", title="Rail strike called off")
    library.save_fetch(source.id, Fetched(entries=(raw,)), NOW)
    heatwave, tagged = "Heatwave closes schools across the south", "Rail strike called off"
    async with open_screen(in_memory=True) as reader:
        for query, found in (
            ("tag:world", {tagged}),
            ("-tag:world heat*", {heatwave}),
            ('site:"morning wire"', {RAIL}),
            ("site:weather since:2d", {heatwave}),
            ('stage:stalled party:"national rail union"', {RAIL}),
            ("stage:stalled -party:rail", set()),
            ('"one-year deal"', {RAIL}),
            ("is:unread rail -strike -called", set()),
            ("-is:unread", set()),
        ):
            await reader.press("slash", "ctrl+u")
            reader.main.find_input.value = query
            await reader.press("enter")
            assert {row.title for row in library.story_rows(reader.main.stories.ids)} == found, query

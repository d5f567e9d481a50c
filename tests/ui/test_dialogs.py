"""Dialogs answer once, whatever is pressed or clicked while they close."""

from __future__ import annotations

import pytest
from screen_fixtures import Opener, presses

from briefreader.ui.reading.main import MainScreen
from briefreader.ui.screens.help import HelpScreen
from briefreader.ui.widgets.line_pane import LinePane

RAIL = "Rail pay talks stall over two-year clause"


@pytest.mark.parametrize("key", ["t", "X"])
async def test_a_second_choice_while_a_dialog_closes_does_not_close_the_screen_below(open_screen: Opener, key: str) -> None:
    async with open_screen((80, 24)) as reader:
        await reader.press(*"gjj")
        assert reader.title() == RAIL
        await reader.press(key)
        pane = reader.app.screen.query_one(LinePane)
        pane.action_choose()
        pane.action_choose()
        await reader.settle()
        assert isinstance(reader.app.screen, MainScreen)


async def test_a_dialog_that_answers_under_another_screen_closes_after_it_and_closes_no_other(open_screen: Opener) -> None:
    async with open_screen(in_memory=True) as reader:
        await reader.press("colon")
        palette = reader.app.screen
        await reader.press(*"refresh", "tab", "question_mark")
        assert isinstance(reader.app.screen, HelpScreen)
        palette.query_one(LinePane).action_choose()
        await reader.settle()
        assert isinstance(reader.app.screen, HelpScreen)
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)
        assert "nothing to refresh" in reader.toasts[-1]


async def test_help_and_palette_do_not_pile_up(open_screen: Opener) -> None:
    async with open_screen() as reader:
        for _ in range(3):
            await reader.press("question_mark", "tab", "colon", "tab")
        assert len(reader.app.screen_stack) == 4  # Textual's own, the reading screen, help, the palette
        assert "Theme:" not in reader.text  # what lies behind two dialogs is not drawn anew


async def test_what_is_opened_as_the_screen_quits_is_no_failure(open_screen: Opener) -> None:
    async with open_screen() as reader:
        reader.app.exit(0)
        reader.app.action_help()
        reader.app.action_palette()
    assert reader.app.return_code == 0


@presses("typed-page-down", "typed-page-up")
async def test_help_is_paged_while_words_are_typed_and_its_footer_says_how(open_screen: Opener) -> None:
    async with open_screen((80, 24)) as reader:
        await reader.press("question_mark")
        assert "Enter To the list  ↓ Down  ↑ Up  Esc Close" in reader.text
        assert "│ Spc" in reader.text
        await reader.press("pagedown")
        assert "│ Spc" not in reader.text
        await reader.press("pageup", *"star", "enter", "q")
        assert isinstance(reader.app.screen, MainScreen)

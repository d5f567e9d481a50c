"""Dialogs answer once, whatever is pressed or clicked while they close."""

from __future__ import annotations

import pytest
from screen_fixtures import Opener

from briefreader.ui.screens.dialog import OneAnswer
from briefreader.ui.screens.main import MainScreen
from briefreader.ui.widgets.line_pane import LinePane


@pytest.mark.parametrize("key", ["i", "t", "X"])
async def test_a_second_choice_while_a_dialog_closes_does_not_close_the_screen_below(open_screen: Opener, key: str) -> None:
    async with open_screen((80, 24)) as reader:
        await reader.press("G", *"kkkk")
        while len(reader.main.story.articles if reader.main.story else ()) < 3:
            await reader.press("k")
        await reader.press(key)
        pane = reader.app.screen.query_one(LinePane)
        pane.action_choose()
        pane.action_choose()
        await reader.settle()
        assert isinstance(reader.app.screen, MainScreen)


@pytest.mark.parametrize("action", ["watch", "correct", "merge", "export", "sources"])
async def test_a_dialog_that_is_closed_before_it_is_there_does_no_harm(open_screen: Opener, action: str) -> None:
    async with open_screen((80, 24)) as reader:
        await reader.app.run_action(action, reader.main)
        dialog = reader.app.screen
        assert isinstance(dialog, OneAnswer)
        dialog.dismiss(None)
        await reader.settle()
        await reader.settle()
        assert isinstance(reader.app.screen, MainScreen)

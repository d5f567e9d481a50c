"""Dialogs answer once, whatever is pressed or clicked while they close."""

from __future__ import annotations

import pytest
from screen_fixtures import Opener

from briefreader.ui.reading.main import MainScreen
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

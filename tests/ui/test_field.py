"""Lines to type in: what is typed in one go arrives in its order."""

from __future__ import annotations

import pytest
from screen_fixtures import Opener, Reader
from textual.events import Key

from briefreader.ui.widgets.field import Field


async def burst(reader: Reader, *keys: str) -> Field:
    """Keys that come faster than the screen takes them."""
    for key in keys:
        reader.app.post_message(Key(key, key if len(key) == 1 else None))
    await reader.settle()
    await reader.settle()
    field = reader.app.focused
    assert isinstance(field, Field)
    return field


@pytest.mark.parametrize("opens", ["slash", "w", "plus", "colon", "vertical_line"])
async def test_a_burst_of_letters_and_editing_keys_is_taken_in_its_order(open_screen: Opener, opens: str) -> None:
    async with open_screen() as reader:
        await reader.press(opens)
        field = await burst(reader, "ctrl+e", "ctrl+u", *"zz", *["backspace"] * 2, *"prt", "left", "left", "o", "home", "s")
        assert field.value == "sport"


async def test_enter_in_a_burst_keeps_what_was_typed_before_it(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("slash")
        for key in ("x", "backspace", *"tariff", "enter"):
            reader.app.post_message(Key(key, key if len(key) == 1 else None))
        await reader.until(lambda: reader.app.focused is reader.main.stories)
        assert reader.main.view.text == "tariff"

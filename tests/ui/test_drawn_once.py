"""What a key changes is laid out and drawn, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from screen_fixtures import Opener
from textual.screen import Screen

from briefreader.ui.app import BriefreaderApp


@pytest.mark.parametrize("size", [(60, 16), (120, 35)])
async def test_the_find_line_moves_no_pane(open_screen: Opener, size: tuple[int, int]) -> None:
    async with open_screen(size) as reader:
        before = [pane.region for pane in reader.main.panes]
        await reader.press("slash", *"talks")
        assert reader.text.splitlines()[-2] == " talks"
        assert [pane.region for pane in reader.main.panes] == before


@pytest.mark.parametrize("key", ["j", "f", "G"])
async def test_other_stories_and_other_lines_lay_nothing_out(open_screen: Opener, key: str) -> None:
    async with open_screen() as reader:
        layouts: list[Screen[Any]] = []
        reader.main.screen_layout_refresh_signal.subscribe(reader.main, layouts.append, immediate=True)
        await reader.press(key)
        await reader.settle()
        assert layouts == []


@pytest.mark.parametrize(("key", "title", "line"), [("c", "Correct", "Called for"), ("question_mark", "Help", "Read on")])
async def test_a_dialog_is_drawn_with_its_lines_from_the_first(
    open_screen: Opener, monkeypatch: pytest.MonkeyPatch, key: str, title: str, line: str
) -> None:
    pictures: list[str] = []
    display = BriefreaderApp._display

    async with open_screen() as reader:

        def displayed(self: BriefreaderApp, screen: Screen[object], renderable: Any) -> None:
            pictures.append(reader.text)
            display(self, screen, renderable)

        monkeypatch.setattr(BriefreaderApp, "_display", displayed)
        await reader.press(key)
        await reader.until(lambda: any(title in picture for picture in pictures))
        assert all(line in picture for picture in pictures if f"─ {title}" in picture)

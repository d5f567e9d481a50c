"""Two quick changes of the terminal's size end in one."""

from __future__ import annotations

from functools import partial

import pytest
from screen_fixtures import Opener, Reader
from textual.events import Resize, Show
from textual.geometry import Size
from textual.screen import Screen

from briefreader.ui.widgets.line_pane import LinePane

_MANY = 20


@pytest.mark.parametrize("keys", [[], ["question_mark"], ["S"]])
async def test_sizes_that_crossed_each_other_do_not_call_each_other_back(
    open_screen: Opener, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    sizes: list[Size | None] = []
    laid_out = Screen._refresh_layout

    def counted(self: Screen[object], size: Size | None = None, scroll: bool = False) -> None:
        sizes.append(size)
        if len(sizes) < _MANY:  # else it would go on for ever
            laid_out(self, size, scroll)

    async with open_screen() as reader:
        await reader.press(*keys)
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        for wanted in (Size(99, 30), Size(100, 31)) * 2:
            reader.app.screen.post_message(Resize(wanted, wanted))
            reader.app.screen.post_message(Show())  # or the next size takes the place of this one
        for _ in range(10):
            await reader.settle()
        assert len(sizes) < _MANY


@pytest.mark.parametrize("keys", [["question_mark"], ["e"], ["t"], ["c"], ["S"], ["slash"]])
async def test_a_dialog_and_the_screen_behind_it_follow_the_terminals_size(open_screen: Opener, keys: list[str]) -> None:
    async with open_screen((80, 24)) as reader:
        await reader.press(*keys)
        for size in (Size(120, 35), Size(60, 16), Size(200, 50)):
            await reader.pilot.resize_terminal(*size)
            await reader.until(partial(_fills, reader, size))
            await reader.settle()
            assert len(reader.text.splitlines()) == size.height
            boxes = reader.app.screen.query(".dialog")
            assert all(abs(box.region.x * 2 + box.region.width - size.width) <= 1 for box in boxes)


def _fills(reader: Reader, size: Size) -> bool:
    return reader.app.screen.outer_size == reader.main.outer_size == size


async def test_text_that_the_mouse_has_marked_is_copied_and_the_reader_is_told(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.pilot.mouse_down("#article", offset=(1, 1))
        await reader.pilot.hover("#article", offset=(6, 1))
        await reader.pilot.hover("#article", offset=(9, 1))
        await reader.pilot.mouse_up("#article", offset=(9, 1))
        await reader.press("ctrl+c")
        assert reader.app.clipboard
        assert reader.app.clipboard in reader.main.article.lines[0].text
        assert reader.toasts[-1] == "Copied the marked text"
        assert _reversed(reader.main.article) == reader.app.clipboard  # what is marked is seen


def _reversed(pane: LinePane) -> str:
    """What stands reversed in the first line."""
    return "".join(text for text, style, _ in pane.render_line(0) if style and style.reverse)

"""Painting in part gives what painting the whole does, and a dialog's backdrop looks as Textual would dim it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from rich.cells import cell_len
from rich.style import Style
from screen_fixtures import Opener
from textual._compositor import CompositorUpdate
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.strip import Strip
from textual.visual import RenderOptions, RichVisual

from briefreader.ui.app import BriefreaderApp
from briefreader.ui.screens.backdrop import Backdrop

_SEQUENCE = re.compile(r"\x1b\[(?:(\d+);(\d+)H|[0-9;?]*[A-Za-z])|(\n)|(.)")


class Picture:
    """What a terminal shows after all that was written to it."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, str]] = {}
        self._at = (0, 0)

    def write(self, output: str) -> None:
        for row, column, line_end, character in _SEQUENCE.findall(output):
            y, x = self._at
            if row:
                self._at = (int(row) - 1, int(column) - 1)
            elif line_end:
                self._at = (y + 1, 0)
            elif character:
                cells, width = self._rows.setdefault(y, {}), cell_len(character)
                cells |= {x: character} | dict.fromkeys(range(x + 1, x + width), "")
                self._at = (y, x + width)

    @property
    def text(self) -> str:
        return "\n".join("".join(cells[x] for x in sorted(cells)).rstrip() for _, cells in sorted(self._rows.items()))


@pytest.fixture
def picture(monkeypatch: pytest.MonkeyPatch) -> Picture:
    """What the application paints from here on."""
    drawn, display = Picture(), BriefreaderApp._display

    def displayed(self: BriefreaderApp, screen: Screen[object], renderable: Any) -> None:
        if screen is self.screen and isinstance(renderable, CompositorUpdate):
            drawn.write(renderable.render_segments(self.console))
        display(self, screen, renderable)

    monkeypatch.setattr(BriefreaderApp, "_display", displayed)
    return drawn


async def test_the_terminal_shows_what_painting_the_whole_screen_would_show(open_screen: Opener, picture: Picture) -> None:
    async with open_screen() as reader:
        for key in [*"2", "tab", "tab", *"3m?", "escape", "escape", *"c", "enter", "escape", "escape", *"S", "escape", *"4z"]:
            await reader.press(key)
            await reader.until(lambda: picture.text == reader.text)


async def test_the_screen_behind_a_dialog_looks_as_textual_dims_it(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("m")
        dialog = reader.app.screen
        width, height = dialog.size
        options = RenderOptions(dialog._get_style, dialog.styles.get_render_rules())
        tint = dialog.styles.background
        ours, theirs = [
            [_looks(strip) for strip in ground.render_strips(width, height, dialog.visual_style, options)]
            for ground in (Backdrop(reader.main, tint), RichVisual(dialog, BackgroundScreen(reader.main, tint)))
        ]
        assert ours == theirs


def _looks(strip: Strip) -> list[tuple[str, Style | None]]:
    """Each character of the strip with its style."""
    return [(character, style) for text, style, _ in strip for character in text]

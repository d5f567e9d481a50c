"""What a key changes is laid out and drawn, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from rich.color import Color
from screen_fixtures import Opener
from textual.geometry import Region
from textual.screen import Screen

from briefreader.ui.app import BriefreaderApp
from briefreader.ui.widgets.listing import Listing


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


@pytest.mark.parametrize(("key", "pane"), [("enter", 2), ("2", 2), ("3", 3), ("4", 4), ("tab", 2)])
async def test_a_change_of_the_focus_paints_the_title_lines_and_the_cursors(
    open_screen: Opener, monkeypatch: pytest.MonkeyPatch, key: str, pane: int
) -> None:
    painted: dict[str | None, set[int]] = {}
    render_lines = Listing.render_lines

    def rendered(self: Listing, crop: Region) -> Any:
        lines = {y for y in crop.line_range if self._styles_cache.is_dirty(y)}
        painted[self.id] = painted.get(self.id, set()) | lines
        return render_lines(self, crop)

    async with open_screen() as reader:
        await reader.press("j", "r")  # Enter marks the story read, which is seen in its row
        list_pane, other = reader.main.panes[0], reader.main.panes[pane - 1]
        monkeypatch.setattr(Listing, "render_lines", rendered)
        await reader.press(key)
        assert reader.has_focus(other)
        title, under_it = 0, 1
        assert painted.pop(list_pane.id) == {title, under_it + reader.main.stories.cursor}
        lines = painted.pop(other.id)
        assert title in lines
        assert lines <= {title, under_it, under_it + 1}
        assert not any(painted.values())


async def test_the_title_line_shows_the_focus_in_another_theme_too(open_screen: Opener) -> None:
    async with open_screen() as reader:
        for theme in ("briefreader-light", "briefreader-dark"):
            reader.app.theme = theme
            await reader.settle()
            line, title, *_ = reader.app.screen._compositor.render_strips()[1]
            assert (line.text, title.text.strip()) == ("━", "1 Stories")
            assert line.style
            assert title.style
            colours = reader.app.theme_variables
            assert line.style.color == Color.parse(colours["primary"])
            assert title.style.color == Color.parse(colours["text-primary"])
            assert title.style.bold


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

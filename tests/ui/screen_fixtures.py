"""The screen as a test meets it: the real application under Textual's pilot, on a real library, with a fixed clock."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input
from ui_sample import NOW, fill

from briefreader.config import Settings
from briefreader.store.sqlite import SqliteLibrary, open_library
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.reading.by_hand import TELLING
from briefreader.ui.reading.main import MainScreen

pressed: set[str] = set()
Test = TypeVar("Test", bound=Callable[..., object])


def presses(*commands: str) -> Callable[[Test], Test]:
    """Says which commands a test presses; a test in test_commands looks whether any of the table was forgotten."""
    pressed.update(commands)

    def same(test: Test) -> Test:
        return test

    return same


class Reader:
    """Presses keys and says what is on the screen."""

    def __init__(self, app: BriefreaderApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def main(self) -> MainScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and wait until what they set off is done."""
        await self.pilot.press(*keys)
        await self.settle()

    async def enter(self, text: str) -> None:
        """Type a line and Enter, at once: a key for each letter would cost a lot of time."""
        field = self.app.focused
        assert isinstance(field, Input)
        field.value = text
        await self.press("enter")

    async def settle(self) -> None:
        await self.pilot.pause()
        timer = self.main._preview_timer
        if timer is not None and timer._task is not None and not timer._task.done():
            timer.stop()
            self.main.preview()
        told = [worker for worker in self.app.workers if worker.group == TELLING]
        if told:
            await self.app.workers.wait_for_complete(told)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something that another process or thread brings about."""
        for _ in range(2000):
            if holds():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"it never came to hold; the screen:\n{self.text}")

    @property
    def text(self) -> str:
        """The screen as plain text, a line each, without the blanks at their ends."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    def title(self) -> str:
        """The title of the story under the cursor."""
        row = self.main.stories.row(self.main.stories.cursor)
        assert row
        return row.title

    def has_focus(self, widget: Widget) -> bool:
        return self.app.focused is widget

    @property
    def toasts(self) -> list[str]:
        """What the screen has told: in toasts, and what stands in the header."""
        return [*(notification.message for notification in self.app._notifications), self.main.said.text.strip()]


Opener = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data", config_file=tmp_path / "config.toml", export_folder=tmp_path / "briefs")


@pytest.fixture
def library() -> Iterator[SqliteLibrary]:
    with open_library(None) as opened:
        fill(opened)
        yield opened


@pytest.fixture
def empty_library(settings: Settings) -> Iterator[SqliteLibrary]:
    with open_library(settings.library_file) as opened:
        yield opened


@pytest.fixture
def open_screen(library: SqliteLibrary, settings: Settings) -> Opener:
    """Opens the screen on the sample: ``async with open_screen() as reader``."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (120, 35),
        *,
        on: SqliteLibrary | None = None,
        inputs: tuple[str, ...] = (),
        in_memory: bool = False,
        **changes: Any,
    ) -> AsyncIterator[Reader]:
        app = BriefreaderApp(on or library, replace(settings, **changes), inputs=inputs, in_memory=in_memory, now=lambda: NOW)
        async with app.run_test(size=size, notifications=True) as pilot:
            reader = Reader(app, pilot)
            await reader.settle()
            yield reader

    return opened

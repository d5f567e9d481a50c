"""The terminal screen: ``run`` opens it on a library and gives the exit code."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from rich.style import Style
from textual.actions import ActionParseResult
from textual.app import App
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.driver import Driver
from textual.notifications import SeverityLevel
from textual.screen import Screen

from briefreader.config import Settings
from briefreader.errors import BriefreaderError
from briefreader.safety import one_line
from briefreader.store.library import Library
from briefreader.ui.alt_digits import hear_alt_digits
from briefreader.ui.bindings import bindings_of
from briefreader.ui.ending import asked_to_end
from briefreader.ui.keymap import chosen_keys, complaints
from briefreader.ui.memory import look_only_at_what_is_new
from briefreader.ui.reading.main import MainScreen
from briefreader.ui.screens.saying import SayingScreen
from briefreader.ui.theme import BASIC, THEMES, extra_variables, first_theme, role_styles

if TYPE_CHECKING:
    from briefreader.ui.screens.palette import Entry

_DRAWN = 0.5
"""Seconds after which the first screen is there with all that it shows."""


def local_now() -> datetime:
    """This moment in local time."""
    return datetime.now().astimezone()


class BriefreaderApp(App[int]):
    """Opens the main screen on a library. With ``inputs`` the library is in memory, and they are loaded into it."""

    TITLE = "briefreader"
    CSS_PATH = "briefreader.tcss"
    ENABLE_COMMAND_PALETTE = False  # we have our own
    BINDINGS = bindings_of("app")

    def __init__(
        self,
        library: Library,
        settings: Settings,
        *,
        inputs: Sequence[str] = (),
        in_memory: bool = False,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        self.library, self.settings, self.inputs, self.now = library, settings, inputs, now
        self.in_memory = in_memory or bool(inputs)
        self._ends_with: int | None = None
        self._own_loop: asyncio.AbstractEventLoop | None = None
        self.key_changes = chosen_keys(settings.keymap, settings.keys)
        # Without colours Textual leaves greys, unless the colours are the terminal's own: then it takes them all away.
        super().__init__(driver_class=_driver(), ansi_color="NO_COLOR" in os.environ or None)
        for theme in (*THEMES, BASIC):
            self.register_theme(theme)
        self.theme = self._first_theme(settings)
        if settings.reduced_motion:
            self.animation_level = "none"

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables with ours; Textual asks anew whenever the theme changes, so the roles follow here."""
        variables = super().get_css_variables()
        self.theme_variables = {**extra_variables(variables), **variables}
        self.roles: dict[str, Style] = role_styles(self.theme_variables)
        return self.theme_variables

    def on_mount(self) -> None:
        self._own_loop = asyncio.get_running_loop()
        if self._ends_with is not None:
            self.exit(return_code=self._ends_with)
        self.theme = self._first_theme(self.settings)
        self.set_keymap(self.key_changes)
        self.push_screen(MainScreen(self.library, self.settings, self.now))
        for complaint in complaints(self.settings.keys, self.key_changes):
            self.tell(complaint, severity="warning")
        if self.settings.theme not in self.available_themes:
            self.tell(f"There is no theme {self.settings.theme}: the palette (:) lists them", severity="warning")

    def on_ready(self) -> None:
        if not self.is_headless:
            self.set_timer(_DRAWN, look_only_at_what_is_new)

    def apply(self, settings: Settings) -> None:
        """Use other settings from now on: the configuration has changed while the screen was open."""
        self.settings, self.key_changes = settings, chosen_keys(settings.keymap, settings.keys)
        self.set_keymap(self.key_changes)
        self.theme = self._first_theme(settings)
        self.animation_level = "none" if settings.reduced_motion else "full"
        for complaint in complaints(settings.keys, self.key_changes):
            self.tell(complaint, severity="warning")

    def _first_theme(self, settings: Settings) -> str:
        if self.no_color:
            return BASIC.name  # it needs none: what matters is reversed or bold
        has_terminal = self.is_running and not self.is_headless  # only then it is known how many colours there are
        return first_theme(settings.theme, self.available_themes, self.console.color_system if has_terminal else None)

    def tell(self, message: str, *, severity: SeverityLevel = "information") -> None:
        """Tell the reader something: in the header if it can be, else in a toast. What the message quotes is plain text."""
        if severity == "information" and isinstance(self.screen, SayingScreen):
            self.screen.say(one_line(message))
        else:
            self.notify(one_line(message), severity=severity, timeout=4, markup=False)

    # -- failures
    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key asks for; what cannot be done (a full disk, a busy library) is told and the screen goes on."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except BriefreaderError as error:
            self.tell(str(error), severity="error")
            return True
        except NoMatches:  # a key that comes before the screen that it is for is drawn
            if self.screen.is_mounted:
                raise
            return True

    def _handle_exception(self, error: Exception) -> None:
        # A screen that is just being opened when the program ends finds nothing of its own there any more.
        if not (self._exit and isinstance(error, NoMatches)):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # Textual would print a traceback with all locals. ``run`` raises the error, which the command line says in one line.
        if self.is_headless:
            super()._fatal_error()
        else:
            self._close_messages_no_wait()

    # -- commands that are heard everywhere
    def action_help(self) -> None:
        from briefreader.ui.screens.help import HelpScreen

        if not self._shows(HelpScreen):
            self.push_screen(HelpScreen(self.screen, self.key_changes))

    def action_palette(self) -> None:
        from briefreader.ui.screens.palette import PaletteScreen

        if not self._shows(PaletteScreen):
            self.push_screen(PaletteScreen(self.screen, self.key_changes), self._do)

    def _shows(self, kind: type[Screen[Any]]) -> bool:
        """Whether such a screen is open, if under others: help on the palette on help would pile up without end."""
        return any(isinstance(screen, kind) for screen in self.screen_stack)

    async def _do(self, chosen: Entry | None) -> None:
        """Do what was chosen in the palette."""
        if chosen and chosen.theme:
            self.theme = chosen.theme
        elif chosen:
            await self.run_action(chosen.action, chosen.node)

    def end(self, exit_code: int) -> None:
        """Quit with this exit code; may be called in any thread and in the handler of a signal."""
        self._ends_with = exit_code
        if self._own_loop:
            with suppress(RuntimeError):  # it has ended already
                self._own_loop.call_soon_threadsafe(partial(self.exit, return_code=exit_code))

    async def action_quit(self) -> None:
        self.exit(0)

    async def action_quit_anywhere(self) -> None:
        self.exit(0)


def _driver() -> type[Driver] | None:
    if sys.platform == "win32":
        return None  # Textual's own
    from briefreader.ui.terminal_driver import TerminalDriver

    return TerminalDriver


def run(library: Library, *, settings: Settings, inputs: Sequence[str] = (), demo: bool = False) -> int:
    """Open the screen on ``library`` until the reader quits, and give the exit code (128 + the signal that ended it).

    With ``inputs`` (paths and addresses) the library is one in memory, and they are loaded while the screen is open; ``demo``
    says that they are the bundled sample.
    """
    hear_alt_digits()
    app = BriefreaderApp(library, settings, inputs=inputs, in_memory=demo)
    with asked_to_end(sys.stdin.fileno(), app.end):
        app.run()
    if app._exception is not None:
        raise app._exception
    return app.return_code or 0

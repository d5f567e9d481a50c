"""The terminal as Textual drives it, for what no honest terminal sends: the screen goes on whatever comes in."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from contextlib import suppress
from time import monotonic

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Paste, Resize
from textual.message import Message

from briefreader.safety import clean_text

_WIDEST, _HIGHEST = 1000, 300
"""Cells. Whoever says that the terminal is larger is wrong, and would have us draw for minutes."""
_AT_A_TIME = 4096
_PASTE_PATIENCE = 2.0
"""Seconds of silence after which a paste that is not closed is at its end."""


class TerminalDriver(LinuxDriver):
    """Textual's driver, but what would end it is passed over: bytes that are no text, and keys that no keyboard has.

    What is pasted is cleaned as all foreign text is, and nothing in it is a key. No terminal is larger than can be drawn.
    """

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type] # passed on as they are
        self._size = self._size or self._get_terminal_size()
        self._before = ""
        self._pasted: list[str] | None = None

    def run_input_thread(self) -> None:
        decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser()
        heard = monotonic()
        with suppress(OSError), selectors.SelectSelector() as selector:  # the terminal may go
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    heard = monotonic()
                    for character in decode(os.read(self.fileno, _AT_A_TIME)):
                        self._take(character)
                elif self._pasted is None:
                    self._parse("")
                elif monotonic() - heard > _PASTE_PATIENCE:
                    self._paste()

    def _take(self, character: str) -> None:
        self._before = (self._before + character)[-len(BRACKETED_PASTE_START) :]
        if self._pasted is None:
            self._parse(character)
            if self._before == BRACKETED_PASTE_START:
                self._pasted = []
        else:
            self._pasted.append(character)
            if self._before == BRACKETED_PASTE_END:
                del self._pasted[-len(BRACKETED_PASTE_END) :]
                self._paste()

    def _paste(self) -> None:
        """Textual would take what follows an Escape in a paste for keys, and do what they say."""
        text, self._pasted = "".join(self._pasted or ()), None
        self._parser = XTermParser()
        self.process_message(Paste(clean_text(text)))

    def _parse(self, characters: str) -> None:
        """Have more characters made into keys; none is only the time that has passed."""
        try:
            for message in self._parser.feed(characters) if characters else self._parser.tick():
                self.process_message(message)
        except (ValueError, ArithmeticError, LookupError):
            self._parser = XTermParser()

    def process_message(self, message: Message) -> None:
        if isinstance(message, Resize):
            message = Resize.from_dimensions(_drawable(*message.size), message.pixel_size)
        super().process_message(message)

    def _get_terminal_size(self) -> tuple[int, int]:
        return _drawable(*super()._get_terminal_size())


def _drawable(width: int, height: int) -> tuple[int, int]:
    return min(max(width, 1), _WIDEST), min(max(height, 1), _HIGHEST)

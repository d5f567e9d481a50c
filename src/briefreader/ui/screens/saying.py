"""A screen with a header, at whose right it says for a few seconds what was done."""

from __future__ import annotations

from typing import TypeVar

from textual.timer import Timer

from briefreader.ui.format.lines import Piece
from briefreader.ui.screens.steady import SteadyScreen

Result = TypeVar("Result")
_SAID_FOR = 5.0
"""Seconds for which something said stands in the header."""


class SayingScreen(SteadyScreen[Result]):
    """Says what was done where it costs no layout and hides nothing; subclasses draw the header, with ``said`` in it."""

    said: Piece = Piece("")
    _silence: Timer | None = None

    def say(self, words: str) -> None:
        """Say something for a few seconds."""
        if self._silence:
            self._silence.stop()
        self.said = Piece(words, "star")
        self._silence = self.set_timer(_SAID_FOR, self._say_no_more)
        self.show_header()

    def show_header(self) -> None:
        raise NotImplementedError

    def _say_no_more(self) -> None:
        self.said = Piece("")
        self.show_header()

"""The words of this room: a line on the screen is pieces of text, each with a role that the theme gives a colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefreader.safety import clean_text


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one role; the roles stand in ``ui/theme.py``."""

    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a story's article, where Enter leads to: ``article`` is the index in the story."""

    article: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Something in a list that Enter chooses, by its number or name."""

    value: int | str


Target = Passage | Choice


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a pane. With a ``target`` the cursor can stand on it; ``more`` marks the further lines of the same entry."""

    pieces: tuple[Piece, ...] = ()
    target: Target | None = None
    more: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


EMPTY = Line()


def line(*pieces: Piece | str, target: Target | None = None, more: bool = False) -> Line:
    """Give a line from pieces and plain strings."""
    return Line(tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces), target, more)


def gate(text: str) -> str:
    """The render gate: ``text`` without anything a terminal could obey, and on one line."""
    return clean_text(text).replace("\n", " ").replace("\t", " ")


def plain(lines: Iterable[Line]) -> str:
    """The lines as plain text: for the clipboard and for tests."""
    return "\n".join(gate(line.text).rstrip() for line in lines)

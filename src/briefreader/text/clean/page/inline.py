"""Running text in the making: white space collapsed as a browser does, links with their places in the result."""

from __future__ import annotations

import re

from briefreader.model import Link
from briefreader.safety import clean_text

_SPACE = re.compile(r"[ \t\r\n\f\u00a0\u200b]+")


class Inline:
    """Takes pieces of text in reading order and gives one text with its links."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._links: list[Link] = []
        self._open: tuple[int, str | None] | None = None
        self.linked = 0

    def add(self, text: str) -> None:
        piece = _SPACE.sub(" ", clean_text(text))
        if not self._pieces or self._pieces[-1][-1] in " \n":
            piece = piece.lstrip(" ")
        if piece:
            self._pieces.append(piece)
            self._length += len(piece)

    def new_line(self) -> None:
        if self._pieces:
            self._pieces.append("\n")
            self._length += 1

    def open_link(self, url: str | None) -> None:
        self._open = (self._length, url)

    def close_link(self) -> None:
        if self._open is None:
            return
        start, url = self._open
        self._open = None
        self.linked += self._length - start
        if url and self._length > start:
            self._links.append(Link(start, self._length, url))

    def result(self) -> tuple[str, list[Link]]:
        """The text without white space around it, and the links that hold a visible character, in bounds."""
        self.close_link()
        whole = "".join(self._pieces)
        start = len(whole) - len(whole.lstrip())
        text = whole.strip()
        links = []
        for link in self._links:
            first, last = max(0, link.start - start), min(len(text), link.end - start)
            words = text[first:last]
            first, last = first + len(words) - len(words.lstrip()), last - (len(words) - len(words.rstrip()))
            if last > first:
                links.append(Link(first, last, link.url))
        return text, links

    @property
    def is_empty(self) -> bool:
        return not self._pieces

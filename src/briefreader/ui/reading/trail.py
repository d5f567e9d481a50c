"""Where the reader has been: the places left by a jump, and the way back and forward between them."""

from __future__ import annotations

from dataclasses import dataclass, field

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A story, the pane, the article in the story, its lit sentence, and how far the article was scrolled."""

    story: int
    pane: int
    shown: int
    lit: str | None
    scrolled: int


@dataclass(slots=True)
class Trail:
    """As in an editor: a jump notes where it left from, and drops whatever lay ahead."""

    _behind: list[Place] = field(default_factory=list)
    _ahead: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """Note the place that a jump leaves."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != place:
            self._behind = [*self._behind[1 - _LONGEST :], place]

    def back(self, here: Place) -> Place | None:
        """The place left last; ``here`` is where ``forward`` will lead."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Place) -> Place | None:
        """The place that ``back`` was asked from."""
        return _step(self._ahead, self._behind, here)


def _step(origin: list[Place], other: list[Place], here: Place) -> Place | None:
    if not origin:
        return None
    other.append(here)
    return origin.pop()

"""The screen behind a dialog, dimmed: as Textual dims it, but each style that occurs there once and not each piece of text."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.css.styles import RulesMap
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

_STYLES_KEPT = 1024


class Backdrop(Visual):
    """Looks like ``behind``, tinted with ``tint``."""

    def __init__(self, behind: Screen[Any], tint: Color) -> None:
        self._behind, self._tint = behind, tint

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        base, tint = style.rich_style, self._tint
        return [
            Strip([Segment(text, tinted(base, given, tint)) for text, given, _ in strip], strip.cell_length)
            for strip in self._behind._compositor.render_strips()
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return self._behind.size.width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self._behind.size.height


@lru_cache(_STYLES_KEPT)
def tinted(base: RichStyle, style: RichStyle | None, tint: Color) -> RichStyle:
    """A style of the screen behind as it looks through the tint, on top of the dialog's own."""
    (segment,) = BackgroundScreen.process_segments([Segment("", style)], tint)
    return base + segment.style if segment.style else base

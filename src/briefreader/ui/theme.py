"""Colours: two themes of our own, one for terminals of 16 colours, and the role that each piece of text plays in any theme.

Every role is readable without its colour: a word or a mark always stands with it. The themes' text colours keep a contrast
of at least 4.5:1 on every background that they stand on (WCAG 2.2, 1.4.3); a test measures it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rich.color import Color
from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

ROLES: dict[str, tuple[str, str]] = {
    "": ("foreground", ""),
    "muted": ("text-quiet", ""),
    "label": ("text-quiet", "bold"),
    "title": ("foreground", "bold"),
    "standfirst": ("foreground", "italic"),
    "heading": ("text-primary", "bold"),
    "quote": ("foreground", "italic"),
    "code": ("text-secondary", ""),
    "cite": ("text-primary", ""),
    "hit": ("foreground", "reverse"),
    "unread": ("foreground", "bold"),
    "read": ("text-quiet", ""),
    "done": ("text-quiet", "strike"),
    "unread-mark": ("text-primary", "bold"),
    "star": ("text-warning", "bold"),
    "watch": ("text-secondary", "bold"),
    "cursor": ("text-primary", "bold"),
    "key": ("text-primary", "bold"),
    "good": ("text-success", ""),
    "bad": ("text-error", ""),
    "warn": ("text-warning", ""),
    "stage-call": ("text-secondary", "bold"),
    "stage-talk": ("text-primary", "bold"),
    "stage-warn": ("text-warning", "bold"),
    "stage-good": ("text-success", "bold"),
    "stage-bad": ("text-error", "bold"),
}
"""Role → the theme's variable for its colour, and its other attributes."""

DARK = Theme(
    name="briefreader-dark",
    dark=True,
    primary="#5aa9e6",
    secondary="#9db4c0",
    accent="#5aa9e6",
    warning="#e9b44c",
    error="#f07178",
    success="#7fc77f",
    foreground="#dfe3e6",
    background="#14181c",
    surface="#1b2026",
    panel="#262d35",
    variables={
        "text-primary": "#7cc0f5",
        "text-secondary": "#c3b1e1",
        "text-accent": "#7cc0f5",
        "text-warning": "#f0c36d",
        "text-error": "#ff9a9f",
        "text-success": "#97d897",
        "text-quiet": "#a7b0b8",
        "row-cursor": "#2b3a49",
        "row-cursor-elsewhere": "#222a32",
    },
)
LIGHT = Theme(
    name="briefreader-light",
    dark=False,
    primary="#1f5f99",
    secondary="#5b4b8a",
    accent="#1f5f99",
    warning="#8a5a00",
    error="#a8202c",
    success="#1e6b2f",
    foreground="#1d2226",
    background="#fbfbf9",
    surface="#f4f4f1",
    panel="#e8e8e3",
    variables={
        "text-primary": "#14508a",
        "text-secondary": "#5b3f8f",
        "text-accent": "#14508a",
        "text-warning": "#734b00",
        "text-error": "#98131f",
        "text-success": "#155724",
        "text-quiet": "#4c555c",
        "row-cursor": "#d6e4f0",
        "row-cursor-elsewhere": "#ecefef",
    },
)
BASIC = Theme(
    name="briefreader-16",
    dark=True,
    ansi=True,
    primary="ansi_bright_cyan",
    secondary="ansi_bright_magenta",
    accent="ansi_bright_cyan",
    warning="ansi_bright_yellow",
    error="ansi_bright_red",
    success="ansi_bright_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "text-quiet": "ansi_default",
        "row-cursor": "ansi_blue",
        "row-cursor-elsewhere": "ansi_default",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_bright_cyan",
        "input-selection-foreground": "ansi_black",
        "input-selection-background": "ansi_bright_cyan",
        "screen-selection-foreground": "ansi_black",
        "screen-selection-background": "ansi_bright_cyan",
    },
)
"""The terminal's own colours, where blending more from 16 would leave grey on grey."""
THEMES = (DARK, LIGHT)
_FEW_COLOURS = ("standard", "windows")


def first_theme(wanted: str, available: Collection[str], colour_system: str | None) -> str:
    """The theme to begin with: the wanted one; in place of our usual one that for 16 colours where there are no more."""
    if wanted == DARK.name and colour_system in _FEW_COLOURS:
        return BASIC.name
    return wanted if wanted in available else DARK.name


def extra_variables(colours: Mapping[str, str]) -> dict[str, str]:
    """What other themes lack of our variables, from what they have."""
    return {
        "text-quiet": _blend(colours["foreground"], colours["background"], 0.75),
        "row-cursor": _blend(colours["primary"], colours["background"], 0.25),
        "row-cursor-elsewhere": _blend(colours["foreground"], colours["background"], 0.1),
    }


def role_styles(variables: Mapping[str, str]) -> dict[str, Style]:
    """The style of each role in the theme that has these variables."""
    styles = {role: Style.parse(f"{attributes} {_hex(variables[name])}".strip()) for role, (name, attributes) in ROLES.items()}
    if variables["background"].startswith("ansi_"):  # reversed, a row can be read on whatever the terminal's colours are
        return styles | {"row-cursor": Style(reverse=True), "row-cursor-elsewhere": Style()}
    for role in ("row-cursor", "row-cursor-elsewhere"):
        styles[role] = Style.parse(f"on {_hex(variables[role])}")
    return styles


def _hex(colour: str) -> str:
    """A theme's colour without its opacity, by the name that Rich has for it; the terminal's own where it is left to that."""
    if colour.startswith("#"):
        return colour[:7]
    if colour.startswith("ansi_"):
        return colour.removeprefix("ansi_").partition(" ")[0]
    return "default" if colour.startswith("auto") else colour


def _blend(front: str, back: str, share: float) -> str:
    """``share`` of the front colour on the back one; the front where either is the terminal's own."""
    if not (front.startswith("#") and back.startswith("#")):
        return front
    over, under = Color.parse(front[:7]).get_truecolor(), Color.parse(back[:7]).get_truecolor()
    mixed = (round(a * share + b * (1 - share)) for a, b in zip(over, under, strict=True))
    return "#" + "".join(f"{value:02x}" for value in mixed)

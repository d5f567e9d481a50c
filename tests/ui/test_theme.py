"""Our two themes can be read: contrast as WCAG 2.2 measures it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.color import Color
from rich.style import Style
from screen_fixtures import Opener, Reader
from textual.theme import BUILTIN_THEMES, Theme

from briefreader.ui.theme import BASIC, ROLES, THEMES, extra_variables, first_theme, role_styles

_BACKGROUNDS = ("background", "surface", "panel", "row-cursor", "row-cursor-elsewhere")


def _luminance(colour: str) -> float:
    channels = [value / 255 for value in Color.parse(colour[:7]).get_truecolor()]
    red, green, blue = (value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("background", _BACKGROUNDS)
def test_each_role_is_legible_on_each_background(theme: Theme, background: str) -> None:
    variables = {**theme.to_color_system().generate(), **theme.variables}
    for role, (name, _) in ROLES.items():
        assert contrast(variables[name], variables[background]) >= 4.5, f"{role} on {background}"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_whatever_is_drawn_is_legible(open_screen: Opener, theme: Theme) -> None:
    async with open_screen(theme=theme.name) as reader:
        await reader.press("s", "j", "a", "j", "v", "3", "enter")
        drawn = drawn_colours(reader)
        for key in ("escape", "question_mark", "t", "e", "c", "W", "S", "w", "slash"):
            await reader.press(key)
            drawn |= drawn_colours(reader)
            await reader.press("escape")
        reader.app.notify("Suspended (was: agreed)", title="Watched")
        await reader.settle()
        drawn |= drawn_colours(reader)
        assert len(drawn) > 20
        assert not [pair for pair in drawn if contrast(*pair) < 4.5]


def drawn_colours(reader: Reader) -> set[tuple[str, str]]:
    """The colours of all words on the screen, each with the one behind it; before a dimmed screen those of the dialog."""
    screen = reader.app.screen
    region = next((box.region for box in screen.query(".dialog")), screen.region)
    strips = [strip.crop(region.x, region.right) for strip in screen._compositor.render_strips()[region.y : region.bottom]]
    pairs = set()
    for text, style, _ in (segment for strip in strips for segment in strip):
        if style and style.color and style.bgcolor and any(map(str.isalnum, text)):
            front, back = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
            pairs.add((back, front) if style.reverse else (front, back))
    return pairs


@pytest.mark.parametrize("name", BUILTIN_THEMES)
def test_every_theme_of_textual_has_a_style_for_each_role(name: str) -> None:
    theme = BUILTIN_THEMES[name]
    variables = {**theme.to_color_system().generate(), **theme.variables}
    styles = role_styles({**extra_variables(variables), **variables})
    assert set(ROLES) < set(styles)


async def test_the_theme_of_the_settings_is_used_and_can_be_changed(open_screen: Opener) -> None:
    async with open_screen(theme="briefreader-light") as reader:
        before = reader.app.roles["muted"]
        reader.app.theme = "nord"
        await reader.settle()
        assert reader.app.roles["muted"] != before
        assert "1 Stories" in reader.text


async def test_an_unknown_theme_is_told_and_ours_is_used(open_screen: Opener) -> None:
    async with open_screen(theme="sepia") as reader:
        assert reader.app.theme == "briefreader-dark"
        assert any("no theme sepia" in toast for toast in reader.toasts)


@pytest.mark.parametrize(
    ("wanted", "colours", "taken"),
    [
        ("briefreader-dark", "truecolor", "briefreader-dark"),
        ("briefreader-dark", "256", "briefreader-dark"),
        ("briefreader-dark", "standard", "briefreader-16"),
        ("briefreader-light", "standard", "briefreader-light"),
        ("sepia", "truecolor", "briefreader-dark"),
    ],
)
def test_a_terminal_of_16_colours_gets_its_own_unless_the_reader_chose(wanted: str, colours: str, taken: str) -> None:
    assert first_theme(wanted, {theme.name for theme in (*THEMES, BASIC)}, colours) == taken


def test_on_16_colours_the_row_is_reversed_and_stages_keep_colours_of_the_terminal() -> None:
    styles = role_styles({**BASIC.to_color_system().generate(), **BASIC.variables})
    assert styles["row-cursor"].reverse
    assert styles["stage-bad"] == Style.parse("bold bright_red")
    assert styles["title"] == Style.parse("bold default")


async def test_the_palette_shows_a_theme_before_it_is_chosen(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press(":")
        await reader.press(*"theme: nord")
        await reader.until(lambda: reader.app.theme == "nord")
        await reader.press("escape")
        await reader.until(lambda: reader.app.theme == "briefreader-dark")
        await reader.press(":")
        await reader.press(*"theme: nord")
        await reader.until(lambda: reader.app.theme == "nord")
        await reader.press("enter")
        await reader.settle()
        assert reader.app.theme == "nord"


async def test_without_colours_there_are_none_and_what_matters_is_bold_or_reversed(
    open_screen: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_screen(theme="briefreader-light") as reader:
        drawn = list(styled(reader))
        assert all(colour is None or colour.is_default for _, style in drawn for colour in (style.color, style.bgcolor))
        assert "1 Stories" in "".join(text for text, style in drawn if style.bold)
        assert reader.title()[:10] in "".join(text for text, style in drawn if style.reverse)
        await reader.press("slash", "p")
        assert (" ", True) in [(text, style.reverse) for text, style in styled(reader)]  # the place where letters go
        await reader.press("escape", ":")
        await reader.press(*"theme: nord")
        assert "No command has these letters" in reader.text


def styled(reader: Reader) -> Iterator[tuple[str, Style]]:
    """Each piece of the screen's text with its style."""
    for strip in reader.app.screen._compositor.render_strips():
        yield from ((text, style) for text, style, _ in strip if style)

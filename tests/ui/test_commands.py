"""One table of commands: everything that names a key comes from it."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
from screen_fixtures import Opener, pressed, presses
from textual.binding import Binding
from textual.screen import Screen

from briefreader.ui.app import BriefreaderApp
from briefreader.ui.bindings import bindings_of
from briefreader.ui.commands import BY_ID, COMMANDS, Where, commands_of
from briefreader.ui.keymap import all_keys, chosen_keys, complaints, shown_key
from briefreader.ui.keys_page import key_table, keys_page
from briefreader.ui.reading.main import MainScreen
from briefreader.ui.screens.articles import ArticlesScreen
from briefreader.ui.screens.correct import CorrectScreen
from briefreader.ui.screens.export import ExportScreen
from briefreader.ui.screens.help import help_lines
from briefreader.ui.screens.palette import command_entries, matching
from briefreader.ui.screens.rules import RulesScreen
from briefreader.ui.screens.sources import SourcesScreen
from briefreader.ui.screens.split import SplitScreen
from briefreader.ui.screens.starter import StarterScreen
from briefreader.ui.screens.time_line import TimeLineScreen
from briefreader.ui.screens.typed_list import TypedList
from briefreader.ui.widgets.find_input import FindInput
from briefreader.ui.widgets.line_pane import LinePane
from briefreader.ui.widgets.story_list import StoryList

_HEARERS: dict[Where, tuple[type, ...]] = {
    "app": (BriefreaderApp,),
    "reading": (MainScreen,),
    "moving": (StoryList, LinePane),
    "sources": (SourcesScreen,),
    "time line": (TimeLineScreen, ArticlesScreen),
    "rules": (RulesScreen,),
    "find": (FindInput,),
    "correct": (CorrectScreen,),
    "typed list": (TypedList,),
    "split": (SplitScreen,),
    "export": (ExportScreen,),
    "starter": (StarterScreen,),
}
_ROOT = Path(__file__).parents[2]


def test_each_command_has_one_id_keys_a_label_and_help() -> None:
    assert len(BY_ID) == len(COMMANDS)
    for command in COMMANDS:
        assert re.fullmatch(r"[a-z0-9-]+", command.id)
        assert command.keys
        assert command.label
        assert command.help


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_each_command_can_be_done_where_it_is_heard(command) -> None:  # type: ignore[no-untyped-def]
    action = "action_" + command.action.partition("(")[0]
    for hearer in _HEARERS[command.where]:
        assert callable(getattr(hearer, action))


@pytest.mark.parametrize("place", _HEARERS)
def test_the_bindings_of_each_screen_are_exactly_those_of_the_table(place: Where) -> None:
    of_table = {(binding.id, binding.key) for binding in bindings_of(place) if isinstance(binding, Binding)}
    for hearer in _HEARERS[place]:
        own = {(binding.id, binding.key) for binding in hearer.BINDINGS if isinstance(binding, Binding)}  # type: ignore[attr-defined]
        assert own == of_table
        if issubclass(hearer, Screen):
            assert place in hearer.HEARS  # type: ignore[attr-defined]


def test_every_command_of_the_table_is_pressed_in_a_test() -> None:
    for file in sorted(Path(__file__).parent.glob("test_*.py")):
        import_module(file.stem)
    assert {command.id for command in COMMANDS} - pressed == set()


def test_no_two_commands_of_one_place_want_the_same_key() -> None:
    assert complaints({}, {}) == []


def test_the_newsboat_keymap_names_only_commands_and_has_no_clash() -> None:
    keys = chosen_keys("newsboat", {})
    assert keys["done"] == "D"
    assert complaints(keys, keys) == []


def test_the_readers_own_keys_come_before_a_ready_made_keymap() -> None:
    assert chosen_keys("newsboat", {"done": "X"})["done"] == "X"
    assert all_keys(chosen_keys("default", {}))["done"] == "a"


def test_a_clash_and_an_unknown_command_are_told_with_their_remedy() -> None:
    own = {"done": "s", "fly": "F"}
    told = complaints(own, chosen_keys("default", own))
    assert told == [
        "[keys] fly: there is no such command (docs/keys.md lists them)",
        "[keys] s is wanted by both done and star: give one of them another key",
    ]


def test_keys_are_shown_as_a_reader_writes_them() -> None:
    assert [shown_key(key) for key in ("space", "ctrl+d", "alt+1", "?", "pagedown")] == ["Spc", "^d", "Alt+1", "?", "PgDn"]


def test_docs_keys_is_what_the_table_gives() -> None:
    """To renew it: python -m briefreader.ui.keys_page > docs/keys.md"""
    assert (_ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == keys_page()


def test_the_readme_has_the_tables_keys() -> None:
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    marked = re.search(r"<!-- keys -->\n(.*?)<!-- /keys -->", readme, re.DOTALL)
    if marked:
        assert marked[1].strip() == key_table().strip()


def test_the_help_names_every_command_of_the_screen() -> None:
    text = "\n".join(line.text for line in help_lines(MainScreen.HEARS, {}, "", 400))
    assert all(command.help in text for command in commands_of(*MainScreen.HEARS))


def test_the_help_is_filtered_by_words_and_shows_the_readers_keys() -> None:
    text = "\n".join(line.text for line in help_lines(MainScreen.HEARS, {"undo": "U"}, "undo", 100))
    assert "U " in text
    assert "Take the last step back" in text
    assert "Star" not in text


async def test_the_footer_shows_what_the_table_puts_there_and_can_be_clicked(open_screen: Opener) -> None:
    async with open_screen((200, 50)) as reader:
        footer = reader.text.splitlines()[-1]
        for command in commands_of("reading", "moving", "app"):
            if command.footer and command.id not in ("down", "up"):
                assert f" {command.label} " in f"{footer} "
        await reader.pilot.click("#footer", offset=(footer.index("Star") + 1, 0))
        await reader.settle()
        assert "★" in reader.text.splitlines()[2]


async def test_the_footer_follows_the_focus(open_screen: Opener) -> None:
    async with open_screen((120, 35)) as reader:
        assert " Read on " in reader.text.splitlines()[-1]
        await reader.press("4")
        assert "Enter To the sentence" in reader.text.splitlines()[-1]
        await reader.press("2")
        assert "Older" in reader.text.splitlines()[-1]
        await reader.press("slash")
        assert " ".join(reader.text.splitlines()[-1].split()) == "Enter Keep what was found Esc Take the search back"
        footer = reader.text.splitlines()[-1]
        await reader.pilot.click("#footer", offset=(footer.index("Take"), 0))
        await reader.press("1")
        assert " Star " in reader.text.splitlines()[-1]


async def test_remapped_keys_are_heard_and_the_old_ones_are_not(open_screen: Opener) -> None:
    async with open_screen(keys={"star": "x"}) as reader:
        await reader.press("s")
        assert reader.main.library.counts().starred == 0
        await reader.press("x")
        assert reader.main.library.counts().starred == 1


async def test_a_clash_is_told_when_the_screen_opens(open_screen: Opener) -> None:
    async with open_screen(keys={"done": "s"}) as reader:
        assert any("wanted by both done and star" in toast for toast in reader.toasts)


@presses("palette")
async def test_the_palette_offers_each_command_of_the_screen_and_every_theme(open_screen: Opener) -> None:
    async with open_screen() as reader:
        titles = {entry.title for entry in command_entries(reader.main, {})}
        every = commands_of("reading", "moving", "app")
        assert {command.palette or command.label for command in every if command.id != "palette"} <= titles
        await reader.press("colon", *"star", "enter")
        await reader.until(lambda: reader.main.library.counts().starred == 1)


async def test_the_palette_finds_by_letters_in_their_order(open_screen: Opener) -> None:
    async with open_screen() as reader:
        entries = command_entries(reader.main, {})
        assert matching(entries, " ") == entries
        assert matching(entries, "zzzz") == []
        assert matching(entries, "undo")[0].action == "undo"


async def test_the_palette_is_left_with_nothing_done(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("colon", *"no such thing", "enter", "escape", "escape")
        await reader.until(lambda: reader.app.screen is reader.main)
        assert reader.main.library.counts().starred == 0

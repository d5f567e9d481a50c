"""Rules, from the screen and the configuration: what they keep out of the list, and what is watched and told of."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from screen_fixtures import Opener, presses
from ui_sample import NOW, rail_story

from briefreader.config import Settings
from briefreader.model import Raw
from briefreader.store.records import Fetched
from briefreader.store.sqlite import SqliteLibrary, open_library
from briefreader.ui.app import BriefreaderApp

RAIL = "Rail pay talks stall over two-year clause"


@presses("mute", "rules", "rules-show", "rules-watch", "rules-mute", "rules-remove", "rules-undo", "rules-back")
async def test_a_muted_word_leaves_the_list_the_counts_and_comes_back_with_undo(open_screen: Opener) -> None:
    async with open_screen() as reader:
        listed = len(reader.main.stories.ids)
        await reader.press("m")
        await reader.enter("heatwave")
        assert len(reader.main.stories.ids) == listed - 1
        assert f"{listed - 1} unread of {listed - 1}" in reader.text.splitlines()[0]
        assert "Heatwave" not in reader.text
        await reader.press("slash")
        await reader.enter("heatwave")
        assert "Heatwave" in reader.title()
        await reader.press("escape", "W")
        assert "heatwave" in reader.text
        assert "1 story" in reader.text
        await reader.press("enter")
        assert "Heatwave" in reader.title()
        await reader.press("escape", "W", "d", "q")
        assert len(reader.main.stories.ids) == listed
        await reader.press("W", "u", "m")
        await reader.enter("shelling")
        await reader.press("w")
        await reader.enter("party:union")
        await reader.press("q")
        assert len(reader.main.stories.ids) == listed - 2
        await reader.press("u", "u", "u")
        assert len(reader.main.stories.ids) == listed
        assert not reader.main.library.rules()


@presses("watch")
async def test_a_watched_story_is_marked_and_the_party_is_proposed(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("n", "n", "w")
        assert 'party:"National Rail Union"' in reader.text
        await reader.press("enter")
        assert "◎ Rail pay talks" in reader.text
        await reader.press("alt+4")
        assert "Watched" in reader.text.splitlines()[0]
        assert [reader.title(), len(reader.main.stories.ids)] == [RAIL, 1]
        await reader.press("alt+1", "u")
        assert "◎" not in reader.text
        await reader.press("w")
        await reader.enter("stage:nonsense")
        assert "is no stage" in reader.text
        await reader.press("escape")
        assert not reader.main.library.rules()


async def test_rules_of_the_configuration_hold_and_one_that_makes_no_sense_is_told(open_screen: Opener) -> None:
    async with open_screen(mute=("heatwave", "sight:x"), watch=("stage:stalled",)) as reader:
        await reader.settle()
        assert len(reader.main.stories.ids) == 6
        assert "◎ Rail pay talks" in reader.text
        assert any("sight:" in toast for toast in reader.toasts)
        await reader.press("W")
        assert reader.text.count("configuration") == 3
        await reader.press("d")
        assert any("stands in the configuration" in toast for toast in reader.toasts)


@presses("hide-source", "sources-hide")
async def test_a_source_is_hidden_for_today_over_restarts_and_is_back_tomorrow(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"

    async def titles(days: int, *keys: str) -> list[str]:
        with open_library(file) as library:
            app = BriefreaderApp(library, settings, now=lambda: NOW + timedelta(days=days))
            async with app.run_test(size=(120, 35)) as pilot:
                for key in keys:
                    await pilot.press(key)
                    await pilot.pause()
                main = app.screen_stack[1]
                return [row.title for row in library.story_rows(main.stories.ids)]  # type: ignore[attr-defined]

    with open_library(file) as library:
        for name, day in (("Post", 2), ("Wire", 1)):
            source = library.add_source(f"https://{name.lower()}.example/feed", "feed", now=NOW, title=name)
            library.save_fetch(source.id, Fetched(entries=(_raw(name, day),)), NOW)
    assert await titles(0, "H") == ["Post news"]
    assert await titles(0) == ["Post news"]
    assert await titles(1) == ["Wire news", "Post news"]
    assert await titles(0, "u") == ["Wire news", "Post news"]
    assert await titles(0, "S", "H", "q") == ["Wire news"]


def _raw(name: str, day: int) -> Raw:
    return Raw(
        f"https://{name.lower()}.example/1",
        b"A bakery opened.",
        "text/plain",
        url=f"https://{name.lower()}.example/1",
        title=f"{name} news",
        published=(NOW - timedelta(days=day)).isoformat(),
    )


async def test_when_a_watched_story_changes_its_stage_the_reader_is_told_in_the_ways_configured(
    open_screen: Opener, library: SqliteLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[bool] = []
    monkeypatch.setattr(BriefreaderApp, "bell", lambda self: rung.append(True))
    told, script = tmp_path / "told", tmp_path / "tell.py"
    script.write_text(f"import sys; open({str(told)!r}, 'w').write(sys.argv[1])")
    async with open_screen(watch=("party:rail",), bell=True, alert_command=f"{sys.executable} {script}") as reader:
        await reader.settle()
        before = reader.main.watched_stages()
        assert list(before.values()) == ["stalled"]
        await reader.main.tell_moves(before)
        assert not rung
        (story_id,) = before
        _, story = rail_story()
        assert story.negotiation
        moved = replace(story, negotiation=replace(story.negotiation, stage="agreed"))
        told_of = library.story_briefs(story_id)
        library.save_story(story_id, replace(moved, briefs=tuple(told_of)), told_of)
        await reader.main.tell_moves(before)
        assert any("Agreed (was: stalled): Rail pay talks" in toast for toast in reader.toasts), reader.toasts
        assert rung == [True]
        assert told.read_text() == f"briefreader: Agreed (was: stalled): {RAIL}"


async def test_a_watched_story_that_another_took_in_is_watched_on(open_screen: Opener, library: SqliteLibrary) -> None:
    async with open_screen(watch=("monitors",)) as reader:
        await reader.settle()
        before = reader.main.watched_stages()
        assert list(before.values()) == ["violated"]
        (story_id,) = before
        library.merge(library.story_ids())
        (now,) = library.stories_now([story_id]).values()
        assert now != story_id
        _, story = rail_story()
        assert story.negotiation
        told_of = library.story_briefs(now)
        library.save_story(
            now, replace(story, briefs=tuple(told_of), negotiation=replace(story.negotiation, stage="agreed")), told_of
        )
        await reader.main.tell_moves(before)
        await reader.settle()
        assert any("Agreed (was: violated)" in toast for toast in reader.toasts), reader.toasts

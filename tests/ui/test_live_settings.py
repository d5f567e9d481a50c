"""The configuration while the screen is open: a change is seen without a restart, a mistake is told and changes nothing."""

from __future__ import annotations

from pathlib import Path

from screen_fixtures import Opener
from ui_sample import NOW

from briefreader.config import Settings
from briefreader.store.sqlite import SqliteLibrary
from briefreader.ui.live_settings import LiveSettings


def test_a_changed_file_is_read_once(settings: Settings) -> None:
    live = LiveSettings(settings)
    assert live.changed() is None
    settings.config_file.write_text('[screen]\ntheme = "nord"\n')
    changed = live.changed()
    assert changed
    assert (changed.theme, changed.data_dir) == ("nord", settings.data_dir)
    assert live.changed() is None
    settings.config_file.unlink()
    assert live.changed() is None


async def test_theme_keys_views_and_rules_change_at_once_and_a_mistake_is_told_with_its_line(
    open_screen: Opener, settings: Settings
) -> None:
    async with open_screen() as reader:
        settings.config_file.write_text(
            '[screen]\ntheme = "briefreader-light"\n[keys]\nstar = "x"\nfull-text = "F7"\n[rules]\nmute = ["heatwave"]\n'
            '[views]\n"Stuck" = "stage:stalled"\n'
        )
        reader.main._look_after_settings()
        await reader.settle()
        assert reader.app.theme == "briefreader-light"
        assert "read again" in reader.toasts[-1]
        assert "Heatwave" not in reader.text
        await reader.press("x")
        assert reader.main.library.counts().starred == 1
        assert " x Star " in reader.text.splitlines()[-1]
        await reader.press("alt+1")
        assert "Stuck" in reader.text.splitlines()[0]
        settings.config_file.write_text("[keys]\nstar = 4\n")
        reader.main._look_after_settings()
        await reader.settle()
        assert any("line 2" in toast and "stay as they were" in toast for toast in reader.toasts)
        await reader.press("u", "x")
        assert reader.main.library.counts().starred == 1


async def test_at_the_interval_of_the_configuration_what_is_due_is_fetched_and_nothing_moves(
    open_screen: Opener, empty_library: SqliteLibrary, settings: Settings, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "dock.txt").write_text("Dock workers meet\n\nThe dock workers of Arna met the port on Monday.\n")
    empty_library.add_source(str(folder), "folder", now=NOW)
    async with open_screen(on=empty_library, refresh_every=5) as reader:
        assert reader.main._next_refresh
        assert reader.main._next_refresh._interval == 300
        reader.main.refresh_quietly()
        await reader.until(lambda: any("Refreshed: 1 new article" in toast for toast in reader.toasts))
        reader.main._say_no_more()
        reader.main.refresh_quietly()
        await reader.until(lambda: reader.main._work is None)
        assert "Refreshed" not in reader.main.said.text
    assert settings.refresh_every == 0

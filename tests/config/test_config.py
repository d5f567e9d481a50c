"""The configuration file: every setting documented, every mistake with its line and remedy."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from briefreader.config import _SETTINGS, Settings, default_config, find_config_file, load_settings
from briefreader.errors import ConfigError


def load(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return load_settings(config_file=file, data_dir=tmp_path, environment={})


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings = load_settings(data_dir=tmp_path, environment={"BRIEFREADER_CONFIG": str(tmp_path / "none.toml")})
    assert (settings.theme, settings.points, settings.keymap) == ("briefreader-dark", 4, "default")
    assert settings.library_file == tmp_path / "library.sqlite"


def test_every_line_of_the_default_file_shows_a_setting_with_its_default(tmp_path: Path) -> None:
    uncommented = re.sub(r"^# (\w+ = )", r"\1", default_config(), flags=re.MULTILINE)
    document = tomllib.loads(uncommented)
    document["keys"].clear()
    assert {name for table in document.values() for name in table} >= {name for table in _SETTINGS.values() for name in table}
    settings, defaults = load(tmp_path, uncommented), load(tmp_path, "")
    for name in ("theme", "keymap", "reduced_motion", "points", "codebook", "private_hosts", "mute", "watch", "bell"):
        assert getattr(settings, name) == getattr(defaults, name)
    assert settings.export_folder == defaults.export_folder


def test_settings_are_read(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        '[screen]\ntheme = "nord"\n[keys]\ndone = "d"\n[brief]\npoints = 6\n[network]\nprivate_hosts = ["wiki.home"]\n'
        '[views]\n"Stalled" = "stage:stalled"\n',
    )
    assert (settings.theme, settings.keys, settings.points) == ("nord", {"done": "d"}, 6)
    assert settings.private_hosts == ("wiki.home",)
    assert settings.views == {"Stalled": "stage:stalled"}


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        ("[screen]\ntheme = nord\n", "line 2", "not TOML"),
        ("\n[screen]\n\ntheem = 'nord'\n", "line 4", "those are theme, keymap, reduced_motion"),
        ("[brief]\npoints = 8\n", "line 2", "from 1 to 7"),
        ("[brief]\npoints = true\n", "line 2", "from 1 to 7"),
        ("[screen]\nreduced_motion = 'yes'\n", "line 2", "true or false"),
        ("[screen]\nkeymap = 'emacs'\n", "line 2", "newsboat"),
        ("[refresh]\nevery = 2\n", "line 2", "from 5 to 1440"),
        ("[rules]\nmute = 'football'\n", "line 2", "is a list"),
        ("[alerts]\ncommand = '-x'\n", "line 2", "the name of a program"),
        ("[export]\npipe = 'sed \"'\n", "line 2", "a program and its arguments"),
        ("[keys]\ndone = 4\n", "line 2", '"quotes"'),
        ("[network]\nprivate_hosts = 'wiki.home'\n", "line 2", '["wiki.home"]'),
        ("[colours]\nred = 1\n", "line 1", "the tables are"),
        ("screen = 1\n", "line 1", "write [screen]"),
        ("[views]\n" + "".join(f'"{number}" = "is:unread"\n' for number in range(10)), "line 11", "nine"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_remedy(tmp_path: Path, text: str, line: str, remedy: str) -> None:
    with pytest.raises(ConfigError) as told:
        load(tmp_path, text)
    assert line in str(told.value)
    assert remedy in str(told.value)


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="config --init"):
        load_settings(config_file=tmp_path / "none.toml", data_dir=tmp_path, environment={})


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="cannot read"):
        load_settings(config_file=tmp_path / "config.toml", data_dir=tmp_path, environment={})


def test_the_command_line_outweighs_the_environment(tmp_path: Path) -> None:
    environment = {"BRIEFREADER_DATA_DIR": "/from/environment", "BRIEFREADER_CONFIG": "/from/environment.toml"}
    assert load_settings(environment=environment).data_dir == Path("/from/environment")
    assert load_settings(data_dir=tmp_path, environment=environment).data_dir == tmp_path
    assert find_config_file(environment=environment) == Path("/from/environment.toml")
    assert find_config_file(tmp_path / "mine.toml", environment=environment) == tmp_path / "mine.toml"


def test_a_relative_xdg_folder_is_ignored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    settings = load_settings(environment={})
    assert settings.data_dir.is_absolute()
    assert settings.config_file.is_absolute()


def test_without_any_home_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(user: int) -> None:
        raise KeyError(user)

    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    with pytest.raises(ConfigError, match="BRIEFREADER_DATA_DIR"):
        load_settings(environment={})

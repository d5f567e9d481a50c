"""The reader's settings: a TOML file, the environment and the platform's folders, checked at the start.

The file that ``briefreader config --init`` writes is ``default-config.toml`` beside this module; it documents every setting.
"""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path
from typing import Any

import platformdirs

from briefreader.access import Access, read_access
from briefreader.errors import ConfigError


class _SettingError(Exception):
    """What is wrong with one setting, for a sentence that begins with its name and line."""


_TABLE = re.compile(r"\s*\[\s*([A-Za-z0-9_-]+)\s*\]")


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default; ``config_file`` may not exist, and ``export_folder`` may begin with ``~``."""

    data_dir: Path
    config_file: Path
    theme: str = "briefreader-dark"
    keymap: str = "default"
    reduced_motion: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    points: int = 4
    codebook: Path | None = None
    export_folder: Path = Path("~/briefs")
    pipe: str = ""
    refresh_every: int = 0
    mute: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    bell: bool = False
    alert_command: str = ""
    private_hosts: tuple[str, ...] = ()
    full_text: tuple[str, ...] = ()
    keep_days: int = 0
    access: Mapping[str, Access] = field(default_factory=dict)
    views: Mapping[str, str] = field(default_factory=dict)

    @property
    def library_file(self) -> Path:
        return self.data_dir / "library.sqlite"


def load_settings(
    *, config_file: Path | None = None, data_dir: Path | None = None, environment: Mapping[str, str] = os.environ
) -> Settings:
    """Give the settings: what the command line says, else the environment, else the file, else the platform's folders.

    Raises ConfigError with the line and the remedy when the file cannot be used.
    """
    settings = Settings(
        data_dir=data_dir or _path_from(environment, "BRIEFREADER_DATA_DIR") or _platform_folder("data"),
        config_file=find_config_file(config_file, environment=environment),
    )
    try:
        if _is_special(settings.config_file):
            raise ConfigError(f"cannot read the configuration file {settings.config_file}: it is not a regular file")
        text = settings.config_file.read_text(encoding="utf-8")
    except FileNotFoundError:
        if config_file:
            raise ConfigError(f"there is no file {config_file}: make one with 'briefreader config --init'") from None
        return settings
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read the configuration file {settings.config_file}: {error}") from error
    return _apply(settings, text)


def _is_special(path: Path) -> bool:
    """Whether reading it might block or never end, as that of a pipe or of /dev/zero; /dev/null says that there is nothing."""
    return path.exists() and not path.is_file() and str(path) != os.devnull


def find_config_file(named: Path | None = None, *, environment: Mapping[str, str] = os.environ) -> Path:
    """Where the configuration file is, or would be: as named, else as the environment says, else in the platform's folder."""
    return named or _path_from(environment, "BRIEFREADER_CONFIG") or _platform_folder("config") / "config.toml"


def setting_line(settings: Settings, table: str, name: str) -> int | None:
    """The line of the configuration file on which a setting stands; ``None`` if there is no such file any more."""
    try:
        return _line_of(settings.config_file.read_text(encoding="utf-8"), table, name)
    except (OSError, UnicodeDecodeError):
        return None


def default_config() -> str:
    """The text of a new configuration file, every setting commented out."""
    return resources.files("briefreader").joinpath("default-config.toml").read_text(encoding="utf-8")


def _path_from(environment: Mapping[str, str], name: str) -> Path | None:
    value = environment.get(name)
    return Path(value).absolute() if value else None


def _platform_folder(kind: str) -> Path:
    folder = platformdirs.user_data_path if kind == "data" else platformdirs.user_config_path
    try:
        return folder("briefreader", appauthor=False)
    except RuntimeError as error:
        raise ConfigError("no home folder is known: set BRIEFREADER_DATA_DIR and BRIEFREADER_CONFIG") from error


def _apply(settings: Settings, text: str) -> Settings:
    where = settings.config_file
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{where}: {error}: mend that line, it is not TOML") from error
    except (RecursionError, ValueError) as error:  # the library's own limits: brackets too deep, a number too long
        raise ConfigError(f"{where}: no setting needs such deep brackets or such long numbers: take them out") from error
    for table, content in document.items():
        if table not in _READERS:
            line = _line_of(text, table, None)
            raise ConfigError(f"{where}, line {line}: there is no [{table}]: the tables are {', '.join(_READERS)}")
        if not isinstance(content, dict):
            raise ConfigError(f"{where}, line {_line_of(text, None, table)}: {table} is a table: write [{table}]")
        for name, value in content.items():
            try:
                settings = _READERS[table](settings, name, value)
            except _SettingError as error:
                raise ConfigError(f"{where}, line {_line_of(text, table, name)}: {name}: {error}") from None
    return settings


def _line_of(text: str, table: str | None, name: str | None) -> int:
    """The number of the line on which a setting stands (of its table's, where the setting itself is not found)."""
    current, found = None, 1
    for number, line in enumerate(text.splitlines(), start=1):
        heading = _TABLE.match(line)
        if heading:
            current = heading[1]
            if current == table:
                found = number
        elif name and current == table and line.split("=")[0].strip().strip("\"'") == name:
            return number
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _SettingError('is a text: write it in "quotes"')
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _SettingError("is true or false")
    return value


def _whole_number(least: int, most: int, words: str, *, or_zero: bool = False) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        whole = isinstance(value, int) and not isinstance(value, bool)
        if whole and (least <= value <= most or (or_zero and value == 0)):
            return int(value)
        raise _SettingError(words)

    return read


def _path(value: Any) -> Path | None:
    return _folder(os.path.expanduser(_text(value))) if value != "" else None  # noqa: PTH111 (Path raises for a strange ~name)


def _folder(value: Any) -> Path:
    if "\0" in _text(value):
        raise _SettingError("is a path: no path has such a character")
    return Path(value)


def _hosts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(host, str) for host in value):
        raise _SettingError('is a list of host names: write ["wiki.home"]')
    return tuple(host.strip().lower() for host in value)


def _queries(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(query, str) and query.strip() for query in value):
        raise _SettingError('is a list of words or queries: write ["football", \'party:"steel union"\']')
    return tuple(value)


def _command(value: Any) -> str:
    try:
        words = shlex.split(_text(value))
    except ValueError as error:
        raise _SettingError(f"is a program and its arguments: {error}") from None
    if words and words[0].startswith("-"):
        raise _SettingError("begins with the name of a program, not with an option")
    return _text(value)


def _keymap(value: Any) -> str:
    if value not in ("default", "newsboat"):
        raise _SettingError('is "default" or "newsboat"')
    return str(value)


_SETTINGS: dict[str, dict[str, tuple[str, Any]]] = {
    "screen": {"theme": ("theme", _text), "keymap": ("keymap", _keymap), "reduced_motion": ("reduced_motion", _flag)},
    "brief": {
        "points": ("points", _whole_number(1, 7, "is a whole number from 1 to 7")),
        "codebook": ("codebook", _path),
    },
    "export": {"folder": ("export_folder", _folder), "pipe": ("pipe", _command)},
    "refresh": {
        "every": (
            "refresh_every",
            _whole_number(5, 1440, "is a number of minutes from 5 to 1440, or 0 for never", or_zero=True),
        ),
    },
    "rules": {"mute": ("mute", _queries), "watch": ("watch", _queries)},
    "alerts": {"bell": ("bell", _flag), "command": ("alert_command", _command)},
    "network": {"private_hosts": ("private_hosts", _hosts), "full_text": ("full_text", _hosts)},
    "library": {
        "keep_days": ("keep_days", _whole_number(0, 36_500, "is a whole number of days; 0 keeps everything")),
    },
}


def _setting_reader(table: str) -> Any:
    known = _SETTINGS[table]

    def read(settings: Settings, name: str, value: Any) -> Settings:
        if name not in known:
            raise _SettingError(f"is no setting of [{table}]: those are {', '.join(known)}")
        attribute, convert = known[name]
        return replace(settings, **{attribute: convert(value)})

    return read


def _read_key(settings: Settings, name: str, value: Any) -> Settings:
    return replace(settings, keys={**settings.keys, name: _text(value)})


def _read_access(settings: Settings, host: str, value: Any) -> Settings:
    try:
        return replace(settings, access={**settings.access, host.strip().lower(): read_access(value)})
    except ValueError as error:
        raise _SettingError(str(error)) from None


def _read_view(settings: Settings, name: str, value: Any) -> Settings:
    if len(settings.views) == 9:
        raise _SettingError("is the tenth view: there are keys for nine")
    return replace(settings, views={**settings.views, name: _text(value)})


_READERS: dict[str, Any] = {table: _setting_reader(table) for table in _SETTINGS} | {
    "keys": _read_key,
    "access": _read_access,
    "views": _read_view,
}

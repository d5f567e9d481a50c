"""The options that every command takes, and the settings that they lead to."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import click

from briefreader.config import Settings, find_config_file, load_settings

CommandType = TypeVar("CommandType", bound=click.Command)


def remember_option(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Keep an option that may stand before or behind the command's name; the later one counts."""
    given = context.find_root().ensure_object(dict)
    if value:
        given[parameter.name] = value


def everywhere(command: CommandType) -> CommandType:
    """Add the options that every command takes."""
    for option in (
        click.option("--debug", is_flag=True, expose_value=False, callback=remember_option, help="Show tracebacks."),
        click.option(
            "--config",
            "config_file",
            type=click.Path(path_type=Path, dir_okay=False),
            expose_value=False,
            callback=remember_option,
            help="The configuration file.",
        ),
        click.option(
            "--data-dir",
            type=click.Path(path_type=Path, file_okay=False),
            expose_value=False,
            callback=remember_option,
            help="The folder of the library.",
        ),
    ):
        command = option(command)
    return command


def settings() -> Settings:
    """The settings of this run, as the command line, the environment and the configuration file say."""
    return load_settings(config_file=_given("config_file"), data_dir=_given("data_dir"))


def config_file() -> Path:
    """The configuration file of this run, which need not exist."""
    return find_config_file(_given("config_file"))


def _given(option: str) -> Path | None:
    path = click.get_current_context().find_root().ensure_object(dict).get(option)
    return Path(path).absolute() if path else None

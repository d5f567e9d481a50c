"""``config``: where the configuration file is, a first one, and whether it is right."""

from __future__ import annotations

import os

import click

from briefreader.cli.checks import setting_problems
from briefreader.cli.options import config_file, everywhere, settings
from briefreader.cli.output import tell, write
from briefreader.cli.private import for_us_alone
from briefreader.config import default_config
from briefreader.errors import ConfigError, UsageError


@everywhere
@click.command("config")
@click.option("--init", "action", flag_value="init", help="Write a commented default file, unless there is one.")
@click.option("--check", "action", flag_value="check", help="Check the file: errors with line and remedy.")
@click.option("--path", "action", flag_value="path", help="Print where the file is.")
def config_command(action: str | None) -> None:
    """Make, check or find the configuration file."""
    if action is None:
        raise UsageError("say what to do with the configuration file: --init, --check or --path")
    path = config_file()
    if action == "path":
        write(str(path))
    elif action == "check":
        from briefreader.jobs.briefing import codebook_text

        problems = setting_problems(settings())
        if problems:
            raise ConfigError(f"{path}: {'; '.join(problems)}")
        codebook_text(settings())
        there = os.path.exists(path)  # noqa: PTH110 (Path raises where a name is too long)
        tell(f"{path}: all is well" if there else f"{path}: there is none, the defaults hold")
    else:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with open(path, "x", encoding="utf-8", opener=for_us_alone) as file:  # it may come to hold secrets
                file.write(default_config())
        except FileExistsError:
            raise ConfigError(f"{path} is there already: edit it, or move it away first") from None
        except OSError as error:
            raise ConfigError(f"cannot write {path}: {error.strerror}") from error
        tell(f"wrote {path}")

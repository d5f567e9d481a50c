"""What opens the screen: the library, paths and addresses, or the demo."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from briefreader.cli.options import everywhere, settings
from briefreader.errors import UsageError
from briefreader.ui.memory import look_at_nothing


def open_library_screen() -> int:
    """Open the screen on the library, which is made if there is none."""
    _need_a_terminal()
    look_at_nothing()
    from briefreader.cli.log import start_log
    from briefreader.store.sqlite import open_library
    from briefreader.ui.app import run

    configured = settings()
    start_log(configured.data_dir)
    with open_library(configured.library_file) as library:
        return run(library, settings=configured)


@everywhere
@click.command("open")
@click.argument("inputs", metavar="PATH|URL ...", nargs=-1, required=True)
def open_command(inputs: tuple[str, ...]) -> int:
    """Open the screen on just these articles; nothing is stored."""
    return _open_in_memory(inputs, demo=False)


@everywhere
@click.command("demo")
def demo_command() -> int:
    """Open the screen on the bundled sample stories, in a throw-away library; needs no network."""
    from briefreader.demo import demo_inputs

    with demo_inputs(datetime.now().astimezone().date()) as inputs:
        return _open_in_memory(inputs, demo=True)


def _open_in_memory(inputs: tuple[str, ...], *, demo: bool) -> int:
    _need_a_terminal()
    look_at_nothing()
    from briefreader.store.sqlite import open_library
    from briefreader.ui.app import run

    with open_library(None) as library:
        return run(library, settings=settings(), inputs=inputs, demo=demo)


def _need_a_terminal() -> None:
    # Textual draws on standard error, so all three have to be a terminal.
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UsageError("the screen needs a terminal: use 'briefreader list' or 'briefreader brief' in scripts")

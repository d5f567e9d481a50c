"""The commands by name. A command's module is imported when the command is used: starting stays quick."""

from __future__ import annotations

import difflib
import importlib
import io
from pathlib import Path

import click

from briefreader import __version__
from briefreader.cli.options import everywhere
from briefreader.cli.output import OutputError, complain, tell_lines

MODULE_OF_COMMAND = {
    "demo": "screen",
    "add": "subscriptions",
    "sources": "subscriptions",
    "remove": "subscriptions",
    "opml": "subscriptions",
    "refresh": "refreshing",
    "list": "library",
    "search": "library",
    "export": "library",
    "brief": "inputs",
    "clean": "inputs",
    "story": "inputs",
    "config": "configuration",
    "backup": "maintenance",
    "restore": "maintenance",
    "doctor": "maintenance",
}
OPEN_PATHS = "open"
"""The unnamed command: ``briefreader PATH|URL ...``."""


def run_program() -> int:
    """Run the command that the arguments name and give its exit code; usage errors are told as click tells them.

    What click writes itself (help, the version) may fail as any output may.
    """
    try:
        result = program.main(prog_name="briefreader", standalone_mode=False)
    except click.ClickException as error:
        said = io.StringIO()
        error.show(said)
        tell_lines(said.getvalue())
        return error.exit_code
    except click.Abort as error:  # no question is ever asked, so that this is a fault of ours
        raise error.__cause__ or error from None
    except SystemExit as ended:
        if ended.code:
            complain("the reader of the pipe has gone, or completion is not known for this shell")
        return ended.code if isinstance(ended.code, int) else 1
    except OSError as error:
        if error.filename is not None:
            raise
        raise OutputError(f"cannot write to standard output: {error.strerror}") from error
    return result if isinstance(result, int) else 0


class Program(click.Group):
    """Our commands, and for anything else a screen on the given paths and addresses."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(MODULE_OF_COMMAND)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        module = "screen" if name == OPEN_PATHS else MODULE_OF_COMMAND.get(name)
        if module is None:
            return None
        commands = importlib.import_module(f"briefreader.cli.{module}")
        command = getattr(commands, f"{name}_command")
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = arguments[0]
        if name in MODULE_OF_COMMAND:
            return super().resolve_command(context, arguments)
        if not _is_input(name):
            close = difflib.get_close_matches(name, MODULE_OF_COMMAND, n=1)
            remedy = f"did you mean '{close[0]}'?" if close else "'briefreader --help' lists the commands."
            raise click.UsageError(f"There is no command, file or address '{name}': {remedy}", context)
        return OPEN_PATHS, self.get_command(context, OPEN_PATHS), arguments


def _is_input(argument: str) -> bool:
    try:
        exists = Path(argument).exists()
    except (OSError, ValueError):
        exists = False
    return exists or argument == "-" or "://" in argument or any(sign in argument for sign in "*?[/\\")


@everywhere
@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="With paths or addresses instead of a command, the screen opens on just these and stores nothing.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context) -> int:
    """Read the day's news as stories, and see where each negotiation stands.

    Without a command, the screen opens on the library.
    """
    if context.invoked_subcommand:
        return 0
    from briefreader.cli.screen import open_library_screen

    return open_library_screen()

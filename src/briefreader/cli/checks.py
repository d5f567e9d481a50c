"""What ``doctor`` looks at."""

from __future__ import annotations

import locale
import os
import platform
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path

from briefreader import __version__
from briefreader.config import Settings, setting_line
from briefreader.errors import BriefreaderError, UsageError
from briefreader.query import parse_query, parse_rule
from briefreader.store.records import RuleKind


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; ``problem`` says what is wrong and how to mend it, ``None`` that all is well."""

    name: str
    problem: str | None


def all_checks(load: Callable[[], Settings]) -> Iterator[Check]:
    """Look at the configuration, the library and the terminal, in this order."""
    settings = None
    try:
        settings = load()
        yield Check("configuration", "; ".join([*setting_problems(settings), *_open_secrets(settings)]) or None)
    except BriefreaderError as error:
        yield Check("configuration", str(error))
    if settings:
        yield from _library_checks(settings)
    yield from _terminal_checks()


def facts(load: Callable[[], Settings]) -> Iterator[tuple[str, str]]:
    """What helps to understand a bug and gives nothing of the reader away: versions and numbers."""
    yield "briefreader", __version__
    yield "Python", platform.python_version()
    yield "system", f"{platform.system()} {platform.release()} {platform.machine()}"
    for package in ("textual", "rich", "lxml", "feedparser", "readability-lxml", "urllib3", "click", "pypdf"):
        yield package, metadata.version(package)
    yield "terminal", f"{os.environ.get('TERM', 'unknown')}, {'x'.join(map(str, shutil.get_terminal_size()))}"
    yield "encoding", f"{getattr(sys.stdout, 'encoding', None)}, locale {locale.getlocale()[0]}"
    try:
        yield from _library_facts(load().library_file)
    except BriefreaderError as error:
        yield "library", f"cannot be looked at ({type(error).__name__})"


def without_places(line: str) -> str:
    """The line without the name of the reader, which the paths of a home folder tell."""
    home = os.path.expanduser("~")  # noqa: PTH111 (Path.home raises where there is none)
    return line if home in ("~", "/", "") else line.replace(home, "~")


def _library_facts(file: Path) -> Iterator[tuple[str, str]]:
    if not os.path.exists(file):  # noqa: PTH110 (Path raises where a name is too long, or its folder is closed to us)
        return
    from briefreader.store.sqlite import open_library

    yield "library", f"{file.stat().st_size // 1024} KiB"
    with open_library(file) as library:
        counts, sources = library.counts(), library.sources()
    yield "sources", f"{len(sources)}, {sum(1 for source in sources if source.last_error)} of them failing"
    yield (
        "stories",
        f"{counts.stories}, {counts.unread} of them unread, {counts.articles} articles, {counts.pending} to be briefed",
    )


def setting_problems(settings: Settings) -> list[str]:
    """What is wrong with the reader's keys, views and rules, each with its line: what only the screen and the query know."""
    from briefreader.ui.keymap import chosen_keys, complaints

    told = complaints(settings.keys, chosen_keys(settings.keymap, settings.keys))
    wrong = [(next((name for name in settings.keys if re.search(rf"\b{re.escape(name)}\b", each)), ""), each) for each in told]
    return [
        *(_at_line(settings, "keys", name, problem) for name, problem in wrong),
        *_query_problems(settings),
    ]


def _query_problems(settings: Settings) -> Iterator[str]:
    now = datetime.now().astimezone()
    for name, query in settings.views.items():
        try:
            parse_query(query, now)
        except UsageError as error:
            yield _at_line(settings, "views", name, f"[views] {name}: {error}")
    kinds: tuple[tuple[RuleKind, Sequence[str]], ...] = (("mute", settings.mute), ("watch", settings.watch))
    for kind, rules in kinds:
        for rule in rules:
            try:
                parse_rule(kind, rule, now)
            except UsageError as error:
                yield _at_line(settings, "rules", kind, f"[rules] {kind}: {error}")


def _at_line(settings: Settings, table: str, name: str, problem: str) -> str:
    line = setting_line(settings, table, name)
    return f"line {line}: {problem.rstrip('.')}" if line else problem.rstrip(".")


def _open_secrets(settings: Settings) -> Iterator[str]:
    """A word of warning where others on this machine can read the passwords in the configuration."""
    has_secrets = any(access.secret is not None for access in settings.access.values())
    if has_secrets and os.name == "posix" and settings.config_file.stat().st_mode & 0o077:
        yield f"others can read the secrets in {settings.config_file}: chmod 600 it"


def _library_checks(settings: Settings) -> Iterator[Check]:
    from briefreader.store.sqlite import open_library

    name = f"library {settings.library_file}"
    if not os.path.exists(settings.library_file):  # noqa: PTH110 (as above)
        yield Check(f"{name} (none yet)", None)
        return
    try:
        with open_library(settings.library_file) as library:
            problems = library.check()
    except BriefreaderError as error:
        problems = [str(error)]
    yield Check(name, "; ".join(problems) or None)
    free = shutil.disk_usage(settings.library_file.parent).free
    yield Check("disk", None if free > 100_000_000 else f"only {free // 1_000_000} MB are free: make room, refreshes need it")


def _terminal_checks() -> Iterator[Check]:
    terminal = os.environ.get("TERM", "")
    problem = "TERM says that it can show nothing: start from a full terminal" if terminal in ("", "dumb") else None
    yield Check("terminal", problem)
    size = shutil.get_terminal_size()
    small = size.columns < 60 or size.lines < 16
    yield Check("size", f"{size.columns}x{size.lines} is too small for the screen: make it 60x16 or more" if small else None)

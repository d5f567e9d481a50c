"""The reference page names every command, every flag and every field there is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click
import pytest

from briefreader.cli.options import everywhere
from briefreader.cli.program import MODULE_OF_COMMAND, program

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "reference.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """What stands under the first heading that names ``heading``, up to the next heading of its rank or above."""
    found = re.search(rf"^(#+) [^\n]*`{re.escape(heading)}\b.*?(?=^#{{1,3}} |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"the reference has no section on {heading}"
    return found[0]


def flags(command: click.Command) -> set[str]:
    return {flag for parameter in command.params if isinstance(parameter, click.Option) for flag in parameter.opts}


def command(name: str) -> click.Command:
    found = program.get_command(click.Context(program), name) if isinstance(program, click.Group) else None
    assert found is not None
    return found


COMMON = flags(everywhere(click.Command("any"))) | {"-h", "--help"}


@pytest.mark.parametrize("name", MODULE_OF_COMMAND)
def test_every_flag_of_a_command_stands_in_its_section(name: str) -> None:
    assert [flag for flag in flags(command(name)) - COMMON if f"`{flag}" not in section(name)] == []


def test_what_holds_for_every_command_stands_once() -> None:
    common = PAGE.split("## What holds for every command")[1].split("## Inputs")[0]
    assert [flag for flag in COMMON if f"`{flag}" not in common] == []


def test_every_flag_that_the_page_names_exists() -> None:
    known = COMMON | {"--version"} | {flag for name in MODULE_OF_COMMAND for flag in flags(command(name))}
    assert set(re.findall(r"`(--[a-z-]+)", PAGE)) - known == set()


@pytest.mark.parametrize(
    ("schema", "heading"),
    [
        ("brief", "brief --json"),
        ("story", "story --json"),
        ("sources", "sources --json"),
        ("search", "search --json"),
        ("correction", "export --corrections"),
        ("negotiation", "negotiation"),
    ],
)
def test_every_field_of_a_record_stands_in_its_section(schema: str, heading: str) -> None:
    fields: dict[str, Any] = json.loads((DOCS / "json" / f"{schema}.schema.json").read_text(encoding="utf-8"))["properties"]
    text = PAGE[PAGE.index("## JSON records") :]
    start = text.index(f"### `{heading}`")
    end = text.find("\n### ", start + 1)
    assert [name for name in fields if not re.search(rf"\b{name}\b", text[start:end])] == []

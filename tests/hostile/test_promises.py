"""The table of promises: every requirement has a row, every named test exists, and every test in this folder is named."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
TESTS = HERE.parent
TABLE = (HERE / "README.md").read_text("utf-8")
ROWS = {int(row[1]): row[0] for row in re.finditer(r"^\| (\d+) \|.*$", TABLE, re.MULTILINE)}
NAMED = [name.partition("[")[0].rstrip("…") for name in re.findall(r"`(test_[^`.]+)`", TABLE)]
FILES = {name: TESTS / name for name in re.findall(r"`([a-z]+/test_\w+\.py)`", TABLE)}
WHOLE = [FILES[name] for name in re.findall(r"`([a-z]+/test_\w+\.py)`: all", TABLE)]


def names_in(file: Path) -> list[str]:
    return re.findall(r"^(?:async )?def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)


def test_each_of_the_25_requirements_has_its_tests() -> None:
    assert list(ROWS) == list(range(1, 26))
    assert all("test_" in row for row in ROWS.values())


def test_every_test_and_every_file_that_the_table_names_is_there() -> None:
    assert [name for name, file in FILES.items() if not file.is_file()] == []
    known = [test for file in {*FILES.values(), *HERE.glob("test_*.py")} for test in names_in(file)]
    assert [name for name in NAMED if not any(test.startswith(name) for test in known)] == []


def test_every_test_of_this_folder_stands_in_the_table() -> None:
    files = set(HERE.glob("test_*.py")) - {Path(__file__), *WHOLE}
    unnamed = [test for file in files for test in names_in(file) if not any(test.startswith(name) for name in NAMED)]
    assert unnamed == []

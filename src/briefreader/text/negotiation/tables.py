"""The data files as tables: lines of cells parted by tabs, entries in a cell parted by "; ", comments after "#"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources


def lines_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line that is no comment, with the line's number."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip().split("\t")


def data(name: str) -> str:
    """The text of a data file of the package."""
    return resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")


def entries(cell: str) -> list[str]:
    return [entry.strip() for entry in cell.split(";") if entry.strip()]


@cache
def weights_of(name: str) -> dict[str, float]:
    """How much each measure of a table counts: the measure stands first in its line, the weight before what it measures."""
    return {cells[0]: float(cells[-2]) for _, cells in lines_of(data(name))}

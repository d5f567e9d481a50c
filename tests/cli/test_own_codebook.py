"""A reader's own codebook, from the configuration folder to the status: more actors, more idioms, another domain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from program_run import Run

CODEBOOK = """\
# Clans of the hills, and how they make peace.
actors\tHill Clan\tgroup\tthe Hill Clan; Hillfolk\tHillish\tOrla Stane
actors\tLake Clan\tgroup\tthe Lake Clan; Lakefolk
idioms\tbury|buried the spear\tagreement\tThe clans buried the spear.
# Another domain: water rights at the sluice court. A class may be given below the line that uses it.
frames\tsettle_water\tsluice\tright\tagreement\tThe farms parcelled the sluice.
verbs\tsettle_water\tparcel + out; parcel,parcelled,parcelled
nouns\tsluice\tcore\tsluice; sluices; sluice right
"""

CLANS = """Hill Clan and Lake Clan bury the spear

The Hill Clan and the Lake Clan buried the spear on Monday after nine days of talks in Meru, elder Orla Stane said.
"""
WATER = """Farms parcel out the sluice

The Hillfolk and the Lakefolk parcelled out the sluice on Friday. The sluice right was in dispute for years.
"""


@pytest.fixture
def settled(tmp_path: Path) -> Path:
    """A configuration file in a folder of its own, and two articles beside it."""
    config = tmp_path / "config" / "config.toml"
    config.parent.mkdir()
    config.write_text("")
    (tmp_path / "clans.txt").write_text(CLANS)
    (tmp_path / "water.txt").write_text(WATER)
    return config


def standing(briefreader: Run, config: Path, article: str) -> dict[str, Any] | None:
    done = briefreader("--config", str(config), "brief", str(config.parents[1] / article), "--json")
    assert done.code == 0, done.err
    negotiation: dict[str, Any] | None = done.records[0]["negotiation"]
    return negotiation


def test_a_codebook_in_the_configuration_folder_is_used(briefreader: Run, settled: Path) -> None:
    before = standing(briefreader, settled, "clans.txt")
    assert before is None or before["stage"] != "agreed"
    (settled.parent / "codebook.tsv").write_text(CODEBOOK)
    clans = standing(briefreader, settled, "clans.txt")
    assert clans is not None
    assert clans["stage"] == "agreed"
    assert {party["name"] for party in clans["parties"]} == {"Hill Clan", "Lake Clan"}
    assert clans["evidence"].startswith("The Hill Clan and the Lake Clan buried the spear")


def test_another_domain_is_read_from_it(briefreader: Run, settled: Path) -> None:
    assert standing(briefreader, settled, "water.txt") is None
    (settled.parent / "codebook.tsv").write_text(CODEBOOK)
    water = standing(briefreader, settled, "water.txt")
    assert water is not None
    assert water["stage"] == "agreed"


def test_the_configuration_may_name_another_file_seen_from_its_folder(briefreader: Run, settled: Path) -> None:
    settled.write_text('[brief]\ncodebook = "clans.tsv"\n')
    (settled.parent / "clans.tsv").write_text(CODEBOOK)
    clans = standing(briefreader, settled, "clans.txt")
    assert clans is not None
    assert clans["stage"] == "agreed"


def test_why_names_the_line_of_the_codebook(briefreader: Run, settled: Path) -> None:
    (settled.parent / "codebook.tsv").write_text(CODEBOOK)
    done = briefreader("--config", str(settled), "brief", str(settled.parents[1] / "clans.txt"), "--why")
    assert "bury|buried the spear" in done.out
    assert "your codebook, line 4" in done.out


def test_a_wrong_line_is_told_with_file_line_and_remedy(briefreader: Run, settled: Path) -> None:
    book = settled.parent / "codebook.tsv"
    book.write_text("# mine\nidiom\tbury the spear\tagreement\n")
    for arguments in (("brief", str(settled.parents[1] / "clans.txt")), ("config", "--check")):
        done = briefreader("--config", str(settled), *arguments)
        assert done.code != 0
        assert f"{book}, line 2: there is no table “idiom”: begin the line with one of" in " ".join(done.err.split())
        assert "Traceback" not in done.err


def test_a_codebook_that_is_no_text_is_told(briefreader: Run, settled: Path) -> None:
    (settled.parent / "codebook.tsv").write_bytes(b"\xff\xfe\x00actors")
    done = briefreader("--config", str(settled), "config", "--check")
    assert done.code != 0
    assert "cannot read the codebook" in done.err

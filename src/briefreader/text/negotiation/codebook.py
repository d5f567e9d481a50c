"""The codebook: the words that say where a negotiation stands."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from briefreader.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Codebook:
    """Words and phrases as data: the built-in ones and, merged into them, a user's own."""

    tables: dict[str, Any]


@cache
def load_codebook(extra: str | None = None) -> Codebook:
    """Give the built-in codebook, extended by the TOML text of a user's own. Raises ConfigError if that is not valid."""
    tables = tomllib.loads(resources.files(__package__).joinpath("data/thin.toml").read_text(encoding="utf-8"))
    if extra:
        try:
            own = tomllib.loads(extra)
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"The codebook file is not valid TOML: {error}. Mend that line.") from error
        tables = {**tables, "actors": {**tables["actors"], **own.get("actors", {})}}
    return Codebook(tables)

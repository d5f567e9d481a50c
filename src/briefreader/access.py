"""What a server wants to be told before it lets a reader in: a name and a password, or a header of its own.

The table ``[access]`` of the configuration has an entry a host. A secret that is not in the file is asked of the system's
keyring when the host is visited.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Access:
    """One host's entry: ``secret`` is the password of ``user``, or the value of ``header``; ``None`` if the keyring has it."""

    user: str | None = None
    header: str | None = None
    secret: str | None = field(default=None, repr=False)


EXAMPLE = '{ user = "me", secret = "…" } or { header = "X-Token", secret = "…" }'


def read_access(value: Any) -> Access:
    """Give an entry of the table. Raises ``ValueError`` that says how one is written, without anything that stands in it."""
    if not isinstance(value, dict) or not value.keys() <= {"user", "header", "secret"}:
        raise ValueError(f"is a table: write {EXAMPLE}")
    if not all(isinstance(each, str) and each.isprintable() for each in value.values()):
        raise ValueError(f"is made of plain texts: write {EXAMPLE}")
    if ("user" in value) == ("header" in value):
        raise ValueError(f"has either a user or a header: write {EXAMPLE}")
    return Access(**value)

"""The reader's rules: which stories are not listed, and which are watched. Kept as the reader typed them."""

from __future__ import annotations

from sqlite3 import Connection

from briefreader.store import history
from briefreader.store.records import Rule, RuleKind

_WORDS = {"mute": "muted", "watch": "watched"}
_INVERSE_WORDS = {"mute": "no longer muted", "watch": "no longer watched"}


def every(connection: Connection) -> list[Rule]:
    """All rules in the order in which they were made."""
    return [Rule(*row) for row in connection.execute("SELECT id, kind, text FROM rules ORDER BY id")]


def add(connection: Connection, kind: RuleKind, text: str) -> str:
    """Make a rule: one step that can be taken back, given in words; "" if it is there already."""
    if not connection.execute("INSERT OR IGNORE INTO rules (kind, text) VALUES (?, ?)", (kind, text)).rowcount:
        return ""
    words = f"{_WORDS[kind]}: {text}"
    history.remember(connection, words, {"rule": [kind, text], "there": False})
    return words


def remove(connection: Connection, rule_id: int) -> str:
    """Take a rule away; one step that can be taken back, given in words."""
    found = connection.execute("SELECT kind, text FROM rules WHERE id = ?", (rule_id,)).fetchone()
    if found is None:
        return "nothing: the rule is gone already"
    kind, text = found
    words = f"{_INVERSE_WORDS[kind]}: {text}"
    connection.execute("DELETE FROM rules WHERE id = ?", (rule_id,))
    history.remember(connection, words, {"rule": [kind, text], "there": True})
    return words


def put_back(connection: Connection, kind: str, text: str, there: bool) -> None:
    """Have a rule, or not, as it was before a step."""
    if there:
        connection.execute("INSERT OR IGNORE INTO rules (kind, text) VALUES (?, ?)", (kind, text))
    else:
        connection.execute("DELETE FROM rules WHERE kind = ? AND text = ?", (kind, text))

"""The query language of the list, the search and the saved views.

talks "pay rise" -football       words, an exact phrase, a word that must not be there; rail* is any word that begins so
is:unread is:starred is:done     also is:read; a minus turns any condition round: -is:done -party:russia
stage:stalled party:russia       several stages are any of them; stage:none is no negotiation
tag:work site:bbc
kept:today                       kept since then
since:7d                         also 24h, 2w, today, 2026-11-22, 2026-11-22T08:00, in local time where no offset is given
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from difflib import get_close_matches
from typing import Any, get_args

from briefreader.errors import UsageError
from briefreader.model import Stage
from briefreader.safety import clean_text
from briefreader.store.records import Query, RuleKind

MAX_LENGTH = 500
"""Characters of a query: what one costs grows with its words and with the places where they stand."""
_PART = re.compile(r'(?P<minus>-?)(?:(?P<name>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+)|(?<=:))')
_NAMES = ("is", "stage", "party", "tag", "site", "since", "kept")
_STATES: dict[str, tuple[str, bool]] = {
    "unread": ("unread", True),
    "read": ("unread", False),
    "starred": ("starred", True),
    "kept": ("starred", True),
    "done": ("done", True),
}
_STAGES = (*get_args(Stage), "none")
_SPAN = re.compile(r"(\d{1,6})([hdw])", re.ASCII)
_HOURS = {"h": 1, "d": 24, "w": 24 * 7}


@dataclass
class _Found:
    """The query as it is gathered."""

    words: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    stages: list[Any] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    states: dict[str, bool] = field(default_factory=dict)
    since: datetime | None = None
    kept: datetime | None = None
    none_of: list[Query] = field(default_factory=list)

    def query(self) -> Query:
        return Query(
            words=_sayable(self.words),
            without=_sayable(self.without),
            unread=self.states.get("unread"),
            starred=self.states.get("starred"),
            done=self.states.get("done"),
            stages=tuple(self.stages),
            parties=_sayable(self.parties),
            tags=tuple(self.tags),
            sites=_sayable(self.sites),
            since=self.since,
            kept_since=self.kept,
            none_of=tuple(self.none_of),
        )


def parse_query(text: str, now: datetime) -> Query:
    """Give the query that ``text`` says; ``now`` must be aware. Raises ``UsageError`` with a remedy where it makes no sense."""
    text = clean_text(text)
    if len(text) > MAX_LENGTH:
        raise UsageError(f"The query is too long: {len(text)} characters, at most {MAX_LENGTH} can be looked for.")
    found = _Found()
    for part in _PART.finditer(text):
        name, minus = part["name"], bool(part["minus"])
        value = part["phrase"] or part["word"] or ""
        if name is None or name.lower() in ("http", "https"):
            whole = value if name is None else f"{name}:{value}"
            (found.without if minus else found.words).append(whole)
        else:
            _add_condition(found, name.lower(), value, minus, now)
    return found.query()


def parse_rule(kind: RuleKind, text: str, now: datetime) -> Query:
    """The same for a rule: its plain words and phrases are those of a title or a party.

    To mute an outlet or a tag leaves a story that other outlets report too. Raises ``UsageError`` also where nothing is asked.
    """
    query = parse_query(text, now)
    if query == Query():
        raise UsageError(f"'{text}' would {kind} every story: name a word, a party or an outlet.")
    mutes_outlet = kind == "mute" and bool(query.sites or query.tags)
    return replace(query, words=(), named=query.words, one_outlet=mutes_outlet)


def parse_moment(text: str, now: datetime) -> datetime:
    """Give the moment that ``24h``, ``7d``, ``2w``, ``today`` or an ISO date means, in the time zone of ``now``."""
    wanted = text.strip().lower()
    if wanted == "today":
        return now.replace(hour=0, minute=0, second=0, microsecond=0)
    span = _SPAN.fullmatch(wanted)
    try:
        if span:
            return now - timedelta(hours=int(span[1]) * _HOURS[span[2]])
        stated = datetime.fromisoformat(text.strip())
    except (ValueError, OverflowError):
        raise UsageError(f"'{text}' is no moment: write 24h, 7d, 2w, today, or a date such as {now:%Y-%m-%d}.") from None
    return stated if stated.tzinfo else stated.replace(tzinfo=now.tzinfo)


def _add_condition(found: _Found, name: str, value: str, minus: bool, now: datetime) -> None:
    if name not in _NAMES:
        raise UsageError(f"'{name}:' is no condition: {_suggestion(name, _NAMES)}. Put a word with a colon into quotes.")
    if not value:
        raise UsageError(f"'{name}:' wants a value right after the colon, such as {name}:{_EXAMPLES[name]}.")
    if name == "is":
        state, wanted = _STATES.get(value.lower(), (None, False))
        if state is None:
            raise UsageError(f"'is:{value}' is no condition: {_suggestion(value.lower(), _STATES, 'is:')}")
        found.states[state] = wanted is not minus
    elif minus:
        turned = _Found()
        _add_value(turned, name, value, now)
        if turned.query() != Query():
            found.none_of.append(turned.query())
    else:
        _add_value(found, name, value, now)


def _add_value(found: _Found, name: str, value: str, now: datetime) -> None:
    match name:
        case "stage":
            stage = value.lower().replace("-", "_").replace(" ", "_")
            if stage not in _STAGES:
                raise UsageError(f"'{value}' is no stage: {_suggestion(stage, _STAGES)}.")
            found.stages.append(stage)
        case "since":
            found.since = parse_moment(value, now)
        case "kept":
            found.kept = parse_moment(value, now)
        case "party":
            found.parties.append(value)
        case "tag":
            found.tags.append(value)
        case "site":
            found.sites.append(value)


_EXAMPLES = {
    "is": "unread",
    "stage": "stalled",
    "party": "russia",
    "tag": "work",
    "site": "bbc",
    "since": "7d",
    "kept": "today",
}


def _suggestion(wrong: str, known: Any, prefix: str = "") -> str:
    near = get_close_matches(wrong, known, n=1)
    if near:
        return f"did you mean {prefix}{near[0]}"
    return f"there are {', '.join(prefix + each for each in known)}"


def _sayable(terms: list[str]) -> tuple[str, ...]:
    """Each once, without what has no letter or digit: nothing could match it."""
    return tuple(dict.fromkeys(term for term in terms if any(character.isalnum() for character in term)))

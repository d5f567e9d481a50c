"""Reading a codebook's lines: what each table's cells mean, with a check of every cell.

A line is cells separated by tabs; entries inside a cell are separated by "; ". A reader raises ``ValueError`` that says what is
wrong with the line and what to write instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import prod
from typing import get_args

from briefreader.model import Stage
from briefreader.text.negotiation.codebook.entries import (
    Actor,
    Codebook,
    EventKind,
    Framed,
    Idiom,
    Meanings,
    Reading,
    Share,
    World,
    put,
)
from briefreader.text.negotiation.codebook.inflection import verb_forms
from briefreader.text.negotiation.tables import entries

CUES = ("demand", "obligation", "precondition", "offer", "refusal", "obstacle", "issue", "next_step", "deadline")
GAPS = {"~": 5, "~~": 12}
MOST_WAYS = 250
"""In so many ways a turn of phrase may fit from one place: its gaps multiplied. More would make a long sentence slow."""


def _columns(cells: list[str], least: int, what: str) -> list[str]:
    if len(cells) < least:
        raise ValueError(f"{what} needs {least} cells separated by tabs, found {len(cells)}")
    if not all(cell.strip() for cell in cells[:least]):
        raise ValueError(f"{what} needs {least} cells, and one of them is empty: write it, or “-” for nothing")
    return cells


def _kind(book: Codebook, name: str) -> str:
    """The name of a kind of event, checked."""
    if name not in book.events:
        raise ValueError(f"there is no kind of event “{name}”: write one of {_listed(book.events)}")
    return name


def _number(text: str, what: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ValueError(f"{what} is a number such as 0.8, not “{text}”") from None


def _named_share(book: Codebook, cell: str) -> tuple[str, float]:
    """A kind of event, and after a colon what is left of its weight."""
    name, _, share = cell.partition(":")
    return _kind(book, name), _number(share or "1", "the share after a colon")


def _class(book: Codebook, name: str) -> str:
    if name not in book.classes:
        raise ValueError(f"there is no class “{name}”: add a line of nouns or verbs, or write one of {_listed(book.classes)}")
    return name


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


_DIRECTIONS = {"+": 1, "-": -1, "0": 0}


def _read_event(book: Codebook, cells: list[str]) -> None:
    name, stage, direction, plover, cameo, weight, told = _columns(cells, 7, "an event")[:7]
    if stage != "-" and stage not in get_args(Stage):
        raise ValueError(f"there is no stage “{stage}”: write “-” or one of {_listed(get_args(Stage))}")
    known: Stage | None = None if stage == "-" else stage  # type: ignore[assignment]  # checked in the line above
    if direction not in _DIRECTIONS:
        raise ValueError(f"a direction is one of {_listed(_DIRECTIONS)}, not “{direction}”")
    book.events[name] = EventKind(name, known, _DIRECTIONS[direction], plover, cameo, _number(weight, "a weight"), told)


def _read_meanings(book: Codebook, cells: list[str]) -> None:
    kind, *columns = _columns(cells, 6, "a kind's meanings")[:6]
    shares: list[Share] = [(None, 0.0) if cell == "-" else _named_share(book, cell) for cell in columns]
    negated, refused, possible, future, agreed = shares
    book.meanings[_kind(book, kind)] = Meanings(negated[0], refused[0], possible, future, agreed[0])


def _read_nouns(book: Codebook, cells: list[str]) -> None:
    name, core, phrases = _columns(cells, 3, "a noun class")[:3]
    if core not in {"core", "weak"}:
        raise ValueError(f"a noun class is core or weak, not “{core}”")
    book.classes.add(name)
    for phrase in entries(phrases):
        put(book.phrases, phrase.split(), Reading("noun", name, core=core == "core"))


def _read_verbs(book: Codebook, cells: list[str]) -> None:
    name, verbs = _columns(cells, 2, "a verb class")[:2]
    book.classes.add(name)
    for entry in entries(verbs):
        verb, _, particle = (part.strip() for part in entry.partition("+"))
        for form_text, form in verb_forms(verb):
            put(book.phrases, [form_text, *particle.split()], Reading("verb", name, form))


def _read_frame(book: Codebook, cells: list[str]) -> None:
    verb, nouns, side, event = _columns(cells, 4, "a frame")[:4]
    if side not in {"any", "left", "right"}:
        raise ValueError(f"a frame's side is any, left or right, not {side}")
    _class(book, verb)
    for noun in nouns.split():
        if event != "-":
            # A verb class may do one thing to its subject and another to its object: both are kept.
            book.frames[verb, f"{_class(book, noun)}:{side}"] = Framed(*_named_share(book, event), book.line)


def _idiom(book: Codebook, pattern: str, event: str, weight: float = 1.0, *, core: bool = False) -> Idiom:
    elements: list[frozenset[str] | int] = []
    head = 0
    for position, marked in enumerate(pattern.split()):
        part = marked.removeprefix("^")
        if part != marked:
            head = position
        if part in GAPS:
            elements.append(GAPS[part])
        else:
            words = frozenset(part.split("|"))
            for word in words:
                if word.startswith("@"):
                    _class(book, word.removeprefix("@"))
            elements.append(words)
    if not elements or isinstance(elements[0], int) or isinstance(elements[-1], int):
        raise ValueError(f"an idiom begins and ends with a word or a class, not with a gap: {pattern}")
    if prod(gap + 1 for gap in elements if isinstance(gap, int)) > MOST_WAYS:
        raise ValueError(f"an idiom has at most three gaps “~”, or one “~~” and one “~”: {pattern}")
    needs = tuple(element for element in elements[:0:-1] if isinstance(element, frozenset))
    return Idiom(tuple(elements), head, event, pattern, weight, book.line, needs, core)


def _read_idiom(book: Codebook, cells: list[str]) -> None:
    pattern, event = _columns(cells, 2, "an idiom")[:2]
    event, _, share = event.partition(":")
    weight = share.removesuffix("core").strip()
    named = _named_share(book, f"{event}:{weight}")
    book.idioms.add(_idiom(book, pattern, *named, core=share.endswith("core")))


def _read_cue(book: Codebook, cells: list[str]) -> None:
    name, weight, pattern = _columns(cells, 3, "a cue")[:3]
    if name not in CUES:
        raise ValueError(f"a cue is for one of {', '.join(CUES)}, not for {name}")
    book.cues.add(_idiom(book, pattern, name, _number(weight, "a weight")))


def _read_mood(book: Codebook, cells: list[str]) -> None:
    weight, pattern, told = _columns(cells, 3, "a mood")[:3]
    book.moods.add(_idiom(book, pattern, told, _number(weight, "a weight")))


def _read_grammar(book: Codebook, cells: list[str]) -> None:
    name, words = _columns(cells, 2, "a list")[:2]
    book.grammar[name] = book.grammar.get(name, frozenset()) | frozenset(entries(words))


def _read_list(book: Codebook, cells: list[str]) -> None:
    name, words = _columns(cells, 2, "a list")[:2]
    if name == "cities":
        book.places |= {city.lower(): city for city in entries(words)}
    book.lists[name] = book.lists.get(name, frozenset()) | frozenset(entries(words))


def _read_world(book: Codebook, cells: list[str]) -> None:
    name, nouns, words = _columns(cells, 3, "a world")[:3]
    known = frozenset(noun if noun == "-" else _class(book, noun) for noun in nouns.split())
    book.worlds.append(World(name, known, frozenset(entries(words)), book.line))


def _read_anti(book: Codebook, cells: list[str]) -> None:
    for phrase in entries(_columns(cells, 1, "a line of anti")[0]):
        put(book.phrases, phrase.split(), Reading("anti", "anti"))


def _read_actor(book: Codebook, cells: list[str]) -> None:
    name, kind, forms, adjectives, leaders = (*_columns(cells, 2, "an actor"), "", "", "")[:5]
    actor = Actor(
        name,
        kind,
        tuple(entries(forms)),
        tuple(entries(adjectives)),
        tuple(tuple(spelling.strip() for spelling in leader.split(",")) for leader in entries(leaders)),
    )
    book.actors[name] = actor
    for form in (name, *actor.forms):
        put(book.actor_phrases, form.split(), Reading("name", name))
    for form in actor.adjectives:
        put(book.actor_phrases, form.split(), Reading("adjective", name))
    for leader in actor.leaders:
        for spelling in leader:
            book.spellings[spelling] = leader[0]
            put(book.actor_phrases, spelling.split(), Reading("leader", name))


Reader = Callable[[Codebook, list[str]], None]
READERS: dict[str, Reader] = {
    "events": _read_event,
    "meanings": _read_meanings,
    "nouns": _read_nouns,
    "verbs": _read_verbs,
    "frames": _read_frame,
    "idioms": _read_idiom,
    "cues": _read_cue,
    "moods": _read_mood,
    "grammar": _read_grammar,
    "anti": _read_anti,
    "actors": _read_actor,
    "lists": _read_list,
    "worlds": _read_world,
    "wordlists": _read_list,
    "fields": _read_list,
}

"""The codebook: the words and phrases that say where a negotiation stands, read from the data files and checked.

A line of a data file is cells parted by tabs; entries inside a cell are parted by "; "; a line that begins with
"#" is a comment. The files are in ``data/``; what they mean is told at the top of each and in docs/negotiation-status.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import get_args

from briefreader.errors import ConfigError
from briefreader.model import Stage
from briefreader.text.negotiation.inflection import Form, verb_forms
from briefreader.text.negotiation.tables import data, entries, lines_of

Trie = dict[str, "Trie | list[Reading]"]
END = ""
CUES = ("demand", "obligation", "precondition", "offer", "refusal", "obstacle", "next_step", "deadline")
GAPS = {"~": 5, "~~": 12}


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event: the stage it speaks for (``None`` for a threat), its direction, its codes and its weight."""

    name: str
    stage: Stage | None
    direction: int
    plover: str
    cameo: str
    weight: float
    told: str


Share = tuple[str | None, float]


@dataclass(frozen=True, slots=True)
class Meanings:
    """What a kind of event becomes under negation, refusal, possibility, announcement and agreement: a kind, or nothing."""

    negated: str | None
    refused: str | None
    possible: Share
    future: Share
    agreed: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word or phrase can be: a noun or verb of a class, or an anti-term."""

    part: str
    name: str
    form: Form | None = None
    core: bool = False


@dataclass(frozen=True, slots=True)
class Idiom:
    """A turn of phrase. Each element is a set of words and classes (``@name``) or the most words that a gap may have."""

    elements: tuple[frozenset[str] | int, ...]
    head: int
    event: str
    source: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Framed:
    """What a verb class makes of a noun class: the kind of event, and how plainly it says so."""

    event: str
    weight: float = 1.0


@dataclass(slots=True)
class IdiomIndex:
    """Idioms by what they begin with: a word or a class."""

    by_word: dict[str, list[Idiom]] = field(default_factory=dict)
    by_class: dict[str, list[Idiom]] = field(default_factory=dict)

    def add(self, idiom: Idiom) -> None:
        first = idiom.elements[0]
        for word in first if isinstance(first, frozenset) else ():
            index = self.by_class if word.startswith("@") else self.by_word
            index.setdefault(word.removeprefix("@"), []).append(idiom)


@dataclass(frozen=True, slots=True)
class Actor:
    """A listed party: its name, what kind of thing it is, its other names, and leaders who are known by their bare name."""

    name: str
    kind: str
    forms: tuple[str, ...]
    adjectives: tuple[str, ...]
    leaders: tuple[tuple[str, ...], ...]


@dataclass(slots=True, eq=False)
class Codebook:
    """Everything that the engine knows by heart. Built by ``load_codebook``; not to be changed afterwards."""

    events: dict[str, EventKind] = field(default_factory=dict)
    meanings: dict[str, Meanings] = field(default_factory=dict)
    phrases: Trie = field(default_factory=dict)
    frames: dict[tuple[str, str], Framed] = field(default_factory=dict)
    idioms: IdiomIndex = field(default_factory=IdiomIndex)
    cues: IdiomIndex = field(default_factory=IdiomIndex)
    grammar: dict[str, frozenset[str]] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    actor_phrases: Trie = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)


def put(trie: Trie, words: list[str], reading: Reading) -> None:
    node = trie
    for word in words:
        node = node.setdefault(word, {})  # type: ignore[assignment]  # only END leads to readings
    node.setdefault(END, []).append(reading)  # type: ignore[union-attr]  # and END always does


def load_codebook(extra: str | None = None) -> Codebook:
    """Give the built-in codebook, extended by the text of a user's own (see docs/negotiation-status.md for its form).

    Raises ConfigError, with the line and the remedy, where the user's text cannot be used.
    """
    return _load(extra or "")


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of function words or cues from the built-in data: grammar that a user's own codebook does not change."""
    return _load("").lists[name]


@cache
def _load(extra: str) -> Codebook:
    book = Codebook()
    for name, read in _READERS.items():
        for number, cells in lines_of(data(f"{name}.tsv")):
            try:
                read(book, cells)
            except (ValueError, KeyError) as error:
                raise ConfigError(f"data/{name}.tsv, line {number}: {error}") from error
    for number, (table, *cells) in lines_of(extra):
        if table not in _READERS or table == "events":
            known = ", ".join(name for name in _READERS if name != "events")
            raise ConfigError(f"Codebook, line {number}: there is no table “{table}”. Begin the line with one of: {known}.")
        try:
            _READERS[table](book, cells)
        except (ValueError, KeyError) as error:
            raise ConfigError(
                f"Codebook, line {number}: {error}. See “Your own codebook” in docs/negotiation-status.md."
            ) from error
    return book


def _columns(cells: list[str], least: int, what: str) -> list[str]:
    if len(cells) < least:
        raise ValueError(f"{what} needs {least} cells parted by tabs, found {len(cells)}")
    return cells


def _read_event(book: Codebook, cells: list[str]) -> None:
    name, stage, direction, plover, cameo, weight, told = _columns(cells, 7, "an event")[:7]
    if stage != "-" and stage not in get_args(Stage):
        raise ValueError(f"unknown stage {stage}")
    known: Stage | None = None if stage == "-" else stage  # type: ignore[assignment]  # checked in the line above
    book.events[name] = EventKind(name, known, {"+": 1, "-": -1, "0": 0}[direction], plover, cameo, float(weight), told)


def _read_meanings(book: Codebook, cells: list[str]) -> None:
    kind, *columns = _columns(cells, 6, "a kind's meanings")[:6]
    book.events[kind]
    shares: list[Share] = []
    for cell in columns:
        name, _, share = cell.partition(":")
        if name != "-":
            book.events[name]
        shares.append((None, 0.0) if name == "-" else (name, float(share or 1.0)))
    negated, refused, possible, future, agreed = shares
    book.meanings[kind] = Meanings(negated[0], refused[0], possible, future, agreed[0])


def _read_nouns(book: Codebook, cells: list[str]) -> None:
    name, core, phrases = _columns(cells, 3, "a noun class")[:3]
    for phrase in entries(phrases):
        put(book.phrases, phrase.split(), Reading("noun", name, core=core == "core"))


def _read_verbs(book: Codebook, cells: list[str]) -> None:
    name, verbs = _columns(cells, 2, "a verb class")[:2]
    for entry in entries(verbs):
        verb, _, particle = (part.strip() for part in entry.partition("+"))
        for form_text, form in verb_forms(verb):
            put(book.phrases, [form_text, *particle.split()], Reading("verb", name, form))


def _read_frame(book: Codebook, cells: list[str]) -> None:
    verb, nouns, side, event = _columns(cells, 4, "a frame")[:4]
    if side not in {"any", "left", "right"}:
        raise ValueError(f"a frame's side is any, left or right, not {side}")
    for noun in nouns.split():
        if event != "-":
            kind, _, share = event.partition(":")
            book.events[kind]
            # A verb class may do one thing to its subject and another to its object: both are kept.
            book.frames.setdefault((verb, f"{noun}:{side}"), Framed(kind, float(share or 1.0)))


def _idiom(pattern: str, event: str, weight: float = 1.0) -> Idiom:
    elements: list[frozenset[str] | int] = []
    head = 0
    for position, marked in enumerate(pattern.split()):
        part = marked.removeprefix("^")
        if part != marked:
            head = position
        if part in GAPS:
            elements.append(GAPS[part])
        else:
            elements.append(frozenset(part.split("|")))
    if not elements or isinstance(elements[0], int) or isinstance(elements[-1], int):
        raise ValueError(f"an idiom begins and ends with a word or a class, not with a gap: {pattern}")
    return Idiom(tuple(elements), head, event, pattern, weight)


def _read_idiom(book: Codebook, cells: list[str]) -> None:
    pattern, event = _columns(cells, 2, "an idiom")[:2]
    name, _, share = event.partition(":")
    book.events[name]
    book.idioms.add(_idiom(pattern, name, float(share or 1.0)))


def _read_cue(book: Codebook, cells: list[str]) -> None:
    name, weight, pattern = _columns(cells, 3, "a cue")[:3]
    if name not in CUES:
        raise ValueError(f"a cue is for one of {', '.join(CUES)}, not for {name}")
    book.cues.add(_idiom(pattern, name, float(weight)))


def _read_grammar(book: Codebook, cells: list[str]) -> None:
    name, words = _columns(cells, 2, "a list")[:2]
    book.grammar[name] = book.grammar.get(name, frozenset()) | frozenset(entries(words))


def _read_list(book: Codebook, cells: list[str]) -> None:
    name, words = _columns(cells, 2, "a list")[:2]
    if name == "cities":
        book.places |= {city.lower(): city for city in entries(words)}
    book.lists[name] = book.lists.get(name, frozenset()) | frozenset(entries(words))


def _read_anti(book: Codebook, cells: list[str]) -> None:
    for phrase in entries(cells[0]):
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


_READERS = {
    "events": _read_event,
    "meanings": _read_meanings,
    "nouns": _read_nouns,
    "verbs": _read_verbs,
    "frames": _read_frame,
    "idioms": _read_idiom,
    "cues": _read_cue,
    "grammar": _read_grammar,
    "anti": _read_anti,
    "actors": _read_actor,
    "lists": _read_list,
    "wordlists": _read_list,
    "fields": _read_list,
}

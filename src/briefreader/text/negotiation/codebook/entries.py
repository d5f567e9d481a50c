"""What a codebook is made of: kinds of event, word classes in a trie, turns of phrase, actors."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefreader.model import Stage
from briefreader.text.negotiation.codebook.inflection import Form

Trie = dict[str, "Trie | list[Reading]"]
END = ""


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
    line: str = ""
    needs: tuple[frozenset[str], ...] = ()
    """What must stand somewhere in the sentence: a look at it spares the search for most idioms."""
    core: bool = False
    """Whether it speaks of a negotiation by itself, whatever else stands in the sentence."""


@dataclass(frozen=True, slots=True)
class Framed:
    """What a verb class makes of a noun class: the kind of event, and how plainly it says so."""

    event: str
    weight: float = 1.0
    line: str = ""
    """Where it stands: file and line."""


@dataclass(frozen=True, slots=True)
class World:
    """A world in which people negotiate: beside its ``words`` an event with one of its ``nouns`` ("-": with none) is one of a
    negotiation, though its own words could mean anything."""

    name: str
    nouns: frozenset[str]
    words: frozenset[str]
    line: str = ""


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
    moods: IdiomIndex = field(default_factory=IdiomIndex)
    grammar: dict[str, frozenset[str]] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    actor_phrases: Trie = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    worlds: list[World] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    classes: set[str] = field(default_factory=set)
    """The names of the noun and verb classes."""
    line: str = ""
    """The line that is being read, while the codebook is read."""


def put(trie: Trie, words: list[str], reading: Reading) -> None:
    node = trie
    for word in words:
        node = node.setdefault(word, {})  # type: ignore[assignment]  # only END leads to readings
    node.setdefault(END, []).append(reading)  # type: ignore[union-attr]  # and END always does

"""The nouns: what flows from a source to the screen.

    Raw ──clean──▶ Article ──brief──▶ Brief ──group──▶ Story

Everything here is frozen and knows nothing of files, clocks, networks, databases or screens. Moments that come from outside
are kept as ISO 8601 text, a date or a date-time with the offset that the page itself gave; ``None`` is unknown, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list_item", "quote", "table", "code", "caption"]
PageKind = Literal["article", "index", "paywall", "consent", "error"]
Stage = Literal[
    "called_for",
    "rejected",
    "scheduled",
    "under_way",
    "stalled",
    "suspended",
    "partial",
    "agreed",
    "in_force",
    "violated",
]
Phase = Literal["pre-negotiation", "negotiation", "agreement", "implementation"]
Direction = Literal["improving", "deteriorating", "unchanged"]
EventStatus = Literal["asserted", "negated", "hypothetical", "past"]
DemandKind = Literal["demand", "precondition", "offer", "refusal"]
Matter = Literal["stage", "next_step", "figures"]
CorrectedField = Literal["stage", "parties", "published", "next_step"]

PHASE_OF_STAGE: dict[Stage, Phase] = {
    "called_for": "pre-negotiation",
    "rejected": "pre-negotiation",
    "scheduled": "pre-negotiation",
    "under_way": "negotiation",
    "stalled": "negotiation",
    "suspended": "negotiation",
    "partial": "agreement",
    "agreed": "agreement",
    "in_force": "implementation",
    "violated": "implementation",
}


@dataclass(frozen=True, slots=True)
class Raw:
    """What a source delivered, before anything was understood: bytes, their type, and what the envelope said about them.

    ``source`` is what the user can name: a path, an address, ``FILE#ID`` for an item of a saved feed, a record's id for JSON
    Lines. ``media_type`` is the bare type (``text/html``, ``text/plain``, ``text/markdown``, ``message/rfc822``,
    ``multipart/related`` for MHTML, ``application/pdf``). ``fragment`` says that HTML is a feed item's own fragment.
    The other fields are the envelope's claims (a feed entry's title, a JSON record's date); a page's own data may correct them.
    """

    source: str
    content: bytes
    media_type: str
    charset: str | None = None
    fragment: bool = False
    id: str | None = None
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    site: str | None = None
    language: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A parsed feed: its own title and home page, and its entries as raw articles, newest first as delivered."""

    title: str | None
    home_page: str | None
    entries: tuple[Raw, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink inside a block: ``start`` and ``end`` are character offsets in the block's text."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a cleaned article. ``level`` is the heading's or the nested list item's, from 1; ``rows`` a table's cells.

    ``style`` names what a block was besides its kind: ``ordered`` for a numbered list item, ``callout`` for a boxed remark.
    """

    kind: BlockKind
    text: str
    level: int | None = None
    rows: tuple[tuple[str, ...], ...] | None = None
    style: str | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """A piece of the page that cleaning left out, and the name of the rule that did it (``clean --why``)."""

    text: str
    rule: str


BLOCK_SEPARATOR = "\n\n"


_LONGEST_NAME = 90
"""Characters of its text by which an article without a title is called."""


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article: the whole article and nothing else, as blocks, with what is known about it.

    ``text`` is the blocks' text, parted by a blank line. ``error`` is the message of an input that could not be read; then
    every other field but ``source`` is empty.
    """

    source: str
    blocks: tuple[Block, ...] = ()
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    image: str | None = None
    standfirst: str | None = None
    kind: PageKind = "article"
    group: str | None = None
    error: str | None = None
    removed: tuple[Removal, ...] = field(default=(), compare=False, repr=False)

    @property
    def text(self) -> str:
        return BLOCK_SEPARATOR.join(block.text for block in self.blocks)

    @property
    def name(self) -> str:
        """What to call it: its title, else the beginning of its text, else where it came from."""
        if self.title or not self.blocks:
            return self.title or self.source
        beginning = self.blocks[0].text[:_LONGEST_NAME]
        whole = beginning == self.blocks[0].text
        return beginning if whole else f"{beginning.rpartition(' ')[0] or beginning} …"

    def block_starts(self) -> list[int]:
        """The offset in ``text`` at which each block begins."""
        starts, offset = [], 0
        for block in self.blocks:
            starts.append(offset)
            offset += len(block.text) + len(BLOCK_SEPARATOR)
        return starts


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that stands verbatim in an article: ``article.text[start:end] == text``; ``block`` is the block's index.

    The title and the standfirst are sentences too, so that a claim can point at them; they have ``block`` -1 and -2 and offsets
    in themselves.
    """

    text: str
    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A sentence that carries the article. ``text`` is what to show, ``sentence`` what stands in the article at the offsets."""

    text: str
    sentence: str
    start: int
    end: int
    block: int
    why: tuple[tuple[str, float], ...] = field(default=(), compare=False)

    @property
    def line(self) -> str:
        """The text as a line of a list: it may begin behind a "But", and begins with a capital all the same."""
        return self.text[:1].upper() + self.text[1:]


@dataclass(frozen=True, slots=True)
class Party:
    name: str
    aliases: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """A matter on the table and, where it is known, what became of it."""

    name: str
    outcome: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Demand:
    holder: str | None
    kind: DemandKind
    sentence: str


@dataclass(frozen=True, slots=True)
class Obstacle:
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next, or a deadline: ``date`` is an ISO date resolved against the article's own date, if it can be."""

    text: str
    date: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class OtherNegotiation:
    """Another negotiation that the same article also reports."""

    parties: tuple[str, ...]
    stage: Stage
    sentence: str


@dataclass(frozen=True, slots=True)
class Event:
    """One sentence's event in the sense of CAMEO and PLOVER: who did what to whom, and whether it is asserted at all.

    ``said_by`` is ``None`` for the reporter's own words.
    """

    type: str
    code: str
    actor: str | None
    target: str | None
    status: EventStatus
    said_by: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Negotiation:
    """Where a negotiation stands, each claim with the sentence that says so. ``evidence`` decides the stage."""

    stage: Stage
    direction: Direction | None
    direction_reason: str | None
    confidence: float
    alternative: Stage | None
    summary: str
    evidence: str
    parties: tuple[Party, ...] = ()
    mediators: tuple[str, ...] = ()
    venue: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()
    demands: tuple[Demand, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    next_step: Step | None = None
    deadline: Step | None = None
    others: tuple[OtherNegotiation, ...] = ()
    events: tuple[Event, ...] = ()
    why: tuple[str, ...] = field(default=(), compare=False)

    @property
    def phase(self) -> Phase:
        return PHASE_OF_STAGE[self.stage]


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reader says of an article against the engine: its stage, its parties, its date, or its next step's date.

    ``new`` is the reader's answer and ``engine`` that of the present engine, each as texts: one stage or ISO date, or the
    parties' names. Empty is unknown, and as a stage: no negotiation. ``at`` is the moment of the correction, ISO 8601.
    """

    field: CorrectedField
    new: tuple[str, ...]
    engine: tuple[str, ...]
    at: str


@dataclass(frozen=True, slots=True)
class Brief:
    """An article with its key points and, if it reports one, its negotiation.

    ``analysed`` is false where the engine does not read the article's language: then a missing negotiation says nothing.
    ``corrections`` are the reader's, already applied to the rest.
    """

    article: Article
    key_points: tuple[KeyPoint, ...] = ()
    negotiation: Negotiation | None = None
    analysed: bool = True
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryPoint:
    """A key point of a story: ``article`` is the index of the one it stands in, ``sources`` how many outlets say the same."""

    text: str
    sentence: str
    article: int
    sources: int

    @property
    def line(self) -> str:
        """The text as a line of a list, as of a :class:`KeyPoint`."""
        return self.text[:1].upper() + self.text[1:]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A change of stage in a story. ``article`` is the index in the story's articles; ``when`` is ``None`` if undated."""

    when: str | None
    stage: Stage
    direction: Direction | None
    evidence: str
    article: int


@dataclass(frozen=True, slots=True)
class Move:
    """A position that a party took in an article: new, or other than what it wanted before."""

    when: str | None
    kind: DemandKind
    sentence: str
    article: int


@dataclass(frozen=True, slots=True)
class Position:
    """What a party of a story wanted, and how that moved, oldest first."""

    party: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one outlet says of a matter on which outlets differ: a stage, an ISO date, or the figures, and its sentence."""

    article: int
    says: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What outlets say of one moment that cannot all be true, side by side; nothing is averaged."""

    about: Matter
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about the same thing, in order of date (the undated last, in the order given), and where it stands now.

    ``id`` is stable while the story's first article stays. ``why`` says for each article what put it into the story.
    """

    id: str
    title: str
    briefs: tuple[Brief, ...]
    key_points: tuple[StoryPoint, ...] = ()
    negotiation: Negotiation | None = None
    timeline: tuple[TimelineEntry, ...] = ()
    positions: tuple[Position, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    why: tuple[str, ...] = field(default=(), compare=False)

    @property
    def sites(self) -> int:
        """How many different outlets tell the story."""
        return len({brief.article.site or brief.article.source for brief in self.briefs})

    @property
    def first(self) -> str | None:
        dated = [brief.article.published for brief in self.briefs if brief.article.published]
        return dated[0] if dated else None

    @property
    def last(self) -> str | None:
        dated = [brief.article.published for brief in self.briefs if brief.article.published]
        return dated[-1] if dated else None

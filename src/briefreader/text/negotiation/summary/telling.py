"""What a summary may tell: only those parties who stand where the stage is decided, as the article itself calls them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefreader.model import Issue, Obstacle
from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.fields.counting import comments
from briefreader.text.negotiation.fields.issues import holds_a_matter
from briefreader.text.negotiation.fields.parties import Cast
from briefreader.text.negotiation.fields.roles import Roles, is_of_a_pair
from briefreader.text.negotiation.fields.steps import Next
from briefreader.text.negotiation.names.finder import NameFinder
from briefreader.text.negotiation.sentence.reading import TITLE, Line
from briefreader.text.negotiation.stage.weighing import Vote
from briefreader.text.negotiation.summary.wording import Facts

NAMED = 2
"""So many parties are named in a summary."""
WHOSE_REACH = 3
"""So far before an offer may stand whose it is."""


def facts_of(
    deciding: Vote,
    evidence: str,
    lines: Sequence[Line],
    finder: NameFinder,
    *,
    cast: Cast,
    venue: Sequence[str],
    obstacles: Sequence[Obstacle],
    issues: Sequence[Issue],
    following: Next | None,
) -> Facts:
    """Give what the summary may say: of the parties those in the title or in the sentences that decide the stage."""
    deciders = [line for line in lines if line is deciding.line or line.text == evidence]
    told = [line for line in lines if line in deciders or line.rank == TITLE]
    named = [(line, name, cast.by_any_name(name.name)) for line in told for name in finder.names(line.words)]
    only_comment = {party for line, name, party in named if comments(line, name)}
    names = {party for _, _, party in named} - only_comment
    acting = {name for line in deciders for event in line.events for name in cast.roles[id(event)].all_names()}
    parties = [party for party in cast.parties if party.name in names]
    if not parties and len(cast.parties) == NAMED:
        # "The talks have ended": there is nobody else whose talks they could be.
        parties = list(cast.parties)
    sides = sorted(parties, key=lambda party: party.name not in acting)[:NAMED]
    roles = cast.roles[id(deciding.event)]
    actor = roles.actor.name if roles.actor and not is_of_a_pair(deciding.line.words.low, roles.actor) else None
    return Facts(
        deciding.kind.stage or "under_way",
        _mood(deciding) + deciding.kind.name,
        deciding.event.noun.reading.name if deciding.event.noun else None,
        cast.by_any_name(actor),
        [party for party in parties if party in sides],
        venue,
        obstacles,
        following.step if following else None,
        [issue.name for issue in issues if holds_a_matter(issue.name.lower().split()) and issue.outcome != "agreed"],
        mediators=cast.mediators,
        giver=_giver(deciding, roles, cast),
        beside={cast.by_any_name(name.name) for name in roles.beside},
        sentence={word for line in deciders for word in line.words.low},
        next_verb=following.verb if following else None,
        has_time=following.has_time if following else False,
        with_the=_told_with_the(lines, finder),
    )


def _giver(deciding: Vote, roles: Roles, cast: Cast) -> str | None:
    """Whose offer it is about: "Sudia's plan", "a plan by Sudia", "the Sudia plan"; not "a plan for a truce with Sudia"."""
    target, event, words = roles.target, deciding.event, deciding.line.words
    if target is None:
        return None
    before_it = event.noun is not None and 0 < event.noun.first - target.last <= WHOSE_REACH
    led_to = word_list("whose_offer") & set(words.low[max(0, target.first - 2) : target.first])
    gives = words.possessive[target.last] or before_it or led_to or target.first < event.head
    return cast.by_any_name(target.name) if gives else None


def _mood(deciding: Vote) -> str:
    """How sure it is that something like this happens: "announced ", "possible ", or nothing where it has happened."""
    event = deciding.event
    if event.status != "hypothetical" or event.kind != event.meaning:
        return ""
    return "announced " if event.announced else "possible "


def _told_with_the(lines: Sequence[Line], finder: NameFinder) -> frozenset[str]:
    """The bodies that the article itself tells with "the", at least every second time."""
    counted: dict[str, list[bool]] = defaultdict(list)
    for line in lines:
        for name in finder.names(line.words) if line.rank != TITLE and not line.heading else ():
            if name.kind == "body" and not name.adjective:
                after = line.words.low[name.last + 1 : name.last + 2]
                # "The Borea board" is no "the Borea".
                alone = not after or not after[0].isalpha() or after[0] in word_list("after_names")
                counted[name.name].append(alone and line.words.low[name.first - 1 : name.first] == ["the"])
    return frozenset(name for name, told in counted.items() if 2 * sum(told) >= len(told))

"""Names that may be parties, with what speaks for each, and which are one: Borea and Borea Mills, BRU, Soviet Moscow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from briefreader.text.negotiation.codebook import word_list


@dataclass(slots=True)
class Candidate:
    """A name that may be a party, with what the lines say for it."""

    name: str
    kind: str
    score: float = 0.0
    mentions: int = 0
    places: int = 0
    matters: int = 0
    acts: int = 0
    speaks: int = 0
    comments: int = 0
    says: int = 0
    headlines: int = 0
    rules: int = 0
    hosts: int = 0
    union: bool = False
    employs: bool = False
    aliases: Counter[str] = field(default_factory=Counter)
    leaders: Counter[str] = field(default_factory=Counter)
    owners: Counter[str] = field(default_factory=Counter)
    generics: set[str] = field(default_factory=set)
    firm: bool = False
    mediates: bool = False
    is_called_a_place: bool = False


def join_longer_names(candidates: dict[str, Candidate]) -> None:
    """A body's shorter name goes with its longer one, if both are used: Borea and Borea Mills; with none of several."""
    longer: dict[str, list[Candidate]] = {}
    for long in candidates.values():
        breaks = [at for at, letter in enumerate(long.name) if letter in " -"]
        for at in breaks if long.kind == "body" else ():
            # The Bakers of the Bakers' Union and the Borea of Borea-Mills, too.
            short = candidates.get(long.name[:at].rstrip("'’"))
            if short and short.kind == "body":
                longer.setdefault(short.name, []).append(long)
                break
    for name, names in longer.items():
        if len(names) == 1:
            _join(names[0], candidates[name])


def join_acronyms(candidates: dict[str, Candidate]) -> None:
    """BRU goes with the Bakers' and Roasters' Union, if one body alone has these initials."""
    bodies: dict[str, list[Candidate]] = {}
    for body in candidates.values():
        if body.kind == "body" and " " in body.name:
            for initials in {_initials(spelled) for spelled in (body.name, *body.aliases)}:
                bodies.setdefault(initials, []).append(body)
    for short in list(candidates.values()):
        if short.kind == "body" and short.name.isupper() and len(short.name) > 1 and len(bodies.get(short.name, ())) == 1:
            _join(bodies[short.name][0], short)


def join_abbreviated_names(candidates: dict[str, Candidate]) -> None:
    """NJ Transit goes with New Jersey Transit: the same but for the initials that it begins with."""
    bodies = [body for body in candidates.values() if body.kind == "body"]
    for short in bodies:
        initials, _, rest = short.name.partition(" ")
        if rest and len(initials) > 1 and initials.isupper():
            spelled = [
                body for body in bodies if body.name.endswith(" " + rest) and _initials(body.name[: -len(rest)]) == initials
            ]
            if len(spelled) == 1:
                _join(spelled[0], short)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _join(kept: Candidate, lost: Candidate) -> None:
    """Count what was said of one candidate for the other, of which it is another name."""
    kept.score += lost.score
    kept.mentions += lost.mentions
    kept.speaks += lost.speaks
    kept.says += lost.says
    kept.headlines += lost.headlines
    kept.rules += lost.rules
    kept.acts += lost.acts
    kept.firm = kept.firm or lost.firm
    kept.union = kept.union or lost.union
    kept.employs = kept.employs or lost.employs
    kept.aliases.update(lost.aliases)
    kept.aliases[lost.name] += 1
    kept.leaders.update(lost.leaders)
    lost.score = 0.0


def join_legislatures(candidates: dict[str, Candidate], countries: Collection[str]) -> None:
    """Between countries the Ostlandic parliament is Ostland."""
    for house in [candidates[name] for name in word_list("legislatures") if name in candidates]:
        land = next((candidates[name] for name, _ in house.owners.most_common(1) if name in countries), None)
        if land and any(name in countries and other.acts for name, other in candidates.items() if other is not land):
            _join(land, house)
            land.generics.add(house.name)


def join_old_names(candidates: dict[str, Candidate]) -> None:
    """In the Soviet Union's days "Moscow" is its, not Russia's."""
    old, new = candidates.get("Soviet Union"), candidates.get("Russia")
    if old and new and not {"Russia", "RUSSIA", "Russian", "Russians"} & set(new.aliases):
        _join(old, new)

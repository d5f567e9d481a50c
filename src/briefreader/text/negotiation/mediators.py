"""Who mediates: by title ("UN envoy"), by doing it ("Oman mediates"), or after "brokered by"."""

from __future__ import annotations

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names import Name
from briefreader.text.negotiation.reading import Line


def mediators_in(line: Line, names: list[Name], book: Codebook) -> list[str]:
    """Give the names that the line shows mediating; one who only might mediate is none."""
    low = line.words.low
    found = []
    for name in names:
        if name.kind == "generic" or word_list("unsure") & set(low[max(0, name.first - 12) : name.first]):
            continue
        following = low[name.last + 1 : name.last + 5]
        if name.kind == "person":
            if (
                name.title in book.lists["mediator_titles"]
                or word_list("mediator_nouns") & set(following[:3])
                or _chairs(low, name)
            ):
                found.append(name.name)
        elif line.words.possessive[name.last] and "peace" in following and word_list("plans") & set(following):
            found.append(name.leader or name.name)
        elif ((" " in name.name or name.kind == "listed") and _after_mediating_by(low, name.first)) or (
            _is_institution(name) and _mediates(line, name, following, book)
        ):
            found.append(name.name)
    return found


def _chairs(low: list[str], name: Name) -> bool:
    """Whether a person chairs the talks themselves: "Jane Roe, chairman of the negotiating conference"."""
    if name.title not in word_list("chairing"):
        return False
    around = {*low[max(0, name.first - 4) : name.first], *low[name.last + 1 : name.last + 10]}
    return bool(word_list("chaired_body") & around)


def _is_institution(name: Name) -> bool:
    return name.kind == "listed" or bool(word_list("organisation_endings") & set(name.name.lower().split()))


def _mediates(line: Line, name: Name, following: list[str], book: Codebook) -> bool:
    low = line.words.low
    tail = low[name.first].rsplit("-", 1)[-1] if "-" in low[name.first] else ""
    if name.name in book.lists["above_parties"]:
        planned = {
            *following,
            *(low[max(0, name.first - 4) : name.first] if "by" in low[max(0, name.first - 3) : name.first] else ()),
        }
        if word_list("envoys") & set(following[:2]) or tail in word_list("backing") or word_list("plans") & planned:
            return True
        if word_list("mediating") & set(following):
            return True
    acts = bool(word_list("mediating") & set(following[:3])) and "by" not in following[:3]
    return acts or tail in word_list("mediating")


def _after_mediating_by(low: list[str], first: int) -> bool:
    """Whether the name stands in "brokered by A and B" or "under the auspices of A"."""
    for at in range(first - 1, max(-1, first - 8), -1):
        if low[at] in {"by", "of"}:
            return bool(word_list("mediating") & set(low[max(0, at - 4) : at]))
        if low[at] in {".", ";", "said", "that"}:
            return False
    return False

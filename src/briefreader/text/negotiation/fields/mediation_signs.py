"""Which sentences could tell of a mediator at all: most could not and need not be looked at closely."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.names.finder import Name

_SIGNS = (
    "mediating", "mediator_nouns", "mediators_plural", "mediating_deeds", "shuttling", "heading", "auspices", "envoys", "plans",
    "chairing", "chairs", "calls_talks", "tries_for_others", "help", "passes_on", "services_words", "backing", "messages",
    "offices_of_peace", "called_mediators", "pushes_for", "brings_them", "offers_to",
)  # fmt: skip


@cache
def _signs() -> frozenset[str]:
    return frozenset({"hosted", "chaired", "initiative", "peace", "representative", "bridging"}.union(*map(word_list, _SIGNS)))


def may_tell_of_mediation(low: Sequence[str], names: Sequence[Name], book: Codebook) -> bool:
    """Whether a word of the sentence, or a person's title, could."""
    return not _is_of_the_past(low) and (
        not _signs().isdisjoint(low)
        or any("-" in word and word.rsplit("-", 1)[-1] in _signs() for word in low)
        or any(name.title in book.lists["mediator_titles"] or name.name in word_list("mediation_services") for name in names)
    )


def _is_of_the_past(low: Sequence[str]) -> bool:
    """ "This comes after Estia mediated a first round"."""
    return " ".join(low[1:3]) in {"comes after", "came after", "follows a", "followed a"}

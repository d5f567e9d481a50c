"""The name by which a party is known from one report to the next, whatever each report calls it."""

from __future__ import annotations

from briefreader.model import Party
from briefreader.text.negotiation.codebook import load_codebook


def lasting_name(party: Party) -> str:
    """Give the country's name for a party that goes by its government, as "the Afghan government"; else its own name."""
    actors = load_codebook().actors
    if party.name in actors:
        return party.name
    return next((alias for alias in party.aliases if alias in actors and actors[alias].kind == "country"), party.name)

"""The five real articles about the Putin-Zelensky talks, where they are at hand: what a careful reader makes of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from invented import known

from briefreader.model import Brief, Raw
from briefreader.text.brief import brief
from briefreader.text.clean import clean
from briefreader.text.negotiation import story_status

FOLDER = Path(os.environ.get("BRIEFREADER_SEEDS", Path(__file__).parents[3] / "shared" / "seeds"))
SEEDS = sorted(FOLDER.glob("*.txt"))
STAGES = [{"stalled", "rejected"}, {"rejected"}, {"stalled", "rejected"}, {"rejected", "suspended"}, {"rejected"}]
pytestmark = pytest.mark.skipif(len(SEEDS) != 5, reason="the seed articles are not here")


@pytest.fixture(scope="module")
def briefs() -> list[Brief]:
    return [brief(clean(Raw(str(path), path.read_bytes(), "text/plain"))) for path in SEEDS]


@pytest.mark.parametrize("number", range(5))
def test_stage_and_parties(briefs: list[Brief], number: int) -> None:
    found = known(briefs[number].negotiation)
    assert found.stage in STAGES[number]
    assert {party.name for party in found.parties} == {"Russia", "Ukraine"}
    assert all(len(party.leaders) >= 1 for party in found.parties)


def test_past_rounds_are_no_venue(briefs: list[Brief]) -> None:
    venues = {place for found in briefs for place in known(found.negotiation).venue}
    assert not venues & {"Anchorage", "Alaska", "Belarus", "Minsk", "Turkey"}


def test_an_outlook_is_no_step_and_no_mediation(briefs: list[Brief]) -> None:
    found = known(briefs[3].negotiation)
    assert not {"Turkey", "China"} & set(found.mediators)
    assert found.next_step is None or "Turkey" not in found.next_step.sentence


def test_all_five_are_one_story_with_one_leader_for_two_spellings(briefs: list[Brief]) -> None:
    ordered = sorted(briefs, key=lambda found: (found.article.published is None, found.article.published or ""))
    now, timeline = story_status(ordered)
    parties = {party.name: party for party in known(now).parties}
    assert {"Russia", "Ukraine"} <= set(parties)
    assert sum("elensky" in leader for leader in parties["Ukraine"].leaders) == 1
    assert [entry.when is None for entry in timeline] == sorted(entry.when is None for entry in timeline)

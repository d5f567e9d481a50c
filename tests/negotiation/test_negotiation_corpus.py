"""The golden corpus: invented articles of every stage and domain, labelled before the program saw them."""

from __future__ import annotations

import pytest
from invented import Labelled, corpus, known

from briefreader.model import Negotiation
from briefreader.text.negotiation import negotiation_status
from briefreader.text.sentences import sentences

CORPUS = corpus()
REPORTING = [labelled for labelled in CORPUS if labelled.stages]
IDS = [labelled.name for labelled in CORPUS]


def read(labelled: Labelled) -> Negotiation | None:
    return negotiation_status(labelled.article, sentences(labelled.article))


@pytest.mark.parametrize("labelled", CORPUS, ids=IDS)
def test_stage(labelled: Labelled) -> None:
    found = read(labelled)
    assert (found.stage if found else None) in (labelled.stages or (None,))


@pytest.mark.parametrize("labelled", REPORTING, ids=[labelled.name for labelled in REPORTING])
def test_direction(labelled: Labelled) -> None:
    assert (known(read(labelled)).direction or "-") in labelled.directions


def test_parties_venue_mediators_and_next_steps_keep_their_floor() -> None:
    parties = named = right = given = venues = mediators = steps = wanted_steps = 0
    for labelled in REPORTING:
        found = known(read(labelled))
        names = [party.name.lower() for party in found.parties]
        parties += len(labelled.parties)
        named += sum(any(word in name or name in word for word in party for name in names) for party in labelled.parties)
        given += len(names)
        right += sum(any(word in name or name in word for party in labelled.parties for word in party) for name in names)
        venues += set(found.venue) == set(labelled.venue)
        mediators += set(found.mediators) == set(labelled.mediators)
        if labelled.next_step:
            wanted_steps += 1
            steps += found.next_step is not None and labelled.next_step in found.next_step.sentence
    assert named / parties >= 0.85
    assert right / given >= 0.9
    assert venues / len(REPORTING) >= 0.9
    assert mediators / len(REPORTING) >= 0.9
    assert steps / wanted_steps >= 0.6


@pytest.mark.parametrize("labelled", REPORTING, ids=[labelled.name for labelled in REPORTING])
def test_every_claim_points_at_a_sentence_of_the_article(labelled: Labelled) -> None:
    found = known(read(labelled))
    where = f"{labelled.article.title}\n{labelled.article.text}"
    claims = [found.evidence, *(event.sentence for event in found.events)]
    claims += [demand.sentence for demand in found.demands] + [obstacle.sentence for obstacle in found.obstacles]
    claims += [issue.sentence for issue in found.issues] + [other.sentence for other in found.others]
    claims += [step.sentence for step in (found.next_step, found.deadline) if step]
    assert all(claim in where for claim in claims)
    assert all(obstacle.text in obstacle.sentence for obstacle in found.obstacles)


@pytest.mark.parametrize("labelled", REPORTING, ids=[labelled.name for labelled in REPORTING])
def test_summary_is_one_to_three_whole_sentences(labelled: Labelled) -> None:
    summary = known(read(labelled)).summary
    assert summary[0].isupper()
    assert summary.endswith((".", ".”"))
    assert "{" not in summary
    assert "None" not in summary
    assert "  " not in summary


def test_the_same_article_always_gives_the_same_status() -> None:
    for labelled in CORPUS[:6]:
        assert read(labelled) == read(labelled)

"""The reader's corrections: kept apart from what the engine says, found again by a newer one, taken back, handed on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.jobs.grouping import tell_changed
from briefreader.model import Negotiation, Story
from briefreader.store.records import Query
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import NOW, brief_all, entry, subscribe

SIDES = ("Union", "Port")


@pytest.fixture
def library() -> Iterator[SqliteLibrary]:
    """A story of two articles; the newer one, of article id 2, leads it."""
    with open_library(None) as opened:
        subscribe(opened, entry("a", day=1), entry("b", day=2))
        brief_all(opened, stage="stalled", parties=SIDES)
        yield opened


def told(library: SqliteLibrary) -> Story:
    tell_changed(library)
    (story_id,) = library.story_ids()
    return library.story(story_id)


def status(story: Story) -> Negotiation:
    assert story.negotiation
    return story.negotiation


def test_a_corrected_stage_is_the_storys_and_what_the_engine_said_stands_beside_it(library: SqliteLibrary) -> None:
    assert library.correct(2, "stage", ["suspended"], NOW) == "corrected the stage of: Talks about b"
    story = told(library)
    assert status(story).stage == "suspended"
    assert library.story_rows(library.story_ids())[0].stage == "suspended"
    assert [entry.stage for entry in story.timeline] == ["stalled", "suspended"]
    (correction,) = story.briefs[1].corrections
    assert (correction.field, correction.new, correction.engine) == ("stage", ("suspended",), ("stalled",))
    assert correction.at == "2026-11-22T12:00:00+00:00"


def test_no_negotiation_can_be_said_too(library: SqliteLibrary) -> None:
    library.correct(1, "stage", [], NOW)
    library.correct(2, "stage", [], NOW)
    assert told(library).negotiation is None
    assert library.story_ids(Query(stages=("none",)))


def test_a_newer_engine_finds_the_correction_again(library: SqliteLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    library.correct(2, "stage", ["suspended"], NOW)
    monkeypatch.setattr("briefreader.store.articles.ENGINE_VERSION", 99)
    brief_all(library, stage="agreed", parties=SIDES)
    story = told(library)
    assert status(story).stage == "suspended"
    assert story.briefs[1].corrections[0].engine == ("agreed",)


def test_a_correction_is_a_step_that_can_be_taken_back(library: SqliteLibrary) -> None:
    library.correct(2, "stage", ["suspended"], NOW)
    library.correct(2, "stage", ["violated"], NOW)
    assert status(told(library)).stage == "violated"
    library.undo()
    assert status(told(library)).stage == "suspended"
    assert library.undo() == "corrected the stage of: Talks about b"
    assert status(told(library)).stage == "stalled"
    assert library.corrected_briefs() == []


def test_a_correction_can_be_left_to_the_engine_again_and_that_too_is_a_step(library: SqliteLibrary) -> None:
    library.correct(2, "stage", ["suspended"], NOW)
    assert library.correct(2, "stage", None, NOW) == "left to the engine again the stage of: Talks about b"
    assert status(told(library)).stage == "stalled"
    library.undo()
    assert status(told(library)).stage == "suspended"


def test_the_same_answer_again_is_no_step(library: SqliteLibrary) -> None:
    library.correct(2, "stage", ["suspended"], NOW)
    library.correct(2, "stage", ["suspended"], NOW)
    library.undo()
    assert library.undo() is None


def test_corrected_parties_are_the_storys_and_are_found(library: SqliteLibrary) -> None:
    library.correct(2, "parties", ["Dockers of Varno", "Port"], NOW)
    assert [party.name for party in status(told(library)).parties] == ["Dockers of Varno", "Port"]
    assert library.story_ids(Query(parties=("dockers",)))
    library.undo()
    assert not library.story_ids(Query(parties=("dockers",)))
    assert [party.name for party in status(told(library)).parties] == list(SIDES)
    assert library.check() == []


def test_a_step_that_is_corrected_to_no_day_keeps_the_engines(library: SqliteLibrary) -> None:
    before = status(told(library)).next_step
    library.correct(2, "next_step", ["2026-11-02T10:00"], NOW)
    assert status(told(library)).next_step == before


def test_a_corrected_date_moves_the_article_in_its_story(library: SqliteLibrary) -> None:
    library.correct(2, "published", ["2026-10-30"], NOW)
    story = told(library)
    assert [brief.article.title for brief in story.briefs] == ["Talks about b", "Talks about a"]
    assert library.story_articles(library.story_ids()[0])[0].published == "2026-10-30"
    library.undo()
    assert [brief.article.title for brief in told(library).briefs] == ["Talks about a", "Talks about b"]


def test_corrected_articles_are_not_forgotten(library: SqliteLibrary) -> None:
    library.correct(1, "stage", ["agreed"], NOW)
    library.forget(NOW.replace(year=2030), 10)
    assert [brief.article.title for brief in library.corrected_briefs()] == ["Talks about a"]


def test_corrections_of_some_stories_alone(library: SqliteLibrary) -> None:
    library.correct(1, "stage", ["agreed"], NOW)
    assert len(library.corrected_briefs(library.story_ids())) == 1
    assert library.corrected_briefs([99]) == []


def test_corrections_are_in_a_backup_of_the_marks_and_wait_for_their_articles(library: SqliteLibrary, tmp_path: Path) -> None:
    backup = tmp_path / "marks.jsonl"
    library.correct(2, "stage", ["suspended"], NOW)
    library.backup(backup, marks_only=True)
    with open_library(None) as other:
        other.restore_marks(backup)
        subscribe(other, entry("a", day=1), entry("b", day=2))
        brief_all(other, stage="stalled", parties=SIDES)
        assert status(told(other)).stage == "suspended"
    with open_library(None) as third:
        subscribe(third, entry("a", day=1), entry("b", day=2))
        brief_all(third, stage="stalled", parties=SIDES)
        third.restore_marks(backup)
        assert status(told(third)).stage == "suspended"


@pytest.mark.parametrize("wrong", [{"field": "owner", "new": [], "at": ""}, {"field": "stage", "new": [1], "at": ""}])
def test_a_backup_with_a_senseless_correction_is_refused(
    library: SqliteLibrary, tmp_path: Path, wrong: dict[str, object]
) -> None:
    backup = tmp_path / "marks.jsonl"
    library.correct(2, "stage", ["suspended"], NOW)
    library.backup(backup, marks_only=True)
    record = json.loads(backup.read_text(encoding="utf-8"))
    backup.write_text(json.dumps(record | {"corrections": [wrong]}), encoding="utf-8")
    with pytest.raises(Exception, match="this is no mark"):
        library.restore_marks(backup)


def test_corrections_outlive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with open_library(path) as library:
        subscribe(library, entry("a"))
        brief_all(library, stage="stalled", parties=SIDES)
        library.correct(1, "stage", ["agreed"], NOW)
    with open_library(path) as library:
        assert status(told(library)).stage == "agreed"
        library.undo()
        assert status(told(library)).stage == "stalled"

"""Stories: articles are grouped, told, found under old ids, merged and split by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefreader.errors import LibraryError
from briefreader.jobs.grouping import group_new, tell_changed
from briefreader.store.records import Fetched, Mark, Query, StoredBrief
from briefreader.store.sqlite import SqliteLibrary, open_library
from briefreader.text.stories import features, tell
from library_sample import NOW, brief_all, brief_of, entry, in_group, subscribe, titles

PORT = {
    "port-1": "Dockers in Varno rejected an offer of extra rest days from the port operator Varno Terminals.",
    "port-2": "Varno Terminals, the port operator, asked the dockers in Varno to think again about the rest days offer.",
}
OTHER = "A comet was seen above the observatory on Mount Ilse by three amateur astronomers."


@pytest.fixture
def library() -> Iterator[SqliteLibrary]:
    with open_library(None) as opened:
        yield opened


def marks_of_stories(library: SqliteLibrary) -> dict[str, tuple[int, bool, bool]]:
    """How many articles of each story of one article are unread, and whether it is kept and done."""
    tell_changed(library)
    return {
        row.title.removeprefix("Talks about "): (row.unread, row.starred, row.done)
        for row in library.story_rows(library.story_ids())
    }


def test_articles_about_the_same_are_one_story_and_others_are_not(library: SqliteLibrary) -> None:
    subscribe(
        library,
        *(entry(name, title=text[:40], body=text) for name, text in PORT.items()),
        entry("comet", title=OTHER, body=OTHER),
    )
    brief_all(library)
    assert sorted(row.articles for row in library.story_rows(library.story_ids())) == [1, 2]


def test_the_row_shows_what_the_story_tells(library: SqliteLibrary) -> None:
    subscribe(library, entry("a", day=2), replace(entry("b", day=3), site="Gazette"))
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (row,) = library.story_rows(library.story_ids())
    assert (row.stage, row.direction, row.sites, row.site, row.briefed) == ("stalled", "improving", 2, "Gazette", True)
    story = library.story(row.id)
    assert story.title == row.title
    assert story.negotiation is not None
    assert story.negotiation.stage == "stalled"


def test_articles_stand_in_the_order_of_the_storys_briefs(library: SqliteLibrary) -> None:
    subscribe(library, entry("late", day=9), entry("undated", day=None), entry("early", day=2))
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (story_id,) = library.story_ids()
    told = [brief.article.title for brief in library.story(story_id).briefs]
    assert told == [row.title for row in library.story_articles(story_id)]
    assert told == ["Talks about early", "Talks about late", "Talks about undated"]


def test_a_story_keeps_its_text_id_when_it_grows(library: SqliteLibrary) -> None:
    source = subscribe(library, entry("b", day=5))
    name = library.story(library.story_ids()[0]).id
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    library.save_fetch(source.id, Fetched((entry("a", day=1),)), NOW)
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (story_id,) = library.story_ids()
    assert library.story(story_id).id == name
    assert len(library.story(story_id).briefs) == 2


def test_a_new_article_stands_at_the_end_until_the_story_is_told_again(library: SqliteLibrary) -> None:
    source = subscribe(library, entry("b", day=5))
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (story_id,) = library.story_ids()
    library.save_fetch(source.id, Fetched((entry("a", day=1),)), NOW)
    brief_all(library, stage="agreed", parties=("Union", "Port"), group=False)
    assert library.group(lambda _new, _near: str(story_id), 9).articles == 1
    story = library.story(story_id)
    assert [brief.article.title for brief in story.briefs] == ["Talks about b", "Talks about a"]
    assert library.untold(9) == [story_id]
    group_new(library)
    assert [brief.article.title for brief in library.story(story_id).briefs] == ["Talks about a", "Talks about b"]
    assert library.untold(9) == []


def test_the_old_id_of_a_story_that_was_taken_in_still_leads_to_it(library: SqliteLibrary) -> None:
    subscribe(library, entry("a", day=1), entry("b", day=2))
    before = list(library.story_ids())
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (now,) = library.story_ids()
    assert {library.story(story_id).id for story_id in before} == {library.story(now).id}
    assert {len(library.story_articles(story_id)) for story_id in before} == {2}
    assert [row.id for row in library.story_rows(before)] == [now]
    assert library.stories_now([*before, 99]) == {**dict.fromkeys(before, now), 99: 99}
    counts = library.counts()
    assert (counts.stories, counts.unread, counts.articles) == (1, 1, 2)


def test_a_telling_of_a_story_that_changed_meanwhile_is_not_kept(library: SqliteLibrary) -> None:
    source = subscribe(library, entry("a"))
    brief_all(library, group=False)
    (story_id,) = library.story_ids()
    briefs = library.story_briefs(story_id)
    library.save_fetch(source.id, Fetched((entry("b"),)), NOW)
    brief_all(library, group=False)
    library.group(lambda _new, _near: str(story_id), 9)
    assert not library.save_story(story_id, tell(briefs), briefs)
    assert group_new(library) == 1


def test_a_telling_of_articles_that_left_is_not_shown(library: SqliteLibrary) -> None:
    first = subscribe(library, entry("a"))
    subscribe(library, entry("b"), address="https://other.example/feed")
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (story_id,) = library.story_ids()
    library.remove_source(first.id)
    assert [brief.article.title for brief in library.story(story_id).briefs] == ["Talks about b"]
    assert library.story(story_id).timeline == ()
    group_new(library)
    assert library.story(story_id).timeline != ()


def test_stories_are_grouped_anew_and_ids_stay_with_most_of_their_articles(library: SqliteLibrary) -> None:
    subscribe(library, *(entry(name, day=day) for day, name in enumerate("abcd", start=1)))
    library.mark(Mark.STARRED, True, article_ids=[1])
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (story_id,) = library.story_ids()
    first, *others = sorted(library.around([story_id], 9), key=lambda placed: placed.article_id)
    library.regroup([[first], others])
    rows = {row.id: (row.articles, row.starred) for row in library.story_rows(library.story_ids())}
    assert rows[story_id] == (3, False)
    assert [row for other, row in rows.items() if other != story_id] == [(1, True)]
    library.regroup([library.around(list(rows), 9)])
    assert list(library.story_ids()) == [story_id]
    assert library.check() == []


def test_a_story_that_is_taken_into_three_is_counted_in_each(library: SqliteLibrary) -> None:
    subscribe(library, *(entry(name, day=day) for day, name in enumerate("abc", start=1)))
    library.mark(Mark.STARRED, True, article_ids=[1, 2, 3])
    library.mark(Mark.DONE, True, article_ids=[1, 2])
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (story_id,) = library.story_ids()
    library.regroup([[each] for each in library.around([story_id], 9)])
    assert marks_of_stories(library) == {"a": (0, True, True), "b": (0, True, True), "c": (1, True, False)}
    assert library.check() == []


def test_what_moved_meanwhile_is_not_moved_by_the_repair(library: SqliteLibrary) -> None:
    subscribe(library, entry("a", day=1), entry("b", day=2))
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (story_id,) = library.story_ids()
    placed = library.around([story_id], 9)
    library.split([2])
    library.regroup([placed])
    assert len(library.story_ids()) == 2


def test_the_articles_around_are_those_of_the_stories_then_the_nearest_in_time(library: SqliteLibrary) -> None:
    subscribe(library, *(entry(name, title=f"{name} {OTHER}", body=OTHER, day=day) for day, name in enumerate("abcd", start=1)))
    brief_all(library, group=False)
    library.group(None, 9)
    assert [each.article_id for each in library.around([2], 1)] == [2]
    assert next(each.article_id for each in library.around([2], 3)) == 2
    assert sorted(each.article_id for each in library.around([2], 4)) == [1, 2, 3, 4]
    assert library.around([], 9) == []


def test_articles_of_one_group_are_one_story_whatever_they_say(library: SqliteLibrary) -> None:
    subscribe(
        library,
        in_group(entry("a", title=OTHER, body=OTHER), "x"),
        in_group(entry("port-1", title=PORT["port-1"], body=PORT["port-1"]), "x"),
        entry("port-2", title=PORT["port-2"], body=PORT["port-2"]),
    )
    brief_all(library)
    assert sorted(row.articles for row in library.story_rows(library.story_ids())) == [1, 2]


def test_the_same_parties_bring_articles_together_over_months(library: SqliteLibrary) -> None:
    body = "Delegations of Mercia and Delta met about the water of the river Ost and its dams."
    subscribe(library, replace(entry("a", title=body, body=body), published="2025-02-01"), entry("b", title=body, body=body))
    brief_all(library, stage="under_way", parties=("Mercia", "Delta"))
    assert len(library.story_ids()) == 1


def test_an_article_without_a_date_joins_by_its_words_and_does_not_make_the_story_new(library: SqliteLibrary) -> None:
    undated = entry("port-2", title=PORT["port-2"], body=PORT["port-2"], day=None, outlet="gazette")
    old = replace(entry("port-1", title=PORT["port-1"], body=PORT["port-1"]), published="2026-03-01T08:00:00Z")
    subscribe(library, undated, old)
    brief_all(library)
    (row,) = library.story_rows(library.story_ids())
    assert (row.articles, row.last.isoformat(), row.site) == (2, "2026-03-01T08:00:00+00:00", "Post")


def test_merged_by_hand_the_oldest_id_survives_and_stays(library: SqliteLibrary) -> None:
    source = subscribe(
        library, entry("comet", title=OTHER, body=OTHER, day=1), entry("port", title=PORT["port-1"], body=PORT["port-1"], day=2)
    )
    brief_all(library)
    younger, older = library.story_ids()
    assert older < younger
    newest = library.story_rows([younger])[0].title
    assert library.merge([older, younger]) == f"merged 2 stories into: {newest}"
    assert list(library.story_ids()) == [older]
    tell_changed(library)
    assert library.story_rows([older])[0].title == newest
    # A better engine looks at the articles again, and leaves them where the reader put them.
    for article_id in (1, 2):
        made = library.brief(article_id)
        assert made is not None
        library.save_briefs([StoredBrief(article_id, made, features(made))])
    group_new(library)
    assert list(library.story_ids()) == [older]
    # A new article may join.
    library.save_fetch(source.id, Fetched((entry("port-2", title=PORT["port-2"], body=PORT["port-2"]),)), NOW)
    brief_all(library)
    assert list(library.story_ids()) == [older]


def test_a_merge_can_be_taken_back(library: SqliteLibrary) -> None:
    subscribe(library, entry("comet", title=OTHER, body=OTHER), entry("port", title=PORT["port-1"], body=PORT["port-1"]))
    brief_all(library)
    before = list(library.story_ids())
    names = [library.story(story_id).id for story_id in before]
    library.merge(before)
    assert library.undo() is not None
    assert list(library.story_ids()) == before
    assert [library.story(story_id).id for story_id in before] == names
    assert library.check() == []


def test_a_merge_of_three_stories_that_is_taken_back_is_counted_in_each(library: SqliteLibrary) -> None:
    subscribe(library, *(in_group(entry(name, day=day), name) for day, name in enumerate("abc", start=1)))
    brief_all(library)
    library.mark(Mark.STARRED, True, article_ids=[1, 2, 3])
    library.mark(Mark.DONE, True, article_ids=[2])
    library.merge(library.story_ids())
    library.undo()
    assert marks_of_stories(library) == {"a": (1, True, False), "b": (0, True, True), "c": (1, True, False)}
    assert library.check() == []


def test_split_by_hand_and_taken_back(library: SqliteLibrary) -> None:
    subscribe(library, entry("a", day=1), entry("b", day=2))
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (story_id,) = library.story_ids()
    assert library.split([2]) == "split off: Talks about b"
    group_new(library)
    assert sorted(titles(library)) == ["Talks about a", "Talks about b"]
    library.undo()
    group_new(library)
    assert list(library.story_ids()) == [story_id]
    assert library.story_rows([story_id])[0].articles == 2


def test_splitting_a_story_of_one_changes_nothing(library: SqliteLibrary) -> None:
    subscribe(library, entry("a"))
    library.split([1])
    assert titles(library) == ["Talks about a"]
    assert library.undo() is None


def test_what_changed_since_the_reader_looked(library: SqliteLibrary) -> None:
    source = subscribe(library, entry("a", day=1))
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (story_id,) = library.story_ids()
    assert library.changed(story_id) == []
    library.looked(story_id, NOW)
    assert library.changed(story_id) == []
    library.save_fetch(source.id, Fetched((entry("b", day=2),)), NOW)
    brief_all(library, stage="agreed", parties=("Union", "Port"))
    lines = library.changed(story_id)
    assert lines[-1] == "1 new article"
    assert len(lines) > 1
    library.looked(story_id, NOW)
    assert library.changed(story_id) == []


def test_what_a_newer_engine_reads_otherwise_is_no_news(library: SqliteLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    source = subscribe(library, entry("a", day=1))
    brief_all(library, stage="stalled", parties=("Union", "Port"))
    (story_id,) = library.story_ids()
    library.looked(story_id, NOW)
    for module in ("articles", "telling"):
        monkeypatch.setattr(f"briefreader.store.{module}.ENGINE_VERSION", 99)
    brief_all(library, stage="suspended", parties=("Dockers", "Port"))
    assert library.changed(story_id) == []
    library.save_fetch(source.id, Fetched((entry("b", day=2),)), NOW)
    brief_all(library, stage="agreed", parties=("Dockers", "Port"))
    assert library.changed(story_id) == ["Stage: stalled → agreed", "1 new article"]


def test_what_the_reader_saw_of_a_story_that_another_took_in_is_remembered(library: SqliteLibrary) -> None:
    subscribe(library, entry("a", day=1), entry("comet", title=OTHER, body=OTHER, day=2))
    brief_all(library)
    comet, talks = library.story_ids()
    library.looked(comet, NOW)
    library.merge([comet, talks])
    assert library.stories_now([comet]) == {comet: talks}
    assert library.changed(comet) == ["1 new article"]


def test_articles_that_were_read_elsewhere_are_not_new_in_a_merged_story(library: SqliteLibrary) -> None:
    subscribe(library, entry("a", day=1), entry("comet", title=OTHER, body=OTHER))
    brief_all(library)
    library.looked(library.story_ids()[0], NOW)
    library.mark(Mark.READ, True, story_ids=library.story_ids())
    library.looked(library.story_ids()[1], NOW)
    library.merge(library.story_ids())
    tell_changed(library)
    assert library.changed(library.story_ids()[0]) == []


def test_a_story_that_is_not_there_is_said(library: SqliteLibrary) -> None:
    with pytest.raises(LibraryError, match="no such story"):
        library.story(5)
    assert library.story_rows([5]) == []
    assert library.story_articles(5) == []


def test_an_article_that_could_not_be_read_stands_in_its_story(library: SqliteLibrary) -> None:
    subscribe(library, entry("a"))
    made = brief_of(entry("a"))
    made = replace(made, article=replace(made.article, blocks=(), error="too large"), key_points=())
    library.save_briefs([StoredBrief(1, made, features(made))])
    group_new(library)
    (story_id,) = library.story_ids()
    assert library.story(story_id).briefs[0].article.error == "too large"


def test_a_story_put_away_unopened_comes_back_with_what_is_new(library: SqliteLibrary) -> None:
    subscribe(library, in_group(entry("first", day=1), "talks"))
    brief_all(library)
    (story_id,) = library.story_ids()
    library.mark(Mark.DONE, True, story_ids=[story_id])
    assert library.changed(story_id) == []
    subscribe(library, in_group(entry("second", day=2), "talks"))
    brief_all(library)
    (row,) = library.story_rows(library.story_ids(Query(unread=True, done=False)))
    assert (row.id, row.unread, row.done) == (story_id, 1, False)
    assert library.changed(story_id) == ["1 new article since you were done"]

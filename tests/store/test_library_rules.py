"""Mute and watch rules, sources hidden for today, what was kept today: what they leave in the list."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from pathlib import Path

from briefreader.query import parse_query, parse_rule
from briefreader.store.records import Counted, Fetched, Gathered, Mark, Query
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import NOW, brief_all, entry, in_group, subscribe

OTHER = "https://other.example/feed"


def listed(library: SqliteLibrary, query: Query) -> list[str]:
    return [row.title for row in library.story_rows(library.story_ids(query))]


def test_rules_are_kept_taken_away_and_put_back(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.sqlite") as library:
        assert library.add_rule("mute", "football") == "muted: football"
        assert library.add_rule("watch", "party:delta") == "watched: party:delta"
        library.add_rule("watch", "party:delta")
        first, second = library.rules()
        assert library.remove_rule(first.id) == "no longer muted: football"
        assert "gone already" in library.remove_rule(first.id)
    with open_library(tmp_path / "library.sqlite") as library:
        assert library.rules() == [second]
        assert library.undo() == "no longer muted: football"
        assert [(rule.kind, rule.text) for rule in library.rules()] == [("watch", "party:delta"), ("mute", "football")]
        assert library.undo() == "watched: party:delta"
        assert library.undo() == "muted: football"
        assert library.rules() == []


def test_what_a_rule_mutes_is_not_listed_and_what_it_watches_is_found() -> None:
    with open_library(None) as library:
        subscribe(
            library, entry("a", title="Football talks", day=1), entry("b", title="Rail talks", body="No football.", day=2)
        )
        brief_all(library, group=False)
        mute = parse_rule("mute", "football", NOW)
        assert listed(library, Query(none_of=(mute,))) == ["Rail talks"]
        assert listed(library, Query(any_of=(mute,))) == ["Football talks"]
        assert listed(library, Query(any_of=())) == []
        assert listed(
            library, Query(any_of=(*(parse_rule("mute", f"football{number}*", NOW) for number in range(1200)), mute))
        ) == ["Football talks"]
        assert listed(library, Query(among=tuple(library.story_ids(mute)))) == ["Football talks"]
        subscribe(library, entry("c", body="They met.", day=3), address=OTHER)
        brief_all(library, stage="stalled", parties=("Delta", "Mercia"), group=False)
        assert listed(library, Query(any_of=(parse_rule("watch", "mercia", NOW), mute))) == ["Talks about c", "Football talks"]


def test_a_muted_outlet_leaves_what_others_report_too() -> None:
    with open_library(None) as library:
        subscribe(library, entry("a", title="Only here", day=1), entry("b", title="Also elsewhere", day=2))
        subscribe(library, entry("c", day=2, outlet="gazette"), address=OTHER)
        brief_all(library, group=False)
        _, b, c = sorted(library.story_ids())
        library.merge([b, c])
        assert listed(library, Query(any_of=(parse_rule("mute", "site:post", NOW),))) == ["Only here"]


def test_a_hidden_source_leaves_what_another_brings_too_and_undo_lists_it_again(tmp_path: Path) -> None:
    tomorrow = NOW + timedelta(hours=12)
    with open_library(tmp_path / "library.sqlite") as library:
        source = subscribe(library, entry("a", title="Only here", day=1), entry("b", title="Shared", day=2))
        subscribe(library, entry("b", title="Shared", day=2), address=OTHER)
        assert library.hide_source(source.id, tomorrow) == "hidden for today: The Post"
        (shared, *_), (only, *_) = ([each.id for each in library.story_articles(story)] for story in library.story_ids())
        assert library.sources_of(only) == [source.id]
        assert len(library.sources_of(shared)) == 2
    with open_library(tmp_path / "library.sqlite") as library:
        hidden = [each.id for each in library.sources() if each.hidden_until == tomorrow]
        assert listed(library, Query(only_sources=tuple(hidden))) == ["Only here"]
        assert library.undo() == "hidden for today: The Post"
        assert [each.hidden_until for each in library.sources()] == [None, None]
        assert library.hide_source(source.id, None) == "listed again: The Post"


def test_the_stages_that_there_are_can_be_asked_for() -> None:
    with open_library(None) as library:
        source = subscribe(library, entry("a", title="Rail talks"))
        brief_all(library, stage="stalled")
        library.save_fetch(source.id, Fetched((entry("b"),)), NOW)
        brief_all(library)
        assert library.stages(Query(unread=True)) == {"stalled"}
        assert library.stages(Query(named=("rail",))) == {"stalled"}
        assert library.stages(Query(starred=True)) == set()


def test_what_matches_can_be_counted() -> None:
    with open_library(None) as library:
        subscribe(library, *(in_group(entry(name, body="They met."), group) for name, group in ("aa", "ba", "cc")))
        brief_all(library)
        assert library.count(Query()) == Counted(stories=2, unread=2)
        library.mark(Mark.READ, True, story_ids=library.story_ids()[:1])
        assert library.count(Query()) == library.count(Query(words=("met",))) == Counted(stories=2, unread=1)
        assert library.count(Query(unread=True)) == Counted(stories=1, unread=1)
        assert library.count(Query(unread=False)) == Counted(stories=1, unread=0)
        assert library.count(Query(unread=True, words=("met",))) == Counted(stories=1, unread=1)
        assert library.count(Query(starred=True)) == Counted(stories=0, unread=0)


def test_all_that_match_are_gathered_with_their_count() -> None:
    with open_library(None) as library:
        subscribe(library, *(in_group(entry(name, body="They met."), group) for name, group in ("aa", "ba", "cc")))
        brief_all(library)
        first, second = library.story_ids()
        library.mark(Mark.READ, True, story_ids=[first])
        both = Gathered(frozenset({first, second}), Counted(stories=2, unread=1))
        assert library.gather(Query()) == library.gather(Query(words=("met",))) == both
        assert library.gather(Query(unread=False)) == Gathered(frozenset({first}), Counted(stories=1, unread=0))
        assert library.gather(Query(starred=True)) == Gathered()


def test_what_is_counted_at_a_key_is_what_would_be_listed() -> None:
    with open_library(None) as library:
        subscribe(library, *(entry(key, title=key, day=day) for day, key in enumerate("abcdef", start=1)))
        brief_all(library, group=False)
        first, second, third, fourth, *_ = library.story_ids()
        library.mark(Mark.DONE, True, story_ids=[first, second])
        library.mark(Mark.READ, False, story_ids=[first])  # done, and unread again
        library.mark(Mark.READ, True, story_ids=[third])
        library.mark(Mark.STARRED, True, story_ids=[first, fourth])
        for unread, done, starred in product((None, True, False), repeat=3):
            query = Query(unread=unread, done=done, starred=starred)
            rows = library.story_rows(library.story_ids(query))
            assert library.count(query) == Counted(len(rows), sum(row.unread > 0 for row in rows))


def test_what_was_kept_is_found_by_when() -> None:
    with open_library(None) as library:
        subscribe(library, entry("a", title="Kept now"), entry("b"))
        library.mark(Mark.STARRED, True, story_ids=library.story_ids(Query(named=("kept",))))
        library.mark(Mark.READ, True, story_ids=library.story_ids())
        assert listed(library, parse_query("kept:today", NOW)) == ["Kept now"]
        assert listed(library, Query(kept_since=NOW + timedelta(days=40000))) == []
        library.mark(Mark.STARRED, False, story_ids=library.story_ids())
        assert listed(library, parse_query("kept:today", NOW)) == []

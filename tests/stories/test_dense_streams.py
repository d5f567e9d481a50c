"""What could glue stories together and must not: round-ups, forms, one vocabulary; and what belongs together over weeks."""

from __future__ import annotations

import random

from invented_stream import NEWS, stream, told

from briefreader.model import Article, Block, Brief
from briefreader.text.stories import Features, arrange, features
from briefreader.text.stories.likeness import alike

STRIKE = ("Harbour Workers' Union", "Tarn Terminals")
WARDS = ("Nurses' League", "Ostmark health ministry")


def stories_of(briefs: list[Brief]) -> list[set[str]]:
    return [{briefs[i].article.source for i in story} for story in arrange([features(brief) for brief in briefs])]


def together(stories: list[set[str]], *names: str) -> bool:
    return any(set(names) <= story for story in stories)


def written(source: str, title: str, *paragraphs: str, day: str = "2026-05-05") -> Brief:
    blocks = tuple(Block("paragraph", paragraph) for paragraph in paragraphs)
    return Brief(Article(source=source, title=title, published=day, site="Courier", blocks=blocks))


def test_a_morning_digest_does_not_glue_the_stories_that_it_sums_up() -> None:
    digest = written(
        "digest",
        "Morning briefing: what you need to know today",
        *(NEWS[name][3] for name in ("dockers-1", "nurses-1", "dam-1", "cup")),
    )
    found = stories_of([*stream(), digest])
    for one, other in (("dockers-1", "nurses-1"), ("nurses-1", "dam-1"), ("dam-1", "cup"), ("dockers-1", "dam-1")):
        assert not together(found, one, other)
    assert together(found, "dockers-1", "dockers-2", "dockers-3")
    assert together(found, "nurses-1", "nurses-2")


def test_live_blogs_of_the_day_do_not_glue_its_stories() -> None:
    of_the_day = [name for name in NEWS if NEWS[name][0] <= "2026-05-05"]
    blogs = [
        written(f"live-{outlet}", "Live: strikes, floods and the cup final", *(NEWS[name][3] for name in of_the_day[::step]))
        for outlet, step in (("north", 1), ("south", 2), ("west", 3))
    ]
    found = stories_of([*stream(), *blogs])
    assert not together(found, "dockers-1", "nurses-1")
    assert not together(found, "nurses-1", "dam-1")
    assert together(found, "dockers-1", "dockers-2")


def test_forms_filled_in_for_many_companies_are_many_stories() -> None:
    chance = random.Random(3)
    syllables = ["bar", "cel", "dor", "fen", "gal", "hin", "jor", "kel", "lum", "mon", "nor", "pel", "ras", "tor", "vel"]
    forms = []
    for number in range(400):
        company = "".join(chance.sample(syllables, 3)).capitalize()
        figures = [f"{chance.randrange(10, 999)}.{chance.randrange(10)}" for _ in range(6)]
        forms.append(
            written(
                str(number),
                f"{company} Inc 4th qtr net",
                f"Shr {figures[0]} cts vs {figures[1]} cts. Net {figures[2]} mln vs {figures[3]} mln. Revs {figures[4]} mln "
                f"vs {figures[5]} mln. Avg shrs {figures[1]} mln. Note: {company} restated prior year qtr for a tax credit.",
            )
        )
    assert max(map(len, stories_of(forms))) <= 12


def test_talks_go_on_over_weeks_though_a_party_is_named_in_full_or_in_short() -> None:
    reports = [
        told("dockers-1", parties=STRIKE),
        told("dockers-2", parties=("Harbour Workers' Union of Norrhaven", "Tarn Terminals"), published="2026-06-02"),
        told("dockers-3", parties=("harbour workers", "Tarn Terminals"), published="2026-06-28"),
    ]
    assert len(stories_of(reports)) == 1


def test_reports_of_the_same_talks_are_nearest_within_days_and_no_farther_after_a_year_than_after_weeks() -> None:
    first = features(told("dockers-1", parties=STRIKE))
    days = ("2026-05-06", "2026-06-10", "2027-05-04")
    soon, weeks, year = (alike(first, features(told("dockers-3", parties=STRIKE, published=day))) for day in days)
    other_matter = alike(first, features(told("dockers-3", published="2026-06-10")))
    assert soon > weeks == year > other_matter


def test_two_strikes_of_one_day_stay_apart_for_weeks_though_both_unions_meet_the_same_ministry() -> None:
    reports = [
        told("dockers-1", parties=("Harbour Workers' Union", "labour ministry")),
        told("dockers-3", parties=("Harbour Workers' Union", "labour ministry"), published="2026-05-25"),
        told("nurses-1", parties=("Nurses' League", "labour ministry")),
        told("nurses-2", parties=("Nurses' League", "labour ministry"), published="2026-05-25"),
    ]
    assert sorted(map(sorted, stories_of(reports))) == [["dockers-1", "dockers-3"], ["nurses-1", "nurses-2"]]


def test_generic_names_are_no_parties_in_common() -> None:
    for both in (("the union", "government"), ("government", "opposition")):
        now = told("dockers-1", parties=(f"{both[0]} of Norrhaven", f"{both[1]} of Tarn"))
        later = told("nurses-2", parties=both, published="2026-08-01")
        assert len(stories_of([now, later])) == 2


def test_articles_that_the_reader_put_together_stay_together_and_apart_from_what_was_put_elsewhere() -> None:
    briefs = stream()
    place = {brief.article.source: i for i, brief in enumerate(briefs)}
    kept = {place["dockers-1"]: "mine", place["cup"]: "mine", place["dockers-2"]: "another"}
    found: list[Features] = [features(brief) for brief in briefs]
    stories = [{briefs[i].article.source for i in story} for story in arrange(found, kept=kept)]
    assert together(stories, "dockers-1", "cup")
    assert not together(stories, "dockers-1", "dockers-2")
    assert any("dockers-3" in story and story & {"dockers-1", "dockers-2"} for story in stories)

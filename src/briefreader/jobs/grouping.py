"""Put newly briefed articles into stories, and tell the stories that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from briefreader.store.library import Library
from briefreader.text.stories import Candidate, Crowd, Features, arrange, choose_story, tell

_PLACED_AT_ONCE = 16
_TOLD_AT_ONCE = 32
_MOST_REARRANGED = 300
_CROWD = 300
"""The newest articles, whose common words tell stories apart less."""


def group_new(library: Library, *, points: int = 4, cancelled: Callable[[], bool] = lambda: False) -> int:
    """Place every article that was briefed since, and tell the stories that it touched; gives how many.

    It costs what is new. Cancelled or killed, it goes on where it stopped when it is called again.
    """
    rearrange(library, place_new(library, cancelled=cancelled))
    return tell_changed(library, points=points, cancelled=cancelled)


def place_new(library: Library, *, cancelled: Callable[[], bool] = lambda: False) -> set[int]:
    """Put each newly briefed article into a story; gives the stories that came into question."""
    near: set[int] = set()
    choose = partial(_choose, crowd=_crowd_of(library))
    while not cancelled() and (grouped := library.group(choose, _PLACED_AT_ONCE)).articles:
        near |= grouped.near
    return near


def rearrange(library: Library, near: Iterable[int]) -> None:
    """Settle what depends on the order in which articles came, where that is not too many."""
    library.rearrange(partial(arrange, crowd=_crowd_of(library)), near, most=_MOST_REARRANGED)


def tell_changed(
    library: Library, *, points: int = 4, most_articles: int | None = None, cancelled: Callable[[], bool] = lambda: False
) -> int:
    """Tell the stories whose articles have changed, not those of over ``most_articles``; gives how many."""
    told = 0
    while not cancelled() and (story_ids := library.untold(_TOLD_AT_ONCE, most_articles=most_articles)):
        renewed = [(story_id, briefs := library.story_briefs(story_id), tell(briefs, points=points)) for story_id in story_ids]
        with library.transaction():
            for story_id, briefs, story in renewed:
                told += library.save_story(story_id, story, briefs)
    return told


def _crowd_of(library: Library) -> Crowd:
    return Crowd.of(library.newest_features(_CROWD))


def _choose(new: Features, candidates: list[Candidate], crowd: Crowd) -> str | None:
    """The story that says the same; where a group was given, the story of that group and no other."""
    if new.group:
        return next((each.story_id for each in candidates if each.features.group == new.group), None)
    return choose_story(new, [each for each in candidates if not each.features.group], crowd)

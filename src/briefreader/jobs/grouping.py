"""Put newly briefed articles into stories, and tell the stories that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType

from briefreader.model import Brief
from briefreader.store.library import Library
from briefreader.text.stories import Crowd, arrange, choose_story, tell

_PLACED_AT_ONCE = 16
_NOTED_AT_ONCE = 256
_TOLD_AT_ONCE = 32
_AROUND = 600
"""So many articles are looked at together in the repair pass, or twice as many as are new."""
_CROWD = 300
"""The newest articles, whose common words tell stories apart less."""


def group_new(library: Library, *, points: int = 4, cancelled: Callable[[], bool] = lambda: False) -> int:
    """Place every article that was briefed since, and tell the stories that it touched; gives how many.

    It costs what is new. Cancelled or killed, it goes on where it stopped when it is called again.
    """
    settle_new(library, cancelled=cancelled)
    return tell_changed(library, points=points, cancelled=cancelled)


def settle_new(library: Library, *, cancelled: Callable[[], bool] = lambda: False) -> None:
    """Put the newly briefed articles into stories, and settle what depends on the order in which they came.

    Where the repair pass looks at the whole library, nothing is placed one by one before it.
    """
    counts, new = library.counts(), library.ungrouped()
    most = max(_AROUND, 2 * new)
    all_at_once = counts.articles - counts.pending <= most
    choose = None if all_at_once else partial(choose_story, crowd=Crowd.of(library.newest_features(_CROWD)))
    near: set[int] = set()
    while not cancelled() and (placed := library.group(choose, _NOTED_AT_ONCE if all_at_once else _PLACED_AT_ONCE)).articles:
        near |= placed.near
    if near:
        _settle(library, near, most)


def tell_changed(
    library: Library,
    *,
    points: int = 4,
    cancelled: Callable[[], bool] = lambda: False,
    at_hand: Mapping[int, Brief] = MappingProxyType({}),
) -> int:
    """Tell the stories whose articles have changed; gives how many. Briefs ``at_hand`` are not read again."""
    told = 0
    while not cancelled() and (story_ids := library.untold(_TOLD_AT_ONCE)):
        renewed = []
        for story_id in story_ids:
            briefs = library.story_briefs(story_id, at_hand)
            known = library.story_features(story_id) if len(briefs) > 1 else ()
            renewed.append((story_id, briefs, tell(briefs, points=points, known=known)))
        with library.transaction():
            for story_id, briefs, story in renewed:
                told += library.save_story(story_id, story, briefs)
    return told


def _settle(library: Library, near: Iterable[int], most: int) -> None:
    """The repair pass: arrange the articles around the new ones as if they had come at once."""
    placed = library.around(near, most)
    by_hand = {i: each.story_id for i, each in enumerate(placed) if each.pinned}
    library.regroup([[placed[i] for i in story] for story in arrange([each.features for each in placed], kept=by_hand)])

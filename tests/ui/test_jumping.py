"""The trail of jumps: back to where one was, and forward again."""

from __future__ import annotations

from screen_fixtures import Opener, Reader, presses
from ui_sample import RAIL_FIRST, RAIL_THIRD

from briefreader.ui.reading.trail import Place, Trail


def _place(story: int) -> Place:
    return Place(story, 1, 0, None, 0)


def test_the_trail_leads_back_and_forward_and_a_new_jump_drops_what_lay_ahead() -> None:
    trail = Trail()
    assert not trail.back(_place(1))
    trail.leave(_place(1))
    trail.leave(_place(2))
    assert trail.back(_place(3)) == _place(2)
    assert trail.back(_place(2)) == _place(1)
    assert trail.forward(_place(1)) == _place(2)
    trail.leave(_place(2))
    assert trail.forward(_place(9)) is None
    assert trail.back(_place(9)) == _place(2)


def _lit(reader: Reader) -> str | None:
    assert reader.main.story
    return reader.main.story.lit


@presses("jump-back", "jump-forward")
async def test_the_reader_goes_back_through_sentences_and_stories_and_forward_again(open_screen: Opener) -> None:
    async with open_screen((200, 50)) as reader:
        first = reader.title()
        await reader.press("n", "n", "3", "G", "enter")
        assert _lit(reader) == RAIL_FIRST[1]
        await reader.press("ctrl+o")
        assert reader.has_focus(reader.main.negotiation)
        assert _lit(reader) is None
        await reader.press("ctrl+o", "ctrl+o")
        assert reader.title() == first
        await reader.press("alt+o", "alt+o", "alt+right")
        assert _lit(reader) == RAIL_FIRST[1]
        await reader.press("alt+o")
        assert "no later place" in reader.toasts[-1]


async def test_a_place_in_a_story_that_is_not_listed_any_more_is_passed_over(open_screen: Opener) -> None:
    async with open_screen() as reader:
        first = reader.title()
        await reader.press("n", "n", "4", "enter", "f", "f", "ctrl+o")
        assert reader.title() != first
        assert reader.has_focus(reader.main.key_points)
        await reader.press("ctrl+o")
        assert "no earlier place" in reader.toasts[-1]
        assert RAIL_THIRD[0] in " ".join(line.text.strip() for line in reader.main.article.lines)

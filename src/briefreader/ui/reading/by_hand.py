"""By hand: correcting what the engine says, merging and splitting stories. Each is one step that undo takes back."""

from __future__ import annotations

from briefreader.errors import BriefreaderError
from briefreader.model import Story
from briefreader.ui.reading.handing_over import HandingOver
from briefreader.ui.reading.triage import ONE_ARTICLE
from briefreader.ui.work import telling

TELLING = "telling"
"""The group of the workers that tell stories anew."""

_ARTICLE_PANE = 2
_NEIGHBOURS = 20
_MOST_CHANGED = 50
"""Stories that one step may change by hand: a merge of more is told as news when it is taken back."""


class ByHand(HandingOver):
    """What the reader knows better."""

    # -- correcting
    def action_correct(self) -> None:
        """Correct the shown article from its pane, elsewhere the article that decides where the story stands."""
        from briefreader.ui.screens.correct import Answer, CorrectScreen

        story = self.story_here()
        if story is None:
            return
        decides = deciding_article(story.story)
        index = story.shown if self.pane_number == _ARTICLE_PANE or decides is None else decides
        article_id = story.articles[index].id

        def keep(answer: Answer | None) -> None:
            if answer:
                self._change(self.library.correct(article_id, *answer, self.now()))

        self.app.push_screen(CorrectScreen(story.story.briefs[index], self.now(), leads=decides in (None, index)), keep)

    # -- merging and splitting
    def action_merge(self) -> None:
        """Merge the selected stories; where none are selected, the story here with one that is chosen."""
        from briefreader.ui.screens.merge import MergeScreen

        if len(self.stories.selected) > 1:
            self._merge([*self.stories.selected])
            return
        here = self.stories.story_id
        rows = self.library.story_rows([here]) if here is not None else []
        if rows:
            place, listed = self.stories.cursor, self.stories.between
            above = listed(place - _NEIGHBOURS, place)
            below_then_above = [*listed(place + 1, place + 1 + _NEIGHBOURS), *reversed(above)]
            self.app.push_screen(
                MergeScreen(self.library, rows[0], below_then_above, self.now),
                lambda other: self._merge([rows[0].id, other]) if other is not None else None,
            )

    def _merge(self, story_ids: list[int]) -> None:
        self.stories.unselect()
        self._change(self.library.merge(story_ids), survivor=min(story_ids))

    def action_split(self) -> None:
        from briefreader.ui.screens.split import SplitScreen

        story = self.story_here()
        if story is None:
            return
        if len(story.articles) < 2:
            self.reader.tell(ONE_ARTICLE)
            return

        def split(chosen: list[int] | None) -> None:
            if chosen and len(chosen) == len(story.articles):
                self.reader.tell("These are all articles of the story: leave one of them unticked")
            elif chosen:
                self._change(self.library.split(chosen))

        self.app.push_screen(SplitScreen(story, self.now()), split)

    # -- after each
    def action_undo(self) -> None:
        super().action_undo()
        if self.library.untold(1):
            self._tell_anew()

    def _change(self, words: str, *, survivor: int | None = None) -> None:
        self._tell_anew(survivor)
        self.tell_step(words)

    def _tell_anew(self, survivor: int | None = None) -> None:
        self.run_worker(self._show_anew(survivor), group=TELLING)

    async def _show_anew(self, survivor: int | None) -> None:
        """Tell the stories anew that were changed, and list them; the reader's own doing is no news to the reader."""
        changed = self.library.untold(_MOST_CHANGED)
        try:
            await telling(self.library, self.settings.points).done()
        except BriefreaderError as error:
            self.reader.tell(str(error), severity="error")
        self._look(changed)
        if self.story and self.story.id in changed:
            self.story.changed.clear()
        self.relist()
        index = None if survivor is None else self.stories.index_of(survivor)
        if index is not None:
            self.stories.go_to(index)
            self.load_story(survivor)


def deciding_article(story: Story) -> int | None:
    """The index of the article whose sentence decides where the story stands; ``None`` where it stands nowhere."""
    if story.negotiation is None:
        return None
    stage, evidence = story.negotiation.stage, story.negotiation.evidence
    found = [
        index
        for index, brief in enumerate(story.briefs)
        if brief.negotiation and (brief.negotiation.stage, brief.negotiation.evidence) == (stage, evidence)
    ]
    return found[-1] if found else None

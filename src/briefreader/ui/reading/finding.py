"""Finding: search as you type, the stage filter, saved views; and the header, which says what is listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import on
from textual.widgets import Input

from briefreader.errors import UsageError
from briefreader.store.records import Counts, Gathered, Query
from briefreader.ui.format.lines import Piece
from briefreader.ui.format.stages import label
from briefreader.ui.reading.listed import LongList
from briefreader.ui.reading.rules import Rules, rules_in_force
from briefreader.ui.reading.triage import Triage
from briefreader.ui.reading.view import ALL, UNREAD, View, saved_view, settled
from briefreader.ui.widgets.bar import Button
from briefreader.ui.widgets.find_input import FindInput
from briefreader.ui.widgets.story_list import Found, Listed

_MOST_STAYING = 1000
"""Stories that stay in a long list although they match no more; if there are more, all of the list is read."""
_MOST_FOUND = 500
"""Articles looked at while the reader types; Enter looks at all."""
_WATCHED_VIEW = 4
"""Without views of the reader's own, after unread, all and kept."""
_BAR = 10
_ROOMY = 100
"""Columns from which the header says all that it has to say."""


class Finding(Triage):
    """Decides which stories are listed."""

    view: View = UNREAD
    rules = Rules()
    _everything = False
    _hidden = Gathered()
    """How many stories, and how many unread ones, no list shows."""
    activity: Piece = Piece("")
    _view_before: View = UNREAD

    # -- views
    def show_view(self, view: View, *, limit: int | None = None, everything: bool = False) -> None:
        """List the stories of a view from the top; ``everything`` lists what is muted or hidden too."""
        self._everything = everything
        try:
            listed = self._listed(view, limit)
        except UsageError as error:
            self.header.show([Button((Piece(f" {error}", "warn"),))])
            return
        self.view = view
        self.stories.empty_words = self._empty_words(view)
        self.stories.list_stories(listed)
        self.show_header()

    def _empty_words(self, view: View) -> str:
        if view.text.strip():
            return "Nothing found. Esc takes the search back"
        if view.stage:
            return f"No story is at this stage: {label(view.stage)}. f shows the next, Esc all"
        if self.reader.in_memory and not self.counts.stories:
            return "Reading …"
        if view not in (UNREAD, ALL):
            return "No story here. U lists the unread ones"
        return "Nothing unread. R refresh · + add source" if view == UNREAD else "No story here. R refresh · + add source"

    def relist(self) -> None:
        """List the same view again: what is new comes in, what was listed stays unless it is gone, nothing moves."""
        self.read_rules()
        try:
            self.follow_rules()
            listed = self._listed_anew()
        except UsageError:
            return
        reading = self.story.article_id if self.story and self.story.id == self.stories.story_id else None
        here = self.library.story_of(reading) if reading is not None else None
        self.stories.relist(listed, here=here)
        self.recount()
        if self.story and self.stories.story_id in (self.story.id, here):  # another one follows the cursor anyway
            self.reload_story()

    def _listed(self, view: View, limit: int | None = None, staying: Sequence[int] = ()) -> Listed:
        """The stories of the view, without what is muted or hidden; but a search looks everywhere.

        Those that are ``staying`` are listed besides.
        """
        query = view.query(self.now())
        searches = bool(view.text.strip())
        if not searches and not query.asks_of_articles and len(staying) <= _MOST_STAYING:
            return LongList(self.library, query, () if self._everything else self._hidden.story_ids, staying)
        found = self.library.story_ids(query, limit=limit)  # to count them costs as much as to read them
        shown = found if searches else self._not_hidden(found)
        return Found(self.library.story_ids(Query(among=(*shown, *staying))) if staying else shown)

    def _listed_anew(self) -> Listed:
        """The stories of the view as they are now. What was listed stays, unless it is gone or hidden."""
        known = self.stories.known
        matching = self._not_hidden(self.library.story_ids(replace(self.view.query(self.now()), among=tuple(known))))
        others = known.difference(matching)
        staying = self._not_hidden(self.library.story_ids(Query(among=tuple(others)))) if others else ()
        self.stories.selected.difference_update(others.difference(staying))
        return self._listed(self.view, staying=staying)

    def _not_hidden(self, story_ids: Sequence[int]) -> Sequence[int]:
        if self._everything or not self._hidden.story_ids:
            return story_ids
        return [story_id for story_id in story_ids if story_id not in self._hidden.story_ids]

    # -- rules
    def read_rules(self) -> bool:
        """Read the rules again; whether they have changed."""
        before = self.rules
        self.rules = rules_in_force(self.library, self.settings, self.now())
        return self.rules != before

    def apply_rules(self) -> None:
        """List by the rules as they are now, without moving."""
        if self.read_rules():
            self.relist()

    def follow_rules(self) -> None:
        """Find out again which stories the rules hide, and which of them are unread; and mark the watched ones."""
        hidden, watched = self.rules.hidden, self.rules.watched
        self._hidden = self.library.gather(hidden) if hidden else Gathered()
        self.stories.watched = self.library.gather(watched).story_ids if watched else frozenset()

    def read_counts(self) -> Counts:
        counts, hidden = super().read_counts(), self._hidden.count
        return replace(counts, stories=counts.stories - hidden.stories, unread=counts.unread - hidden.unread)

    def action_view(self, number: int) -> None:
        try:
            view = saved_view(self.settings.views, number, self.now())
        except UsageError as error:
            self.reader.tell(str(error), severity="warning")
            return
        if number == _WATCHED_VIEW and not self.settings.views:
            view = View("Watched", self.rules.watched or Query(any_of=()))
        if view:
            self.show_view(view)
        else:
            self.reader.tell(f"There is no view {number}: [views] in the configuration names them")

    def action_unread_view(self) -> None:
        self.show_view(ALL if self.view.base == UNREAD.base else UNREAD)

    def action_stage_filter(self) -> None:
        present = self.library.stages(replace(self.view, stage=None).query(self.now()))
        if not present:
            self.reader.tell("No story here is about a negotiation")
        else:
            self.show_view(self.view.next_stage(present))

    # -- searching
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """``find`` is heard first of all, but in a search it is a letter like any other."""
        return not (action == "find" and self.find_input.has_focus)

    def action_find(self) -> None:
        self._view_before = self.view
        self.find_input.open(self.view.text)

    @on(Input.Changed, "#find")
    def _find_as_typed(self, message: Input.Changed) -> None:
        text = settled(message.value)
        searches = bool(text.strip())
        view = View("Search", self._view_before.base, text=text) if searches else self._view_before
        if view != self.view:
            self.show_view(view, limit=_MOST_FOUND if searches else None)

    @on(Input.Submitted, "#find")
    def _keep_found(self) -> None:
        self.find_input.close()
        text = self.find_input.value
        self.show_view(View("Search", self._view_before.base, text=text) if text.strip() else self._view_before)
        self.go_to_pane(1)

    @on(FindInput.GivenUp)
    def _give_up_finding(self) -> None:
        self.find_input.close()
        self.show_view(self._view_before)
        self.go_to_pane(1)

    # -- back
    def action_back(self) -> None:
        self._step_back()

    def action_leave(self) -> None:
        if not self._step_back():
            self.app.exit(0)

    def _step_back(self) -> bool:
        """One step back: out of a pane, a selection, a narrowed view; ``False`` when there is none left."""
        if self.leave_pane():
            return True
        if self.stories.selected:
            self.stories.unselect()
            return True
        if self.view.is_narrowed or self.view.title == "Search":
            self.show_view(self._view_before.widened())
            return True
        return False

    # -- the header
    def show_header(self) -> None:
        counts = self.counts
        in_memory = "in memory: nothing is stored" if self.size.width >= _ROOMY else "in memory"
        where = in_memory if self.reader.in_memory else f"{self.stories.length} listed"
        read = counts.stories - counts.unread
        filled = round(_BAR * read / counts.stories) if counts.stories else _BAR
        self.header.show(
            [
                Button((Piece(" briefreader ", "title"),)),
                Button((Piece(f" ▸ {self.view.name}", ""),)),
                Button((Piece(f" · {where}", "muted"),)),
                Button((Piece(f" · {counts.unread} unread of {counts.stories} ", ""),)),
                Button((Piece("▰" * filled, "good"), Piece("▱" * (_BAR - filled), "muted"))),
                Button((Piece(f" · ★ {counts.starred}" if counts.starred else "", "star"),)),
            ],
            self.activity if self.activity.text else self.said,
        )

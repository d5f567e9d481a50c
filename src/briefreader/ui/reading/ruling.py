"""Rules from the screen: hiding a source for today, muting, watching; and who is told when a watched story moves."""

from __future__ import annotations

from briefreader.model import Stage
from briefreader.safety import one_line
from briefreader.store.records import Query, RuleKind, StoryRow
from briefreader.ui.format.stages import label
from briefreader.ui.piping import run_command
from briefreader.ui.reading.finding import Finding
from briefreader.ui.reading.rules import RULE_HINT, rule_problem, tomorrow
from briefreader.ui.reading.view import View
from briefreader.ui.screens.ask import AskScreen

_MOST_TOLD = 3


class RuleMaking(Finding):
    """Makes rules; each is one step that undo takes back."""

    def action_hide_source(self) -> None:
        """List nothing more of what only this article's source brings, until tomorrow."""
        story = self.story_here()
        sources = self.library.sources_of(story.article_id) if story else []
        if sources:
            self.tell_step(self.library.hide_source(sources[0], tomorrow(self.now())))
            self.apply_rules()
        else:
            self.reader.tell("This article came from no source that you subscribe to")

    def action_watch(self) -> None:
        story = self.story_here()
        negotiation = story.story.negotiation if story else None
        party = negotiation.parties[0].name if negotiation and negotiation.parties else ""
        self._ask_rule("watch", "Watch the stories of", f'party:"{one_line(party).replace(chr(34), "")}"' if party else "")

    def action_mute(self) -> None:
        self._ask_rule("mute", "Mute the stories of", "")

    def action_rules(self) -> None:
        from briefreader.ui.screens.rules import RulesScreen

        self.app.push_screen(RulesScreen(self.library, self.settings, self.now), self._rules_left)

    def _ask_rule(self, kind: RuleKind, title: str, proposed: str) -> None:
        ask = AskScreen(title, proposed, RULE_HINT, problem=lambda text: rule_problem(kind, text, self.now()))
        self.app.push_screen(ask, lambda text: self._make_rule(kind, text))

    def _make_rule(self, kind: RuleKind, text: str | None) -> None:
        if text:
            self.tell_step(self.library.add_rule(kind, text), ", W shows all")
            self.apply_rules()

    def _rules_left(self, chosen: tuple[str, Query] | None) -> None:
        """Back from the rules, perhaps with one whose stories are to be listed."""
        self.apply_rules()
        if chosen:
            title, query = chosen
            self._view_before = self.view
            self.show_view(View(title, query, passing=True), everything=True)

    # -- when a watched story moves
    def watched_stages(self) -> dict[int, Stage | None]:
        """The stage of each watched story."""
        return {row.id: row.stage for row in self.library.story_rows(sorted(self.stories.watched))}

    async def tell_moves(self, before: dict[int, Stage | None]) -> None:
        """Tell of each story that was watched before and stands at another stage now, in the ways that the reader wants."""
        stood: dict[int, set[Stage | None]] = {}  # what was watched may have been taken in by another story meanwhile
        for story_id, now in self.library.stories_now(before).items():
            stood.setdefault(now, set()).add(before[story_id])
        moved = [row for row in self.library.story_rows(sorted(stood)) if row.stage and row.stage not in stood[row.id]]
        words = [one_line(_move_words(row, stood[row.id])) for row in moved]
        for each in words[:_MOST_TOLD]:
            self.app.notify(each, title="Watched", timeout=15, markup=False)
        if len(moved) > _MOST_TOLD:
            self.app.notify(f"{len(moved) - _MOST_TOLD} more watched stories have moved", timeout=15, markup=False)
        if moved and self.settings.bell:
            self.app.bell()
        if moved and self.settings.alert_command:
            outcome = await run_command(self.settings.alert_command, more=(f"briefreader: {'; '.join(words)}",))
            if outcome.exit_code != 0:
                self.reader.tell(f"The command for alerts: {outcome.words}", severity="warning")


def _move_words(row: StoryRow, before: set[Stage | None]) -> str:
    was = " or ".join(sorted(label(stage).lower() for stage in before if stage)) or "no negotiation"
    assert row.stage
    return f"{label(row.stage)} (was: {was}): {row.title}"

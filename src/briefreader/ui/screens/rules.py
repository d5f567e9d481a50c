"""All rules: what is watched and what is muted, with how many stories each finds now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from briefreader.config import Settings
from briefreader.store.library import Library
from briefreader.store.records import Query, RuleKind
from briefreader.ui.bindings import bindings_of
from briefreader.ui.commands import Where
from briefreader.ui.format.rules import rule_lines
from briefreader.ui.format.steps import undone
from briefreader.ui.reading.rules import RULE_HINT, Ruling, rule_problem, rules_in_force
from briefreader.ui.screens.ask import AskScreen
from briefreader.ui.screens.dialog import OneAnswer
from briefreader.ui.widgets.footer import CommandFooter
from briefreader.ui.widgets.line_pane import LinePane

if TYPE_CHECKING:
    from briefreader.ui.app import BriefreaderApp


class RulesScreen(ModalScreen[tuple[str, Query] | None], OneAnswer[tuple[str, Query] | None]):
    """Gives the rule whose stories the reader wants to see."""

    HEARS: ClassVar[tuple[Where, ...]] = ("rules", "moving", "app")
    BINDINGS = bindings_of("rules")

    def __init__(self, library: Library, settings: Settings, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._library, self._settings, self._now = library, settings, now
        self._rulings: tuple[Ruling, ...] = ()

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -tall") as box:
            box.border_title = Content("Watched and muted")
            yield LinePane(id="rules")
            yield CommandFooter("moving", "rules", "app")

    def on_mount(self) -> None:
        self._show()
        self.query_one(LinePane).focus()

    def _show(self) -> None:
        self._rulings = rules_in_force(self._library, self._settings, self._now()).all
        counts = [len(self._library.story_ids(each.query)) if each.query else 0 for each in self._rulings]
        self.query_one(LinePane).show(lambda width: rule_lines(self._rulings, counts, width), keep_place=True)

    @property
    def _ruling(self) -> Ruling | None:
        """The rule under the cursor."""
        pane = self.query_one(LinePane)
        return self._rulings[pane.cursor] if pane.target is not None else None

    @property
    def _reader(self) -> BriefreaderApp:
        return cast("BriefreaderApp", self.app)

    @on(LinePane.Chosen)
    def _choose(self) -> None:
        self.action_rules_show()

    def action_rules_show(self) -> None:
        ruling = self._ruling
        if ruling and ruling.query:
            self.dismiss((f"{ruling.kind}: {ruling.text}", ruling.query))

    def action_rules_watch(self) -> None:
        self._ask("watch")

    def action_rules_mute(self) -> None:
        self._ask("mute")

    def _ask(self, kind: RuleKind) -> None:
        def made(text: str | None) -> None:
            if text:
                self._library.add_rule(kind, text)
                self._show()

        ask = AskScreen(
            f"{kind.capitalize()} the stories of", hint=RULE_HINT, problem=lambda text: rule_problem(kind, text, self._now())
        )
        self.app.push_screen(ask, made)

    def action_rules_remove(self) -> None:
        ruling = self._ruling
        if ruling and ruling.id is None:
            self._reader.tell("This rule stands in the configuration: take it out there")
        elif ruling and ruling.id is not None:
            self._library.remove_rule(ruling.id)
            self._show()

    def action_rules_undo(self) -> None:
        words = self._library.undo()
        self._reader.tell(undone(words))
        self._show()

    def action_rules_back(self) -> None:
        self.dismiss(None)

"""The dialog in which the reader corrects an article: its stage, its parties, its dates."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from briefreader.export.words import FIELD_LABELS
from briefreader.model import Brief, CorrectedField
from briefreader.safety import one_line
from briefreader.ui.bindings import bindings_of
from briefreader.ui.commands import Where
from briefreader.ui.format.corrections import NO_NEGOTIATION, correction_lines, first_choice, values_of
from briefreader.ui.format.lines import Choice
from briefreader.ui.screens.ask import AskScreen
from briefreader.ui.screens.dialog import OneAnswer
from briefreader.ui.widgets.footer import CommandFooter
from briefreader.ui.widgets.line_pane import LinePane

Answer = tuple[CorrectedField, tuple[str, ...] | None]
"""A field and what the reader says of it; ``None`` leaves it to the engine."""

_CLOSING = "Enter keeps it · Esc closes"
_WANTED: dict[CorrectedField, str] = {
    "published": "a date: write it like 2026-11-22 or 2026-11-22T08:00",
    "next_step": "a day: write it like 2026-11-22",
}
_HINTS: dict[CorrectedField, str] = {
    "parties": f"Names separated by semicolons · {_CLOSING}",
    "published": f"Such as 2026-11-22 or 2026-11-22T08:00; nothing if it is unknown\n{_CLOSING}",
    "next_step": f"Such as 2026-11-22; nothing if it is unknown\n{_CLOSING}",
}


class CorrectScreen(ModalScreen[Answer | None], OneAnswer[Answer | None]):
    """Gives the reader's answer; the library keeps it."""

    HEARS: ClassVar[tuple[Where, ...]] = ("correct", "moving", "app")
    BINDINGS = bindings_of("correct")

    def __init__(self, brief: Brief, now: datetime, *, leads: bool) -> None:
        super().__init__()
        self._brief, self._now, self._leads = brief, now, leads

    def compose(self) -> ComposeResult:
        with Container(classes="dialog -tall") as box:
            box.border_title = Content("Correct what the engine says")
            yield LinePane(id="corrections")
            yield CommandFooter("moving", "correct", "app")

    def on_mount(self) -> None:
        pane = self.query_one(LinePane)
        pane.show(lambda width: correction_lines(self._brief, width, self._now, leads=self._leads))
        pane.focus()
        pane.cursor = first_choice(self._brief)

    @on(LinePane.Chosen)
    def _choose(self, message: LinePane.Chosen) -> None:
        if isinstance(message.target, Choice):
            what, _, value = str(message.target.value).partition(":")
            if what == "stage":
                self.dismiss(("stage", () if value == NO_NEGOTIATION else (value,)))
            elif what == "engine":
                self.dismiss((cast("CorrectedField", value), None))
            else:
                self._ask(cast("CorrectedField", value))

    def _ask(self, field: CorrectedField) -> None:
        present = "; ".join(values_of(self._brief, field))
        ask = AskScreen(FIELD_LABELS[field], present, _HINTS[field], problem=lambda text: self._problem(field, text))
        self.app.push_screen(ask, lambda text: self._typed(field, text))

    def _problem(self, field: CorrectedField, text: str) -> str:
        """Why this cannot be taken; "" if it can."""
        try:
            self._read(field, text)
        except ValueError:
            return f"{one_line(text)} is not {_WANTED[field]}"
        return ""

    def _typed(self, field: CorrectedField, text: str | None) -> None:
        if text is not None:
            self.dismiss((field, self._read(field, text)))

    def _read(self, field: CorrectedField, text: str) -> tuple[str, ...]:
        """What was typed as a correction says it. Raises ValueError for what is no date."""
        if field == "parties":
            return tuple(name for part in text.split(";") if (name := one_line(part).strip()))
        return (_iso(text, self._now, with_hour=field == "published"),) if text else ()

    def action_correct_choose(self) -> None:
        self.query_one(LinePane).action_choose()

    def action_correct_close(self) -> None:
        self.dismiss(None)


def _iso(text: str, now: datetime, *, with_hour: bool) -> str:
    """A typed day as ISO 8601, or a moment, in the reader's time zone where it names none. Raises ValueError for another."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        if not with_hour:
            raise
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)).isoformat()

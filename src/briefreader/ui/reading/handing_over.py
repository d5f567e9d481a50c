"""Handing over: to the browser, to the clipboard, to files."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.links import web_address
from briefreader.model import Story
from briefreader.safety import clean_text
from briefreader.store.records import Query
from briefreader.ui.browser import open_in_browser
from briefreader.ui.reading.ruling import RuleMaking
from briefreader.ui.reading.view import KEPT


class HandingOver(RuleMaking):
    """Gives what is read to other programs."""

    _piped_to = ""
    """The command that a brief was piped to last."""

    def action_browser(self) -> None:
        address = self._address()
        if address is None:
            self.reader.tell("This article has no web address")
        elif open_in_browser(address):
            self.reader.tell(f"Opened {address}")
        else:
            self.reader.tell("No web browser was found: set BROWSER to one", severity="warning")

    def action_copy_link(self) -> None:
        address = self._address()
        if address is None:
            self.reader.tell("This article has no web address")
        else:
            self._copy(address, "the link")

    def action_copy_brief(self) -> None:
        from briefreader.export.markdown import story_markdown

        story = self.story_here()
        if story:
            self._copy(story_markdown(story.story), "the brief")

    def _address(self) -> str | None:
        """The shown article's web address, safe to open."""
        story = self.story_here()
        return web_address(story.article.url) if story else None

    def _copy(self, text: str, what: str) -> None:
        self.app.copy_to_clipboard(clean_text(text))
        self.reader.tell(f"Copied {what}")

    def action_pipe(self) -> None:
        """Give the brief, or those of the selection as one document, to a command that the reader types."""
        from briefreader.export.documents import day_document
        from briefreader.export.markdown import story_markdown
        from briefreader.ui.screens.pipe import PipeScreen

        chosen = self._chosen_stories()
        if chosen:
            one = len(chosen) == 1
            text = story_markdown(chosen[0]) if one else day_document(chosen, "md", self.now().date())
            what = "the brief" if one else f"{len(chosen)} briefs"
            dialog = PipeScreen(clean_text(text), what, self._piped_to or self.settings.pipe)
            self.app.push_screen(dialog, lambda words: self._piped(dialog.command, words))

    def _piped(self, command: str, words: str | None) -> None:
        self._piped_to = command
        if words:
            self.reader.tell(words)

    def _chosen_stories(self) -> list[Story]:
        """The selected stories in the order of the list, or the one under the cursor."""
        chosen = [self._story(story_id) for story_id in self._selected()]
        story = self.story_here()
        return chosen or ([story.story] if story else [])

    def _selected(self) -> Sequence[int]:
        """The selected stories in the order of the list."""
        return self.library.story_ids(Query(among=tuple(self.stories.selected)))

    def action_export(self) -> None:
        selected = self._selected()
        here = [story_id for story_id in [self.stories.story_id] if story_id is not None]
        self._open_export({"the selected": selected} if selected else {"the story": here})

    def action_export_kept(self) -> None:
        """The same, of what was kept: where the end screen leads to."""
        self._open_export({})

    def _open_export(self, chosen: dict[str, Sequence[int]]) -> None:
        from briefreader.ui.screens.export import ExportScreen

        today = Query(kept_since=self.now().replace(hour=0, minute=0, second=0, microsecond=0))
        kept = {"kept today": self.library.story_ids(today), "all kept": self.library.story_ids(KEPT.base)}
        self.app.push_screen(
            ExportScreen({**chosen, **kept}, self._story, self.settings.export_folder, self.now()),
            lambda words: self.reader.tell(words) if words else None,
        )

    def _story(self, story_id: int) -> Story:
        return self.library.story(story_id)

"""Handing over: to the browser, to the clipboard, to files."""

from __future__ import annotations

from briefreader.links import web_address
from briefreader.model import Story
from briefreader.safety import clean_text
from briefreader.ui.browser import open_in_browser
from briefreader.ui.screens.finding import Finding
from briefreader.ui.view import KEPT


class HandingOver(Finding):
    """Gives what is read to other programs."""

    def action_browser(self) -> None:
        address = self._address()
        if address is None:
            self.reader.tell("This article has no web address", severity="warning")
        elif open_in_browser(address):
            self.reader.tell(f"Opened {address}")
        else:
            self.reader.tell("No web browser was found: set BROWSER to one", severity="warning")

    def action_copy_link(self) -> None:
        address = self._address()
        if address is None:
            self.reader.tell("This article has no web address", severity="warning")
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

    def action_export(self) -> None:
        from briefreader.ui.screens.export import ExportScreen

        chosen = [self._story(story_id) for story_id in self.stories.ids if story_id in self.stories.selected]
        story = self.story_here()
        if not chosen and story:
            chosen = [story.story]
        self.app.push_screen(
            ExportScreen(chosen, self._kept, self.settings.export_folder, self.now()),
            lambda words: self.reader.tell(words) if words else None,
        )

    def _kept(self) -> list[Story]:
        return [self._story(story_id) for story_id in self.library.story_ids(KEPT.base)]

    def _story(self, story_id: int) -> Story:
        return self.library.story(story_id)

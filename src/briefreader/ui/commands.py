"""The one table of commands: key bindings, footer, help, command palette, docs/keys.md and the README all come from it.

A command's ``id`` is its name in the configuration's ``[keys]`` and, with underscores, the action that does it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Where = Literal[
    "app", "reading", "moving", "sources", "time line", "export", "starter", "rules", "find", "correct", "typed list", "split"
]
"""Where a command's keys are heard: everywhere, on the reading screen, in any list or text, or on one other screen."""


@dataclass(frozen=True, slots=True)
class Command:
    """``keys`` are separated by commas; ``footer`` is the place there, 0 for none; ``palette`` the title there, "" for none.

    ``first`` commands are heard before anything else, also when the next keys are typed already.
    """

    id: str
    keys: str
    label: str
    help: str
    where: Where
    footer: int = 0
    palette: str = ""
    first: bool = False

    @property
    def action(self) -> str:
        """The Textual action: ``pane-2`` is ``pane(2)``, ``next-unread`` is ``next_unread``."""
        name, _, last = self.id.rpartition("-")
        return f"{name}({last})" if last.isdigit() else self.id.replace("-", "_")


COMMANDS: tuple[Command, ...] = (
    # -- moving about, in every list and text
    Command("down", "j,down", "Down", "Move down one line", "moving", footer=1),
    Command("up", "k,up", "Up", "Move up one line", "moving", footer=1),
    Command("top", "g,home", "Top", "Go to the first line", "moving"),
    Command("bottom", "G,end", "Bottom", "Go to the last line", "moving"),
    Command("half-page-down", "ctrl+d", "Half page down", "Move down half a page", "moving"),
    Command("half-page-up", "ctrl+u", "Half page up", "Move up half a page", "moving"),
    Command("page-down", "pagedown,ctrl+f", "Page down", "Move down a page", "moving"),
    Command("page-up", "pageup,ctrl+b", "Page up", "Move up a page", "moving"),
    Command(
        "choose", "enter", "Open", "Open the story; on a claim or a point, go to the sentence it rests on", "moving", footer=10
    ),
    # -- reading
    Command(
        "read-on",
        "space",
        "Read on",
        "Read on; at the end of the article, mark it read and go to the next unread",
        "reading",
        2,
        "Read on",
    ),
    Command("next-unread", "n", "Next", "Go to the next unread story", "reading", 3, "Next unread story"),
    Command(
        "previous-unread", "p", "Previous unread", "Go to the previous unread story", "reading", 0, "Previous unread story"
    ),
    Command("scroll-down", "J", "Scroll down", "Scroll the article down, wherever you are", "reading"),
    Command("scroll-up", "K", "Scroll up", "Scroll the article up, wherever you are", "reading"),
    Command("newer", "]", "Next article", "Show the next article of the same story", "reading", 0, "Next article of the story"),
    Command(
        "older",
        "[",
        "Previous article",
        "Show the previous article of the same story",
        "reading",
        0,
        "Previous article of the story",
    ),
    Command(
        "time-line",
        "t",
        "Time line",
        "Show how the negotiation came to where it stands",
        "reading",
        11,
        "Time line of the story",
    ),
    Command("articles", "i", "Articles", "List the story's articles, and open one", "reading", 0, "Articles of the story"),
    Command(
        "jump-back",
        "ctrl+o,alt+left",
        "Jump back",
        "Go back to where you were before the last jump; again for the one before",
        "reading",
        0,
        "Jump back",
    ),
    Command(
        "jump-forward", "alt+o,alt+right", "Jump forward", "Go forward again after jumping back", "reading", 0, "Jump forward"
    ),
    Command("back", "escape", "Back", "Go back: out of a pane, a selection, a search, a filter", "reading"),
    Command("leave", "q", "Back, quit", "Go back; where there is nothing to go back from, quit", "reading"),
    # -- triage
    Command("read", "r", "Read", "Mark the story read, or unread again", "reading", 5, "Mark read or unread"),
    Command("read-all", "A", "All read", "Mark all listed stories read", "reading", 0, "Mark all listed stories read"),
    Command("done", "a", "Done", "Mark the story done: it leaves the list at the next refresh", "reading", 4, "Mark done"),
    Command("done-above", "{", "Done above", "Mark all stories above done", "reading", 0, "Mark all above done"),
    Command("done-below", "}", "Done below", "Mark all stories below done", "reading", 0, "Mark all below done"),
    Command("star", "s", "Star", "Keep the story, or let it go", "reading", 6, "Star: keep the story"),
    Command(
        "hide-source",
        "H",
        "Hide source",
        "List nothing more of this source until tomorrow",
        "reading",
        0,
        "Hide the source for today",
    ),
    Command(
        "watch",
        "w",
        "Watch",
        "Watch a party or a word: its stories are marked, and you hear when their stage changes",
        "reading",
        0,
        "Watch",
    ),
    Command("mute", "m", "Mute", "Mute a word or a party: its stories are not listed any more", "reading", 0, "Mute"),
    Command("rules", "W", "Rules", "Show what is watched and muted", "reading", 0, "Rules: watched and muted"),
    # -- by hand
    Command(
        "correct",
        "c",
        "Correct",
        "Correct the stage, the parties or a date; in the article's pane those of that article",
        "reading",
        0,
        "Correct the stage, parties or dates",
    ),
    Command(
        "merge",
        "M",
        "Merge",
        "Merge the selected stories, or this one with another that you choose",
        "reading",
        0,
        "Merge stories",
    ),
    Command("split", "X", "Split", "Split articles off into a story of their own", "reading", 0, "Split the story"),
    Command("select", "v", "Select", "Select the story, or take it out of the selection", "reading", 16, "Select or unselect"),
    Command("undo", "u", "Undo", "Take the last step back; again for the one before", "reading", 7, "Undo"),
    # -- finding
    Command("find", "/", "Find", "Search all stories as you type", "reading", 8, "Find", first=True),
    Command(
        "stage-filter",
        "f",
        "Stage",
        "Show only stories of the next stage that there is; at the end, all again",
        "reading",
        15,
        "Filter by stage",
    ),
    Command(
        "unread-view",
        "U",
        "Unread/all",
        "Show unread stories only, or all that are not done",
        "reading",
        0,
        "Unread stories, or all",
    ),
    *(
        Command(f"view-{n}", f"alt+{n}", f"View {n}", f"Show saved view {n} of the configuration", "reading")
        for n in range(1, 10)
    ),
    # -- handing over
    Command("browser", "o", "Browser", "Open the article in the web browser", "reading", 0, "Open in the browser"),
    Command("copy-link", "y", "Copy link", "Copy the article's address", "reading", 0, "Copy the link"),
    Command("copy-brief", "Y", "Copy brief", "Copy the story's brief as Markdown", "reading", 0, "Copy the brief"),
    Command(
        "full-text",
        "x",
        "Full text",
        "Fetch the whole article where the feed gave only a teaser",
        "reading",
        0,
        "Fetch the full text",
    ),
    Command(
        "pipe",
        "|",
        "Pipe",
        "Give the brief (of the selection, if there is one) to a command",
        "reading",
        0,
        "Pipe the brief to a command",
    ),
    Command("export", "e", "Export", "Export the story, the selection or all kept stories", "reading", 12, "Export"),
    # -- panes and other screens
    Command("next-pane", "tab,l,right", "Next pane", "Go to the next pane", "reading"),
    Command("previous-pane", "shift+tab,h,left", "Previous pane", "Go to the previous pane", "reading"),
    Command("pane-1", "1", "Stories", "Go to the stories", "reading"),
    Command("pane-2", "2", "Article", "Go to the article", "reading"),
    Command("pane-3", "3", "Negotiation", "Go to the negotiation", "reading"),
    Command("pane-4", "4", "Key points", "Go to the key points", "reading"),
    Command("pane-5", "5", "Evidence", "Go to the evidence", "reading"),
    Command("zoom", "z", "Zoom", "Give this pane the whole screen, or give it back", "reading", 17, "Zoom this pane"),
    Command("refresh", "R", "Refresh", "Fetch what is new; while it runs, stop it", "reading", 13, "Refresh"),
    Command("add-source", "+", "Add source", "Subscribe to a feed, a site or a folder", "reading", 0, "Add a source"),
    Command("sources", "S", "Sources", "Show the sources and how they are", "reading", 14, "Sources"),
    # -- everywhere
    Command("help", "?", "Help", "Show the keys of where you are", "app", 9, "Help"),
    Command("palette", ":,ctrl+p", "Commands", "Find any command by name", "app", 18),
    Command("quit", "Q", "Quit", "Quit now", "app", 0, "Quit"),
    Command("quit-anywhere", "ctrl+q", "Quit", "Quit now, also out of a dialog", "app", first=True),
    # -- the line in which a search is typed
    Command("find-keep", "enter", "Keep what was found", "Keep what was found, and go to the stories", "find", 1),
    Command("find-leave", "escape", "Take the search back", "Take the search back", "find", 2),
    # -- the sources screen
    Command("sources-add", "+,a", "Add", "Subscribe to a feed, a site or a folder", "sources", 1),
    Command("sources-rename", "r", "Rename", "Give the source another name", "sources", 2),
    Command("sources-tag", "t", "Tag", "Change the source's tags", "sources", 3),
    Command("sources-pause", "p", "Pause", "Pause the source, or go on with it", "sources", 4),
    Command(
        "sources-hide", "H", "Hide today", "List nothing more of this source until tomorrow, or list it again", "sources", 5
    ),
    Command("sources-remove", "d", "Remove", "Unsubscribe; kept articles stay", "sources", 6),
    Command("sources-undo", "u", "Undo", "Take the last step back: a removed source comes back", "sources", 7),
    Command("sources-refresh", "R", "Refresh", "Fetch the source now", "sources", 8),
    Command("sources-back", "q,escape", "Back", "Back to the stories", "sources", 9),
    # -- the rules
    Command("rules-show", "enter", "Show", "List the stories that the rule finds", "rules", 1),
    Command("rules-watch", "w,a", "Watch", "Watch a party or a word", "rules", 2),
    Command("rules-mute", "m", "Mute", "Mute a word or a party", "rules", 3),
    Command("rules-remove", "d", "Remove", "Take the rule away", "rules", 4),
    Command("rules-undo", "u", "Undo", "Take the last step back", "rules", 5),
    Command("rules-back", "q,escape", "Back", "Back to the stories", "rules", 6),
    # -- the time line and the list of a story's articles
    Command("close", "q,escape", "Back", "Back to the story", "time line", 1),
    # -- a list with a line above it to type in: help, the palette, merging
    Command("typed-choose", "enter", "Take", "Take what is under the cursor", "typed list", 1),
    Command("typed-down", "down", "Down", "Go to the next line", "typed list", 2),
    Command("typed-up", "up", "Up", "Go to the line before", "typed list", 3),
    Command("typed-page-down", "pagedown", "Page down", "Go a page down", "typed list"),
    Command("typed-page-up", "pageup", "Page up", "Go a page up", "typed list"),
    Command("typed-close", "escape,q", "Close", "Close without taking anything; q where nothing is typed", "typed list", 4),
    # -- correcting, splitting
    Command("correct-choose", "space", "Take", "Take this answer, or change this field", "correct", 1),
    Command("correct-close", "q,escape", "Close", "Close without correcting", "correct", 2),
    Command("split-tick", "space", "Tick", "Tick the article, or untick it", "split", 1),
    Command("split-off", "enter,X", "Split", "Split off the ticked articles, or the one under the cursor", "split", 2),
    Command("split-close", "q,escape", "Close", "Close without splitting", "split", 3),
    # -- the export dialog
    Command("export-write", "enter,w", "Write", "Write the files", "export", 1),
    Command("export-what", "s", "What", "Export what was chosen, or all kept stories", "export", 2),
    Command("export-form", "f", "Format", "Markdown, HTML or JSON", "export", 3),
    Command("export-folder", "o", "Folder", "Change the folder", "export", 4),
    Command("export-copy", "y", "Copy", "Copy all of it as one document", "export", 5),
    Command("export-close", "q,escape", "Close", "Close without exporting", "export", 6),
    # -- choosing feeds to start with
    Command("starter-tick", "space", "Tick", "Tick the feed, or untick it", "starter", 1),
    Command("starter-add", "a", "Add ticked", "Subscribe to the ticked feeds", "starter", 2),
    Command("starter-back", "q,escape", "Back", "Add none", "starter", 3),
)

PANE_FOOTER: tuple[tuple[str, str], ...] = (
    ("down", "Move"),
    ("choose", "To the sentence"),
    ("back", "Back"),
    ("next-pane", "Next pane"),
    ("zoom", "Zoom"),
    ("help", "Help"),
    ("read-on", "Read on"),
    ("next-unread", "Next"),
    ("done", "Done"),
    ("star", "Star"),
    ("undo", "Undo"),
    ("time-line", "Time line"),
    ("correct", "Correct"),
    ("jump-back", "Jump back"),
)
"""What the footer shows while a pane beside the list has the focus: a command and what it is called there."""
ARTICLE_FOOTER: tuple[tuple[str, str], ...] = (
    ("down", "Scroll"),
    ("read-on", "Read on"),
    ("back", "Back"),
    ("next-unread", "Next"),
    ("done", "Done"),
    ("star", "Star"),
    ("undo", "Undo"),
    ("help", "Help"),
    ("older", "Older"),
    ("newer", "Newer article"),
    ("full-text", "Full text"),
    ("browser", "Browser"),
    ("copy-link", "Copy link"),
    ("zoom", "Zoom"),
)
"""The same while the article has it."""

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}


def commands_of(*places: Where) -> list[Command]:
    """The commands that are heard in any of these places, in the order of the table."""
    return [command for command in COMMANDS if command.where in places]

"""A reader that is killed in the middle: refreshes and triages, and says on its output what was reported as saved."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from briefreader.store.records import Fetched, Mark
from briefreader.store.sqlite import open_library
from library_sample import NOW, brief_all, entry


def main(path: str, number: str) -> None:
    """Store, brief, group and mark for ever; every line of output is a promise."""
    with open_library(Path(path)) as library:
        for turn in range(1_000_000):
            name = f"{number}.{turn}"
            source = library.add_source(f"https://{name}.example/feed", "feed", now=NOW)
            entries = [replace(entry(f"{name}.{each}"), title=f"Story {name}.{each}") for each in range(5)]
            library.save_fetch(source.id, Fetched(tuple(entries)), NOW)
            say(f"stored {source.id}")
            story_id = library.story_ids()[0]
            library.mark(Mark.STARRED, True, story_ids=[story_id])
            say(f"kept {library.story_articles(story_id)[0].id}")
            brief_all(library, stage="stalled", parties=("Union", "Port"), group=turn % 2 == 0)
            say(f"briefed {turn}")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])

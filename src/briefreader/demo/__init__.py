"""The bundled sample: 23 articles in 8 stories, told by invented outlets about invented countries, companies and people.

``data`` holds them as they would come in: a saved feed with full texts, web pages with their furniture, pasted text, Markdown
and a newsletter. They run from Monday 2 March to Friday 13 March 2026; ``demo_inputs`` can move them to the reader's own days.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib import resources
from pathlib import Path

from briefreader.demo.dates import moved

LAST_DAY = date(2026, 3, 13)
"""The day of the latest article."""


@contextmanager
def demo_inputs(today: date | None = None) -> Iterator[tuple[str, ...]]:
    """Lend the paths of the sample's files, in order of name, until the block is left.

    With ``today``, every date in them is moved by the same number of whole weeks, so that weekdays stay true and the latest
    article is less than a week old; without it, or on an earlier day than the sample's own, the files are as they were written.
    """
    weeks = max(0, (today - LAST_DAY).days // 7) if today else 0
    with tempfile.TemporaryDirectory(prefix="briefreader-demo-") as folder:
        paths = []
        for file in resources.files(__package__).joinpath("data").iterdir():
            path = Path(folder, file.name)
            path.write_text(moved(file.read_text(encoding="utf-8"), weeks), encoding="utf-8", newline="")
            paths.append(str(path))
        yield tuple(sorted(paths))

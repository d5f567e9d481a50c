"""What the reader says of articles against the engine: kept apart from the briefs, so that a newer engine finds it again."""

from __future__ import annotations

import json
from sqlite3 import Connection

from briefreader.model import Brief, Correction


def applied(connection: Connection, article_id: int, brief: Brief) -> Brief:
    """The engine's brief of an article as the reader corrected it; the same one where nothing was corrected."""
    corrections = of_article(connection, article_id)
    if not corrections:
        return brief
    from briefreader.text.negotiation.corrected import corrected  # not at the start: it brings the whole engine

    return corrected(brief, corrections)


def of_article(connection: Connection, article_id: int) -> tuple[Correction, ...]:
    """The reader's corrections of an article, the stage first; ``applied`` says what the engine answers to each."""
    rows = connection.execute(
        "SELECT field, new, at FROM corrections WHERE article_id = ? ORDER BY field <> 'stage', field", (article_id,)
    )
    return tuple(Correction(field, tuple(json.loads(new)), (), at) for field, new, at in rows)

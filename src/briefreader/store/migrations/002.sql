-- Articles of which the feed gave but a teaser, whose page is to be fetched by the reader's rule; tried once.
CREATE TABLE teasers (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    tried      INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX teasers_waiting ON teasers (article_id DESC) WHERE NOT tried;

-- For retention: the articles that came first.
CREATE INDEX articles_by_arrival ON articles (seen);

-- Until when a server asked to be left alone (Retry-After): obeyed even where the reader names the source.
ALTER TABLE sources ADD COLUMN asked_until INTEGER;

-- What the reader says of articles against the engine; new is JSON, at ISO 8601. A newer engine's brief finds it again.
CREATE TABLE corrections (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    field      TEXT NOT NULL,
    new        TEXT NOT NULL,
    at         TEXT NOT NULL,
    PRIMARY KEY (article_id, field)
) WITHOUT ROWID;

-- Restored corrections of articles that have not come yet, or not been briefed; as waiting_marks.
CREATE TABLE waiting_corrections (
    address BLOB NOT NULL,
    entry   BLOB NOT NULL,
    field   TEXT NOT NULL,
    new     TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (address, entry, field)
) WITHOUT ROWID;

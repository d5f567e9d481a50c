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

-- Until when a source's articles are not listed, because the reader does not want them today.
ALTER TABLE sources ADD COLUMN hidden_until INTEGER;

-- When the reader kept an article, to export what was kept today. SQLite's clock, so that no way of marking forgets it.
ALTER TABLE marks ADD COLUMN kept_at INTEGER;
CREATE TRIGGER marks_kept_at_once AFTER INSERT ON marks WHEN new.starred BEGIN
    UPDATE marks SET kept_at = strftime('%s', 'now') WHERE article_id = new.article_id;
END;
CREATE TRIGGER marks_kept AFTER UPDATE OF starred ON marks WHEN new.starred AND NOT old.starred BEGIN
    UPDATE marks SET kept_at = strftime('%s', 'now') WHERE article_id = new.article_id;
END;

-- The rules that the reader made on the screen: which stories are not listed (mute), which are marked (watch).
CREATE TABLE rules (
    id   INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,  -- in the query language
    UNIQUE (kind, text)
);

-- For the stage filter: few stories are about a negotiation.
CREATE INDEX stories_at_stage ON stories (stage, last DESC, id DESC, done, unread, starred, briefed, articles)
WHERE articles > 0 AND stage IS NOT NULL;

-- For counting what is listed: few stories are done and unread again.
CREATE INDEX stories_unread_again ON stories (id) WHERE done AND unread > 0;

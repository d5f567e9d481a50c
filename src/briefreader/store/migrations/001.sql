-- Moments are whole seconds since 1970, UTC. What came in never changes; what the reader says of it stands apart, in marks.

CREATE TABLE sources (
    id            INTEGER PRIMARY KEY,
    address       TEXT NOT NULL UNIQUE,
    kind          TEXT NOT NULL,
    title         TEXT,                        -- the feed's own, from its last good fetch
    name          TEXT,                        -- the reader's, which wins
    tags          TEXT NOT NULL DEFAULT '[]',  -- JSON
    paused        INTEGER NOT NULL DEFAULT 0,
    gone          INTEGER NOT NULL DEFAULT 0,
    removed       INTEGER NOT NULL DEFAULT 0,  -- unsubscribed, but undo can bring it back
    added         INTEGER NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    last_success  INTEGER,
    last_error    TEXT,
    failures      INTEGER NOT NULL DEFAULT 0,
    next_try      INTEGER,
    interval      INTEGER
);

-- The columns after told say what the list shows; they follow from the articles and marks, and are renewed with them.
CREATE TABLE stories (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice: forwards point at it
    name      TEXT NOT NULL UNIQUE,        -- the id that is shown outside; stays for ever
    pinned    INTEGER NOT NULL DEFAULT 0,  -- merged or split by hand: regrouping leaves it alone
    told      INTEGER NOT NULL DEFAULT 0,  -- 0: its articles have changed since it was last told
    title     TEXT NOT NULL,
    stage     TEXT,
    direction TEXT,
    analysed  INTEGER NOT NULL DEFAULT 1,
    briefed   INTEGER NOT NULL DEFAULT 0,
    site      TEXT,
    sites     INTEGER NOT NULL DEFAULT 1,
    articles  INTEGER NOT NULL DEFAULT 1,
    unread    INTEGER NOT NULL DEFAULT 1,
    starred   INTEGER NOT NULL DEFAULT 0,
    done      INTEGER NOT NULL DEFAULT 0,
    last      INTEGER NOT NULL
);
CREATE INDEX stories_listed ON stories (last DESC, id DESC, done, unread, starred, stage, briefed, articles) WHERE articles > 0;
CREATE INDEX stories_untold ON stories (last DESC) WHERE told = 0 AND briefed;

-- What the header counts, kept up to date by the triggers: counting a hundred thousand stories at every key would be felt.
CREATE TABLE totals (
    stories  INTEGER NOT NULL,
    unread   INTEGER NOT NULL,
    starred  INTEGER NOT NULL,
    done     INTEGER NOT NULL,
    articles INTEGER NOT NULL
);
INSERT INTO totals VALUES (0, 0, 0, 0, 0);
CREATE TRIGGER stories_come AFTER INSERT ON stories BEGIN
    UPDATE totals SET stories = stories + (new.articles > 0), unread = unread + (new.unread > 0),
        starred = starred + new.starred, done = done + new.done, articles = articles + new.articles;
END;
CREATE TRIGGER stories_change AFTER UPDATE OF articles, unread, starred, done ON stories BEGIN
    UPDATE totals SET stories = stories + (new.articles > 0) - (old.articles > 0),
        unread = unread + (new.unread > 0) - (old.unread > 0), starred = starred + new.starred - old.starred,
        done = done + new.done - old.done, articles = articles + new.articles - old.articles;
END;
CREATE TRIGGER stories_go AFTER DELETE ON stories BEGIN
    UPDATE totals SET stories = stories - (old.articles > 0), unread = unread - (old.unread > 0),
        starred = starred - old.starred, done = done - old.done, articles = articles - old.articles;
END;

-- What tell() made of a story, and the order of its articles in it.
CREATE TABLE tellings (
    story_id INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    body     BLOB NOT NULL
);

-- Where a story that another took in can be found.
CREATE TABLE forwards (
    old INTEGER PRIMARY KEY,
    new INTEGER NOT NULL
);
CREATE INDEX forwards_to ON forwards (new);

-- The story as the reader last saw it.
CREATE TABLE looks (
    story_id INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,
    seen     BLOB NOT NULL
);

CREATE TABLE articles (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    story_id  INTEGER NOT NULL REFERENCES stories (id),
    url_key   BLOB NOT NULL,               -- a digest of the address, to know an article that two sources bring
    url       TEXT,
    title     TEXT NOT NULL,
    site      TEXT,
    published TEXT,                        -- as the page says
    sorted    INTEGER NOT NULL,            -- published, or when it was first seen; never in the future
    seen      INTEGER NOT NULL,
    engine    INTEGER NOT NULL DEFAULT 0,  -- the version that made the brief; 0: none yet
    brief_id  INTEGER REFERENCES briefs (id),
    grouped   INTEGER NOT NULL DEFAULT 0,
    hidden    INTEGER NOT NULL DEFAULT 0   -- its source was removed and it is not kept
);
CREATE INDEX articles_of_story ON articles (story_id, sorted);
CREATE INDEX articles_by_brief ON articles (brief_id) WHERE brief_id IS NOT NULL;
CREATE INDEX articles_by_url ON articles (url_key);
CREATE INDEX articles_pending ON articles (engine, sorted DESC) WHERE NOT hidden;
CREATE INDEX articles_ungrouped ON articles (sorted) WHERE NOT grouped AND engine > 0 AND NOT hidden;

-- What a source delivered: the same article from two sources has two entries.
CREATE TABLE entries (
    source_id  INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    key        BLOB NOT NULL,  -- a digest of what identifies the entry in its source
    content    BLOB NOT NULL,  -- a digest of what came, to see a changed file
    article_id INTEGER REFERENCES articles (id) ON DELETE SET NULL,  -- NULL: forgotten, and not to come back
    PRIMARY KEY (source_id, key)
) WITHOUT ROWID;
CREATE INDEX entries_of_article ON entries (article_id);

-- What came in, compressed, so that a better engine can clean and brief it again.
CREATE TABLE originals (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    raw        BLOB NOT NULL
);

-- In the order in which they are made, because rows that are only ever added at the end fill their pages.
CREATE TABLE briefs (
    id       INTEGER PRIMARY KEY,
    body     BLOB NOT NULL,  -- JSON, compressed against the original, whose text it repeats
    features BLOB NOT NULL   -- what of the article decides to which story it belongs
);

CREATE TABLE marks (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    read       INTEGER NOT NULL DEFAULT 0,
    starred    INTEGER NOT NULL DEFAULT 0,
    done       INTEGER NOT NULL DEFAULT 0
);

-- Restored marks of articles that have not come yet; entry is what identifies them in a source, if more than the address does.
CREATE TABLE waiting_marks (
    address BLOB NOT NULL,
    entry   BLOB NOT NULL,
    read    INTEGER NOT NULL,
    starred INTEGER NOT NULL,
    done    INTEGER NOT NULL,
    PRIMARY KEY (address, entry)
) WITHOUT ROWID;

-- Each step that the reader can take back: what it did in words, and how to undo it (JSON, compressed).
CREATE TABLE history (
    id      INTEGER PRIMARY KEY,
    words   TEXT NOT NULL,
    inverse BLOB NOT NULL
);

-- Full text. Contentless: the text stands in briefs, and to take an article out, what went in is given again.
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, parties, site,
    content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search (search, rank) VALUES ('pgsz', 4000);  -- four of its leaves fill a page of ours

-- For grouping: which articles of late say a term.
CREATE TABLE terms (
    term       INTEGER NOT NULL,  -- a digest of the term
    day        INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (term, day, article_id)
) WITHOUT ROWID;

"""What a fetch brings: new entries become articles, each in a story of its own until it is grouped, and are listed at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection

from briefreader.errors import LibraryError
from briefreader.model import Raw
from briefreader.safety import clean_text, one_line
from briefreader.store import articles, correcting, marks, originals, search, stories
from briefreader.store.moments import seconds, sort_time

TITLE_LENGTH = 500
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry, and the digests by which it and its content are known again."""

    raw: Raw
    sorted: int
    key: bytes
    address: bytes
    content: bytes


def save_entries(connection: Connection, source_id: int | None, entries: Sequence[Raw], now: datetime) -> list[int]:
    """Store the entries that are new to the library and give their articles' ids, newest first.

    An entry is known by its id in its source; an address that another source has brought is the same article. What a feed
    gave once never changes; a file that changed is taken again, under the same marks.
    """
    origin, renewable = _origin(connection, source_id)
    arrived = _oldest_first(entries, seconds(now))
    known = _known_entries(connection, source_id, [entry.key for entry in arrived])
    new = [entry for entry in arrived if entry.key not in known]
    shared = _shared(connection, source_id, new)
    created = _create(connection, [entry for entry in new if entry.key not in shared], origin, seconds(now))
    if source_id is not None:
        found = shared | created
        connection.executemany(
            "INSERT INTO entries (source_id, key, content, article_id) VALUES (?, ?, ?, ?)",
            [(source_id, entry.key, entry.content, found[entry.key]) for entry in new],
        )
    renewed = list(_take_again(connection, source_id, arrived, known)) if renewable else []
    connection.executemany("UPDATE articles SET hidden = 0 WHERE id = ?", [(article_id,) for article_id in shared.values()])
    stories.refresh(connection, [*shared.values(), *renewed])
    return [*renewed, *reversed(created.values())]


def _oldest_first(entries: Sequence[Raw], now: int) -> list[_Entry]:
    """Each entry once. A later article gets a higher id so: the search finds the newest by it."""
    found: dict[bytes, _Entry] = {}
    for raw in entries:
        key = originals.entry_key(raw)
        entry = _Entry(raw, sort_time(raw.published, now), key, originals.url_key(raw), originals.digest(raw.content))
        found.setdefault(key, entry)
    newest_first = sorted(found.values(), key=lambda entry: entry.sorted, reverse=True)
    return newest_first[::-1]


def _origin(connection: Connection, source_id: int | None) -> tuple[str, bool]:
    """What the source is called where an entry names no site, and whether its entries can change (files do)."""
    if source_id is None:
        return "", False
    found = connection.execute("SELECT coalesce(name, title, ''), kind FROM sources WHERE id = ?", (source_id,)).fetchone()
    if found is None:
        raise LibraryError("There is no such source (any more): see `briefreader sources`.")
    return found[0], found[1] != "feed"


def _known_entries(
    connection: Connection, source_id: int | None, keys: Sequence[bytes]
) -> dict[bytes, tuple[int | None, bytes]]:
    """Of these entries of the source, those that came before: each with its article and its content's digest."""
    found: dict[bytes, tuple[int | None, bytes]] = {}
    for chunk in _chunks(keys):
        rows = connection.execute(
            f"SELECT key, article_id, content FROM entries WHERE source_id = ? AND key IN ({_marks(chunk)})",
            (source_id, *chunk),
        )
        found |= {key: (article_id, content) for key, article_id, content in rows}
    return found


def _shared(connection: Connection, source_id: int | None, new: Sequence[_Entry]) -> dict[bytes, int]:
    """The entries whose address another source has brought, with its article; of several with one address only the first.

    Some feeds link every entry to one page: what this source itself brought there does not count.
    """
    articles_at: dict[bytes, int] = {}
    for chunk in _chunks([entry.address for entry in new]):
        articles_at |= connection.execute(
            f"SELECT url_key, id FROM articles WHERE url_key IN ({_marks(chunk)}) AND NOT EXISTS "
            "(SELECT 1 FROM entries WHERE source_id = ? AND article_id = articles.id)",
            (*chunk, source_id),
        ).fetchall()
    return {entry.key: articles_at.pop(entry.address) for entry in new if entry.address in articles_at}


def _create(connection: Connection, new: Sequence[_Entry], origin: str, now: int) -> dict[bytes, int]:
    """Give each entry an article in a story of its own."""
    listed = [_listed(entry.raw, origin) for entry in new]
    story_ids = stories.create(
        connection,
        [
            (originals.digest(entry.address + entry.key)[:6].hex(), title, site, entry.sorted)
            for entry, (title, site, _) in zip(new, listed, strict=True)
        ],
    )
    first = stories.next_id(connection, "articles")
    ids = list(range(first, first + len(new)))
    connection.executemany(
        "INSERT INTO articles (id, story_id, url_key, url, title, site, published, sorted, seen) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                article_id,
                story_id,
                entry.address,
                url,
                title,
                site,
                entry.raw.published and clean_text(entry.raw.published),
                entry.sorted,
                now,
            )
            for article_id, story_id, entry, (title, site, url) in zip(ids, story_ids, new, listed, strict=True)
        ],
    )
    connection.executemany(
        "INSERT INTO originals (article_id, raw) VALUES (?, ?)",
        [(article_id, originals.pack(entry.raw)) for article_id, entry in zip(ids, new, strict=True)],
    )
    search.put_in(
        connection,
        [
            (article_id, search.Fields(title=title, site=search.site_words(site, url)))
            for article_id, (title, site, url) in zip(ids, listed, strict=True)
        ],
    )
    identities = [(article_id, entry.address, entry.key) for article_id, entry in zip(ids, new, strict=True)]
    marks.arrived(connection, identities)
    correcting.arrived(connection, identities)
    return {entry.key: article_id for article_id, entry in zip(ids, new, strict=True)}


def _listed(raw: Raw, origin: str) -> tuple[str, str | None, str | None]:
    """What the list shows before there is a brief: title, site and address."""
    title = one_line(raw.title or "") or one_line(raw.url or raw.source) or "Untitled"
    site = one_line(raw.site or origin or search.host(raw.url))
    return title[:TITLE_LENGTH], site[:TITLE_LENGTH] or None, clean_text(raw.url) if raw.url else None


def _take_again(
    connection: Connection, source_id: int | None, arrived: Sequence[_Entry], known: dict[bytes, tuple[int | None, bytes]]
) -> Iterator[int]:
    """Take files that changed again; gives their articles' ids."""
    for entry in arrived:
        article_id, content = known.get(entry.key, (None, b""))
        if article_id is not None and content != entry.content:
            articles.take_again(connection, article_id, entry.raw)
            connection.execute(
                "UPDATE entries SET content = ? WHERE source_id = ? AND key = ?", (entry.content, source_id, entry.key)
            )
            yield article_id


def _chunks(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for start in range(0, len(keys), _CHUNK):
        yield keys[start : start + _CHUNK]


def _marks(values: Sequence[bytes]) -> str:
    return ",".join("?" * len(values))

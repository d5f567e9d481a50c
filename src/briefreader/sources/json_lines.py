"""JSON Lines: one article a line. Lines are read one at a time, so a file may be as long as it likes; a line may not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from briefreader.errors import SourceError
from briefreader.model import Raw
from briefreader.safety import one_line

_CHUNK = 1_000_000
_MAX_TITLE = 500


def read_json_lines(stream: IO[bytes], source: str, limit: int) -> Iterator[tuple[str, Raw | SourceError]]:
    """Give for each line that is not empty its name (the record's ``id``, else ``SOURCE:LINE``) and the article, or why not."""
    for number, line in _numbered(stream, limit):
        name = f"{source}:{number}"
        try:
            record = _record(line, number, limit)
            name = _name(record) or name
            yield name, _raw(record, name, number)
        except SourceError as error:
            yield name, error


def _numbered(stream: IO[bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers from 1; ``None`` for one that is longer than ``limit``. Nothing longer is ever held."""
    number = 0
    while True:
        line = stream.readline(limit + 1)
        if not line:
            return
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield number, line


def _record(line: bytes | None, number: int, limit: int) -> dict[str, Any]:
    if line is None:
        raise SourceError(f"line {number} is too large: more than {limit // 1_000_000} MB")
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except RecursionError:
        raise SourceError(f"line {number} is nested too deeply") from None
    except UnicodeDecodeError:
        raise SourceError(f"line {number} is not UTF-8") from None
    except ValueError as error:
        raise SourceError(f"line {number} is not JSON: {one_line(str(error))[:200]}") from None
    if not isinstance(record, dict):
        raise SourceError(f"line {number} is not an object with a text or html")
    return record


def _name(record: dict[str, Any]) -> str | None:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return str(value)
    return (one_line(value)[:2_000] or None) if isinstance(value, str) else None


def _raw(record: dict[str, Any], name: str, number: int) -> Raw:
    markup, text = _text(record, "html", number), _text(record, "text", number)
    if markup is None and text is None:
        raise SourceError(f'line {number} has neither "text" nor "html"')
    content = markup if markup is not None else text or ""
    title, site, published = (_line(record, key, number) for key in ("title", "site", "published"))
    return Raw(
        source=name,
        content=content.encode("utf-8", "ignore"),
        media_type="text/plain" if markup is None else "text/html",
        charset="utf-8",
        fragment=markup is not None and "<body" not in markup.lower() and "<html" not in markup.lower(),
        id=name,
        url=_line(record, "url", number),
        title=title[:_MAX_TITLE] if title else None,
        published=_moment(published),
        site=site,
        group=_group(record, number),
    )


def _text(record: dict[str, Any], key: str, number: int) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise SourceError(f'line {number}: "{key}" must be a text')
    return value


def _line(record: dict[str, Any], key: str, number: int) -> str | None:
    value = _text(record, key, number)
    return (one_line(value) or None) if value else None


def _group(record: dict[str, Any], number: int) -> str | None:
    value = record.get("group")
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _line(record, "group", number)


def _moment(text: str | None) -> str | None:
    from briefreader.sources.dates import moment

    return moment(text)

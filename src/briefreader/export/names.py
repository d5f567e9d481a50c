"""A file's name for a title that somebody else wrote."""

from __future__ import annotations

import hashlib
import re
import unicodedata

MAX_BYTES = 100
_APOSTROPHE = re.compile("['’ʼ]")
_NOT_A_WORD = re.compile(r"[\W_]+")


def export_name(title: str | None, *, identity: str, suffix: str = ".md") -> str:
    """Give a name of at most 100 bytes that no file system minds: the title's words and a hash of ``identity``.

    The words are letters and digits of any script, in lower case, parted by hyphens. Two identities never share a name, and
    since a hash follows the words, none is a name that Windows reserves.
    """
    mark = f"-{hashlib.sha256(identity.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}{suffix}"
    plain = _APOSTROPHE.sub("", unicodedata.normalize("NFKC", title or "").casefold())
    words = _NOT_A_WORD.sub("-", plain).strip("-")
    room = MAX_BYTES - len(mark)
    slug = unicodedata.normalize("NFC", words).encode("utf-8", "ignore")[:room].decode("utf-8", "ignore").strip("-")
    return f"{slug or 'untitled'}{mark}"

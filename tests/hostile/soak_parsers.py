"""The long form of the tests of hostile input: damage feeds, pages, lists and addresses at random until the time is up.

    python tests/hostile/soak_parsers.py [SECONDS] [SEED]

Every input must give a result or a ``SourceError`` of one printable line, within two seconds; if not, it is shown and this
ends with 1.
"""

from __future__ import annotations

import random
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

sys.path.insert(0, str(Path(__file__).parents[1] / "sources"))

from feed_samples import JSON_FEED, XML_FEEDS

from briefreader.errors import SourceError
from briefreader.sources.address import as_typed, mask, normal, split
from briefreader.sources.dates import moment
from briefreader.sources.feeds import find_feeds, parse_feed
from briefreader.sources.opml import read_opml
from briefreader.sources.places import private_places
from briefreader.sources.redirects import redirected

LONGEST = 2.0
LIST = b'<opml><body><outline text="a"><outline xmlUrl="http://e.example/" category="x,/y/z"/></outline></body></opml>'
SAMPLES = [*XML_FEEDS.values(), JSON_FEED, LIST]
MARKUP = b"""< > & ]]> <![CDATA[ <!-- --> <item> </item> <entry> <media:group> <dc:date> &nbsp; &#0; &#xd800; &#99999999999;
{ [ null \\ud800 xml:base='http://[' type='xhtml'"""
PIECES = [*MARKUP.split(), b"\0", b"\x1b", b"\xff", b"\xc2\x85", b"\xef\xbb\xbf"]
CHARSETS = [None, "utf-8", "utf-16", "latin-1", "rot13", "shift_jis", "idna", "utf-7", "x" * 50]
PARTS = "http: https: / // : @ [ ] ? # % .. \\ 127.0.0.1 ::1 localhost xn-- 99999 -1 ü ａ 。 ~ * a"
BITS = [*PARTS.split(), " ", "\t", "\0", "\ud800"]
HOME = "http://reader:secret@e.example/x"


def damaged(chance: random.Random) -> bytes:
    """One of the samples with up to eight wounds."""
    content = bytearray(chance.choice(SAMPLES))
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(content) + 1)
        wound = chance.choice(["insert", "delete", "replace", "repeat"])
        if wound == "insert":
            content[place:place] = chance.choice(PIECES)
        elif wound == "delete":
            del content[place : place + chance.randint(1, 40)]
        elif wound == "replace":
            content[place : place + 1] = bytes([chance.randrange(256)])
        else:
            other = chance.randrange(len(content) + 1)
            content[place:place] = content[other : other + chance.randint(1, 200)]
    return bytes(content)


def tasks(chance: random.Random) -> Iterator[tuple[object, Callable[[], object]]]:
    """Inputs without end, each with what is to be done with it."""
    while True:
        content, charset = damaged(chance), chance.choice(CHARSETS)
        url = chance.choice(["http://e.example/feed", "", "http://["])
        yield content, lambda: parse_feed(content, charset=charset, url=url)  # noqa: B023 (done before the next round)
        yield content, lambda: find_feeds(content, charset=charset, url="http://e.example/")  # noqa: B023 (as above)
        yield content, lambda: read_opml(content)  # noqa: B023 (as above)
        address = chance.choice(["", "http://"]) + "".join(chance.choices(BITS, k=chance.randint(1, 9)))
        for do in (as_typed, normal, mask, moment, lambda typed: private_places([typed])):
            yield address, lambda: do(address)  # noqa: B023 (as above)
        location = address.encode("utf-8", "replace").decode("latin-1")
        yield address, lambda: redirected(split(HOME), location, split(HOME))  # noqa: B023 (as above)


def main(seconds: float, seed: int) -> int:
    began, count = monotonic(), 0
    for given, do in tasks(random.Random(seed)):
        start = monotonic()
        if start - began > seconds:
            break
        count += 1
        try:
            do()
        except SourceError as error:
            well = str(error).isprintable() and "secret" not in str(error)
        except Exception:
            traceback.print_exc()
            well = False
        else:
            well = True
        if not well or monotonic() - start > LONGEST:
            print(f"input {count} of seed {seed}, {monotonic() - start:.1f} s: {given!r}")
            return 1
    print(f"{count} inputs, all well")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 600, int(sys.argv[2]) if len(sys.argv) > 2 else 1))

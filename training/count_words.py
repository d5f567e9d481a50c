"""Counts in how many news articles each word stands, and writes src/briefreader/text/data/document_frequency.tsv.

    python training/count_words.py FOLDER_OF_TEXTS ... -o src/briefreader/text/data/document_frequency.tsv

Each folder (or .jsonl file with a ``text`` a line) is one collection; of each collection at most ``--most`` articles count, so
that none outvotes the others. What is written are counts of words, no text.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from math import log
from pathlib import Path

from briefreader.text.words import term, words

STOP = """
a about above after again against all also am an and any are as at be because been before being below between both but
by can could did do does doing down during each even few for from further had has have having he her here him himself
his how i if in into is it its itself just like made make many may me might more most much must my new no nor not now of
off on once one only or other our out over own per same say said says she should since so some such than that the their
them then there these they this those through to too two told tell under until up upon us very wa was were we went what
when where which while who whom why will with would yet you your yesterday today tomorrow monday tuesday wednesday
thursday friday saturday sunday according added year day week month time last first people mr mrs ms dr it's i'm don't
that's he's we're there's didn't doesn't isn't wasn't won't can't couldn't wouldn't i've we've they're you're around
back get got go going way well still take took come came
"""


def articles(collection: Path) -> Iterator[str]:
    if collection.suffix == ".jsonl":
        for line in collection.read_text("utf-8").splitlines():
            yield json.loads(line)["text"]
    else:
        for path in sorted(collection.rglob("*.txt")):
            yield path.read_text("utf-8", errors="replace")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("collections", nargs="+", type=Path)
    arguments.add_argument("-o", "--output", type=Path, required=True)
    arguments.add_argument("--most", type=int, default=4000, help="articles of one collection that count")
    arguments.add_argument("--words", type=int, default=14_000, help="words kept, the commonest first")
    given = arguments.parse_args()

    counts: Counter[str] = Counter()
    documents = 0
    for collection in given.collections:
        texts = list(articles(collection))
        random.Random(7).shuffle(texts)  # noqa: S311  (a sample, no secret)
        for text in texts[: given.most]:
            documents += 1
            counts.update({term(word) for word in words(text)})
        sys.stderr.write(f"{collection}: {len(texts)} articles\n")

    stop = {term(word) for word in STOP.split()}
    kept = [
        (name, count) for name, count in counts.most_common() if name not in stop and len(name) > 1 and not name[0].isdigit()
    ]
    steps: dict[int, list[str]] = {}
    for name, count in kept[: given.words]:
        step = round(1.25 ** round(log(count, 1.25)))
        steps.setdefault(step, []).append(name)
    lines = [
        "# In how many news articles a word stands, in steps of a quarter. Made by training/count_words.py, see there.",
        f"articles\t{documents}",
        "stop\t" + " ".join(sorted(stop)),
    ]
    lines += [f"{step}\t{' '.join(sorted(names))}" for step, names in sorted(steps.items(), reverse=True)]
    given.output.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

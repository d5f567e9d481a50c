"""Gathers articles with their editors' or writers' summaries from public repositories, for train_keypoints.py.

    python training/gather_articles.py FOLDER -o articles.jsonl

FOLDER holds the repositories named below as OWNER+NAME (git clones, bare or not); those that are missing are cloned there.
Nothing of theirs is kept in this one. A line of the output: ``id``, ``set``, ``text``, ``refs``.

What others judge summarisers by is left out: half of the validation articles (by a hash of their id), and every article of
REALSumm (Bhandari et al., 2020) and of the freelance writers' summaries (Zhang et al., 2023), told by their runs of words.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

Record = dict[str, Any]

# Set, repository, path, the columns of the article and of its summary.
SOURCES = [
    (
        "cnn",
        "hillaryke/rag-optimization-cnn-dailymail",
        "data/collection/cnn_dailymail_validation_subset.csv",
        "article highlights",
    ),
    ("cnn-later", "MANUJMEHROTRA/model_hosting_e2e_decoder", "data/cnn_dailymail_test.csv", "article highlights"),
    ("mail", "EileenFeng/Text-Summarization-NLP", "data/train_sample.zip", "article highlights"),
    ("mail", "DesixMimi/Text-Summarization", "data/cnn_dailymail.csv", "text y"),
]
NEVER_TRAINED_ON = [
    ("neulab/REALSumm", "selected_docs_for_human_eval/abs/ptr_generator/src.txt"),
    ("Tiiiger/benchmark_llm_summarization", "writer_summaries.json"),
]
RUN = 8  # words
QUOTED = 0.1  # share of its runs of words that an article may have in common with those that judge,
SAME = 0.95  # and with those that are gathered already
FEWEST_WORDS = 40

_HEAD_OF_A_PAGE = re.compile(r"(?s)^By ?\. .{0,200}?(?:PUBLISHED|UPDATED|Last updated).{0,160}?\d{4} ?\. (?:\| ?\. )?")
_PARTED_STOP = re.compile(r"(?<=[^\s.]) (?=[.,?!](?:\s|$))")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("-o", "--output", type=Path, required=True)
    given = arguments.parse_args()
    csv.field_size_limit(10**9)

    judging = set(chain.from_iterable(runs(text) for text in judged(given.folder)))
    seen: set[int] = set()
    lines = []
    for name, repository, path, columns in SOURCES:
        found = kept = 0
        for record in records(blob(given.folder, repository, path), path, columns):
            found += 1
            own = runs(record["text"])
            if len(own) < FEWEST_WORDS or not record["refs"][0] or is_held_out(name, record["id"]):
                continue
            if len(own & judging) >= QUOTED * len(own) or len(own & seen) >= SAME * len(own):
                continue
            seen |= own
            kept += 1
            lines.append(json.dumps({**record, "set": name}, ensure_ascii=False))
        sys.stderr.write(f"{name}: {kept} of {found} articles of {repository}\n")
    given.output.write_text("\n".join(lines) + "\n", "utf-8")


def blob(folder: Path, repository: str, path: str) -> bytes:
    clone = folder / repository.replace("/", "+")
    if not clone.exists():
        address = f"https://github.com/{repository}"
        subprocess.run(["git", "clone", "--quiet", "--depth", "1", "--bare", address, str(clone)], check=True)  # noqa: S603, S607
    git = next(
        found.parent for found in (clone / "HEAD", *sorted(clone.glob("**/HEAD"))) if (found.parent / "objects").exists()
    )
    shown = subprocess.run(["git", "--git-dir", str(git), "show", f"HEAD:{path}"], check=True, capture_output=True)  # noqa: S603, S607
    return shown.stdout


def records(data: bytes, path: str, columns: str) -> Iterator[Record]:
    if path.endswith(".zip"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        data = archive.read(archive.namelist()[0])
    article, summary = columns.split()
    for row in csv.DictReader(io.StringIO(data.decode("utf-8", "replace").replace("\0", ""))):
        text, points = plain(row.get(article) or ""), plain(row.get(summary) or "")
        name = row.get("id") or hashlib.sha1(text.encode()).hexdigest()  # noqa: S324  (a name, no secret)
        yield {"id": name, "text": _HEAD_OF_A_PAGE.sub("", text), "refs": [points]}


def plain(text: str) -> str:
    """Undo what tokenisers did to stops; keep the lines, of which each is a point."""
    lines = (" ".join(_PARTED_STOP.sub("", line).split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def judged(folder: Path) -> Iterator[str]:
    for repository, path in NEVER_TRAINED_ON:
        data = blob(folder, repository, path).decode("utf-8")
        if path.endswith(".json"):
            yield from {record["article"] for record in json.loads(data)}
        else:
            yield from data.splitlines()


def is_held_out(name: str, identity: str) -> bool:
    """Whether the article belongs to the half of the validation articles that others score with."""
    return name == "cnn" and int(hashlib.sha1(identity.encode()).hexdigest(), 16) % 2 == 1  # noqa: S324


def runs(text: str) -> set[int]:
    """Give the text's runs of eight words as numbers."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {hash(tuple(words[i : i + RUN])) for i in range(len(words) - RUN + 1)}


if __name__ == "__main__":
    main()

"""Trains how plainly a sentence tells a side's position and writes src/briefreader/text/negotiation/data/plainness.tsv.

    python training/train_demands.py LABELLED …                cross-validated scores only
    python training/train_demands.py LABELLED … -o src/briefreader/text/negotiation/data/plainness.tsv

LABELLED: a folder with ``labels.jsonl`` (an article a line, with ``id`` and ``demands``, each with its ``sentence``) and
``texts/ID.txt``. It is labelled or fetched by whoever trains and ships with nothing. Needs numpy.

Method: a logistic regression over ``fields/plainness.py``, drawn to what the table says we judged each measure to count; a
sentence is as plain as its plainest cue makes it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from briefreader.model import Raw
from briefreader.text.clean import clean
from briefreader.text.negotiation import negotiation_status, status
from briefreader.text.negotiation.fields import demands, plainness
from briefreader.text.negotiation.fields.holders import Holders
from briefreader.text.negotiation.tables import lines_of
from briefreader.text.sentences import sentences

FOLDS, ROUNDS = 8, 3
RIDGE = 8.0
STEPS = 30
TABLE = files("briefreader.text.negotiation").joinpath("data/plainness.tsv")
Row = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Labelled:
    """An article's sentences as rows of measures, one row a cue, whether each was labelled, and the labels."""

    sentences: list[str]
    rows: list[Row]
    labels: list[bool]
    gold: list[str]
    names: list[str]
    given: dict[str, Any]


def read(folder: Path) -> list[Labelled]:
    found = []
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        gold = [demand["sentence"] for demand in label.get("demands") or []]
        if label["is_negotiation"] and gold:
            found.append(labelled((folder / "texts" / f"{label['id']}.txt").read_bytes(), gold))
    return [article for article in found if article is not None]


def labelled(text: bytes, gold: list[str]) -> Labelled | None:
    """What the program measures in an article, seen where it asks for the demands."""
    given: dict[str, Any] = {}

    def watch(lines: Any, finder: Any, cast: Any, book: Any) -> tuple[()]:
        given.update(lines=lines, finder=finder, cast=cast, book=book)
        return ()

    article = clean(Raw("labelled.txt", text, "text/plain"))
    with patch.object(status, "demands_in", watch):
        negotiation_status(article, sentences(article))
    if not given:
        return Labelled([], [], [], gold, [], {})
    holders = Holders(given["finder"], given["cast"], given["book"])
    by_sentence = [found for found in demands.positions_in(given["lines"], holders, given["book"]) if found]
    names = list(by_sentence[0][0].measured) if by_sentence else []
    texts = [positions[0].demand.sentence for positions in by_sentence]
    rows = [np.array([list(position.measured.values()) for position in positions]) for positions in by_sentence]
    return Labelled(texts, rows, [any(same(text, one) for one in gold) for text in texts], gold, names, given)


def same(claimed: str, gold: str) -> bool:
    """Whether two sentences are one: three fifths of the shorter one's words, and four at least."""
    ours, theirs = (set(re.findall(r"[a-z0-9]+", text.lower())) for text in (claimed, gold))
    return len(ours & theirs) >= max(4, 0.6 * min(len(ours), len(theirs)))


def judged(names: list[str]) -> Row:
    """What we judged each measure to count, before any article was labelled."""
    said = {cells[0]: float(cells[1]) for _, cells in lines_of(TABLE.read_text(encoding="utf-8"))}
    return np.array([said[name] for name in names])


def fit(articles: list[Labelled], start: Row) -> Row:
    rows = [(rows, label) for article in articles for rows, label in zip(article.rows, article.labels, strict=True)]
    weights = start
    for _ in range(STEPS):
        plainest = np.array([cues[int(np.argmax(cues @ weights))] for cues, _ in rows])
        chances = 1 / (1 + np.exp(-plainest @ weights))
        slope = plainest.T @ (np.array([label for _, label in rows], float) - chances) - RIDGE * (weights - start)
        curve = (plainest.T * (chances * (1 - chances))) @ plainest + RIDGE * np.eye(len(weights))
        weights = weights + 0.5 * np.linalg.solve(curve, slope)
    return weights


def counts(articles: list[Labelled], weights: dict[str, float]) -> Row:
    """Demands found, given beside them, and missed, as the program chooses them with these weights."""
    found = beside = missed = 0
    with patch.object(plainness, "_weights", lambda: weights):
        for article in articles:
            given = article.given
            told = demands.demands_in(given["lines"], given["finder"], given["cast"], given["book"]) if given else ()
            left = [demand.sentence for demand in told]
            for gold in article.gold:
                hit = next((text for text in left if same(text, gold)), None)
                if hit is None:
                    missed += 1
                else:
                    found += 1
                    left.remove(hit)
            beside += len(left)
    return np.array([found, beside, missed])


def cross_validated(articles: list[Labelled], names: list[str], start: Row) -> Row:
    total = np.zeros(3)
    for seed in range(ROUNDS):
        shuffled = [articles[place] for place in np.random.RandomState(seed).permutation(len(articles))]
        for fold in range(FOLDS):
            rest = [article for place, article in enumerate(shuffled) if place % FOLDS != fold]
            total += counts(shuffled[fold::FOLDS], dict(zip(names, fit(rest, start), strict=True)))
    return total / ROUNDS


def told(found: Row) -> str:
    score = 2 * found[0] / (2 * found[0] + found[1] + found[2])
    return f"F1 {score:.3f} (found {found[0]:.1f}, beside {found[1]:.1f}, missed {found[2]:.1f})"


def table_with(weights: dict[str, float]) -> str:
    """The table as it stands, with these weights."""
    lines = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[0] in weights:
            cells[2] = f"{weights[cells[0]]:.2f}"
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("labelled", nargs="+", type=Path)
    arguments.add_argument("--unseen", nargs="*", type=Path, default=[], help="folders to score only")
    arguments.add_argument("-o", dest="output", type=Path)
    asked = arguments.parse_args()
    articles = [article for folder in asked.labelled for article in read(folder)]
    names = next(article.names for article in articles if article.names)
    start = judged(names)
    report = [f"{len(articles)} articles, as judged: {told(counts(articles, dict(zip(names, start, strict=True))))}"]
    report.append(f"cross-validated: {told(cross_validated(articles, names, start))}")
    weights = dict(zip(names, fit(articles, start), strict=True))
    report.append(f"on themselves: {told(counts(articles, weights))}")
    report += [f"{folder.name}: {told(counts(read(folder), weights))}" for folder in asked.unseen]
    report += [f"  {name:18} {weight:6.2f}" for name, weight in weights.items()]
    sys.stdout.write("\n".join(report) + "\n")
    if asked.output:
        asked.output.write_text(table_with(weights), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Trains which sentence decides and writes src/briefreader/text/negotiation/data/deciding.tsv.

    python training/train_deciding.py LABELLED …                cross-validated scores only
    python training/train_deciding.py LABELLED … -o src/briefreader/text/negotiation/data/deciding.tsv

LABELLED: a folder with ``labels.jsonl`` (an article a line, with ``id``, ``stage`` and ``evidence``; also right are its
``decision_evidence`` and, where the stage is "scheduled", its ``next_step``) and ``texts/ID.txt``. It is labelled or fetched by
whoever trains and ships with nothing. Needs numpy.

Method: a conditional logistic regression over ``stage/deciding.py``: of an article's sentences a labelled one is to weigh
most. It is drawn to what the table says we judged each measure to count.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from briefreader.model import Raw
from briefreader.text.clean import clean
from briefreader.text.negotiation import negotiation_status, status
from briefreader.text.negotiation.stage.deciding import measures
from briefreader.text.negotiation.tables import lines_of
from briefreader.text.sentences import sentences

FOLDS, ROUNDS = 8, 3
RIDGE, STEPS, STEP = 8.0, 400, 0.02
TABLE = files("briefreader.text.negotiation").joinpath("data/deciding.tsv")
Row = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Labelled:
    """An article's sentences as rows of measures, and whether each was labelled."""

    names: list[str]
    rows: Row
    labels: Row


def read(folder: Path) -> list[Labelled]:
    """The articles in which the program finds a negotiation."""
    found = []
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        gold = [label.get("evidence"), label.get("decision_evidence")]
        gold += [label.get("next_step")] if label["stage"] == "scheduled" else []
        if label["is_negotiation"]:
            text = (folder / "texts" / f"{label['id']}.txt").read_bytes()
            found.append(labelled(text, [sentence for sentence in gold if sentence]))
    return [article for article in found if article is not None]


def labelled(text: bytes, gold: Sequence[str]) -> Labelled | None:
    """What the program measures in an article, seen where it asks for the deciding sentence."""
    seen: list[Labelled] = []

    def watch(stage: Any, votes: Any, lines: Any, cast: Any, finder: Any) -> str:
        measured = measures(stage, votes, lines, cast, finder)
        rows = np.array([list(each.values()) for each in measured])
        labels = np.array([any(same(line.text, sentence) for sentence in gold) for line in lines])
        seen.append(Labelled(list(measured[0]), rows, labels))
        return str(lines[0].text)

    article = clean(Raw("labelled.txt", text, "text/plain"))
    with patch.object(status, "deciding_sentence", watch):
        negotiation_status(article, sentences(article))
    return seen[0] if seen else None


def same(claimed: str, gold: str) -> bool:
    """Whether two sentences are one: three fifths of the shorter one's words, and four at least; neither far the longer."""
    ours, theirs = (re.findall(r"[a-z0-9]+", text.lower()) for text in (claimed, gold))
    shared = len(set(ours) & set(theirs))
    return len(ours) <= 2.5 * len(theirs) + 10 and shared >= max(4, 0.6 * min(len(set(ours)), len(set(theirs))))


def judged(names: list[str]) -> Row:
    """What we judged each measure to count, before any article was labelled."""
    said = {cells[0]: float(cells[1]) for _, cells in lines_of(TABLE.read_text(encoding="utf-8"))}
    return np.array([said[name] for name in names])


def fit(articles: list[Labelled], start: Row) -> Row:
    weights = start
    for _ in range(STEPS):
        slope = -RIDGE * (weights - start)
        for article in articles:
            if article.labels.any():
                chances = shares(np.exp(article.rows @ weights))
                slope = slope + article.rows.T @ (shares(chances * article.labels) - chances)
        weights = weights + STEP * slope
    return weights


def shares(weights: Row) -> Row:
    return np.asarray(weights / weights.sum())


def hits(articles: list[Labelled], weights: Row) -> int:
    return sum(bool(article.labels[int(np.argmax(article.rows @ weights))]) for article in articles)


def cross_validated(articles: list[Labelled], start: Row) -> float:
    total = 0
    for seed in range(ROUNDS):
        shuffled = [articles[place] for place in np.random.RandomState(seed).permutation(len(articles))]
        for fold in range(FOLDS):
            rest = [article for place, article in enumerate(shuffled) if place % FOLDS != fold]
            total += hits(shuffled[fold::FOLDS], fit(rest, start))
    return total / ROUNDS


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
    arguments.add_argument("-o", dest="output", type=Path)
    asked = arguments.parse_args()
    folders = {folder.name: read(folder) for folder in asked.labelled}
    articles = [article for found in folders.values() for article in found]
    names = articles[0].names
    start = judged(names)
    weights = fit(articles, start)
    report = [f"{len(articles)} articles, as judged: {hits(articles, start)}"]
    report.append(f"cross-validated: {cross_validated(articles, start):.1f}; on themselves: {hits(articles, weights)}")
    for name, found in folders.items():
        others = [article for other, theirs in folders.items() if other != name for article in theirs]
        without = hits(found, fit(others, start)) if others else 0
        report.append(f"{name}: {len(found)} articles, as judged {hits(found, start)}, trained on the others {without}")
    report += [f"  {name:18} {weight:6.2f}" for name, weight in zip(names, weights, strict=True)]
    sys.stdout.write("\n".join(report) + "\n")
    if asked.output:
        asked.output.write_text(table_with(dict(zip(names, weights, strict=True))), encoding="utf-8")


if __name__ == "__main__":
    main()

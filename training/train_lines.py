"""Trains the scores of a pasted page's lines and writes src/briefreader/text/clean/data/line_weights.json.

    python training/train_lines.py PAGES.jsonl                 cross-validated scores only
    python training/train_lines.py PAGES.jsonl -o src/briefreader/text/clean/data/line_weights.json

PAGES.jsonl: a page a line, with ``page`` (the visible text of the whole page) and ``article`` (the gold text of its article).
It is fetched by whoever trains and ships with nothing. Needs numpy.

Method: a logistic regression over ``measures.py``. A line is the article's if most of its four-word shingles stand there.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from briefreader.text.clean.drafts import Draft
from briefreader.text.clean.furniture.phrases import drop_furniture
from briefreader.text.clean.pasted.lines import drafts_of
from briefreader.text.clean.pasted.measures import measures
from briefreader.text.clean.pasted.scores import LineScores
from briefreader.text.clean.stretch import best_stretch

FOLDS = 5
WORD = re.compile(r"[\u3040-\u9fff]|\w+")
RIDGE = 30.0
STEPS = 12
Matrix = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Page:
    drafts: list[Draft]
    article: str
    measured: Matrix
    labels: Matrix
    weights: Matrix


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[start : start + 4]) for start in range(max(1, len(words) - 3)))


def flattened(text: str) -> str:
    return f" {' '.join(WORD.findall(text))} "


def read(path: Path) -> tuple[list[str], list[Page]]:
    names: list[str] = []
    pages: list[Page] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        drafts = drafts_of(record["page"])
        drop_furniture(drafts)
        found = measures(drafts)
        if not found:
            continue
        names = list(found[0])
        gold, flat = set(shingles(record["article"])), flattened(record["article"])
        labels = [stands_in(draft.text, gold, flat) for draft in drafts]
        # Each page counts for a little more than a line: else the few with thousands of comments decide.
        weights = [min(60, draft.words) ** 0.5 / len(drafts) ** 0.3 for draft in drafts]
        rows = [[line[name] for name in names] for line in found]
        pages.append(Page(drafts, record["article"], np.array(rows), np.array(labels), np.array(weights)))
    return names, pages


def stands_in(text: str, gold: set[tuple[str, ...]], flat: str) -> float:
    found = shingles(text)
    if len(WORD.findall(text)) <= 3:
        return float(flattened(text) in flat)
    return float(sum(count for shingle, count in found.items() if shingle in gold) > found.total() / 2)


def fit(names: list[str], pages: list[Page]) -> LineScores:
    """Newton's method on standardised measures, with a ridge that keeps the weights small."""
    rows = np.vstack([page.measured for page in pages])
    labels = np.concatenate([page.labels for page in pages])
    weights = np.concatenate([page.weights for page in pages])
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    inputs = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    found = np.zeros(inputs.shape[1])
    ridge = np.diag([RIDGE] * len(names) + [0.0])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(inputs @ found, -30, 30)))
        slope = inputs.T @ (weights * (labels - chance)) - ridge @ found
        curve = (inputs * (weights * chance * (1 - chance))[:, None]).T @ inputs + ridge
        found += np.linalg.solve(curve, slope)
    raw = found[:-1] / spread
    return LineScores(
        float(round(found[-1] - raw @ mean, 4)),
        {name: float(round(weight, 4)) for name, weight in zip(names, raw, strict=True)},
    )


def score(model: LineScores, pages: list[Page]) -> tuple[float, float]:
    """Mean precision and recall of four-word shingles of the best stretch."""
    precisions, recalls = [], []
    for page in pages:
        start, end = best_stretch(model.of(page.drafts))
        got = shingles("\n".join(draft.text for draft in page.drafts[start:end] if not draft.removed_by))
        gold = shingles(page.article)
        shared = (got & gold).total()
        precisions.append(shared / max(1, got.total()))
        recalls.append(shared / max(1, gold.total()))
    return statistics.mean(precisions), statistics.mean(recalls)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    arguments = parser.parse_args()
    names, pages = read(arguments.pages)
    found = []
    for fold in range(FOLDS):
        model = fit(names, [page for number, page in enumerate(pages) if number % FOLDS != fold])
        found.append(score(model, pages[fold::FOLDS]))
    precision, recall = (statistics.mean(values) for values in zip(*found, strict=True))
    sys.stdout.write(f"precision {precision:.3f} recall {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}\n")
    if arguments.output:
        model = fit(names, pages)
        arguments.output.write_text(
            json.dumps({"bias": model.bias, "weights": model.weights}, indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()

"""Trains what is about a negotiation and writes src/briefreader/text/negotiation/data/about.tsv.

    python training/train_about.py OTHER.jsonl LABELLED …       cross-validated scores only
    python training/train_about.py OTHER.jsonl LABELLED … -o src/briefreader/text/negotiation/data/about.tsv

LABELLED: a folder with ``labels.jsonl`` (an article a line, with ``id`` and ``is_negotiation``) and ``texts/ID.txt``.
OTHER: the day's news as it comes, a line with ``title`` and ``text`` each, and ``is_negotiation`` where somebody looked
whether it is one after all. Both are labelled or fetched by whoever trains and ship with nothing. Needs numpy.

Method: a ridge logistic regression over ``stage/about.py``; a labelled article counts as four others. The bias is then
set so that one in a hundred and fifty others is taken for a negotiation.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from briefreader.model import Article, Block, Raw
from briefreader.text.clean import clean
from briefreader.text.negotiation import load_codebook
from briefreader.text.negotiation.sentence.reading import read_article
from briefreader.text.negotiation.stage.about import measures_of
from briefreader.text.negotiation.stage.weighing import votes_of
from briefreader.text.negotiation.tables import lines_of
from briefreader.text.sentences import sentences

TABLE = files("briefreader.text.negotiation").joinpath("data/about.tsv")
FOLDS, ROUNDS = 5, 60
RIDGE, LABELLED_COUNTS = 3.0, 4.0
FALSE_ALARMS = 1 / 150
Row = np.ndarray[Any, Any]


def others(path: Path) -> Iterator[tuple[Article, bool]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        paragraphs = (" ".join(part.split()) for part in told["text"].split("\n") if part.strip())
        blocks = tuple(Block("paragraph", paragraph) for paragraph in paragraphs)
        yield Article("other", blocks, title=told["title"]), told.get("is_negotiation", False)


def labelled(folder: Path) -> Iterator[tuple[Article, bool]]:
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        text = (folder / "texts" / f"{label['id']}.txt").read_bytes()
        yield clean(Raw("labelled.txt", text, "text/plain")), bool(label["is_negotiation"])


def measured(articles: Iterator[tuple[Article, bool]]) -> tuple[Row, Row]:
    """The measures of the articles, a row each, and whether each is about a negotiation; plain sport and trials left out."""
    book = load_codebook()
    rows, found = [], []
    for article, about in articles:
        lines = read_article(article, sentences(article), book)
        row = measures_of(votes_of(lines, book), lines, book)
        if row is not None:
            rows.append(list(row.values()))
            found.append(about)
    return np.array(rows), np.array(found)


def fit(rows: Row, about: Row, counts: Row) -> Row:
    """The weights, by Newton's method on rows brought to one scale; the first is the bias and is not drawn to nothing."""
    scale = np.where(rows.std(0) > 0, rows.std(0), 1.0)
    scaled = rows / scale
    weights = np.zeros(rows.shape[1])
    ridge = RIDGE * np.eye(len(weights))
    ridge[0, 0] = 0.0
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (counts * (chances - about)) + ridge @ weights
        curve = (scaled * (counts * chances * (1 - chances))[:, None]).T @ scaled + ridge
        weights = weights - np.linalg.solve(curve, slope)
    return np.asarray(weights / scale)


def with_bias(weights: Row, rows: Row, about: Row) -> Row:
    """The weights, moved so that the wanted share of other news lies above nothing."""
    surest = np.sort(rows[~about] @ weights)[::-1]
    moved = weights.copy()
    moved[0] -= surest[int(FALSE_ALARMS * len(surest))]
    return moved


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=Path)
    parser.add_argument("labelled", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args()
    other, about = measured(others(given.other))
    sets = [measured(labelled(folder)) for folder in given.labelled]

    def trained(chosen: Sequence[tuple[Row, Row]]) -> Row:
        rows = np.concatenate([other, *(rows for rows, _ in chosen)])
        told = np.concatenate([about, *(told for _, told in chosen)])
        counts = np.concatenate([np.ones(len(other)), np.full(len(rows) - len(other), LABELLED_COUNTS)])
        return with_bias(fit(rows, told, counts), other, about)

    for left_out, (rows, told) in enumerate(sets):
        weights = trained([each for place, each in enumerate(sets) if place != left_out])
        found = rows @ weights >= 0
        recall, alarms = found[told].mean(), found[~told].sum()
        sys.stderr.write(f"{given.labelled[left_out].name}: recall {recall:.3f}, {alarms} of {(~told).sum()} others\n")
    weights = trained(sets)
    table = TABLE.read_text(encoding="utf-8")
    for number, (_, cells) in zip(weights, lines_of(table), strict=True):
        table = table.replace("\t".join(cells), "\t".join([cells[0], f"{number:.2f}", cells[2]]))
    if given.output:
        given.output.write_text(table, encoding="utf-8")
    else:
        sys.stdout.write(table)


if __name__ == "__main__":
    main()

"""Trains the ranking model of the key points and writes src/briefreader/text/data/keypoint_ranking.json.

    python training/train_keypoints.py ARTICLES.jsonl                 cross-validated scores only
    python training/train_keypoints.py ARTICLES.jsonl -o src/briefreader/text/data/keypoint_ranking.json

ARTICLES.jsonl: an article a line, with ``text``, ``refs`` (editors' highlights, a line each) and ``set`` (each has its own
scores), as gather_articles.py gives them. It ships with nothing. Needs the dependency group ``training`` (lightgbm, numpy,
nltk, rouge-score).

A sentence's first label is what it brings to a summary: the mean ROUGE-1 plus 1.5 times ROUGE-2 of random three-sentence
summaries that hold it, less the mean of all of them. That is, sampled, its Shapley value in the game "which sentences make
the summary good" (Shapley, 1953). The second says whether the greedy oracle takes it (Nallapati, 2017): what stands beside
the best, not beside the random. Trees for both are added up, those for the second as log odds with a small weight.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from nltk.stem.porter import PorterStemmer
from rouge_score.tokenize import tokenize

from briefreader.model import Article, Block
from briefreader.text.keypoints.choice import candidates_of, key_points
from briefreader.text.keypoints.measures import GROUPS
from briefreader.text.keypoints.ranking import Ranking
from briefreader.text.sentences import sentences

MEASURES = tuple(GROUPS)
ROUNDS = 40
ROUNDS_FOR_ORACLE = 35
WEIGHT_OF_ORACLE = 0.03
MODELS = 2  # of each kind, with different seeds; their mean is what ships
# What the labels miss: they are means over random company, and the points stand beside the best. Chosen by cross-validation.
SLOPES = {"closeness_to_start": (0.01, 0.1), "words": (-0.0004, 22.0)}
WEIGHTS = (1.0, 1.5)  # of ROUGE-1 and ROUGE-2 in the labels
PARAMETERS: dict[str, Any] = {
    "num_leaves": 10,
    "learning_rate": 0.12,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.25,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "verbosity": -1,
    "num_threads": 1,
    "deterministic": True,
}
OF_A_SUMMARY = 3  # sentences
SUMMARIES = 2000  # sampled for each article
STEMMER = PorterStemmer()


@dataclass(frozen=True)
class Example:
    set: str
    article: Article
    reference: tuple[Counter[Any], Counter[Any]]
    measures: np.ndarray[Any, Any]
    labels: np.ndarray[Any, Any]
    in_oracle: np.ndarray[Any, Any]


def grams(tokens: Sequence[str]) -> tuple[Counter[Any], Counter[Any]]:
    return Counter(tokens), Counter(pairwise(tokens))


def tokens_of(text: str) -> list[str]:
    return list(tokenize(text, STEMMER))


def overlap(one: Counter[Any], other: Counter[Any]) -> float:
    """F1, as ROUGE-N counts it."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def rouge(tokens: Sequence[str], reference: tuple[Counter[Any], Counter[Any]]) -> tuple[float, float]:
    found = grams(tokens)
    return overlap(found[0], reference[0]), overlap(found[1], reference[1])


def worth(
    tokens: Sequence[Sequence[str]], reference: tuple[Counter[Any], Counter[Any]], chance: np.random.RandomState
) -> np.ndarray[Any, Any]:
    """Give each sentence's worth; early sentences are drawn more often, as a reader would. All summaries at a time."""
    count = len(tokens)
    if not count:
        return np.zeros(0)
    likely = -np.log1p(0.15 * np.arange(count)) + chance.gumbel(size=(SUMMARIES, count))
    drawn = np.zeros((SUMMARIES, count))
    np.put_along_axis(drawn, np.argpartition(-likely, OF_A_SUMMARY - 1, axis=1)[:, :OF_A_SUMMARY], 1, axis=1)
    value = np.zeros(SUMMARIES)
    for size, (weight, goal) in enumerate(zip(WEIGHTS, reference, strict=True)):
        found = [grams(one)[size] for one in tokens]
        held = drawn @ np.array([[one[gram] for gram in goal] for one in found], dtype=float)
        length = drawn @ np.array([one.total() for one in found], dtype=float)
        value += weight * 2 * np.minimum(held, list(goal.values())).sum(axis=1) / np.maximum(1, length + goal.total())
    times = drawn.sum(axis=0)
    return np.where(times > 0, drawn.T @ value / np.maximum(times, 1) - value.mean(), -0.05)


def oracle(tokens: Sequence[Sequence[str]], reference: tuple[Counter[Any], Counter[Any]]) -> np.ndarray[Any, Any]:
    """Give 1 for the sentences that a greedy choice by ROUGE-1 and ROUGE-2 takes as long as the summary gets better, else 0."""

    def value(places: Sequence[int]) -> float:
        return sum(rouge([token for i in places for token in tokens[i]], reference))

    taken: list[int] = []
    while len(taken) < min(OF_A_SUMMARY, len(tokens)):
        best = max((i for i in range(len(tokens)) if i not in taken), key=lambda i: (value([*taken, i]), -i))
        if value([*taken, best]) <= value(taken):
            break
        taken.append(best)
    return np.isin(np.arange(len(tokens)), taken).astype(float)


def example(record: dict[str, Any], chance: np.random.RandomState) -> Example:
    article = Article(
        source=record.get("id", ""),
        blocks=(Block("paragraph", " ".join(record["text"].split())),),
        title=record.get("title") or None,
    )
    admissible = [one for one in candidates_of(article, sentences(article)) if one.objection is None]
    reference = grams(tokens_of("\n".join(record["refs"])))
    if len(admissible) < 4:  # too few to tell good summaries from bad ones: such an article only tests
        admissible = []
    measures = np.array([[one.measured[name] for name in MEASURES] for one in admissible]).reshape(-1, len(MEASURES))
    tokens = [tokens_of(one.text) for one in admissible]
    labels, in_oracle = worth(tokens, reference, chance), oracle(tokens, reference)
    return Example(record.get("set", ""), article, reference, measures, labels, in_oracle)


def train(examples: Sequence[Example], seed: int) -> str:
    """Give the model as the text of its data file."""
    measures = np.vstack([one.measures for one in examples])
    kinds = [
        ("regression", np.concatenate([one.labels for one in examples]), ROUNDS, 1.0),
        ("binary", np.concatenate([one.in_oracle for one in examples]), ROUNDS_FOR_ORACLE, WEIGHT_OF_ORACLE),
    ]
    trees = []
    for objective, labels, rounds, weight in kinds:
        for i in range(MODELS):
            parameters = {**PARAMETERS, "objective": objective, "seed": MODELS * seed + i}
            model = lightgbm.train(parameters, lightgbm.Dataset(measures, labels), rounds)
            trees += [nodes(tree["tree_structure"], weight / MODELS) for tree in model.dump_model()["tree_info"]]
    return json.dumps({"measures": MEASURES, "slopes": SLOPES, "trees": trees}, separators=(",", ":")) + "\n"


def nodes(root: dict[str, Any], weight: float) -> tuple[tuple[int, float, int, int, float], ...]:
    """Give a tree as a flat list, each node's value the mean of what lies below it, times ``weight``."""
    flat: list[tuple[int, float, int, int, float]] = []

    def add(node: dict[str, Any]) -> int:
        place = len(flat)
        flat.append((-1, 0.0, 0, 0, round(weight * node.get("leaf_value", node.get("internal_value", 0.0)), 6)))
        if "split_feature" in node:
            left, right = add(node["left_child"]), add(node["right_child"])
            flat[place] = (
                node["split_feature"],
                float(f"{node['threshold']:.5g}"),
                left,
                right,
                round(weight * node["internal_value"], 6),
            )
        return place

    add(root)
    return tuple(flat)


def cross_validate(examples: Sequence[Example], folds: int, seeds: Sequence[int]) -> None:
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for seed in seeds:
        order = np.random.RandomState(seed).permutation(len(examples))
        for fold in range(folds):
            held_out = set(order[fold::folds])
            ranking = Ranking.from_json(train([examples[i] for i in order if i not in held_out], seed))
            for i in held_out:
                article = examples[i].article
                points = key_points(article, sentences(article), None, points=3, ranking=ranking)
                found = rouge([token for point in points for token in tokens_of(point.text)], examples[i].reference)
                scores[examples[i].set].append(found)
    for name, found_scores in scores.items():
        mean = 100 * np.mean(found_scores, axis=0)
        error = 100 * np.std(found_scores, axis=0) / np.sqrt(len(found_scores) / len(seeds))
        told = f"ROUGE-1 {mean[0]:.2f} ± {error[0]:.2f}  ROUGE-2 {mean[1]:.2f} ± {error[1]:.2f}"
        sys.stdout.write(f"{folds}-fold, {len(seeds)} times, {len(found_scores) // len(seeds)} articles of {name}: {told}\n")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("articles", type=Path)
    arguments.add_argument("-o", "--output", type=Path)
    arguments.add_argument("--folds", type=int, default=10)
    arguments.add_argument("--seeds", type=int, default=2)
    given = arguments.parse_args()
    chance = np.random.RandomState(0)
    records = [json.loads(line) for line in given.articles.read_text("utf-8").splitlines()]
    examples = [example(record, chance) for record in records]
    cross_validate(examples, given.folds, range(given.seeds))
    if given.output:
        given.output.write_text(train(examples, seed=0), "utf-8")


if __name__ == "__main__":
    main()

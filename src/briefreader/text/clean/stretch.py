"""The best stretch: where the article begins and ends among all that a page says.

Every line or block gets a score, prose above zero and furniture below; the article is the run with the largest sum (Bentley's
maximum-sum segment; for web pages: Pasternack and Roth, "Extracting article text from the web with maximum subsequence
segmentation", 2009).
"""

from __future__ import annotations

from collections.abc import Sequence


def best_stretch(scores: Sequence[float]) -> tuple[int, int]:
    """The half-open range of indexes with the largest sum, the longer of equals; ``(0, 0)`` if no score is above zero."""
    best, best_range = 0.0, (0, 0)
    total, start = 0.0, 0
    for index, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, index
        total += score
        if total > best:
            best, best_range = total, (start, index + 1)
    return best_range

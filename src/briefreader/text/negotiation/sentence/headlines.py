"""Headlines that lost their marks on the way through a web address: "Iran won t meet Sudia s envoy", "U S pact"."""

from __future__ import annotations

import re

_MARKED = re.compile(r"['’.]")
_LOST = (
    (
        re.compile(r"\b(won|don|can|isn|aren|wasn|weren|doesn|didn|hasn|haven|wouldn|couldn|shouldn) t\b", re.IGNORECASE),
        r"\1't",
    ),
    (re.compile(r"\b([A-Za-z]{2,}) s\b"), r"\1's"),
    (re.compile(r"\bU ([SKN])\b"), r"U.\1"),
    (re.compile(r"\b(P[45]) 1\b"), r"\1+1"),
)


def with_marks(headline: str) -> str:
    """Give the headline with its marks, each where its blank was, so that no letter moves. One with marks stays as it is."""
    if not _MARKED.search(headline):
        for lost, marked in _LOST:
            headline = lost.sub(marked, headline)
    return headline

"""Which sentences become the key points."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from briefreader.model import Article, KeyPoint, Negotiation, Sentence
from briefreader.text.keypoints.guards import LEANING, PRONOUN, UNNAMED_SPEAKER, after_connective, objections, tells_no_news
from briefreader.text.keypoints.measures import GROUPS, Vector, cosine, measure, vector
from briefreader.text.keypoints.ranking import Ranking, packaged_ranking
from briefreader.text.words import terms

_LONGEST_ARTICLE = 150  # sentences; what comes after them is never a key point
_SENTENCES_A_POINT = 2  # an article of six sentences has three points at most
_NEAR_REPEAT = 0.45  # cosine
_FOLLOWING = 0.05  # by so much a sentence that opens with a pronoun must be better; it may only follow its forerunner
_NEAR = 2  # sentences around the decisive one, where another may stand in for it
_RUNNING_TEXT = frozenset({"paragraph", "list_item", "quote"})
_REASONS_SHOWN = 4
_WORDS_SHOWN = 3
_SHOWS_WORDS = frozenset({"words that recur", "central to the article"})
_TELLING = 0.001  # a smaller share of the score decides nothing
_AGENCY = r"\((?:CNN|Reuters|AP|AFP|BBC|UPI|Xinhua)[\w ]{0,16}\)"
_DASH = r"(?:--?|—|–|―)"
_DATELINE = re.compile(
    rf"{_AGENCY}\s*{_DASH}?\s*(?=[\"“A-Z0-9])"
    rf"|(?:[A-Z][\w.'’-]{{1,20}},? ){{1,4}}{_AGENCY}(?:\s*{_DASH}\s*)?(?=[\"“A-Z0-9])"
    rf"|[A-Z][A-Z'’.-]{{2,}}[\w .,'’/-]{{0,40}}(?:\([\w ./]{{2,24}}\)\s*)?{_DASH}\s+(?=[\"“A-Z0-9])"
    rf"|[A-Z][\w .,'’-]{{2,40}}\([\w ./]{{2,24}}\)\s*{_DASH}\s*(?=[\"“A-Z0-9])"
)
_DATELINE_BEHIND_A_HEAD = re.compile(rf"{_AGENCY}\s*{_DASH}\s+(?=[\"“A-Z0-9])")
_FARTHEST_DATELINE = 400  # characters

Reasons = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of running text; ``text`` is it without a dateline, ``objection`` why it may not be a point."""

    sentence: Sentence
    text: str
    vector: Vector
    measured: dict[str, float]
    objection: str | None


def key_points(
    article: Article,
    sentences: Sequence[Sentence],
    negotiation: Negotiation | None,
    *,
    points: int = 4,
    why: bool = False,
    ranking: Ranking | None = None,
) -> tuple[KeyPoint, ...]:
    """Give at most ``points`` sentences that carry the article, in its order; fewer where it is short or repeats itself.

    Where the article reports a negotiation, its decisive sentence is among them. With ``why`` each says what decided.
    """
    model = ranking or packaged_ranking()
    candidates = candidates_of(article, sentences)
    scores = [_score(candidates, i, model) for i in range(len(candidates))]
    limit = min(points, max(1, len(candidates) // _SENTENCES_A_POINT))
    decisive = _decisive(candidates, scores, negotiation, limit)
    chosen = _best(candidates, scores, decisive, limit)
    reasons = {i: _reasons(candidates, i, model, decisive=i in decisive) for i in chosen} if why else {}
    return tuple(_point(candidates[i], reasons.get(i, ())) for i in sorted(chosen))


def candidates_of(article: Article, sentences: Sequence[Sentence]) -> list[Candidate]:
    """Give the sentences of running text, admissible or not: the measures need the whole article."""
    running = [s for s in sentences if article.blocks[s.block].kind in _RUNNING_TEXT][:_LONGEST_ARTICLE]
    undated = [_without_dateline(s.text) for s in running]
    texts = [text[after_connective(text) :] for text in undated]
    measured, vectors = measure(texts, f"{article.title or ''} {article.standfirst or ''}")
    kinds = [article.blocks[s.block].kind for s in running]
    reasons = objections(undated, kinds)
    return [Candidate(*parts) for parts in zip(running, texts, vectors, measured, reasons, strict=True)]


def _without_dateline(text: str) -> str:
    dateline = _DATELINE.match(text) or _DATELINE_BEHIND_A_HEAD.search(text, 0, _FARTHEST_DATELINE)
    return text[dateline.end() :] if dateline else text


def _score(candidates: Sequence[Candidate], i: int, model: Ranking) -> float:
    one = candidates[i]
    if tells_no_news(one.text):
        return -inf
    if one.objection is None:
        return model.score(one.measured)
    return model.score(one.measured) - _FOLLOWING if _has_forerunner(candidates, i) else -inf


def _has_forerunner(candidates: Sequence[Candidate], i: int) -> bool:
    """Whether a sentence opens with a pronoun and the one before, of the same paragraph or the last, may be a point."""
    if candidates[i].objection != PRONOUN or i == 0 or candidates[i - 1].objection is not None:
        return False
    return candidates[i].sentence.block - candidates[i - 1].sentence.block <= 1


def _best(candidates: Sequence[Candidate], scores: Sequence[float], decisive: Sequence[int], limit: int) -> list[int]:
    """Give the decisive ones and the best of the others, each unlike those chosen before it."""
    chosen = list(decisive)
    by_score = sorted((i for i in range(len(candidates)) if scores[i] > -inf), key=lambda i: (-scores[i], i))

    def may_join(i: int) -> bool:
        stands = candidates[i].objection is None or i - 1 in chosen
        return stands and i not in chosen and not any(_are_alike(candidates[i], candidates[j]) for j in chosen)

    while len(chosen) < limit and (best := next(filter(may_join, by_score), None)) is not None:
        chosen.append(best)
    return chosen


def _are_alike(one: Candidate, other: Candidate) -> bool:
    return cosine(one.vector, other.vector) >= _NEAR_REPEAT


def _decisive(
    candidates: Sequence[Candidate], scores: Sequence[float], negotiation: Negotiation | None, limit: int
) -> list[int]:
    """Give the sentence that decides the negotiation's stage, or the admissible one that stands in for it."""
    admissible = [i for i, one in enumerate(candidates) if one.objection is None]
    if negotiation is None or not admissible:
        return []
    place = next((i for i, one in enumerate(candidates) if one.sentence.text == negotiation.evidence), None)
    if place is not None and place in admissible:
        return [place]
    if place is not None and candidates[place].objection in LEANING | {UNNAMED_SPEAKER}:
        if limit >= 2 and place - 1 in admissible:
            return [place - 1, place]
        if candidates[place].objection in LEANING and place - 1 not in admissible:
            return [place]
    evidence = vector(terms(negotiation.evidence))
    near = [i for i in admissible if place is not None and abs(i - place) <= _NEAR]
    return [max(near or admissible, key=lambda i: (cosine(evidence, candidates[i].vector), scores[i]))]


def _point(candidate: Candidate, reasons: Reasons) -> KeyPoint:
    sentence = candidate.sentence
    return KeyPoint(candidate.text, sentence.text, sentence.start, sentence.end, sentence.block, reasons)


def _reasons(candidates: Sequence[Candidate], i: int, model: Ranking, *, decisive: bool) -> Reasons:
    """Give what speaks for the point and what against it in words, the strongest first, each with its share of the score."""
    shares: dict[str, float] = defaultdict(float)
    for name, share in model.contributions(candidates[i].measured).items():
        shares[GROUPS[name]] += share
    strongest = sorted(shares.items(), key=lambda item: (-abs(item[1]), item[0]))[:_REASONS_SHOWN]
    told = [(_in_words(group, candidates, i), round(share, 4)) for group, share in strongest if abs(share) >= _TELLING]
    return (*([("decides the negotiation's stage", 1.0)] if decisive else []), *told)


def _in_words(group: str, candidates: Sequence[Candidate], i: int) -> str:
    """Say what of this sentence was measured: "sentence 3 of 28", "words that recur (ferry, strike)"."""
    if group in _SHOWS_WORDS:
        held = {name: sum(name in one.vector for one in candidates) for name in candidates[i].vector}
        most = sorted((name for name, times in held.items() if times > 1), key=lambda name: (-held[name], name))
        return f"{group} ({', '.join(most[:_WORDS_SHOWN])})" if most else group
    measured = candidates[i].measured
    told = {
        "position": f"sentence {i + 1} of {len(candidates)}",
        "length": f"{measured['words']:.0f} words long",
        "numbers": f"numbers: {measured['numbers']:.0f}",
        "quotation": f"{100 * measured['quoted']:.0f} % quoted",
        "what is new": f"{100 * measured['share_new_terms']:.0f} % of its words are new",
    }
    return told.get(group, group)

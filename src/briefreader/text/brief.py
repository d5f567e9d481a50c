"""From an article to its brief: the one door that the command line, the screen and the jobs use."""

from __future__ import annotations

from briefreader.model import Article, Brief
from briefreader.text.instructions import for_people
from briefreader.text.keypoints import key_points
from briefreader.text.language import is_analysed
from briefreader.text.negotiation import Codebook, negotiation_status
from briefreader.text.sentences import sentences


def brief(article: Article, *, points: int = 4, codebook: Codebook | None = None, why: bool = False) -> Brief:
    """Give the article with at most ``points`` key points and the status of the negotiation that it reports, if any.

    With ``why`` each key point says what decided for it and against it.
    """
    if article.error or article.kind != "article":
        return Brief(article)
    analysed = is_analysed(article.language)
    found = for_people(article, sentences(article))
    negotiation = negotiation_status(article, found, codebook) if analysed else None
    return Brief(
        article=article,
        key_points=key_points(article, found, negotiation, points=points, why=why),
        negotiation=negotiation,
        analysed=analysed,
    )

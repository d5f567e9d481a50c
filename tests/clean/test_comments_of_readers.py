"""What readers wrote below an article is no part of it."""

from __future__ import annotations

import pytest
from clean_pages import PARAGRAPHS, TEXT, article, page, read

REMARK = (
    "<div class='r{}'><p>I have crossed on boat {} for years, and nobody has ever asked me what I think of it all.</p></div>"
)
REMARKS = "".join(REMARK.format(number, number) for number in range(9))


@pytest.mark.parametrize(
    "line", ["Comments", "12 comments", "Comments (12)", "Kommentare", "Коментарі (3)", "Komentarze (8) Wyświetl od"]
)
def test_what_stands_under_the_line_goes(line: str) -> None:
    got = read(page(f"{article()}<div><h3>{line}</h3></div><div>{REMARKS}</div>"))
    assert got.text == TEXT
    assert "comments of readers" in {removal.rule for removal in got.removed}


@pytest.mark.parametrize("line", ["Leave a comment", "Comments on the offer were few."])
def test_an_invitation_or_a_sentence_opens_no_discussion(line: str) -> None:
    got = read(page(f"{article()}<div><p>{line}</p></div><article><p>{PARAGRAPHS[1]} So they said.</p></article>"))
    assert "So they said." in got.text


def test_an_article_that_goes_on_below_the_line_is_kept() -> None:
    body = article(f"<p>12 comments</p><p>{PARAGRAPHS[0]} It went on.</p><p>{PARAGRAPHS[1]} And on.</p>")
    assert "And on." in read(page(body)).text

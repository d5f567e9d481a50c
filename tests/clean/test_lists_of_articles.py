"""Lists of the article stay, be their items links or not; lists that lead to other articles go."""

from __future__ import annotations

import pytest
from clean_pages import PARAGRAPHS, TEXT, article, page, read

NAMES = ("Great Holm", "Little Holm", "Port Arlen", "Sand Ness")
HEADLINES = (
    "Fish prices fall for the third week in a row",
    "New pier for Great Holm is delayed again",
    "Council to vote on the winter timetable tonight",
)


def items(texts: tuple[str, ...], form: str) -> str:
    return "<ul>" + "".join(f"<li>{form.format(text)}</li>" for text in texts) + "</ul>"


@pytest.mark.parametrize(
    "form", ["{}", "<a href='/place'>{}</a>", "<p>{}</p>", "<div><a href='/place'>{}</a>, twice a day</div>"]
)
def test_a_list_between_paragraphs_stays(form: str) -> None:
    got = read(page(article(items(NAMES, form))))
    listed = [block.text for block in got.blocks if block.kind == "list_item"]
    assert [text.removesuffix(", twice a day") for text in listed] == list(NAMES)


def test_a_list_of_linked_headlines_goes() -> None:
    got = read(page(article(f"<div class='box'>{items(HEADLINES, '<a href=/other>{}</a>')}</div>")))
    assert got.text == TEXT


def test_questions_and_answers_after_the_article_stay() -> None:
    asked = "<h2>Questions and answers</h2>" + "".join(
        f"<div class='item'><h3>What of stop {name}?</h3><div><p>{PARAGRAPHS[n]} That is the answer for {name}.</p>"
        f"<ul><li>boats from {name} at six</li><li>and at nine from {name}</li></ul></div></div>"
        for n, name in enumerate(NAMES)
    )
    got = read(page(f"<main><div>{article()}</div><div class='answers'>{asked}</div></main>"))
    for name in NAMES:
        assert f"That is the answer for {name}." in got.text
        assert f"boats from {name} at six" in [block.text for block in got.blocks if block.kind == "list_item"]


def test_a_list_said_twice_stays_once() -> None:
    offers = ("a rise of nine percent from the first of May", "two more crew members on every night boat")
    got = read(page(article(items(offers, "{}")).replace("</article>", items(offers, "{}") + "</article>")))
    assert [block.text for block in got.blocks if block.kind == "list_item"] == list(offers)


def test_a_heading_that_links_to_itself_stays() -> None:
    got = read(page(article(f"<h2 id='want'><a href='#want'>What the crews want</a></h2><p>{PARAGRAPHS[0]} It is so.</p>")))
    assert "What the crews want" in [block.text for block in got.blocks if block.kind == "heading"]


def test_a_list_of_headlines_with_beginnings_goes_and_one_of_linked_reports_stays() -> None:
    summary = "The board met on Tuesday and said that the matter would be {}"
    cut = "".join(f"<li><a href='/{n}'>{text}</a> {summary.format('heard again by…')}</li>" for n, text in enumerate(HEADLINES))
    whole = "".join(f"<li><a href='/{n}'>{text}</a> {summary.format('heard again.')}</li>" for n, text in enumerate(HEADLINES))
    assert read(page(article(f"<ul>{cut}</ul>")), url="https://post.example/1").text == TEXT
    got = read(page(article(f"<ul>{whole}</ul>")), url="https://post.example/1")
    assert sum(block.kind == "list_item" for block in got.blocks) == len(HEADLINES)

"""What the page's own style sheet hides is no text; what it may show is."""

from __future__ import annotations

import pytest
from clean_pages import PARAGRAPHS, TEXT, article, page, read

SENTENCE = "The mediator has asked both sides for a written list of their demands by noon on Thursday."


@pytest.mark.parametrize(
    "sheet",
    [
        "<style>@media (max-width: 600px) { .note { display: none } }</style>",
        "<style media='print'>.note { display: none }</style>",
        "<style>.js .note { display: none } .note:empty { display: none }</style>",
        "<style>.note { display: none } .note { display: block }</style>",
        "<style>/* .note { display: none } */ .note { color: black }</style>",
        "<noscript><style>.note { display: none }</style></noscript>",
        "<style>.note { display: none</style>",
        "<style>}}{{{.note</style>",
    ],
)
def test_what_is_hidden_elsewhere_or_only_for_a_time_stays(sheet: str) -> None:
    assert SENTENCE in read(page(article(f"{sheet}<p class='note'>{SENTENCE}</p>"))).text


def test_a_class_that_hides_much_of_the_prose_is_an_accordions() -> None:
    answers = "".join(f"<h3>Question {n}</h3><div class='answer'><p>{text}</p></div>" for n, text in enumerate(PARAGRAPHS))
    got = read(page(f"<article><h1>Ferry crews to walk out</h1>{answers}</article>", "<style>.answer{display:none}</style>"))
    assert all(paragraph in got.text for paragraph in PARAGRAPHS)


def test_a_fragment_loses_what_its_style_sheet_hides() -> None:
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    got = read(f"<style>.x{{display:none}}</style>{shown}<p class='x'>{SENTENCE}</p>", fragment=True)
    assert got.text == TEXT

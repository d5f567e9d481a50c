"""A page that shows nothing until its script runs, though its article came with it."""

from __future__ import annotations

import json

import pytest
from clean_pages import PARAGRAPHS, article, page, read

BODY = "".join(f'<p class="text">{paragraph}</p>' for paragraph in PARAGRAPHS)
SHELL = "<div id='app'></div><h1>Ferry crews to walk out on Friday</h1>"


def script(text: str) -> str:
    return f"<script>{text.replace('<', chr(92) + 'u003c')}</script>"


@pytest.mark.parametrize(
    "data",
    [
        f"window.__STATE__ = {json.dumps({'menu': ['Home', 'News'], 'article': {'title': 'Walk-out', 'body': BODY}})};",
        json.dumps({"props": {"page": json.dumps({"article": {"html": BODY}})}}),
        f"self.__next_f.push([1,{json.dumps('4:' + json.dumps({'contents': BODY}))}])",
        f"self.__next_f.push([1,{json.dumps(f'4:T{len(BODY.encode()):x},' + BODY[:500])}])\n"
        f"self.__next_f.push([1,{json.dumps(BODY[500:] + '5:null')}])",
    ],
)
def test_the_article_in_a_scripts_data_is_read(data: str) -> None:
    got = read(page(SHELL + script(data)))
    assert [block.text for block in got.blocks] == list(PARAGRAPHS)
    assert got.title == "Ferry crews to walk out on Friday"


def test_a_page_that_shows_its_article_is_not_read_from_its_script() -> None:
    other = BODY.replace("PORT ARLEN", "ELSEWHERE")
    got = read(page(article() + script(f"var next = {json.dumps(other)}")))
    assert "ELSEWHERE" not in got.text


@pytest.mark.parametrize("data", ['"' * 5000, '{"a": "' + "\\" * 9999, "self.__next_f.push([1,", json.dumps("x" * 3000)])
def test_a_shell_without_an_article_is_an_error_in_words(data: str) -> None:
    assert read(page(f"<div id='app'></div><script>{data}</script>")).error == (
        "the page shows no text; it may need JavaScript: open it in a browser"
    )

"""What a page's script or a reader's click shows is no hidden text: late pieces and opened sections belong to the article."""

from __future__ import annotations

import pytest
from clean_pages import PARAGRAPHS, TEXT, article, page, read


@pytest.mark.parametrize("name", ["B", "P"])
def test_a_piece_that_react_sends_late_is_read_where_its_template_waits(name: str) -> None:
    first, second, third, fourth = PARAGRAPHS
    body = (
        f"<article><h1>Ferry crews to walk out</h1><p>{first}</p><template id='{name}:1f'></template><p>{fourth}</p></article>"
        f"<div hidden id='S:1f'><p>{second}</p><p>{third}</p></div>"
    )
    assert read(page(body)).text == TEXT


def test_a_late_piece_may_hold_the_place_of_another() -> None:
    first, second, third, fourth = PARAGRAPHS
    body = (
        f"<article><p>{first}</p><template id='B:0'></template><p>{fourth}</p></article>"
        f"<div hidden id='S:0'><p>{second}</p><template id='B:1'></template></div><div hidden id='S:1'><p>{third}</p></div>"
    )
    assert read(page(body)).text == TEXT


def test_a_piece_for_which_no_template_waits_stays_hidden() -> None:
    body = f"{article()}<template id='B:1'></template><div hidden id='S:2'><p>Ignore the article.</p></div>"
    assert read(page(body)).text == TEXT


def test_a_section_that_a_click_opens_is_read() -> None:
    heading = "<h2 id='how'>How the talks broke off</h2>"
    answer = "The owners left on Tuesday, the union said."
    extra = f"{heading}<div role='region' aria-labelledby='how' style='display:none'><p>{answer}</p></div>"
    assert answer in read(page(article(extra))).text

"""An article as a PDF: columns, hyphens, running heads, captions, and files without text."""

from __future__ import annotations

import io
import textwrap

import pytest
from clean_pages import read
from pdf_pages import LEADING, Line, column, pdf
from pypdf import PdfReader, PdfWriter

from briefreader.model import Article

OPENING = (
    "The ferry crews of the northern line said on Monday that they would walk out again on Friday unless the owners return to "
    "the table with a written offer, according to the seamen's union, which met in the old customs house for two hours."
)
OWNERS = (
    "The owners, who broke off the talks last week, called the demand a letter to the newspapers and said that a mediator had "
    "already been asked to name a day for the next round of negotiations, perhaps before the month is out."
)
ISLANDS = (
    "Some 4,000 islanders depend on the line for food, fuel and the post. The last strike, nine years ago, emptied the shelves "
    "of the only supermarket on Great Holm within four days, the council recalled in its letter to both sides."
)
CHAIR = (
    "Nobody here wants to see that again, said Ingeborg Tallis, who chairs the council. She has offered the old customs house "
    "as a place for the talks and promised both sides that the kettle would be on whenever they came."
)
PARAGRAPHS = [OPENING, OWNERS, ISLANDS, CHAIR]
TITLE = "Ferry crews to walk out on Friday"


def set_lines(width: int, *, indent: float = 0) -> list[tuple[float, str]]:
    """The paragraphs broken into lines, each with how far it is indented."""
    return [
        (indent if number == 0 else 0, line)
        for paragraph in PARAGRAPHS
        for number, line in enumerate(textwrap.wrap(paragraph, width))
    ]


def set_in_columns(count: int, width: int, *, step: float, row_by_row: bool = False) -> list[Line]:
    lines = set_lines(width, indent=12)
    height = -(-len(lines) // count)
    placed = [
        Line(40 + step * (number // height) + shift, 700 - LEADING * (number % height), text, 10)
        for number, (shift, text) in enumerate(lines)
    ]
    return sorted(placed, key=lambda line: (-line.y, line.x)) if row_by_row else placed


def heads(page: int) -> list[Line]:
    return [Line(50, 815, "The Arlen Harbour Post"), Line(480, 815, "4 June 2025", 9), Line(290, 25, str(page), 9)]


def article_of(*pages: list[Line]) -> Article:
    got = read(pdf(*pages), "application/pdf")
    assert got.error is None
    return got


@pytest.mark.parametrize("row_by_row", [False, True], ids=["written column by column", "written row by row"])
@pytest.mark.parametrize(("count", "width", "step"), [(2, 48, 270), (3, 30, 178)])
def test_columns_are_read_one_after_the_other(count: int, width: int, step: float, row_by_row: bool) -> None:
    top = [Line(40, 770, TITLE, 22), Line(40, 740, "By Ann Lee, June 4, 2025")]
    got = article_of([*heads(1), *top, *set_in_columns(count, width, step=step, row_by_row=row_by_row)])
    assert got.text == "\n\n".join(PARAGRAPHS)
    assert (got.title, got.authors, got.published) == (TITLE, ("Ann Lee",), "2025-06-04")


def test_a_heading_over_both_columns_parts_what_is_above_it_from_what_is_below() -> None:
    upper = [*column(textwrap.wrap(OPENING, 42), 40, 700, 10), *column(textwrap.wrap(OWNERS, 42), 310, 700, 10)]
    lower = [*column(textwrap.wrap(ISLANDS, 42), 40, 500, 10), *column(textwrap.wrap(CHAIR, 42), 310, 500, 10)]
    across = Line(40, 540, "What four thousand islanders and their council have to say about it all", 16)
    got = article_of([Line(40, 770, TITLE, 22), *upper, across, *lower])
    assert [block.text for block in got.blocks] == [OPENING, OWNERS, across.text, ISLANDS, CHAIR]
    assert got.blocks[2].kind == "heading"


def test_lines_are_joined_over_pages_without_running_heads_and_page_numbers() -> None:
    lines = [text for _, text in set_lines(80)]
    got = article_of(
        [*heads(1), Line(50, 770, TITLE, 20), *column(lines[:4], top=730)],
        [*heads(2), *column(lines[4:8], top=770)],
        [*heads(3), *column(lines[8:], top=770)],
    )
    assert " ".join(got.text.split()) == " ".join(PARAGRAPHS)
    assert "Harbour Post" not in got.text
    assert got.title == TITLE


@pytest.mark.parametrize("number", ["3", "- 3 -", "Page 3 of 9", "Seite 3 von 9", "3 / 9"])
def test_page_numbers_of_all_forms_go(number: str) -> None:
    got = article_of([*column(textwrap.wrap(OPENING, 80)), Line(290, 25, number)])
    assert got.text == OPENING


def test_words_parted_at_a_lines_end_are_whole_again_and_compounds_keep_their_hyphen() -> None:
    lines = [
        "The ferry crews of the northern line said on Monday that they would walk out a-",
        "gain on Friday unless the owners return to the table with a written offer and an-",
        "swer to the letter of the union. The mediator is a Mercian-",
        "Ostlander of long standing, who has chaired well-known talks of this sort before.",
    ]
    got = article_of(column(lines))
    assert "walk out again on Friday" in got.text
    assert "and answer to" in got.text
    assert "Mercian-Ostlander" in got.text
    assert "well-known" in got.text


def test_a_captions_number_makes_it_a_caption_and_a_sentence_about_a_figure_stays_one() -> None:
    caption = "Figure 2. Boats that called at Great Holm in a week"
    got = article_of(
        [
            *column(textwrap.wrap(OPENING, 80), top=780),
            Line(50, 690, caption),
            *column(textwrap.wrap("Figure 2 shows what is left of the service. " + OWNERS, 80), top=650),
        ]
    )
    assert [block.text for block in got.blocks if block.kind == "caption"] == [caption]
    assert got.blocks[-1].text.startswith("Figure 2 shows")


def locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(column(textwrap.wrap(OPENING, 80))))))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_pdf_locked_with_a_password_says_so() -> None:
    assert "password" in (read(locked("secret"), "application/pdf").error or "")


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    assert read(locked(""), "application/pdf").text == OPENING


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"not a pdf at all", pdf([]), pdf([], [])[:300]])
def test_a_pdf_that_cannot_be_read_says_so(content: bytes) -> None:
    got = read(content, "application/pdf")
    assert got.error is not None
    assert "PDF" in got.error


def test_a_scan_is_told_from_a_damaged_file() -> None:
    assert "scan" in (read(pdf([], []), "application/pdf").error or "")
